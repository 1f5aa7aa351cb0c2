//! What is said of a configuration that cannot be read.

use super::DOCUMENTED;
use super::spec::Spec;
use crate::error::{Error, Result, nearest};
use crate::toml_file::{TomlFile, unknown_key, unknown_word};

/// Reads a configuration as its author wrote it.
pub(super) fn parse(file: &TomlFile<'_>) -> Result<Spec> {
    toml::from_str(file.text).map_err(|error| explain(file, &error))
}

/// What serde and toml say, in an editor's words.
fn explain(file: &TomlFile<'_>, error: &toml::de::Error) -> Error {
    let span = error.span().unwrap_or(0..0);
    let message = error.message().trim();
    if let Some((key, siblings)) = unknown_key(message) {
        return file.error(&span, format!("unknown key `{key}`")).remedy(meant_key(key, &siblings));
    }
    let key = file.key_at(span.start);
    let of_key = key.as_ref().map(|key| format!("key `{key}`: ")).unwrap_or_default();
    if let Some((word, choices)) = unknown_word(message) {
        return file.error(&span, format!("{of_key}there is no `{word}`")).choose(word, &choices);
    }
    let error = file.error(&span, format!("{of_key}{message}"));
    match documented().find(|documented| key.as_deref() == Some(documented.key)) {
        Some(Documented { key, example, .. }) => error.remedy(format!("write it so: {key} = {example}")),
        None => error.remedy("`misnomer explain config` shows every key with an example"),
    }
}

/// The key that was probably meant: one that may stand there, else one that may stand elsewhere; else all that may.
fn meant_key(key: &str, siblings: &[&str]) -> String {
    if let Some(meant) = nearest(key, siblings.iter().copied()) {
        return format!("did you mean `{meant}`?");
    }
    let meant = nearest(key, documented().map(|documented| documented.key));
    if let Some(Documented { table, key, .. }) = documented().find(|known| Some(known.key) == meant) {
        return match table.split_once('.') {
            _ if table.is_empty() => format!("`{key}` stands above the first table"),
            Some((tables, _)) => format!("`{key}` stands in a table [{tables}.<id>]"),
            None => format!("`{key}` stands in the table [{table}]"),
        };
    }
    if siblings == ["files"] {
        format!("write `files`; a check or a rule is set in [checks.{key}]")
    } else {
        format!("write one of {}", siblings.join(", "))
    }
}

/// A key as the documented configuration shows it.
struct Documented {
    /// The table that holds it; empty above the first one.
    table: &'static str,
    key: &'static str,
    example: &'static str,
}

/// Every key; where it is commented out there, too.
fn documented() -> impl Iterator<Item = Documented> {
    let mut table = "";
    DOCUMENTED.lines().map(|line| line.strip_prefix("# ").unwrap_or(line)).filter_map(move |line| {
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            table = name;
        }
        let (key, example) = line.split_once(" = ").filter(|(key, _)| !key.contains(' '))?;
        Some(Documented { table, key, example })
    })
}
