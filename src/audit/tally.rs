//! What a run came to.

use std::fmt;

use super::{Input, Skipped};
use crate::finding::Severity;
use crate::report::Row;

/// How many articles were checked, what was found in them, and what was passed over.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Files checked that are one article each.
    pub files: usize,
    /// Articles checked that are a line of a JSON Lines file.
    pub records: usize,
    /// What was passed over.
    pub skipped: Skipped,
    /// Findings, by severity in the order of [`Severity::ALL`].
    findings: [usize; Severity::ALL.len()],
}

impl Tally {
    /// Counts one article of an input with its findings.
    pub fn add(&mut self, input: &Input, rows: &[Row]) {
        *if input.is_json_lines() { &mut self.records } else { &mut self.files } += 1;
        for row in rows {
            self.findings[row.reported.severity as usize] += 1;
        }
    }

    /// The worst severity found.
    pub fn worst(&self) -> Option<Severity> {
        Severity::ALL.into_iter().rev().find(|&severity| self.findings[severity as usize] > 0)
    }
}

/// One line, such as `2 files, 3 findings (1 critical, 2 minor), skipped 1 binary`.
impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let total: usize = self.findings.iter().sum();
        let plural = |count: usize| if count == 1 { "" } else { "s" };
        if self.files > 0 || self.records == 0 {
            write!(f, "{} file{}, ", self.files, plural(self.files))?;
        }
        if self.records > 0 {
            write!(f, "{} record{}, ", self.records, plural(self.records))?;
        }
        write!(f, "{total} finding{}", plural(total))?;
        let found = Severity::ALL.into_iter().rev().filter(|&severity| self.findings[severity as usize] > 0);
        let parts: Vec<String> =
            found.map(|severity| format!("{} {severity}", self.findings[severity as usize])).collect();
        if !parts.is_empty() {
            write!(f, " ({})", parts.join(", "))?;
        }
        if self.skipped != Skipped::default() {
            write!(f, ", skipped {}", self.skipped)?;
        }
        Ok(())
    }
}
