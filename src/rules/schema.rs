//! The JSON Schema of rules files, from which editors complete keys and mark mistakes. It is made of the types that rules files
//! are read into, so that it says what they say.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::kinds::{KINDS, Kind};
use super::spec::{Common, Reporting};
use crate::article::Scope;
use crate::finding::{Category, Severity};
use crate::names::gazetteer::{Gender, Kind as NameKind};

/// The JSON Schema (draft 2020-12) of a rules file.
pub fn schema() -> Value {
    let mut generator =
        SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true).into_generator();
    let kinds: Vec<Value> =
        KINDS.iter().enumerate().map(|(number, kind)| rule(kind, number == 0, &mut generator)).collect();
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Rules of misnomer",
        "description": "What misnomer flags in English news articles, beside its built-in checks.",
        "type": "object",
        "properties": { "rule": { "type": "array", "items": { "oneOf": kinds } } },
        "additionalProperties": false,
    });
    without_null(&mut schema);
    schema
}

/// The schema of a rule of one kind, which is the kind of a rule that does not say when it `is_default`.
fn rule(kind: &Kind, is_default: bool, generator: &mut SchemaGenerator) -> Value {
    let own = (kind.schema)(generator);
    let mut parts = vec![Common::json_schema(generator)];
    let mut required = Vec::new();
    if kind.reports {
        parts.push(Reporting::json_schema(generator));
        let defaults = &kind.defaults;
        let missing = [
            ("category", defaults.category.is_none()),
            ("severity", defaults.severity.is_none()),
            ("confidence", defaults.confidence.is_none()),
            ("message", defaults.summary.is_none()),
        ];
        required.extend(missing.into_iter().filter(|(_, is_missing)| *is_missing).map(|(key, _)| json!(key)));
    }
    parts.push(own);
    let mut properties = Map::new();
    properties.insert("kind".to_owned(), json!({ "description": "The kind of rule.", "const": kind.name }));
    if !is_default {
        required.push(json!("kind"));
    }
    for mut part in parts {
        if let Some(Value::Object(own)) = part.remove("properties") {
            properties.extend(own);
        }
        if let Some(Value::Array(own)) = part.remove("required") {
            required.extend(own);
        }
    }
    json!({
        "title": format!("A rule of kind {}", kind.name),
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

/// TOML has no null: a key that may be left out is one that is not required.
fn without_null(schema: &mut Value) {
    match schema {
        Value::Array(items) => {
            items.retain(|item| !item.is_null() && *item != json!({ "type": "null" }));
            items.iter_mut().for_each(without_null);
        }
        Value::Object(map) => {
            map.retain(|key, value| !(key == "default" || key == "format" && value.is_string()));
            map.values_mut().for_each(without_null);
            if let Some(Value::Array(types)) = map.get_mut("type") {
                types.retain(|kind| kind != "null");
                if let [only] = types.as_slice() {
                    let only = only.clone();
                    map.insert("type".to_owned(), only);
                }
            }
            if let Some(Value::Array(choices)) = map.get("anyOf")
                && let [Value::Object(only)] = choices.as_slice()
            {
                let only = only.clone();
                map.remove("anyOf");
                map.extend(only);
            }
        }
        _ => {}
    }
}

/// The schema of a value that is one of some words.
macro_rules! one_of {
    ($type:ty, $name:literal, $words:expr) => {
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "enum": $words.to_vec() })
            }
        }
    };
}

one_of!(Category, "Category", Category::ALL.map(|(_, path)| path));
one_of!(Severity, "Severity", Severity::ALL.map(Severity::as_str));
one_of!(Scope, "Scope", Scope::ALL.map(Scope::as_str));
one_of!(NameKind, "NameKind", NameKind::ALL.map(NameKind::code));
one_of!(Gender, "Gender", [Gender::Feminine, Gender::Masculine].map(Gender::code));
