//! A newcomer's path: three rules written from the README, one mistake in them, and an error that leads to the fix.
#![expect(clippy::unwrap_used, reason = "tests")]

mod support;

use support::Folder;

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
    let folder = Folder::new(&[
        ("ours.toml", RULES),
        ("article.txt", "Aides at the Whitehouse met the Head of Diplomacy.\n"),
    ]);
    let run = folder.run("check article.txt --rules ours.toml");
    assert_eq!(
        (run.code, run.out.as_str()),
        (2, ""),
        "no article is read with rules that are not understood"
    );
    let error = "error: ours.toml:20: unknown key `mesage`\n  help: did you mean `message`?\n";
    assert_eq!(run.err, error);

    // The newcomer does what the error says, and nothing else.
    let wrong = error.split('`').nth(1).unwrap();
    let right = error.split("did you mean `").nth(1).and_then(|rest| rest.split('`').next()).unwrap();
    folder.write("ours.toml", RULES.replace(wrong, right));
    assert_eq!(
        folder.run("test ours.toml").told(),
        "3 rules, 6 examples: 0 missing, 0 noisy, 0 wrong\nexit 0"
    );

    let run = folder.run("check article.txt --rules ours.toml");
    assert_eq!(run.code, 1);
    assert_eq!(run.cells([7, 8]), [["Whitehouse", "White House"], ["Head of Diplomacy", "Foreign Minister"]]);
}
