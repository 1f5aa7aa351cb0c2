//! The reports on `samples/`: what is found in the broken articles, and nothing in the clean ones.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::path::PathBuf;
use std::process::Command;

fn report(article: &PathBuf) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_misnomer"))
        .args(["check", "--quiet", "--color", "never", "--format", "text"])
        .arg(article)
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn reports_on_the_samples() {
    let mut articles: Vec<PathBuf> =
        std::fs::read_dir("samples").unwrap().map(|file| file.unwrap().path()).collect();
    articles.sort();
    let mut silent = 0;
    for article in &articles {
        let report = report(article);
        silent += usize::from(report.is_empty());
        insta::assert_snapshot!(article.file_stem().unwrap().to_str().unwrap(), report);
    }
    assert_eq!((articles.len(), silent), (11, 4), "four of the eleven are clean");
}
