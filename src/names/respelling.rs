//! How likely a word is to be the spelling by ear of a name: a weighted edit distance over the rules of transcription.

use std::path::Path;

use serde::Deserialize;

use crate::error::Result;
use crate::names::table;

/// One way in which letters of an original are written by ear.
#[derive(Debug)]
struct Rule {
    respelling: Box<[u8]>,
    original: Box<[u8]>,
    cost: f32,
}

#[derive(Deserialize)]
struct Row {
    respelling: String,
    original: String,
    cost: f32,
}

/// The rules of transcription, by the first letters of the respelling and of the original, either of which may be empty.
#[derive(Debug)]
pub struct Respelling {
    rules: Vec<Vec<Rule>>,
}

/// Where the rules with these first letters stand: letters from 1, none and what is no letter 0.
fn place(respelling: Option<u8>, original: Option<u8>) -> usize {
    let letter = |byte: Option<u8>| match byte {
        Some(byte @ b'a'..=b'z') => usize::from(byte - b'a') + 1,
        _ => 0,
    };
    letter(respelling) * 27 + letter(original)
}

/// What it takes to get from a respelling to the original.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Distance {
    /// The sum of the costs; a free edit costs about 1.
    pub cost: f32,
    /// The cost per letter of the longer word: 0 is the same word, above 0.2 is another name.
    pub per_letter: f32,
    /// Whether the rules alone explain it, without a free edit.
    pub by_rule: bool,
}

const UNREACHED: f32 = f32::INFINITY;

impl Respelling {
    /// Reads the rules from a table with the columns `respelling`, `original`, `cost`.
    ///
    /// The costs come from aligning place names of `GeoNames` with their Serbian forms: the rarer the rule, the dearer.
    pub fn read(path: &Path, text: &[u8]) -> Result<Self> {
        let mut rules = Self { rules: (0..27 * 27).map(|_| Vec::new()).collect() };
        for (_, row) in table::rows::<Row>(path, text)? {
            let mut rule = Rule {
                respelling: row.respelling.into_bytes().into(),
                original: row.original.into_bytes().into(),
                cost: row.cost,
            };
            if rule.respelling.is_empty() {
                rule.cost = rule.cost.max(SILENT);
            }
            let place = place(rule.respelling.first().copied(), rule.original.first().copied());
            rules.rules[place].push(rule);
        }
        Ok(rules)
    }

    /// How far `original` is from `respelling`, both folded, when it is at most `most` per letter.
    pub fn distance(&self, respelling: &str, original: &str, most: f32) -> Option<Distance> {
        let (from, to) = (respelling.as_bytes(), original.as_bytes());
        let letters = from.len().max(to.len()).max(1);
        #[expect(clippy::cast_precision_loss, reason = "words are short")]
        let letters = letters as f32;
        let reach = most * letters;
        let found = |cost: f32, by_rule| Distance { cost, per_letter: cost / letters, by_rule };
        let by_rule = self.cheapest(from, to, reach, false);
        if by_rule <= reach {
            return Some(found(by_rule, true));
        }
        let free = self.cheapest(from, to, reach, true);
        (free <= reach).then(|| found(free, false))
    }

    /// The cheapest path, or [`UNREACHED`]; paths dearer than `reach` are not followed.
    fn cheapest(&self, from: &[u8], to: &[u8], reach: f32, free_edits: bool) -> f32 {
        let width = to.len() + 1;
        let mut costs = vec![UNREACHED; (from.len() + 1) * width];
        costs[0] = 0.0;
        for i in 0..=from.len() {
            for j in 0..=to.len() {
                let cost = costs[i * width + j];
                if cost > reach {
                    continue;
                }
                let mut relax = |read: usize, written: usize, price: f32| {
                    let cell = &mut costs[(i + read) * width + j + written];
                    *cell = cell.min(cost + price);
                };
                let (letter, target) = (from.get(i).copied(), to.get(j).copied());
                if let (Some(letter), Some(target)) = (letter, target) {
                    if letter == target {
                        relax(1, 1, 0.0);
                    } else if free_edits {
                        relax(1, 1, if is_vowel(letter) && is_vowel(target) { WEAK_EDIT } else { FREE_EDIT });
                    }
                }
                for place in [
                    place(letter, target),
                    letter.map_or(0, |_| place(letter, None)),
                    target.map_or(0, |_| place(None, target)),
                ] {
                    for rule in &self.rules[place] {
                        if from[i..].starts_with(&rule.respelling) && to[j..].starts_with(&rule.original) {
                            relax(rule.respelling.len(), rule.original.len(), rule.cost);
                        }
                    }
                }
                if let Some(target) = target {
                    if j > 0 && target == to[j - 1] {
                        relax(0, 1, DOUBLED);
                    } else if free_edits {
                        relax(0, 1, if is_vowel(target) || target == b'h' { WEAK_EDIT } else { FREE_EDIT });
                    }
                }
                if let (Some(letter), true) = (letter, free_edits) {
                    relax(
                        1,
                        0,
                        if is_vowel(letter) || letter == b'h' || letter == b'j' {
                            WEAK_EDIT
                        } else {
                            FREE_EDIT
                        },
                    );
                }
            }
        }
        costs[from.len() * width + to.len()]
    }
}

/// A letter that a doubled letter of the original lost.
const DOUBLED: f32 = 0.05;
/// The least that a silent letter of the original costs: the table has them nearly free, but a name needs some reason.
const SILENT: f32 = 0.1;
/// An edit that no rule explains.
const FREE_EDIT: f32 = 1.0;
/// An edit of a vowel or of an h that no rule explains.
const WEAK_EDIT: f32 = 0.7;

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn builtin() -> Respelling {
        let table = include_bytes!("../../rules/lexicon/respellings.csv");
        Respelling::read(Path::new("respellings.csv"), table).expect("the built-in table is sound")
    }

    #[test]
    fn the_rules_alone_explain_a_spelling_by_ear() {
        let rules = builtin();
        for (respelling, original) in [
            ("solc", "scholz"),
            ("makron", "macron"),
            ("lajen", "leyen"),
            ("flejk", "flake"),
            ("starmer", "starmer"),
        ] {
            let distance = rules.distance(respelling, original, 0.15).expect("within reach");
            assert!(distance.by_rule, "{respelling} {original} {distance:?}");
        }
    }

    #[test]
    fn another_name_is_far() {
        let rules = builtin();
        for (one, other) in [("rubin", "rubio"), ("comer", "comey"), ("vance", "pence")] {
            let distance = rules.distance(one, other, 1.0);
            assert!(distance.is_none_or(|distance| distance.per_letter > 0.12), "{one} {other} {distance:?}");
        }
    }

    #[test]
    fn the_same_word_is_at_no_distance() {
        let distance = builtin().distance("kurti", "kurti", 0.0).expect("the same");
        assert_eq!(distance, Distance { cost: 0.0, per_letter: 0.0, by_rule: true });
    }
}
