//! `kind = "names"`: people, places and organisations that the checks for names are to know.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Compiled, Defaults, Match, Matcher};
use crate::finding::{Category, Severity};
use crate::names::gazetteer::{Entry, Gender, Kind};
use crate::rules::refusal::{At, Refusal};
use crate::rules::source::Source;

/// What a rule of names holds.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    /// The names, each with the columns of a names file.
    #[schemars(length(min = 1))]
    names: Vec<Row>,
}

/// A name: what a row of a names file holds.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Row {
    /// The name as English writes it.
    name: String,
    /// What it names.
    kind: Kind,
    /// A person's gender.
    gender: Option<Gender>,
    /// Two capital letters of ISO 3166.
    #[serde(default)]
    country: String,
    /// Offices and trades, or the kind of place: title, or title@2022-2025.
    #[serde(default)]
    roles: Vec<String>,
    /// Other forms that are right in English.
    #[serde(default)]
    aliases: Vec<String>,
    /// Forms that are right in another language and wrong in English.
    #[serde(default)]
    foreign: Vec<String>,
    /// Wrong forms that have been seen.
    #[serde(default)]
    damaged: Vec<String>,
    /// How its own language writes it.
    #[serde(default)]
    native: Vec<String>,
}

impl super::Written for Written {
    const NAME: &'static str = "names";
    const DEFAULTS: Defaults = Defaults {
        category: Some(Category::Entity),
        severity: Some(Severity::Major),
        confidence: Some(90),
        summary: Some("Names that the checks for broken names are to know."),
    };
    const REPORTS: bool = false;

    fn compile(self, _: &Source<'_>) -> Compiled {
        if self.names.is_empty() {
            return Err(Refusal::value(
                "names",
                "it holds no name",
                "write names = [{ name = \"Bar\", kind = \"place\" }]",
            ));
        }
        let mut entries = Vec::with_capacity(self.names.len());
        for (number, name) in self.names.into_iter().enumerate() {
            entries.push(name.entry().map_err(|error| Refusal::from(error).on("names", At::Item(number)))?);
        }
        Ok(Box::new(Names(entries)))
    }
}

impl Row {
    fn entry(self) -> crate::error::Result<Entry> {
        let Self { name, kind, gender, country, roles, aliases, foreign, damaged, native } = self;
        let source = "editor".to_owned();
        Entry { name, kind, gender, country, roles, aliases, foreign, damaged, native, source }.checked()
    }
}

/// Finds nothing itself: the checks for names do, once they know the names.
struct Names(Vec<Entry>);

impl Matcher for Names {
    fn literals(&self) -> Option<Cow<'_, [String]>> {
        Some(Cow::Borrowed(&[]))
    }

    fn find(&self, _: &str, _: Option<&str>, _: &mut dyn FnMut(Match)) {}

    fn names(&self) -> &[Entry] {
        &self.0
    }
}
