//! The given name of the other gender.

use super::{Category, Channel, NameCheck, Severity};

/// Flags a person whose given name has the other gender.
pub const WRONG_GENDER_NAME: NameCheck = NameCheck {
    id: "wrong-gender-name",
    channel: Channel::WrongGender,
    category: Category::Entity,
    severity: Severity::Major,
    summary: "A person whose given name became that of the other gender.",
    why: "A case ending or the habit of the engine turns Giorgia into Giorgio, and a woman into a man.",
    flags: &["Italian Prime Minister [[Giorgio Meloni|Giorgia Meloni]] thanked her hosts."],
    allows: &["Giorgio Armani dressed Giorgia Meloni.", "Mario Rossi and Maria Rossi run the bakery."],
};
