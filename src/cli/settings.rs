//! Which checks there are: what the command line chooses, and whether `misnomer.toml` has a say.

use std::path::PathBuf;

use misnomer::config::setup::{Choice, Which};

/// What may stand in `misnomer.toml` too, for every verb that looks at checks.
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
}

impl Settings {
    /// What is chosen here, and nothing else.
    pub(super) fn choice(&self) -> Choice {
        let config = match &self.config {
            Some(path) => Which::File(path.clone()),
            None if self.no_config => Which::Nothing,
            None => Which::Nearest,
        };
        Choice { config, rules: self.rules.clone(), ..Choice::default() }
    }
}
