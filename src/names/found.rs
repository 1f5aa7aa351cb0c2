//! A stretch of a mention that is no known name, and what is asked of it once.

use std::cell::OnceCell;
use std::rc::Rc;

use super::channels::{Meaning, Meant, Why};
use super::fold::is_numeral;
use super::index::Index;
use super::mention::{Mention, MentionWord};
use super::resolve::{Resolver, Taken};
use super::weigh::{Around, Standing};

/// A stretch of a mention that is no known name.
pub(super) struct Found<'m> {
    pub(super) mention: &'m Mention,
    pub(super) first: usize,
    pub(super) last: usize,
    /// What is settled of each word of the mention.
    taken: &'m [Taken],
    /// Whether no unknown word of the mention stands beside it.
    pub(super) alone: bool,
    /// What stands around it, and what its words are as they stand, whatever was meant: asked once.
    pub(super) around: OnceCell<Around>,
    pub(super) as_it_stands: OnceCell<Vec<Standing>>,
}

impl<'m> Found<'m> {
    pub(super) fn new(
        mention: &'m Mention,
        taken: &'m [Taken],
        first: usize,
        last: usize,
        alone: bool,
    ) -> Self {
        let (around, as_it_stands) = Default::default();
        Self { mention, first, last, taken, alone, around, as_it_stands }
    }

    pub(super) fn words(&self) -> &'m [MentionWord] {
        &self.mention.words[self.first..=self.last]
    }

    /// Whether one of its words belongs to a known name of several words, such as that of a town.
    pub(super) fn holds_known_name(&self) -> bool {
        self.taken[self.first..=self.last].contains(&Taken::Known)
    }

    /// Whether one of its words is a title.
    pub(super) fn is_title(&self, at: usize) -> bool {
        self.taken[self.first + at] == Taken::Title
    }

    /// Whether one of its words is the number behind the name of a king or pope; Xi in front is none.
    pub(super) fn is_number(&self, at: usize) -> bool {
        self.first + at > 0 && is_numeral(self.words()[at].folded.as_bytes())
    }

    /// The words of the mention before it, the nearest first, as far as none is a title.
    pub(super) fn words_before(&self) -> impl Iterator<Item = &'m MentionWord> + use<'m> {
        let (mention, taken) = (self.mention, self.taken);
        (0..self.first).rev().take_while(|&at| taken[at] != Taken::Title).map(|at| &mention.words[at])
    }

    /// The word of the mention before it; none where that is a title.
    pub(super) fn before(&self) -> Option<&'m MentionWord> {
        self.words_before().next()
    }

    /// The word of the mention behind it, with but a space between; none where that is a title.
    pub(super) fn behind(&self, text: &str) -> Option<&'m MentionWord> {
        let behind = self.mention.words.get(self.last + 1)?;
        let is_title = self.taken[self.last + 1] == Taken::Title;
        let gap = &text[self.mention.words[self.last].span.end..behind.span.start];
        (gap == " " && !is_title).then_some(behind)
    }

    /// Everything that one of its words may have meant; of a known name nothing but itself.
    pub(super) fn meanings<'a>(&self, at: usize, resolver: &Resolver<'a>, index: &Index) -> Rc<Meant<'a>> {
        let folded = &self.words()[at].folded;
        if self.taken[self.first + at] != Taken::Known {
            return resolver.meanings(folded, index);
        }
        let itself = index.word(folded).map(|word| Meaning { word, why: Why::Same });
        Rc::new(Meant::new(itself.into_iter().collect(), index))
    }
}
