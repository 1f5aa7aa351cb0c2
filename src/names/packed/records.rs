//! Stretches of bytes found by their number.

use super::ints;
use super::sections::{Damaged, Section};

/// Records of any length, numbered from 0.
#[derive(Clone, Debug)]
pub struct Records {
    section: Section,
    count: usize,
    width: usize,
}

/// The section begins with how many records there are, in eight bytes, and the width of their ends, in one.
const HEAD: usize = 9;

impl Records {
    /// Reads the head of a section.
    pub fn open(section: Section) -> Result<Self, Damaged> {
        let bytes = section.bytes();
        let width = usize::from(*bytes.get(HEAD - 1).ok_or(Damaged)?);
        let count = usize::try_from(ints::at(bytes, 0, 8)).map_err(|_| Damaged)?;
        let ends = count.checked_mul(width).and_then(|length| length.checked_add(HEAD)).ok_or(Damaged)?;
        let fits = (1..=8).contains(&width) && ends <= bytes.len();
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
        if number >= self.count {
            return &[];
        }
        let (ends, records) = self.section.bytes()[HEAD..].split_at(self.count * self.width);
        let end = |number| usize::try_from(ints::at(ends, number, self.width)).unwrap_or(usize::MAX);
        let start = if number == 0 { 0 } else { end(number - 1) };
        records.get(start..end(number)).unwrap_or(&[])
    }
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
        let end = |number: usize| usize::try_from(self.ends[number]).expect("it is in memory");
        let start = if number == 0 { 0 } else { end(number - 1) };
        &self.bytes[start..end(number)]
    }

    /// The section.
    pub fn finish(self) -> Vec<u8> {
        let width = ints::width(self.bytes.len() as u64);
        let mut section = Vec::with_capacity(HEAD + self.ends.len() * width + self.bytes.len());
        ints::push(&mut section, self.ends.len() as u64, 8);
        ints::push(&mut section, width as u64, 1);
        for end in self.ends {
            ints::push(&mut section, end, width);
        }
        section.extend_from_slice(&self.bytes);
        section
    }
}
