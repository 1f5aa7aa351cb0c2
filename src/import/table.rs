//! Names files as the contract has them, and tables that are like them: CSV, or TSV when the file is called so.

use std::path::Path;

use super::Options;
use crate::error::{Error, Result};
use crate::names::gazetteer::Entry;
use crate::names::table::{Layout, Rows};

/// Reads a table.
pub(super) fn read(
    path: &Path,
    text: &[u8],
    options: &Options,
    take: &mut dyn FnMut(Result<Entry>, f64),
) -> Result<()> {
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
    while let Some(row) = rows.next() {
        let entry = row.and_then(|(line, mut entry)| {
            if entry.country.len() == 2 {
                entry.country.make_ascii_uppercase();
            }
            entry.checked().map_err(|error| error.file(path).line(line))
        });
        #[expect(clippy::cast_precision_loss, reason = "a share for the eye")]
        take(entry, rows.bytes_read() as f64 / text.len() as f64);
    }
    Ok(())
}
