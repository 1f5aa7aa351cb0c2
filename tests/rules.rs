//! Every built-in rule does what its examples say, and a bad rules file is refused with a clear error.
#![expect(clippy::unwrap_used, reason = "tests")]

mod support;

use std::path::Path;

use insta::assert_snapshot;
use misnomer::analysis::Analysis;
use misnomer::article::{Article, Format};
use misnomer::checks::Check;
use misnomer::engine::{self, Engine};
use misnomer::examples;
use misnomer::finding::Confidence;
use misnomer::names::Names;
use misnomer::rules;
use support::Folder;

fn builtin_folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/rules"))
}

#[test]
fn every_rule_does_what_its_examples_say() {
    let rules = rules::load(&[builtin_folder()]).unwrap();
    let mut names = Names::builtin();
    names.add(rules::names(&rules));
    let mut report = Vec::new();
    for rule in &rules {
        for failure in examples::prove(rule, &names) {
            let id = rule.about().id;
            report.push(format!("{id}: {}: {}\n    {}", failure.kind, failure.what, failure.example));
        }
    }
    assert!(report.is_empty(), "\n{}", report.join("\n"));
}

#[test]
fn the_rules_of_the_folder_are_built_in() {
    let folder = rules::load(&[builtin_folder()]).unwrap();
    let builtin = rules::builtin();
    assert_eq!(builtin.len(), folder.len());
    for (builtin, folder) in builtin.iter().zip(&folder) {
        assert_eq!(builtin.path().file_name(), folder.path().file_name(), "{}", folder.id());
        assert_eq!((builtin.line(), builtin.kind()), (folder.line(), folder.kind()), "{}", folder.id());
        assert_eq!(format!("{:?}", builtin.about()), format!("{:?}", folder.about()));
    }
}

/// The engine runs only the rules whose literals a text has; none may get lost on the way.
#[test]
fn the_prefilter_loses_nothing() {
    let names = Names::builtin();
    let engine = Engine::new(Names::builtin(), rules::builtin(), Confidence::percent(0)).of_rules_alone();
    for rule in rules::builtin() {
        let about = rule.about();
        for flagged in about.flags {
            let text = examples::Example::parse(flagged).unwrap().text;
            let article = Article::new("a.txt", text, Format::Text);
            let alone = engine::run(&rule, &Analysis::new(&article, &names));
            let mut among_all = engine.check(&article);
            among_all.retain(|reported| reported.check == about.id);
            assert!(!alone.is_empty(), "{}: {flagged}", about.id);
            assert_eq!(among_all, alone, "{}: {flagged}", about.id);
        }
    }
}

const GOOD: &str = r#"# Rules of our desk.

[[rule]]
id = "white-house-joined"
category = "Accuracy/Mistranslation/Entity"
severity = "minor"
confidence = 95
pattern = '\bWhitehouse\b'
suggest = "White House"
unless = 'Sheldon Whitehouse|Whitehouse\.(?:gov|com)'
message = "The residence of the US president is two words."
source = "https://www.whitehouse.gov"
flags = ["Aides at the [[Whitehouse|White House]] declined to comment."]
allows = ["Senator Sheldon Whitehouse spoke first."]
"#;

/// What is said of the good file with one thing changed in it.
fn refusal(from: &str, to: &str) -> String {
    assert!(GOOD.contains(from));
    refusal_of(&[("desk.toml", &GOOD.replace(from, to))])
}

/// What is said of a folder of files.
fn refusal_of(files: &[(&str, &str)]) -> String {
    let folder = Folder::new(files);
    let Err(error) = rules::load(&[folder.path()]) else { panic!("it was accepted") };
    error.to_string().replace(folder.path().to_str().unwrap(), "rules")
}

#[test]
fn a_good_file_is_accepted() {
    let folder = Folder::new(&[("desk.toml", GOOD)]);
    let rules = rules::load(&[folder.path().join("desk.toml")]).unwrap();
    assert_eq!(examples::prove(&rules[0], &Names::builtin()), []);
}

#[test]
fn an_unknown_key() {
    assert_snapshot!(refusal("unless =", "unles ="));
}

#[test]
fn an_unknown_table() {
    assert_snapshot!(refusal("[[rule]]", "[[rules]]"));
}

#[test]
fn a_missing_key() {
    assert_snapshot!(refusal("allows = [\"Senator Sheldon Whitehouse spoke first.\"]\n", ""));
}

#[test]
fn a_missing_example() {
    assert_snapshot!(refusal("[\"Senator Sheldon Whitehouse spoke first.\"]", "[]"));
}

#[test]
fn a_flag_without_a_mark() {
    assert_snapshot!(refusal("[[Whitehouse|White House]]", "Whitehouse"));
}

#[test]
fn a_mark_that_never_closes() {
    assert_snapshot!(refusal("[[Whitehouse|White House]]", "[[Whitehouse|White House"));
}

#[test]
fn a_mark_in_what_is_allowed() {
    assert_snapshot!(refusal("Sheldon Whitehouse spoke", "Sheldon [[Whitehouse]] spoke"));
}

#[test]
fn a_bad_pattern() {
    assert_snapshot!(refusal(r"'\bWhitehouse\b'", r"'\b(Whitehouse\b'"));
}

#[test]
fn a_pattern_that_looks_around() {
    assert_snapshot!(refusal(r"'\bWhitehouse\b'", r"'(?<!Sheldon )Whitehouse'"));
}

#[test]
fn a_bad_exception() {
    assert_snapshot!(refusal("'Sheldon Whitehouse|", "'[z-a]|"));
}

