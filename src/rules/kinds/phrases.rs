//! `kind = "phrases"`: a table of what is wrong and what is right, found as whole words and replaced in the case of the text.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::hash_map::Entry;

use rustc_hash::FxHashMap;
use schemars::JsonSchema;
use serde::Deserialize;

use super::{Compiled, Defaults, Match, Matcher};
use crate::article::Span;
use crate::error::Error;
use crate::names::table;
use crate::rules::forms::Forms;
use crate::rules::letter_case;
use crate::rules::refusal::{At, Refusal};
use crate::rules::source::Source;
use crate::rules::template::about_form;

/// What a rule of phrases holds: one of the two, or both.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    /// What is wrong, and what to write instead, best first, joined by " | "; empty to delete it. A capital on the left is one in
    /// the text; a small letter there may be either, and what replaces it keeps the case of the text.
    #[serde(default)]
    phrases: BTreeMap<String, String>,
    /// A CSV file with the columns wrong and right, beside this file.
    file: Option<String>,
}

/// A row of a file of phrases.
#[derive(Deserialize)]
struct Row {
    wrong: String,
    right: String,
}

impl super::Written for Written {
    const NAME: &'static str = "phrases";
    const DEFAULTS: Defaults = Defaults { category: None, severity: None, confidence: None, summary: None };

    fn compile(self, source: &Source<'_>) -> Compiled {
        let mut phrases = Phrases::default();
        for (wrong, right) in self.phrases {
            phrases.push(&wrong, &right).map_err(|Unfit { what, remedy }| {
                Refusal::value("phrases", what, remedy).at(At::Entry(wrong.clone()))
            })?;
        }
        if let Some(file) = &self.file {
            let (path, bytes) = source.file_beside(file)?;
            for (line, row) in table::rows::<Row>(&path, &bytes)? {
                phrases.push(&row.wrong, &row.right).map_err(|Unfit { what, remedy }| {
                    Error::new(what).file(&path).line(line).remedy(remedy)
                })?;
            }
        }
        if phrases.forms.is_empty() {
            let remedy = "write phrases = { \"wrong\" = \"right\" }, or name a CSV file of them: file = \"phrases.csv\"";
            return Err(Refusal::rule("the rule has no phrases", remedy));
        }
        Ok(Box::new(Table::new(phrases)))
    }
}

/// Phrases as they are read.
#[derive(Default)]
pub(super) struct Phrases {
    forms: Vec<String>,
    rights: Vec<Vec<String>>,
    /// What holds a phrase and is right all the same.
    kept: Vec<String>,
    seen: FxHashMap<String, usize>,
}

/// Why a phrase cannot be one.
pub(super) struct Unfit {
    what: String,
    remedy: &'static str,
}

impl Phrases {
    /// Adds a phrase with what is right, best first, joined by ` | `.
    fn push(&mut self, wrong: &str, right: &str) -> Result<(), Unfit> {
        let mut rights: Vec<String> = table::list(right).map(str::to_owned).collect();
        if rights.is_empty() {
            rights.push(String::new());
        }
        let wrong = wrong.split_whitespace().collect::<Vec<_>>().join(" ");
        if wrong.is_empty() {
            return Err(Unfit {
                what: "the phrase is empty".to_owned(),
                remedy: "write the words that are wrong",
            });
        }
        if let Some(&earlier) = self.seen.get(&wrong) {
            let what = format!("`{wrong}` is already replaced by `{}`", self.rights[earlier].join(" | "));
            return Err(Unfit { what, remedy: "keep one of the two" });
        }
        let holding = rights.iter().filter(|right| holds(right, &wrong)).cloned().collect();
        self.keep(holding);
        self.add(wrong, rights);
        Ok(())
    }

    /// Adds a phrase with what is right, best first, unless it is there already.
    pub(super) fn add(&mut self, wrong: String, rights: Vec<String>) {
        if let Entry::Vacant(place) = self.seen.entry(wrong.clone()) {
            place.insert(self.forms.len());
            self.forms.push(wrong);
            self.rights.push(rights);
        }
    }

    /// Passes over a phrase where it is part of one of these.
    pub(super) fn keep(&mut self, right: Vec<String>) {
        self.kept.extend(right);
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.forms.len()
    }
}

/// Whether a text holds a phrase, in any case.
fn holds(text: &str, phrase: &str) -> bool {
    text.to_lowercase().contains(&phrase.to_lowercase())
}

/// Phrases ready to be looked for.
pub(super) struct Table {
    forms: Forms,
    rights: Vec<Vec<String>>,
}

impl Table {
    /// Looks for these phrases, in the order of their numbers.
    pub(super) fn new(phrases: Phrases) -> Self {
        let forms = phrases.forms.into_iter().chain(phrases.kept).collect();
        Self { forms: Forms::new(forms), rights: phrases.rights }
    }

    /// Strings of which at least one occurs wherever a phrase does.
    pub(super) fn literals(&self) -> Vec<String> {
        self.forms.literals(self.rights.len())
    }

    /// Hands over the phrases in a sentence, each with the message that `message` has for its number.
    pub(super) fn find<'m>(
        &self,
        sentence: &str,
        message: impl Fn(usize) -> &'m str,
        each: &mut dyn FnMut(Match),
    ) {
        for found in self.forms.find(sentence) {
            let Some(rights) = self.rights.get(found.form) else { continue };
            let text = &sentence[found.range.clone()];
            let kept = |right: &String| letter_case::keep(self.forms.text(found.form), text, right);
            let suggestions: Vec<String> = rights.iter().map(kept).collect();
            let best = suggestions.first().map_or("", String::as_str);
            each(Match {
                message: about_form(message(found.form), text, best),
                span: Span::from(found.range),
                found: text.to_owned(),
                form: found.form,
                suggestions,
            });
        }
    }
}

impl Matcher for Table {
    fn literals(&self) -> Option<Cow<'_, [String]>> {
        Some(Cow::Owned(self.literals()))
    }

    fn find(&self, sentence: &str, message: Option<&str>, each: &mut dyn FnMut(Match)) {
        self.find(sentence, |_| message.unwrap_or_default(), each);
    }
}
