//! A case ending left on: *Viktora Orbána*, *sa Zelenskim*, *Kavanaughova*. The nominative is looked up again.

use super::super::Names;
use super::super::index::Index;
use super::super::language::Base;
use super::{Meaning, Why, foreign};

/// The words that are one of the nominatives, or of which one is the foreign form.
pub(super) fn meanings<'l>(bases: &[Base<'l>], names: &Names, index: &Index) -> Vec<Meaning<'l>> {
    let mut found = Vec::new();
    for base in bases {
        found.extend(index.word(&base.folded).map(|word| Meaning { word, why: Why::Bent(base.clone()) }));
    }
    for base in bases {
        let meant = foreign::meant(&base.folded, names, index);
        found.extend(meant.into_iter().map(|word| Meaning { word, why: Why::BentForeign(base.clone()) }));
    }
    found
}
