//! A name with a letter wrong.

use super::{Category, Channel, NameCheck, Severity};

/// Flags a name that is one letter off.
pub const MISSPELT_NAME: NameCheck = NameCheck {
    id: "misspelt-name",
    channel: Channel::Spelling,
    category: Category::Entity,
    severity: Severity::Minor,
    summary: "A name that is one letter off.",
    why: "A slip of the translator or of the source. It is reported only where the name is otherwise unknown and the rest of \
          it, or an office next to it, fits.",
    flags: &["Montenegrin Prime Minister [[Milojko Spajlić|Milojko Spajić]] opened the road."],
    allows: &["James Comer wrote to James Comey.", "Andrew Marr interviewed Andy Murray."],
};
