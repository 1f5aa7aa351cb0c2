//! A stretch of a mention that is no known name, and what is asked of it once.

use std::cell::OnceCell;
use std::rc::Rc;

use super::channels::{Meaning, Why};
use super::index::Index;
use super::mention::{Mention, MentionWord};
use super::resolve::{Meanings, Resolver, Taken};

/// A stretch of a mention that is no known name.
pub(super) struct Found<'m> {
    pub(super) mention: &'m Mention,
    pub(super) first: usize,
    pub(super) last: usize,
    /// What is settled of each word of the mention.
    taken: &'m [Taken],
    /// Whether no unknown word of the mention stands beside it.
    pub(super) alone: bool,
    /// What the text beside it says, whatever was meant: asked once.
    pub(super) quoted_on_purpose: OnceCell<bool>,
    pub(super) in_foreign_phrase: OnceCell<bool>,
    pub(super) place_slot: OnceCell<bool>,
    pub(super) short_quotation: OnceCell<bool>,
}

impl<'m> Found<'m> {
    pub(super) fn new(
        mention: &'m Mention,
        taken: &'m [Taken],
        first: usize,
        last: usize,
        alone: bool,
    ) -> Self {
        let (quoted_on_purpose, in_foreign_phrase, place_slot, short_quotation) = Default::default();
        Self {
            mention,
            first,
            last,
            taken,
            alone,
            quoted_on_purpose,
            in_foreign_phrase,
            place_slot,
            short_quotation,
        }
    }

    pub(super) fn words(&self) -> &'m [MentionWord] {
        &self.mention.words[self.first..=self.last]
    }

    /// Whether one of its words belongs to a known name of several words, such as that of a town.
    pub(super) fn holds_known_name(&self) -> bool {
        self.taken[self.first..=self.last].contains(&Taken::Known)
    }

    /// Everything that one of its words may have meant; of a known name nothing but itself.
    pub(super) fn meanings<'a>(&self, at: usize, resolver: &Resolver<'a>, index: &Index) -> Meanings<'a> {
        let folded = &self.words()[at].folded;
        if self.taken[self.first + at] != Taken::Known {
            return resolver.meanings(folded, index);
        }
        let itself = index.word(folded).map(|word| Meaning { word, why: Why::Same });
        Rc::new(itself.into_iter().collect())
    }
}
