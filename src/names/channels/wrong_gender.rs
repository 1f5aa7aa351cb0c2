//! The given name of the other gender: *Giorgio* for *Giorgia*.

use super::super::index::Index;
use super::super::lexicon::Lexicon;
use super::{Meaning, Why};

/// The given name that differs in the ending of the gender, where both are known as given names of different genders.
pub(super) fn meanings(folded: &str, lexicon: &Lexicon, index: &Index) -> Vec<Meaning<'static>> {
    let is_twin = |twin: &str| {
        let genders =
            |word: &str| lexicon.given_names(word).iter().map(|name| name.gender).collect::<Vec<_>>();
        let (own, other) = (genders(folded), genders(twin));
        !own.is_empty() && !other.is_empty() && !own.iter().any(|gender| other.contains(gender))
    };
    twins(folded)
        .into_iter()
        .filter(|twin| is_twin(twin))
        .filter_map(|twin| index.word(&twin))
        .map(|word| Meaning { word, why: Why::OtherGender })
        .collect()
}

/// The word with the ending of the other gender, as Italian, Spanish and the Slavic languages form it.
fn twins(folded: &str) -> Vec<String> {
    let swap = |from: &str, to: &str| folded.strip_suffix(from).map(|stem| format!("{stem}{to}"));
    let mut twins: Vec<String> =
        [swap("o", "a"), swap("a", "o"), swap("a", ""), swap("e", "a"), swap("a", "e")]
            .into_iter()
            .flatten()
            .collect();
    if !folded.ends_with(['a', 'e', 'i', 'o', 'u']) {
        twins.push(format!("{folded}a"));
    }
    twins
}
