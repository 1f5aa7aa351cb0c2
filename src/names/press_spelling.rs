//! Names of other scripts that English papers write in more than one way, each of them right: *Sergey* and *Sergei*, *Nebenzia* and
//! *Nebenzya*, *Mohammed* and *Mohammad*.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::index::EntryRef;
use super::lexicon::{GivenName, Lexicon};
use super::table;

/// The languages of an entry whose name English papers write in more than one romanisation; none for others.
pub(super) fn languages(entry: &EntryRef<'_>) -> Option<&'static [String]> {
    LANGUAGES.get(entry.country).map(Vec::as_slice)
}

/// Whether a folded word is another way in which English papers write a folded word of a name in some languages.
pub(super) fn is_press_spelling(found: &str, meant: &str, languages: &[String], lexicon: &Lexicon) -> bool {
    key(found, languages) == key(meant, languages) || is_same_given_name(found, meant, languages, lexicon)
}

/// Whether two words are one given name, and the first is borne in the languages: a Ukrainian is Oleksandra, and not Aleksandra.
fn is_same_given_name(found: &str, meant: &str, languages: &[String], lexicon: &Lexicon) -> bool {
    let is_borne = |name: &GivenName<'_>| languages.iter().any(|language| language == name.language);
    let meant = lexicon.given_names(meant);
    let is_one = |class: &str| !class.is_empty() && meant.iter().any(|name| name.class == class);
    lexicon.given_names(found).iter().any(|name| is_borne(name) && is_one(name.class))
}

/// A word with one way for all the letters that papers interchange.
fn key(folded: &str, languages: &[String]) -> String {
    let (mut key, mut rest) = (String::with_capacity(folded.len()), folded);
    while let Some(first) = rest.chars().next() {
        let fits = |row: &&Row| {
            rest.starts_with(&row.letters)
                && (row.place == Place::Any || row.letters.len() == rest.len())
                && (row.languages.is_empty()
                    || row.languages.iter().any(|language| languages.contains(language)))
        };
        let read = if let Some(row) = SPELLINGS.iter().find(fits) {
            key.push_str(&row.key);
            row.letters.len()
        } else {
            key.extend(Some(first).filter(|first| first.is_alphanumeric()));
            first.len_utf8()
        };
        rest = &rest[read..];
    }
    key
}

/// A row of `rules/lexicon/press-spellings.csv`.
#[derive(Deserialize)]
struct Row {
    letters: String,
    /// The languages of whose names it holds; all when empty.
    #[serde(deserialize_with = "table::list_cell")]
    languages: Vec<String>,
    key: String,
    place: Place,
}

/// Where in a word a row holds.
#[derive(Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum Place {
    Any,
    End,
}

/// A row of `rules/lexicon/romanised-countries.csv`.
#[derive(Deserialize)]
struct Country {
    country: String,
    #[serde(deserialize_with = "table::list_cell")]
    languages: Vec<String>,
}

fn rows<R: DeserializeOwned>(table: &'static str) -> impl Iterator<Item = R> {
    let rows = csv::Reader::from_reader(table.as_bytes()).into_deserialize();
    rows.map(|row| row.expect("the built-in table is well formed, as the tests hold"))
}

/// The ways of spelling, the longest letters first, and those of some languages before those of all.
static SPELLINGS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let mut rows: Vec<Row> = rows(include_str!("../../rules/lexicon/press-spellings.csv")).collect();
    rows.sort_by_key(|row| (Reverse(row.letters.len()), row.languages.is_empty()));
    rows
});

/// The languages of the countries whose names papers write so, by ISO 3166-1.
static LANGUAGES: LazyLock<BTreeMap<String, Vec<String>>> = LazyLock::new(|| {
    let rows = rows(include_str!("../../rules/lexicon/romanised-countries.csv"));
    rows.map(|row: Country| (row.country, row.languages)).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_papers_interchange() {
        for (one, other, languages) in [
            ("zelenskiy", "zelensky", "uk"),
            ("zelenskyy", "zelensky", "uk"),
            ("nebenzia", "nebenzya", "ru"),
            ("humeniuk", "humenyuk", "uk"),
            ("darchiyev", "darchiev", "ru"),
            ("amaglobeli", "amaghlobeli", "ka"),
            ("tajimuratov", "tazhimuratov", "uz | ru"),
            ("valeriy", "valery", "ru"),
            ("haidai", "hayday", "uk"),
            ("haniyeh", "haniye", "ar"),
            ("lolwah", "lolwa", "ar"),
            ("massoud", "massud", "fa"),
        ] {
            let languages: Vec<String> = table::list(languages).map(str::to_owned).collect();
            assert_eq!(key(one, &languages), key(other, &languages), "{one}, {other}");
        }
    }

    #[test]
    fn what_a_translator_made_is_none() {
        for (found, meant, languages) in [
            ("zelenski", "zelensky", "uk"),
            ("zelenskij", "zelensky", "uk"),
            ("volodimir", "volodymyr", "uk"),
            ("husein", "hussein", "ar"),
            ("hamenei", "khamenei", "fa"),
            ("hanije", "haniyeh", "ar"),
            ("timosenko", "tymoshenko", "uk"),
        ] {
            let languages = [languages.to_owned()];
            assert_ne!(key(found, &languages), key(meant, &languages), "{found}, {meant}");
        }
    }
}
