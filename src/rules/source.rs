//! A rules file: its text, and where in it things stand.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::refusal::{At, Refusal};
use crate::toml_file::TomlFile;

/// A rules file, or a part of one.
pub(super) struct Source<'a> {
    pub(super) file: TomlFile<'a>,
    /// Whether the test suite has validated it, as every built-in file: a start is faster without.
    pub(super) proven: bool,
}

impl<'a> Source<'a> {
    /// A file of this text.
    pub(super) fn new(path: &'a Path, text: &'a str) -> Self {
        Self { file: TomlFile::new(path, text), proven: false }
    }

    /// The file in parts, each of which begins with a rule; what stands in front of the first is with it.
    pub(super) fn parts(&self) -> Vec<Self> {
        let text = self.file.text;
        let behind_lines = memchr::memmem::find_iter(text.as_bytes(), b"\n[[rule]]").map(|at| at + 1);
        let mut starts: Vec<usize> =
            text.starts_with("[[rule]]").then_some(0).into_iter().chain(behind_lines).collect();
        if let Some(first) = starts.first_mut() {
            *first = 0;
        }
        let ends = starts.iter().skip(1).copied().chain([text.len()]);
        let mut lines_before = 0;
        let part = |(&start, end)| {
            let mut file = TomlFile::new(self.file.path, &text[start..end]);
            file.lines_before = lines_before;
            lines_before += memchr::memchr_iter(b'\n', file.text.as_bytes()).count();
            Self { file, proven: self.proven }
        };
        starts.iter().zip(ends).map(part).collect()
    }

    /// A file that a rule names, by its path from this one: what it is called, and what is in it.
    pub(super) fn file_beside(&self, name: &str) -> Result<(PathBuf, Vec<u8>), Refusal> {
        let path = self.file.path.parent().unwrap_or(Path::new("")).join(name);
        match fs::read(&path) {
            Ok(bytes) => Ok((path, bytes)),
            Err(error) => {
                let what = format!("`{}` cannot be read: {error}", path.display());
                Err(Refusal::value("file", what, "write the path as it leads there from this file"))
            }
        }
    }

    /// Where the value of a key, or what is at some place of it, stands in the rule of this number. For errors alone: it reads the
    /// file again.
    pub(super) fn span_of(&self, rule: usize, key: &str, at: Option<&At>) -> Option<Range<usize>> {
        let file = DeTable::parse(self.file.text).ok()?.into_inner();
        let rule = rules(&file).nth(rule)?;
        let value = entry(rule, key)?;
        let inner = match (at, value.get_ref()) {
            (Some(At::Item(number)), DeValue::Array(items)) => items.get(*number),
            (Some(At::Entry(key)), DeValue::Table(table)) => entry(table, key),
            _ => None,
        };
        Some(inner.unwrap_or(value).span())
    }
}

/// The tables of `[[rule]]`.
fn rules<'t, 'i>(file: &'t DeTable<'i>) -> impl Iterator<Item = &'t DeTable<'i>> {
    let list = entry(file, "rule").and_then(|rules| rules.get_ref().as_array());
    list.into_iter().flat_map(|rules| rules.iter()).filter_map(|rule| rule.get_ref().as_table())
}

fn entry<'t, 'i>(table: &'t DeTable<'i>, key: &str) -> Option<&'t Spanned<DeValue<'i>>> {
    table.iter().find_map(|(known, value)| (known.get_ref() == key).then_some(value))
}
