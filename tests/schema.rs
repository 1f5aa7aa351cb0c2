//! The JSON Schema of rules files: the built-in files fit it, and mistakes do not.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::fs;
use std::path::Path;

use misnomer::rules;
use regex::Regex;
use serde_json::{Value, json};

/// Why a value does not fit a schema, if it does not. It knows what `rules::schema` says and nothing else: a keyword that it does
/// not know is an error of the test.
fn misfit(schema: &Value, value: &Value) -> Option<String> {
    let schema = schema.as_object().unwrap();
    let why = |what: String| Some(format!("{what}: {value}"));
    for (keyword, argument) in schema {
        let found = match keyword.as_str() {
            "type" => {
                let fits = match argument.as_str().unwrap() {
                    "object" => value.is_object(),
                    "array" => value.is_array(),
                    "string" => value.is_string(),
                    "integer" => value.is_i64(),
                    other => panic!("type {other}"),
                };
                (!fits).then(|| format!("not of type {argument}: {value}"))
            }
            "enum" if !argument.as_array().unwrap().contains(value) => why(format!("none of {argument}")),
            "const" if argument != value => why(format!("not {argument}")),
            "minLength" if value.as_str().unwrap().len() < length(argument) => why("too short".to_owned()),
            "minItems" if value.as_array().unwrap().len() < length(argument) => why("too few".to_owned()),
            "minimum" if value.as_i64() < argument.as_i64() => why(format!("less than {argument}")),
            "maximum" if value.as_i64() > argument.as_i64() => why(format!("more than {argument}")),
            "pattern"
                if !Regex::new(argument.as_str().unwrap()).unwrap().is_match(value.as_str().unwrap()) =>
            {
                why(format!("no match of {argument}"))
            }
            "$schema" | "title" | "description" | "enum" | "const" | "minLength" | "minItems" | "minimum"
            | "maximum" | "pattern" => None,
            "items" => value.as_array().unwrap().iter().find_map(|item| misfit(argument, item)),
            "oneOf" => {
                let misfits: Vec<_> =
                    argument.as_array().unwrap().iter().map(|one| misfit(one, value)).collect();
                let fitting = misfits.iter().filter(|misfit| misfit.is_none()).count();
                (fitting != 1).then(|| format!("{fitting} of the choices fit: {misfits:?}"))
            }
            "required" => {
                let missing = argument
                    .as_array()
                    .unwrap()
                    .iter()
                    .find(|key| value.get(key.as_str().unwrap()).is_none());
                missing.map(|key| format!("no {key}"))
            }
            "properties" => {
                argument.as_object().unwrap().iter().find_map(|(key, schema)| {
                    misfit(schema, value.get(key)?).map(|why| format!("{key}: {why}"))
                })
            }
            "additionalProperties" => {
                let known =
                    |key: &String| schema.get("properties").is_some_and(|known| known.get(key).is_some());
                let others = value.as_object().unwrap().iter().filter(|(key, _)| !known(key));
                others.into_iter().find_map(|(key, value)| match argument {
                    Value::Bool(allowed) => (!allowed).then(|| format!("unknown key {key}")),
                    schema => misfit(schema, value),
                })
            }
            other => panic!("the test does not know the keyword {other}"),
        };
        if found.is_some() {
            return found;
        }
    }
    None
}

fn length(argument: &Value) -> usize {
    usize::try_from(argument.as_u64().unwrap()).unwrap()
}

#[test]
fn the_built_in_rules_fit() {
    let schema = rules::schema();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules");
    for file in fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()) {
        if file.extension().is_some_and(|ending| ending == "toml") {
            let value: Value = toml::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
            assert_eq!(misfit(&schema, &value), None, "{}", file.display());
        }
    }
}

#[test]
fn rules_of_every_kind_fit_and_mistakes_do_not() {
    let schema = rules::schema();
    let fits = |own: Value| {
        let mut rule = json!({ "id": "a-rule", "source": "editor", "flags": ["[[a|b]]"], "allows": ["b"] });
        rule.as_object_mut().unwrap().extend(own.as_object().unwrap().clone());
        misfit(&schema, &json!({ "rule": [rule] })).is_none()
    };
    let reporting =
        json!({ "category": "Style/Awkward", "severity": "minor", "confidence": 90, "message": "No." });
    let with = |mut own: Value| {
        own.as_object_mut().unwrap().extend(reporting.as_object().unwrap().clone());
        own
    };
    assert!(fits(with(json!({ "pattern": "a", "suggest": "b", "unless": "ab", "scope": ["title"] }))));
    assert!(fits(with(json!({ "kind": "pattern", "pattern": "a" }))));
    assert!(fits(with(json!({ "kind": "phrases", "phrases": { "a": "b" }, "file": "a.csv" }))));
    assert!(fits(json!({ "kind": "consistent", "forms": ["a", "b"] })));
    assert!(fits(json!({ "kind": "terms", "file": "a.tbx", "severity": "minor", "confidence": 90 })));
    assert!(fits(
        json!({ "kind": "names", "names": [{ "name": "Bar", "kind": "place", "aliases": ["Antivari"] }] })
    ));

    assert!(!fits(with(json!({ "patern": "a" }))));
    assert!(
        !fits(json!({ "pattern": "a" })),
        "a category, a severity, a confidence and a message are required"
    );
    assert!(!fits(with(json!({ "kind": "phrase", "phrases": { "a": "b" } }))));
    assert!(!fits(with(json!({ "phrases": { "a": "b" } }))), "the kind must be said");
    assert!(!fits(with(json!({ "pattern": "a", "scope": ["quote"] }))));
    assert!(!fits(with(json!({ "pattern": "a", "id": "An Id" }))));
    assert!(!fits(with(json!({ "pattern": "a", "flags": [] }))));
    assert!(!fits(json!({ "kind": "consistent", "forms": ["a"] })));
    assert!(!fits(json!({ "kind": "names", "names": [{ "name": "Bar", "kind": "town" }] })));
}
