//! What makes a run fail.

use clap::ValueEnum;
use serde::Deserialize;

use crate::finding::Severity;

/// The mildest severity that makes a run fail, if any does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "each is the severity of that name; help lists them in one line")]
pub enum FailOn {
    Neutral,
    #[default]
    Minor,
    Major,
    Critical,
    Never,
}

impl FailOn {
    /// Whether a finding of this severity makes the run fail.
    pub fn is_met_by(self, severity: Severity) -> bool {
        let mildest = match self {
            Self::Neutral => Severity::Neutral,
            Self::Minor => Severity::Minor,
            Self::Major => Severity::Major,
            Self::Critical => Severity::Critical,
            Self::Never => return false,
        };
        severity >= mildest
    }
}
