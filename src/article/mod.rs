//! One input text: how it is read, and how it falls into lines, paragraphs, sentences and words.
//!
//! The text is kept exactly as read; every [`Span`] indexes its bytes. Nothing here knows what a name or a check is.

mod prose;
mod span;

use std::path::{Path, PathBuf};

pub use prose::Prose;
pub use span::Span;

/// How the text is marked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown: code, links and front matter are not prose.
    Markdown,
}

/// Where a byte stands, as an editor counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1. A byte order mark counts for nothing.
    pub column: usize,
}

/// One input text, exactly as read.
#[derive(Debug)]
pub struct Article {
    path: PathBuf,
    text: String,
    format: Format,
    line_starts: Vec<usize>,
}

impl Article {
    /// An article of `text`, which the report calls `path`.
    pub fn new(path: impl Into<PathBuf>, text: impl Into<String>, format: Format) -> Self {
        let text = text.into();
        let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { path: path.into(), text, format, line_starts }
    }

    /// What the report calls it.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How the text is marked up.
    pub fn format(&self) -> Format {
        self.format
    }

    /// The text of a span.
    pub fn slice(&self, span: Span) -> &str {
        &self.text[span.start..span.end]
    }
}
