//! One input text: how it is read, and how it falls into lines, paragraphs, sentences and words.
//!
//! The text is kept exactly as read; every [`Span`] indexes its bytes. Nothing here knows what a name or a check is.

mod block;
mod lines;
mod markdown;
mod part;
mod plain;
mod prose;
mod read;
mod span;

use std::path::{Path, PathBuf};

use lines::Lines;
pub use part::{Part, Parts};
pub use prose::Prose;
pub use read::{Content, read};
pub use span::Span;

/// How the text is marked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown: code, links and front matter are not prose.
    Markdown,
}

impl Format {
    /// What the ending of a file's name says; plain text when it says nothing.
    pub fn of(path: &Path) -> Self {
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        if ["md", "markdown"].iter().any(|known| ending.eq_ignore_ascii_case(known)) {
            Self::Markdown
        } else {
            Self::Text
        }
    }
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
    lines: Lines,
}

impl Article {
    /// An article of `text`, which the report calls `path`.
    pub fn new(path: impl Into<PathBuf>, text: impl Into<String>, format: Format) -> Self {
        let text = text.into();
        let lines = Lines::of(&text);
        Self { path: path.into(), text, format, lines }
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

    /// Where the byte at `offset` stands.
    pub fn position(&self, offset: usize) -> Position {
        self.lines.position(&self.text, offset)
    }

    /// The text of a span.
    pub fn slice(&self, span: Span) -> &str {
        &self.text[span.start..span.end]
    }
}
