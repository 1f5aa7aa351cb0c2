//! A rule as its author wrote it, and what is said when it is ill-formed.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::keys::keys;
use super::kinds::{KINDS, Kind};
use super::plain::{Table, Value, with_keys};
use super::refusal::{Place, Refusal};
use super::source::Source;
use crate::article::Scope;
use crate::error::{Error, Result};
use crate::finding::{Category, Severity};
use crate::toml_file::unknown_key;

/// What is written in every rule.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Common {
    /// Names the error, in lower-case letters, digits and hyphens; reports and suppressions speak of it.
    #[schemars(regex(pattern = r"^[a-z0-9]+(-[a-z0-9]+)*$"))]
    pub(super) id: String,
    /// The address of a page that says why, or `editor` for your own word.
    #[schemars(regex(pattern = r"^(editor$|https?://)"))]
    pub(super) source: String,
    /// Texts that the rule must flag, each with a mark: [[wrong|right]], [[wrong|]] to delete, [[wrong]] without a suggestion.
    #[schemars(length(min = 1))]
    pub(super) flags: Vec<String>,
    /// Texts, without a mark, that the rule must pass over.
    #[schemars(length(min = 1))]
    pub(super) allows: Vec<String>,
}

/// What is written in a rule that reports what it finds itself.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Reporting {
    /// The kind of error, as a path of the MQM typology.
    pub(super) category: Option<Category>,
    /// How bad a finding is.
    pub(super) severity: Option<Severity>,
    /// How sure a finding is, in percent: of those at 90, nine in ten should be right.
    #[schemars(range(max = 100))]
    pub(super) confidence: Option<u8>,
    /// What is wrong, in a sentence. $1 is the first group of a pattern; other kinds have $found and $suggestion.
    pub(super) message: Option<String>,
    /// A regular expression that silences a match that it overlaps.
    pub(super) unless: Option<String>,
    /// The parts of an article that the rule reads: all when left out.
    pub(super) scope: Option<Vec<Scope>>,
}

/// One rule as written.
pub(super) struct Spec<'t> {
    /// The line of its id, from 1.
    pub(super) line: usize,
    pub(super) kind: &'static Kind,
    pub(super) common: Common,
    pub(super) reporting: Reporting,
    pub(super) own: Own<'t>,
}

/// A table that holds what only the kind of a rule has.
pub(super) enum Own<'t> {
    /// And the rest of the rule.
    Plain(&'t Table<'t>),
    Toml(Spanned<DeTable<'t>>),
}

impl<'t> Spec<'t> {
    /// What a table holds, if it is sound.
    pub(super) fn of_plain(table: &'t Table<'t>, line: usize) -> Option<Self> {
        let kind = match table.get("kind") {
            Some(Value::Text(name)) => KINDS.iter().find(|kind| kind.name == *name)?,
            Some(_) => return None,
            None => &KINDS[0],
        };
        let reporting_keys = if kind.reports { keys::<Reporting>() } else { &[] };
        let (common_keys, own_keys) = (keys::<Common>(), (kind.keys)());
        let known = [&["kind"], common_keys, reporting_keys, own_keys];
        if !table.keys().all(|key| known.iter().any(|keys| keys.contains(key))) {
            return None;
        }
        Some(Self {
            line,
            kind,
            common: Common::deserialize(with_keys(table, common_keys)).ok()?,
            reporting: Reporting::deserialize(with_keys(table, reporting_keys)).ok()?,
            own: Own::Plain(table),
        })
    }
}

