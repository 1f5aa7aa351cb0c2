//! A newcomer's path: three rules written from the README, one mistake in them, and an error that leads to the fix.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::fs;
use std::process::Command;

const RULES: &str = r#"[[rule]]
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

[[rule]]
kind = "phrases"
id = "our-offices"
category = "Accuracy/Mistranslation/Overly literal"
severity = "minor"
confidence = 90
phrases = { "head of diplomacy" = "foreign minister", "president of the government" = "prime minister" }
mesage = "English calls the office “$suggestion”."
source = "editor"
flags = ["The [[head of diplomacy|foreign minister]] left."]
allows = ["The foreign minister left."]

[[rule]]
kind = "consistent"
id = "kyiv"
forms = ["Kyiv", "Kiev"]
source = "editor"
flags = ["Kyiv is large. Kyiv is old. [[Kiev|Kyiv]] is far."]
allows = ["Kiev is large. Kiev is old."]
"#;

#[test]
fn the_error_leads_to_the_fix() {
    let folder = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_misnomer"))
            .args(arguments)
            .current_dir(folder.path())
            .output()
            .unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
    };
    fs::write(folder.path().join("ours.toml"), RULES).unwrap();
    fs::write(folder.path().join("article.txt"), "Aides at the Whitehouse met the Head of Diplomacy.\n")
        .unwrap();

    let (code, out, error) = run(&["check", "article.txt", "--rules", "ours.toml"]);
    assert_eq!((code, out.as_str()), (2, ""), "no article is read with rules that are not understood");
    assert_eq!(error, "error: ours.toml:20: unknown key `mesage`\n  help: did you mean `message`?\n");

    // The newcomer does what the error says, and nothing else.
    let wrong = error.split('`').nth(1).unwrap();
    let right = error.split("did you mean `").nth(1).and_then(|rest| rest.split('`').next()).unwrap();
    fs::write(folder.path().join("ours.toml"), RULES.replace(wrong, right)).unwrap();
    let (code, out, error) = run(&["test", "ours.toml"]);
    assert_eq!((code, error.as_str()), (0, ""));
    assert_eq!(out, "3 rules, 6 examples: 0 missing, 0 noisy, 0 wrong\n");

    let (code, out, _) = run(&["check", "article.txt", "--rules", "ours.toml"]);
    assert_eq!(code, 1);
    let fixes: Vec<(String, String)> = csv::Reader::from_reader(out.as_bytes())
        .records()
        .map(|row| row.map(|row| (row[7].to_owned(), row[8].to_owned())).unwrap())
        .collect();
    let fix = |found: &str, suggestion: &str| (found.to_owned(), suggestion.to_owned());
    assert_eq!(fixes, [fix("Whitehouse", "White House"), fix("Head of Diplomacy", "Foreign Minister")]);
}
