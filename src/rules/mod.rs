//! Rules files: read, validated and compiled; a [`Rule`] is a [`Check`].
//!
//! A rules file is TOML, one `[[rule]]` table a rule, of one of several kinds. [`load`] says all that is wrong with the form of a
//! file before any article is read; whether the examples hold is proved by [`crate::examples`], when asked. [`schema`] says the
//! same to an editor as JSON Schema. A [`Prefilter`] finds the few rules worth running on a sentence.

mod expression;
mod forms;
mod glossary;
mod keys;
mod kinds;
mod letter_case;
mod line;
mod prefilter;
mod read;
mod refusal;
mod schema;
mod source;
mod spec;
mod syntax;
mod template;
mod validate;

use std::path::Path;
use std::sync::Arc;

use crate::analysis::Analysis;
use crate::article::{Scope, Span};
use crate::checks::{About, Check, names as name_checks};
use crate::finding::{Category, Confidence, Finding, Findings, Severity};
use crate::names::BrokenName;
use expression::Expression;
use kinds::{Match, Matcher};
use line::Line;
pub use prefilter::Prefilter;
pub use read::{builtin, builtin_and, load, names};
pub use schema::schema;

/// A check written in a rules file.
pub struct Rule {
    path: Arc<Path>,
    line: usize,
    kind: &'static str,
    id: String,
    category: Category,
    severity: Severity,
    confidence: Confidence,
    matcher: Box<dyn Matcher>,
    unless: Option<Expression>,
    /// The parts of an article that it reads; none for all.
    scope: Vec<Scope>,
    /// What findings say; none where the kind has words of its own.
    message: Option<String>,
    summary: String,
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

    /// The kind of rule, as rules files write it.
    pub fn kind(&self) -> &'static str {
        self.kind
    }

    /// Whether it makes names known, and leaves it to the checks for names to report what is wrong with them.
    pub fn knows_names(&self) -> bool {
        !self.matcher.names().is_empty()
    }

    /// Reports what is wrong in some sentences of an article, which hold all that the rule may match.
    fn check_lines<'l>(
        &self,
        article: &Analysis<'_>,
        lines: impl IntoIterator<Item = &'l Line<'l>>,
        findings: &mut Findings,
    ) {
        let mut matches = Vec::new();
        for line in lines {
            self.matches(article, line, &mut matches);
        }
        for found in self.matcher.settle(matches, self.message.as_deref()) {
            let finding = Finding::new(found.span, found.message);
            findings.report(Finding { suggestions: found.suggestions, ..finding });
        }
    }

    /// Adds the matches in a sentence that no exception silences.
    fn matches(&self, article: &Analysis<'_>, line: &Line<'_>, matches: &mut Vec<Match>) {
        let mut exceptions: Option<Vec<Span>> = None;
        self.matcher.find(&line.text, self.message.as_deref(), &mut |found| {
            let exceptions = exceptions.get_or_insert_with(|| self.exceptions(&line.text));
            let after = exceptions.partition_point(|other| other.end <= found.span.start);
            if exceptions.get(after).is_some_and(|other| other.start < found.span.end) {
                return;
            }
            let span = line.span(&(found.span.start..found.span.end));
            if self.scope.is_empty() || self.scope.contains(&article.scope(span)) {
                matches.push(Match { span, ..found });
            }
        });
    }

    fn exceptions(&self, sentence: &str) -> Vec<Span> {
        let found = self.unless.iter().flat_map(|unless| unless.regex().find_iter(sentence));
        found.map(|found| Span::from(found.range())).collect()
    }

    /// Whether a broken name was meant for a name of the rule, or shares a word with one.
    fn concerns(&self, article: &Analysis<'_>, name: &BrokenName) -> bool {
        let words: Vec<&str> = article.article.slice(name.span).split_whitespace().collect();
        self.matcher.names().iter().any(|entry| {
            let meant = name.candidates.iter().any(|candidate| {
                candidate.entry.as_ref().is_some_and(|meant| meant.starts_with(&entry.name))
            });
            meant || entry.name.split_whitespace().any(|word| words.contains(&word))
        })
    }
}

impl Check for Rule {
    fn about(&self) -> About<'_> {
        About {
            id: &self.id,
            category: self.category,
            severity: self.severity,
            confidence: self.confidence,
            summary: &self.summary,
            why: &self.why,
            flags: self.flags.iter().map(String::as_str).collect(),
            allows: self.allows.iter().map(String::as_str).collect(),
        }
    }

    /// A rule of names reports what the checks for names report of them, once they know the names; an engine leaves it to those.
    fn check(&self, article: &Analysis<'_>, findings: &mut Findings) {
        if self.knows_names() {
            for name in article.broken_names().iter().filter(|name| self.concerns(article, name)) {
                findings.report(name_checks::finding(article, name));
            }
            return;
        }
        let sentences = &article.prose.sentences;
        let lines: Vec<Line<'_>> =
            sentences.iter().map(|&sentence| Line::of(article.article, sentence)).collect();
        self.check_lines(article, &lines, findings);
    }
}
