//! The tables of `rules/` are what they claim to be: sorted, unique, sourced, and free of contradictions.
#![expect(clippy::unwrap_used, reason = "tests")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use misnomer::names::fold::key;
use misnomer::names::gazetteer::{self, Entry};
use misnomer::names::lexicon::Lexicon;
use support::{Folder, Run};
use unicode_normalization::is_nfc;

fn tables() -> Vec<PathBuf> {
    let mut found = Vec::new();
    for folder in ["rules/names", "rules/lexicon", "rules/evidence"] {
        let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
        found.extend(files.filter(|path| path.extension().is_some_and(|ending| ending == "csv")));
    }
    found.sort();
    found
}

/// The columns that tell one row from another.
fn key_columns(path: &Path) -> &'static [&'static str] {
    match path.file_stem().unwrap().to_str().unwrap() {
        "people" | "peoples" | "places" | "regions" | "towns" | "organisations" => {
            &["kind", "name", "country"]
        }
        "given-names" => &["name", "gender", "language"],
        "surnames" | "surnames-borne" => &["name", "language"],
        "glosses" => &["word", "language", "gloss"],
        "acronyms" | "acronyms-ambiguous" => &["acronym", "language", "english"],
        "titles" => &["title"],
        "demonyms" => &["demonym", "country"],
        "particles" => &["particle", "language"],
        "respellings" | "transliterations" => &["respelling", "original"],
        "sounds" => &["letters", "side", "before", "place"],
        "first-vowels" => &["letters", "side"],
        "homoglyphs" => &["latin"],
        "languages" => &["code"],
        "english-words" | "calendar" => &["word"],
        "foreign-words" => &["word", "language"],
        "attested-names" => &["name"],
        "frequent-names" => &["name", "part"],
        "classes-wikidata" | "countries-wikidata" | "positions-wikidata" => &["qid"],
        "weights" | "features-geonames" => &["feature"],
        "press-spellings" => &["letters", "languages", "place"],
        "romanised-countries" => &["country"],
        "romanisations" => &["language", "cyrillic", "place"],
        other => panic!("{other}.csv: say here which columns tell its rows apart"),
    }
}

#[test]
fn tables_are_sorted_and_unique() {
    for path in tables() {
        let mut reader = csv::Reader::from_path(&path).unwrap();
        let headers = reader.headers().unwrap().clone();
        let columns: Vec<usize> = key_columns(&path)
            .iter()
            .map(|name| headers.iter().position(|header| header == *name).unwrap())
            .collect();
        let mut last: Option<Vec<String>> = None;
        for row in reader.records() {
            let row = row.unwrap();
            let key: Vec<String> = columns.iter().map(|&column| row[column].to_owned()).collect();
            let sorted = last.as_ref().is_none_or(|last| *last < key);
            assert!(sorted, "{}: {key:?} stands behind {last:?}", path.display());
            last = Some(key);
        }
    }
}

#[test]
fn every_row_has_a_source_that_is_explained_and_clean_cells() {
    let sources = std::fs::read_to_string("rules/SOURCES.md").unwrap();
    for path in tables().iter().filter(|path| !path.ends_with("weights.csv")) {
        let mut reader = csv::Reader::from_path(path).unwrap();
        let column = reader.headers().unwrap().iter().position(|header| header == "source").unwrap();
        for row in reader.records() {
            let row = row.unwrap();
            let explained = sources.contains(&format!("| `{}` |", &row[column]));
            assert!(explained, "{}: {row:?} has no source that SOURCES.md explains", path.display());
            for cell in &row {
                assert!(is_nfc(cell) && cell.trim() == cell, "{}: {row:?}", path.display());
                let joined = cell.split(" | ").all(|value| !value.is_empty() && !value.contains('|'));
                assert!(cell.is_empty() || joined, "{}: {row:?}: lists are joined by ` | `", path.display());
            }
        }
    }
}

