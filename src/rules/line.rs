//! A sentence on one line, as rules read it: a pattern need not know how the text is wrapped.

use std::borrow::Cow;
use std::ops::Range;

use crate::article::{Article, Span};

/// A sentence in which a line end, with the space around it, is one space.
pub(super) struct Line<'a> {
    pub(super) text: Cow<'a, str>,
    start: usize,
    /// Behind which bytes of the line others of the article are missing, and how many in all up to there.
    gaps: Vec<(usize, usize)>,
}

impl<'a> Line<'a> {
    /// The line of a sentence.
    pub(super) fn of(article: &'a Article, sentence: Span) -> Self {
        let text = article.slice(sentence);
        let mut line = Self { text: Cow::Borrowed(text), start: sentence.start, gaps: Vec::new() };
        if memchr::memchr2(b'\n', b'\r', text.as_bytes()).is_some() {
            line.join(text);
        }
        line
    }

    fn join(&mut self, text: &str) {
        let mut joined = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(end) = rest.find(['\n', '\r']) {
            let (before, after) = (rest[..end].trim_end(), rest[end..].trim_start());
            joined.push_str(before);
            joined.push(' ');
            rest = after;
            self.gaps.push((joined.len(), text.len() - rest.len() - joined.len()));
        }
        joined.push_str(rest);
        self.text = Cow::Owned(joined);
    }

    /// The span in the article of a stretch of the line.
    pub(super) fn span(&self, range: &Range<usize>) -> Span {
        let at = |byte: usize| {
            let gaps = self.gaps.partition_point(|&(behind, _)| behind <= byte);
            self.start + byte + gaps.checked_sub(1).map_or(0, |last| self.gaps[last].1)
        };
        Span::new(at(range.start), at(range.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Format;

    #[test]
    fn a_line_end_is_a_space_and_spans_are_those_of_the_article() {
        let text = "So the White\r\n   House said,\nand we agreed.";
        let article = Article::new("a.txt", text, Format::Text);
        let line = Line::of(&article, Span::new(3, text.len()));
        assert_eq!(line.text, "the White House said, and we agreed.");
        for (stretch, original) in [
            ("the White", "the White"),
            ("White House", "White\r\n   House"),
            ("and", "and"),
            ("said, and", "said,\nand"),
        ] {
            let start = line.text.find(stretch).expect("the line holds it");
            let span = line.span(&(start..start + stretch.len()));
            assert_eq!(article.slice(span), original);
        }
    }
}
