//! What a word of a mention is as it stands, whatever was meant by it.

use std::sync::LazyLock;

use regex::Regex;

use crate::names::channels::Word;
use crate::names::evidence::{Feature, Weights};
use crate::names::mention::MentionWord;
use crate::names::resolve::Resolver;
use crate::word_list::alternatives;

/// What a word is as it stands.
#[derive(Clone, Copy, Debug)]
pub(in crate::names) struct Standing {
    /// What that says where the word is a damaged one.
    pub(super) feature: Feature,
    /// How frequent it is as a name: 1 to 3.
    pub(super) band: Option<u8>,
    /// Whether it is a particle.
    pub(super) is_particle: bool,
    /// Whether it has letters that a foreign name spelt by ear has not.
    pub(super) has_own_letters: bool,
}

impl Standing {
    pub(super) fn of_words(resolver: &Resolver<'_>, words: &[MentionWord]) -> Vec<Self> {
        words.iter().map(|word| *resolver.word(&word.folded).standing(resolver)).collect()
    }

    /// Whether it is a name of a gazetteer, and none that a list of names knows for frequent.
    pub(in crate::names) fn is_of_gazetteer(self) -> bool {
        self.feature == Feature::Attested && !matches!(self.band, Some(1 | 2))
    }

    /// Whether it is no name and no word that is known.
    pub(in crate::names) fn is_unattested(self) -> bool {
        self.feature == Feature::Unattested
    }

    pub(in crate::names) fn of(resolver: &Resolver<'_>, word: &Word<'_>) -> Self {
        let (lexicon, folded, band) = (&resolver.names.lexicon, word.folded(), word.attested);
        let feature = match band {
            Some(1) => Feature::AttestedFrequent,
            Some(2) => Feature::Attested,
            _ if lexicon.is_borne_given_name(folded) || resolver.names.is_word_of_a_name(folded) => {
                Feature::Attested
            }
            _ if word.is_english(lexicon) => Feature::EnglishWord,
            Some(_) if !lexicon.is_but_respelt(folded) => Feature::AttestedRare,
            _ => Feature::Unattested,
        };
        let has_own_letters = NOT_BY_EAR.is_match(folded);
        Self { feature, band, is_particle: lexicon.is_particle(folded), has_own_letters }
    }
}

/// What the damaged words of a stretch are as they stand.
#[derive(Debug, Default)]
pub(super) struct AsTheyStand {
    words: usize,
    unattested: usize,
    /// What weighs most of what the words are.
    heaviest: Option<Feature>,
    /// Whether it says little that a word is a name.
    doubts_names: bool,
}

impl AsTheyStand {
    pub(super) fn doubt_names(&mut self) {
        self.doubts_names = true;
    }

    pub(super) fn add(&mut self, feature: Feature, weights: &Weights) {
        let is_doubted = self.doubts_names && feature == Feature::Attested;
        let feature = if is_doubted { Feature::AttestedRare } else { feature };
        self.words += 1;
        self.unattested += usize::from(feature == Feature::Unattested);
        if self.heaviest.is_none_or(|heaviest| weights.of(feature) >= weights.of(heaviest)) {
            self.heaviest = Some(feature);
        }
    }

    /// Whether there are some, and none is known.
    pub(super) fn are_unattested(&self) -> bool {
        self.words > 0 && self.unattested == self.words
    }

    /// What they say together: the least attested counts, but less when others are attested; `None` where no word is damaged.
    pub(super) fn feature(&self) -> Option<Feature> {
        match self.unattested {
            0 => self.heaviest,
            some if some == self.words => Some(Feature::Unattested),
            _ => Some(Feature::PartlyAttested),
        }
    }
}

/// Letters that a foreign name spelt by ear has not.
static NOT_BY_EAR: LazyLock<Regex> = LazyLock::new(|| {
    let letters = alternatives(include_str!("../../../rules/lexicon/letters-not-by-ear.txt"));
    Regex::new(&letters).expect("a list of letters")
});
