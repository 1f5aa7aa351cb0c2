//! What is worked out about an article once, for all checks.

use std::cell::OnceCell;

use crate::article::{Article, Part, Parts, Prose, Span};
use crate::names::{BrokenName, Names};

/// An article with its prose and, when a check first asks, its broken names.
pub struct Analysis<'a> {
    /// The article.
    pub article: &'a Article,
    /// Its paragraphs, sentences and words.
    pub prose: Prose,
    names: &'a Names,
    broken_names: OnceCell<Vec<BrokenName>>,
    parts: OnceCell<Parts>,
}

impl<'a> Analysis<'a> {
    /// Reads the prose of an article.
    pub fn new(article: &'a Article, names: &'a Names) -> Self {
        Self {
            article,
            prose: Prose::of(article),
            names,
            broken_names: OnceCell::new(),
            parts: OnceCell::new(),
        }
    }

    /// What the checks know of names and words.
    pub fn names(&self) -> &'a Names {
        self.names
    }

    /// The names of the article that look broken, in the order of the text.
    pub fn broken_names(&self) -> &[BrokenName] {
        self.broken_names.get_or_init(|| self.names.broken_in(self.article, &self.prose))
    }

    /// The part of the article that a stretch is in.
    pub fn part(&self, span: Span) -> Part {
        self.parts.get_or_init(|| Parts::of(self.article, &self.prose)).part(span)
    }
}
