//! `misnomer.toml` from outside: which one an article obeys, what each key does, and what is said of a bad one.

#![expect(clippy::unwrap_used, reason = "tests")]

mod support;

use std::path::Path;

use insta::assert_snapshot;
use misnomer::config::{Config, DOCUMENTED};
use support::Folder;

/// A rules file with one rule.
const RULES: &str = r#"
[[rule]]
id = "white-house-joined"
category = "Accuracy/Mistranslation/Entity"
severity = "minor"
confidence = 95
pattern = '\bWhitehouse\b'
suggest = "White House"
message = "The residence of the US president is two words."
source = "https://www.whitehouse.gov"
flags = ["Aides at the [[Whitehouse|White House]] declined to comment."]
allows = ["Aides at the White House declined to comment."]
"#;
const WRONG: &str = "Aides at the Whitehouse declined.\n";
const BLOND: &str = "US Secretary of State Marko Blond arrived. Marko Blond saw the the city.\n";

fn counted(folder: &Folder, arguments: &str) -> usize {
    folder.run(arguments).findings().len()
}

/// What is reported on an article of two broken names and a doubled word.
fn found(config: &str) -> Vec<String> {
    let folder = Folder::new(&[("a.txt", BLOND), ("misnomer.toml", config)]);
    let run = folder.run("check a.txt");
    assert!(run.code < 2, "{}", run.err);
    run.findings().into_iter().map(|[_, _, found]| found).collect()
}

#[test]
fn every_key_that_is_documented_is_read() {
    let folder = Folder::new(&[("our-names.csv", "name,kind\n"), ("our-rules.toml", RULES)]);
    assert_eq!(folder.run("explain config").out, DOCUMENTED);
    folder.write("misnomer.toml", DOCUMENTED);
    folder.write("a.txt", "Whitehouse aides met in the the city.\n");
    let run = folder.run("check a.txt");
    assert_eq!((run.findings().len(), run.code), (1, 1), "{}", run.err);

    let is_key = |line: &str| {
        line.starts_with('[') || line.split_once(" = ").is_some_and(|(key, _)| !key.contains(' '))
    };
    let lines =
        DOCUMENTED.lines().map(|line| line.strip_prefix("# ").filter(|line| is_key(line)).unwrap_or(line));
    let uncommented = lines.collect::<Vec<_>>().join("\n");
    assert_eq!(uncommented.lines().filter(|line| is_key(line)).count(), 18);
    folder.write("misnomer.toml", &uncommented);
    // The rule of one's own speaks up; the doubled word is switched off.
    assert_eq!(folder.run("check a.txt").findings(), [["a.txt", "white-house-joined", "Whitehouse"]]);
}

#[test]
fn an_article_obeys_the_nearest_configuration_alone() {
    let folder = Folder::new(&[
        ("rules.toml", RULES),
        ("misnomer.toml", "[rules]\nfiles = [\"rules.toml\"]\n"),
        ("a.txt", WRONG),
        ("desk/deep/b.txt", WRONG),
        (
            "sport/misnomer.toml",
            "fail-on = \"never\"\n[rules]\nfiles = [\"../rules.toml\"]\n[allow]\nphrases = [\"the whitehouse\"]",
        ),
        ("sport/c.txt", WRONG),
        ("sport/deep/d.txt", "Whitehouse!\n"),
        ("opinion/misnomer.toml", ""),
        ("opinion/e.txt", WRONG),
    ]);
    let files = |run: support::Run| run.findings().into_iter().map(|[file, ..]| file).collect::<Vec<_>>();
    assert_eq!(files(folder.run("check .")), ["./a.txt", "./desk/deep/b.txt", "./sport/deep/d.txt"]);
    assert_eq!(
        files(folder.run_in("desk/deep", "check b.txt ../../sport")),
        ["../../sport/deep/d.txt", "b.txt"]
    );
    assert_eq!(folder.run("check sport").code, 0, "what is found there fails no run");
    assert_eq!(folder.run("check sport --fail-on minor").code, 1, "unless the command line says so");
    assert_eq!(counted(&folder, "check . --no-config"), 0);
    assert_eq!(counted(&folder, "check . --config misnomer.toml"), 5);
    let run = folder.run_in("sport/deep", "explain config");
    assert!(run.err.ends_with("/sport/misnomer.toml\n"), "{}", run.err);
    // Its rules can be asked about, too.
    assert!(folder.run("explain white-house-joined").out.contains("The residence"));
}

