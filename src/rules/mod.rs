//! Rules files: read, validated and compiled; a [`Rule`] is a [`Check`].
//!
//! A rules file is TOML, one `[[rule]]` table a rule, of one of several kinds. [`load`] says all that is wrong with the form of a
//! file before any article is read; whether the examples hold is proved by [`crate::examples`], when asked. [`schema`] says the
//! same to an editor as JSON Schema. A [`Prefilter`] finds the few rules worth running on a sentence.

mod body;
mod called;
mod expression;
mod forms;
mod glossary;
mod keys;
mod kinds;
mod letter_case;
mod line;
mod literal_index;
mod plain;
mod prefilter;
mod read;
mod refusal;
mod schema;
mod source;
mod spec;
mod syntax;
mod template;
mod validate;
mod window;

use std::borrow::Cow;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use crate::analysis::Analysis;
use crate::article::Span;
use crate::checks::{About, Check, names as name_checks};
use crate::finding::{Finding, Findings};
use crate::names::BrokenName;
use body::{Body, Unread};
use kinds::{Kind, Match};
use line::Line;
pub use prefilter::Prefilter;
pub use read::{builtin, builtin_and, load, names};
pub use schema::schema;

/// A check written in a rules file.
pub struct Rule {
    path: Arc<Path>,
    line: usize,
    kind: &'static Kind,
    id: Cow<'static, str>,
    /// In a place of its own: of hundreds of rules few are read.
    body: OnceLock<Box<Body>>,
    /// From where the body is read, where it is not at once.
    unread: Option<Unread>,
}

impl Rule {
    /// What reports and configurations call it.
    pub fn id(&self) -> &str {
        &self.id
    }

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
        self.kind.name
    }

    /// Whether it makes names known, and leaves it to the checks for names to report what is wrong with them.
    pub fn knows_names(&self) -> bool {
        !self.kind.reports
    }

    fn body(&self) -> &Body {
        self.body.get_or_init(|| self.unread.expect("a rule is listed or read").read(&self.path))
    }

    /// What it says and does, if that has been read.
    fn into_body(self) -> Option<Box<Body>> {
        self.body.into_inner()
    }

    /// Whether it is worth reading for a sentence; one that is read is run at once.
    fn may_match(&self, sentence: &str) -> bool {
        self.body.get().is_some() || self.unread.is_none_or(|unread| unread.listed.may_match(sentence))
    }

    /// Reports what is wrong in some sentences of an article, which hold all that the rule may match.
    fn check_lines<'l>(
        &self,
        article: &Analysis<'_>,
        lines: impl IntoIterator<Item = &'l Line<'l>>,
        findings: &mut Findings,
    ) {
        let mut matches = Vec::new();
        for line in lines.into_iter().filter(|line| self.may_match(&line.text)) {
            self.matches(article, line, &mut matches);
        }
        if matches.is_empty() {
            return;
        }
        let body = self.body();
        for found in body.matcher.settle(matches, body.message.as_deref()) {
            let finding = Finding::new(found.span, found.message);
            findings.report(Finding { suggestions: found.suggestions, ..finding });
        }
    }

    /// Adds the matches in a sentence that no exception silences.
    fn matches(&self, article: &Analysis<'_>, line: &Line<'_>, matches: &mut Vec<Match>) {
        let mut exceptions: Option<Vec<Span>> = None;
        let body = self.body();
        body.matcher.find(&line.text, body.message.as_deref(), &mut |found| {
            let exceptions = exceptions.get_or_insert_with(|| self.exceptions(&line.text));
            let after = exceptions.partition_point(|other| other.end <= found.span.start);
            if exceptions.get(after).is_some_and(|other| other.start < found.span.end) {
                return;
            }
            let span = line.span(&(found.span.start..found.span.end));
            if body.scope.is_empty() || body.scope.contains(&article.scope(span)) {
                matches.push(Match { span, ..found });
            }
        });
    }

    fn exceptions(&self, sentence: &str) -> Vec<Span> {
        let found = self.body().unless.iter().flat_map(|unless| unless.regex().find_iter(sentence));
        found.map(|found| Span::from(found.range())).collect()
    }

    /// Whether a broken name was meant for a name of the rule, or shares a word with one.
    fn concerns(&self, article: &Analysis<'_>, name: &BrokenName) -> bool {
        let words: Vec<&str> = article.article.slice(name.span).split_whitespace().collect();
        self.body().matcher.names().iter().any(|entry| {
            let listed = format!("{} ({})", entry.name, entry.kind);
            let meant = name.candidates.iter().any(|candidate| candidate.entry.as_ref() == Some(&listed));
            meant || entry.name.split_whitespace().any(|word| words.contains(&word))
        })
    }
}

impl Check for Rule {
    fn about(&self) -> About<'_> {
        let body = self.body();
        About {
            id: &self.id,
            category: body.category,
            severity: body.severity,
            confidence: body.confidence,
            summary: body.message.as_deref().or(self.kind.defaults.summary).unwrap_or_default(),
            why: &body.why,
            flags: body.flags.iter().map(String::as_str).collect(),
            allows: body.allows.iter().map(String::as_str).collect(),
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
