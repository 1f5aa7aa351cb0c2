//! What a run came to.

use std::fmt;

use super::Skipped;
use crate::finding::Severity;
use crate::report::Row;

/// How many articles were checked, what was found in them, and what was passed over.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Articles checked.
    pub articles: usize,
    /// What was passed over.
    pub skipped: Skipped,
    /// Findings, by severity in the order of [`Severity::ALL`].
    findings: [usize; Severity::ALL.len()],
}

impl Tally {
    /// Counts one article with its findings.
    pub fn add(&mut self, rows: &[Row]) {
        self.articles += 1;
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
        write!(f, "{} file{}, {total} finding{}", self.articles, plural(self.articles), plural(total))?;
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
