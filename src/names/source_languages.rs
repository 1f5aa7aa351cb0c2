//! The languages that articles are translated from: what English calls them, which tables serve them, and which are akin.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde::Deserialize;

use super::table;

/// A language of `rules/lexicon/languages.csv`.
#[derive(Debug, Deserialize)]
pub struct Row {
    /// ISO 639-1, or what else a newsroom writes.
    pub code: String,
    /// What English calls it.
    pub name: String,
    /// The codes of the tables in `rules/languages/` that serve it; empty for none.
    tables: String,
    /// Languages with the same are so near that a word of one may be a word of another.
    kin: String,
    /// ISO 3166-1 of the countries where many speak it from childhood or in office.
    #[serde(deserialize_with = "table::list_cell")]
    countries: Vec<String>,
}

/// Every language, by code; read when somebody first asks.
pub static LANGUAGES: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let table = include_str!("../../rules/lexicon/languages.csv");
    let rows = csv::Reader::from_reader(table.as_bytes()).into_deserialize();
    rows.map(|row| row.expect("the built-in table is well formed, as the tests hold")).collect()
});

/// The language with a code.
fn language(code: &str) -> Option<&'static Row> {
    let at = LANGUAGES.binary_search_by(|row| row.code.as_str().cmp(code)).ok()?;
    Some(&LANGUAGES[at])
}

/// What English calls a language; the code itself where that is unknown.
pub fn name(code: &str) -> &str {
    language(code).map_or(code, |row| &row.name)
}

/// The countries where many speak a language, by ISO 3166-1.
pub fn countries(code: &str) -> &'static [String] {
    language(code).map_or(&[], |row| &row.countries)
}

/// Whether two languages are so near that a word of one may be a word of the other.
pub fn is_kin(code: &str, other: &str) -> bool {
    code == other || language(code).zip(language(other)).is_some_and(|(one, other)| one.kin == other.kin)
}

/// The languages that the articles at hand may be translated from.
#[derive(Clone, Debug, Default)]
pub struct SourceLanguages {
    tables: BTreeSet<&'static str>,
    akin: BTreeSet<&'static str>,
}

impl SourceLanguages {
    /// Adds the language with a code; `None` when there is no such language.
    pub fn add(&mut self, code: &str) -> Option<()> {
        let added = language(code)?;
        self.tables.extend(added.tables.split(" | "));
        let akin = LANGUAGES.iter().filter(|row| row.kin == added.kin);
        self.akin.extend(akin.map(|row| row.code.as_str()));
        Some(())
    }

    /// Whether one of them is served by this table of `rules/languages/`.
    pub fn use_table(&self, table: &str) -> bool {
        self.tables.contains(table)
    }

    /// Whether a language is one of them or akin to one.
    pub fn are_akin(&self, code: &str) -> bool {
        self.akin.contains(code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_spoken_in_countries() {
        assert!(countries("fr").iter().any(|country| country == "SN") && countries("la").is_empty());
        for row in LANGUAGES.iter() {
            let is_code =
                |country: &String| country.len() == 2 && country.bytes().all(|c| c.is_ascii_uppercase());
            assert!(row.countries.iter().all(is_code) && row.countries.is_sorted(), "{}", row.code);
        }
    }

    #[test]
    fn tables_and_kin() {
        let mut sources = SourceLanguages::default();
        assert_eq!(sources.add("hr"), Some(()));
        assert_eq!(sources.add("pt"), Some(()));
        assert_eq!(sources.add("tlh"), None);
        assert!(sources.use_table("sr") && !sources.use_table("sq"));
        let mut slovenian = SourceLanguages::default();
        assert_eq!(slovenian.add("sl"), Some(()));
        assert!(slovenian.use_table("sl") && slovenian.use_table("sr"));
        for (code, akin) in [("sr", true), ("mk", true), ("es", true), ("pt", true), ("sq", false)] {
            assert_eq!(sources.are_akin(code), akin, "{code}");
        }
        assert_eq!((name("mk"), name("sr-respelt")), ("Macedonian", "sr-respelt"));
    }
}
