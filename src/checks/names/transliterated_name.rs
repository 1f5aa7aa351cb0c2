//! A name in another romanisation than the one that English uses.

use super::{Category, Channel, NameCheck, Severity};

/// Flags a name from another script in a romanisation that English does not use for it.
pub const TRANSLITERATED_NAME: NameCheck = NameCheck {
    id: "transliterated-name",
    channel: Channel::Transliteration,
    category: Category::Entity,
    severity: Severity::Minor,
    summary: "A name from another script in a romanisation that English does not use for it.",
    why: "Arabic, Hindi, Chinese or Russian names come into Latin letters in more ways than one: what is kh in English is h, ch \
          or x elsewhere, and bh may have lost its h. English keeps to one spelling of a person or place, and readers look for \
          that one.",
    flags: &[
        "Supreme leader [[Ali Hamenej|Ali Khamenei]] spoke in Tehran.",
        "The train left Fukuoka and [[Djeddah|Jeddah]].",
    ],
    allows: &["Ali Khamenei and Mikhail Khodorkovsky never met."],
};
