//! A given name and a surname of nobody in the lists, both with the endings of one case: *Holgera Schmiedinga* is some Holger
//! Schmieding. Croatian leaves names as they are written and bends them.

use super::super::candidate::Candidate;
use super::super::case_endings::Base;
use super::super::channels::{Channel, Why, Word};
use super::super::evidence::Feature;
use super::super::fold::fold_words;
use super::super::found::Found;
use super::super::lexicon::Lexicon;
use super::super::resolve::Resolver;
use super::super::weigh::Weigher;

/// The candidate for a given name and a surname of which neither is a name as it stands.
pub(in crate::names) fn candidate(resolver: &Resolver<'_>, found: &Found<'_>) -> Option<Candidate> {
    let [given_name, surname] = found.words() else { return None };
    let is_twice = given_name.folded == surname.folded;
    if is_twice || !found.alone || found.before().is_some() || found.mention.link.is_some() {
        return None;
    }
    let remembered = [given_name, surname].map(|word| resolver.word(&word.folded));
    let bases = agreed(&remembered[0].word, &remembered[1].word, &resolver.names.lexicon)?;
    if !remembered.iter().all(|known| known.standing(resolver).is_unattested()) {
        return None;
    }
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
    weigher.what_was_meant(fold_words(&suggestion));
    weigher.surroundings();
    let reasons = whys.iter().zip(texts).zip(meant);
    let reasons = reasons.filter_map(|((why, text), meant)| why.reason(text, meant)).collect();
    Some(weigher.candidate(suggestion, Channel::Inflection, reasons))
}

/// Both without the endings of one case, the given name being one that people bear.
fn agreed<'l>(given_name: &Word<'l>, surname: &Word<'l>, lexicon: &Lexicon) -> Option<[Base<'l>; 2]> {
    cases(given_name).find_map(|base| {
        let is_agreed = |other: &&Base<'_>| other.case == base.case;
        // Of *-jem* and *-em* the longer one is the ending: Regenvanujem.
        let other = cases(surname).filter(is_agreed).max_by_key(|other| other.ending.len())?;
        is_as_written(&base.folded, lexicon).then(|| [base.clone(), other.clone()])
    })
}

/// The language whose table of endings bends foreign names so; of the others' endings more names have some of themselves.
const SERBIAN: &str = "Serbian";

/// What a word is without an ending that was but added, save those that make surnames of names.
fn cases<'w, 'l>(word: &'w Word<'l>) -> impl Iterator<Item = &'w Base<'l>> {
    word.heard.bases.iter().filter(|base| {
        base.language == SERBIAN
            && word.folded().strip_suffix(base.ending) == Some(&base.folded)
            && !base.ending.is_empty()
            && !base.case.starts_with("possessive")
            && !base.case.contains("plural")
    })
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
