//! How many words of the names of an article are right: beside many, a name that looks broken is likelier to be one that no list
//! has.

use rustc_hash::FxHashSet;

use super::candidate::Candidate;
use super::channels::Channel;
use super::evidence::{Feature, Weights};
use super::mention::{Mention, MentionWord};
use super::resolve::{BrokenName, Resolver, SURE, Taken};

/// A shorter word is an initial or the number of a king.
const SHORTEST: usize = 3;
/// What it says that an article has so many right words for each broken name, the name itself included: of the articles that
/// machines damaged few have sixteen, and hardly one has twenty.
const BANDS: [(usize, Feature); 3] =
    [(16, Feature::ManyRight), (20, Feature::MostRight), (40, Feature::NearlyAllRight)];

/// In an article of fewer right words the first band says nothing: any paragraph may have one broken name.
const FEW: usize = 32;

/// How many different words of the names of an article are right.
pub(super) struct RightNames(usize);

impl RightNames {
    pub(super) fn of(resolver: &Resolver<'_>, mentions: &[Mention], taken: &[Vec<Taken>]) -> Self {
        let mut right = FxHashSet::default();
        let mentions = mentions.iter().zip(taken).filter(|(mention, _)| mention.link.is_none());
        for (mention, taken) in mentions {
            for (at, (word, taken)) in mention.words.iter().zip(taken).enumerate() {
                let may_open = (at == 0 && mention.opens_sentence) || mention.in_headline;
                if *taken != Taken::Title && is_right(resolver, word, *taken, may_open) {
                    right.insert(word.folded.as_str());
                }
            }
        }
        Self(right.len())
    }

    /// Adds to each candidate what the right names say, where so many others are broken for sure.
    pub(super) fn weigh(&self, name: &mut BrokenName, others: usize, weights: &Weights) {
        for candidate in &mut name.candidates {
            for doubt in self.doubts(candidate, others) {
                candidate.evidence.add(doubt, weights);
            }
        }
    }

    /// Of names that look broken for sure those that do so beside the right ones too.
    pub(super) fn still_sure<'n>(
        &self,
        mut sure: Vec<&'n BrokenName>,
        weights: &Weights,
    ) -> Vec<&'n BrokenName> {
        sure.retain(|name| name.is_sure());
        let others = sure.len().saturating_sub(1);
        sure.retain(|name| {
            let doubts = self.doubts(&name.candidates[0], others).into_iter();
            name.bits() + doubts.map(|doubt| weights.of(doubt)).sum::<f64>() >= SURE
        });
        sure
    }

    /// What the right names say of a candidate: who has them right and writes one in two ways may mean to.
    fn doubts(&self, candidate: &Candidate, others: usize) -> Vec<Feature> {
        let right = self.0 / (others + 1);
        let bands = BANDS.partition_point(|&(least, _)| least <= right);
        let bands = if bands == 1 && self.0 < FEW { 0 } else { bands };
        // Of a public name that is broken there is less doubt; but few articles have one such name alone. A translated one is hardly
        // right.
        let milder = match (candidate.is_public, candidate.channel) {
            (true, Channel::Literal) => BANDS.len(),
            (true, _) if others > 0 => 1,
            _ => 0,
        };
        let of_band = bands.checked_sub(milder + 1).map(|at| BANDS[at].1);
        let least = if candidate.is_public { BANDS.len() } else { 1 };
        let has_both = bands >= least && candidate.evidence.has(Feature::RightFormInArticle);
        of_band.into_iter().chain(has_both.then_some(Feature::TwoForms)).collect()
    }
}

/// Whether a word is of a name that English uses, and not one that any word with a capital may be.
fn is_right(resolver: &Resolver<'_>, word: &MentionWord, taken: Taken, may_open: bool) -> bool {
    let names = resolver.names;
    let is_of_a_name = || resolver.is_accepted(&word.folded) || names.is_word_of_a_name(&word.folded);
    word.folded.len() >= SHORTEST
        && !(may_open && names.lexicon.english(&word.folded).is_some())
        && (taken == Taken::Known || is_of_a_name())
}
