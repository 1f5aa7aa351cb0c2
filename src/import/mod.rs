//! Names from elsewhere: an importer reads what a publisher offers and yields entries, which [`build`] unites and compiles.

mod build;
mod merge;
mod table;

use std::path::Path;

use crate::error::Result;
use crate::names::gazetteer::{Entry, Kind};
use crate::names::mapped;

pub use build::{Built, Report, build};
pub use merge::{Contradiction, Merger};

/// How to read a source that does not say so itself.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Columns of tables, by their own name and by ours.
    pub columns: Vec<(String, String)>,
    /// What the names of a table without a column `kind` name.
    pub kind: Option<Kind>,
}

/// Calls `take` with every record of a source: an entry, or what is wrong with it, and the share of the source that is read.
///
/// Fails when the source cannot be read at all.
pub fn read(path: &Path, options: &Options, take: &mut dyn FnMut(Result<Entry>, f64)) -> Result<()> {
    let file = mapped::open(path)?;
    table::read(path, file.get(), options, take)
}
