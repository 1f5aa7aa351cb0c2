//! How likely a word is to be the spelling by ear of a name: a weighted edit distance over the rules of transcription.

mod measure;

use measure::Several;

pub use measure::Measure;

use std::sync::LazyLock;

/// One way in which letters of an original are written by ear.
#[derive(Debug)]
struct Rule {
    /// How many letters the respelling has, and they as a [`tail`] with the bits that it takes.
    heard: usize,
    heard_letters: u64,
    heard_mask: u64,
    /// How many letters the original has, and they as a [`number`] with the bits that it takes.
    written: usize,
    letters: u32,
    mask: u32,
    cost: f32,
}

/// Respelling, original and cost.
type Table = &'static [(&'static str, &'static str, f32)];

/// The rows of `rules/lexicon/respellings.csv`, and those of `transliterations.csv`.
static BY_EAR: Table = include!(concat!(env!("OUT_DIR"), "/respellings.rs"));
static ROMANISATIONS: Table = include!(concat!(env!("OUT_DIR"), "/transliterations.rs"));

/// The rules of transcription.
#[derive(Debug)]
pub struct Respelling {
    /// By the last letter of the respelling.
    rules: [Vec<Rule>; 27],
    /// Those whose respelling is empty, by the last letter of the original.
    silent: [Vec<Rule>; 27],
    /// With which letters silent letters of several begin.
    several: Several,
}

/// Where the rules with this last letter stand: letters from 1, none and what is no letter 0.
pub(super) fn place(last: Option<u8>) -> usize {
    match last {
        Some(letter @ b'a'..=b'z') => usize::from(letter - b'a') + 1,
        _ => 0,
    }
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

/// The original of a rule has at most so many letters: they are compared as one number.
const LONGEST: usize = 4;

/// Whether some rule of romanisation has its letters in a respelling and in an original: without one, transcription explains as
/// much.
pub fn may_be_romanised(respelling: &str, original: &str) -> bool {
    let (in_respelling, in_original) = (letters(respelling), letters(original));
    let may_fit = |(heard, written): &(u32, u32)| heard & !in_respelling == 0 && written & !in_original == 0;
    let fits =
        |&(heard, written, _): &(&str, &str, f32)| holds(original, written) && holds(respelling, heard);
    let rules = ROMANISED_LETTERS.iter().zip(ROMANISATIONS);
    rules.filter(|(letters, _)| may_fit(letters)).any(|(_, rule)| fits(rule))
}

/// The letters that the rules of romanisation hear and write.
static ROMANISED_LETTERS: LazyLock<Vec<(u32, u32)>> = LazyLock::new(|| {
    ROMANISATIONS.iter().map(|(heard, written, _)| (letters(heard), letters(written))).collect()
});

/// The letters of a word, a bit each.
fn letters(word: &str) -> u32 {
    word.bytes().fold(0, |letters, letter| letters | 1 << place(Some(letter)))
}

/// Whether a word has some letters in a row.
fn holds(word: &str, letters: &str) -> bool {
    let Some(&first) = letters.as_bytes().first() else { return true };
    let word = word.as_bytes();
    (0..word.len()).any(|at| word[at] == first && word[at..].starts_with(letters.as_bytes()))
}

impl Respelling {
    /// How names are spelt by ear.
    ///
    /// The costs come from aligning place names of `GeoNames` with their Serbian forms: the rarer the rule, the dearer.
    pub fn by_ear() -> Self {
        Self::from_tables(&[BY_EAR])
    }

    /// How names are spelt by ear, or in another romanisation.
    pub fn builtin() -> Self {
        Self::from_tables(&[BY_EAR, ROMANISATIONS])
    }

    fn from_tables(tables: &[Table]) -> Self {
        let [mut rules, mut silent]: [[Vec<Rule>; 27]; 2] =
            std::array::from_fn(|_| std::array::from_fn(|_| Vec::new()));
        for &(respelling, original, cost) in tables.iter().copied().flatten() {
            let like = match respelling.bytes().last() {
                None => &mut silent[place(original.bytes().last())],
                last => &mut rules[place(last)],
            };
            like.push(Rule {
                heard: respelling.len(),
                heard_letters: respelling.bytes().fold(0, tail),
                heard_mask: (1 << (8 * respelling.len())) - 1,
                written: original.len(),
                letters: number(original.as_bytes()),
                mask: u32::try_from((1_u64 << (8 * original.len())) - 1).expect("at most four bytes"),
                cost: if respelling.is_empty() { cost.max(SILENT) } else { cost },
            });
        }
        let mut several = Several::default();
        for rule in silent.iter().flatten() {
            several.add(rule.letters, rule.written);
        }
        Self { rules, silent, several }
    }

    /// How far `original` is from `respelling`, both folded, when it is at most `most` per letter.
    pub fn distance(&self, respelling: &str, original: &str, most: f32) -> Option<Distance> {
        let mut measure = self.of(&[respelling]);
        measure.turn_to(original.as_bytes());
        measure.distance(0, most)
    }

    /// Folded respellings, to be measured together against any number of originals.
    pub fn of(&self, respellings: &[&str]) -> Measure<'_> {
        Measure::new(self, respellings)
    }
}

