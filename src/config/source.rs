//! A configuration's text and name: where errors are, and what is said of them.

use std::ops::Range;
use std::path::Path;

use super::spec::Spec;
use crate::error::{Error, Result, nearest};

/// Every key, with the table that holds it and an example.
const KEYS: [(&str, &str, &str); 12] = [
    ("", "min-confidence", "70"),
    ("", "fail-on", "\"major\""),
    ("", "source-language", "\"sr\""),
    ("allow", "names", "[\"Kir Stamer\"]"),
    ("allow", "phrases", "[\"black chronicle\"]"),
    ("names", "files", "[\"our-names.csv\"]"),
    ("rules", "files", "[\"our-rules.toml\"]"),
    ("checks.<id>", "enabled", "false"),
    ("checks.<id>", "severity", "\"minor\""),
    ("checks.<id>", "confidence", "80"),
    ("score", "review", "1"),
    ("score", "hold", "25"),
];

/// A configuration's text and name.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub(super) path: &'a Path,
    pub(super) text: &'a str,
}

impl Source<'_> {
    pub(super) fn parse(&self) -> Result<Spec> {
        toml::from_str(self.text).map_err(|error| self.explain(&error))
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
        // serde names what it found, then what it expected, each in backticks.
        let mut quoted = message.split('`').skip(1).step_by(2);
        if message.starts_with("unknown field") {
            let key = quoted.next().unwrap_or_default();
            let siblings: Vec<&str> = quoted.collect();
            return self.error(&span, format!("unknown key `{key}`")).remedy(meant_key(key, &siblings));
        }
        let key = self.key(span.start);
        let of_key = key.map(|key| format!("key `{key}`: ")).unwrap_or_default();
        if message.starts_with("unknown variant") {
            let word = quoted.next().unwrap_or_default();
            let choices: Vec<&str> = quoted.collect();
            return self.error(&span, format!("{of_key}there is no `{word}`")).remedy(
                match nearest(word, choices.iter().copied()) {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None => format!("write one of {}", choices.join(", ")),
                },
            );
        }
        let error = self.error(&span, format!("{of_key}{message}"));
        match key.and_then(|key| KEYS.into_iter().find(|(_, known, _)| *known == key)) {
            Some((_, key, example)) => error.remedy(format!("write it so: {key} = {example}")),
            None => error.remedy("`misnomer explain config` shows every key with an example"),
        }
    }

    /// The key whose value holds the byte at `offset`: the last one that begins a line before it.
    fn key(&self, offset: usize) -> Option<&str> {
        let line_end = self.text[offset..].find('\n').map_or(self.text.len(), |at| offset + at);
        let lines = self.text[..line_end].lines().rev();
        lines.take_while(|line| !line.starts_with('[')).find_map(|line| {
            let (key, _) = line.split_once('=')?;
            let key = key.trim();
            (!key.starts_with('#') && !key.contains(char::is_whitespace)).then_some(key)
        })
    }
}

/// The key that was probably meant: one that may stand there, else one that may stand elsewhere; else all that may.
fn meant_key(key: &str, siblings: &[&str]) -> String {
    if let Some(meant) = nearest(key, siblings.iter().copied()) {
        return format!("did you mean `{meant}`?");
    }
    let meant = nearest(key, KEYS.iter().map(|(_, known, _)| *known));
    if let Some((table, known, _)) = KEYS.into_iter().find(|(_, known, _)| Some(*known) == meant) {
        return match table {
            "" => format!("`{known}` stands above the first table"),
            table => format!("`{known}` stands in the table [{table}]"),
        };
    }
    let others = format!("the keys here are {}", siblings.join(", "));
    if siblings == ["files"] {
        format!("{others}; a check or a rule is set in [checks.{key}]")
    } else {
        others
    }
}
