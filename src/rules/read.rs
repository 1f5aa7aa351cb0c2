//! Reads rules files and says what is wrong with them, before any article is read.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use toml::Spanned;
use toml::de::DeTable;

use super::Rule;
use super::body::{Body, Listed, Unread};
use super::expression::Expression;
use super::kinds::KINDS;
use super::plain;
use super::refusal::Refusal;
use super::source::Source;
use super::spec::Spec;
use super::template;
use crate::checks::CHECKS;
use crate::error::{Error, Result};
use crate::files::{self, each_once};
use crate::finding::Confidence;
use crate::names::gazetteer::Entry;

/// Name and text of the rules files that are built in, and a list of the rules of those that need not be read at once.
static BUILTIN: &[(&str, &str, Option<&[Listed]>)] = include!(concat!(env!("OUT_DIR"), "/rules.rs"));

/// Bytes of a file from which it is read on several threads: with less it would take longer to start them.
const LONG: usize = 100_000;

/// The built-in rules.
pub fn builtin() -> Vec<Rule> {
    let mut rules = Vec::new();
    for &(path, text, listed) in BUILTIN {
        let Some(listed) = listed else {
            let source = Source { proven: true, ..Source::new(Path::new(path), text) };
            rules.extend(source.rules().expect("the test suite reads every built-in file"));
            continue;
        };
        let path: Arc<Path> = Arc::from(Path::new(path));
        rules.extend(listed.iter().map(|listed| Rule {
            path: path.clone(),
            line: listed.line,
            kind: &KINDS[0],
            id: Cow::Borrowed(listed.id),
            body: OnceLock::new(),
            unread: Some(Unread { listed, file: text }),
        }));
    }
    rules
}

/// The built-in rules and those of `paths`, as by [`load`].
pub fn builtin_and(paths: &[impl AsRef<Path>]) -> Result<Vec<Rule>> {
    with_those_of(builtin(), paths)
}

/// The rules of files, or of every `.toml` file in a folder, in the order of their names; their ids all differ.
pub fn load(paths: &[impl AsRef<Path>]) -> Result<Vec<Rule>> {
    with_those_of(Vec::new(), paths)
}

fn with_those_of(mut rules: Vec<Rule>, paths: &[impl AsRef<Path>]) -> Result<Vec<Rule>> {
    let files: Result<Vec<Vec<PathBuf>>> = paths.iter().map(|path| files(path.as_ref())).collect();
    let mut files = files?.concat();
    each_once(&mut files, PathBuf::as_path);
    for path in files {
        let text = fs::read_to_string(&path).map_err(|error| unreadable(&path, &error))?;
        rules.extend(Source::new(&path, &text).rules()?);
    }
    distinct(&rules)?;
    Ok(rules)
}

/// The names that rules make known, for [`crate::names::Names::add`].
pub fn names(rules: &[Rule]) -> Vec<Entry> {
    let rules = rules.iter().filter(|rule| rule.knows_names());
    rules.flat_map(|rule| rule.body().matcher.names()).cloned().collect()
}

impl<'t> Source<'t> {
    /// The rules of the file, in order; whether their values make sense is looked at unless that is proven.
    fn rules(&self) -> Result<Vec<Rule>> {
        let path: Arc<Path> = Arc::from(self.file.path);
        let parts = self.parts();
        let read: Result<Vec<Vec<Rule>>> = if self.file.text.len() < LONG {
            parts.iter().map(|part| part.rules_of_part(&path)).collect()
        } else {
            parts.par_iter().map(|part| part.rules_of_part(&path)).collect()
        };
        match read {
            Ok(rules) if !parts.is_empty() => Ok(rules.into_iter().flatten().collect()),
            // Of several errors the first is told; and a part may end in the middle of a text of several lines.
            _ => self.rules_of_part(&path),
        }
    }

