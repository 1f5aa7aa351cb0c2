//! What is worked out about an article once, for all checks.

use std::cell::OnceCell;

use crate::article::{Article, Prose, Quotations, Scope, Scopes, Span};
use crate::finding::Confidence;
use crate::names::{BrokenName, Names};

/// An article with its prose and, when a check first asks, its quotation marks and broken names.
pub struct Analysis<'a> {
    /// The article.
    pub article: &'a Article,
    /// Its paragraphs, sentences and words.
    pub prose: Prose,
    names: &'a Names,
    least: Confidence,
    quotations: OnceCell<Vec<Quotations>>,
    scopes: OnceCell<Scopes>,
    broken_names: OnceCell<Vec<BrokenName>>,
}

/// So many broken names are more than a slip.
const MANY: usize = 3;

impl<'a> Analysis<'a> {
    /// Reads the prose of an article.
    pub fn new(article: &'a Article, names: &'a Names) -> Self {
        Self {
            article,
            prose: Prose::of(article),
            names,
            least: Confidence::percent(0),
            quotations: OnceCell::new(),
            scopes: OnceCell::new(),
            broken_names: OnceCell::new(),
        }
    }

    /// The same without the broken names that are less sure: to look for them would be in vain.
    #[must_use]
    pub fn with_names_as_sure_as(self, least: Confidence) -> Self {
        Self { least, ..self }
    }

    /// What the checks know of names and words.
    pub fn names(&self) -> &'a Names {
        self.names
    }

    /// The double quotation marks of each paragraph.
    pub fn quotations(&self) -> &[Quotations] {
        self.quotations.get_or_init(|| {
            let paragraphs = self.prose.paragraphs.iter();
            paragraphs.map(|&paragraph| Quotations::of(self.article.text(), paragraph)).collect()
        })
    }

    /// Whether a span lies between a pair of double quotation marks.
    pub fn is_quoted(&self, span: Span) -> bool {
        let after = self.prose.paragraphs.partition_point(|paragraph| paragraph.start <= span.start);
        after.checked_sub(1).is_some_and(|paragraph| self.quotations()[paragraph].hold(span))
    }

    /// The names of the article that look broken, in the order of the text.
    pub fn broken_names(&self) -> &[BrokenName] {
        self.broken_names.get_or_init(|| self.names.broken_in(self.article, &self.prose, self.least))
    }

    /// Whether so many names look broken for sure that the rest of the article will be as the source language has it.
    pub fn has_many_broken_names(&self) -> bool {
        self.broken_names().iter().filter(|name| name.is_sure()).nth(MANY - 1).is_some()
    }

    /// What a stretch is to the reader.
    pub fn scope(&self, span: Span) -> Scope {
        let scopes = self.scopes.get_or_init(|| Scopes::of(self.article, &self.prose));
        scopes.at(span, self.article, &self.prose, self.quotations())
    }
}
