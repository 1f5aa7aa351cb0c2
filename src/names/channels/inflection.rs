//! A case ending left on: *Viktora Orbána*, *sa Zelenskim*, *Kavanaughova*. The nominative is looked up again.

use super::super::Names;
use super::super::index::Index;
use super::super::language::bases;
use super::{Meaning, Why, foreign, transcription};

/// The words whose nominative, foreign form or spelling by ear the word bends.
pub(super) fn meanings<'l>(folded: &str, names: &'l Names, index: &Index) -> Vec<Meaning<'l>> {
    let lexicon = &names.lexicon;
    let bases = bases(&lexicon.languages, folded);
    let mut found = Vec::new();
    for base in &bases {
        found.extend(index.word(&base.folded).map(|word| Meaning { word, why: Why::Bent(base.clone()) }));
    }
    for base in &bases {
        let meant = foreign::meant(&base.folded, names, index);
        found.extend(meant.into_iter().map(|word| Meaning { word, why: Why::BentForeign(base.clone()) }));
    }
    for base in &bases {
        let respelt = transcription::respelt(&base.folded, lexicon, index);
        found.extend(
            respelt
                .into_iter()
                .map(|(word, distance)| Meaning { word, why: Why::BentAndRespelt(base.clone(), distance) }),
        );
    }
    found
}
