//! A case ending left on: *Viktora Orbána*, *sa Zelenskim*, *Kavanaughova*. The nominative is looked up again.

use super::super::Names;
use super::super::index::{Index, WordId};
use super::super::language::Base;
use super::super::respelling::Distance;
use super::{Meaning, Why, foreign};

/// The words that are one of the nominatives, or of which one is the foreign form or, as is found out before, a spelling by
/// ear.
pub(super) fn meanings<'l>(
    bases: &[Base<'l>],
    respelt: &[Vec<(WordId, Distance)>],
    names: &Names,
    index: &Index,
) -> Vec<Meaning<'l>> {
    let mut found = Vec::new();
    for base in bases {
        found.extend(index.word(&base.folded).map(|word| Meaning { word, why: Why::Bent(base.clone()) }));
    }
    for base in bases {
        let meant = foreign::meant(&base.folded, names, index);
        found.extend(meant.into_iter().map(|word| Meaning { word, why: Why::BentForeign(base.clone()) }));
    }
    for (base, respelt) in bases.iter().zip(respelt) {
        let bent = |&(word, distance)| Meaning { word, why: Why::BentAndRespelt(base.clone(), distance) };
        found.extend(respelt.iter().map(bent));
    }
    found
}
