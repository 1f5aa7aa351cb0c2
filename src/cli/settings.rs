//! How articles are checked: what the command line chooses, and whether `misnomer.toml` has a say.

use std::path::{Path, PathBuf};

use misnomer::config::fail_on::FailOn;
use misnomer::config::setup::{Choice, Setups, Which};
use misnomer::error::Result;
use misnomer::finding::Confidence;

/// What may stand in `misnomer.toml` too.
#[derive(clap::Args)]
pub(super) struct Settings {
    /// Obey this configuration [default: for each article the nearest misnomer.toml, in its folder or above; its keys are
    /// shown by `misnomer explain config`]
    #[arg(long, value_name = "FILE", conflicts_with = "no_config")]
    config: Option<PathBuf>,

    /// Obey no misnomer.toml
    #[arg(long)]
    no_config: bool,

    /// Add the rules of a rules file, or of all in a folder (repeatable)
    #[arg(long, value_name = "FILE|DIR")]
    rules: Vec<PathBuf>,

    /// Add the names of a names file (repeatable)
    #[arg(long, value_name = "FILE")]
    names: Vec<PathBuf>,

    /// Leave out findings less sure than this, in percent [default: 70]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(0..=100))]
    min_confidence: Option<u8>,

    /// Exit with 1 only if a finding is at least this bad [default: minor]
    #[arg(long, value_name = "SEVERITY", value_enum, hide_possible_values = false)]
    fail_on: Option<FailOn>,
}

impl Settings {
    /// What the articles of these folders obey.
    pub(super) fn setups<'p>(&self, folders: impl IntoIterator<Item = &'p Path>) -> Result<Setups> {
        let config = match &self.config {
            Some(path) => Which::File(path.clone()),
            None if self.no_config => Which::Nothing,
            None => Which::Nearest,
        };
        let choice = Choice {
            config,
            rules: self.rules.clone(),
            names: self.names.clone(),
            min_confidence: self.min_confidence.map(Confidence::percent),
            fail_on: self.fail_on,
        };
        Setups::of_folders(folders, &choice)
    }
}
