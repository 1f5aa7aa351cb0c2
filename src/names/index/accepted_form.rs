//! A name or an alias, decoded when it is asked for.

use std::borrow::Cow;

use super::form::{EntryId, FormId, WordId, plainly};
use super::{Index, entry};
use crate::names::fold;
use crate::names::gazetteer::Kind;
use crate::names::packed::ints;

/// A name or an alias.
#[derive(Clone, Copy, Debug)]
pub struct Form<'i> {
    /// Its number.
    pub id: FormId,
    /// Whose form it is.
    pub entry: EntryId,
    /// What that names.
    pub entry_kind: Kind,
    index: &'i Index,
    words: &'i [u8],
    /// As written, unless that is [`plainly`] made of the words.
    text: &'i [u8],
}

impl<'i> Form<'i> {
    #[inline]
    pub(super) fn read(index: &'i Index, id: FormId) -> Self {
        let mut rest = index.forms.get(id as usize);
        let owner = ints::take_short(&mut rest).unwrap_or(0);
        let (count, rest) = rest.split_first().unwrap_or((&0, rest));
        let (words, text) =
            rest.split_at_checked(usize::from(*count) * index.word_width).unwrap_or((&[], &[]));
        let entry = id.wrapping_sub(EntryId::try_from(owner >> 3).unwrap_or(0));
        Self { id, entry, entry_kind: entry::kind_of(owner), index, words, text }
    }

    /// How many words it has.
    pub fn len(&self) -> usize {
        self.words.len() / self.index.word_width
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The number of one of its words.
    #[inline]
    pub fn word(&self, place: usize) -> WordId {
        WordId::try_from(ints::at(self.words, place, self.index.word_width)).unwrap_or(WordId::MAX)
    }

    /// As written.
    pub fn text(&self) -> Cow<'i, str> {
        self.text_of(0, self.len().saturating_sub(1))
    }

    /// The text from one word to another, both included.
    pub fn text_of(&self, first: usize, last: usize) -> Cow<'i, str> {
        if self.text.is_empty() {
            let last = last.min(self.len().saturating_sub(1));
            let words = (first..=last).map(|place| self.index.word_text(self.word(place)));
            return plainly(words).into();
        }
        let text = std::str::from_utf8(self.text).unwrap_or("");
        if first == 0 && last + 1 >= self.len() {
            return text.into();
        }
        let mut words = fold::words(text).skip(first);
        let start = words.next().map_or(0, |(at, _)| at);
        let end = fold::words(text).nth(last).map_or(text.len(), |(at, word)| at + word.len());
        text.get(start..end).unwrap_or(text).into()
    }
}