impl<'t> Source<'t> {
    /// The tables of the rules of the file, in order.
    pub(super) fn tables(&self) -> Result<Vec<Spanned<DeTable<'t>>>> {
        let file = DeTable::parse(self.file.text).map_err(|error| self.explain(&error))?.into_inner();
        let mut tables = Vec::new();
        for (key, value) in file {
            if key.get_ref() != "rule" {
                let error = self.file.error(&key.span(), format!("unknown key `{}`", key.get_ref()));
                return Err(error.choose(key.get_ref(), &["rule"]));
            }
            let ill_formed = |span: &Range<usize>| {
                let error = self.file.error(span, "a rule is no table");
                error.remedy("begin each rule with a line `[[rule]]`")
            };
            let span = value.span();
            let DeValue::Array(rules) = value.into_inner() else { return Err(ill_formed(&span)) };
            for rule in rules {
                let span = rule.span();
                let DeValue::Table(table) = rule.into_inner() else { return Err(ill_formed(&span)) };
                tables.push(Spanned::new(span, table));
            }
        }
        Ok(tables)
    }

    /// Reads the table of a rule.
    pub(super) fn spec(&self, table: Spanned<DeTable<'t>>) -> Result<Spec<'t>> {
        let span = table.span();
        let kind = self.kind(&table)?;
        let [common_keys, reporting_keys, own_keys] = [keys::<Common>(), keys::<Reporting>(), (kind.keys)()];
        let [mut common, mut reporting, mut own] = std::array::from_fn(|_| DeTable::new());
        let mut line = self.file.line(span.start);
        for (key, value) in table.into_inner() {
            let name = key.get_ref().as_ref();
            if name == "id" {
                line = self.file.line(value.span().start);
            }
            if common_keys.contains(&name) {
                common.insert(key, value);
            } else if kind.reports && reporting_keys.contains(&name) {
                reporting.insert(key, value);
            } else if own_keys.contains(&name) {
                own.insert(key, value);
            } else if name != "kind" {
                return Err(self.unknown_key(name, &key.span(), kind));
            }
        }
        let [common, reporting, own] = [common, reporting, own].map(|part| Spanned::new(span.clone(), part));
        let common = Common::deserialize(value(common)).map_err(|error| self.explain(&error))?;
        let reporting = Reporting::deserialize(value(reporting)).map_err(|error| self.explain(&error))?;
        Ok(Spec { line, kind, common, reporting, own: Own::Toml(own) })
    }

    /// The kind of rule that a table holds.
    fn kind(&self, table: &Spanned<DeTable<'_>>) -> Result<&'static Kind> {
        let Some((_, kind)) = table.get_ref().iter().find(|(key, _)| key.get_ref() == "kind") else {
            return Ok(&KINDS[0]);
        };
        let name = kind.get_ref().as_str().unwrap_or_default();
        KINDS.iter().find(|kind| kind.name == name).ok_or_else(|| {
            let names: Vec<&str> = KINDS.iter().map(|kind| kind.name).collect();
            let error =
                self.file.error(&kind.span(), format!("key `kind`: there is no kind of rule `{name}`"));
            error.choose(name, &names)
        })
    }

    fn unknown_key(&self, key: &str, span: &Range<usize>, kind: &Kind) -> Error {
        let error = self.file.error(span, format!("unknown key `{key}`"));
        let reporting = if kind.reports { keys::<Reporting>() } else { &[] };
        let known = [&["kind"], keys::<Common>(), reporting, (kind.keys)()].concat();
        let of_others = KINDS.iter().find(|other| (other.keys)().contains(&key));
        match of_others {
            Some(other) => error.remedy(format!(
                "a rule with `{key}` needs kind = \"{}\"; this one is of kind `{}`",
                other.name, kind.name
            )),
            None => error.choose(key, &known),
        }
    }

    /// The error of a refusal of the rule of this number.
    pub(super) fn refused(&self, number: usize, refusal: Refusal) -> Error {
        let Refusal { error, place } = refusal;
        let span = match &*place {
            Place::OtherFile => return error,
            Place::Toml(error) => return self.explain(error),
            Place::Rule => self.span_of(number, "id", None),
            Place::Key(key, at) => {
                self.span_of(number, key, at.as_ref()).or_else(|| self.span_of(number, "id", None))
            }
        };
        error.file(self.file.path).line(self.file.line(span.map_or(0, |span| span.start)))
    }

    /// What serde and toml say, in an editor's words.
    fn explain(&self, error: &toml::de::Error) -> Error {
        let span = error.span().unwrap_or(0..0);
        let message = error.message().trim();
        if let Some(key) = message.strip_prefix("missing field ") {
            // What lacks it is the rule, or an entry of one of its lists.
            let list = self.file.key_at(span.start).filter(|list| list != "rule");
            let what = match list {
                Some(list) => format!("key `{list}`: an entry has no {key}"),
                None => format!("the rule has no key {key}"),
            };
            return self.file.error(&span, what).remedy(format!("add {key}"));
        }
        if let Some((key, known)) = unknown_key(message) {
            return self.file.error(&span, format!("unknown key `{key}`")).choose(key, &known);
        }
        let key = self.file.key_at(span.start);
        if key.as_deref() == Some("confidence") {
            let what = format!("key `confidence`: {} is no whole percent", &self.file.text[span.clone()]);
            return self
                .file
                .error(&span, what)
                .remedy("write a number from 0 to 100, without quotation marks");
        }
        let chosen = self.file.text[span.clone()].trim_matches(['"', '\'']);
        let choices: Vec<&str> = match key.as_deref() {
            Some("category") => Category::ALL.into_iter().map(|(_, path)| path).collect(),
            Some("severity") => Severity::ALL.into_iter().map(Severity::as_str).collect(),
            Some("scope") => Scope::ALL.into_iter().map(Scope::as_str).collect(),
            _ => Vec::new(),
        };
        if let (Some(key), false, false) = (&key, choices.is_empty(), message.starts_with("invalid type")) {
            let error = self.file.error(&span, format!("key `{key}`: there is no {key} `{chosen}`"));
            return error.choose(chosen, &choices);
        }
        let what = key.map_or(message.to_owned(), |key| format!("key `{key}`: {message}"));
        self.file.error(&span, what).remedy("write one `[[rule]]` table a rule, as TOML (https://toml.io)")
    }
}

/// A table to be read.
pub(super) fn value(table: Spanned<DeTable<'_>>) -> ValueDeserializer<'_> {
    ValueDeserializer::from(Spanned::new(table.span(), DeValue::Table(table.into_inner())))
}
