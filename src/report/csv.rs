//! CSV by RFC 4180, one row a finding.

use std::borrow::Cow;
use std::io::{self, Write};

use super::{Report, Row, suggestion};

const HEADER: [&str; 11] = [
    "file",
    "line",
    "column",
    "check",
    "category",
    "severity",
    "confidence",
    "found",
    "suggestion",
    "message",
    "context",
];

pub(super) struct Csv<W: Write>(csv::Writer<W>);

impl<W: Write> Csv<W> {
    pub(super) fn new(out: W) -> io::Result<Self> {
        let mut writer = table(out);
        writer.write_record(HEADER).map_err(as_io)?;
        Ok(Self(writer))
    }
}

impl<W: Write> Report for Csv<W> {
    fn add(&mut self, row: &Row) -> io::Result<()> {
        let reported = &row.reported;
        let cells = [
            &row.file,
            &row.position.line.to_string(),
            &row.position.column.to_string(),
            &reported.check,
            reported.category.as_str(),
            reported.severity.as_str(),
            &reported.confidence.to_string(),
            &row.found,
            &suggestion(row),
            &reported.message,
            &row.context(),
        ];
        self.0.write_record(cells.map(|cell| guarded(cell).into_owned())).map_err(as_io)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// A table that a spreadsheet opens.
pub fn table<W: Write>(out: W) -> csv::Writer<W> {
    csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out)
}

/// The error beneath, which still tells a closed pipe from a full disk.
pub(super) fn as_io(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// The cell, with an apostrophe in front where a spreadsheet would run it as a formula.
pub fn guarded(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Format, sample};

    #[test]
    fn one_row_a_finding() {
        let text = sample::report(Format::Csv);
        insta::assert_snapshot!(text.replace("\r\n", "␍␊\n"), @r#"
        file,line,column,check,category,severity,confidence,found,suggestion,message,context␍␊
        news/a.txt,1,20,literal-name,Accuracy/Mistranslation/Entity,major,94,(Marko) Blond,Marco Rubio | Marco Rubin,“(Marko) Blond” looks broken.,Secretary of State ⟦(Marko) Blond⟧ said: “=1”.␍␊
        news/a.txt,1,41,literal-name,Accuracy/Mistranslation/Entity,minor,94,'=1,,“=1” looks broken.,Secretary of State (Marko) Blond said: “⟦=1⟧”.␍␊
        news/a.txt,2,9,literal-name,Accuracy/Mistranslation/Entity,major,94,"George␍␊
        Meloni",Giorgia Meloni,“George Meloni” looks broken.,日本 and ⟦George Meloni⟧.␍␊
        "#);
    }

    #[test]
    fn no_cell_is_a_formula() {
        for cell in ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1"] {
            assert_eq!(guarded(cell), format!("'{cell}"));
        }
        assert_eq!(guarded("a=1"), "a=1");
    }
}
