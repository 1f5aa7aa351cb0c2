//! The program from outside: arguments, output and exit codes.

#![expect(clippy::unwrap_used, reason = "tests")]

mod support;

use std::fs;
use std::io::Write;
use std::process::Stdio;

use support::{Folder, Run};

const HEADER: &str =
    "file,line,column,check,category,severity,confidence,found,suggestion,message,context\r\n";
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

/// The files of a report in CSV, in its order.
fn files(run: &Run) -> Vec<String> {
    run.cells([0]).concat()
}

#[test]
fn cases() {
    trycmd::TestCases::new().case("tests/cmd/*.toml");
}

#[test]
fn a_folder_is_searched_for_articles() {
    let folder = Folder::new(&[
        ("rules.toml", RULES),
        ("in/b.txt", WRONG),
        ("in/A.MD", WRONG),
        ("in/deep/er/c.markdown", WRONG),
        ("in/b.source.txt", WRONG),
        ("in/page.html", "<p>The Whitehouse.</p>"),
        ("in/all.jsonl", "{\"text\": \"The Whitehouse.\"}"),
        ("in/notes.docx", WRONG),
        ("in/.hidden.txt", WRONG),
        ("in/drafts/d.txt", WRONG),
        ("in/.gitignore", "drafts\n"),
    ]);
    fs::write(folder.path().join("in/photo.txt"), b"\x89PNG\r\n\x1a\n\0\0").unwrap();
    let output = folder.run("check in --rules rules.toml");
    assert_eq!(
        files(&output),
        ["in/A.MD", "in/all.jsonl", "in/b.txt", "in/deep/er/c.markdown", "in/page.html"]
    );
    assert!(
        output.err.contains("4 files, 1 record, 5 findings (5 minor), skipped 1 binary file;"),
        "{}",
        output.err
    );
    assert_eq!(output.code, 1);
}

#[test]
fn a_file_given_twice_is_checked_once() {
    let folder = Folder::new(&[("rules.toml", RULES), ("in/a.txt", WRONG)]);
    assert_eq!(files(&folder.run("check in/a.txt in ./in/a.txt --rules rules.toml")).len(), 1);
    // So are rules.
    assert_eq!(files(&folder.run("check in --rules rules.toml --rules . --rules ./rules.toml")).len(), 1);
}

#[cfg(unix)]
#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_done() {
    let folder = Folder::new(&[("rules.toml", RULES), ("in/a.txt", WRONG), ("in/z.txt", WRONG)]);
    // A link to nowhere cannot be read, even by a superuser.
    std::os::unix::fs::symlink("nowhere", folder.path().join("in/m.txt")).unwrap();
    let output = folder.run("check in missing.txt --rules rules.toml");
    assert_eq!(files(&output), ["in/a.txt", "in/z.txt"]);
    assert!(output.err.contains("error: in/m.txt: there is no such file or folder"));
    assert!(output.err.contains("error: missing.txt: there is no such file or folder"));
    assert_eq!(output.code, 2);
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_in_circles_ends() {
    let folder = Folder::new(&[("in/deep/a.txt", "All is well.\n")]);
    std::os::unix::fs::symlink("..", folder.path().join("in/deep/up")).unwrap();
    let output = folder.run("check in");
    assert!(output.err.starts_with("1 file, 0 findings, skipped 1 linked folder;"));
    assert_eq!(output.code, 0);
}

#[test]
fn a_report_in_a_file_takes_its_form_from_the_ending() {
    let folder = Folder::new(&[("rules.toml", RULES), ("a.txt", WRONG)]);
    for (name, begins) in [
        ("r.csv", HEADER),
        ("r.jsonl", "{\"file\":\"a.txt\",\"line\":1,\"column\":14,"),
        ("r.txt", "a.txt:1:14: minor, white-house-joined, 95 %\n"),
    ] {
        let output = folder.run(&format!("check a.txt --rules rules.toml -o {name}"));
        assert_eq!(output.code, 1);
        assert_eq!(output.out, "");
        let report = fs::read_to_string(folder.path().join(name)).unwrap();
        assert!(report.starts_with(begins), "{report}");
    }
}

