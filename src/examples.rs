//! The `[[wrong|right]]` notation, and proving a check against its examples.
//!
//! `[[wrong|right]]` marks the span and the first suggestion, `[[wrong|]]` a suggestion to delete, `[[wrong]]` a span
//! without any suggestion. A text without marks must stay silent.

use std::fmt;

use crate::analysis::Analysis;
use crate::article::{Article, Format, Span};
use crate::checks::Check;
use crate::finding::{Finding, Findings};
use crate::names::Names;

/// A text, and what a check must say of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The text without the marks; several paragraphs when it has line ends.
    pub text: String,
    /// The marks, in the order of the text.
    pub marks: Vec<Mark>,
}

/// A place that must be flagged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The place, in the text without marks.
    pub span: Span,
    /// The first suggestion it must get; empty deletes, none expects none.
    pub suggestion: Option<String>,
}

/// One way in which a check does not do what an example says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// Which way.
    pub kind: FailureKind,
    /// The example as written.
    pub example: String,
    /// What was expected and what came.
    pub what: String,
}

/// In which way a check fails an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FailureKind {
    /// It should flag and did not.
    Missing,
    /// It should not flag and did.
    Noisy,
    /// It flagged another span or suggested something else.
    Wrong,
}

impl fmt::Display for FailureKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Missing => "missing",
            Self::Noisy => "noisy",
            Self::Wrong => "wrong",
        })
    }
}

impl Example {
    /// Reads a text with marks; says what is wrong with one that cannot be read.
    pub fn parse(marked: &str) -> Result<Self, String> {
        let mut text = String::with_capacity(marked.len());
        let mut marks = Vec::new();
        let mut rest = marked;
        while let Some((before, after)) = rest.split_once("[[") {
            let Some((mark, after)) = after.split_once("]]") else {
                return Err(format!("the mark `[[{after}` is never closed by `]]`"));
            };
            let (wrong, right) =
                mark.split_once('|').map_or((mark, None), |(wrong, right)| (wrong, Some(right)));
            if wrong.is_empty() {
                return Err(format!("the mark `[[{mark}]]` holds no text to flag"));
            }
            text.push_str(before);
            let start = text.len();
            text.push_str(wrong);
            marks.push(Mark { span: Span::new(start, text.len()), suggestion: right.map(str::to_owned) });
            rest = after;
        }
        text.push_str(rest);
        Ok(Self { text, marks })
    }

    /// The text once every suggestion is taken: what is left to flag are the marks without one.
    pub fn applied(&self) -> Self {
        let mut text = String::with_capacity(self.text.len());
        let mut marks = Vec::new();
        let mut done = 0;
        for mark in &self.marks {
            text.push_str(&self.text[done..mark.span.start]);
            let start = text.len();
            text.push_str(mark.suggestion.as_deref().unwrap_or(&self.text[mark.span.start..mark.span.end]));
            if mark.suggestion.is_none() {
                marks.push(Mark { span: Span::new(start, text.len()), suggestion: None });
            }
            done = mark.span.end;
        }
        text.push_str(&self.text[done..]);
        Self { text, marks }
    }
}

/// Every way in which a check fails the examples that it carries itself.
pub fn prove(check: &dyn Check, names: &Names) -> Vec<Failure> {
    let about = check.about();
    let flags = about.flags.iter().flat_map(|text| prove_one(check, names, text, true));
    let allows = about.allows.iter().flat_map(|text| prove_one(check, names, text, false));
    flags.chain(allows).collect()
}

/// Every way in which a check fails one example, which has marks if and only if it `flags`.
pub fn prove_one(check: &dyn Check, names: &Names, marked: &str, flags: bool) -> Vec<Failure> {
    let fail = |(kind, what)| Failure { kind, example: marked.to_owned(), what };
    let example = match Example::parse(marked) {
        Ok(example) if example.marks.is_empty() != flags => example,
        Ok(_) if flags => return vec![fail((FailureKind::Missing, "it marks nothing to flag".to_owned()))],
        Ok(_) => return vec![fail((FailureKind::Noisy, "it is allowed and yet has a mark".to_owned()))],
        Err(what) => return vec![fail((FailureKind::Wrong, what))],
    };
    let mut failures = compare(&example, &findings(check, names, &example));
    if failures.is_empty() && flags {
        let applied = example.applied();
        let again = compare(&applied, &findings(check, names, &applied));
        failures.extend(again.into_iter().map(|(kind, what)| (kind, format!("once corrected, {what}"))));
    }
    failures.into_iter().map(fail).collect()
}

