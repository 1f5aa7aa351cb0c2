//! Reading the tables of `rules/` and of the user: CSV with a header, each row a value.

use std::marker::PhantomData;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::error::{Error, Result};

/// How a table is written, where that is not as ours are.
#[derive(Clone, Debug)]
pub struct Layout {
    /// What parts the cells; cells parted by tabs have no quotation marks of their own.
    pub delimiter: u8,
    /// Columns by their own name and by ours.
    pub renamed: Vec<(String, String)>,
    /// A column that the table lacks, and its value in every row.
    pub added: Option<(&'static str, String)>,
}

impl Default for Layout {
    fn default() -> Self {
        Self { delimiter: b',', renamed: Vec::new(), added: None }
    }
}

/// The rows of a CSV table with the line each begins on.
///
/// Fails at the first row that does not fit, naming the file, the line and the column.
pub fn rows<T: DeserializeOwned>(path: &Path, text: &[u8]) -> Result<Vec<(usize, T)>> {
    Rows::read(path, text, &Layout::default())?.collect()
}

/// The rows of a table, one after another; one that does not fit is an error, and the next is read all the same.
pub struct Rows<'t, T> {
    path: &'t Path,
    reader: csv::Reader<&'t [u8]>,
    headers: csv::StringRecord,
    record: csv::StringRecord,
    lines: Lines<'t>,
    added: Option<String>,
    row: PhantomData<T>,
}

impl<'t, T: DeserializeOwned> Rows<'t, T> {
    /// Reads the header line.
    pub fn read(path: &'t Path, text: &'t [u8], layout: &Layout) -> Result<Self> {
        let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
        let mut reader = csv::ReaderBuilder::new()
            .trim(csv::Trim::All)
            .delimiter(layout.delimiter)
            .quoting(layout.delimiter != b'\t')
            .from_reader(text);
        let written = reader.headers().map_err(|error| refused(path, text, None, &error))?;
        let ours = |column: &str| {
            let renamed = layout.renamed.iter().find(|(theirs, _)| theirs == column);
            renamed.map_or(column, |(_, ours)| ours).to_owned()
        };
        let mut headers: csv::StringRecord = written.iter().map(ours).collect();
        let added = layout.added.as_ref().filter(|(column, _)| !headers.iter().any(|known| known == *column));
        let added = added.cloned().map(|(column, value)| {
            headers.push_field(column);
            value
        });
        let lines = Lines { text, line: 1, at: 0 };
        Ok(Self { path, reader, headers, record: csv::StringRecord::new(), lines, added, row: PhantomData })
    }

    /// Whether the table has a column, under our name.
    pub fn has(&self, column: &str) -> bool {
        self.headers.iter().any(|known| known == column)
    }

    /// How many bytes have been read.
    pub fn bytes_read(&self) -> u64 {
        self.reader.position().byte()
    }
}

impl<T: DeserializeOwned> Iterator for Rows<'_, T> {
    type Item = Result<(usize, T)>;

    fn next(&mut self) -> Option<Self::Item> {
        let (path, text) = (self.path, self.lines.text);
        let refused =
            |headers: &csv::StringRecord, error| Some(Err(refused(path, text, Some(headers), &error)));
        match self.reader.read_record(&mut self.record) {
            Ok(false) => return None,
            Ok(true) => {}
            Err(error) => return refused(&self.headers, error),
        }
        if let Some(value) = &self.added {
            self.record.push_field(value);
        }
        let at = self.record.position().map_or(0, csv::Position::byte);
        match self.record.deserialize(Some(&self.headers)) {
            Ok(row) => Some(Ok((self.lines.line_at(at), row))),
            Err(error) => refused(&self.headers, error),
        }
    }
}

/// Counts lines as far as they are asked for; the reader's own count is one short behind a CRLF.
struct Lines<'t> {
    text: &'t [u8],
    line: usize,
    at: usize,
}

impl Lines<'_> {
    /// The line, from 1, of the row at a byte, which may stand before the end of the line above it.
    fn line_at(&mut self, byte: u64) -> usize {
        let byte = usize::try_from(byte).unwrap_or(usize::MAX).min(self.text.len());
        let ends = self.text[byte..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let row = (byte + ends).max(self.at);
        self.line += memchr::memchr_iter(b'\n', &self.text[self.at..row]).count();
        self.at = row;
        self.line
    }
}

/// The values of a list cell, which ` | ` joins.
pub fn list(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('|').map(str::trim).filter(|value| !value.is_empty())
}

/// Reads a list cell.
pub fn list_cell<'de, D: serde::Deserializer<'de>>(cell: D) -> std::result::Result<Vec<String>, D::Error> {
    Ok(list(&String::deserialize(cell)?).map(str::to_owned).collect())
}

fn refused(path: &Path, text: &[u8], headers: Option<&csv::StringRecord>, error: &csv::Error) -> Error {
    let line = error.position().map(|at| Lines { text, line: 1, at: 0 }.line_at(at.byte()));
    let column = |field: Option<u64>| {
        let field = usize::try_from(field?).ok()?;
        headers?.get(field).map(str::to_owned)
    };
    let (what, remedy) = match error.kind() {
        csv::ErrorKind::Deserialize { err, .. } => {
            let what = err.kind().to_string();
            let what =
                column(err.field()).map_or(what.clone(), |column| format!("column `{column}`: {what}"));
            match what.strip_prefix("missing field `").and_then(|rest| rest.strip_suffix('`')) {
                Some(missing) => (
                    format!("the column `{missing}` is missing"),
                    format!("add `{missing}` to the header line; see `misnomer names --help` or the README"),
                ),
                None => (what, "mend the cell, or leave it empty".to_owned()),
            }
        }
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => (
            format!("the row has {len} cells, the header {expected_len}"),
            "put a cell with a comma or a quotation mark in double quotes".to_owned(),
        ),
        csv::ErrorKind::Utf8 { .. } => {
            ("the row is not UTF-8".to_owned(), "save the file as CSV in UTF-8".to_owned())
        }
        _ => (error.to_string(), "check that the file is CSV in UTF-8".to_owned()),
    };
    let error = Error::new(what).file(path).remedy(remedy);
    match line {
        Some(line) => error.line(line),
        None => error,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Deserialize, PartialEq)]
    struct Row {
        name: String,
        #[serde(default, deserialize_with = "list_cell")]
        aliases: Vec<String>,
        rank: u8,
    }

    fn read(text: &str) -> std::result::Result<Vec<(usize, Row)>, String> {
        rows(Path::new("t.csv"), text.as_bytes()).map_err(|error| error.to_string())
    }

    #[test]
    fn rows_know_their_lines() {
        let read = read("\u{feff}name,aliases,rank\r\n\"A\nB\", x | y ,1\r\nC,,2\r\n").unwrap_or_default();
        let lines: Vec<_> =
            read.iter().map(|(line, row)| (*line, row.name.as_str(), row.aliases.len())).collect();
        assert_eq!(lines, [(2, "A\nB", 2), (4, "C", 0)]);
    }

    #[test]
    fn an_error_says_where_and_what_to_do() {
        for (text, says) in [
            ("name,aliases\nA,\n", "t.csv:2: the column `rank` is missing\n  help: add `rank` to the header"),
            (
                "name,aliases,rank\nA,,x\n",
                "t.csv:2: column `rank`: invalid digit found in string\n  help: mend",
            ),
            ("name,aliases,rank\nA,1\n", "t.csv:2: the row has 2 cells, the header 3\n  help: put a cell"),
        ] {
            let error = read(text).expect_err("the table is broken");
            assert!(error.starts_with(says), "{error}");
        }
    }
}
