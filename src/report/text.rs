//! Text for reading: where, the sentence with the span underlined, what is wrong and why, and the suggestion.

use std::io::{self, Write};

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::row::Excerpt;
use super::{Report, Row, suggestion};
use crate::counted::counted;
use crate::finding::Severity;
use crate::score::{Score, Scored};

/// The width of a report in columns; longer sentences are cut around the span.
const WIDTH: usize = 110;

pub(super) struct Text<W> {
    renderer: Renderer,
    out: W,
}

impl<W: Write> Text<W> {
    pub(super) fn new(colours: bool, out: W) -> Self {
        let renderer = if colours { Renderer::styled() } else { Renderer::plain() };
        Self { renderer: renderer.term_width(WIDTH), out }
    }
}

impl<W: Write> Report for Text<W> {
    fn add(&mut self, row: &Row) -> io::Result<()> {
        let Row { file, position, reported, excerpt: Excerpt { before, found, after }, .. } = row;
        let title = format!(
            "{file}:{}:{}: {}, {}, {} %",
            position.line, position.column, reported.severity, reported.check, reported.confidence
        );
        let level = match reported.severity {
            Severity::Neutral => Level::NOTE,
            Severity::Minor => Level::WARNING,
            Severity::Major | Severity::Critical => Level::ERROR,
        };
        let span = before.len()..before.len() + found.len();
        let snippet = Snippet::source(format!("{before}{found}{after}"))
            .line_start(position.line)
            .annotation(AnnotationKind::Primary.span(span));
        let message = std::iter::once(&reported.message);
        let reasons = reported.evidence.iter().filter(|reason| !reported.message.contains(*reason));
        let suggestion = suggestion(row);
        let group = level
            .no_name()
            .primary_title(title)
            .element(snippet)
            .elements(message.chain(reasons).map(|reason| Level::NOTE.no_name().message(reason)))
            .elements(
                (!suggestion.is_empty()).then(|| Level::HELP.with_name("suggestion").message(suggestion)),
            );
        writeln!(self.out, "{}\n", self.renderer.render(&[group]))
    }

    fn end_article(&mut self, article: &Scored) -> io::Result<()> {
        let Scored { file, score, verdict } = article;
        let Score { words, points, .. } = *score;
        let per_1000 = score.per_1000();
        let (points, words) = (counted(points, "point"), counted(words, "word"));
        writeln!(self.out, "{file}: {verdict}, {per_1000:.1} points per 1,000 words ({points}, {words})\n")
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use crate::report::{Format, sample};

    #[test]
    fn findings_for_reading() {
        insta::assert_snapshot!(sample::report(Format::Text), @r#"
        news/a.txt:1:20: major, literal-name, 94 %
          |
        1 | Secretary of State (Marko) Blond said: “=1”.
          |                    ^^^^^^^^^^^^^
          |
          = “(Marko) Blond” looks broken.
          = *Blond* is English for Spanish *rubio*.
          = suggestion: Marco Rubio | Marco Rubin

        news/a.txt:1:41: minor, literal-name, 94 %
          |
        1 | Secretary of State (Marko) Blond said: “=1”.
          |                                         ^^
          |
          = “=1” looks broken.

        news/a.txt:2:9: major, literal-name, 94 %
          |
        2 | 日本 and George Meloni.
          |          ^^^^^^^^^^^^^
          |
          = “George Meloni” looks broken.
          = suggestion: Giorgia Meloni
        "#);
    }
}
