//! The kinds of rules, one file each: what is written in a rule of the kind, and how it finds what is wrong.

mod consistent;
mod names;
mod pattern;
mod phrases;
mod terms;

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::DeserializeOwned;

use super::keys::keys;
use super::plain;
use super::refusal::Refusal;
use super::source::Source;
use super::spec::{Own, value};
use super::template;
use crate::article::Span;
use crate::finding::{Category, Severity};
use crate::names::gazetteer::Entry;

/// Finds what a rule flags.
pub(super) trait Matcher: Send + Sync {
    /// Strings of which at least one occurs, whatever the case of ASCII letters, wherever there is a match; none when there is no
    /// such set.
    fn literals(&self) -> Option<Cow<'_, [String]>>;

    /// Hands over the matches in a sentence, in order, with spans in the sentence. Without a message, it is the kind's own.
    fn find(&self, sentence: &str, message: Option<&str>, each: &mut dyn FnMut(Match));

    /// What is left of the matches of a whole article.
    fn settle(&self, matches: Vec<Match>, _message: Option<&str>) -> Vec<Match> {
        matches
    }

    /// Whether a message may speak of `$group`.
    fn has_group(&self, group: &str) -> bool {
        [template::FOUND, template::SUGGESTION].contains(&group)
    }

    /// What to do about a group that is not there.
    fn group_remedy(&self) -> &'static str {
        "the groups of this kind are $found and $suggestion; a dollar sign is $$"
    }

    /// The names that the rule makes known.
    fn names(&self) -> &[Entry] {
        &[]
    }
}

/// A place that a rule flags.
#[derive(Clone, Debug)]
pub(super) struct Match {
    /// Where.
    pub(super) span: Span,
    /// The text there.
    pub(super) found: String,
    /// The number of the form that it is, for kinds that number them.
    pub(super) form: usize,
    /// What to write instead, best first.
    pub(super) suggestions: Vec<String>,
    /// What is wrong.
    pub(super) message: String,
}

/// What finds the matches of a rule, or what is wrong with the rule.
type Compiled = Result<Box<dyn Matcher>, Refusal>;

/// What is written in a rule of one kind, beside what every rule has.
trait Written: DeserializeOwned + JsonSchema {
    /// What the key `kind` says.
    const NAME: &'static str;
    /// What need not be said in a rule of this kind.
    const DEFAULTS: Defaults;
    /// Whether it reports what it finds itself, and so has a severity, a message and the like.
    const REPORTS: bool = true;

    /// Makes the rule ready to run; says what is wrong with the values.
    fn compile(self, source: &Source<'_>) -> Compiled;
}

/// What a rule is where it does not say so itself; none where it must.
#[derive(Clone, Copy, Default)]
pub(super) struct Defaults {
    pub(super) category: Option<Category>,
    pub(super) severity: Option<Severity>,
    pub(super) confidence: Option<u8>,
    /// What it flags, in one sentence.
    pub(super) summary: Option<&'static str>,
}

/// A kind of rules.
pub(super) struct Kind {
    /// What the key `kind` says.
    pub(super) name: &'static str,
    /// What need not be said in a rule of this kind.
    pub(super) defaults: Defaults,
    /// Whether its rules report what they find themselves.
    pub(super) reports: bool,
    /// The keys that only this kind has.
    pub(super) keys: fn() -> &'static [&'static str],
    /// What these keys hold.
    pub(super) schema: fn(&mut SchemaGenerator) -> Schema,
    /// Makes a rule ready to run.
    pub(super) compile: fn(Own<'_>, &Source<'_>) -> Compiled,
}

/// Every kind; the first is what a rule is that does not say.
pub(super) static KINDS: [Kind; 5] = [
    of::<pattern::Written>(),
    of::<phrases::Written>(),
    of::<consistent::Written>(),
    of::<terms::Written>(),
    of::<names::Written>(),
];

const fn of<W: Written>() -> Kind {
    Kind {
        name: W::NAME,
        defaults: W::DEFAULTS,
        reports: W::REPORTS,
        keys: keys::<W>,
        schema: W::json_schema,
        compile: |own, source| {
            let written = match own {
                Own::Plain(table) => W::deserialize(plain::with_keys(table, keys::<W>())),
                Own::Toml(table) => W::deserialize(value(table)),
            };
            written?.compile(source)
        },
    }
}
