//! Stretches of bytes found by their number.

use super::ints;
use super::sections::{Damaged, Section};

/// Records of any length, numbered from 0.
///
/// They stand in blocks of sixteen. A directory says where each block begins; a block begins with the lengths of its records,
/// most of them in one byte.
#[derive(Clone, Debug)]
pub struct Records {
    section: Section,
    count: usize,
    width: usize,
}

/// The section begins with how many records there are, in eight bytes, and the width of the directory's numbers, in one.
const HEAD: usize = 9;
/// Records of a block.
const BLOCK: usize = 16;

impl Records {
    /// Reads the head of a section.
    pub fn open(section: Section) -> Result<Self, Damaged> {
        let bytes = section.bytes();
        let width = usize::from(*bytes.get(HEAD - 1).ok_or(Damaged)?);
        let count = usize::try_from(ints::at(bytes, 0, 8)).map_err(|_| Damaged)?;
        let directory = count.div_ceil(BLOCK).checked_mul(width);
        let before = directory.and_then(|length| length.checked_add(HEAD)).ok_or(Damaged)?;
        let fits = (1..=8).contains(&width) && before <= bytes.len();
        if fits { Ok(Self { section, count, width }) } else { Err(Damaged) }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The record of a number; empty when there is none.
    #[inline]
    pub fn get(&self, number: usize) -> &[u8] {
        self.find(number).unwrap_or(&[])
    }

    #[inline]
    fn find(&self, number: usize) -> Option<&[u8]> {
        if number >= self.count {
            return None;
        }
        let block = number / BLOCK;
        let (directory, blocks) =
            self.section.bytes()[HEAD..].split_at(self.count.div_ceil(BLOCK) * self.width);
        let start = usize::try_from(ints::at(directory, block, self.width)).ok()?;
        let mut rest = blocks.get(start..)?;
        let (at, records) = (number % BLOCK, BLOCK.min(self.count - block * BLOCK));
        // Where each length is one byte, they need not be read one after another.
        if let Some(lengths) = rest.first_chunk::<BLOCK>()
            && records == BLOCK
        {
            let lengths = u128::from_le_bytes(*lengths);
            if lengths & LONG == 0 {
                let before = BLOCK + sum(lengths & !(u128::MAX << (8 * at)));
                return rest.get(before..)?.get(..usize::from((lengths >> (8 * at)).to_le_bytes()[0]));
            }
        }
        let (mut before, mut length) = (0_usize, 0);
        for record in 0..records {
            let next = usize::try_from(ints::take_short(&mut rest)?).ok()?;
            if record < at {
                before = before.checked_add(next)?;
            } else if record == at {
                length = next;
            }
        }
        rest.get(before..)?.get(..length)
    }
}

/// The bit of each of sixteen bytes that says that a length goes on in the next one.
const LONG: u128 = u128::from_le_bytes([0x80; BLOCK]);

/// The sum of sixteen bytes of which none is above 127.
#[inline]
fn sum(bytes: u128) -> usize {
    const EVEN: u128 =
        u128::from_le_bytes([0xff, 0, 0xff, 0, 0xff, 0, 0xff, 0, 0xff, 0, 0xff, 0, 0xff, 0, 0xff, 0]);
    let pairs = (bytes & EVEN) + (bytes >> 8 & EVEN);
    let [low, high] =
        [pairs, pairs >> 64].map(|pairs| u64::try_from(pairs & u128::from(u64::MAX)).expect("64 bits"));
    let sum = (low + high).wrapping_mul(0x0001_0001_0001_0001) >> 48;
    usize::try_from(sum).expect("sixteen bits")
}

/// Collects records.
#[derive(Debug, Default)]
pub struct RecordsBuilder {
    ends: Vec<u64>,
    bytes: Vec<u8>,
}

impl RecordsBuilder {
    /// Appends a record that `write` writes; its number.
    pub fn push(&mut self, write: impl FnOnce(&mut Vec<u8>)) -> usize {
        write(&mut self.bytes);
        self.ends.push(self.bytes.len() as u64);
        self.ends.len() - 1
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The record of a number that [`push`](Self::push) gave.
    pub fn get(&self, number: usize) -> &[u8] {
        &self.bytes[self.start(number)..self.start(number + 1)]
    }

    fn start(&self, number: usize) -> usize {
        let before = number.checked_sub(1);
        before.map_or(0, |before| usize::try_from(self.ends[before]).expect("it is in memory"))
    }

    /// The section.
    pub fn finish(self) -> Vec<u8> {
        let mut blocks = Vec::with_capacity(self.bytes.len() + self.len());
        let mut starts = Vec::with_capacity(self.len().div_ceil(BLOCK));
        for first in (0..self.len()).step_by(BLOCK) {
            starts.push(blocks.len() as u64);
            let next = self.len().min(first + BLOCK);
            for record in first..next {
                ints::push_short(&mut blocks, self.get(record).len() as u64);
            }
            blocks.extend_from_slice(&self.bytes[self.start(first)..self.start(next)]);
        }
        let width = ints::width(blocks.len() as u64);
        let mut section = Vec::with_capacity(HEAD + starts.len() * width + blocks.len());
        ints::push(&mut section, self.len() as u64, 8);
        ints::push(&mut section, width as u64, 1);
        for start in starts {
            ints::push(&mut section, start, width);
        }
        section.extend_from_slice(&blocks);
        section
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn packed(records: &[Vec<u8>]) -> Vec<u8> {
        let mut builder = RecordsBuilder::default();
        for record in records {
            builder.push(|bytes| bytes.extend_from_slice(record));
        }
        builder.finish()
    }

    proptest! {
        #[test]
        fn records_come_back(records in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..200), 0..50)) {
            let found = Records::open(Section::from(packed(&records))).expect("sound");
            prop_assert_eq!(found.len(), records.len());
            for (number, record) in records.iter().enumerate() {
                prop_assert_eq!(found.get(number), record.as_slice());
            }
            prop_assert!(found.get(records.len()).is_empty());
        }

        #[test]
        fn damaged_records_never_panic(
            mut bytes in Just(packed(&vec![b"record".to_vec(); 40])), at: prop::sample::Index, byte: u8, number in 0..50_usize
        ) {
            let at = at.index(bytes.len());
            bytes[at] = byte;
            if let Ok(records) = Records::open(Section::from(bytes)) {
                records.get(number);
            }
        }
    }
}
