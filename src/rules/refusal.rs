//! Why a rule is refused, and where in it the reason stands.

use crate::error::Error;

/// What is wrong with a rule.
pub(super) struct Refusal {
    pub(super) error: Error,
    pub(super) place: Box<Place>,
}

/// Where in a rule something is wrong.
pub(super) enum Place {
    /// In the rule as a whole.
    Rule,
    /// In the value of a key.
    Key(&'static str, Option<At>),
    /// In what toml could not read.
    Toml(toml::de::Error),
    /// In another file, which the error names.
    OtherFile,
}

/// Where in a list or a table.
pub(super) enum At {
    /// The item of this number, from 0.
    Item(usize),
    /// The value of this key.
    Entry(String),
}

impl Refusal {
    /// The value of a key is wrong.
    pub(super) fn value(key: &'static str, what: impl std::fmt::Display, remedy: impl Into<String>) -> Self {
        let error = Error::new(format!("key `{key}`: {what}")).remedy(remedy);
        Self { error, place: Box::new(Place::Key(key, None)) }
    }

    /// The rule as a whole is wrong.
    pub(super) fn rule(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { error: Error::new(what).remedy(remedy), place: Box::new(Place::Rule) }
    }

    /// A regular expression is wrong.
    pub(super) fn of_expression(key: &'static str, what: &str) -> Self {
        let remedy = if what.starts_with("look-around") {
            "say in `unless` where it must not match"
        } else {
            "correct it; the notation is explained at https://docs.rs/regex/#syntax"
        };
        Self::value(key, format!("bad pattern: {what}"), remedy)
    }

    /// A template speaks of a group that is not there.
    pub(super) fn of_group(key: &'static str, group: &str, remedy: &str) -> Self {
        Self::value(key, format!("there is no group `{group}`"), remedy)
    }

    /// It is at this place of the value.
    pub(super) fn at(mut self, at: At) -> Self {
        if let Place::Key(_, place) = &mut *self.place {
            *place = Some(at);
        }
        self
    }

    /// It is at this place of this key.
    pub(super) fn on(mut self, key: &'static str, at: At) -> Self {
        *self.place = Place::Key(key, Some(at));
        self
    }
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self { error, place: Box::new(Place::OtherFile) }
    }
}

impl From<toml::de::Error> for Refusal {
    fn from(error: toml::de::Error) -> Self {
        Self { error: Error::new(error.message()), place: Box::new(Place::Toml(error)) }
    }
}
