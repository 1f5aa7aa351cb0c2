//! A JSON dump of Wikidata: one item a line inside `[` and `]`, each with a comma behind it.
//!
//! Of an item that is a person, place or organisation, the English label (or the one for all languages, `mul`) is the name,
//! the English aliases are the aliases, and labels and aliases of the chosen languages are foreign where they differ. The
//! native label (P1705) or name (P1559) is native. Which classes (P31) are what stands in
//! `rules/lexicon/classes-wikidata.csv`; an item of no class listed there is a place when it has coordinates (P625) and a
//! country (P17). Gender is P21, country P27 or P17, roles are P39 with their years and P106. A dump cannot be asked for the
//! label of another item, so positions and countries have tables too.

mod item;
mod tables;

use std::path::Path;

use super::forms::Forms;
use super::source::{Lines, bad, bad_json};
use super::{Options, Skipped, Take};
use crate::error::Result;
use crate::names::gazetteer::{Entry, Gender, Kind};
use item::{Claims, Facts, Statement, Terms};
use tables::{Class, Tables};

/// The classes of an item that is a man or a woman, as P21 has them.
const GENDERS: [(&str, Gender); 4] = [
    ("Q6581097", Gender::Masculine),
    ("Q6581072", Gender::Feminine),
    ("Q2449503", Gender::Masculine),
    ("Q1052281", Gender::Feminine),
];
/// Where an English label may stand, best first; `mul` is the label that all languages share.
const ENGLISH: [&str; 4] = ["en", "mul", "en-gb", "en-ca"];

/// Reads a dump.
pub(super) fn read(path: &Path, options: &Options, take: &mut Take<'_>) -> Result<Skipped> {
    let tables = Tables::builtin();
    let mut skipped = Skipped::default();
    let mut lines = Lines::open(path)?;
    while let Some(line) = lines.next()? {
        let text = line.text.map(|text| text.trim().trim_start_matches('[').trim_end_matches([',', ']']));
        let entry = match text {
            Ok("") => continue,
            Ok(text) => entry(text, &tables, options, &mut skipped)
                .map_err(|error| bad_json("the line is no item of Wikidata", &error)),
            Err(what) => Err(what.to_owned()),
        };
        if let Some(record) = entry.map_err(|what| bad(path, line.number, what)).transpose() {
            take(record, line.share);
        }
    }
    Ok(skipped)
}

/// The entry of an item; none, counted, where there is none to make.
fn entry(
    json: &str,
    tables: &Tables,
    options: &Options,
    skipped: &mut Skipped,
) -> serde_json::Result<Option<Entry>> {
    // Most items are papers and stars: their labels in two hundred languages are read only when they are wanted.
    let Facts { kind, claims } = serde_json::from_str(json)?;
    let classified = if kind == "item" { classify(&claims, tables) } else { None };
    let Some((kind, mut roles)) = classified else {
        skipped.not_wanted += 1;
        return Ok(None);
    };
    let terms: Terms = serde_json::from_str(json)?;
    let Some(forms) = forms(&terms, &claims, options) else {
        skipped.without_english_name += 1;
        return Ok(None);
    };
    let mut entry = forms.into_entry(kind, "wikidata");
    if kind == Kind::Person {
        let gender = claims.gender.iter().filter(|statement| statement.holds()).find_map(Statement::item);
        entry.gender =
            GENDERS.iter().find(|(item, _)| gender.as_deref() == Some(item)).map(|&(_, gender)| gender);
        roles = person_roles(&claims, tables);
    }
    entry.roles = roles;
    let countries = if kind == Kind::Person { &claims.citizenship } else { &claims.country };
    entry.country = country(countries, tables);
    Ok(Some(entry))
}

/// What an item is, and what kind of place or organisation.
fn classify(claims: &Claims, tables: &Tables) -> Option<(Kind, Vec<String>)> {
    let classes: Vec<&Class> = claims
        .class
        .iter()
        .filter(|statement| statement.holds())
        .filter_map(|statement| tables.classes.get(statement.item()?.as_ref()))
        .collect();
    if classes.iter().any(|class| class.kind.is_none()) {
        return None;
    }
    let kind = [Kind::Person, Kind::Organisation, Kind::Place]
        .into_iter()
        .find(|&kind| classes.iter().any(|class| class.kind == Some(kind)));
    let is_located = !claims.coordinates.is_empty() && !claims.country.is_empty();
    let kind = kind.or(is_located.then_some(Kind::Place))?;
    let mut roles: Vec<String> = Vec::new();
    for class in classes.iter().filter(|class| class.kind == Some(kind)) {
        if !class.role.is_empty() && !roles.contains(&class.role) {
            roles.push(class.role.clone());
        }
    }
    Some((kind, roles))
}

fn forms(terms: &Terms, claims: &Claims, options: &Options) -> Option<Forms> {
    let mut forms =
        ENGLISH.iter().find_map(|&language| Forms::new(terms.labels.get(language)?.value.as_str()))?;
    for language in ENGLISH {
        let label = terms.labels.get(language).into_iter();
        for term in label.chain(terms.aliases.get(language).into_iter().flatten()) {
            forms.english(&term.value);
        }
    }
    for language in &options.languages {
        let label = terms.labels.get(language).into_iter();
        for term in label.chain(terms.aliases.get(language).into_iter().flatten()) {
            forms.foreign(&term.value, language);
        }
    }
    for statement in
        claims.native_label.iter().chain(&claims.native_name).filter(|statement| statement.holds())
    {
        if let Some((text, language)) = statement.text() {
            forms.native(text, language);
        }
    }
    Some(forms)
}

/// The first country that still holds and has a code: a preferred one before others.
fn country(statements: &[Statement], tables: &Tables) -> String {
    let code = |statement: &&Statement| tables.countries.get(statement.item()?.as_ref()).cloned();
    let mut holding: Vec<&Statement> = statements.iter().filter(|statement| statement.holds()).collect();
    holding.sort_by_key(|statement| (statement.qualifiers.has_ended(), !statement.is_preferred()));
    holding.iter().find_map(code).unwrap_or_default()
}

/// Offices with their years, then trades.
fn person_roles(claims: &Claims, tables: &Tables) -> Vec<String> {
    let mut roles: Vec<String> = Vec::new();
    let mut add = |role: String| {
        if !roles.contains(&role) {
            roles.push(role);
        }
    };
    for statement in claims.position.iter().filter(|statement| statement.holds()) {
        let Some(title) = statement.item().and_then(|item| tables.positions.get(item.as_ref())) else {
            continue;
        };
        let qualifiers = &statement.qualifiers;
        // The dead hold no office, and nobody says until when they did.
        let is_over = qualifiers.has_ended() || !claims.death.is_empty();
        add(match (qualifiers.start_year(), qualifiers.end_year()) {
            (Some(start), Some(end)) => format!("{title}@{start}-{end}"),
            (Some(start), None) if !is_over => format!("{title}@{start}-"),
            _ => title.clone(),
        });
    }
    for statement in claims.occupation.iter().filter(|statement| statement.holds()) {
        if let Some(trade) = statement.item().and_then(|item| tables.positions.get(item.as_ref())) {
            add(trade.clone());
        }
    }
    roles
}
