//! Names of those whose languages write foreign names by ear: beside names that are spelt so, theirs are right. Viktorija Petrović
//! is no Victoria.

use std::collections::BTreeSet;

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

/// Whether a language writes foreign names by ear, or is akin to one that does.
pub(super) fn spells_by_ear(language: &str) -> bool {
    BY_EAR.iter().any(|home| is_kin(language, home))
}

/// The languages that spell foreign names by ear and in which people bear a given name.
fn borne_in<'l>(resolver: &Resolver<'l>, word: &MentionWord) -> BTreeSet<&'l str> {
    let names = resolver.names.lexicon.given_names(&word.folded);
    names.iter().map(|name| name.language).filter(|language| spells_by_ear(language)).collect()
}

/// Whether somebody bears a given name whose language writes foreign ones by ear.
pub(super) fn is_borne_at_home(resolver: &Resolver<'_>, word: &MentionWord) -> bool {
    !borne_in(resolver, word).is_empty()
}

/// Whether people bear a given name in many languages that write foreign ones by ear: Nikola.
pub(super) fn is_common_at_home(resolver: &Resolver<'_>, word: &MentionWord) -> bool {
    borne_in(resolver, word).len() >= COMMON
}

/// A given name of so many languages of the Balkans is common there.
const COMMON: usize = 3;

static BY_EAR: WordList = word_list!("languages-by-ear");
static ENDINGS: WordList = word_list!("surname-endings-balkans");
