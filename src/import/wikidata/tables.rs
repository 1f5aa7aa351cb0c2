//! What items of Wikidata mean that others point to.

use std::path::Path;

use rustc_hash::FxHashMap;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::names::gazetteer::Kind;
use crate::names::table;

/// A class that items are instances of.
#[derive(Deserialize)]
pub(super) struct Class {
    qid: String,
    /// What its instances are; none when they are no names, such as wars and lists.
    pub(super) kind: Option<Kind>,
    /// The kind of place or organisation.
    pub(super) role: String,
}

#[derive(Deserialize)]
struct Country {
    qid: String,
    country: String,
}

#[derive(Deserialize)]
struct Position {
    qid: String,
    role: String,
}

/// Classes, ISO codes of countries, and titles of positions and trades, by item.
pub(super) struct Tables {
    pub(super) classes: FxHashMap<String, Class>,
    pub(super) countries: FxHashMap<String, String>,
    pub(super) positions: FxHashMap<String, String>,
}

impl Tables {
    pub(super) fn builtin() -> Self {
        let classes: Vec<Class> =
            rows("classes", include_bytes!("../../../rules/lexicon/classes-wikidata.csv"));
        let countries: Vec<Country> =
            rows("countries", include_bytes!("../../../rules/lexicon/countries-wikidata.csv"));
        let positions: Vec<Position> =
            rows("positions", include_bytes!("../../../rules/lexicon/positions-wikidata.csv"));
        Self {
            classes: classes.into_iter().map(|class| (class.qid.clone(), class)).collect(),
            countries: countries.into_iter().map(|row| (row.qid, row.country)).collect(),
            positions: positions.into_iter().map(|row| (row.qid, row.role)).collect(),
        }
    }
}

fn rows<T: DeserializeOwned>(name: &str, text: &[u8]) -> Vec<T> {
    let path = format!("rules/lexicon/{name}-wikidata.csv");
    let rows = table::rows(Path::new(&path), text).expect("the built-in table is sound");
    rows.into_iter().map(|(_, row)| row).collect()
}
