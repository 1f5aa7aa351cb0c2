//! Names from elsewhere: an importer reads what a publisher offers and yields entries, which [`build`] unites and compiles.
//!
//! Every importer but that of tables reads its source as a stream, packed or not, and none fails at a bad record: that is
//! handed over as an error which says where it stands and what is wrong with it, and the rest goes on. [`format`] tells the
//! sources apart; what the importers share of names stands in [`forms`].
#![expect(clippy::doc_markdown, reason = "GeoNames and OpenSanctions are names, not code")]

mod build;
mod follow_the_money;
pub mod format;
pub mod forms;
mod geonames;
mod jrc_names;
mod merge;
mod open_sanctions;
mod romanise;
mod source;
mod table;
mod wikidata;

use std::collections::BTreeMap;
use std::ops::AddAssign;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::names::gazetteer::{Entry, Kind};
use crate::names::mapped;
use format::Format;

pub use build::{Built, Report, build};
pub use merge::{Contradiction, Merger};

/// How to read a source that does not say so itself.
#[derive(Clone, Debug)]
pub struct Options {
    /// Columns of tables, by their own name and by ours, which is empty for one that is not read.
    pub columns: Vec<(String, String)>,
    /// What the names of a table without a column `kind` name.
    pub kind: Option<Kind>,
    /// The languages whose forms are kept as foreign, by the codes of Wikidata and GeoNames.
    pub languages: Vec<String>,
    /// Places of GeoNames with fewer inhabitants are left out, but for capitals and seats of regions.
    pub least_population: u64,
    /// The alternate names of GeoNames that go with `allCountries.txt`.
    pub alternate_names: Vec<PathBuf>,
}

impl Options {
    /// The languages whose forms are kept, unless others are chosen.
    pub const LANGUAGES: [&str; 14] =
        ["sr", "sr-ec", "sr-el", "sr-latn", "hr", "bs", "mk", "sq", "sl", "bg", "es", "it", "de", "fr"];
    /// So many inhabitants a place has at least, unless another number is chosen.
    pub const LEAST_POPULATION: u64 = 500;
}

impl Default for Options {
    fn default() -> Self {
        Self {
            columns: Vec::new(),
            kind: None,
            languages: Self::LANGUAGES.map(str::to_owned).to_vec(),
            least_population: Self::LEAST_POPULATION,
            alternate_names: Vec::new(),
        }
    }
}

/// Sound records of which no entry was made, or not all of one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Skipped {
    /// They have no name in English.
    pub without_english_name: usize,
    /// They are no person, place or organisation, or a place too small.
    pub not_wanted: usize,
    /// Countries of tables that are neither a code nor an English name, and how many entries are without one for it.
    pub unknown_countries: BTreeMap<String, usize>,
}

impl AddAssign for Skipped {
    fn add_assign(&mut self, other: Self) {
        self.without_english_name += other.without_english_name;
        self.not_wanted += other.not_wanted;
        for (country, count) in other.unknown_countries {
            *self.unknown_countries.entry(country).or_default() += count;
        }
    }
}

/// What is done with a record, which is an entry or what is wrong with it, and with the share of the source that is read.
pub type Take<'t> = dyn FnMut(Result<Entry>, f64) + 't;

/// Calls `take` with every record of a source.
///
/// Fails when the source cannot be read at all, or not to its end.
pub fn read(path: &Path, options: &Options, take: &mut Take<'_>) -> Result<Skipped> {
    match Format::detect(path)? {
        Format::Wikidata => wikidata::read(path, options, take),
        Format::GeoNames => geonames::read(path, options, take),
        Format::AlternateNames => {
            Err(Error::new("these are alternate names without the places they belong to")
                .file(path)
                .remedy("give allCountries.txt of GeoNames too"))
        }
        Format::OpenSanctions => open_sanctions::read(path, take),
        Format::FollowTheMoney => follow_the_money::read(path, take),
        Format::JrcNames => jrc_names::read(path, options, take),
        Format::Table => {
            let file = mapped::open(path)?;
            if source::is_packed(file.get()) {
                return Err(Error::new("this is a packed table").file(path).remedy("unpack it"));
            }
            table::read(path, file.get(), options, take)
        }
    }
}
