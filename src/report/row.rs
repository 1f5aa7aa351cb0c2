//! A finding with all that a report says of it.

use std::borrow::Cow;

use crate::article::{Article, Position, Prose, Span};
use crate::finding::Reported;

/// The longest context, in characters, its marks included.
const CONTEXT: usize = 300;

/// One row of a report. It holds what it needs of the article, so that the article can be let go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What the report calls the article.
    pub file: String,
    /// Where the span begins.
    pub position: Position,
    /// Where the span stands in the file, in bytes.
    pub place: Span,
    /// How the span is written in the file.
    pub found: String,
    /// The sentence around it.
    pub(super) excerpt: Excerpt,
    /// The finding.
    pub reported: Reported,
}

impl Row {
    /// The row of a finding in an article.
    pub fn new(article: &Article, prose: &Prose, mut reported: Reported) -> Self {
        for suggestion in &mut reported.suggestions {
            if let Cow::Owned(written) = article.as_written(suggestion) {
                *suggestion = written;
            }
        }
        Self {
            file: article.path().display().to_string(),
            position: article.position(reported.span),
            place: article.place(reported.span),
            found: article.written(reported.span).to_owned(),
            excerpt: Excerpt::new(article, prose, reported.span),
            reported,
        }
    }

    /// The sentence with the span in ⟦ ⟧.
    pub fn context(&self) -> String {
        let Excerpt { before, found, after } = &self.excerpt;
        format!("{before}⟦{found}⟧{after}")
    }
}

/// The sentence around a span on one line, cut at both ends when it is long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    pub(super) before: String,
    pub(super) found: String,
    pub(super) after: String,
}

impl Excerpt {
    fn new(article: &Article, prose: &Prose, span: Span) -> Self {
        let text = article.text();
        let sentence = around(text, prose, span);
        let before = &text[sentence.start..span.start];
        let after = &text[span.end..sentence.end];

        // Room for the two marks and for an ellipsis at each end.
        let room = CONTEXT - 4;
        let found = first_characters(article.slice(span), room);
        let room = room - found.chars().count();
        // What one side leaves of its half, the other may have.
        let left = before.chars().rev().take(room).count();
        let right = after.chars().take(room).count();
        Self {
            before: on_one_line(&last_words(before, left.min(room - right.min(room / 2)))),
            found: on_one_line(found),
            after: on_one_line(&first_words(after, right.min(room - left.min(room / 2)))),
        }
    }
}

/// The sentence, or the sentences, that the span is in; where there is none, its line.
fn around(text: &str, prose: &Prose, span: Span) -> Span {
    let first = prose.sentence_at(span.start);
    let last = prose.sentence_at(span.end.saturating_sub(1).max(span.start));
    match (first, last) {
        (Some(first), Some(last)) => first.joined(last).joined(span),
        (Some(only), None) | (None, Some(only)) => only.joined(span),
        (None, None) => Span::new(
            text[..span.start].rfind('\n').map_or(0, |at| at + 1),
            text[span.end..].find('\n').map_or(text.len(), |at| span.end + at),
        ),
    }
}

fn first_characters(text: &str, count: usize) -> &str {
    text.char_indices().nth(count).map_or(text, |(end, _)| &text[..end])
}

/// At most `count` characters from the start of `text`, whole words if that is possible.
fn first_words(text: &str, count: usize) -> String {
    let kept = first_characters(text, count);
    if kept.len() == text.len() {
        return text.to_owned();
    }
    let end = kept.rfind(char::is_whitespace).unwrap_or(kept.len());
    format!("{}…", &kept[..end])
}

/// At most `count` characters from the end of `text`, whole words if that is possible.
fn last_words(text: &str, count: usize) -> String {
    let cut = count
        .checked_sub(1)
        .map_or(text.len(), |skipped| text.char_indices().rev().nth(skipped).map_or(0, |(start, _)| start));
    if cut == 0 {
        return text.to_owned();
    }
    let kept = &text[cut..];
    let start = kept
        .char_indices()
        .find_map(|(at, c)| c.is_whitespace().then_some(at + c.len_utf8()))
        .filter(|&start| start < kept.len());
    format!("…{}", &kept[start.unwrap_or(0)..])
}

fn on_one_line(text: &str) -> String {
    text.replace("\r\n", " ").replace(['\r', '\n', '\t'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Format;
    use crate::finding::{Category, Confidence, Severity};

    fn context(text: &str, found: &str) -> String {
        let article = Article::new("a.txt", text, Format::Text);
        let start = text.find(found).expect("the test's words are in its text");
        let reported = Reported {
            check: "a-check".to_owned(),
            category: Category::Entity,
            severity: Severity::Major,
            confidence: Confidence::percent(90),
            span: Span::new(start, start + found.len()),
            message: String::new(),
            suggestions: Vec::new(),
            evidence: Vec::new(),
        };
        Row::new(&article, &Prose::of(&article), reported).context()
    }

    #[test]
    fn the_sentence_with_the_span_marked() {
        let text = "One. Then (Marko) Blond\tspoke. Three.";
        assert_eq!(context(text, "(Marko) Blond"), "Then ⟦(Marko) Blond⟧ spoke.");
        assert_eq!(context(text, "One. Then"), "⟦One. Then⟧ (Marko) Blond spoke.");
    }

    #[test]
    fn a_long_sentence_is_cut_around_the_span() {
        let words = "word ".repeat(100);
        for text in [format!("{words}Blond {words}"), format!("Blond {words}"), format!("{words}Blond")] {
            let context = context(&text, "Blond");
            assert!((290..=300).contains(&context.chars().count()), "{context}");
            assert!(context.contains("⟦Blond⟧"), "{context}");
            assert!(!context.contains("…ord") && !context.contains("wor…"), "{context}");
        }
    }

    #[test]
    fn a_span_too_long_for_the_context_is_cut() {
        assert_eq!(context(&"č".repeat(400), &"č".repeat(350)).chars().count(), 299);
        assert_eq!(context(&"č".repeat(400), &"č".repeat(350)).chars().next(), Some('⟦'));
    }

    #[test]
    fn outside_any_sentence_it_is_the_line() {
        assert_eq!(context("One.\n\u{a0} \nTwo.", "\u{a0}"), "⟦\u{a0}⟧ ");
    }
}
