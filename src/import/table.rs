//! Names files as the contract has them, and tables that are like them: CSV, or TSV when the file is called so.

use std::cell::LazyCell;
use std::path::Path;

use super::{Options, Skipped};
use crate::error::{Error, Result};
use crate::names::Names;
use crate::names::gazetteer::Entry;
use crate::names::table::{Layout, Rows};

/// Reads a table.
pub(super) fn read(
    path: &Path,
    text: &[u8],
    options: &Options,
    take: &mut dyn FnMut(Result<Entry>, f64),
) -> Result<Skipped> {
    let is_tsv = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("tsv"));
    let layout = Layout {
        delimiter: if is_tsv { b'\t' } else { b',' },
        renamed: options.columns.clone(),
        added: options.kind.map(|kind| ("kind", kind.code().to_owned())),
    };
    let mut rows = Rows::<Entry>::read(path, text, &layout)?;
    for (column, option) in [("name", "--map THEIRS=name"), ("kind", "--map THEIRS=kind or --kind person")] {
        if !rows.has(column) {
            return Err(Error::new(format!("the column `{column}` is missing"))
                .file(path)
                .line(1)
                .remedy(format!("say which column it is, or what all names are: {option}")));
        }
    }
    let mut skipped = Skipped::default();
    let names: LazyCell<Names> = LazyCell::new(Names::builtin);
    while let Some(row) = rows.next() {
        let entry = row.and_then(|(line, mut entry)| {
            let code = code_of(&entry.country, &names);
            if code.is_none() {
                *skipped.unknown_countries.entry(entry.country).or_default() += 1;
            }
            entry.country = code.unwrap_or_default();
            entry.checked().map_err(|error| error.file(path).line(line))
        });
        #[expect(clippy::cast_precision_loss, reason = "a share for the eye")]
        take(entry, rows.bytes_read() as f64 / text.len() as f64);
    }
    Ok(skipped)
}

/// The code of a country that is given by it, in any case, or by an English name; none where nobody knows it.
fn code_of(country: &str, names: &LazyCell<Names>) -> Option<String> {
    if country.is_empty()
        || (country.len() == 2 && country.bytes().all(|letter| letter.is_ascii_alphabetic()))
    {
        return Some(country.to_ascii_uppercase());
    }
    names.country(country).map(str::to_owned)
}