#[test]
fn the_credits_hold_every_source_and_every_licence() {
    let Run { out: credits, code, .. } = Folder::new(&[]).run("--credits");
    assert_eq!(code, 0);
    for file in std::fs::read_dir("LICENSES").unwrap().map(|file| file.unwrap().path()) {
        let licence = std::fs::read_to_string(&file).unwrap();
        assert!(credits.contains(licence.trim_end()), "{} is not in the credits", file.display());
    }
    let sources = std::fs::read_to_string("rules/SOURCES.md").unwrap();
    let named: Vec<&str> = sources
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split_once("` | ").map(|(id, _)| id))
        .filter(|id| !id.contains(['/', '*']))
        .collect();
    assert!(named.contains(&"geonames") && named.contains(&"census"), "{named:?}");
    for id in named {
        assert!(credits.contains(&format!("\n{id}\n  ")), "{id} is not in the credits");
    }
    for part in [
        "licence: CC BY 4.0 (LICENSES/CC-BY-4.0.txt); © GeoNames",
        "licence: Unicode-3.0",
        "licence: public domain",
    ] {
        assert!(credits.contains(part), "{part}");
    }
}

const WRITTEN: [&str; 4] = ["people", "peoples", "places", "organisations"];

fn entries(files: &[&str]) -> Vec<Entry> {
    files
        .iter()
        .map(|stem| PathBuf::from(format!("rules/names/{stem}.csv")))
        .flat_map(|path| gazetteer::read(&path, &std::fs::read(&path).unwrap()).unwrap())
        .collect()
}

#[test]
fn no_form_is_both_right_and_wrong() {
    let entries = entries(&WRITTEN);
    let mut right: BTreeMap<(String, String), BTreeSet<&str>> = BTreeMap::new();
    for entry in &entries {
        for form in std::iter::once(&entry.name).chain(&entry.aliases) {
            right.entry((format!("{:?}", entry.kind), key(form))).or_default().insert(&entry.name);
        }
    }
    let mut contradictions = Vec::new();
    for entry in &entries {
        for form in entry.foreign.iter().chain(&entry.damaged) {
            if let Some(names) = right.get(&(format!("{:?}", entry.kind), key(form))) {
                contradictions.push(format!("{form}, wrong for {}, is right for {names:?}", entry.name));
            }
        }
    }
    assert!(contradictions.is_empty(), "{}", contradictions.join("\n"));
}

#[test]
fn surnames_are_known_in_every_language_that_news_is_translated_from() {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let lexicon = Lexicon::builtin().unwrap();
    let mut attested = 0;
    for row in csv::Reader::from_path("rules/names/surnames.csv").unwrap().records() {
        let row = row.unwrap();
        attested += usize::from(lexicon.attested(&key(&row[0])).is_some());
        assert!(matches!(&row[1], "" | "f" | "m") && !row[0].contains(char::is_whitespace), "{row:?}");
        *counts.entry(row[2].to_owned()).or_default() += 1;
    }
    for language in "bg bs cs de el es fr hr hu it mk pl ro ru sl sq sr tr uk".split(' ') {
        assert!(counts.get(language).is_some_and(|&count| count >= 100), "{language}: {counts:?}");
    }
    let all = counts.values().sum::<usize>();
    assert!(all >= 8000, "{counts:?}");
    // Those that sound like a name of another language are left to the evidence: Šmit may be Smith.
    assert!(attested * 10 >= all * 9, "{attested} of {all} are attested");
}

#[test]
fn surnames_that_are_but_borne_are_no_others() {
    let names = |table: &str| -> BTreeSet<String> {
        let mut rows = csv::Reader::from_path(table).unwrap();
        rows.records().map(|row| key(&row.unwrap()[0])).collect()
    };
    let meant = names("rules/names/surnames.csv");
    let borne = names("rules/names/surnames-borne.csv");
    let twice: Vec<&String> = borne.intersection(&meant).collect();
    assert!(twice.is_empty(), "{twice:?}");
    let lexicon = Lexicon::builtin().unwrap();
    let attested = borne.iter().filter(|name| lexicon.attested(name).is_some()).count();
    assert!(borne.len() >= 7500 && attested * 100 >= borne.len() * 95, "{attested} of {}", borne.len());
}

#[test]
fn the_gazetteer_is_as_large_as_the_readme_says() {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for entry in entries(&[&WRITTEN[..], &["regions", "towns"]].concat()) {
        *counts.entry(entry.kind.to_string()).or_default() += 1;
    }
    let said = |kind: &str, many: &str| {
        let count = counts[kind].to_string();
        let (thousands, rest) = count.split_at(count.len() - 3);
        format!("{thousands},{rest} {many}")
    };
    let kinds =
        [("person", "people"), ("place", "places"), ("organisation", "organisations"), ("people", "peoples")];
    let said = kinds.map(|(kind, many)| said(kind, many)).join(", ");
    assert!(std::fs::read_to_string("README.md").unwrap().contains(&said), "README.md should say: {said}");
}
