//! What the reader of a marked-up text sees, with the way back to that text.

use super::allow::{self, Marker};
use super::origin::Origin;
use super::prose::trimmed;
use super::{Part, Span};

/// Stands in the text for what is no prose but has its place in a sentence: code, an address.
pub(super) const OBJECT: &str = "\u{fffc}";

/// What a format makes of a text. Paragraphs stand apart from each other by a blank line.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// What the reader sees.
    pub(super) text: String,
    /// The way back.
    pub(super) origin: Origin,
    /// The paragraphs of the text, in order, with what they are.
    pub(super) paragraphs: Vec<(Span, Part)>,
    /// What the author says to the checks; these stand in the marked-up text.
    pub(super) markers: Vec<Marker>,
    /// Where the paragraph begins that is being read.
    begun: usize,
}

impl Reading {
    /// Adds a stretch of `raw` that the reader sees as it stands.
    pub(super) fn copy(&mut self, raw: &str, span: Span) {
        if !span.is_empty() {
            self.origin.copied(self.text.len(), span);
            self.text.push_str(&raw[span.start..span.end]);
        }
    }

    /// Adds what the reader sees instead of a stretch.
    pub(super) fn show(&mut self, span: Span, shown: &str) {
        if !shown.is_empty() {
            self.origin.shown(self.text.len(), span);
            self.text.push_str(shown);
        }
    }

    /// What was added since the last paragraph.
    pub(super) fn paragraph(&self) -> &str {
        &self.text[self.begun..]
    }

    /// Ends a paragraph; one that shows no text is none.
    pub(super) fn end_paragraph(&mut self, part: Part) {
        let blank = |c: char| c.is_whitespace() || c == '\u{feff}' || OBJECT.contains(c);
        if self.paragraph().chars().all(blank) {
            self.text.truncate(self.begun);
            self.origin.truncate(self.begun);
            return;
        }
        let all = Span::new(self.begun, self.text.len());
        let end = self.origin.span(all).end;
        self.paragraphs.extend(trimmed(&self.text, all).map(|span| (span, part)));
        self.show(Span::new(end, end), "\n\n");
        self.begun = self.text.len();
    }

    /// Takes a comment for what the author says to the checks, if that is what it is.
    pub(super) fn comment(&mut self, comment: &str, span: Span) {
        let inside = comment.trim().strip_prefix("<!--").and_then(|rest| rest.strip_suffix("-->"));
        self.markers.extend(allow::read(inside.unwrap_or(comment), span));
    }
}
