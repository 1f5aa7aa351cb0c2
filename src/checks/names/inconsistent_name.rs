//! A name with its marks and without them.

use super::{Category, Channel, NameCheck, Severity};

/// Flags the spelling to give up where an article writes a name with marks and without.
pub const INCONSISTENT_NAME: NameCheck = NameCheck {
    id: "inconsistent-name",
    channel: Channel::Diacritics,
    category: Category::TermInconsistent,
    severity: Severity::Neutral,
    summary: "A name that the article writes with its marks and without them.",
    why: "Both are right in English; one article should keep to one.",
    flags: &["Milo Đukanović spoke first.\nLater [[Djukanovic|Đukanović]] left."],
    allows: &[
        "Milo Đukanović spoke first.\nLater Đukanović left.",
        "Milo Djukanovic spoke. Djukanovic left.",
    ],
};
