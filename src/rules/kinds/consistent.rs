//! `kind = "consistent"`: forms that mean the same, of which an article should use one.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Compiled, Defaults, Match, Matcher};
use crate::article::Span;
use crate::finding::{Category, Severity};
use crate::rules::forms::Forms;
use crate::rules::letter_case;
use crate::rules::refusal::{At, Refusal};
use crate::rules::source::Source;
use crate::rules::template::about_form;

/// What a rule of consistent use holds.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    /// Forms that mean the same. Where an article has more than one, all but the commonest are flagged; of two that are equally
    /// common the first in this list is kept. A capital is one in the text, a small letter may be either.
    #[schemars(length(min = 2))]
    forms: Vec<String>,
}

const MESSAGE: &str = "The article also has “$suggestion”, which means the same as “$found”; keep to one.";

impl super::Written for Written {
    const NAME: &'static str = "consistent";
    const DEFAULTS: Defaults = Defaults {
        category: Some(Category::TermInconsistent),
        severity: Some(Severity::Neutral),
        confidence: Some(95),
        summary: Some("Two forms that mean the same in one article."),
    };

    fn compile(self, _: &Source<'_>) -> Compiled {
        if self.forms.len() < 2 {
            let what = format!("{} form is nothing to choose from", self.forms.len());
            return Err(Refusal::value("forms", what, "list two forms or more that mean the same"));
        }
        for (number, form) in self.forms.iter().enumerate() {
            let refused =
                |what: String, remedy| Err(Refusal::value("forms", what, remedy).at(At::Item(number)));
            if !form.contains(char::is_alphanumeric) || form.trim() != form {
                return refused(
                    format!("`{form}` is no form"),
                    "write a word or some words, without space around them",
                );
            }
            if self.forms[..number].contains(form) {
                return refused(format!("`{form}` is there twice"), "list each form once");
            }
        }
        Ok(Box::new(Consistent { forms: Forms::new(self.forms.clone()), count: self.forms.len() }))
    }
}

struct Consistent {
    forms: Forms,
    count: usize,
}

impl Matcher for Consistent {
    fn literals(&self) -> Option<Cow<'_, [String]>> {
        Some(Cow::Owned(self.forms.literals(self.count)))
    }

    fn find(&self, sentence: &str, _: Option<&str>, each: &mut dyn FnMut(Match)) {
        for found in self.forms.find(sentence) {
            each(Match {
                found: sentence[found.range.clone()].to_owned(),
                span: Span::from(found.range),
                form: found.form,
                suggestions: Vec::new(),
                message: String::new(),
            });
        }
    }

    fn settle(&self, matches: Vec<Match>, message: Option<&str>) -> Vec<Match> {
        let mut counts = vec![0_usize; self.count];
        for found in &matches {
            counts[found.form] += 1;
        }
        let Some(kept) = (0..self.count).rev().max_by_key(|&form| counts[form]) else { return matches };
        let rarer = matches.into_iter().filter(|found| found.form != kept);
        rarer
            .map(|found| {
                let form = self.forms.text(found.form);
                let right = letter_case::keep(form, &found.found, self.forms.text(kept));
                let message = about_form(message.unwrap_or(MESSAGE), &found.found, &right);
                Match { suggestions: vec![right], message, ..found }
            })
            .collect()
    }
}
