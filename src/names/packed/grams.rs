//! Which letters follow one another in a list of words: most misspellings need not be looked up.

use std::ops::Range;

use super::ints;
use super::sections::{Damaged, Section};

/// The stretches of four letters that occur in some words, the ends of a word included; a few others too.
#[derive(Clone, Debug)]
pub struct Grams {
    section: Section,
    bits: u64,
}

/// The section begins with how many bits there are, in eight bytes.
const HEAD: usize = 8;
/// With so many bits there is nearly one for every stretch of four letters.
const MOST_BITS: u64 = 1 << 19;
const LEAST_BITS: u64 = 1 << 9;
/// The bits of a row: one for each letter that may come fourth.
const ROW: u64 = 32;

/// What is no letter from a to z is one letter to the table.
#[inline]
fn number(letter: u8) -> u32 {
    if letter.is_ascii_lowercase() { u32::from(letter - b'a') + 1 } else { 0 }
}

/// The byte at which the row of the stretches begins that begin with three letters.
#[inline]
fn row(letters: [u8; 3], bits: u64) -> usize {
    let three = letters.into_iter().fold(0, |three, letter| three * 27 + u64::from(number(letter)));
    let spread = three.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40;
    usize::try_from((spread & (bits / ROW - 1)) * (ROW / 8)).expect("at most 2¹⁶")
}

/// The stretches of a word with its ends.
fn grams(word: &[u8]) -> impl Iterator<Item = [u8; 4]> {
    let letter = |at: usize| at.checked_sub(1).and_then(|at| word.get(at)).copied().unwrap_or(0);
    (0..(word.len() + 2).saturating_sub(3)).map(move |at| [0, 1, 2, 3].map(|next| letter(at + next)))
}

impl Grams {
    /// Reads the head of a section.
    pub fn open(section: Section) -> Result<Self, Damaged> {
        let bytes = section.bytes();
        let bits = ints::at(bytes, 0, 8);
        let length = usize::try_from(bits / 8).ok().and_then(|length| length.checked_add(HEAD));
        let fits =
            bits.is_power_of_two() && (LEAST_BITS..=MOST_BITS).contains(&bits) && length == Some(bytes.len());
        if fits { Ok(Self { section, bits }) } else { Err(Damaged) }
    }

    /// The stretches, for one question after another.
    pub fn reader(&self) -> Reader<'_> {
        Reader { table: &self.section.bytes()[HEAD..], bits: self.bits }
    }

    /// The section for some words.
    pub fn pack<'w>(count: usize, words: impl Iterator<Item = &'w [u8]>) -> Vec<u8> {
        let bits = (count as u64).saturating_mul(64).next_power_of_two().clamp(LEAST_BITS, MOST_BITS);
        let mut section = Vec::new();
        ints::push(&mut section, bits, HEAD);
        section.resize(HEAD + usize::try_from(bits / 8).expect("at most 2¹⁶"), 0);
        for [a, b, c, fourth] in words.flat_map(grams) {
            let (row, bit) = (HEAD + row([a, b, c], bits), number(fourth) as usize);
            section[row + bit / 8] |= 1 << (bit % 8);
        }
        section
    }
}

/// The bits of the letters from a to z in a row.
const LETTERS: u32 = 0x07ff_fffe;

/// The stretches of four letters, at hand.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'g> {
    table: &'g [u8],
    bits: u64,
}

impl Reader<'_> {
    /// Where one edit of a word that is none of the words may make it one of them: at the letters from `start` to before `end`,
    /// since every stretch that no word has must be undone. An insertion is at the letter that it comes before.
    pub fn where_to_edit(&self, word: &[u8]) -> Range<usize> {
        let mut places = 0..word.len() + 1;
        for (start, _) in grams(word).enumerate().filter(|&(_, gram)| !self.has(gram)) {
            // The stretch begins a letter early, for the end of the word; a swap begins another one early.
            let (first, last) = (start.saturating_sub(2), start + 2);
            places = places.start.max(first)..places.end.min(last + 1);
        }
        places
    }

    #[inline]
    fn has(&self, [a, b, c, fourth]: [u8; 4]) -> bool {
        self.fourth(a, b, c) >> number(fourth) & 1 != 0
    }

    /// The letters that may follow three others, a bit each.
    #[inline]
    fn fourth(&self, a: u8, b: u8, c: u8) -> u32 {
        let row = self.table.get(row([a, b, c], self.bits)..).and_then(<[u8]>::first_chunk::<4>);
        row.map_or(0, |row| u32::from_le_bytes(*row))
    }

    /// The letters that may stand between the two parts of a word, as far as the stretches that hold them say.
    pub fn letters_between(&self, before: &[u8], behind: &[u8]) -> impl Iterator<Item = u8> + use<'_> {
        // What no letter stands for is an end of the word; only the stretches inside it count.
        let mut near = [0; 7];
        let (known_before, known_behind) = (before.len().min(3), behind.len().min(3));
        near[3 - known_before..3].copy_from_slice(&before[before.len() - known_before..]);
        near[4..4 + known_behind].copy_from_slice(&behind[..known_behind]);
        let first = 3_usize.saturating_sub(before.len() + 1);
        let last = 3 + (behind.len() + 1).min(3);
        let mut letters = if first == 0 { self.fourth(near[0], near[1], near[2]) } else { u32::MAX };
        letters &= LETTERS;
        let reader = *self;
        let next = move || {
            let number = letters.trailing_zeros();
            letters &= letters.wrapping_sub(1);
            u8::try_from(number).ok().filter(|&number| number < 32).map(|number| b'a' - 1 + number)
        };
        std::iter::from_fn(next).filter(move |&letter| {
            near[3] = letter;
            (1.max(first)..=last - 3)
                .all(|start| reader.has([near[start], near[start + 1], near[start + 2], near[start + 3]]))
        })
    }

    /// Whether a word may be among the words, as far as the stretches from one byte to another say.
    #[inline]
    pub fn may_hold(&self, word: &[u8], from: usize, to: usize) -> bool {
        if word.len() < 2 {
            return true;
        }
        // A stretch that begins at a place of the word with its ends holds the letter of the word before that place.
        let first = (from + 1).saturating_sub(3);
        let last = (to + 1).min((word.len() + 2).saturating_sub(4));
        let letter = |at: usize| at.checked_sub(1).and_then(|at| word.get(at)).copied().unwrap_or(0);
        (first..=last).all(|at| self.has([0, 1, 2, 3].map(|next| letter(at + next))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_word_is_held(words in proptest::collection::vec("[a-cš1]{0,6}", 0..20), from in 0..8_usize, to in 0..8_usize) {
            let section = Grams::pack(words.len(), words.iter().map(String::as_bytes));
            let grams = Grams::open(Section::from(section)).expect("sound");
            for word in &words {
                prop_assert!(grams.reader().may_hold(word.as_bytes(), from, to.max(from)));
            }
        }
    }

    #[test]
    fn other_letters_are_told() {
        let section = Grams::pack(2, [b"rubio".as_slice(), b"meloni"].into_iter());
        let grams = Grams::open(Section::from(section)).expect("sound");
        assert!(!grams.reader().may_hold(b"rubxo", 3, 4));
        assert!(!grams.reader().may_hold(b"rubioo", 5, 6));
    }
}
