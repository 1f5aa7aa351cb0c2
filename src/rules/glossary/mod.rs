//! Glossaries: what a term of the source language is to be in English, and what it must not be.

mod tbx;

use std::path::Path;

use serde::Deserialize;

use crate::error::{Error, Result};
use crate::names::table;

/// A concept with its terms.
#[derive(Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub(super) struct Term {
    /// Terms of other languages, which must not stand in English.
    #[serde(default, rename = "source_term", deserialize_with = "table::list_cell")]
    pub(super) source: Vec<String>,
    /// English terms, the preferred one first; at least one.
    #[serde(deserialize_with = "table::list_cell")]
    pub(super) approved: Vec<String>,
    /// English terms that must not be used.
    #[serde(default, deserialize_with = "table::list_cell")]
    pub(super) forbidden: Vec<String>,
}

/// Reads a glossary: TBX when its name says so, else CSV.
pub(super) fn read(path: &Path, bytes: &[u8]) -> Result<Vec<Term>> {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    if ["tbx", "xml", "tbxm"].iter().any(|known| ending.eq_ignore_ascii_case(known)) {
        return tbx::read(path, bytes);
    }
    let mut terms = Vec::new();
    for (line, term) in table::rows::<Term>(path, bytes)? {
        if term.approved.is_empty() {
            return Err(Error::new("column `approved` is empty")
                .file(path)
                .line(line)
                .remedy("say which English term is right"));
        }
        terms.push(term);
    }
    Ok(terms)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_csv(text: &str) -> std::result::Result<Vec<Term>, String> {
        read(Path::new("terms.csv"), text.as_bytes()).map_err(|error| error.to_string())
    }

    #[test]
    fn a_row_is_a_concept() {
        let terms =
            read_csv("source_term,approved,forbidden\nskupština | sabor,assembly | parliament,diet\n")
                .unwrap_or_default();
        let list = |cell: &str| cell.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let [source, approved, forbidden] = ["skupština sabor", "assembly parliament", "diet"].map(list);
        assert_eq!(terms, [Term { source, approved, forbidden }]);
    }

    #[test]
    fn what_is_missing_is_named() {
        let says = |text| read_csv(text).err().unwrap_or_default();
        assert!(says("source_term,forbidden\na,b\n").contains("the column `approved` is missing"));
        assert!(says("source_term,approved\na,\n").starts_with("terms.csv:2: column `approved` is empty"));
        assert!(says("source_term,approved,forbiden\na,b,c\n").contains("unknown field `forbiden`"));
    }
}
