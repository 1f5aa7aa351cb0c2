//! A label: a broken name of an article, and what is right in its place.

use serde::Deserialize;

use crate::article::{Article, Span};
use crate::names::fold;

/// A row of `gold.csv`: a broken name, where it stands, and what is right there.
#[derive(Deserialize)]
pub(super) struct Label {
    /// The name of the file, with or without a folder.
    pub(super) file: String,
    line: usize,
    found: String,
    correct: String,
    #[serde(default)]
    occurrence: Option<usize>,
}

/// A label where it stands.
pub(super) struct Placed<'l> {
    /// Its number among all labels.
    pub(super) number: usize,
    /// The broken name.
    pub(super) span: Span,
    correct: &'l str,
}

impl Label {
    /// Where its text stands: the occurrence that it names among those that begin and end with a word.
    pub(super) fn place(&self, article: &Article, number: usize) -> Option<Placed<'_>> {
        let text = article.text();
        let line = text.split_inclusive('\n').nth(self.line.checked_sub(1)?)?;
        let start = line.as_ptr() as usize - text.as_ptr() as usize;
        let is_inside = |at: usize| {
            let joins = |c: char| c.is_alphanumeric();
            line[..at].ends_with(joins) && line[at..].starts_with(joins)
        };
        let all = || line.match_indices(&self.found).map(|(at, found)| (at, at + found.len()));
        let whole: Vec<(usize, usize)> =
            all().filter(|&(from, to)| !is_inside(from) && !is_inside(to)).collect();
        let places = if whole.is_empty() { all().collect() } else { whole };
        let &(from, to) = places.get(self.occurrence.unwrap_or(1).max(1) - 1)?;
        let span = Span::new(from, to).shifted(start);
        (!span.is_empty()).then_some(Placed { number, span, correct: &self.correct })
    }

    /// What is wrong with a label that has no place.
    pub(super) fn misplaced(&self) -> String {
        format!("“{}” does not stand on line {} of articles/{}", self.found, self.line, self.file)
    }
}

impl Placed<'_> {
    /// Whether a suggestion for a span of the text mends it: all of it, or the part that the span covers.
    pub(super) fn is_mended_by(&self, text: &str, found: Span, suggestion: &str) -> bool {
        let Self { span: label, correct, .. } = *self;
        let both = found.joined(label);
        let replaced = |span: Span, by: &str| {
            let key = fold::plain(&[&text[both.start..span.start], by, &text[span.end..both.end]].join(" "));
            key.split(' ').filter(|word| *word != "s").collect::<Vec<_>>().join(" ")
        };
        if replaced(found, suggestion) == replaced(label, correct) {
            return true;
        }
        let words = |text: &str| fold::words(text).count();
        let correct: Vec<String> = fold::plain(correct).split(' ').map(str::to_owned).collect();
        let suggested: Vec<String> = fold::plain(suggestion).split(' ').map(str::to_owned).collect();
        let before = words(&text[both.start..found.start]);
        let after = words(&text[found.end..both.end]);
        label.contains(found)
            && correct.len() == before + suggested.len() + after
            && correct[before..before + suggested.len()] == suggested
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn right(found: &str, suggestion: &str, label: &str, correct: &str) -> bool {
        let text = "The envoy Marko Blond’s aide left.";
        let span = |part: &str| {
            let at = text.find(part).expect("the part stands in the text");
            Span::new(at, at + part.len())
        };
        Placed { number: 0, span: span(label), correct }.is_mended_by(text, span(found), suggestion)
    }

    #[test]
    fn a_suggestion_is_right_when_it_mends_the_label_or_its_part_of_it() {
        assert!(right("Marko Blond", "Marco Rubio", "Marko Blond", "Marco Rubio"));
        assert!(right("Blond", "Rubio", "Marko Blond", "Marco Rubio"));
        assert!(right("Marko Blond’s", "Marco Rubio", "Marko Blond", "Marco Rubio"));
        assert!(!right("Blond", "Marco Rubio", "Marko Blond", "Marco Rubio"));
        assert!(!right("Marko Blond", "Rubio", "Marko Blond", "Marco Rubio"));
        assert!(!right("envoy Marko Blond", "Marco Rubio", "Marko Blond", "Marco Rubio"));
    }
}
