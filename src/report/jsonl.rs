//! JSON Lines: the cells of the CSV as they are, the span in bytes, and the reasons as a list.

use std::io::{self, Write};

use serde::Serialize;

use super::{Report, Row, suggestion};
use crate::finding::{Category, Confidence, Severity};

pub(super) struct JsonLines<W>(W);

impl<W: Write> JsonLines<W> {
    pub(super) fn new(out: W) -> Self {
        Self(out)
    }
}

#[derive(Serialize)]
struct Object<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    check: &'a str,
    category: Category,
    severity: Severity,
    confidence: Confidence,
    found: &'a str,
    suggestion: String,
    message: &'a str,
    context: String,
    start: usize,
    end: usize,
    evidence: &'a [String],
}

impl<W: Write> Report for JsonLines<W> {
    fn add(&mut self, row: &Row) -> io::Result<()> {
        let reported = &row.reported;
        let object = Object {
            file: &row.file,
            line: row.position.line,
            column: row.position.column,
            check: &reported.check,
            category: reported.category,
            severity: reported.severity,
            confidence: reported.confidence,
            found: &row.found,
            suggestion: suggestion(row),
            message: &reported.message,
            context: row.context(),
            start: row.place.start,
            end: row.place.end,
            evidence: &reported.evidence,
        };
        serde_json::to_writer(&mut self.0, &object)?;
        writeln!(self.0)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

#[cfg(test)]
mod tests {
    use crate::report::{Format, sample};

    #[test]
    fn one_object_a_finding() {
        insta::assert_snapshot!(sample::report(Format::Jsonl), @r#"
        {"file":"news/a.txt","line":1,"column":20,"check":"literal-name","category":"Accuracy/Mistranslation/Entity","severity":"major","confidence":94,"found":"(Marko) Blond","suggestion":"Marco Rubio | Marco Rubin","message":"“(Marko) Blond” looks broken.","context":"Secretary of State ⟦(Marko) Blond⟧ said: “=1”.","start":22,"end":35,"evidence":["*Blond* is English for Spanish *rubio*."]}
        {"file":"news/a.txt","line":1,"column":41,"check":"literal-name","category":"Accuracy/Mistranslation/Entity","severity":"minor","confidence":94,"found":"=1","suggestion":"","message":"“=1” looks broken.","context":"Secretary of State (Marko) Blond said: “⟦=1⟧”.","start":45,"end":47,"evidence":[]}
        {"file":"news/a.txt","line":2,"column":9,"check":"literal-name","category":"Accuracy/Mistranslation/Entity","severity":"major","confidence":94,"found":"George\r\nMeloni","suggestion":"Giorgia Meloni","message":"“George Meloni” looks broken.","context":"日本 and ⟦George Meloni⟧.","start":65,"end":79,"evidence":[]}
        "#);
    }
}