#[test]
fn a_report_is_written_whole_or_not_at_all() {
    let folder =
        Folder::new(&[("a.txt", WRONG), ("report.csv", "old"), ("bad.toml", "[[rule]]\ncolour = 1\n")]);
    let output = folder.run("check a.txt --rules bad.toml -o report.csv");
    assert_eq!(output.code, 2);
    assert_eq!(fs::read_to_string(folder.path().join("report.csv")).unwrap(), "old");
    folder.run("check a.txt -o report.csv");
    assert!(fs::read_to_string(folder.path().join("report.csv")).unwrap().starts_with(HEADER));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3, "nothing else may be left behind");
}

#[cfg(unix)]
#[test]
fn a_report_keeps_the_mode_of_the_file_it_replaces() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new(&[("a.txt", "All is well.\n"), ("old.csv", "")]);
    let mode = |name: &str| fs::metadata(folder.path().join(name)).unwrap().permissions().mode() & 0o777;
    fs::set_permissions(folder.path().join("old.csv"), fs::Permissions::from_mode(0o604)).unwrap();
    folder.run("check a.txt -o old.csv");
    assert_eq!(mode("old.csv"), 0o604);
    folder.run("check a.txt -o new.csv");
    assert_eq!(mode("new.csv"), mode("a.txt"));
}

#[test]
fn the_same_report_on_any_number_of_threads() {
    let folder = Folder::new(&[("rules.toml", RULES)]);
    for number in 0..300 {
        let text = "All is well. ".repeat(number % 7) + &WRONG.repeat(number % 5);
        fs::write(folder.path().join(format!("{number}.txt")), text).unwrap();
    }
    let report = |threads| folder.run(&format!("check . --rules rules.toml --threads {threads}"));
    assert_eq!(files(&report(1)).len(), 600);
    assert_eq!(report(1).out, report(4).out);
}

