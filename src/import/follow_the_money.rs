//! JSON Lines of FollowTheMoney, such as `entities.ftm.json` of OpenSanctions.
//!
//! Names and aliases say nothing of their language: the caption, or the first name in Latin letters, is the name, and of the
//! rest [`Forms::unlabelled`] decides. Weak aliases are left out. Positions are roles, as the publisher words them.

use std::path::Path;

use serde::Deserialize;

use super::forms::Forms;
use super::open_sanctions::{kind, only_country};
use super::source::{Lines, bad, bad_json};
use super::{Skipped, Take};
use crate::error::Result;
use crate::names::gazetteer::{Entry, Gender, Kind};

#[derive(Deserialize)]
struct Entity {
    schema: String,
    #[serde(default)]
    caption: String,
    properties: Properties,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Properties {
    name: Vec<String>,
    alias: Vec<String>,
    gender: Vec<String>,
    country: Vec<String>,
    nationality: Vec<String>,
    citizenship: Vec<String>,
    jurisdiction: Vec<String>,
    position: Vec<String>,
}

/// A longer position is a sentence.
const LONGEST_POSITION: usize = 80;

/// Reads a stream of entities.
pub(super) fn read(path: &Path, take: &mut Take<'_>) -> Result<Skipped> {
    let mut skipped = Skipped::default();
    let mut lines = Lines::open(path)?;
    while let Some(line) = lines.next()? {
        let entity = match line.text {
            Ok(text) if text.trim().is_empty() => continue,
            Ok(text) => serde_json::from_str::<Entity>(text)
                .map_err(|error| bad_json("the line is no entity of FollowTheMoney", &error)),
            Err(what) => Err(what.to_owned()),
        };
        match entity {
            Ok(entity) => match kind(&entity.schema) {
                Some(kind) => match entry(&entity, kind) {
                    Some(entry) => take(Ok(entry), line.share),
                    None => skipped.without_english_name += 1,
                },
                None => skipped.not_wanted += 1,
            },
            Err(what) => take(Err(bad(path, line.number, what)), line.share),
        }
    }
    Ok(skipped)
}

fn entry(entity: &Entity, kind: Kind) -> Option<Entry> {
    let Properties { name, alias, gender, country, nationality, citizenship, jurisdiction, position } =
        &entity.properties;
    let names = || std::iter::once(&entity.caption).chain(name);
    let mut forms = names().find_map(|name| Forms::new(name))?;
    for form in names().chain(alias) {
        forms.unlabelled(form);
    }
    let mut entry = forms.into_entry(kind, "opensanctions");
    if kind == Kind::Person {
        entry.gender = match gender.as_slice() {
            [one] if one == "female" => Some(Gender::Feminine),
            [one] if one == "male" => Some(Gender::Masculine),
            _ => None,
        };
    }
    // What ties an entity to a country most closely is asked first.
    let ties = [citizenship, nationality, jurisdiction, country];
    entry.country = ties
        .into_iter()
        .map(|codes| only_country(codes.iter().map(String::as_str)))
        .find(|code| !code.is_empty())
        .unwrap_or_default();
    for position in position {
        let role = position.split_whitespace().collect::<Vec<_>>().join(" ");
        let is_role = !role.is_empty() && role.len() <= LONGEST_POSITION && !role.contains(['|', '@']);
        if is_role && !entry.roles.contains(&role) {
            entry.roles.push(role);
        }
    }
    Some(entry)
}
