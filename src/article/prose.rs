//! How the text of an article falls into paragraphs, sentences and words.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

use super::{Article, Format, Part, Span};
use crate::word_list::{MONTHS, WordList, word_list};

/// What the checks read: the prose of an article. Everything is in the order of its text.
#[derive(Debug, Default)]
pub struct Prose {
    /// Blocks of text that belong together: a line of plain text, or several if it is hard-wrapped; a block of Markdown or HTML.
    /// No blank one, no line end at either end.
    pub paragraphs: Vec<Span>,
    /// What each paragraph is.
    pub parts: Vec<Part>,
    /// Sentences, each within one paragraph, without the space around them.
    pub sentences: Vec<Span>,
    /// Words by Unicode's rules (UAX 29), each within one sentence: letters and digits, apostrophes inside, no hyphens.
    pub words: Vec<Span>,
}

impl Prose {
    /// Reads the prose of an article.
    pub fn of(article: &Article) -> Self {
        let mut prose = Self::default();
        for &(paragraph, part) in article.paragraphs() {
            prose.paragraphs.push(paragraph);
            prose.parts.push(part);
            let text = article.slice(paragraph);
            // Only in plain text may a line end within a sentence.
            let text = if article.format() == Format::Text { on_one_line(text) } else { text.into() };
            for sentence in sentences(&text) {
                let words = text[sentence.start..sentence.end].unicode_word_indices();
                let sentence = sentence.shifted(paragraph.start);
                prose.sentences.push(sentence);
                prose
                    .words
                    .extend(words.map(|(at, word)| Span::new(at, at + word.len()).shifted(sentence.start)));
            }
        }
        prose
    }

    /// The words of a span.
    pub fn words_in(&self, span: Span) -> &[Span] {
        within(&self.words, span)
    }

    /// The sentences of a span.
    pub fn sentences_in(&self, span: Span) -> &[Span] {
        within(&self.sentences, span)
    }

    /// The sentence that holds the byte at `offset`, if it is in one.
    pub fn sentence_at(&self, offset: usize) -> Option<Span> {
        let after = self.sentences.partition_point(|sentence| sentence.start <= offset);
        let sentence = *self.sentences.get(after.checked_sub(1)?)?;
        (offset < sentence.end).then_some(sentence)
    }
}

/// Those of `spans` (ordered, disjoint) that begin within `span`.
fn within(spans: &[Span], span: Span) -> &[Span] {
    let first = spans.partition_point(|inner| inner.start < span.start);
    let last = spans.partition_point(|inner| inner.start < span.end);
    &spans[first..last]
}

/// The text with a space for every byte of a line end.
fn on_one_line(text: &str) -> Cow<'_, str> {
    if text.contains('\n') { text.replace(['\n', '\r'], " ").into() } else { text.into() }
}

/// `span` without white space and byte order marks at its ends; `None` when nothing else is in it.
pub(super) fn trimmed(text: &str, span: Span) -> Option<Span> {
    let blank = |c: char| c.is_whitespace() || c == '\u{feff}';
    let inner = &text[span.start..span.end];
    let start = span.start + (inner.len() - inner.trim_start_matches(blank).len());
    let end = span.start + inner.trim_end_matches(blank).len();
    (start < end).then(|| Span::new(start, end))
}

/// Abbreviations whose full stop ends no sentence, without that stop, in lower case.
static ABBREVIATIONS: WordList = word_list!("abbreviations");

/// The sentences of one paragraph: Unicode's (UAX 29), joined again where an abbreviation or an initial was taken for an end.
fn sentences(paragraph: &str) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut open: Option<Span> = None;
    for (at, piece) in paragraph.split_sentence_bound_indices() {
        let piece_span = Span::new(at, at + piece.len());
        let joined = open.map_or(piece_span, |span| Span::new(span.start, piece_span.end));
        let rest = &paragraph[at + piece.len()..];
        // Without a space between, it is a slip ("“Yes.”He left") or no end at all.
        let unspaced = !rest.is_empty() && !piece.ends_with(char::is_whitespace);
        if unspaced || ends_in_abbreviation(piece) || ends_in_ordinal_day(piece, rest) {
            open = Some(joined);
        } else {
            found.extend(trimmed(paragraph, joined));
            open = None;
        }
    }
    found.extend(open.and_then(|span| trimmed(paragraph, span)));
    found
}

fn ends_in_abbreviation(piece: &str) -> bool {
    let Some(stem) = piece.trim_end().strip_suffix('.') else { return false };
    let word = stem.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '"' | '“' | '„')).next();
    let word = word.unwrap_or_default();
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    initial || ABBREVIATIONS.contains(word.to_lowercase().as_str())
}

/// Whether a piece ends in the day of a date as other languages write it, "2. June".
fn ends_in_ordinal_day(piece: &str, rest: &str) -> bool {
    let Some(stem) = piece.trim_end().strip_suffix('.') else { return false };
    let day = stem.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
    let month = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    matches!(day.parse(), Ok(1..=31)) && MONTHS.contains(&month)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Format;

    fn sentences_of(text: &str) -> Vec<String> {
        let article = Article::new("a.txt", text, Format::Text);
        let prose = Prose::of(&article);
        prose.sentences.iter().map(|&span| article.slice(span).to_owned()).collect()
    }

    #[test]
    fn abbreviations_and_initials_end_no_sentence() {
        assert_eq!(
            sentences_of("Mr. Smith met J. D. Vance. They spoke.\r\nThen Dr. Fo left.\n"),
            ["Mr. Smith met J. D. Vance.", "They spoke.", "Then Dr. Fo left."]
        );
    }

    #[test]
    fn a_quotation_stays_with_its_closing_mark() {
        assert_eq!(sentences_of("“It is over.” He left."), ["“It is over.”", "He left."]);
    }

    #[test]
    fn a_day_with_a_full_stop_belongs_to_its_month() {
        assert_eq!(
            sentences_of("It opens on 2. June 2024. June is warm."),
            ["It opens on 2. June 2024.", "June is warm."]
        );
    }

    #[test]
    fn a_sentence_ends_before_a_space() {
        assert_eq!(sentences_of("“Yes.”He left. She stayed."), ["“Yes.”He left.", "She stayed."]);
    }

    #[test]
    fn the_sentence_around_a_byte() {
        let article = Article::new("a.txt", "One. Two.", Format::Text);
        let prose = Prose::of(&article);
        assert_eq!(prose.sentence_at(6), Some(Span::new(5, 9)));
        assert_eq!(prose.sentence_at(4), None);
    }
}
