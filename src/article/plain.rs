//! Finds the paragraphs of plain text.
//!
//! A line of plain text is a paragraph, which is how news agencies and content systems write it: a headline without a full
//! stop above a body line must not run into it. Only a text whose lines were broken at a fixed width is put together again.
//! It shows in two signs, and both must hold before two lines are joined.
//!
//! 1. *The line is full*, within a run of lines of which none is longer than [`WIDEST`]: either the first word below would have
//!    made it longer than every line of the run, or it is over half as long, ends no sentence, and a small letter follows.
//! 2. *The text is hard-wrapped*: of the lines with another right below, at least half are full, at least half end no sentence,
//!    and below at least one of these a small letter follows. Where a paragraph is a line, nearly all end a sentence.
//!
//! A line that is indented deeper than the one above, unless that begins an item of a list, or that begins such an item itself,
//! begins a paragraph.

use super::allow::{self, Marker};
use super::prose::trimmed;
use super::reading::Reading;
use super::{Part, Span};

/// The longest line, in characters, that a hard-wrapped text has.
const WIDEST: usize = 120;
/// The shortest longest line: below it are verses, tables and addresses.
const NARROWEST: usize = 40;

/// A line without the space around it.
struct Line<'a> {
    span: Span,
    text: &'a str,
    indent: usize,
    length: usize,
}

/// Lines without a blank one between, and the length of the longest.
#[derive(Default)]
struct Run<'a> {
    lines: Vec<Line<'a>>,
    width: usize,
}

/// The paragraphs of a text, and what its author says to the checks; what the reader sees is the text itself.
pub(super) fn read(text: &str, reading: &mut Reading) {
    let runs = runs_of_lines(text, &mut reading.markers);
    let wrapped = is_hard_wrapped(&runs);
    let mut found: Vec<Span> = Vec::new();
    for run in &runs {
        let mut above: Option<&Line<'_>> = None;
        for line in &run.lines {
            match (above, found.last_mut()) {
                (Some(above), Some(paragraph)) if wrapped && run.continues(above, line) => {
                    paragraph.end = line.span.end;
                }
                _ => found.push(line.span),
            }
            above = Some(line);
        }
    }
    reading.paragraphs = found.into_iter().map(|span| (span, Part::Body)).collect();
}

fn runs_of_lines<'a>(text: &'a str, markers: &mut Vec<Marker>) -> Vec<Run<'a>> {
    let mut runs = vec![Run::default()];
    let mut start = 0;
    for whole in text.split_inclusive('\n') {
        let line = trimmed(text, Span::new(start, start + whole.len()));
        let marker = line.and_then(|span| allow::read_line(&text[span.start..span.end], span));
        match line {
            Some(span) if marker.is_none() => {
                let text = &text[span.start..span.end];
                let line = Line { span, text, indent: span.start - start, length: text.chars().count() };
                let run = runs.last_mut().expect("begun with one");
                run.width = run.width.max(line.length);
                run.lines.push(line);
            }
            _ if runs.last().is_some_and(|run| run.lines.is_empty()) => {}
            _ => runs.push(Run::default()),
        }
        markers.extend(marker);
        start += whole.len();
    }
    runs
}

fn is_hard_wrapped(runs: &[Run<'_>]) -> bool {
    let (mut pairs, mut full, mut unfinished, mut running_on) = (0, 0, 0, 0);
    for run in runs {
        for pair in run.lines.windows(2) {
            pairs += 1;
            full += usize::from(run.continues(&pair[0], &pair[1]));
            unfinished += usize::from(!ends_sentence(&pair[0]));
            running_on += usize::from(runs_on(&pair[0], &pair[1]));
        }
    }
    running_on > 0 && full * 2 >= pairs && unfinished * 2 >= pairs
}

impl Run<'_> {
    /// Whether the line above is full, and the line below does not begin a paragraph.
    fn continues(&self, above: &Line<'_>, below: &Line<'_>) -> bool {
        if !(NARROWEST..=WIDEST).contains(&self.width)
            || (below.indent > above.indent && !begins_list_item(above.text))
            || begins_list_item(below.text)
        {
            return false;
        }
        let first_word = below.text.split_whitespace().next().unwrap_or_default().chars().count();
        let full = above.length + 1 + first_word > self.width;
        full || (above.length > self.width / 2 && runs_on(above, below))
    }
}

