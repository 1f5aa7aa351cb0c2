//! `misnomer names fit` from outside, on labelled articles of invented people.

#![expect(clippy::unwrap_used, reason = "tests")]

mod support;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

use misnomer::names::evidence::{Feature, Weight, Weights};
use support::{Folder, Run};

/// Invented people, each with a form that another language uses.
fn people() -> Vec<(String, String)> {
    let given = ["Zorvan", "Quilla", "Thyrsk", "Vexley", "Jorquin"];
    let family = ["Quoxley", "Waxmyth", "Hawxthorp", "Phlyxton", "Quexwood"];
    let foreign = ["Kvoksli", "Vaksmit", "Hokstorp", "Flikston", "Kveksvud"];
    let pairs = given.iter().flat_map(|given| family.iter().zip(foreign).map(move |pair| (given, pair)));
    pairs.map(|(given, (right, wrong))| (format!("{given} {right}"), format!("{given} {wrong}"))).collect()
}

/// A labelled folder: the foreign forms of the people are labelled as broken, or else stand in clean articles.
fn folder(are_broken: bool) -> Folder {
    let folder = Folder::new(&[]);
    let place = if are_broken { "articles" } else { "clean" };
    for folder in ["articles", "clean"].map(|name| folder.path().join(name)) {
        fs::create_dir(folder).unwrap();
    }
    let (mut gold, mut names) = ("file,line,found,correct\n".to_owned(), "name,kind,foreign\n".to_owned());
    for (number, (right, wrong)) in people().iter().enumerate() {
        let file = format!("A.{number}.txt");
        let text = format!(
            "A quiet day ended in the capital.\nIn the evening {wrong} told reporters that it was late.\n"
        );
        folder.write(&format!("{place}/{file}"), text);
        if are_broken {
            writeln!(gold, "{file},2,{wrong},{right}").unwrap();
        }
        writeln!(names, "{right},person,{wrong}").unwrap();
    }
    folder.write("gold.csv", gold);
    folder.write("names.csv", names);
    folder
}

fn fit(folder: &Folder, options: &str) -> Run {
    folder.run(&format!("names fit . {options}"))
}

fn fitted(folder: &Folder) -> BTreeMap<Feature, Weight> {
    let run = fit(folder, "--names names.csv -o weights.csv");
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.contains("fitted, out of fold"), "{}", run.out);
    let path = folder.path().join("weights.csv");
    let text = fs::read(&path).unwrap();
    Weights::read(&path, &text).unwrap();
    Weight::read(&path, &text).unwrap().into_iter().map(|row| (row.feature, row)).collect()
}

#[test]
fn weights_follow_the_labels_and_keep_their_signs() {
    let [broken, clean] = [true, false].map(|are_broken| fitted(&folder(are_broken)));
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
    let Run { out: says, err, code } = fit(&folder, "--names names.csv --measure");
    assert_eq!(code, 0, "{err}");
    let first = says.lines().next().unwrap();
    assert!(first.ends_with("25 of them right; 50 broken names"), "each article is read twice: {first}");
    let lines: Vec<String> =
        says.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    for line in ["recall 50.0 % (25 of 50)", "fixed 50.0 % (25 of 50)", "90–100 % 25 25 100.0 %"] {
        assert!(lines.iter().any(|own| own == line), "{line} is not in:\n{says}");
    }
    assert_eq!(fit(&folder, "--names names.csv --measure").out, says);
    let counted = fit(&folder, "--names names.csv --incomplete A. --measure");
    assert!(counted.out.contains("25 of them right"));
}

#[test]
fn a_label_that_does_not_fit_is_named() {
    let folder = folder(true);
    folder.write("gold.csv", folder.read("gold.csv") + "A.3.txt,1,Nobody,Somebody\nB.txt,1,A,B\n");
    let run = fit(&folder, "--names names.csv --measure");
    assert_eq!(run.code, 2);
    for part in ["gold.csv:27: “Nobody” does not stand on line 1 of articles/A.3.txt", "gold.csv:28: "] {
        assert!(run.err.contains(part), "{part}: {}", run.err);
    }
    fs::remove_file(folder.path().join("gold.csv")).unwrap();
    let run = fit(&folder, "");
    assert_eq!(run.code, 2);
    assert!(run.err.contains("gold.csv: there is no such file"), "{}", run.err);
}
