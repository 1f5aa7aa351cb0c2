//! `misnomer names fit` from outside, on labelled articles of invented people.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

use misnomer::names::evidence::{Feature, Weight, Weights};
use tempfile::TempDir;

/// Invented people, each with a form that another language uses.
fn people() -> Vec<(String, String)> {
    let given = ["Zorvan", "Quilla", "Thyrsk", "Vexley", "Jorquin"];
    let family = ["Quoxley", "Waxmyth", "Hawxthorp", "Phlyxton", "Quexwood"];
    let foreign = ["Kvoksli", "Vaksmit", "Hokstorp", "Flikston", "Kveksvud"];
    let pairs = given.iter().flat_map(|given| family.iter().zip(foreign).map(move |pair| (given, pair)));
    pairs.map(|(given, (right, wrong))| (format!("{given} {right}"), format!("{given} {wrong}"))).collect()
}

/// A labelled folder: the foreign forms of the people are labelled as broken, or else stand in clean articles.
fn folder(are_broken: bool) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join(if are_broken { "articles" } else { "clean" });
    for folder in ["articles", "clean"].map(|name| folder.path().join(name)) {
        fs::create_dir(folder).unwrap();
    }
    let (mut gold, mut names) = ("file,line,found,correct\n".to_owned(), "name,kind,foreign\n".to_owned());
    for (number, (right, wrong)) in people().iter().enumerate() {
        let file = format!("A.{number}.txt");
        let text = format!(
            "A quiet day ended in the capital.\nIn the evening {wrong} told reporters that it was late.\n"
        );
        fs::write(place.join(&file), text).unwrap();
        if are_broken {
            writeln!(gold, "{file},2,{wrong},{right}").unwrap();
        }
        writeln!(names, "{right},person,{wrong}").unwrap();
    }
    fs::write(folder.path().join("gold.csv"), gold).unwrap();
    fs::write(folder.path().join("names.csv"), names).unwrap();
    folder
}

/// The exit code, standard output and standard error.
fn fit(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_misnomer"));
    let output = command.current_dir(folder).args(["names", "fit", "."]).args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn fitted(folder: &Path) -> BTreeMap<Feature, Weight> {
    let (code, says, error) = fit(folder, &["--names", "names.csv", "-o", "weights.csv"]);
    assert_eq!(code, 0, "{error}");
    assert!(says.contains("fitted, out of fold"), "{says}");
    let path = folder.join("weights.csv");
    let text = fs::read(&path).unwrap();
    Weights::read(&path, &text).unwrap();
    Weight::read(&path, &text).unwrap().into_iter().map(|row| (row.feature, row)).collect()
}

#[test]
fn weights_follow_the_labels_and_keep_their_signs() {
    let [broken, clean] = [true, false].map(|are_broken| fitted(folder(are_broken).path()));
    let of = |table: &BTreeMap<Feature, Weight>, feature| table[&feature].bits;
    assert!(of(&broken, Feature::ForeignForm) > of(&clean, Feature::ForeignForm) + 0.5);
    assert!(of(&broken, Feature::Prior) > of(&clean, Feature::Prior));
    for table in [&broken, &clean] {
        for row in table.values() {
            let prior = row.prior.unwrap_or(row.bits);
            assert!(row.bits * prior >= 0.0, "{row:?}");
        }
        let unseen = &table[&Feature::Role];
        assert_eq!(unseen.prior, Some(unseen.bits), "a feature without examples keeps its prior");
    }
}

#[test]
fn what_is_measured_is_told_and_stays_the_same() {
    let folder = folder(true);
    let arguments = ["--names", "names.csv", "--measure"];
    let (code, says, error) = fit(folder.path(), &arguments);
    assert_eq!(code, 0, "{error}");
    let first = says.lines().next().unwrap();
    assert!(first.ends_with("25 of them right; 50 broken names"), "each article is read twice: {first}");
    let lines: Vec<String> =
        says.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    for line in ["recall 50.0 % (25 of 50)", "fixed 50.0 % (25 of 50)", "90–100 % 25 25 100.0 %"] {
        assert!(lines.iter().any(|own| own == line), "{line} is not in:\n{says}");
    }
    assert_eq!(fit(folder.path(), &arguments).1, says);
    let counted = ["--names", "names.csv", "--incomplete", "A.", "--measure"];
    assert!(fit(folder.path(), &counted).1.contains("25 of them right"));
}

#[test]
fn a_label_that_does_not_fit_is_named() {
    let folder = folder(true);
    let gold = fs::read_to_string(folder.path().join("gold.csv")).unwrap();
    fs::write(folder.path().join("gold.csv"), gold + "A.3.txt,1,Nobody,Somebody\nB.txt,1,A,B\n").unwrap();
    let (code, _, error) = fit(folder.path(), &["--names", "names.csv", "--measure"]);
    assert_eq!(code, 2);
    for part in ["gold.csv:27: “Nobody” does not stand on line 1 of articles/A.3.txt", "gold.csv:28: "] {
        assert!(error.contains(part), "{part}: {error}");
    }
    fs::remove_file(folder.path().join("gold.csv")).unwrap();
    let (code, _, error) = fit(folder.path(), &[]);
    assert_eq!(code, 2);
    assert!(error.contains("gold.csv: cannot be read"), "{error}");
}