/// The last four bytes as one number, the last one lowest.
#[inline]
fn number(bytes: &[u8]) -> u32 {
    bytes[bytes.len().saturating_sub(LONGEST)..].iter().fold(0, |number, &byte| number << 8 | u32::from(byte))
}

/// The last eight bytes as one number, the last one lowest: those so far with one more.
#[inline]
fn tail(tail: u64, byte: u8) -> u64 {
    tail << 8 | u64::from(byte)
}

/// The least that a silent letter of the original costs: the table has them nearly free, but a name needs some reason.
const SILENT: f32 = 0.1;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_in_letters_and_not_too_long() {
        for (respelling, original, cost) in BY_EAR.iter().chain(ROMANISATIONS) {
            let letters =
                [respelling, original].iter().all(|text| text.bytes().all(|c| c.is_ascii_lowercase()));
            let drops = original.is_empty();
            assert!(
                letters && original.len() <= LONGEST && respelling.len() < 8,
                "{respelling},{original}: letters from a to z, at most seven and four"
            );
            assert!(
                !drops || respelling.len() == 1,
                "{respelling}: a rule without an original drops one letter"
            );
            assert!(*cost >= 0.0, "{respelling},{original}: {cost}");
        }
    }

    #[test]
    fn the_rules_alone_explain_a_spelling_by_ear() {
        let rules = Respelling::builtin();
        for (respelling, original) in [
            ("solc", "scholz"),
            ("makron", "macron"),
            ("lajen", "leyen"),
            ("flejk", "flake"),
            ("starmer", "starmer"),
            ("mekonel", "mcconnell"),
            ("lidel", "liddle"),
            ("hyon", "hyun"),
        ] {
            let distance = rules.distance(respelling, original, 0.15).expect("within reach");
            assert!(distance.by_rule, "{respelling} {original} {distance:?}");
        }
    }

    #[test]
    fn romanisations_are_rules_that_transcription_lacks() {
        let (by_ear, both) = (Respelling::by_ear(), Respelling::builtin());
        for (respelling, original) in
            [("hamenej", "khamenei"), ("shehar", "shekhar"), ("loukashenko", "lukashenko"), ("hsi", "xi")]
        {
            let near = both.distance(respelling, original, 0.1).expect("within reach");
            assert!(near.by_rule, "{respelling} {original} {near:?}");
            let far = by_ear.distance(respelling, original, 1.0).expect("any word is");
            assert!(far.cost > 2.0 * near.cost, "{respelling} {original} {near:?} {far:?}");
        }
    }

    #[test]
    fn another_name_is_far() {
        let rules = Respelling::builtin();
        for (one, other) in [("rubin", "rubio"), ("comer", "comey"), ("vance", "pence")] {
            let distance = rules.distance(one, other, 1.0);
            assert!(distance.is_none_or(|distance| distance.per_letter > 0.12), "{one} {other} {distance:?}");
        }
    }

    #[test]
    fn the_same_word_is_at_no_distance() {
        let distance = Respelling::builtin().distance("kurti", "kurti", 0.0).expect("the same");
        assert_eq!(distance, Distance { cost: 0.0, per_letter: 0.0, by_rule: true });
    }
}