fn findings(check: &dyn Check, names: &Names, example: &Example) -> Vec<Finding> {
    let article = Article::new("example", example.text.as_str(), Format::Text);
    let analysis = Analysis::new(&article, names);
    let mut findings = Findings::default();
    check.check(&analysis, &mut findings);
    findings.into_vec()
}

/// How the findings differ from the marks: first the marks in order, then the findings that no mark explains.
fn compare(example: &Example, findings: &[Finding]) -> Vec<(FailureKind, String)> {
    let text = |span: Span| &example.text[span.start..span.end];
    let mut unexplained: Vec<&Finding> = findings.iter().collect();
    let mut failures = Vec::new();
    for mark in &example.marks {
        let exact = |finding: &&Finding| {
            finding.span == mark.span && finding.suggestions.first() == mark.suggestion.as_ref()
        };
        let near = |finding: &&Finding| finding.span.overlaps(mark.span);
        let expected = shown(text(mark.span), mark.suggestion.as_deref());
        if let Some(at) = unexplained.iter().position(exact) {
            unexplained.remove(at);
        } else if let Some(at) = unexplained.iter().position(near) {
            let finding = unexplained.remove(at);
            let got = shown(text(finding.span), finding.suggestions.first().map(String::as_str));
            failures.push((FailureKind::Wrong, format!("expected {expected}, got {got}")));
        } else {
            failures.push((FailureKind::Missing, format!("expected {expected}, got nothing")));
        }
    }
    failures.extend(unexplained.into_iter().map(|finding| {
        let got = shown(text(finding.span), finding.suggestions.first().map(String::as_str));
        (FailureKind::Noisy, format!("got {got}, expected nothing"))
    }));
    failures
}

fn shown(found: &str, suggestion: Option<&str>) -> String {
    match suggestion {
        Some(suggestion) => format!("[[{found}|{suggestion}]]"),
        None => format!("[[{found}]]"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::About;
    use crate::finding::{Category, Confidence, Severity};

    #[test]
    fn marks_are_taken_out_of_the_text() {
        let example = Example::parse("A [[b|c]], [[d|]]\n[[ž]].").expect("well formed");
        assert_eq!(example.text, "A b, d\nž.");
        let mark = |start, end, suggestion: Option<&str>| Mark {
            span: Span::new(start, end),
            suggestion: suggestion.map(str::to_owned),
        };
        assert_eq!(example.marks, [mark(2, 3, Some("c")), mark(5, 6, Some("")), mark(7, 9, None)]);
        assert_eq!(
            example.applied(),
            Example { text: "A c, \nž.".to_owned(), marks: vec![mark(6, 8, None)] }
        );
    }

    #[test]
    fn a_mark_that_cannot_be_read_is_refused() {
        assert_eq!(Example::parse("A [[b"), Err("the mark `[[b` is never closed by `]]`".to_owned()));
        assert_eq!(Example::parse("A [[|b]]"), Err("the mark `[[|b]]` holds no text to flag".to_owned()));
    }

    /// Flags every `x`, suggests `y`.
    struct NoX;

    impl Check for NoX {
        fn about(&self) -> About<'_> {
            About {
                id: "no-x",
                category: Category::Spelling,
                severity: Severity::Minor,
                confidence: Confidence::percent(90),
                summary: "",
                why: "",
                flags: Vec::new(),
                allows: Vec::new(),
            }
        }

        fn check(&self, article: &Analysis<'_>, findings: &mut Findings) {
            for (at, _) in article.article.text().match_indices('x') {
                findings.report(Finding::new(Span::new(at, at + 1), "x").suggest("y"));
            }
        }
    }

    fn failures(marked: &str, flags: bool) -> Vec<String> {
        prove_one(&NoX, &Names::builtin(), marked, flags)
            .iter()
            .map(|failure| format!("{}: {}", failure.kind, failure.what))
            .collect()
    }

    #[test]
    fn failures_are_told_apart() {
        assert!(failures("a [[x|y]] b", true).is_empty());
        assert_eq!(failures("a [[b|y]]", true), ["missing: expected [[b|y]], got nothing"]);
        assert_eq!(failures("x", false), ["noisy: got [[x|y]], expected nothing"]);
        assert_eq!(failures("[[x|z]]", true), ["wrong: expected [[x|z]], got [[x|y]]"]);
        assert_eq!(failures("[[ax|y]]", true), ["wrong: expected [[ax|y]], got [[x|y]]"]);
        assert_eq!(failures("ab", true), ["missing: it marks nothing to flag"]);
        assert_eq!(failures("[[x]]", false), ["noisy: it is allowed and yet has a mark"]);
    }
}
