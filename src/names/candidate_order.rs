//! The order of the candidates for a stretch: the likeliest first, but for what evidence alone does not say.

use super::candidate::Candidate;
use super::evidence::Feature;
use super::fold;
use super::resolve::SURE;

/// An alias is nearer than the name of its entry by at most so many bits, or it was meant. That the article has its words weighs
/// less: those of Vladimir Zelensky may be Vladimir Putin's and Volodymyr Zelensky's.
const NEARLY_SAME_BITS: f64 = 3.5;
/// A word that the article has elsewhere was meant, if it surely may be, unless another is likelier by so many bits: *Bruklin*
/// beside Brookline.
const ARTICLE_BITS: f64 = 3.0;

/// Puts candidates in order, the likeliest first; but the name of its entry before an alias that is nearer by so little that the
/// translator may have had the name from elsewhere: *Vladimir Zelenskij* is Volodymyr Zelensky in English.
pub(super) fn put_in_order(candidates: &mut [Candidate]) {
    candidates.sort_by(Candidate::likelier);
    put_article_first(candidates);
    let Some(alias) = candidates.first().filter(|first| first.is_alias) else { return };
    let words = |candidate: &Candidate| fold::words(&candidate.suggestion).count();
    let is_its_name = |other: &Candidate| {
        !other.is_alias
            && other.entry == alias.entry
            && words(other) == words(alias)
            && alias.evidence.bits() - other.evidence.bits() < NEARLY_SAME_BITS
    };
    if let Some(name) = candidates.iter().position(is_its_name) {
        candidates[..=name].rotate_right(1);
    }
}

/// Puts the word first that the article has elsewhere, where it surely may be meant and the first is not much likelier.
fn put_article_first(candidates: &mut [Candidate]) {
    let Some(first) = candidates.first() else { return };
    let least = (first.evidence.bits() - ARTICLE_BITS).max(SURE);
    let is_one = |candidate: &Candidate| {
        candidate.evidence.has(Feature::RightFormInArticle)
            && candidate.evidence.bits() >= least
            && fold::words(&candidate.suggestion).count() == 1
    };
    if let Some(here) = candidates.iter().position(is_one) {
        candidates[..=here].rotate_right(1);
    }
}
