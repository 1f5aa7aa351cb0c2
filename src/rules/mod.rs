//! Rules files: read, validated and compiled; a [`Rule`] is a [`Check`].
//!
//! A rules file is TOML, one `[[rule]]` table a rule. [`load`] says all that is wrong with the form of a file before any
//! article is read; whether the examples hold is proved by [`crate::examples`], when asked.

mod pattern;
mod prefilter;
mod read;
mod spec;
mod validate;

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use regex::{Captures, Match};

use crate::analysis::Analysis;
use crate::article::Span;
use crate::checks::{About, Check};
use crate::finding::{Category, Confidence, Finding, Findings, Severity};
use pattern::Pattern;
pub use prefilter::Prefilter;
pub use read::{builtin, builtin_and, load};

/// A check written in a rules file.
pub struct Rule {
    path: PathBuf,
    line: usize,
    id: String,
    category: Category,
    severity: Severity,
    confidence: Confidence,
    pattern: Pattern,
    suggest: Option<String>,
    unless: Option<Pattern>,
    message: String,
    why: String,
    flags: Vec<String>,
    allows: Vec<String>,
}

impl Rule {
    /// The file that holds it.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The line on which it begins, from 1.
    pub fn line(&self) -> usize {
        self.line
    }

    /// The finding for one match in the sentence that begins at `offset`.
    fn finding(&self, captures: &Captures<'_>, offset: usize) -> Finding {
        let expanded = |template: &str| {
            let mut text = String::new();
            captures.expand(template, &mut text);
            text
        };
        let found = captures.get_match();
        let span = Span::new(found.start(), found.end()).shifted(offset);
        let finding = Finding::new(span, expanded(&self.message));
        match &self.suggest {
            Some(template) => finding.suggest(expanded(template)),
            None => finding,
        }
    }
}

impl Check for Rule {
    fn about(&self) -> About<'_> {
        About {
            id: &self.id,
            category: self.category,
            severity: self.severity,
            confidence: self.confidence,
            summary: &self.message,
            why: &self.why,
            flags: self.flags.iter().map(String::as_str).collect(),
            allows: self.allows.iter().map(String::as_str).collect(),
        }
    }

    fn check(&self, article: &Analysis<'_>, findings: &mut Findings) {
        for &sentence in &article.prose.sentences {
            let text = &on_one_line(article.article.slice(sentence));
            let mut matches = self.pattern.regex().captures_iter(text).peekable();
            if matches.peek().is_none() {
                continue;
            }
            let exceptions: Vec<Match<'_>> =
                self.unless.iter().flat_map(|unless| unless.regex().find_iter(text)).collect();
            for captures in matches {
                let found = captures.get_match();
                let after = exceptions.partition_point(|other| other.end() <= found.start());
                if exceptions.get(after).is_none_or(|other| other.start() >= found.end()) {
                    findings.report(self.finding(&captures, sentence.start));
                }
            }
        }
    }
}

/// The sentence with a space for every byte of a line end: a pattern need not know how the text is wrapped.
fn on_one_line(sentence: &str) -> Cow<'_, str> {
    if sentence.contains('\n') {
        Cow::Owned(sentence.replace(['\n', '\r'], " "))
    } else {
        Cow::Borrowed(sentence)
    }
}
