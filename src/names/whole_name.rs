//! The whole of a name in place of its parts: *Lusi Pauel* is Lucy Powell, though the article says more of Powell alone.

use super::candidate::Candidate;
use super::fold::{self, fold};
use super::resolve::{BrokenName, SURE};
use crate::article::{Article, Span};

/// A whole name may have so many bits less than a part of it, for what it says of the rest.
const LESS: f64 = 3.0;

/// Puts those of the names into the place of their parts that mean the same by them, and are likely enough.
pub(super) fn in_place_of_parts<'n>(
    kept: &mut Vec<&'n BrokenName>,
    names: &'n [BrokenName],
    article: &Article,
) {
    let mut names: Vec<&BrokenName> =
        names.iter().filter(|name| is_of_several_words(name, article)).collect();
    names.sort_by_key(|name| (std::cmp::Reverse(name.span.len()), name.span));
    for whole in names {
        let first = kept.partition_point(|part| part.span.end <= whole.span.start);
        let count = kept[first..].iter().take_while(|part| part.span.overlaps(whole.span)).count();
        let parts = first..first + count;
        let is_of_whole = |part: &&BrokenName| {
            part.span != whole.span
                && whole.bits() > f64::min(part.bits() - LESS, SURE)
                && means_the_same(whole, part, article)
        };
        if count > 0 && kept[parts.clone()].iter().all(is_of_whole) {
            kept.splice(parts, [whole]);
        }
    }
}

/// Whether a name has parts.
fn is_of_several_words(name: &BrokenName, article: &Article) -> bool {
    article.slice(name.span).contains(|c: char| !c.is_alphanumeric())
}

/// Whether the whole means by the words of the part what the part may mean by them.
fn means_the_same(whole: &BrokenName, part: &BrokenName, article: &Article) -> bool {
    let words_in = |span: Span| -> Vec<usize> {
        fold::words(article.slice(span)).map(|(at, _)| span.start + at).collect()
    };
    let meant = |candidate: &Candidate| -> Vec<String> {
        fold::words(&candidate.suggestion).map(|(_, word)| fold(word)).collect()
    };
    let (found, of_whole) = (words_in(whole.span), meant(&whole.candidates[0]));
    let Some(at) = found.iter().position(|start| *start == part.span.start) else { return false };
    let is_same = |of_part: Vec<String>| {
        words_in(part.span).len() == of_part.len() && of_whole[at..].starts_with(&of_part)
    };
    found.len() == of_whole.len() && part.candidates.iter().map(meant).any(is_same)
}
