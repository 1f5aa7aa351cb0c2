//! What a word of a mention may have meant among the words of an index, ready to be asked by word.

use rustc_hash::FxHashMap;

use super::super::index::{Index, WordId};
use super::{Meaning, Why};

/// Everything that a word may have meant among the words of an index.
pub(in crate::names) struct Meant<'l> {
    meanings: Vec<Meaning<'l>>,
    places: FxHashMap<WordId, usize>,
    uses: usize,
}

impl<'l> Meant<'l> {
    pub(in crate::names) fn new(meanings: Vec<Meaning<'l>>, index: &Index) -> Self {
        let places = meanings.iter().enumerate().map(|(at, meaning)| (meaning.word, at)).collect();
        let uses = meanings.iter().map(|meaning| index.use_count(meaning.word)).sum();
        Self { meanings, places, uses }
    }

    /// The words, each with why it may be meant.
    pub(in crate::names) fn iter(&self) -> impl Iterator<Item = &Meaning<'l>> {
        self.meanings.iter()
    }

    /// Whether nothing was meant.
    pub(in crate::names) fn is_empty(&self) -> bool {
        self.meanings.is_empty()
    }

    /// Why a word may be meant; `None` where it is not.
    pub(in crate::names) fn why(&self, word: WordId) -> Option<&Why<'l>> {
        self.places.get(&word).map(|&at| &self.meanings[at].why)
    }

    /// In how many places of the forms of the index the words stand.
    pub(in crate::names) fn uses(&self) -> usize {
        self.uses
    }
}
