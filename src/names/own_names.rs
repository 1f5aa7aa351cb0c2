//! The names of the article itself: a broken name may stand right elsewhere in it.

use std::cell::OnceCell;

use rustc_hash::FxHashMap;

use super::gazetteer::{Entry, Kind};
use super::index::Index;
use super::lexicon::Lexicon;
use super::mention::Mention;
use crate::article::Article;

/// The words of an article's mentions, indexed as if each were an entry.
#[derive(Debug, Default)]
pub(super) struct OwnNames<'m> {
    /// The words as they first stand in the text.
    words: Vec<&'m str>,
    index: OnceCell<Index>,
    counts: FxHashMap<&'m str, usize>,
}

impl<'m> OwnNames<'m> {
    pub(super) fn of(article: &'m Article, mentions: &'m [Mention], lexicon: &Lexicon) -> Self {
        let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
        let mut words = Vec::new();
        for mention in mentions.iter().filter(|mention| mention.link.is_none()) {
            for (at, word) in mention.words.iter().enumerate() {
                let capital_says_nothing = mention.in_headline || (at == 0 && mention.opens_sentence);
                if capital_says_nothing && lexicon.english(&word.folded).is_some() {
                    continue;
                }
                let count = counts.entry(&word.folded).or_default();
                *count += 1;
                if *count == 1 {
                    words.push(article.slice(word.span));
                }
            }
        }
        Self { words, index: OnceCell::new(), counts }
    }

    /// The index of the words, built when first asked for: where every name is known, nobody asks.
    pub(super) fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::new(self.words.iter().map(|word| word_entry(word)), &[]))
    }

    /// How often a folded word has a capital inside a sentence.
    pub(super) fn count(&self, folded: &str) -> usize {
        self.counts.get(folded).copied().unwrap_or(0)
    }
}

fn word_entry(word: &str) -> Entry {
    Entry {
        name: word.to_owned(),
        kind: Kind::Place,
        gender: None,
        country: String::new(),
        roles: Vec::new(),
        aliases: Vec::new(),
        foreign: Vec::new(),
        damaged: Vec::new(),
        native: Vec::new(),
        source: "article".to_owned(),
    }
}
