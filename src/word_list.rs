//! Word lists of `rules/lexicon`: one entry a line; a line that begins with `#` explains.

/// The entries of a word list, in its order.
pub(crate) fn entries(list: &str) -> impl Iterator<Item = &str> {
    list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// A word list as the alternatives of a regular expression.
pub(crate) fn alternatives(list: &str) -> String {
    let escaped: Vec<String> = entries(list).map(regex::escape).collect();
    escaped.join("|")
}