/// A run whose report nobody reads.
fn unread(folder: &Folder, arguments: &[&str]) -> Run {
    let arguments = [&["check", "a.txt", "b.txt", "--rules", "rules.toml"], arguments].concat();
    let mut child = folder.command(&arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    child.wait_with_output().unwrap().into()
}

#[test]
fn a_reader_who_has_read_enough_ends_it_quietly() {
    let folder = Folder::new(&[("rules.toml", RULES), ("a.txt", &WRONG.repeat(20_000)), ("b.txt", WRONG)]);
    for format in ["text", "csv", "jsonl"] {
        let run = unread(&folder, &["--quiet", "--format", format]);
        assert_eq!((run.err.as_str(), run.code), ("", 1), "{format}");
    }
}

#[test]
fn other_files_are_written_even_if_the_report_is_not_read() {
    let folder =
        Folder::new(&[("rules.toml", RULES), ("a.txt", &WRONG.repeat(2_000)), ("b.txt", "All is well.\n")]);
    let run = unread(&folder, &["--quiet", "--scores", "scores.csv"]);
    assert_eq!((run.err.as_str(), run.code), ("", 1));
    assert_eq!(folder.read("scores.csv").lines().count(), 3);
    let run = unread(&folder, &["--quiet", "--write-baseline", "known.csv"]);
    assert!(folder.read("known.csv").contains("Whitehouse,2000,"), "{}", run.err);
}

#[test]
fn colours_only_when_they_are_wanted() {
    let folder = Folder::new(&[("rules.toml", RULES), ("a.txt", WRONG)]);
    let coloured = |arguments: &[&str]| {
        let arguments =
            [&["check", "a.txt", "--rules", "rules.toml", "--format", "text"], arguments].concat();
        folder.run_with(&arguments).out.contains('\u{1b}')
    };
    assert!(coloured(&["--color", "always"]));
    assert!(!coloured(&["--color", "never"]));
    assert!(!coloured(&[]));
}

#[test]
fn other_encodings_are_read_and_said_so() {
    let folder = Folder::new(&[("rules.toml", RULES)]);
    let path = folder.path().join("a.txt");
    fs::write(&path, b"Andrej Plenkovi\xe6 in \x8aid: the Whitehouse\r\n").unwrap();
    let arguments = ["check", "a.txt", "--rules", "rules.toml", "--format", "jsonl"];
    let output = folder.run_with(&arguments);
    assert!(output.err.starts_with("note: a.txt: read as Windows-1250, not UTF-8\n"));
    assert!(output.out.contains("\"context\":\"Andrej Plenković in Šid: the ⟦Whitehouse⟧\""));
    let quiet = folder.run_with(&[arguments.as_slice(), &["--quiet"]].concat());
    assert_eq!((quiet.err, quiet.out), (String::new(), output.out));
}

#[test]
fn standard_input_is_an_article() {
    let folder = Folder::new(&[("rules.toml", RULES)]);
    let mut child = folder
        .command(&["check", "-", "--rules", "rules.toml"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(WRONG.as_bytes()).unwrap();
    assert_eq!(files(&child.wait_with_output().unwrap().into()), ["<stdin>"]);
}

#[test]
fn code_and_addresses_of_markdown_are_no_prose() {
    let text =
        "See `Whitehouse` and [the site](https://x.y/Whitehouse).\n\n    Whitehouse\n\nThe Whitehouse.\n";
    let folder = Folder::new(&[("rules.toml", RULES), ("a.md", text)]);
    let output = folder.run("check a.md --rules rules.toml");
    assert_eq!(output.out.lines().count(), 2);
    assert!(output.out.contains("a.md,5,5,"));
}

/// File, line, column, what was found and what is suggested, of every row of a report in CSV.
fn rows(run: &Run) -> Vec<String> {
    run.cells([0, 1, 2, 7, 8]).iter().map(|cells| cells.join(" ")).collect()
}

#[test]
fn the_places_of_html_are_those_of_the_file() {
    let page = "\u{feff}<html><nav>Whitehouse</nav>\r\n<main><p>Caf&eacute; near the\r\n White<wbr>house, “Vu&#269;i&#x107;\r\n\
                 said,” near the&nbsp;<b>White</b>house &amp; Co., <i>the</i> <i>White<b>house</b></i></p></main>";
    let folder = Folder::new(&[("rules.toml", RULES), ("a.html", page)]);
    let check = |arguments: &[&str]| {
        folder.run_with(&[&["check", "a.html", "--rules", "rules.toml"], arguments].concat())
    };
    assert_eq!(
        rows(&check(&[])),
        [
            "a.html 3 2 White<wbr>house White House",
            "a.html 4 22 <b>White</b>house White House",
            "a.html 4 65 White<b>house</b> White House",
        ]
    );
    for line in check(&["--format", "jsonl"]).out.lines() {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        let byte = |key: &str| usize::try_from(row[key].as_u64().unwrap()).unwrap();
        assert_eq!(row["found"], page[byte("start")..byte("end")]);
        assert!(
            row["context"].as_str().unwrap().contains("near the White⟦")
                || row["context"].as_str().unwrap().contains("⟦Whitehouse⟧")
        );
    }
}

#[test]
fn every_line_of_json_lines_is_an_article() {
    let lines = "\u{feff}{\"id\": 7, \"title\": \"In the Whitehouse\", \"text\": \"Caf\\u00e9 \\ud83d\\ude00\\nThe \\u0057hitehouse.\"}\r\n\
                 \r\n{\"title\": \"x\"}\n{\"url\": \"https://a.b/c\", \"body\": \"<p>A &amp; <b>White<\\/b>house<\\/p>\"}\nno\n\
                 {\"id\": \"n\", \"html\": 1}\n{\"html\": \"Whitehouse\", \"more\": [{}]}";
    let folder = Folder::new(&[("rules.toml", RULES), ("in/all.jsonl", lines)]);
    let output = folder.run("check in --rules rules.toml");
    let expected = [
        "in/all.jsonl#7 1 28 Whitehouse White House",
        "in/all.jsonl#7 1 78 Whitehouse White House",
        "in/all.jsonl#https://a.b/c 4 46 <b>White</b>house White House",
        "in/all.jsonl 7 11 Whitehouse White House",
    ];
    assert_eq!(rows(&output), expected);
    assert_eq!(output.code, 2);
    let said = &output.err;
    for expected in [
        "error: in/all.jsonl:3: this line has none of the fields `text`, `body` and `html`\n",
        "error: in/all.jsonl:5: this line is not JSON: expected ident at line 1 column 2\n",
        "error: in/all.jsonl:6: this line has a `html` that is no string\n",
        "3 records, 4 findings (4 minor);",
    ] {
        assert!(said.contains(expected), "{said}");
    }
    let output = folder.run("check in --rules rules.toml --format jsonl");
    let row: serde_json::Value = serde_json::from_str(output.out.lines().nth(1).unwrap()).unwrap();
    let byte = |key: &str| usize::try_from(row[key].as_u64().unwrap()).unwrap();
    assert_eq!(&lines[byte("start")..byte("end")], "\\u0057hitehouse");
}

#[test]
fn what_an_author_allows_is_passed_over_in_the_paragraph_that_follows() {
    let markdown = "The Whitehouse.\n\n<!-- misnomer: allow doubled-word, white-house-joined -->\nThe Whitehouse said that the the end is near.\n\nThe Whitehouse.\n";
    let html = "<p>The Whitehouse.</p>\n<!-- misnomer: allow white-house-joined --><p>The Whitehouse.</p><p>The Whitehouse.";
    let text = "The Whitehouse.\n[misnomer: allow white-house-joined]\nThe Whitehouse.\nThe Whitehouse.\n";
    let useless = "[misnomer: allow white-house-joind]\nAll is well.\n\n[misnomer: allow doubled-word]\nAll is well.\n[misnomer: alow]\n";
    let folder = Folder::new(&[
        ("rules.toml", RULES),
        ("a.md", markdown),
        ("b.html", html),
        ("c.txt", text),
        ("d.txt", useless),
    ]);
    let output = folder.run("check . --rules rules.toml");
    let lines = |file: &str| -> Vec<String> {
        rows(&output).iter().filter_map(|row| row.strip_prefix(file).map(str::to_owned)).collect()
    };
    assert_eq!(lines("./a.md"), [" 1 5 Whitehouse White House", " 6 5 Whitehouse White House"]);
    assert_eq!(lines("./b.html"), [" 1 8 Whitehouse White House", " 2 73 Whitehouse White House"]);
    assert_eq!(lines("./c.txt"), [" 1 5 Whitehouse White House", " 4 5 Whitehouse White House"]);
    assert_eq!(lines("./d.txt"), Vec::<String>::new());
    let said = &output.err;
    let expected = "warning: ./d.txt:1: there is no check `white-house-joind` to allow\n  help: did you mean `white-house-joined`?\n\
        warning: ./d.txt:4: `doubled-word` is allowed here and finds nothing in the paragraph that follows\n  help: take the marker out\n\
        warning: ./d.txt:6: this marker cannot be read\n  help: write `misnomer: allow` and the ids of checks, as in `misnomer: allow literal-name`\n";
    assert!(said.starts_with(expected), "{said}");
}

#[test]
fn only_what_is_bad_enough_fails() {
    let folder = Folder::new(&[("rules.toml", RULES), ("a.txt", WRONG)]);
    let code = |severity| folder.run(&format!("check a.txt --rules rules.toml --fail-on {severity}")).code;
    assert_eq!(["neutral", "minor", "major", "never"].map(code), [1, 1, 0, 0]);
}

#[test]
fn findings_less_sure_than_asked_for_are_left_out() {
    let folder = Folder::new(&[("rules.toml", RULES), ("a.txt", WRONG)]);
    let found = |percent: u8| {
        files(&folder.run(&format!("check a.txt --rules rules.toml --min-confidence {percent}"))).len()
    };
    assert_eq!((found(95), found(96)), (1, 0));
}
