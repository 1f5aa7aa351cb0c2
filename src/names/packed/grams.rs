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
/// With so many bits there is one for every stretch of four letters.
const ALL: u64 = 27 * 27 * 27 * 27;
const LEAST_BITS: u64 = 1 << 9;
/// A short list of words has room to spare.
const BITS_A_WORD: u64 = 256;
/// The bits of a row where there are fewer: one for each letter that may come fourth, and some to spare.
const ROW: u64 = 32;
/// A row may begin inside a byte: eight are read at once.
const BEHIND: usize = 8;

/// The bytes of a table of so many bits.
fn length(bits: u64) -> Option<usize> {
    let known = bits == ALL || (bits.is_power_of_two() && (LEAST_BITS..ALL).contains(&bits));
    let bytes = usize::try_from(bits.div_ceil(8)).ok().filter(|_| known)?;
    Some(HEAD + bytes + BEHIND)
}

/// What is no letter from a to z is one letter to the table.
#[inline]
fn number(letter: u8) -> u64 {
    if letter.is_ascii_lowercase() { u64::from(letter - b'a') + 1 } else { 0 }
}

/// Three letters as one number.
#[inline]
fn three(a: u64, b: u64, c: u64) -> u64 {
    (a * 27 + b) * 27 + c
}

/// The byte in which the row of the stretches begins that begin with three letters, and the bit of it.
#[inline]
fn row(three: u64, bits: u64) -> (usize, u32) {
    if bits == ALL {
        let bit = three * 27;
        return (usize::try_from(bit / 8).unwrap_or(usize::MAX), u32::from(bit.to_le_bytes()[0] % 8));
    }
    let spread = three.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40;
    (usize::try_from((spread & (bits / ROW - 1)) * (ROW / 8)).unwrap_or(usize::MAX), 0)
}

/// The stretches of a word with its ends.
fn grams(word: &[u8]) -> impl Iterator<Item = [u64; 4]> {
    (0..(word.len() + 2).saturating_sub(3)).map(move |at| stretch(word, at))
}

/// The letters of the stretch that begins at a place of a word with its ends.
#[inline]
fn stretch(word: &[u8], at: usize) -> [u64; 4] {
    let letter = |at: usize| at.checked_sub(1).and_then(|at| word.get(at)).copied().map_or(0, number);
    [letter(at), letter(at + 1), letter(at + 2), letter(at + 3)]
}

impl Grams {
    /// Reads the head of a section.
    pub fn open(section: Section) -> Result<Self, Damaged> {
        let bits = ints::at(section.bytes(), 0, 8);
        let fits = length(bits) == Some(section.bytes().len());
        if fits { Ok(Self { section, bits }) } else { Err(Damaged) }
    }

    /// The stretches, for one question after another.
    pub fn reader(&self) -> Reader<'_> {
        Reader { table: &self.section.bytes()[HEAD..], bits: self.bits }
    }

    /// The section for some words.
    pub fn pack<'w>(count: usize, words: impl Iterator<Item = &'w [u8]>) -> Vec<u8> {
        let bits = (count as u64).saturating_mul(BITS_A_WORD).min(ALL).next_power_of_two().max(LEAST_BITS);
        let bits = if bits < ALL { bits } else { ALL };
        let mut section = Vec::new();
        ints::push(&mut section, bits, HEAD);
        section.resize(length(bits).expect("a power of two, or all"), 0);
        for [a, b, c, fourth] in words.flat_map(grams) {
            let (byte, bit) = row(three(a, b, c), bits);
            let bit = usize::try_from(u64::from(bit) + fourth).expect("at most 33");
            section[HEAD + byte + bit / 8] |= 1 << (bit % 8);
        }
        section
    }
}

/// The bits of the letters from a to z in a row.
const LETTERS: u32 = 0x07ff_fffe;
/// The bits of a row.
const ROW_MASK: u64 = 0x07ff_ffff;

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
    fn has(&self, [a, b, c, fourth]: [u64; 4]) -> bool {
        self.fourth(a, b, c) >> fourth & 1 != 0
    }

    /// The letters that may follow three others, a bit each.
    #[inline]
    fn fourth(&self, a: u64, b: u64, c: u64) -> u32 {
        let (byte, bit) = row(three(a, b, c), self.bits);
        let row = self.table.get(byte..).and_then(<[u8]>::first_chunk::<8>);
        row.map_or(0, |row| u32::try_from(u64::from_le_bytes(*row) >> bit & ROW_MASK).unwrap_or(0))
    }

    /// The letters that may stand between the two parts of a word, as far as the stretches that hold them say.
    pub fn letters_between(&self, before: &[u8], behind: &[u8]) -> impl Iterator<Item = u8> + use<'_> {
        // What no letter stands for is an end of the word; only the stretches inside it count.
        let mut near = [0; 7];
        for (to, &letter) in near[..3].iter_mut().rev().zip(before.iter().rev()) {
            *to = number(letter);
        }
        for (to, &letter) in near[4..].iter_mut().zip(behind) {
            *to = number(letter);
        }
        let first = 3_usize.saturating_sub(before.len() + 1);
        let last = (behind.len() + 1).min(3);
        let mut letters = if first == 0 { self.fourth(near[0], near[1], near[2]) & LETTERS } else { LETTERS };
        let reader = *self;
        let fits = move |letter: u64| {
            (first > 1 || reader.has([near[1], near[2], letter, near[4]]))
                && (last < 2 || reader.has([near[2], letter, near[4], near[5]]))
                && (last < 3 || reader.has([letter, near[4], near[5], near[6]]))
        };
        let next = move || {
            while letters != 0 {
                let number = letters.trailing_zeros();
                letters &= letters - 1;
                if fits(number.into()) {
                    return u8::try_from(number).ok().map(|number| b'a' - 1 + number);
                }
            }
            None
        };
        std::iter::from_fn(next)
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
        (first..=last).all(|at| self.has(stretch(word, at)))
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
