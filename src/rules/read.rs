//! Reads rules files and says what is wrong with them, before any article is read.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use toml::Spanned;

use super::Rule;
use super::pattern::Pattern;
use super::spec::{Source, Spec};
use crate::checks::CHECKS;
use crate::error::{Error, Result};
use crate::finding::Confidence;

/// Name and text of the rules files that are built in.
const BUILTIN: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/rules.rs"));

/// The built-in rules.
pub fn builtin() -> Vec<Rule> {
    // Not validated: `load("rules")` of the test suite does that once, and every start is faster for it.
    let parsed = BUILTIN.iter().flat_map(|(path, text)| {
        let source = Source { path: Path::new(path), text };
        let specs = source.parse().expect("the test suite reads every built-in file");
        specs.into_iter().map(move |spec| spec.compile(&source)).collect::<Vec<_>>()
    });
    parsed.collect()
}

/// The built-in rules and those of `paths`, whose ids all differ.
pub fn builtin_and(paths: &[PathBuf]) -> Result<Vec<Rule>> {
    let mut rules = builtin();
    for path in paths {
        rules.extend(load(path)?);
    }
    distinct(&rules)?;
    Ok(rules)
}

/// The rules of a file, or of every `.toml` file in a folder, in the order of their names.
pub fn load(path: &Path) -> Result<Vec<Rule>> {
    let mut rules = Vec::new();
    for path in files(path)? {
        let text = fs::read_to_string(&path).map_err(|error| unreadable(&path, &error))?;
        let source = Source { path: &path, text: &text };
        for spec in source.parse()? {
            spec.validate(&source)?;
            let rule = spec.compile(&source);
            rule.validate(&spec, &source)?;
            rules.push(rule);
        }
    }
    distinct(&rules)?;
    Ok(rules)
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
    Error::new(format!("cannot read the rules: {error}"))
        .file(path)
        .remedy("name a rules file in UTF-8, or a folder of them, that you may read")
}

/// An error when two rules, or a rule and a built-in check, have the same id.
fn distinct(rules: &[Rule]) -> Result<()> {
    let mut seen = BTreeMap::new();
    for rule in rules {
        let taken = match seen.insert(rule.id.as_str(), rule) {
            Some(other) => format!("the rule at {}:{}", other.path.display(), other.line),
            None if CHECKS.iter().any(|check| check.about().id == rule.id) => "a built-in check".to_owned(),
            None => continue,
        };
        return Err(Error::new(format!("key `id`: `{}` is already the id of {taken}", rule.id))
            .file(&rule.path)
            .line(rule.line)
            .remedy("give this rule an id of its own"));
    }
    Ok(())
}

impl Spec {
    fn compile(&self, source: &Source<'_>) -> Rule {
        let text = |value: &Spanned<String>| value.get_ref().clone();
        let texts = |list: &Spanned<Vec<Spanned<String>>>| list.get_ref().iter().map(text).collect();
        Rule {
            path: source.path.to_owned(),
            line: source.line(self.id.span().start),
            id: text(&self.id),
            category: self.category,
            severity: self.severity,
            confidence: Confidence::percent(*self.confidence.get_ref()),
            pattern: Pattern::new(text(&self.pattern)),
            suggest: self.suggest.as_ref().map(text),
            unless: self.unless.as_ref().map(|unless| Pattern::new(text(unless))),
            message: text(&self.message),
            why: format!("Source: {}.", self.source.get_ref()),
            flags: texts(&self.flags),
            allows: texts(&self.allows),
        }
    }
}
