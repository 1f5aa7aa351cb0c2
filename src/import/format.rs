//! Telling the formats of sources apart, by what is in them.

use std::path::Path;

use super::source::Lines;
use crate::error::Result;

/// What a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A JSON dump of Wikidata: one item a line.
    Wikidata,
    /// `allCountries.txt` of GeoNames, or the file of one country.
    GeoNames,
    /// `alternateNamesV2.txt` of GeoNames, which goes with [`Format::GeoNames`].
    AlternateNames,
    /// `targets.simple.csv` of OpenSanctions.
    OpenSanctions,
    /// JSON Lines of FollowTheMoney, such as `entities.ftm.json` of OpenSanctions.
    FollowTheMoney,
    /// The entities of JRC-Names.
    JrcNames,
    /// A table: a names file as the README has it, or one like it.
    Table,
}

/// So many lines may stand before the first that tells.
const MOST_LINES: usize = 100;

impl Format {
    /// Tells what a source is, packed or not, by its first lines.
    pub fn detect(path: &Path) -> Result<Self> {
        let mut lines = Lines::open(path)?;
        for _ in 0..MOST_LINES {
            let Some(line) = lines.next()? else { break };
            let Ok(text) = line.text else { continue };
            let comment = text.starts_with('#') || matches!(text.trim(), "" | "[");
            if !comment {
                return Ok(Self::of_line(text));
            }
        }
        Ok(Self::Table)
    }

    fn of_line(line: &str) -> Self {
        let columns: Vec<&str> = line.split('\t').collect();
        let is_number = |at: usize| {
            let column: &str = columns.get(at).copied().unwrap_or_default();
            !column.is_empty() && column.bytes().all(|byte| byte.is_ascii_digit())
        };
        let json = line.trim_start_matches('[').trim_start();
        match columns.len() {
            19 if is_number(0) => Self::GeoNames,
            8 | 10 if is_number(0) && is_number(1) => Self::AlternateNames,
            4 if is_number(0) && columns[1].len() == 1 => Self::JrcNames,
            _ if json.starts_with('{') && json.contains("\"schema\"") && json.contains("\"properties\"") => {
                Self::FollowTheMoney
            }
            _ if json.starts_with('{') => Self::Wikidata,
            _ if ["schema", "aliases", "countries"].iter().all(|column| line.contains(column)) => {
                Self::OpenSanctions
            }
            _ => Self::Table,
        }
    }
}
