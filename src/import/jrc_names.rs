//! JRC-Names of the European Commission: number, type (P or O), language and name between tabs, the lines of an entity
//! one behind the other; `+` stands for a space, and `u` for a form that is of no one language.
//!
//! The first Latin form of language `u` or `en` is the name, the others are aliases; those of the chosen languages are
//! foreign.

use std::path::Path;

use rustc_hash::FxHashSet;

use super::forms::Forms;
use super::source::{Lines, bad};
use super::{Options, Skipped, Take};
use crate::error::Result;
use crate::names::gazetteer::{Entry, Kind};

/// Reads a list of entities.
pub(super) fn read(path: &Path, options: &Options, take: &mut Take<'_>) -> Result<Skipped> {
    let mut skipped = Skipped::default();
    let mut seen = FxHashSet::default();
    let mut entity: Option<Entity> = None;
    let mut lines = Lines::open(path)?;
    let mut last_share = 0.0;
    while let Some(line) = lines.next()? {
        last_share = line.share;
        if line.text.is_ok_and(|text| text.is_empty() || text.starts_with('#')) {
            continue;
        }
        let (id, kind, language, name) = match line.text.map_err(str::to_owned).and_then(columns) {
            Ok(columns) => columns,
            Err(what) => {
                take(Err(bad(path, line.number, what)), line.share);
                continue;
            }
        };
        if entity.as_ref().is_none_or(|entity| entity.id != id) {
            if let Some(entry) = entity.take().and_then(|entity| entity.into_entry(options, &mut skipped)) {
                take(Ok(entry), line.share);
            }
            if !seen.insert(id) {
                let what = format!("entity {id} stood further up already: sort the file by its first column");
                take(Err(bad(path, line.number, what)), line.share);
                continue;
            }
        }
        entity.get_or_insert(Entity { id, kind, forms: Vec::new() }).forms.push((language, name));
    }
    if let Some(entry) = entity.and_then(|entity| entity.into_entry(options, &mut skipped)) {
        take(Ok(entry), last_share);
    }
    Ok(skipped)
}

/// The lines of one entity.
struct Entity {
    id: u32,
    kind: Option<Kind>,
    /// Language and form.
    forms: Vec<(String, String)>,
}

impl Entity {
    fn into_entry(self, options: &Options, skipped: &mut Skipped) -> Option<Entry> {
        let Some(kind) = self.kind else {
            skipped.not_wanted += 1;
            return None;
        };
        let is_english = |language: &str| matches!(language, "u" | "en");
        let english = || self.forms.iter().filter(|(language, _)| is_english(language));
        let Some(mut forms) = english().find_map(|(_, form)| Forms::new(form)) else {
            skipped.without_english_name += 1;
            return None;
        };
        for (language, form) in &self.forms {
            if is_english(language) {
                forms.english(form);
            } else if options.languages.contains(language) {
                forms.foreign(form, language);
            }
        }
        Some(forms.into_entry(kind, "jrc-names"))
    }
}

type Columns = (u32, Option<Kind>, String, String);

/// Number, kind, language and form of a line.
fn columns(line: &str) -> std::result::Result<Columns, String> {
    let columns: Vec<&str> = line.split('\t').collect();
    let [id, kind, language, name] = columns.as_slice() else {
        return Err(format!("the line has {} columns, one of JRC-Names 4", columns.len()));
    };
    let id = id.parse().map_err(|_| format!("`{id}` is no number of an entity"))?;
    let kind = match *kind {
        "P" => Some(Kind::Person),
        "O" => Some(Kind::Organisation),
        _ => None,
    };
    Ok((id, kind, (*language).to_owned(), name.replace('+', " ")))
}
