//! The given name that is the same in another language.

use super::{Category, Channel, NameCheck, Severity};

/// Flags a person whose given name became its English equivalent.
pub const EQUIVALENT_FIRST_NAME: NameCheck = NameCheck {
    id: "equivalent-first-name",
    channel: Channel::EquivalentFirstName,
    category: Category::Entity,
    severity: Severity::Major,
    summary: "A person whose given name became that of another language.",
    why: "Đorđe is George and Ivan is John, so an engine that reads Đorđa Meloni writes George Meloni. Names of living people \
          are not translated.",
    flags: &[
        "Italian Prime Minister [[George Meloni|Giorgia Meloni]] arrived in Tirana.",
        "The Serbian president, [[Alexander Vučić|Aleksandar Vučić]], spoke last.",
    ],
    allows: &[
        "George Clooney met Giorgia Meloni in Rome.",
        "John Smith and Ivan Smith are brothers.",
        "George Bush and George Soros were invited.",
    ],
};
