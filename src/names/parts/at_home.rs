//! Names of those whose languages write foreign names by ear: beside names that are spelt so, theirs are right. Viktorija Petrović
//! is no Victoria.

use super::super::found::Found;
use super::super::gazetteer::Gender;
use super::super::lexicon::GivenName;
use super::super::mention::MentionWord;
use super::super::resolve::Resolver;
use super::super::source_languages::is_kin;
use super::super::weigh::is_feminine;
use crate::word_list::{WordList, word_list};

/// Whether a surname ends as that of a Slavic woman does, behind a given name that one may have: Olga Hudecova.
pub(super) fn is_of_a_slav(resolver: &Resolver<'_>, found: &Found<'_>) -> bool {
    let is_slavic = |language: &str| is_kin(language, "cs") || is_kin(language, "ru");
    let is_hers = |name: &GivenName<'_>| name.gender == Gender::Feminine && is_slavic(name.language);
    let given_names = |word: &MentionWord| resolver.names.lexicon.given_names(&word.folded);
    is_feminine(&found.words()[0].folded)
        && found.before().is_some_and(|word| given_names(word).iter().any(is_hers))
}

/// Whether a folded surname ends as those do of the languages that write foreign names by ear.
pub(in crate::names) fn ends_at_home(surname: &str) -> bool {
    ENDINGS.iter().any(|ending| surname.ends_with(ending))
}

/// Whether somebody bears a given name whose language writes foreign ones by ear.
pub(super) fn is_borne_at_home(resolver: &Resolver<'_>, word: &MentionWord) -> bool {
    let names = resolver.names.lexicon.given_names(&word.folded);
    names.iter().any(|name| BY_EAR.iter().any(|language| is_kin(name.language, language)))
}

/// Whether people bear a given name in most languages that write foreign ones by ear, or are akin to those that do: Nikola.
pub(super) fn is_common_at_home(resolver: &Resolver<'_>, word: &MentionWord) -> bool {
    let names = resolver.names.lexicon.given_names(&word.folded);
    let is_at_home = |name: &&GivenName<'_>| BY_EAR.iter().any(|language| is_kin(name.language, language));
    let mut languages: Vec<&str> = names.iter().filter(is_at_home).map(|name| name.language).collect();
    languages.dedup();
    languages.len() >= COMMON
}

/// A given name of so many languages of the Balkans is common there.
const COMMON: usize = 3;

pub(super) static BY_EAR: WordList = word_list!("languages-by-ear");
static ENDINGS: WordList = word_list!("surname-endings-balkans");
