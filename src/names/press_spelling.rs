//! Names of other scripts that English papers write in more than one way, each of them right: *Sergey* and *Sergei*, *Nebenzia* and
//! *Nebenzya*, *Mohammed* and *Mohammad*.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::index::EntryRef;
use super::lexicon::{GivenName, Lexicon};
use super::table;

/// The languages of an entry whose name English papers write in more than one romanisation; none for others.
pub(super) fn languages(entry: &EntryRef<'_>) -> Option<&'static str> {
    LANGUAGES.get(entry.country).copied()
}

/// Whether a folded word is another way in which English papers write a folded word of a name in some languages.
pub(super) fn is_press_spelling(found: &str, meant: &str, languages: &str, lexicon: &Lexicon) -> bool {
    key(found, languages) == key(meant, languages) || is_same_given_name(found, meant, languages, lexicon)
}

/// Whether two words are one given name, and the first is borne in the languages: a Ukrainian is Oleksandra, and not Aleksandra.
fn is_same_given_name(found: &str, meant: &str, languages: &str, lexicon: &Lexicon) -> bool {
    let is_borne = |name: &GivenName<'_>| table::list(languages).any(|language| language == name.language);
    let meant = lexicon.given_names(meant);
    let is_one = |class: &str| !class.is_empty() && meant.iter().any(|name| name.class == class);
    lexicon.given_names(found).iter().any(|name| is_borne(name) && is_one(name.class))
}

/// A word with one way for all the letters that papers interchange.
fn key(folded: &str, languages: &str) -> String {
    let (mut key, mut rest) = (String::with_capacity(folded.len()), folded);
    while let Some(first) = rest.chars().next() {
        let fits = |row: &&Row| {
            rest.starts_with(row.letters)
                && (!row.ends || row.letters.len() == rest.len())
                && (row.languages.is_empty() || have_one_in_common(row.languages, languages))
        };
        let read = if let Some(row) = SPELLINGS.iter().find(fits) {
            key.push_str(row.key);
            row.letters.len()
        } else {
            key.extend(Some(first).filter(|first| first.is_alphanumeric()));
            first.len_utf8()
        };
        rest = &rest[read..];
    }
    key
}

/// Whether two lists of languages share one.
fn have_one_in_common(some: &str, others: &str) -> bool {
    table::list(some).any(|language| table::list(others).any(|other| other == language))
}

/// A row of `rules/lexicon/press-spellings.csv`.
struct Row {
    letters: &'static str,
    /// The languages of whose names it holds; all when empty.
    languages: &'static str,
    key: &'static str,
    /// Whether it holds at the end of a word alone.
    ends: bool,
}

/// The rows of the table, the longest letters first; it has no quotation marks.
static SPELLINGS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let table = include_str!("../../rules/lexicon/press-spellings.csv");
    let row = |row: &'static str| {
        let mut cells = row.split(',');
        let (letters, languages, key) = (cells.next()?, cells.next()?, cells.next()?);
        Some(Row { letters, languages, key, ends: cells.next()? == "end" })
    };
    let mut rows: Vec<Row> = table.lines().skip(1).filter_map(row).collect();
    rows.sort_by_key(|row| std::cmp::Reverse((row.letters.len(), row.languages.len())));
    rows
});

/// The languages of the countries whose names papers write so, by ISO 3166-1.
static LANGUAGES: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
    let table = include_str!("../../rules/lexicon/romanised-countries.csv");
    let row = |row: &'static str| {
        let mut cells = row.split(',');
        Some((cells.next()?, cells.next()?))
    };
    table.lines().skip(1).filter_map(row).collect()
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
            assert_eq!(key(one, languages), key(other, languages), "{one}, {other}");
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
            assert_ne!(key(found, languages), key(meant, languages), "{found}, {meant}");
        }
    }
}
