//! A TOML file that a user writes: its text, and where in it things stand, for errors.

use std::ops::Range;
use std::path::Path;
use std::sync::OnceLock;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::error::Error;

/// A file's text and name.
pub(crate) struct TomlFile<'a> {
    pub(crate) path: &'a Path,
    pub(crate) text: &'a str,
    /// Lines of the file before this part of it.
    pub(crate) lines_before: usize,
    /// Where its lines end, once somebody asks for a line.
    line_ends: OnceLock<Vec<usize>>,
}

impl<'a> TomlFile<'a> {
    pub(crate) fn new(path: &'a Path, text: &'a str) -> Self {
        Self { path, text, lines_before: 0, line_ends: OnceLock::new() }
    }

    /// The line of a byte, from 1.
    pub(crate) fn line(&self, offset: usize) -> usize {
        let line_ends =
            self.line_ends.get_or_init(|| memchr::memchr_iter(b'\n', self.text.as_bytes()).collect());
        self.lines_before + line_ends.partition_point(|&end| end < offset) + 1
    }

    /// An error at `span`.
    pub(crate) fn error(&self, span: &Range<usize>, what: impl Into<String>) -> Error {
        Error::new(what).file(self.path).line(self.line(span.start))
    }

    /// The innermost key in whose value a byte stands. For errors alone: it reads the file again, as far as it can be read.
    pub(crate) fn key_at(&self, offset: usize) -> Option<String> {
        let (file, _) = DeTable::parse_recoverable(self.text);
        key_in(file.get_ref(), offset)
    }
}

fn key_in(table: &DeTable<'_>, offset: usize) -> Option<String> {
    let holds = |value: &Spanned<DeValue<'_>>| value.span().contains(&offset);
    let tables = |value: &Spanned<DeValue<'_>>| match value.get_ref() {
        DeValue::Table(table) => key_in(table, offset),
        DeValue::Array(items) => items.iter().find_map(|item| key_in(item.get_ref().as_table()?, offset)),
        _ => None,
    };
    // The span of a table is that of its header: what stands in it is asked first.
    let inner = table.iter().find_map(|(_, value)| tables(value));
    inner.or_else(|| table.iter().find_map(|(key, value)| holds(value).then(|| key.get_ref().to_string())))
}

/// Of what serde says of a key that it does not know, the key, and those that may stand in its place: each is in backticks.
pub(crate) fn unknown_key(message: &str) -> Option<(&str, Vec<&str>)> {
    message.starts_with("unknown field").then(|| quoted(message))
}

/// Likewise of a word.
pub(crate) fn unknown_word(message: &str) -> Option<(&str, Vec<&str>)> {
    message.starts_with("unknown variant").then(|| quoted(message))
}

fn quoted(message: &str) -> (&str, Vec<&str>) {
    let mut quoted = message.split('`').skip(1).step_by(2);
    (quoted.next().unwrap_or_default(), quoted.collect())
}
