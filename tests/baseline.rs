//! Baselines from outside: an archive starts clean, and only what is new is reported.

#![expect(clippy::unwrap_used, reason = "tests")]

mod support;

use std::fs;

use insta::assert_snapshot;
use support::Folder;

const A: &str = "He saw of of it.\n\nShe went to to town. They they stayed.\n";

fn archive() -> Folder {
    let folder = Folder::new(&[("news/a.txt", A), ("news/b.txt", "All it it all.\n")]);
    let run = folder.run("check news --write-baseline known.csv");
    assert_eq!((run.findings().len(), run.code), (0, 0), "{}", run.err);
    folder
}

#[test]
fn it_reads_well() {
    let folder = archive();
    folder.write("news/a.txt", A.repeat(2));
    folder.run("check news --write-baseline known.csv");
    assert_snapshot!(folder.read("known.csv"));
}

#[test]
fn only_new_findings_are_reported_and_fail() {
    let folder = archive();
    let run = folder.run("check news --baseline known.csv");
    assert_eq!((run.findings().len(), run.code), (0, 0));
    assert!(run.err.starts_with("2 files, 0 findings, 4 known from the baseline; "), "{}", run.err);

    // Moved down and wrapped it is the same; once more in the same words, or with other words around it, it is not.
    folder.write(
        "news/a.txt",
        "An opening line.\n\nShe went to to town. They they stayed.\n\nHe saw of of it.\nHe saw of of it.\n",
    );
    folder.write("news/b.txt", "All it it good time.\n");
    let run = folder.run("check news --baseline known.csv");
    assert_eq!(
        run.findings(),
        [["news/a.txt", "doubled-word", "of of"], ["news/b.txt", "doubled-word", "it it"]]
    );
    assert_eq!(run.code, 1);
}

#[test]
fn paths_do_not_depend_on_where_it_is_run() {
    let folder = archive();
    let run = folder.run_in("news", "check ./a.txt ../news --baseline ../known.csv");
    assert_eq!(run.findings(), [[""; 3]; 0], "{}", run.err);
    let first = folder.read("known.csv");
    folder.run_in("news", "check . --write-baseline ../known.csv");
    assert_eq!(folder.read("known.csv"), first);
}

#[test]
fn stale_lines_are_counted_and_a_refresh_drops_them() {
    let folder = archive();
    folder.write("news/a.txt", "He saw of of it.\n");
    let run = folder.run("check news/a.txt --baseline known.csv");
    assert!(run.err.contains("note: known.csv: 2 findings gone; refresh it"), "{}", run.err);
    fs::remove_file(folder.path().join("news/b.txt")).unwrap();
    let run = folder.run("check news/a.txt --baseline known.csv");
    assert!(run.err.contains("note: known.csv: 3 findings gone; refresh it"), "{}", run.err);

    // What was not checked, and still is there, is kept.
    folder.write("news/b.txt", "All it it all.\n");
    folder.run("check news/a.txt --baseline known.csv --write-baseline known.csv");
    assert_eq!(folder.read("known.csv").lines().count(), 3);
    let run = folder.run("check news --baseline known.csv");
    assert!(run.err.starts_with("2 files, 0 findings, 2 known from the baseline; "), "{}", run.err);
}

#[test]
fn what_cannot_be_read_stays_known() {
    let [first, second] = ["{\"text\": \"He saw of of it.\"}\n", "{\"text\": \"She went to to town.\"}\n"];
    let folder = Folder::new(&[("all.jsonl", &[first, second].concat())]);
    folder.run("check all.jsonl --write-baseline known.csv");
    let known = folder.read("known.csv");
    folder.write("all.jsonl", [first, &second.replace('}', "")].concat());
    let run = folder.run("check all.jsonl --baseline known.csv");
    assert!(run.code == 2 && !run.err.contains("gone"), "{}", run.err);
    folder.run("check all.jsonl --baseline known.csv --write-baseline known.csv");
    assert_eq!(folder.read("known.csv"), known);
    folder.write("all.jsonl", first);
    folder.run("check all.jsonl --baseline known.csv --write-baseline known.csv");
    assert_eq!(folder.read("known.csv").lines().count(), 2, "what is read and no more there is gone");
}

#[test]
fn one_that_cannot_be_read_stops_the_run() {
    let folder = archive();
    let run = folder.run("check news --baseline none.csv");
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(
        run.err.starts_with(
            "error: none.csv: there is no such file or folder\n  help: write the baseline first"
        ),
        "{}",
        run.err
    );
    folder.write("known.csv", folder.read("known.csv").replacen(",1,", ",one,", 1));
    let run = folder.run("check news --baseline known.csv");
    assert!(run.err.starts_with("error: known.csv:2: the baseline cannot be read: "), "{}", run.err);
    assert!(run.err.contains("help: write it anew with --write-baseline"), "{}", run.err);
}

#[test]
fn the_records_of_a_file_are_known_in_any_order() {
    let [first, second] = [
        "{\"id\": \"https://x.y/1\", \"text\": \"He saw of of it.\"}\n",
        "{\"text\": \"She went to to town.\"}\n",
    ];
    let folder = Folder::new(&[("all.jsonl", &[first, second].concat())]);
    folder.run("check all.jsonl --write-baseline known.csv");
    assert!(
        folder.read("known.csv").contains("\nall.jsonl,doubled-word,of of,1,"),
        "{}",
        folder.read("known.csv")
    );
    folder.write("all.jsonl", [second, first, "{\"id\": 3, \"text\": \"All it it all.\"}\n"].concat());
    let run = folder.run("check . --baseline known.csv --scores scores.csv");
    assert_eq!(run.findings(), [["./all.jsonl#3", "doubled-word", "it it"]]);
    assert!(
        run.err.starts_with("3 records, 1 finding (1 minor), 2 known from the baseline; "),
        "{}",
        run.err
    );
    assert!(
        folder.read("scores.csv").ends_with("\r\n./all.jsonl#3,4,1,250.00,hold\r\n"),
        "{}",
        folder.read("scores.csv")
    );
}
