//! The names of the article itself: a broken name may stand right elsewhere in it.

use std::cell::OnceCell;

use rustc_hash::{FxHashMap, FxHashSet};

use super::gazetteer::{Entry, Kind};
use super::index::Index;
use super::lexicon::Lexicon;
use super::mention::Mention;
use crate::article::Article;

/// The words of an article's mentions, indexed as if each were an entry.
#[derive(Debug, Default)]
pub(super) struct OwnNames {
    /// The words as they first stand in the text.
    words: Vec<String>,
    index: OnceCell<Index>,
    counts: FxHashMap<String, usize>,
}

impl OwnNames {
    pub(super) fn of(article: &Article, mentions: &[Mention], lexicon: &Lexicon) -> Self {
        let mut counts: FxHashMap<String, usize> = FxHashMap::default();
        let mut seen = FxHashSet::default();
        let mut words = Vec::new();
        for mention in mentions.iter().filter(|mention| mention.link.is_none()) {
            for (at, word) in mention.words.iter().enumerate() {
                let capital_says_nothing = mention.in_headline || (at == 0 && mention.opens_sentence);
                if capital_says_nothing && lexicon.english(&word.folded).is_some() {
                    continue;
                }
                *counts.entry(word.folded.clone()).or_default() += 1;
                if seen.insert(word.folded.clone()) {
                    words.push(article.slice(word.span).to_owned());
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