    /// The rules of a part of a file.
    pub(super) fn rules_of_part(&self, path: &Arc<Path>) -> Result<Vec<Rule>> {
        if let Some(rule) = self.plain_rule(path) {
            return Ok(vec![rule]);
        }
        let rule = |(number, table): (usize, Spanned<DeTable<'t>>)| {
            self.made(self.spec(table)?, path).map_err(|refusal| self.refused(number, refusal))
        };
        self.tables()?.into_iter().enumerate().map(rule).collect()
    }

    /// The rule of a part that holds just one, if it is plain and sound.
    fn plain_rule(&self, path: &Arc<Path>) -> Option<Rule> {
        let (table, line) = plain::rule(self.file.text)?;
        self.made(Spec::of_plain(&table, self.file.lines_before + line)?, path).ok()
    }

    fn made(&self, spec: Spec<'_>, path: &Arc<Path>) -> std::result::Result<Rule, Refusal> {
        if !self.proven {
            spec.validate()?;
        }
        spec.compile(self, path)
    }
}

impl Spec<'_> {
    /// Makes the rule ready to run.
    fn compile(self, source: &Source<'_>, path: &Arc<Path>) -> std::result::Result<Rule, Refusal> {
        let Self { line, kind, common, reporting, own } = self;
        let matcher = (kind.compile)(own, source)?;
        let missing =
            |key: &str| Refusal::rule(format!("the rule has no key `{key}`"), format!("add `{key}`"));
        let message = reporting.message;
        let is_said = message.is_some() || kind.defaults.summary.is_some();
        let spoken_of = message.as_deref().filter(|_| !source.proven).into_iter().flat_map(template::groups);
        if let Some(group) = spoken_of.into_iter().find(|group| !matcher.has_group(group)) {
            return Err(Refusal::of_group("message", group, matcher.group_remedy()));
        }
        let unless = reporting.unless.map(|unless| Expression::new(unless, source.proven)).transpose();
        let confidence = reporting.confidence.or(kind.defaults.confidence);
        let body = Body {
            category: reporting.category.or(kind.defaults.category).ok_or_else(|| missing("category"))?,
            severity: reporting.severity.or(kind.defaults.severity).ok_or_else(|| missing("severity"))?,
            confidence: Confidence::percent(confidence.ok_or_else(|| missing("confidence"))?),
            message: is_said.then_some(message).ok_or_else(|| missing("message"))?,
            matcher,
            unless: unless.map_err(|what| Refusal::of_expression("unless", &what))?,
            scope: reporting.scope.unwrap_or_default(),
            why: format!("Source: {}.", common.source),
            flags: common.flags,
            allows: common.allows,
        };
        let (path, id, body) = (path.clone(), Cow::Owned(common.id), OnceLock::from(Box::new(body)));
        Ok(Rule { path, line, kind, id, body, unread: None })
    }
}

fn files(path: &Path) -> Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(path).map_err(|error| unreadable(path, &error))? {
        let file = entry.map_err(|error| unreadable(path, &error))?.path();
        if file.extension().is_some_and(|extension| extension == "toml") {
            files.push(file);
        }
    }
    files.sort();
    if files.is_empty() {
        return Err(Error::new("no rules file (`.toml`) is in this folder")
            .file(path)
            .remedy("name a rules file, or the folder that holds them"));
    }
    Ok(files)
}

fn unreadable(path: &Path, error: &std::io::Error) -> Error {
    files::unreadable(path, error)
        .remedy("name a rules file in UTF-8, or a folder of them, that you may read")
}

/// An error when two rules, or a rule and a built-in check, have the same id.
fn distinct(rules: &[Rule]) -> Result<()> {
    let checks: BTreeSet<&str> = CHECKS.iter().map(|check| check.about().id).collect();
    let mut seen = FxHashMap::default();
    for rule in rules {
        let taken = match seen.insert(&*rule.id, rule) {
            Some(other) => format!("the rule at {}:{}", other.path.display(), other.line),
            None if checks.contains(&*rule.id) => "a built-in check".to_owned(),
            None => continue,
        };
        return Err(Error::new(format!("key `id`: `{}` is already the id of {taken}", rule.id))
            .file(&rule.path)
            .line(rule.line)
            .remedy("give this rule an id of its own"));
    }
    Ok(())
}
