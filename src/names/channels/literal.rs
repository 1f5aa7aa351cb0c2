//! Translated as a word: *Blond* for *Rubio*, *Churches* for *Iglesias*.

use super::super::fold::fold;
use super::super::lexicon::{Gloss, Lexicon};

/// The folded words that a word is English for, in the singular or in the plural.
pub(super) fn glossed<'l>(folded: &str, lexicon: &'l Lexicon) -> Vec<(String, Gloss<'l>)> {
    let originals = originals(folded, lexicon).into_iter();
    originals.map(|(gloss, original)| (fold(&original), gloss)).collect()
}

/// The words that a folded word is English for, with their glosses; where it is a plural, their plurals too.
pub(in super::super) fn originals<'l>(folded: &str, lexicon: &'l Lexicon) -> Vec<(Gloss<'l>, String)> {
    let mut found: Vec<(Gloss<'l>, String)> =
        lexicon.glossed(folded).into_iter().map(|gloss| (gloss, gloss.word.to_owned())).collect();
    for singular in singulars(folded) {
        for gloss in lexicon.glossed(&singular) {
            found.extend(plurals(gloss.word, gloss.language).into_iter().map(|plural| (gloss, plural)));
        }
    }
    found
}

/// What an English plural may be the plural of.
fn singulars(folded: &str) -> Vec<String> {
    let stem = |ending: &str, singular: &str| {
        folded.strip_suffix(ending).filter(|stem| stem.len() > 1).map(|stem| format!("{stem}{singular}"))
    };
    [stem("ies", "y"), stem("es", ""), stem("ves", "f"), stem("s", ""), stem("men", "man")]
        .into_iter()
        .flatten()
        .collect()
}

/// The plural of a word, in the languages whose surnames are often plurals.
fn plurals(folded: &str, language: &str) -> Vec<String> {
    match (language, folded.chars().next_back()) {
        ("es" | "pt" | "fr", Some('a' | 'e' | 'i' | 'o' | 'u')) => vec![format!("{folded}s")],
        ("es" | "pt", Some('z')) => vec![format!("{}ces", &folded[..folded.len() - 1])],
        ("es" | "pt", Some(_)) => vec![format!("{folded}es")],
        ("it", Some('o' | 'e')) => vec![format!("{}i", &folded[..folded.len() - 1])],
        ("it", Some('a')) => vec![format!("{}e", &folded[..folded.len() - 1])],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_in_both_languages() {
        assert!(singulars("churches").contains(&"church".to_owned()));
        assert!(singulars("cherries").contains(&"cherry".to_owned()));
        assert_eq!(plurals("iglesia", "es"), ["iglesias"]);
        assert_eq!(plurals("cruz", "es"), ["cruces"]);
        assert_eq!(plurals("rosso", "it"), ["rossi"]);
    }
}
