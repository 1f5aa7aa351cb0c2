//! Rules of every kind, from outside: what they flag, what they suggest, and what is said of mistakes in them.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use insta::assert_snapshot;
use tempfile::TempDir;

/// One rule of each kind, in the order of the README.
const DESK: &str = r#"
[[rule]]
kind = "phrases"
id = "diplomacy"
category = "Accuracy/Mistranslation/Overly literal"
severity = "minor"
confidence = 90
phrases = { "head of diplomacy" = "foreign minister | chief diplomat", "Bosnia" = "Bosnia and Herzegovina", "so-called" = "" }
file = "phrases.csv"
unless = 'EU head of diplomacy'
message = "English says “$suggestion” for “$found”."
source = "editor"
flags = [
  "The [[head of diplomacy|foreign minister]] of [[Bosnia|Bosnia and Herzegovina]] left.",
  "[[Head of Diplomacy|Foreign Minister]] Meets [[Šef Države|Head of State]]",
  "[[HEAD OF DIPLOMACY|FOREIGN MINISTER]] LEAVES",
  "The parliament was told on Monday that the [[head of\r\ndiplomacy|foreign minister]] had left the country in the morning, and\r\nthat he would come back by the weekend.",
]
allows = ["The EU head of diplomacy left Bosnia and Herzegovina.", "He is ahead of diplomacy."]

[[rule]]
kind = "consistent"
id = "american"
forms = ["US", "U.S.", "American", "RFE"]
source = "editor"
flags = ["The US and the US; the [[U.S.|US]] and [[American|US]] papers."]
allows = ["He told us of the US.", "The U.S. and the U.S.", "RFE/RL"]

[[rule]]
kind = "terms"
id = "our-terms"
severity = "minor"
confidence = 90
file = "glossaries/terms.tbx"
source = "editor"
flags = ["The [[Skupština|Assembly]] and the [[national convention|assembly]] met."]
allows = ["The assembly met in parliament."]

[[rule]]
kind = "names"
id = "our-cast"
names = [
  { name = "Marko Rubin", kind = "person", gender = "m", country = "ME", roles = ["footballer"] },
  { name = "Vaikuntapur", kind = "place", foreign = ["Vajkuntapur"] },
]
source = "editor"
flags = ["The train to [[Vajkuntapur|Vaikuntapur]] was late."]
allows = ["The footballer Marko Rubin scored twice in Vaikuntapur."]

[[rule]]
id = "told-in-title"
category = "Style/Awkward"
severity = "minor"
confidence = 90
scope = ["title", "quotation"]
pattern = '\btold that\b'
suggest = "said that"
message = "One tells someone."
source = "editor"
flags = ["Minister [[told that|said that]] it rains\nHe told that on Monday. “I [[told that|said that]],” he added."]
allows = ["It rains.\nHe told that it rains."]
"#;
const PHRASES: &str = "wrong,right\nšef države,head of state\n";
const TERMS: &str = r#"<?xml version="1.0"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body><conceptEntry id="c1">
<langSec xml:lang="sr"><termSec><term>skupština</term></termSec></langSec>
<langSec xml:lang="en"><termSec><term>assembly</term></termSec><termSec><term>parliament</term></termSec>
<termSec><term>national convention</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec></langSec>
</conceptEntry></body></text></tbx>"#;

/// A folder with the rules file `desk.toml` and what it names.
fn folder(desk: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    fs::create_dir(folder.path().join("glossaries")).unwrap();
    write("desk.toml", desk);
    write("phrases.csv", PHRASES);
    write("glossaries/terms.tbx", TERMS);
    folder
}

/// What the program prints and complains when run in a folder, and how it ends.
fn misnomer(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_misnomer"))
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let [out, err] = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
    format!("{out}{err}exit {}", output.status.code().unwrap())
}

/// What is said of the rules with one thing changed in them.
#[track_caller]
fn refusal(from: &str, to: &str) -> String {
    assert!(DESK.contains(from));
    misnomer(folder(&DESK.replacen(from, to, 1)).path(), &["test", "desk.toml"])
}

#[test]
fn every_kind_does_what_its_examples_say() {
    let said = misnomer(folder(DESK).path(), &["test", "desk.toml"]);
    assert_eq!(said, "5 rules, 16 examples: 0 missing, 0 noisy, 0 wrong\nexit 0");
}

