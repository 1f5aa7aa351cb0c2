//! Findings for the tests of the formats: an article with all that makes a report hard.

use super::{Format, Row, begin};
use crate::article::{self, Article, Prose, Span};
use crate::finding::{Category, Confidence, Reported, Severity};

/// The report of an article with a long sentence, wide characters, a tab, an empty suggestion and a span over two lines.
pub(super) fn report(format: Format) -> String {
    let text = "\u{feff}Secretary of State (Marko) Blond said: “=1”.\r\n\
        \t日本 and George\r\nMeloni.\r\n";
    let article = Article::new("news/a.txt", text, article::Format::Text);
    let prose = Prose::of(&article);
    let reported = |found: &str, severity, suggestions: &[&str], evidence: &[&str]| {
        let start = text.find(found).expect("the sample holds it");
        Reported {
            check: "literal-name".to_owned(),
            category: Category::Entity,
            severity,
            confidence: Confidence::percent(94),
            span: Span::new(start, start + found.len()),
            message: format!("“{}” looks broken.", found.replace("\r\n", " ")),
            suggestions: suggestions.iter().map(|&text| text.to_owned()).collect(),
            evidence: evidence.iter().map(|&text| text.to_owned()).collect(),
        }
    };
    let mut out = Vec::new();
    let mut report = begin(format, false, &mut out).expect("memory takes all");
    for reported in [
        reported(
            "(Marko) Blond",
            Severity::Major,
            &["Marco Rubio", "Marco Rubin"],
            &["*Blond* is English for Spanish *rubio*."],
        ),
        reported("=1", Severity::Minor, &[], &[]),
        reported("George\r\nMeloni", Severity::Major, &["Giorgia Meloni"], &[]),
    ] {
        report.add(&Row::new(&article, &prose, reported)).expect("memory takes all");
    }
    report.flush().expect("memory takes all");
    drop(report);
    String::from_utf8(out).expect("reports are UTF-8")
}