fn ends_sentence(line: &Line<'_>) -> bool {
    line.text.ends_with(['.', '!', '?', '…', ':', '"', '”', '’', '»', '“'])
}

/// Whether the sentence of the line above plainly goes on below.
fn runs_on(above: &Line<'_>, below: &Line<'_>) -> bool {
    !ends_sentence(above) && below.text.starts_with(char::is_lowercase)
}

fn begins_list_item(line: &str) -> bool {
    let Some((mark, _)) = line.split_once(char::is_whitespace) else { return false };
    let number = mark.trim_end_matches(['.', ')']);
    matches!(mark, "-" | "*" | "•" | "·")
        || (number.len() < mark.len() && number.len() <= 2 && number.bytes().all(|c| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use crate::article::{Article, Format, Prose};

    #[track_caller]
    fn assert_paragraphs(text: &str, expected: &[&str]) {
        let article = Article::new("a.txt", text, Format::Text);
        let found: Vec<&str> =
            Prose::of(&article).paragraphs.iter().map(|&span| article.slice(span)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_headline_is_not_joined_to_the_line_below() {
        let lines = [
            "Rubio and Vučić to talk about sanctions in Washington",
            "The President of Serbia and the US Secretary of State will meet on Monday.",
            "De Croo will not be there, his office said, and nor will anybody else from Brussels, as far as is known today.",
            "“We were not asked,” a spokesman said",
            "al-Sharaa was.",
        ];
        assert_paragraphs(&lines.join("\n"), &lines);
    }

    #[test]
    fn a_hard_wrapped_text_is_put_together() {
        let headline = "Rubio to meet Vučić in Washington";
        let first = "The President of Serbia and the US Secretary of State will meet on\r\n\
                     Monday to talk about the sanctions against the oil company of Serbia,\r\n\
                     which are due to begin this week. “We will be there in time,” said\r\n\
                     Vučić, “and we will say so.”";
        let second = "Others were not asked. The meeting is to last for an hour, and after it\r\n\
                      both sides will speak.";
        assert_paragraphs(&format!("{headline}\r\n\r\n{first}\r\n{second}\r\n"), &[headline, first, second]);
    }

    #[test]
    fn a_sentence_goes_on_over_the_end_of_a_line() {
        let text = "The meeting between the two presidents ended late on Monday with Marko\n\
                    Blond and the others of his party leaving without a word. Nobody else was\n\
                    surprised to see it.";
        let article = Article::new("a.txt", text, Format::Text);
        let sentences: Vec<&str> =
            Prose::of(&article).sentences.iter().map(|&span| article.slice(span)).collect();
        assert_eq!(sentences.len(), 2, "{sentences:?}");
        assert!(sentences[1].ends_with("else was\nsurprised to see it."));
    }

    #[test]
    fn lists_and_verses_stay_lines() {
        let list = [
            "- the first of the things that were said on Monday",
            "- the second, which is longer",
            "1. third",
        ];
        assert_paragraphs(&list.join("\n"), &list);
        let items = [
            "1. The first of the things that were said on Monday in the capital\n   and were heard by all.",
            "2. The second of the things that were said on Monday in the capital\n   but were not heard.",
        ];
        assert_paragraphs(&items.join("\n"), &items);
        let verse = ["Between my finger", "and my thumb", "the squat pen rests"];
        assert_paragraphs(&verse.join("\n"), &verse);
    }
}