#[test]
fn a_pattern_that_matches_nothing_at_all() {
    assert_snapshot!(refusal(r"'\bWhitehouse\b'", r"'(?:Whitehouse)?'"));
}

#[test]
fn a_suggestion_of_a_group_that_is_not_there() {
    assert_snapshot!(refusal("suggest = \"White House\"", "suggest = \"$1s\""));
}

#[test]
fn a_bad_id() {
    assert_snapshot!(refusal("white-house-joined", "White_House"));
}

#[test]
fn a_bad_category() {
    assert_snapshot!(refusal("Accuracy/Mistranslation/Entity", "Accuracy/Names"));
}

#[test]
fn a_bad_severity() {
    assert_snapshot!(refusal("\"minor\"", "\"small\""));
}

#[test]
fn a_bad_confidence() {
    assert_snapshot!(refusal("95", "120"));
}

#[test]
fn a_bad_source() {
    assert_snapshot!(refusal("https://www.whitehouse.gov", "the internet"));
}

#[test]
fn a_kind_that_is_not_there() {
    assert_snapshot!(refusal("severity =", "kind = \"script\"\nseverity ="));
}

#[test]
fn no_toml() {
    assert_snapshot!(refusal("severity = \"minor\"", "severity: minor"));
}

#[test]
fn an_id_twice_in_a_file() {
    assert_snapshot!(refusal_of(&[("desk.toml", &format!("{GOOD}\n{GOOD}"))]));
}

#[test]
fn an_id_in_two_files() {
    assert_snapshot!(refusal_of(&[("a.toml", GOOD), ("b.toml", GOOD)]));
}

#[test]
fn the_id_of_a_built_in_check() {
    assert_snapshot!(refusal("white-house-joined", "doubled-word"));
}

#[test]
fn the_id_of_a_built_in_rule() {
    let folder = Folder::new(&[("desk.toml", &GOOD.replace("white-house-joined", "black-chronicle"))]);
    let path = folder.path().join("desk.toml");
    let Err(error) = rules::builtin_and(&[&path]) else { panic!("it was accepted") };
    assert!(
        error.to_string().contains("`black-chronicle` is already the id of the rule at rules/calques.toml:")
    );
}

/// Long files are read in parts, on several threads; what is said of them is the same.
#[test]
fn a_long_file_is_read_as_a_short_one() {
    let numbered = |number: usize| GOOD.replace("white-house-joined", &format!("white-house-{number}"));
    let text: String = (0..1000).map(numbered).collect();
    let folder = Folder::new(&[]);
    let path = folder.path().join("desk.toml");
    // A text of several lines that looks as if a rule began in it.
    let quoting = text
        .replace("message = \"The", "message = \"\"\"\n[[rule]]\nThe")
        .replace("words.\"", "words.\"\"\"");
    for (text, lines) in [(&text, 14), (&quoting, 16)] {
        folder.write("desk.toml", text);
        let rules = rules::load(&[&path]).unwrap();
        let places: Vec<usize> = rules.iter().map(rules::Rule::line).collect();
        assert!(places.into_iter().eq((0..1000).map(|number| number * lines + 4)), "{lines} lines a rule");
    }
    let broken =
        text.replace("white-house-700\"", "White-House\"").replace("white-house-900\"", "white-house-9\"");
    assert!(
        refusal_of(&[("desk.toml", &broken)]).starts_with("rules/desk.toml:9804: key `id`: `White-House`")
    );
}

#[test]
fn a_folder_without_rules() {
    assert_snapshot!(refusal_of(&[("notes.txt", "")]));
}

#[test]
fn misnomer_check_refuses_an_id_that_is_taken() {
    let taken = GOOD.replace("white-house-joined", "black-chronicle");
    let said = misnomer("check --rules desk.toml desk.toml", &taken);
    assert!(said.starts_with("error: desk.toml:4: key `id`: `black-chronicle` is already"), "{said}");
    assert!(said.ends_with("exit 2"), "{said}");
}

/// The program run in a folder that holds `desk.toml`: what it prints, what it complains, how it ends.
fn misnomer(arguments: &str, desk: &str) -> String {
    Folder::new(&[("desk.toml", desk)]).run(arguments).told()
}

#[test]
fn misnomer_test_holds() {
    assert_snapshot!(misnomer("test desk.toml", GOOD));
}

#[test]
fn misnomer_test_missing_noisy_wrong() {
    let failing = GOOD
        .replace("flags = [", "flags = [\"In the [[White home|White House]].\", ")
        .replace("to comment.\"]", "to comment.\", \"A [[Whitehouse|white house]].\"]")
        .replace("allows = [", "allows = [\"He left the Whitehouse.\\nShe stayed.\", ");
    assert_snapshot!(misnomer("test desk.toml", &failing));
}

#[test]
fn misnomer_test_bad_file() {
    assert_snapshot!(misnomer("test desk.toml", &GOOD.replace("pattern", "patern")));
}

#[test]
fn misnomer_explain() {
    assert_snapshot!(misnomer("explain doubled-line", GOOD));
}

#[test]
fn misnomer_explain_a_rule_of_ones_own() {
    assert_snapshot!(misnomer("explain --rules desk.toml white-house-joined", GOOD));
}

#[test]
fn misnomer_explain_unknown() {
    assert_snapshot!(misnomer("explain mixed-scrpt", GOOD));
}

#[test]
fn misnomer_explain_lists_every_check() {
    let list = misnomer("explain", GOOD);
    for rule in rules::builtin() {
        assert!(list.lines().any(|line| line.starts_with(rule.about().id)), "{}", rule.about().id);
    }
}
