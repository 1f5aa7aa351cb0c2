//! Rules of every kind, from outside: what they flag, what they suggest, and what is said of mistakes in them.
#![expect(clippy::unwrap_used, reason = "tests")]

mod support;

use insta::assert_snapshot;
use support::Folder;

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
fn folder(desk: &str) -> Folder {
    Folder::new(&[("desk.toml", desk), ("phrases.csv", PHRASES), ("glossaries/terms.tbx", TERMS)])
}

/// What is said of the rules with one thing changed in them.
#[track_caller]
fn refusal(from: &str, to: &str) -> String {
    assert!(DESK.contains(from));
    folder(&DESK.replacen(from, to, 1)).run("test desk.toml").told()
}

#[test]
fn every_kind_does_what_its_examples_say() {
    let said = folder(DESK).run("test desk.toml").told();
    assert_eq!(said, "5 rules, 16 examples: 0 missing, 0 noisy, 0 wrong\nexit 0");
}

#[test]
fn every_kind_reports_in_a_check() {
    let folder = folder(DESK);
    let article = "Minister told that it rains\n\nThe head of diplomacy took the train to Vajkuntapur, the US said.\n\
                   The Skupština met, and the U.S. did not. He told that to Marko Rubin, a footballer.\n";
    folder.write("a.txt", article);
    assert_snapshot!(folder.run("check a.txt --rules desk.toml --format text --quiet").told());
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
        folder.write("phrases.csv", table);
        let said = folder.run("test desk.toml").told();
        assert!(said.contains(says), "{said}");
    }
}

#[test]
fn an_archive_shows_what_rules_hit() {
    let folder = folder(DESK);
    folder.write("archive/a.txt", "The head of diplomacy left.\n".repeat(22));
    folder.write(
        "archive/b.txt",
        "The train to Vajkuntapur was late.\nThe Skupština met the so-called mayor.\n",
    );
    let older = DESK
        .replace("\"so-called\" = \"\"", "\"mayor\" = \"governor\"")
        .replace("id = \"our-terms\"", "id = \"terms\"");
    folder.write("older.toml", older);
    assert_snapshot!(folder.run("test desk.toml --on archive").told());
    let compared = folder.run("test desk.toml --on archive --against older.toml").told();
    assert_snapshot!("an_archive_compared_with_older_rules", compared);
}

#[test]
fn records_are_told_apart_and_an_older_file_may_be_empty() {
    let folder = folder(DESK);
    let record = "{\"text\": \"The head of diplomacy left.\"}\n";
    folder.write("all.jsonl", record.repeat(3));
    // The same words at the same place of each record: of three hits the older rules had two.
    folder.write("older.toml", DESK.replace("unless = '", "unless = 'The head of diplomacy left now|"));
    folder.write("all.jsonl", record.repeat(2) + &record.replace("left.", "left now."));
    let told = |older: &str| folder.run(&format!("test desk.toml --on all.jsonl --against {older}")).told();
    let compared = told("older.toml");
    assert!(compared.contains("diplomacy: 3 hits, ") && compared.contains("before 2, "), "{compared}");
    assert!(compared.contains("; 1 new, 0 gone\n"), "{compared}");
    folder.write("empty.toml", "");
    let compared = told("empty.toml");
    assert!(compared.contains("before 0, 0.00 per 1,000 words; 3 new, 0 gone\n"), "{compared}");
}

#[test]
fn rules_files_are_proved_together() {
    let folder = folder(DESK);
    folder.write("again.toml", DESK);
    assert!(
        folder.run("test desk.toml . ./desk.toml").told().contains("again.toml:4: key `id`: `diplomacy` is")
    );
    assert!(folder.run("test desk.toml ./desk.toml").told().starts_with("5 rules, "));
}

#[test]
fn checks_and_rules_are_listed() {
    let folder = folder(DESK);
    let list = folder.run("rules list --rules desk.toml").told();
    let own: Vec<&str> = list.lines().filter(|line| line.contains("desk.toml")).collect();
    assert_snapshot!(own.join("\n"));
    assert!(
        list.lines().any(|line| line.starts_with("doubled-word ") && line.ends_with("built in")),
        "{list}"
    );
    let table = folder.run("rules list --rules desk.toml --format csv").told();
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
    // The rules of a configuration are listed and explained, and may be named once more.
    folder.write("misnomer.toml", "[rules]\nfiles = [\"desk.toml\"]");
    assert_eq!(folder.run("rules list").told(), list);
    assert_eq!(folder.run("rules list --rules ./desk.toml").told(), list);
    assert!(folder.run("explain american --rules desk.toml").told().starts_with("american: "));
    assert!(!folder.run("rules list --no-config").told().contains("american"));
}
