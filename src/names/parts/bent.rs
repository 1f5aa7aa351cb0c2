//! A given name and a surname of nobody in the lists, both with the endings of one case: *Holgera Schmiedinga* is some Holger
//! Schmieding. Croatian leaves names as they are written and bends them.

use super::super::candidate::Candidate;
use super::super::channels::{Channel, Why};
use super::super::evidence::Feature;
use super::super::fold::fold_words;
use super::super::found::Found;
use super::super::language::Base;
use super::super::lexicon::Lexicon;
use super::super::mention::MentionWord;
use super::super::resolve::Resolver;
use super::super::weigh::Weigher;

/// The candidate for a given name and a surname of which neither is a name as it stands.
pub(in crate::names) fn candidate(resolver: &Resolver<'_>, found: &Found<'_>) -> Option<Candidate> {
    let [given_name, surname] = found.words() else { return None };
    if !found.alone
        || found.first > 0
        || found.mention.link.is_some()
        || !found.words().iter().all(|word| is_unknown(resolver, word))
    {
        return None;
    }
    let lexicon = &resolver.names.lexicon;
    let [given_name_bases, surname_bases] = [given_name, surname].map(|word| cases(resolver, word));
    let given_name_base = given_name_bases.into_iter().find(|base| is_as_written(&base.folded, lexicon))?;
    let is_agreed =
        |base: &Base<'_>| (base.case, base.language) == (given_name_base.case, given_name_base.language);
    // Of *-jem* and *-em* the longer one is the ending: Regenvanujem.
    let surname_base = surname_bases.into_iter().filter(is_agreed).max_by_key(|base| base.ending.len())?;
    let bases = [given_name_base, surname_base];
    let texts = [given_name, surname].map(|word| resolver.article.slice(word.span));
    let meant: Vec<&str> =
        texts.iter().zip(&bases).map(|(text, base)| without_ending(text, base)).collect::<Option<_>>()?;
    let suggestion = meant.join(" ");
    let whys = bases.map(Why::Bent);
    let mut weigher = Weigher::new(resolver, found, None);
    weigher.add(Feature::FullName);
    for (at, why) in whys.iter().enumerate() {
        weigher.damaged_word(at, why);
    }
    weigher.damage(Channel::Inflection, true);
    weigher.surroundings(fold_words(&suggestion));
    let reasons = whys.iter().zip(texts).zip(meant);
    let reasons = reasons.filter_map(|((why, text), meant)| why.reason(text, meant)).collect();
    Some(weigher.candidate(suggestion, Channel::Inflection, reasons))
}

/// Whether a word is neither a name nor English.
fn is_unknown(resolver: &Resolver<'_>, word: &MentionWord) -> bool {
    let (names, folded) = (resolver.names, word.folded.as_str());
    names.lexicon.attested(folded).is_none()
        && names.lexicon.english(folded).is_none()
        && names.lexicon.given_names(folded).is_empty()
        && !names.is_word_of_a_name(folded)
}

/// The language whose table of endings bends foreign names so; of the others' endings more names have some of themselves.
const SERBIAN: &str = "Serbian";

/// What a word is without an ending that was but added, save those that make surnames of names.
fn cases<'l>(resolver: &Resolver<'l>, word: &MentionWord) -> Vec<Base<'l>> {
    let remembered = resolver.word(&word.folded);
    let is_added = |base: &&Base<'_>| {
        word.folded.strip_suffix(base.ending) == Some(&base.folded)
            && !base.ending.is_empty()
            && base.language == SERBIAN
            && !base.case.starts_with("possessive")
            && !base.case.contains("plural")
    };
    remembered.word.heard.bases.iter().filter(is_added).cloned().collect()
}

/// Whether people bear a given name that is no spelling by ear of another, as Yan is of Ian, and none whose language has names with
/// such endings of their own: Umar is Umaru in Hausa.
fn is_as_written(folded: &str, lexicon: &Lexicon) -> bool {
    let names = lexicon.given_names(folded);
    !names.is_empty() && !names.iter().any(|name| name.is_respelt() || name.language == "ar")
}

/// The text of a word without its ending, letter for letter.
fn without_ending<'t>(text: &'t str, base: &Base<'_>) -> Option<&'t str> {
    let end = text.char_indices().rev().nth(base.ending.chars().count() - 1)?.0;
    Some(text[..end].trim_end_matches('-')).filter(|stem| !stem.is_empty())
}
