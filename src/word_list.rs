//! Word lists of `rules/lexicon`: one entry a line; a line that begins with `#` explains.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

/// The entries of a word list, in its order.
pub(crate) fn entries(list: &str) -> impl Iterator<Item = &str> {
    list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The entries of a word list, to be asked for.
pub(crate) type WordList = LazyLock<BTreeSet<&'static str>>;

/// The word list of a name, read when it is first asked.
macro_rules! word_list {
    ($name:literal) => {
        std::sync::LazyLock::new(|| {
            let list = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/rules/lexicon/", $name, ".txt"));
            $crate::word_list::entries(list).collect()
        })
    };
}
pub(crate) use word_list;

/// The months in English, in the order of the year.
pub(crate) static MONTHS: LazyLock<Vec<&str>> =
    LazyLock::new(|| entries(include_str!("../rules/lexicon/months.txt")).collect());

/// Small words inside the English names of bodies.
pub(crate) static LINKS_IN_NAMES: WordList = word_list!("links-in-names");

/// What stands right before a number that is one of a series.
pub(crate) static NUMBERED: LazyLock<Regex> = LazyLock::new(|| {
    let words = alternatives(include_str!("../rules/lexicon/numbered.txt"));
    Regex::new(&format!(r"(?i)\b(?:{words})\.?\s?$")).expect("a list of words")
});

/// A word list as the alternatives of a regular expression.
pub(crate) fn alternatives(list: &str) -> String {
    let escaped: Vec<String> = entries(list).map(regex::escape).collect();
    escaped.join("|")
}
