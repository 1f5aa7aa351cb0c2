//! The reports on `samples/`: what is found in the broken articles, and nothing in the clean ones.
#![expect(clippy::unwrap_used, reason = "tests")]

mod support;

use std::path::{Path, PathBuf};

use support::Folder;

fn report(article: &Path) -> String {
    let arguments = ["check", "--quiet", "--color", "never", "--format", "text", article.to_str().unwrap()];
    let run = Folder::new(&[]).command(&arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    support::Run::from(run).out
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
