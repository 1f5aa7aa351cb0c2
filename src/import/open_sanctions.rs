//! `targets.simple.csv` of OpenSanctions: one record a line, lists inside a cell joined by semicolons.
//!
//! It does not say of which language an alias is, so [`Forms::unlabelled`] decides. A country is taken only where there is
//! one alone: the list is sorted, so the first of several means nothing.

use std::path::Path;

use super::forms::Forms;
use super::source::{Lines, bad};
use super::{Skipped, Take};
use crate::error::{Error, Result};
use crate::names::gazetteer::Kind;

/// Where the columns stand that are read.
struct Columns {
    schema: usize,
    name: usize,
    aliases: usize,
    countries: usize,
    count: usize,
}

/// Reads a table of targets.
pub(super) fn read(path: &Path, take: &mut Take<'_>) -> Result<Skipped> {
    let mut skipped = Skipped::default();
    let mut columns = None;
    let mut lines = Lines::open(path)?;
    while let Some(line) = lines.next()? {
        if line.text == Ok("") {
            continue;
        }
        let cells = match line.text.map_err(str::to_owned).and_then(|line| cells(line, b',')) {
            Ok(cells) => cells,
            Err(what) => {
                take(Err(bad(path, line.number, what)), line.share);
                continue;
            }
        };
        let Some(columns) = &columns else {
            columns = Some(Columns::of_header(path, &cells)?);
            continue;
        };
        if cells.len() != columns.count {
            let what = format!("the row has {} cells, the header {}", cells.len(), columns.count);
            take(Err(bad(path, line.number, what)), line.share);
            continue;
        }
        let Some(kind) = kind(&cells[columns.schema]) else {
            skipped.not_wanted += 1;
            continue;
        };
        let Some(mut forms) = Forms::new(&cells[columns.name]) else {
            skipped.without_english_name += 1;
            continue;
        };
        // A list with a stray quotation mark is read as one that has none.
        let list = |cell: &str| {
            cells_of(cell, b';').unwrap_or_else(|_| cell.split(';').map(str::to_owned).collect())
        };
        for alias in list(&cells[columns.aliases]) {
            forms.unlabelled(&alias);
        }
        let mut entry = forms.into_entry(kind, "opensanctions");
        entry.country = only_country(list(&cells[columns.countries]).iter().map(String::as_str));
        take(Ok(entry), line.share);
    }
    Ok(skipped)
}

impl Columns {
    fn of_header(path: &Path, header: &[String]) -> Result<Self> {
        let column = |name: &str| {
            header.iter().position(|cell| cell == name).ok_or_else(|| {
                Error::new(format!("the column `{name}` is missing"))
                    .file(path)
                    .line(1)
                    .remedy("give targets.simple.csv as OpenSanctions publishes it")
            })
        };
        Ok(Self {
            schema: column("schema")?,
            name: column("name")?,
            aliases: column("aliases")?,
            countries: column("countries")?,
            count: header.len(),
        })
    }
}

/// What an entity of this schema is; none for ships, wallets and what may be either.
pub(super) fn kind(schema: &str) -> Option<Kind> {
    match schema {
        "Person" => Some(Kind::Person),
        "Organization" | "Company" | "PublicBody" => Some(Kind::Organisation),
        _ => None,
    }
}

/// The ISO code of the one country that is given, or nothing.
pub(super) fn only_country<'c>(codes: impl Iterator<Item = &'c str>) -> String {
    /// Codes that OpenSanctions has beside those of ISO.
    const NO_COUNTRY: [&str; 3] = ["eu", "un", "zz"];
    let mut countries: Vec<&str> = codes
        .map(str::trim)
        .filter(|code| {
            code.len() == 2 && code.bytes().all(|c| c.is_ascii_lowercase()) && !NO_COUNTRY.contains(code)
        })
        .collect();
    countries.sort_unstable();
    countries.dedup();
    match countries.as_slice() {
        [one] => one.to_ascii_uppercase(),
        _ => String::new(),
    }
}

/// The cells of one line.
fn cells(line: &str, delimiter: u8) -> std::result::Result<Vec<String>, String> {
    if line.bytes().filter(|&byte| byte == b'"').count() % 2 == 1 {
        return Err("a quotation mark is never closed".to_owned());
    }
    cells_of(line, delimiter)
}

fn cells_of(line: &str, delimiter: u8) -> std::result::Result<Vec<String>, String> {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).delimiter(delimiter).from_reader(line.as_bytes());
    let mut record = csv::StringRecord::new();
    reader.read_record(&mut record).map_err(|error| error.to_string())?;
    Ok(record.iter().map(str::to_owned).collect())
}
