//! Checks and rules that a configuration switches off or rates otherwise.

use std::collections::BTreeMap;
use std::path::Path;

use crate::error::{Error, Result};
use crate::finding::{Confidence, Reported, Severity};

/// What a configuration says of one check or rule.
#[derive(Clone, Copy, Debug)]
pub struct Rating {
    /// Whether it runs.
    pub enabled: bool,
    /// How bad all its findings are, where that is not left to the check.
    pub severity: Option<Severity>,
    /// How sure all its findings are, where that is not left to the check.
    pub confidence: Option<Confidence>,
    /// The line that says so, from 1.
    pub line: usize,
}

/// The checks and rules that are switched off or rated otherwise, by id.
#[derive(Clone, Debug, Default)]
pub struct Ratings(BTreeMap<String, Rating>);

impl Ratings {
    /// Adds what is said of the check `id`.
    pub fn add(&mut self, id: impl Into<String>, rating: Rating) {
        self.0.insert(id.into(), rating);
    }

    /// Whether nothing is said of any check.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the check `id` runs.
    pub fn enables(&self, id: &str) -> bool {
        self.0.get(id).is_none_or(|rating| rating.enabled)
    }

    /// Whether some findings are given another confidence.
    pub fn give_confidences(&self) -> bool {
        self.0.values().any(|rating| rating.confidence.is_some())
    }

    /// Rates a finding as the configuration wants.
    pub fn rate(&self, reported: &mut Reported) {
        if let Some(rating) = self.0.get(&reported.check) {
            reported.severity = rating.severity.unwrap_or(reported.severity);
            reported.confidence = rating.confidence.unwrap_or(reported.confidence);
        }
    }

    /// An error when something is said, in the configuration at `path`, of a check that is not among the `known`.
    pub fn verify(&self, path: &Path, known: &[&str]) -> Result<()> {
        for (id, rating) in &self.0 {
            if !known.contains(&id.as_str()) {
                return Err(Error::new(format!("table `checks`: there is no check or rule `{id}`"))
                    .file(path)
                    .line(rating.line)
                    .did_you_mean(id, known.iter().copied(), "`misnomer explain` lists all"));
            }
        }
        Ok(())
    }
}
