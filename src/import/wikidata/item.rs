//! An item of Wikidata in JSON, as far as it is read.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

/// What an item is and what is stated of it.
#[derive(Deserialize)]
pub(super) struct Facts {
    #[serde(rename = "type")]
    pub(super) kind: String,
    #[serde(default, deserialize_with = "map_or_empty_list")]
    pub(super) claims: Claims,
}

/// What an item is called.
#[derive(Deserialize)]
pub(super) struct Terms {
    #[serde(default, deserialize_with = "map_or_empty_list")]
    pub(super) labels: BTreeMap<String, Term>,
    #[serde(default, deserialize_with = "map_or_empty_list")]
    pub(super) aliases: BTreeMap<String, Vec<Term>>,
}

#[derive(Deserialize)]
pub(super) struct Term {
    pub(super) value: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Claims {
    #[serde(rename = "P31")]
    pub(super) class: Vec<Statement>,
    #[serde(rename = "P21")]
    pub(super) gender: Vec<Statement>,
    #[serde(rename = "P27")]
    pub(super) citizenship: Vec<Statement>,
    #[serde(rename = "P17")]
    pub(super) country: Vec<Statement>,
    #[serde(rename = "P625")]
    pub(super) coordinates: Vec<IgnoredAny>,
    #[serde(rename = "P39")]
    pub(super) position: Vec<Statement>,
    #[serde(rename = "P106")]
    pub(super) occupation: Vec<Statement>,
    #[serde(rename = "P570")]
    pub(super) death: Vec<IgnoredAny>,
    #[serde(rename = "P1705")]
    pub(super) native_label: Vec<Statement>,
    #[serde(rename = "P1559")]
    pub(super) native_name: Vec<Statement>,
}

/// One thing that is stated.
#[derive(Deserialize)]
pub(super) struct Statement {
    #[serde(default)]
    rank: String,
    mainsnak: Snak,
    #[serde(default, deserialize_with = "map_or_empty_list")]
    pub(super) qualifiers: Qualifiers,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Qualifiers {
    #[serde(rename = "P580")]
    start: Vec<Snak>,
    #[serde(rename = "P582")]
    end: Vec<Snak>,
}

/// A value, where it is known.
#[derive(Deserialize)]
pub(super) struct Snak {
    #[serde(default)]
    datavalue: Option<DataValue>,
}

#[derive(Deserialize)]
struct DataValue {
    value: Value,
}

impl Statement {
    /// Whether it has not been found wrong.
    pub(super) fn holds(&self) -> bool {
        self.rank != "deprecated"
    }

    pub(super) fn is_preferred(&self) -> bool {
        self.rank == "preferred"
    }

    /// The item that is its value.
    pub(super) fn item(&self) -> Option<Cow<'_, str>> {
        let value = &self.mainsnak.datavalue.as_ref()?.value;
        match value.get("id").and_then(Value::as_str) {
            Some(id) => Some(Cow::Borrowed(id)),
            // Old dumps have the number alone.
            None => Some(Cow::Owned(format!("Q{}", value.get("numeric-id")?.as_u64()?))),
        }
    }

    /// The text that is its value, and its language.
    pub(super) fn text(&self) -> Option<(&str, &str)> {
        let value = &self.mainsnak.datavalue.as_ref()?.value;
        Some((value.get("text")?.as_str()?, value.get("language")?.as_str()?))
    }
}

impl Qualifiers {
    pub(super) fn start_year(&self) -> Option<u16> {
        self.start.iter().find_map(Snak::year)
    }

    pub(super) fn end_year(&self) -> Option<u16> {
        self.end.iter().find_map(Snak::year)
    }

    /// Whether it is over, if only at a time that nobody knows.
    pub(super) fn has_ended(&self) -> bool {
        !self.end.is_empty()
    }
}

impl Snak {
    /// The year of a date of our era that is known to the year at least: `+2019-05-20T00:00:00Z`.
    fn year(&self) -> Option<u16> {
        /// The precision of a year; less is a decade, a century.
        const YEAR: u64 = 9;
        let value = &self.datavalue.as_ref()?.value;
        if value.get("precision").and_then(Value::as_u64).is_some_and(|precision| precision < YEAR) {
            return None;
        }
        let time = value.get("time")?.as_str()?.strip_prefix('+')?;
        time.split('-').next()?.parse().ok()
    }
}

/// Reads a map, or the empty list that the dump has in place of an empty map.
fn map_or_empty_list<'de, D: Deserializer<'de>, T: Default + Deserialize<'de>>(
    value: D,
) -> Result<T, D::Error> {
    struct MapOrList<T>(PhantomData<T>);

    impl<'de, T: Default + Deserialize<'de>> Visitor<'de> for MapOrList<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a map")
        }

        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
            T::deserialize(MapAccessDeserializer::new(map))
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<T, A::Error> {
            while list.next_element::<IgnoredAny>()?.is_some() {}
            Ok(T::default())
        }
    }

    value.deserialize_any(MapOrList(PhantomData))
}
