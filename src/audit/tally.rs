//! What a run came to.

use std::fmt;

use super::{Input, Skipped};
use crate::counted::counted;
use crate::finding::Severity;
use crate::report::Row;
use crate::score::{Score, Scored, Verdict};

/// How many articles were checked, what was found in them, and what was passed over.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Files checked that are one article each.
    pub files: usize,
    /// Articles checked that are a line of a JSON Lines file.
    pub records: usize,
    /// Findings that were known before and are not reported.
    pub known: usize,
    /// What was passed over.
    pub skipped: Skipped,
    /// Findings, by severity in the order of [`Severity::ALL`].
    findings: [usize; Severity::ALL.len()],
    /// Articles, by verdict in the order of [`Verdict::ALL`].
    verdicts: [usize; Verdict::ALL.len()],
    score: Score,
}

impl Tally {
    /// Counts one article of an input with its findings.
    pub fn add(&mut self, input: &Input, rows: &[Row], article: &Scored) {
        *if input.is_json_lines() { &mut self.records } else { &mut self.files } += 1;
        for row in rows {
            self.findings[row.reported.severity as usize] += 1;
        }
        self.verdicts[article.verdict as usize] += 1;
        self.score += article.score;
    }
}

/// One line, such as `2 files, 3 findings (1 critical, 2 minor), skipped 1 binary; 9.0 points per 1,000 words: 1 hold, 1 publish`.
/// What is perfect is not rated.
impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let total: usize = self.findings.iter().sum();
        if self.files > 0 || self.records == 0 {
            write!(f, "{}, ", counted(self.files, "file"))?;
        }
        if self.records > 0 {
            write!(f, "{}, ", counted(self.records, "record"))?;
        }
        f.write_str(&counted(total, "finding"))?;
        let found = Severity::ALL.into_iter().rev().filter(|&severity| self.findings[severity as usize] > 0);
        let parts: Vec<String> =
            found.map(|severity| format!("{} {severity}", self.findings[severity as usize])).collect();
        if !parts.is_empty() {
            write!(f, " ({})", parts.join(", "))?;
        }
        if self.known > 0 {
            write!(f, ", {} known from the baseline", self.known)?;
        }
        if self.skipped != Skipped::default() {
            write!(f, ", skipped {}", self.skipped)?;
        }
        if self.score.points > 0 {
            let given = Verdict::ALL.into_iter().rev().filter(|&verdict| self.verdicts[verdict as usize] > 0);
            let given: Vec<String> =
                given.map(|verdict| format!("{} {verdict}", self.verdicts[verdict as usize])).collect();
            write!(f, "; {:.1} points per 1,000 words: {}", self.score.per_1000(), given.join(", "))?;
        }
        Ok(())
    }
}
