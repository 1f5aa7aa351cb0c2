//! `misnomer.toml`: how the articles of a folder, and of the folders in it, are to be checked.
//!
//! Read on in this order: `spec`, the file as written; [`Config`], what it says; [`setup`], which finds the file that
//! an article obeys and makes an engine of it. [`DOCUMENTED`] is what a user reads.

pub mod fail_on;
pub mod setup;
mod source;
mod spec;

use std::fs;
use std::path::{Path, PathBuf};

use crate::engine::{Allow, Ratings};
use crate::error::Result;
use crate::files;
use crate::finding::Confidence;
use crate::names::source_languages::SourceLanguages;
use crate::score::Thresholds;
use crate::toml_file::TomlFile;
use fail_on::FailOn;

/// What the configuration is called wherever it is found.
pub const FILE_NAME: &str = "misnomer.toml";

/// A configuration with every key, and what each does; what is commented out names files or checks of the user's own.
pub const DOCUMENTED: &str = include_str!("documented.toml");

/// What a configuration says; by default nothing.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// The file that says it, if there is one.
    pub path: PathBuf,
    /// Findings less sure are left out.
    pub min_confidence: Option<Confidence>,
    /// What makes a run fail.
    pub fail_on: Option<FailOn>,
    /// The languages that the articles are translated from; any when none are named.
    pub source_languages: Option<SourceLanguages>,
    /// Names and phrases that are right.
    pub allow: Allow,
    /// Names files.
    pub names: Vec<PathBuf>,
    /// Rules files, or folders of them.
    pub rules: Vec<PathBuf>,
    /// Checks and rules that are switched off or rated otherwise.
    pub ratings: Ratings,
    /// From which score on an article is to be reviewed or held.
    pub thresholds: Thresholds,
}

impl Config {
    /// Reads a configuration; the files that it names are only known to exist.
    pub fn read(path: &Path) -> Result<Self> {
        let text = fs::read_to_string(path).map_err(|error| {
            files::unreadable(path, &error)
                .remedy("name a configuration in UTF-8 that you may read, or say --no-config")
        })?;
        Self::parse(path, &text)
    }

    /// Reads the text of a configuration.
    pub fn parse(path: &Path, text: &str) -> Result<Self> {
        let file = TomlFile::new(path, text);
        source::parse(&file)?.checked(&file)
    }
}

/// The configuration that the articles of a folder obey: the one in it, or in the nearest folder above.
pub fn nearest(folder: &Path) -> Option<PathBuf> {
    let here = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    // Above `a/..` is not `a`: only the true path says which folders are above.
    let folder = here.canonicalize().ok()?;
    let found = folder.ancestors().map(|above| above.join(FILE_NAME)).find(|path| path.is_file())?;
    // As short as an editor would write it.
    let current = std::env::current_dir().and_then(|current| current.canonicalize());
    match current.ok().and_then(|current| found.strip_prefix(current).map(Path::to_path_buf).ok()) {
        Some(below) => Some(below),
        None => Some(found),
    }
}
