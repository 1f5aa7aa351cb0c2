//! A configuration as its author wrote it, and what is wrong with its values.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Deserialize;
use toml::Spanned;

use super::Config;
use super::fail_on::FailOn;
use crate::engine::{Allow, Rating, Ratings};
use crate::error::Result;
use crate::finding::{Confidence, Severity};
use crate::names::source_languages::{LANGUAGES, SourceLanguages};
use crate::score::Thresholds;
use crate::toml_file::TomlFile;

/// The file.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(super) struct Spec {
    min_confidence: Option<Spanned<u8>>,
    fail_on: Option<FailOn>,
    source_language: Option<Spanned<LanguagesSpec>>,
    allow: AllowSpec,
    names: FilesSpec,
    rules: FilesSpec,
    checks: BTreeMap<Spanned<String>, RatingSpec>,
    score: ScoreSpec,
}

#[derive(Deserialize)]
#[serde(untagged, expecting = "expected the code of a language, or a list of codes")]
enum LanguagesSpec {
    One(String),
    Several(Vec<String>),
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default, expecting = "a table of names and phrases")]
struct AllowSpec {
    names: Vec<Spanned<String>>,
    phrases: Vec<Spanned<String>>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default, expecting = "a table that holds `files`")]
struct FilesSpec {
    files: Vec<Spanned<PathBuf>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a table such as { enabled = false }")]
struct RatingSpec {
    enabled: Option<bool>,
    severity: Option<Severity>,
    confidence: Option<Spanned<u8>>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default, expecting = "a table of `review` and `hold`")]
struct ScoreSpec {
    review: Option<Spanned<f64>>,
    hold: Option<Spanned<f64>>,
}

impl Spec {
    /// What the file says, if all of it can be.
    pub(super) fn checked(self, file: &TomlFile<'_>) -> Result<Config> {
        let percent = |key: &str, percent: &Spanned<u8>| match *percent.get_ref() {
            value @ 0..=100 => Ok(Confidence::percent(value)),
            value => Err(file
                .error(&percent.span(), format!("key `{key}`: {value} is more than 100 percent"))
                .remedy("write a whole percent from 0 to 100")),
        };
        let min_confidence =
            self.min_confidence.map(|value| percent("min-confidence", &value)).transpose()?;
        let mut ratings = Ratings::default();
        for (id, spec) in self.checks {
            let rating = Rating {
                enabled: spec.enabled.unwrap_or(true),
                severity: spec.severity,
                confidence: spec.confidence.map(|value| percent("confidence", &value)).transpose()?,
                line: file.line(id.span().start),
            };
            ratings.add(id.into_inner(), rating);
        }
        Ok(Config {
            path: file.path.to_path_buf(),
            min_confidence,
            fail_on: self.fail_on,
            source_languages: self.source_language.map(|spec| languages(&spec, file)).transpose()?,
            allow: Allow::new(
                &texts(self.allow.names, "names", file)?,
                &texts(self.allow.phrases, "phrases", file)?,
            ),
            names: files(self.names, file)?,
            rules: files(self.rules, file)?,
            ratings,
            thresholds: self.score.checked(file)?,
        })
    }
}

/// The languages with these codes.
fn languages(written: &Spanned<LanguagesSpec>, file: &TomlFile<'_>) -> Result<SourceLanguages> {
    let codes = match written.get_ref() {
        LanguagesSpec::One(code) => std::slice::from_ref(code),
        LanguagesSpec::Several(codes) => codes,
    };
    let error = |what: String| file.error(&written.span(), format!("key `source-language`: {what}"));
    if codes.is_empty() {
        return Err(error("the list is empty".to_owned()).remedy("name a language, or take the line out"));
    }
    let mut languages = SourceLanguages::default();
    for code in codes {
        if languages.add(code).is_none() {
            let named = LANGUAGES.iter().find(|row| row.name.eq_ignore_ascii_case(code));
            let known: Vec<&str> = LANGUAGES.iter().map(|row| row.code.as_str()).collect();
            return Err(error(format!("there is no language `{code}`")).remedy(match named {
                Some(meant) => format!("did you mean `{}`?", meant.code),
                None => format!("write one of {}", known.join(", ")),
            }));
        }
    }
    Ok(languages)
}

/// Texts with a letter or a digit in each: an empty one would allow everything.
fn texts(written: Vec<Spanned<String>>, key: &str, file: &TomlFile<'_>) -> Result<Vec<String>> {
    let checked = written.into_iter().map(|text| {
        if text.get_ref().contains(char::is_alphanumeric) {
            return Ok(text.into_inner());
        }
        let what = format!("key `{key}`: `{}` has no letter", text.get_ref());
        Err(file.error(&text.span(), what).remedy("write out what is allowed, or take the line out"))
    });
    checked.collect()
}

/// Paths as seen from the configuration; each must be there.
fn files(written: FilesSpec, file: &TomlFile<'_>) -> Result<Vec<PathBuf>> {
    let folder = file.path.parent().unwrap_or(file.path);
    let checked = written.files.into_iter().map(|named| {
        let path = folder.join(named.get_ref());
        if path.exists() {
            return Ok(path);
        }
        let what = format!("key `files`: there is no file {}", path.display());
        Err(file.error(&named.span(), what).remedy("write the path as it is seen from this file's folder"))
    });
    checked.collect()
}

impl ScoreSpec {
    fn checked(self, file: &TomlFile<'_>) -> Result<Thresholds> {
        for (key, value) in [("review", &self.review), ("hold", &self.hold)] {
            let Some(value) = value else { continue };
            if !(value.get_ref().is_finite() && *value.get_ref() >= 0.0) {
                let what = format!("key `{key}`: {} is no number of points per 1,000 words", value.get_ref());
                return Err(file.error(&value.span(), what).remedy("write 0 or more"));
            }
        }
        let usual = Thresholds::default();
        let written = self.review.as_ref().or(self.hold.as_ref()).map_or(0..0, Spanned::span);
        let value = |key: Option<Spanned<f64>>, usual| key.map_or(usual, Spanned::into_inner);
        let thresholds =
            Thresholds { review: value(self.review, usual.review), hold: value(self.hold, usual.hold) };
        if thresholds.review > thresholds.hold {
            let what = format!(
                "table `score`: `review` ({}) is more than `hold` ({})",
                thresholds.review, thresholds.hold
            );
            return Err(file.error(&written, what).remedy("an article is reviewed before it is held"));
        }
        Ok(thresholds)
    }
}
