//! Every built-in check does what its examples say, and has the shape that the rest relies on.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use misnomer::checks::{CHECKS, Check};
use misnomer::examples;
use misnomer::names::Names;
use misnomer::rules;

#[test]
fn every_check_does_what_its_examples_say() {
    let names = Names::builtin();
    let mut report = Vec::new();
    for check in CHECKS {
        for failure in examples::prove(*check, &names) {
            let id = check.about().id;
            report.push(format!("{id}: {}: {}\n    {}", failure.kind, failure.what, failure.example));
        }
    }
    assert!(report.is_empty(), "\n{}", report.join("\n"));
}

#[test]
fn every_check_carries_examples_and_words() {
    for check in CHECKS {
        let about = check.about();
        assert!(!about.flags.is_empty() && !about.allows.is_empty(), "{} lacks examples", about.id);
        assert!(about.summary.ends_with('.') && about.why.ends_with('.'), "{} lacks a full stop", about.id);
    }
}

#[test]
fn a_check_is_in_the_file_of_its_name() {
    let checks = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/checks");
    let files: BTreeSet<String> = [checks.clone(), checks.join("names")]
        .iter()
        .flat_map(|folder| fs::read_dir(folder).unwrap())
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_str().unwrap().replace('_', "-"))
        .filter(|name| name != "mod" && name != "names")
        .collect();
    let ids: BTreeSet<String> = CHECKS.iter().map(|check| check.about().id.to_owned()).collect();
    assert_eq!(files, ids);
}

#[test]
fn ids_are_in_order_unique_and_kebab_case() {
    let ids: Vec<&str> = CHECKS.iter().map(|check| check.about().id).collect();
    assert!(ids.is_sorted_by(|a, b| a < b), "{ids:?}");
    for id in ids {
        assert!(id.split('-').all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase())));
    }
}

/// An id never changes once released: users silence and count by it.
#[test]
fn ids() {
    let rules = rules::builtin();
    let checks = CHECKS.iter().map(|check| check.about().id);
    let ids: Vec<&str> = checks.chain(rules.iter().map(|rule| rule.about().id)).collect();
    insta::assert_snapshot!(ids.join("\n"));
}
