//! A given name of one language beside an English word that translates a frequent surname of that language: *Julio Churches* is
//! some Julio Iglesias.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::super::candidate::Candidate;
use super::super::channels::{Channel, Why, originals};
use super::super::evidence::Feature;
use super::super::fold::{capitalised, fold, fold_words};
use super::super::found::Found;
use super::super::resolve::Resolver;
use super::super::weigh::Weigher;
use crate::word_list::entries;

/// The candidates for a given name with a translated surname behind it, where the surname is frequent and the English word is
/// no surname and no generic noun.
pub(super) fn candidates(resolver: &Resolver<'_>, found: &Found<'_>) -> Vec<Candidate> {
    let lexicon = &resolver.names.lexicon;
    let [first, .., last] = found.words() else { return Vec::new() };
    let given_names = lexicon.given_names(&first.folded);
    let is_surname = || matches!(lexicon.attested(&last.folded), Some(1 | 2));
    let is_english = || lexicon.english(&last.folded).is_some();
    if given_names.is_empty() || is_generic(&last.folded) || is_surname() || !is_english() {
        return Vec::new();
    }
    let text = resolver.article.text();
    let before = resolver.article.slice(found.mention.span(text, found.first, found.last - 1));
    let word = resolver.article.slice(last.span);
    originals(&last.folded, lexicon)
        .into_iter()
        .filter(|(gloss, surname)| {
            matches!(lexicon.attested(&fold(surname)), Some(1 | 2))
                && given_names.iter().any(|name| name.language == gloss.language)
        })
        .map(|(gloss, surname)| {
            let suggestion = format!("{} {}", before.trim_matches(['(', ')']), capitalised(&surname));
            let mut weigher = Weigher::new(resolver, found, None);
            weigher.add(Feature::FullName);
            weigher.add(Feature::Gloss);
            weigher.add(Feature::NameParts);
            weigher.what_was_meant(fold_words(&suggestion));
            weigher.surroundings();
            let reason = Why::Gloss(gloss).reason(word, &surname);
            weigher.candidate(suggestion, Channel::Literal, reason.into_iter().collect())
        })
        .collect()
}

/// Whether things are named with a word or its singular: the Carlos *Bridge*, the Maria *Rooms*.
pub(in crate::names) fn is_generic(folded: &str) -> bool {
    let singular = folded.strip_suffix('s').unwrap_or(folded);
    GENERIC.contains(folded) || GENERIC.contains(singular)
}

static GENERIC: LazyLock<BTreeSet<&str>> =
    LazyLock::new(|| entries(include_str!("../../../rules/lexicon/generic-nouns.txt")).collect());