#[test]
fn what_is_allowed_is_not_reported() {
    assert_eq!(found(""), ["Marko Blond", "Marko Blond", "the the"]);
    assert_eq!(found("[allow]\nnames = [\"marko blond\"]"), ["the the"]);
    assert_eq!(found("[allow]\nphrases = [\"Secretary of State Marko\", \"saw the\"]"), ["Marko Blond"]);
}

#[test]
fn checks_are_switched_off_and_rated() {
    assert_eq!(found("[checks.literal-name]\nenabled = false"), ["the the"]);
    assert_eq!(found("[checks]\nliteral-name = { confidence = 60 }\n"), ["the the"]);
    assert_eq!(found("min-confidence = 50\n[checks]\nliteral-name = { confidence = 60 }\n").len(), 3);
    let folder = Folder::new(&[("a.txt", "He saw the the city.\n")]);
    assert_eq!(folder.run("check a.txt").code, 1);
    folder.write("misnomer.toml", "[checks.doubled-word]\nseverity = \"neutral\"");
    let run = folder.run("check a.txt");
    assert!(run.out.contains(",neutral,") && run.code == 0, "{}", run.out);
}

#[test]
fn the_source_language_says_which_endings_and_words_are_left_over() {
    let article = "The minister met Brett Kavanaughova and Marko Blond. The office of Edi Ramës declined to comment.\n\n\
                   She said that nuk do të ketë new taxes. The minister said that the law će biti usvojen and sent on.\n";
    let folder = Folder::new(&[("a.txt", article)]);
    let found = |languages: &str| {
        folder.write("misnomer.toml", format!("source-language = {languages}"));
        folder.run("check a.txt").findings().into_iter().map(|[_, _, found]| found).collect::<Vec<_>>()
    };
    let [serbian, blond, albanian] = ["Brett Kavanaughova", "Marko Blond", "Edi Ramës"];
    let [albanian_words, serbian_words] = ["nuk do të ketë", "će biti usvojen"];
    // A name is translated from its own language, whatever that of the article.
    assert_eq!(found("\"sq\""), [blond, albanian, albanian_words]);
    assert_eq!(found("\"sr\""), [serbian, blond, serbian_words]);
    assert_eq!(found("\"hr\""), found("\"sr\""), "one table serves both");
    assert_eq!(found("\"mk\""), [blond, serbian_words], "Macedonian has no case endings");
    assert_eq!(found("[\"sr\", \"sq\"]"), [serbian, blond, albanian, albanian_words, serbian_words]);
    assert_eq!(found("[\"sr\", \"sq\"]").len(), folder.run("check a.txt --no-config").findings().len());
}

#[test]
fn the_command_line_wins() {
    let folder = Folder::new(&[
        ("a.txt", WRONG),
        ("rules.toml", RULES),
        ("misnomer.toml", "min-confidence = 96\n[rules]\nfiles = [\"rules.toml\"]\n"),
    ]);
    assert_eq!(counted(&folder, "check a.txt"), 0);
    assert_eq!(counted(&folder, "check a.txt --min-confidence 95"), 1);
    // What both name counts once.
    assert_eq!(counted(&folder, "check a.txt --min-confidence 95 --rules ./rules.toml"), 1);
}

#[test]
fn names_files_make_names_known() {
    let names = "name,kind\nMarko Blond,person\n";
    let folder = Folder::new(&[
        ("desk/a.txt", BLOND),
        ("desk/names.csv", names),
        ("desk/misnomer.toml", "[names]\nfiles = [\"names.csv\"]"),
        ("b.txt", BLOND),
    ]);
    let run = folder.run("check . --quiet");
    let of = |article: &str| run.findings().iter().filter(|[file, ..]| file.ends_with(article)).count();
    assert_eq!((of("a.txt"), of("b.txt")), (1, 3));
}

