//! `kind = "terms"`: a glossary. It flags forms that are forbidden, and terms that are left in the source language.

use std::borrow::Cow;

use rustc_hash::FxHashSet;
use schemars::JsonSchema;
use serde::Deserialize;

use super::phrases::{Phrases, Table};
use super::{Compiled, Defaults, Match, Matcher};
use crate::finding::Category;
use crate::rules::glossary::{self, Term};
use crate::rules::refusal::Refusal;
use crate::rules::source::Source;

/// What a rule of terms holds.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    /// The glossary, beside this file: CSV with the columns `source_term`, approved and forbidden, whose lists are joined by " | ",
    /// or TBX.
    file: String,
}

const FORBIDDEN: &str = "The glossary has “$suggestion” for “$found”.";
const UNTRANSLATED: &str = "“$found” is left in the source language; the glossary has “$suggestion”.";

impl super::Written for Written {
    const NAME: &'static str = "terms";
    const DEFAULTS: Defaults = Defaults {
        category: Some(Category::TermInappropriate),
        severity: None,
        confidence: None,
        summary: Some("A term that is not as the glossary has it."),
    };

    fn compile(self, source: &Source<'_>) -> Compiled {
        let (path, bytes) = source.file_beside(&self.file)?;
        let terms = glossary::read(&path, &bytes)?;
        let mut phrases = Phrases::default();
        // Two concepts may share a form: the first in the glossary has it. What is approved anywhere is never flagged.
        let approved: FxHashSet<&String> = terms.iter().flat_map(|term| &term.approved).collect();
        let mut add = |forms: fn(&Term) -> &[String]| {
            for term in &terms {
                for form in forms(term).iter().filter(|form| !approved.contains(form)) {
                    phrases.add(form.clone(), term.approved.clone());
                }
            }
            phrases.len()
        };
        let forbidden = add(|term| &term.forbidden);
        add(|term| &term.source);
        phrases.keep(approved.into_iter().cloned().collect());
        if phrases.len() == 0 {
            let what = format!("no term of `{}` has a forbidden form or one in another language", self.file);
            let remedy = "fill in `forbidden` or `source_term`; in TBX, terms of another language or of status deprecated";
            return Err(Refusal::value("file", what, remedy));
        }
        Ok(Box::new(Terms { table: Table::new(phrases), forbidden }))
    }
}

struct Terms {
    table: Table,
    /// How many of the forms are forbidden; those behind are of the source language.
    forbidden: usize,
}

impl Matcher for Terms {
    fn literals(&self) -> Option<Cow<'_, [String]>> {
        Some(Cow::Owned(self.table.literals()))
    }

    fn find(&self, sentence: &str, message: Option<&str>, each: &mut dyn FnMut(Match)) {
        let own = |form| if form < self.forbidden { FORBIDDEN } else { UNTRANSLATED };
        self.table.find(sentence, |form| message.unwrap_or_else(|| own(form)), each);
    }
}
