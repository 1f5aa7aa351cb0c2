//! A rules file as its author wrote it, and what is said when it is ill-formed.

use std::ops::Range;
use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use crate::error::{Error, Result, nearest};
use crate::finding::{Category, Severity};

/// The keys of a rule, in the order in which the documentation names them.
pub(super) const KEYS: [&str; 13] = [
    "id",
    "kind",
    "category",
    "severity",
    "confidence",
    "pattern",
    "suggest",
    "unless",
    "message",
    "source",
    "flags",
    "allows",
    "rule",
];

/// A rules file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    rule: Vec<Spec>,
}

/// One rule as written; every value knows where it stands.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Spec {
    pub(super) id: Spanned<String>,
    pub(super) kind: Option<Spanned<String>>,
    pub(super) category: Category,
    pub(super) severity: Severity,
    pub(super) confidence: Spanned<u8>,
    pub(super) pattern: Spanned<String>,
    pub(super) suggest: Option<Spanned<String>>,
    pub(super) unless: Option<Spanned<String>>,
    pub(super) message: Spanned<String>,
    pub(super) source: Spanned<String>,
    pub(super) flags: Spanned<Vec<Spanned<String>>>,
    pub(super) allows: Spanned<Vec<Spanned<String>>>,
}

/// A rules file's text and name: where errors are.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub(super) path: &'a Path,
    pub(super) text: &'a str,
}

impl Source<'_> {
    /// The rules of the file, in order.
    pub(super) fn parse(&self) -> Result<Vec<Spec>> {
        toml::from_str::<File>(self.text).map(|file| file.rule).map_err(|error| self.explain(&error))
    }

    /// The line of a byte, from 1.
    pub(super) fn line(&self, offset: usize) -> usize {
        self.text[..offset].matches('\n').count() + 1
    }

    /// An error at `span`.
    pub(super) fn error(&self, span: &Range<usize>, what: impl Into<String>) -> Error {
        Error::new(what).file(self.path).line(self.line(span.start))
    }

    /// What serde and toml say, in an editor's words.
    fn explain(&self, error: &toml::de::Error) -> Error {
        let span = error.span().unwrap_or(0..0);
        let message = error.message().trim();
        if message.starts_with("unknown field") {
            let key = &self.text[span.clone()];
            return self.error(&span, format!("unknown key `{key}`")).remedy(known_keys(key));
        }
        if let Some(key) = message.strip_prefix("missing field ") {
            return self
                .error(&span, format!("the rule has no key {key}"))
                .remedy(format!("add {key}; only `kind`, `suggest` and `unless` may be left out"));
        }
        let chosen = self.text[span.clone()].trim_matches(['"', '\'']);
        let choices: Vec<&str> = match self.key(&span) {
            Some("category") => Category::ALL.into_iter().map(|(_, path)| path).collect(),
            Some("severity") => Severity::ALL.into_iter().map(Severity::as_str).collect(),
            _ => Vec::new(),
        };
        if let (Some(key), false) = (self.key(&span), choices.is_empty()) {
            let remedy = match nearest(chosen, choices.iter().copied()) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("write one of {}", choices.join(", ")),
            };
            return self.error(&span, format!("key `{key}`: there is no {key} `{chosen}`")).remedy(remedy);
        }
        let what = match self.key(&span) {
            Some(key) => format!("key `{key}`: {message}"),
            None => message.to_owned(),
        };
        self.error(&span, what).remedy("write one `[[rule]]` table a rule, as TOML (https://toml.io)")
    }

    /// The key whose value begins on the line of `span`.
    fn key(&self, span: &Range<usize>) -> Option<&str> {
        let line = self.text[..span.start].rsplit('\n').next()?;
        let (key, _) = line.split_once('=')?;
        KEYS.into_iter().find(|&known| known == key.trim())
    }
}

/// The key that was probably meant, else all there are.
fn known_keys(key: &str) -> String {
    match nearest(key, KEYS) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("the keys are {}", KEYS[..KEYS.len() - 1].join(", ")),
    }
}
