//! A name with a case ending of the source language.

use super::{Category, Channel, NameCheck, Severity};

/// Flags a name that kept a case ending.
pub const INFLECTED_NAME: NameCheck = NameCheck {
    id: "inflected-name",
    channel: Channel::Inflection,
    category: Category::Entity,
    severity: Severity::Minor,
    summary: "A name that kept a case ending of the source language.",
    why: "The languages of the Balkans bend names: Viktora Orbána is the genitive of Viktor Orbán. English knows the \
          nominative alone.",
    flags: &[
        "They spoke about [[Viktora Orbána|Viktor Orbán]] and his party.",
        "Yesterday the economist [[Holgera Schmiedinga|Holger Schmieding]] was quoted.",
        "The talks s [[Friedrichom Merzom|Friedrich Merz]] were short.",
    ],
    allows: &[
        "They spoke about Viktor Orbán and Viktor Orbán's party.",
        "Petra Marković and her brother Petar live in Nova Gorica.",
    ],
};
