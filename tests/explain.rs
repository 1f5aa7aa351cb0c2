//! `misnomer explain --mention` from outside: what is made of a name is told, and adds up.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::process::Command;

/// The exit code, standard output and standard error.
fn explain(arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_misnomer"));
    let output = command.arg("explain").args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[track_caller]
fn assert_says(says: &str, parts: &[&str]) {
    for part in parts {
        assert!(says.contains(part), "{part} is not in:\n{says}");
    }
}

const BLOND: &str =
    "On Thursday the US Secretary of State Marko Blond met allied ministers who had come by train.";

#[test]
fn a_broken_name_is_explained_term_by_term() {
    let (code, says, _) = explain(&["--mention", "Marko Blond", "--context", BLOND]);
    assert_eq!(code, 0);
    assert_says(
        &says,
        &[
            "mention     State Marko Blond\n",
            "word        State: of the title “Secretary of State”",
            "word        Marko: a given name (",
            "title       Secretary of State (",
            "country     US (US)\n",
            "candidate   Marko Blond -> Marco Rubio, as in Marco Rubio (person): literal\n",
            "gloss: a word of the name is translated\n",
            "            *Blond* is English for Spanish *rubio*\n",
            "verdict     reported by literal-name: “Marko Blond” -> Marco Rubio, 9",
        ],
    );
    let bits = |line: &str| line.trim_start_matches('=').split_whitespace().next().unwrap().parse::<f64>();
    let mut lines = says.lines().skip_while(|line| !line.starts_with("candidate"));
    let terms: Vec<f64> =
        lines.by_ref().skip(1).map_while(|line| bits(line).ok().filter(|_| !line.starts_with('='))).collect();
    let sum = says.lines().find(|line| line.starts_with('=')).map(bits).unwrap().unwrap();
    assert!(
        terms.len() > 3 && (terms.iter().sum::<f64>() - sum).abs() < 0.03,
        "{terms:?} is not {sum}:\n{says}"
    );
}

#[test]
fn silence_has_its_reason() {
    for (name, context, why) in [
        ("Ana Brnabić", "Speaker Ana Brnabić left.", "silent: it is a known name"),
        ("Xqyzvh Wqthvk", "Then Xqyzvh Wqthvk left.", "silent: nothing explains it"),
        ("NATO", "It was said that NATO had left.", "an acronym or initial"),
        ("left", "Then nobody left.", "No name is seen here"),
    ] {
        let (code, says, _) = explain(&["--mention", name, "--context", context]);
        assert_eq!(code, 0, "{says}");
        assert_says(&says, &[why]);
    }
    let (_, says, _) = explain(&["--mention", "Ana Brnabić"]);
    assert_says(&says, &["known       Ana Brnabić: Ana Brnabić (person, RS)\n"]);
}

#[test]
fn the_names_of_a_file_count() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("n.csv");
    std::fs::write(&file, "name,kind,foreign\nZorvan Quillmark,person,Zorvan Kvilmark\n").unwrap();
    let names = ["--names", file.to_str().unwrap()];
    let asked = ["--mention", "Zorvan Kvilmark", "--context", "It was Zorvan Kvilmark who left."];
    assert_says(
        &explain(&[&asked[..], &names].concat()).1,
        &["-> Zorvan Quillmark", "verdict     reported by transcribed-name"],
    );
    let known = ["--mention", "Zorvan Quillmark"];
    assert_says(&explain(&[&known[..], &names].concat()).1, &["silent: it is a known name"]);
}

#[test]
fn a_name_that_the_context_lacks_is_an_error() {
    let (code, _, says) = explain(&["--mention", "Blond", "--context", "Marco Rubio left."]);
    assert_eq!(code, 2);
    assert_says(&says, &["“Blond” does not stand in the context", "help: give --mention exactly"]);
    assert_eq!(explain(&["--context", "Marco Rubio left."]).0, 2);
    assert_eq!(explain(&["literal-name", "--mention", "Blond"]).0, 2);
}
