//! `misnomer explain --mention` from outside: what is made of a name is told, and adds up.

#![expect(clippy::unwrap_used, reason = "tests")]

mod support;

use support::{Folder, Run};

fn explain(arguments: &[&str]) -> Run {
    explain_in(&Folder::new(&[]), arguments)
}

fn explain_in(folder: &Folder, arguments: &[&str]) -> Run {
    folder.run_with(&[&["explain"], arguments].concat())
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
    let Run { out: says, code, .. } = explain(&["--mention", "Marko Blond", "--context", BLOND]);
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
fn a_language_has_its_article() {
    let ending_of = |name: &str| explain(&["--mention", name]).out;
    assert_says(&ending_of("Olaf Sholcit"), &["is the ending of an Albanian genitive"]);
    assert_says(&ending_of("Olafa Šolca"), &["is the ending of a Serbian genitive"]);
}

#[test]
fn silence_has_its_reason() {
    for (name, context, why) in [
        ("Ana Brnabić", "Speaker Ana Brnabić left.", "silent: it is a known name"),
        ("Xqyzvh Wqthvk", "Then Xqyzvh Wqthvk left.", "silent: nothing explains it"),
        ("NATO", "It was said that NATO had left.", "an acronym or initial"),
        ("left", "Then nobody left.", "No name is seen here"),
    ] {
        let Run { out: says, code, .. } = explain(&["--mention", name, "--context", context]);
        assert_eq!(code, 0, "{says}");
        assert_says(&says, &[why]);
    }
    let says = explain(&["--mention", "Ana Brnabić"]).out;
    assert_says(&says, &["known       Ana Brnabić: Ana Brnabić (person, RS)\n"]);
}

#[test]
fn the_names_of_a_file_count() {
    let folder = Folder::new(&[("n.csv", "name,kind,foreign\nZorvan Quillmark,person,Zorvan Kvilmark\n")]);
    let asked = ["--mention", "Zorvan Kvilmark", "--context", "It was Zorvan Kvilmark who left."];
    let known = ["--mention", "Zorvan Quillmark"];
    let names = ["--names", "n.csv"];
    let meant = ["-> Zorvan Quillmark", "verdict     reported by transcribed-name"];
    assert_says(&explain_in(&folder, &[&asked[..], &names].concat()).out, &meant);
    assert_says(&explain_in(&folder, &[&known[..], &names].concat()).out, &["silent: it is a known name"]);
    // Those of a configuration, too.
    folder.write("misnomer.toml", "[names]\nfiles = [\"n.csv\"]\n");
    assert_says(&explain_in(&folder, &asked).out, &meant);
    assert_says(&explain_in(&folder, &known).out, &["silent: it is a known name"]);
}

#[test]
fn what_a_configuration_silences_is_told() {
    let folder = Folder::new(&[]);
    for (config, options, verdict) in [
        (
            "min-confidence = 100",
            &[][..],
            "silent, as findings below 100 % are left out: literal-name: “Marko Blond” -> Marco Rubio, 9",
        ),
        ("min-confidence = 100", &["--min-confidence", "70"], "reported by literal-name: “Marko Blond”"),
        ("min-confidence = 100", &["--no-config"], "reported by literal-name: “Marko Blond”"),
        (
            "[checks.literal-name]\nconfidence = 40",
            &[],
            "silent, as findings below 70 % are left out: literal-name: “Marko Blond” -> Marco Rubio, 40 %",
        ),
        ("[checks.literal-name]\nenabled = false", &[], "silent: its check is switched off"),
        ("[allow]\nnames = [\"Marko Blond\"]", &[], "silent, as it is allowed: literal-name: “Marko Blond”"),
        (
            "[allow]\nphrases = [\"State Marko\"]",
            &[],
            "silent, as it is allowed: literal-name: “Marko Blond”",
        ),
    ] {
        folder.write("misnomer.toml", config);
        let asked = [&["--mention", "Marko Blond", "--context", BLOND], options].concat();
        assert_says(&explain_in(&folder, &asked).out, &[&format!("verdict     {verdict}")]);
    }
}

#[test]
fn what_a_name_may_mean_speaks_for_no_other_meaning_of_it() {
    let asked = ["--mention", "Orbeli", "--context", "They met Orbeli, and Orbeli left."];
    let names = "name,kind,aliases,source\nOrbels,people,Orbel,editor\nOrbella,place,,editor\n";
    let folder = Folder::new(&[("names.csv", names)]);
    let told = explain_in(&folder, &[&asked[..], &["--names", "names.csv"]].concat()).out;
    assert_says(&told, &["candidate   Orbeli -> Orbels, as in Orbels (people)", "Orbeli -> Orbel,"]);
    assert!(!told.contains("other-broken"), "{told}");
}

#[test]
fn a_name_that_the_context_lacks_is_an_error() {
    let Run { err: says, code, .. } = explain(&["--mention", "Blond", "--context", "Marco Rubio left."]);
    assert_eq!(code, 2);
    assert_says(&says, &["“Blond” does not stand in the context", "help: give --mention exactly"]);
    assert_eq!(explain(&["--context", "Marco Rubio left."]).code, 2);
    assert_eq!(explain(&["literal-name", "--mention", "Blond"]).code, 2);
}
