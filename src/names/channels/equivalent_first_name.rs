//! The given name that is the same in another language: *George* for *Giorgia* or *Đorđe*, *John* for *Ivan*.

use super::super::index::Index;
use super::super::lexicon::Lexicon;
use super::{Meaning, Why};

/// The given names of the word's classes, of the same gender or of the other.
pub(super) fn meanings(folded: &str, lexicon: &Lexicon, index: &Index) -> Vec<Meaning<'static>> {
    let mut found = Vec::new();
    for name in lexicon.given_names(folded) {
        for member in lexicon.class(name.class).into_iter().filter(|member| *member != folded) {
            let Some(word) = index.word(member) else { continue };
            let is_twin = |other: &&super::super::lexicon::GivenName<'_>| other.class == name.class;
            let same_gender =
                lexicon.given_names(member).iter().filter(is_twin).any(|other| other.gender == name.gender);
            let why = if same_gender { Why::SameGivenName } else { Why::SameNameOtherGender };
            found.push(Meaning { word, why });
        }
    }
    found
}
