//! One input text: how it is read, and how it falls into lines, paragraphs, sentences and words.
//!
//! The checks read the *text* of an article: what its reader sees, of plain text all of it, of Markdown the prose without the marks.
//! Every [`Span`] indexes its bytes. The text *as read* is kept beside it, and [`Article::place`] leads there: a report speaks of the
//! file as it is. Nothing here knows what a name or a check is.

mod allow;
mod clutter;
mod html;
mod lines;
mod markdown;
mod origin;
mod plain;
mod prose;
mod quotation;
mod read;
mod reading;
mod record;
mod scope;
mod span;

use std::borrow::Cow;
use std::path::{Path, PathBuf};

pub use allow::Allowance;
use allow::Marker;
use lines::Lines;
pub use prose::Prose;
pub use quotation::{Mark, Quotations, Side};
pub use read::{Content, read};
use reading::Reading;
use record::Record;
pub use scope::{Scope, Scopes};
pub use span::Span;

/// How the text is marked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown: code, links and front matter are not prose.
    Markdown,
    /// HTML: a page, of which the article is read, or the article alone.
    Html,
}

impl Format {
    /// What the ending of a file's name says; plain text when it says nothing.
    pub fn of(path: &Path) -> Self {
        let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
        match ending.to_str() {
            Some("md" | "markdown") => Self::Markdown,
            Some("html" | "htm" | "xhtml") => Self::Html,
            _ => Self::Text,
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

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// A headline, or a heading further down.
    Heading,
    /// Running text.
    Body,
    /// What stands below a picture.
    Caption,
}

/// One input text, exactly as read, and what its reader sees of it.
#[derive(Debug)]
pub struct Article {
    path: PathBuf,
    format: Format,
    raw: String,
    /// Of the text as read, or of the record that holds it.
    lines: Lines,
    /// Of plain text, which is read as it stands, only the paragraphs and the markers.
    reading: Reading,
    allowances: Vec<Allowance>,
    /// Where it stands in a file of many.
    record: Option<Record>,
}

impl Article {
    /// An article of `text`, which the report calls `path`.
    pub fn new(path: impl Into<PathBuf>, text: impl Into<String>, format: Format) -> Self {
        Self::read(path.into(), text.into(), format, None, None)
    }

    /// An article that may begin with a title in plain text.
    fn read(path: PathBuf, raw: String, format: Format, title: Option<Span>, record: Option<Record>) -> Self {
        let mut reading = Reading::default();
        let body = title.map_or(0, |title| title.end);
        match format {
            Format::Text => plain::read(&raw, &mut reading),
            Format::Markdown => markdown::read(&raw, &mut reading),
            Format::Html => {
                if let Some(title) = title {
                    reading.copy(&raw, title);
                    reading.end_paragraph(Part::Heading);
                }
                html::read(&raw, body, &mut reading);
            }
        }
        for (paragraph, part) in &mut reading.paragraphs {
            if paragraph.end <= body && format == Format::Text {
                *part = Part::Heading;
            }
        }
        let text = if format == Format::Text { &raw } else { &reading.text };
        clutter::drop(text, &mut reading.paragraphs);
        let lines = Lines::of(record.as_ref().map_or(&raw, |record| &record.line));
        let mut article = Self { path, format, raw, lines, reading, allowances: Vec::new(), record };
        article.allowances = article.reading.markers.iter().map(|marker| article.allowance(marker)).collect();
        article
    }

    /// What the report calls it.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// How the text is marked up.
    pub fn format(&self) -> Format {
        self.format
    }

    /// The whole text that the checks read.
    pub fn text(&self) -> &str {
        if self.format == Format::Text { &self.raw } else { &self.reading.text }
    }

    /// The text of a span.
    pub fn slice(&self, span: Span) -> &str {
        &self.text()[span.start..span.end]
    }

    /// The paragraphs of the text, in order.
    pub fn paragraphs(&self) -> &[(Span, Part)] {
        &self.reading.paragraphs
    }

    /// What the author says to the checks.
    pub fn allowances(&self) -> &[Allowance] {
        &self.allowances
    }

    /// Where a span of the text stands in the file, in bytes.
    pub fn place(&self, span: Span) -> Span {
        let place = self.place_in_raw(span);
        self.record.as_ref().map_or(place, |record| record.origin.span(place).shifted(record.start))
    }

    /// How a span of the text is written in the file: with the marks and references inside it, but without JSON's escapes.
    pub fn written(&self, span: Span) -> &str {
        let place = self.place_in_raw(span);
        &self.raw[place.start..place.end]
    }

    /// How a text is to be written in the file, but for JSON's escapes.
    pub fn as_written<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.format == Format::Html { html::escaped(text) } else { text.into() }
    }

    /// Where a span of the text begins in the file.
    pub fn position(&self, span: Span) -> Position {
        self.position_in_raw(self.place_in_raw(span).start)
    }

    fn place_in_raw(&self, span: Span) -> Span {
        match self.format {
            Format::Text => span,
            Format::Markdown => markdown::balanced(&self.raw, self.reading.origin.span(span)),
            Format::Html => html::balanced(&self.raw, self.reading.origin.span(span)),
        }
    }

    fn position_in_raw(&self, offset: usize) -> Position {
        let Some(record) = &self.record else { return self.lines.position(&self.raw, offset) };
        let byte = Span::new(offset, (offset + 1).min(self.raw.len()).max(offset));
        let in_line = self.lines.position(&record.line, record.origin.span(byte).start);
        Position { line: record.number, ..in_line }
    }

    fn allowance(&self, marker: &Marker) -> Allowance {
        let paragraphs = self.paragraphs();
        let next = paragraphs
            .partition_point(|&(paragraph, _)| self.place_in_raw(paragraph).start < marker.span.end);
        Allowance {
            checks: marker.checks.clone(),
            paragraph: paragraphs.get(next).map(|&(paragraph, _)| paragraph),
            line: self.position_in_raw(marker.span.start).line,
        }
    }
}
