//! Folders of labelled articles, and the examples that the engine finds in them.
//!
//! A folder has `articles/*.txt`, whose broken names `gold.csv` lists (`file`, `line`, `found`, `correct`, and `occurrence` where
//! the text stands more than once on the line), and may have `clean/*.txt`, where nothing is broken but what
//! `source_errors.csv` lists (`doc`, `line`, `found`). A file `SET.DOCUMENT.txt` belongs to `DOCUMENT`: a text that was broken in
//! several ways is one document.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::Deserialize;

use super::label::{Label, Placed};
use crate::article::{self, Article, Content, Format, Prose};
use crate::error::{Error, Result};
use crate::files::unreadable;
use crate::names::channels::Channel;
use crate::names::evidence::{Feature, Weight};
use crate::names::{BrokenName, Names, fold, table};

/// One stretch that the engine takes for a broken name, and whether it is right.
#[derive(Clone, Debug)]
pub struct Example {
    /// The document that it stands in.
    pub document: String,
    /// The evidence for its best candidate.
    pub features: Vec<Feature>,
    /// The labels that it overlaps, by number.
    pub labels: Vec<usize>,
    /// Whether the best candidate is what is right there.
    pub is_right: bool,
    /// Whether it stands in an article where nothing is broken.
    pub is_clean: bool,
}

impl Example {
    /// The sum of its evidence under a table of weights, in bits.
    pub fn bits(&self, table: &[Weight]) -> f64 {
        let weight =
            |feature: &Feature| table.iter().find(|row| row.feature == *feature).map_or(0.0, |row| row.bits);
        self.features.iter().map(weight).sum()
    }
}

/// The examples of folders of labelled articles.
#[derive(Debug, Default)]
pub struct Labelled {
    /// The examples, in the order of their files.
    pub examples: Vec<Example>,
    /// How many labels there are.
    pub labels: usize,
    /// Labels that do not fit their article.
    pub problems: Vec<Error>,
}

#[derive(Deserialize)]
struct SourceError {
    #[serde(alias = "file")]
    doc: String,
    line: usize,
    found: String,
}

/// Candidates with less evidence, in bits, are no examples: nobody would take them for findings.
const LEAST_BITS_OF_EXAMPLE: f64 = -14.0;

impl Labelled {
    /// Adds the examples of a folder, as the engine finds them with these names. Of the articles whose names begin with one of
    /// `incomplete`, only the labelled names count: others are broken too.
    pub fn add_folder(&mut self, folder: &Path, names: &Names, incomplete: &[String]) -> Result<()> {
        let path = folder.join("gold.csv");
        let labels: Vec<(usize, Label)> = table::rows(&path, &bytes(&path)?)?;
        let articles = read_all(&folder.join("articles"), names)?;
        let by_file: BTreeMap<&str, usize> =
            articles.iter().enumerate().map(|(at, (article, _))| (article.file(), at)).collect();
        let mut placed: Vec<Vec<Placed<'_>>> = articles.iter().map(|_| Vec::new()).collect();
        for (line, label) in &labels {
            let article = by_file.get(label.file.rsplit('/').next().unwrap_or_default());
            match article.and_then(|&at| Some((at, label.place(&articles[at].0.article, self.labels)?))) {
                Some((at, label)) => placed[at].push(label),
                None => self.problems.push(Error::new(label.misplaced()).file(&path).line(*line)),
            }
            self.labels += 1;
        }
        for ((article, broken), placed) in articles.iter().zip(&placed) {
            let all_count = !incomplete.iter().any(|prefix| article.file().starts_with(prefix.as_str()));
            let examples = broken.iter().map(|name| article.example(name, placed, false));
            self.examples.extend(examples.filter(|example| all_count || !example.labels.is_empty()));
        }
        self.add_clean(folder, names)
    }

    fn add_clean(&mut self, folder: &Path, names: &Names) -> Result<()> {
        let path = folder.join("source_errors.csv");
        let errors: Vec<(usize, SourceError)> =
            if path.exists() { table::rows(&path, &bytes(&path)?)? } else { Vec::new() };
        let clean = folder.join("clean");
        if !clean.is_dir() {
            return Ok(());
        }
        for (article, broken) in read_all(&clean, names)? {
            let is_error = |name: &BrokenName| {
                let line = article.article.position(name.span).line;
                let found = fold::key(article.article.slice(name.span));
                errors.iter().any(|(_, error)| {
                    (error.doc == article.document || error.doc == article.file())
                        && error.line == line
                        && fold::fold_words(&error.found).any(|word| found.split(' ').any(|own| own == word))
                })
            };
            let counted = broken.iter().filter(|name| !is_error(name));
            self.examples.extend(counted.map(|name| article.example(name, &[], true)));
        }
        Ok(())
    }
}

/// An article of a folder.
struct Read {
    article: Article,
    document: String,
}

impl Read {
    /// The name of its file.
    fn file(&self) -> &str {
        self.article.path().file_name().and_then(|name| name.to_str()).unwrap_or_default()
    }

    fn example(&self, name: &BrokenName, labels: &[Placed<'_>], is_clean: bool) -> Example {
        let best = &name.candidates[0];
        let hit: Vec<&Placed<'_>> = labels.iter().filter(|label| label.span.overlaps(name.span)).collect();
        let text = self.article.text();
        Example {
            document: self.document.clone(),
            features: best.evidence.terms().iter().map(|(feature, _)| *feature).collect(),
            labels: hit.iter().map(|label| label.number).collect(),
            is_right: hit.iter().any(|label| label.is_mended_by(text, name.span, &best.suggestion)),
            is_clean,
        }
    }
}

/// The articles of a folder, by name, each with what the engine takes for broken names in it.
fn read_all(folder: &Path, names: &Names) -> Result<Vec<(Read, Vec<BrokenName>)>> {
    let files = std::fs::read_dir(folder).map_err(|error| {
        unreadable(folder, &error)
            .remedy("a folder of labelled articles has articles/, gold.csv and perhaps clean/")
    })?;
    let mut paths = Vec::new();
    for file in files {
        let path = file.map_err(|error| unreadable(folder, &error))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.ends_with(".txt") && !name.ends_with(".source.txt") {
            paths.push(path);
        }
    }
    paths.sort();
    paths.into_par_iter().map(|path| read_one(path, names)).collect()
}

fn read_one(path: PathBuf, names: &Names) -> Result<(Read, Vec<BrokenName>)> {
    let Content::Text { text, .. } = article::read(bytes(&path)?) else {
        return Err(Error::new("this is no text").file(path));
    };
    let document = document(&path);
    let article = Article::new(path, text, Format::Text);
    let mut broken = names.near_in(&article, &Prose::of(&article), LEAST_BITS_OF_EXAMPLE);
    // Two spellings that are both right are no broken name.
    broken.retain(|name| name.candidates[0].channel != Channel::Diacritics);
    Ok((Read { article, document }, broken))
}

/// `DOCUMENT` of `SET.DOCUMENT.txt`, else the name of the file without its ending.
fn document(path: &Path) -> String {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    name.split_once('.').map_or(&*name, |(_, document)| document).to_owned()
}

fn bytes(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).map_err(|error| unreadable(path, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_were_broken_from_one_are_one_document() {
        let documents =
            ["T-lemma.bbc.1.txt", "C.bbc.1.txt", "summit.txt"].map(|name| document(Path::new(name)));
        assert_eq!(documents, ["bbc.1", "bbc.1", "summit"]);
    }
}
