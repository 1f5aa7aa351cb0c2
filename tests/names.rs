//! `misnomer names` from outside: what is built is found again, and what is wrong is said.

#![expect(clippy::unwrap_used, reason = "tests")]

mod support;

use std::fs;

use support::{Folder, Run};

const EDITORS: &str = "name,kind,gender,country,roles,aliases,foreign,source\n\
    Zorvan Quillmark,person,m,ME,minister@2020-2024,Zorvan Q. Quillmark,Zorvan Kvilmark,editor\n\
    Kyiv,place,,UA,capital,,Kiev,editor\n";

#[test]
fn what_is_built_is_looked_up_and_counted() {
    let folder = Folder::new(&[("a.csv", EDITORS)]);
    let Run { code, err: says, .. } = folder.run("names build a.csv -o a.names");
    assert_eq!(code, 0, "{says}");
    assert!(says.contains("a.names: 2 entries"), "{says}");
    let Run { code, out: known, .. } = folder.run("names lookup kvilmark --names a.names");
    assert_eq!((code, known.as_str()), (1, "no entry has kvilmark as a form\n"));
    let known = folder.run_with(&["names", "lookup", "Zorvan Kvilmark", "--names", "a.names"]).out;
    for part in
        ["Zorvan Quillmark (person): how another language writes it", "ME", "minister@2020-2024", "Q. Quill"]
    {
        assert!(known.contains(part), "{known}");
    }
    let counts = folder.run("names stats a.names").out;
    let counts: Vec<Vec<&str>> = counts.lines().map(|line| line.split_whitespace().collect()).collect();
    assert_eq!(counts[0], ["person", "1"]);
    assert_eq!(counts[6], ["entries", "2"]);
    assert_eq!(counts[7], ["names", "and", "aliases", "3"]);
    assert!(folder.run("names stats builtin").out.contains("entries"));
}

#[test]
fn a_compiled_file_and_its_source_find_the_same() {
    let article = "Yesterday Zorvan Kvilmark said that the minister Kvilmark had resigned.\n";
    let folder = Folder::new(&[("a.csv", EDITORS), ("article.txt", article)]);
    folder.run("names build a.csv -o a.names");
    let reports = ["a.csv", "a.names"]
        .map(|names| folder.run(&format!("check article.txt --format csv --names {names}")).out);
    assert_eq!(reports[0], reports[1]);
    assert!(reports[0].contains("Zorvan Kvilmark,Zorvan Quillmark"), "{}", reports[0]);
}

#[test]
fn whoever_is_listed_is_likelier_meant() {
    let article = "The farmers asked Okute for help. Mr Lungu thanked them.\n";
    let report = |names: &str| {
        let folder = Folder::new(&[("a.csv", names), ("article.txt", article)]);
        folder.run("check article.txt --format csv --names a.csv").out
    };
    let listed = report("name,kind,source\nOkuthe,person,editor\nDon Long,person,editor\n");
    assert!(listed.contains("Okute,Okuthe") && !listed.contains("Lungu"), "{listed}");
    // Places are listed by the thousand, and few of them are spoken of.
    let places = report("name,kind,source\nOkuthe,place,editor\n");
    assert!(!places.contains("Okute,Okuthe"), "{places}");
}

#[test]
fn a_person_may_begin_as_a_place_is_called() {
    let names = "name,kind,source\nAna Zorvilla,place,editor\nAna Zorvilla Puentes,person,editor\n";
    let article =
        "Yesterday Ana Zorvilla Bridges said that Ana Zorvilla Street in Ana Zorvilla had reopened.\n";
    let folder = Folder::new(&[("a.csv", names), ("article.txt", article)]);
    let report = folder.run("check article.txt --format csv --names a.csv").out;
    assert_eq!(report.lines().count(), 2, "{report}");
    assert!(report.contains("Ana Zorvilla Bridges,Ana Zorvilla Puentes"), "{report}");
}

