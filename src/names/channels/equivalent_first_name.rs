//! The given name that is the same in another language: *George* for *Giorgia* or *Đorđe*, *John* for *Ivan*.

use super::super::index::Index;
use super::super::lexicon::Lexicon;
use super::{Meaning, Why};

/// The given names of the word's classes.
pub(super) fn meanings(folded: &str, lexicon: &Lexicon, index: &Index) -> Vec<Meaning<'static>> {
    let mut found = Vec::new();
    for name in lexicon.given_names(folded) {
        for member in lexicon.class(&name.class) {
            let word = index.word(member).filter(|_| member != folded);
            found.extend(word.map(|word| Meaning { word, why: Why::SameGivenName }));
        }
    }
    found
}