#[test]
fn scores_and_verdicts_follow_the_thresholds() {
    let folder = Folder::new(&[
        ("a.txt", &format!("{BLOND}{}", "All is well here. ".repeat(100))),
        ("b.txt", "All is well.\n"),
        ("strict/misnomer.toml", "[score]\nreview = 1\nhold = 20\n"),
        ("strict/c.txt", &format!("{BLOND}{}", "All is well here. ".repeat(100))),
    ]);
    let run = folder.run("check . --format text --scores scores.csv");
    assert_eq!(
        folder.read("scores.csv").replace("\r\n", "\n"),
        "file,words,points,per_1000,verdict\n\
         ./a.txt,413,11,26.63,hold\n\
         ./b.txt,3,0,0.00,publish\n\
         ./strict/c.txt,413,11,26.63,hold\n"
    );
    assert!(
        run.out.contains("\n./a.txt: hold, 26.6 points per 1,000 words (11 points, 413 words)\n"),
        "{}",
        run.out
    );
    assert!(run.err.contains("; 26.5 points per 1,000 words: 2 hold, 1 publish; "), "{}", run.err);
    folder.write("strict/misnomer.toml", "[score]\nreview = 20\nhold = 30\n");
    folder.run("check strict --scores scores.csv");
    assert!(folder.read("scores.csv").contains("26.63,review"));
    folder.write("strict/misnomer.toml", "[score]\nreview = 30.5\nhold = 30.5\n");
    folder.run("check strict --scores scores.csv");
    assert!(folder.read("scores.csv").contains("26.63,publish"));
}

/// What is said of a bad configuration.
fn refusal(config: &str) -> String {
    let folder = Folder::new(&[("a.txt", WRONG), ("misnomer.toml", config), ("report.csv", "old")]);
    let run = folder.run("check a.txt -o report.csv");
    assert_eq!((run.code, folder.read("report.csv").as_str()), (2, "old"));
    run.err
}

#[test]
fn a_bad_configuration_is_refused_and_says_what_to_do() {
    let bad = [
        "min-confidense = 80",
        "[alow]\nnames = []",
        "review = 2",
        "colour = true",
        "[rules]\ndoubled-word = false",
        "fail-on = \"majr\"",
        "fail-on = major",
        "min-confidence = 101",
        "min-confidence = \"80\"",
        "source-language = \"Serbian\"",
        "source-language = [\n  \"sr\",\n  \"xx\",\n]",
        "source-language = []",
        "source-language = 7",
        "[allow]\nnames = \"Kir Stamer\"",
        "[allow]\nphrases = [\n  \"black chronicle\",\n  \"\",\n]",
        "[names]\nfiles = [\"nmaes.csv\"]",
        "[checks.double-word]\nenabled = false",
        "[checks]\ndoubled-word = false",
        "[checks.doubled-word]\nseverity = \"mild\"",
        "[score]\nreview = 30",
        "[score]\nhold = -1",
        "[allow\nnames = []",
    ];
    let said: Vec<String> =
        bad.into_iter().map(|config| format!("{config}\n---\n{}\n", refusal(config))).collect();
    assert_snapshot!(said.concat());
    assert!(Config::parse(Path::new("misnomer.toml"), "").is_ok());
}

#[test]
fn a_configuration_that_is_named_must_be_there() {
    let folder = Folder::new(&[("a.txt", WRONG)]);
    let run = folder.run("check a.txt --config ours.toml");
    assert!(
        run.err
            .starts_with("error: ours.toml: there is no such file or folder\n  help: name a configuration"),
        "{}",
        run.err
    );
    assert_eq!(run.code, 2);
}

#[test]
fn a_marker_for_a_check_that_is_switched_off_is_no_mistake() {
    let folder = Folder::new(&[("a.txt", "[misnomer: allow doubled-word]\n\nHe saw the the city.\n")]);
    folder.write("misnomer.toml", "[checks.doubled-word]\nenabled = false\n");
    let run = folder.run("check a.txt");
    assert!(run.findings().is_empty() && !run.err.contains("warning"), "{}", run.err);
}
