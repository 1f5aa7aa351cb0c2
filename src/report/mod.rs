//! Reports of findings, one file a format. The same rows give the same bytes every time.

mod csv;
mod jsonl;
mod row;
#[cfg(test)]
mod sample;
mod scores;
mod text;

use std::io::{self, Write};

pub use csv::{guarded, table};
pub use row::Row;
pub use scores::write_scores;

use crate::score::Scored;

/// The form of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For reading: each finding with its sentence, its reasons and its suggestions
    Text,
    /// For a spreadsheet: one row a finding
    Csv,
    /// For programs: one JSON object a line
    Jsonl,
}

/// A report that is being written.
pub trait Report {
    /// Adds a finding; findings come in the order of the report.
    fn add(&mut self, row: &Row) -> io::Result<()>;

    /// Ends an article that has findings; only text says what they come to.
    fn end_article(&mut self, _article: &Scored) -> io::Result<()> {
        Ok(())
    }

    /// Hands on all that was added so far.
    fn flush(&mut self) -> io::Result<()>;
}

/// Begins a report; only text has colours.
pub fn begin<'w>(format: Format, colours: bool, out: impl Write + 'w) -> io::Result<Box<dyn Report + 'w>> {
    Ok(match format {
        Format::Text => Box::new(text::Text::new(colours, out)),
        Format::Csv => Box::new(csv::Csv::new(out)?),
        Format::Jsonl => Box::new(jsonl::JsonLines::new(out)),
    })
}

/// The suggestions of a finding in one cell, best first.
fn suggestion(row: &Row) -> String {
    row.reported.suggestions.join(" | ")
}
