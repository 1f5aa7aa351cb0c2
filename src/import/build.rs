//! From sources to a file of compiled names.

use std::io::{Seek, Write};
use std::path::PathBuf;

use super::format::Format;
use super::merge::{Contradiction, Merger};
use super::{Options, Skipped, read};
use crate::error::{Error, Result};
use crate::names::index::{Builder, Spelling};

/// What is told while names are built.
pub trait Report {
    /// So much of a source, from 0 to 1, is read, and so many entries are known.
    fn progress(&mut self, source: &std::path::Path, share: f64, entries: usize);
    /// A record was left out.
    fn bad_record(&mut self, error: &Error);
}

/// What was built.
#[derive(Debug)]
pub struct Built {
    /// How many entries there are.
    pub entries: usize,
    /// How many records were united with one that came before.
    pub united: usize,
    /// How many records were left out.
    pub bad: usize,
    /// How many sound records gave no entry.
    pub skipped: Skipped,
    /// What the sources do not agree on.
    pub contradictions: Vec<Contradiction>,
}

/// Reads the sources, unites them and writes the index to `out`.
///
/// Alternate names of GeoNames are read with the places that they belong to. A bad record is reported and left out; it is an error when a source cannot be read, or has no good record.
pub fn build(
    sources: &[PathBuf],
    options: &Options,
    spellings: &[Spelling],
    out: impl Write + Seek,
    report: &mut dyn Report,
) -> Result<Built> {
    let mut merger = Merger::default();
    let mut bad = 0;
    let mut skipped = Skipped::default();
    let formats = sources.iter().map(|source| Format::detect(source)).collect::<Result<Vec<_>>>()?;
    let mut options = options.clone();
    let has_places = formats.contains(&Format::GeoNames);
    let is_alternate = |number: usize| has_places && formats[number] == Format::AlternateNames;
    let alternate_names = sources.iter().enumerate().filter(|&(number, _)| is_alternate(number));
    options.alternate_names.extend(alternate_names.map(|(_, source)| source.clone()));
    for (number, source) in sources.iter().enumerate().filter(|&(number, _)| !is_alternate(number)) {
        let mut good = 0_usize;
        let bad_before = bad;
        skipped += read(source, &options, &mut |entry, share| match entry {
            Ok(entry) => {
                good += 1;
                merger.push(entry, number);
                report.progress(source, share, merger.len());
            }
            Err(error) => {
                bad += 1;
                report.bad_record(&error);
            }
        })?;
        if good == 0 && bad > bad_before {
            return Err(Error::new("no record of it can be used")
                .file(source)
                .remedy("see the errors above"));
        }
    }
    let mut builder = Builder::new(spellings);
    merger.entries().for_each(|entry| builder.push(&entry));
    let (entries, united) = (merger.len(), merger.united());
    let contradictions = merger.contradictions().to_vec();
    drop(merger);
    builder.finish(out).map_err(|error| Error::new(format!("the names cannot be written: {error}")))?;
    Ok(Built { entries, united, bad, skipped, contradictions })
}
