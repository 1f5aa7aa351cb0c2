//! A quotation that opens with one kind of mark and closes with another.

use super::{About, Check};
use crate::analysis::Analysis;
use crate::article::Mark;
use crate::finding::{Category, Confidence, Finding, Findings, Severity};

/// Flags "“We agree,\" he said", with a curly mark at one end and a straight one at the other.
pub(super) struct MismatchedQuotationMarks;

impl Check for MismatchedQuotationMarks {
    fn about(&self) -> About<'_> {
        About {
            id: "mismatched-quotation-marks",
            category: Category::Punctuation,
            severity: Severity::Minor,
            confidence: Confidence::percent(85),
            summary: "A quotation opens with one kind of mark and closes with another.",
            why: "Typesetting and word processors curl both marks of a quotation or neither. Translation engines put each mark by \
                  itself, and mix them. Low and angled marks have rules of their own, and an article that mixes most of its \
                  quotations so does it by habit.",
            flags: vec![
                "He said: \"We agree.[[”|\"]]",
                "“We agree,[[\"|”]] he said, “and that is all.”",
                "It is called “Manta[[“|”]] there.",
                "\"The “team” leads the others.[[”|\"]]",
            ],
            allows: vec![
                "“We agree,” he said. \"Never,\" she said.",
                "„Ja“, „tak”, „da\", «oui», »nein« and ”ja”.",
                "A 27” screen and a 5\" one; “a 5\" screen”.",
                "“He said \"go\" and I went.”",
                "He said: \"We agree.” She said: \"We do not.” They said: \"So what?” And all: \"Enough.”",
            ],
        }
    }

    fn check(&self, article: &Analysis<'_>, findings: &mut Findings) {
        let mut mismatched = Vec::new();
        let mut pairs = 0;
        for quotations in article.quotations() {
            pairs += quotations.pairs.len();
            // Where a mark is missing, it is not sure which of the others belong together.
            if quotations.lone.is_empty() {
                let wrong = |&&(opening, closing): &&(Mark, Mark)| !belong_together(opening, closing);
                mismatched.extend(quotations.pairs.iter().filter(wrong));
            }
        }
        if mismatched.len() > HABIT && mismatched.len() * 2 > pairs {
            return;
        }
        for &(opening, closing) in mismatched {
            let (open, close) = (opening.sign, closing.sign);
            let message = format!("The quotation opens with {open} and closes with {close}.");
            findings.report(Finding::new(closing.span, message).suggest(if open == '"' {
                "\""
            } else {
                "”"
            }));
        }
    }
}

/// So many mismatched pairs may be slips, whatever share of the article they are.
const HABIT: usize = 3;

fn belong_together(opening: Mark, closing: Mark) -> bool {
    !matches!((opening.sign, closing.sign), ('"', '”' | '“') | ('“', '"' | '“'))
}