#[test]
fn a_table_of_another_shape_is_read_by_its_own_columns() {
    let folder = Folder::new(&[("players.tsv", "label\tsex\tborn in\nAna \"Bel\" Zorić\tF\tme\n")]);
    let Run { code, err: says, .. } =
        folder.run("names build players.tsv -o p.names --map label=name,sex=gender --kind person");
    assert_eq!(code, 0, "{says}");
    let Run { code, err: says, .. } = folder.run("names build players.tsv -o p.names --kind person");
    assert_eq!(code, 2);
    assert!(says.contains("players.tsv:1: the column `name` is missing"), "{says}");
}

#[test]
fn countries_of_tables_are_codes_or_english_names() {
    let table =
        "name,country\nAna Belzor,albania\nIva Quillmark,me\nOra Vexley,The Gambia\nUna Thyrsk,united\n";
    let folder = Folder::new(&[("people.csv", table)]);
    let Run { code, err: says, .. } = folder.run("names build people.csv -o p.names --kind person");
    assert_eq!(code, 0, "{says}");
    assert!(says.contains("p.names: 4 entries, 0 records united with others, 0 left out"), "{says}");
    assert!(says.contains("without country: 1 record whose"), "{says}");
    assert!(says.contains("united (1)"), "{says}");
    let country = |name: &str| {
        let known = folder.run_with(&["names", "lookup", name, "--names", "p.names"]).out;
        known.lines().find_map(|line| line.strip_prefix("  country  ").map(str::to_owned))
    };
    let countries = ["Ana Belzor", "Iva Quillmark", "Ora Vexley", "Una Thyrsk"].map(country);
    assert_eq!(countries.map(Option::unwrap_or_default), ["AL", "ME", "GM", ""]);
    let without = "names build people.csv -o p.names --kind person --map country=";
    let says = folder.run(without).err;
    assert!(says.contains("4 entries") && !says.contains("without country"), "{says}");
    assert_eq!(country("Ana Belzor"), None);
}

#[test]
fn a_bad_record_is_named_and_left_out_but_not_all_may_be_bad() {
    let mixed = "name,kind,country\nBar,place,ME\nBudva,twon,ME\n,place,ME\nKotor,place,ME,ME\n";
    let folder = Folder::new(&[("mixed.csv", mixed), ("bad.csv", "name,kind\n,place\n")]);
    let Run { code, err: says, .. } = folder.run("names build mixed.csv -o a.names");
    assert_eq!(code, 0, "{says}");
    for part in [
        "mixed.csv:3: unknown variant `twon`",
        "mixed.csv:4: column `name` is empty",
        "mixed.csv:5: ",
        "1 entry",
        "3 left",
    ] {
        assert!(says.contains(part), "{part}: {says}");
    }
    let Run { code, err: says, .. } = folder.run("names build bad.csv -o b.names");
    assert_eq!(code, 2);
    assert!(says.contains("bad.csv: no record of it can be used"), "{says}");
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert_eq!(left.len(), 3, "{left:?}");
}

#[test]
fn contradictions_are_listed_with_the_winner() {
    let other = "name,kind,gender,country,aliases\nZorvan Quillmark,person,f,ME,\nKyiv,place,,UA,Kiev\n";
    let folder = Folder::new(&[("a.csv", EDITORS), ("b.csv", other)]);
    let says = folder.run("names build a.csv b.csv -o a.names").err;
    for part in [
        "Zorvan Quillmark (person, ME): gender: a.csv says m, b.csv says f; the former stays",
        "Kyiv (place, UA): the form Kiev: a.csv says foreign, b.csv says alias; the former stays",
        "2 entries, 2 records united with others, 0 left out, 2 contradictions",
    ] {
        assert!(says.contains(part), "{part}: {says}");
    }
}

#[test]
fn a_file_that_is_no_longer_whole_is_refused() {
    let folder = Folder::new(&[("a.csv", EDITORS)]);
    folder.run("names build a.csv -o a.names");
    let path = folder.path().join("a.names");
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..whole.len() - 1]).unwrap();
    let Run { code, err: says, .. } = folder.run("names stats a.names");
    assert_eq!(code, 2);
    assert!(says.contains("a.names: the file is cut short\n  help: build it again"), "{says}");
}
