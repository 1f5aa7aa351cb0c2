//! A language's table in `rules/languages/`: how translators spell its letters, and how it bends names.

use std::path::Path;

use serde::Deserialize;

use super::fold::fold;
use super::index::Spelling;
use crate::error::{Error, Result};

/// A language whose habits show in broken names.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// ISO 639-1: the name of its file.
    #[serde(skip)]
    pub code: String,
    /// What English calls it.
    pub name: String,
    /// Ways of spelling its letters in English.
    #[serde(default, rename = "spelling")]
    pub spellings: Vec<Spelling>,
    /// Its case endings, which a translation may have left on a name.
    #[serde(default, rename = "ending")]
    pub endings: Vec<Ending>,
}

/// A case ending.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ending {
    /// The ending as found.
    pub ending: String,
    /// What the nominative has in its place.
    pub nominative: String,
    /// What the grammar calls the case.
    pub case: String,
    /// The letters one of which must stand before the ending; any when empty.
    #[serde(default)]
    pub after: String,
    /// Whether few names end so of themselves, so that the ending gives the case away.
    #[serde(default)]
    pub telling: bool,
}

impl Language {
    /// Reads a language's table.
    pub fn read(path: &Path, text: &str) -> Result<Self> {
        let mut language: Self = toml::from_str(text).map_err(|error| {
            Error::new(error.to_string().trim_end()).file(path).remedy("mend the language's table")
        })?;
        path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().clone_into(&mut language.code);
        for ending in &mut language.endings {
            ending.ending = fold(&ending.ending);
            ending.nominative = fold(&ending.nominative);
        }
        Ok(language)
    }
}