#[test]
fn every_kind_reports_in_a_check() {
    let folder = folder(DESK);
    let article = "Minister told that it rains\n\nThe head of diplomacy took the train to Vajkuntapur, the US said.\n\
                   The Skupština met, and the U.S. did not. He told that to Marko Rubin, a footballer.\n";
    fs::write(folder.path().join("a.txt"), article).unwrap();
    let arguments = ["check", "a.txt", "--rules", "desk.toml", "--format", "text", "--quiet"];
    assert_snapshot!(misnomer(folder.path(), &arguments));
}

#[test]
fn mistakes_in_rules_of_a_kind() {
    let said = [
        refusal("phrases = {", "phrase = {"),
        refusal("forms = [", "pattern = ["),
        refusal("\"U.S.\", ", "\"US\", "),
        refusal("\"so-called\"", "\" \""),
        refusal("\"phrases.csv\"", "\"phrase.csv\""),
        refusal("terms.tbx", "terms.xlsx"),
        refusal("kind = \"place\", foreign", "kind = \"place\", foriegn"),
        refusal("\"Vaikuntapur\", kind = \"place\", foreign", "\"Vaikuntapur\", foreign"),
        refusal("country = \"ME\"", "country = \"MNE\""),
        refusal("[\"title\", \"quotation\"]", "[\"title\", \"quote\"]"),
        refusal("for “$found”", "for “$wrong”"),
        refusal("severity = \"minor\"\n", ""),
        refusal("names = [", "severity = \"minor\"\nnames = ["),
        refusal("confidence = 90", "confidence = \"high\""),
    ];
    assert_snapshot!(said.join("\n\n"));
}

#[test]
fn a_bad_row_of_a_table_is_named() {
    let folder = folder(DESK);
    for (table, says) in [
        ("wrong,right\na,b\na,c\n", "phrases.csv:3: `a` is already replaced by `b`"),
        ("wrong,rigth\na,b\n", "phrases.csv:2: the column `right` is missing"),
    ] {
        fs::write(folder.path().join("phrases.csv"), table).unwrap();
        let said = misnomer(folder.path(), &["test", "desk.toml"]);
        assert!(said.contains(says), "{said}");
    }
}

#[test]
fn an_archive_shows_what_rules_hit() {
    let folder = folder(DESK);
    fs::create_dir(folder.path().join("archive")).unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join("archive").join(name), text).unwrap();
    write("a.txt", &"The head of diplomacy left.\n".repeat(22));
    write("b.txt", "The train to Vajkuntapur was late.\nThe Skupština met the so-called mayor.\n");
    let older = DESK
        .replace("\"so-called\" = \"\"", "\"mayor\" = \"governor\"")
        .replace("id = \"our-terms\"", "id = \"terms\"");
    fs::write(folder.path().join("older.toml"), older).unwrap();
    assert_snapshot!(misnomer(folder.path(), &["test", "desk.toml", "--on", "archive"]));
    let compared =
        misnomer(folder.path(), &["test", "desk.toml", "--on", "archive", "--against", "older.toml"]);
    assert_snapshot!("an_archive_compared_with_older_rules", compared);
}

#[test]
fn checks_and_rules_are_listed() {
    let folder = folder(DESK);
    let list = misnomer(folder.path(), &["rules", "list", "--rules", "desk.toml"]);
    let own: Vec<&str> = list.lines().filter(|line| line.contains("desk.toml")).collect();
    assert_snapshot!(own.join("\n"));
    assert!(
        list.lines().any(|line| line.starts_with("doubled-word ") && line.ends_with("built in")),
        "{list}"
    );
    let table = misnomer(folder.path(), &["rules", "list", "--rules", "desk.toml", "--format", "csv"]);
    let rows: Vec<csv::StringRecord> =
        csv::Reader::from_reader(table.as_bytes()).into_records().map_while(Result::ok).collect();
    assert_eq!(rows.len(), list.lines().count() - 1, "a row for every line but the last");
    let row = rows.iter().find(|row| &row[0] == "american").unwrap();
    let expected = [
        "american",
        "consistent",
        "Terminology/Inconsistent",
        "neutral",
        "95",
        "desk.toml",
        "23",
        "Two forms that mean the same in one article.",
    ];
    assert_eq!(row.iter().collect::<Vec<_>>(), expected);
}
