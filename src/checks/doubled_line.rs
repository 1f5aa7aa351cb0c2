//! A line or a sentence twice.

use std::collections::BTreeMap;

use super::{About, Check};
use crate::analysis::Analysis;
use crate::article::Span;
use crate::finding::{Category, Confidence, Finding, Findings, Severity};

/// Flags a line or a sentence that stands twice in a row, and a long line that stands twice anywhere.
pub(super) struct DoubledLine;

impl Check for DoubledLine {
    fn about(&self) -> About<'_> {
        About {
            id: "doubled-line",
            category: Category::Duplication,
            severity: Severity::Minor,
            confidence: Confidence::percent(95),
            summary: "A line or a sentence stands twice.",
            why: "Copying from a page takes captions and headlines twice, and translation engines repeat sentences. \
                  Short lines, which verse and speeches repeat on purpose, are passed over.",
            flags: vec![
                "The government adopted the budget on Thursday\n[[The government adopted the budget on Thursday|]]\nMore follows.",
                "He left. The court upheld the verdict against all of the accused. \
                 [[The court upheld the verdict against all of the accused.|]] She stayed.",
                "The minister told reporters in Podgorica that the new law on energy would be sent to parliament before the summer.\n\
                 The opposition disagreed.\n\
                 [[The minister told reporters in Podgorica that the new law on energy would be sent to parliament before the summer.|]]",
            ],
            allows: vec![
                "Let it be, let it be\nLet it be, let it be\nWhisper words of wisdom",
                "New York, New York\nNew York, New York",
                "Never again. Never again. Never again.",
                "He left early.\nShe stayed.\nHe left early.",
                "The government adopted the budget.\nThe government adopted the law.",
            ],
        }
    }

    fn check(&self, article: &Analysis<'_>, findings: &mut Findings) {
        let text = |span: Span| article.article.slice(span);
        let mut first_place = BTreeMap::new();
        let mut doubled: Vec<Span> = Vec::new();
        for (at, &line) in article.prose.paragraphs.iter().enumerate() {
            let words = article.prose.words_in(line).len();
            let again = at > 0 && text(article.prose.paragraphs[at - 1]) == text(line);
            let seen = first_place.insert(text(line), line).is_some();
            if again && words >= 7 {
                findings.report(finding(line, "This line stands twice in a row."));
                doubled.push(line);
            } else if seen && words >= 15 {
                let message = "This line stands in the article already.";
                findings.report(finding(line, message).confidence(Confidence::percent(85)));
                doubled.push(line);
            }
        }
        for pair in article.prose.sentences.windows(2) {
            let in_doubled = doubled.iter().any(|line| line.overlaps(pair[1]));
            let on_one_line = !text(pair[0].joined(pair[1])).contains('\n');
            let words = article.prose.words_in(pair[1]).len();
            if words >= 7 && text(pair[0]) == text(pair[1]) && on_one_line && !in_doubled {
                findings.report(finding(pair[1], "This sentence stands twice in a row."));
            }
        }
    }
}

fn finding(span: Span, message: &str) -> Finding {
    Finding::new(span, message).suggest("")
}
