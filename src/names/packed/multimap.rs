//! Numbers found by the hash of what they are filed under.

use super::ints;
use super::sections::{Damaged, Section};

/// For every hash any number of values, in rising order.
///
/// The rows are sorted by hash. A directory says where the rows with the same upper bits, a bucket, begin; a row keeps only the
/// bytes of the hash that follow these bits. So two texts are taken for one when both agree: with three bytes, once in 10⁶ look-ups
/// of what is not there or less often. The first of these bytes stands apart, those of all rows side by side: it shows of nearly
/// all that is not there that it is not, and those of a bucket lie in one line of the cache.
#[derive(Clone, Debug)]
pub struct Multimap {
    section: Section,
    shape: Shape,
}

/// How the rows are laid out.
#[derive(Clone, Copy, Debug)]
struct Shape {
    rows: usize,
    /// How many bits of a hash choose its bucket.
    bucket_bits: u32,
    /// How many bytes the directory has for a row's number, a row for the rest of its hash, at least one, and for its value.
    start: usize,
    rest: usize,
    value: usize,
}

/// The section begins with how many rows there are, in eight bytes, and four numbers of a byte.
const HEAD: usize = 12;
/// Rows that share a bucket, on average and at the most.
const BUCKET: usize = 16;
/// With the five bytes that a row may keep, all bits of the hash.
const MOST_BUCKET_BITS: u32 = 24;
const MOST_REST: usize = 5;

/// The part of a hash by which rows are sorted: the bits of the bucket, and the bytes that are kept of the rest, the first and the
/// others.
struct SortedBy {
    bucket: usize,
    first: u8,
    others: u64,
}

impl Shape {
    fn of(rows: usize, rest: usize, largest: u64) -> Self {
        let bucket_bits = (rows / BUCKET).checked_ilog2().map_or(0, |bits| bits + 1).min(MOST_BUCKET_BITS);
        Self { rows, bucket_bits, start: ints::width(rows as u64), rest, value: ints::width(largest) }
    }

    fn directory(&self) -> usize {
        ((1 << self.bucket_bits) + 1) * self.start
    }

    /// The bytes of a row but for the first of its hash.
    fn row(&self) -> usize {
        self.rest - 1 + self.value
    }

    /// The part of a hash by which rows are sorted.
    #[inline]
    fn sorted_by(&self, hash: u64) -> SortedBy {
        let bits = 8 * u32::try_from(self.rest - 1).expect("at most four");
        let kept = hash >> (64 - self.bucket_bits - 8 - bits);
        let bucket = usize::try_from(kept >> (bits + 8)).expect("at most 24 bits");
        SortedBy { bucket, first: (kept >> bits).to_le_bytes()[0], others: kept & ((1 << bits) - 1) }
    }
}

impl Multimap {
    /// Reads the head of a section.
    pub fn open(section: Section) -> Result<Self, Damaged> {
        let bytes = section.bytes();
        let [bucket_bits, start, rest, value] =
            *bytes.get(HEAD - 4..).and_then(<[u8]>::first_chunk::<4>).ok_or(Damaged)?;
        let shape = Shape {
            rows: usize::try_from(ints::at(bytes, 0, 8)).map_err(|_| Damaged)?,
            bucket_bits: u32::from(bucket_bits),
            start: usize::from(start),
            rest: usize::from(rest),
            value: usize::from(value),
        };
        let possible = shape.bucket_bits <= MOST_BUCKET_BITS
            && (1..=8).contains(&shape.start)
            && (1..=MOST_REST).contains(&shape.rest)
            && (1..=8).contains(&shape.value);
        if !possible {
            return Err(Damaged);
        }
        let length =
            shape.rows.checked_mul(1 + shape.row()).and_then(|rows| rows.checked_add(shape.directory()));
        let fits = length.and_then(|length| length.checked_add(HEAD)) == Some(bytes.len());
        if fits { Ok(Self { section, shape }) } else { Err(Damaged) }
    }

    /// How many values are filed.
    pub fn len(&self) -> usize {
        self.shape.rows
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.shape.rows == 0
    }

    /// The values filed under a hash.
    #[inline]
    pub fn get(&self, hash: u64) -> impl Iterator<Item = u64> + use<'_> {
        let Shape { rows, start, rest, value, .. } = self.shape;
        let SortedBy { bucket, first: wanted, others } = self.shape.sorted_by(hash);
        let bytes = &self.section.bytes()[HEAD..];
        let (directory, bytes) = bytes.split_at(self.shape.directory());
        let (firsts, table) = bytes.split_at(rows);
        let row = |bucket| usize::try_from(ints::at(directory, bucket, start)).unwrap_or(rows).min(rows);
        let from = row(bucket);
        let firsts = firsts.get(from..row(bucket + 1)).unwrap_or_default();
        let before = firsts.partition_point(|&first| first < wanted);
        let alike = firsts[before..].iter().take_while(move |&&first| first == wanted).count();
        let width = self.shape.row();
        (from + before..from + before + alike)
            .map(move |row| row * width)
            .filter(move |&row| rest == 1 || ints::at_byte(table, row, rest - 1) == others)
            .map(move |row| ints::at_byte(table, row + rest - 1, value))
    }
}

/// Collects what is to be filed.
#[derive(Debug, Default)]
pub struct MultimapBuilder {
    rows: Vec<(u64, u32)>,
}

impl MultimapBuilder {
    /// Files a value under a hash.
    pub fn push(&mut self, hash: u64, value: u32) {
        self.rows.push((hash, value));
    }

    /// Drops what is filed twice, when that may be much.
    pub fn tidy(&mut self) {
        self.rows.sort_unstable();
        self.rows.dedup();
    }

    /// Puts other values in the place of those that are filed.
    pub fn change(&mut self, other: impl Fn(u32) -> u32) {
        self.rows.iter_mut().for_each(|(_, value)| *value = other(*value));
    }

    /// Files under another hash each value of those hashes that have more than `most` values.
    pub fn refile(&mut self, most: usize, other: impl Fn(u64, u32) -> u64) {
        self.tidy();
        for row in self.rows.chunk_by_mut(|(one, _), (next, _)| one == next).filter(|row| row.len() > most) {
            for (hash, value) in row {
                *hash = other(*hash, *value);
            }
        }
    }

    /// What is filed, by hash.
    pub fn hashes(&self) -> impl ExactSizeIterator<Item = u64> {
        self.rows.iter().map(|&(hash, _)| hash)
    }

    /// How many rows are held.
    pub fn held(&self) -> usize {
        self.rows.len()
    }

    /// The section; a row keeps `rest` bytes, at most five, of what the directory leaves of a hash.
    pub fn finish(mut self, rest: usize) -> Vec<u8> {
        self.tidy();
        let largest = self.rows.iter().map(|&(_, value)| value).max().unwrap_or(0);
        let shape = Shape::of(self.rows.len(), rest, u64::from(largest));
        let mut section = Vec::with_capacity(HEAD + shape.directory() + self.rows.len() * (1 + shape.row()));
        ints::push(&mut section, self.rows.len() as u64, 8);
        for number in [shape.bucket_bits as usize, shape.start, shape.rest, shape.value] {
            ints::push(&mut section, number as u64, 1);
        }
        let mut row = 0;
        for bucket in 0..=1 << shape.bucket_bits {
            while self.rows.get(row).is_some_and(|&(hash, _)| shape.sorted_by(hash).bucket < bucket) {
                row += 1;
            }
            ints::push(&mut section, row as u64, shape.start);
        }
        section.extend(self.rows.iter().map(|&(hash, _)| shape.sorted_by(hash).first));
        for (hash, value) in self.rows {
            ints::push(&mut section, shape.sorted_by(hash).others, shape.rest - 1);
            ints::push(&mut section, u64::from(value), shape.value);
        }
        section
    }
}

#[cfg(test)]
mod tests {
    use super::super::{hash, mixed, sections::Section};
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn values_are_found_again(pairs in proptest::collection::vec(("[a-c]{0,3}", 0..1000_u32), 0..200)) {
            let mut builder = MultimapBuilder::default();
            for (text, value) in &pairs {
                builder.push(hash(text), *value);
            }
            let map = Multimap::open(Section::from(builder.finish(5))).expect("sound");
            for text in ["", "a", "b", "ab", "abc", "ccc", "cab", "d"] {
                let mut values: Vec<u64> =
                    pairs.iter().filter(|(key, _)| key == text).map(|(_, value)| u64::from(*value)).collect();
                values.sort_unstable();
                values.dedup();
                prop_assert_eq!(map.get(hash(text)).collect::<Vec<_>>(), values);
            }
        }

        #[test]
        fn long_rows_are_refiled(counts in proptest::collection::vec(0..9_u32, 1..6), most in 0..9_usize) {
            let mut builder = MultimapBuilder::default();
            for (row, &count) in (0_u64..).zip(&counts) {
                (0..count).for_each(|value| builder.push(mixed(row), value));
            }
            builder.refile(most, |hash, value| hash ^ mixed(100 + u64::from(value)));
            let map = Multimap::open(Section::from(builder.finish(5))).expect("sound");
            for (row, &count) in (0_u64..).zip(&counts) {
                let is_long = count as usize > most;
                prop_assert_eq!(map.get(mixed(row)).count(), if is_long { 0 } else { count as usize });
                let is_refiled = |value: u32| map.get(mixed(row) ^ mixed(100 + u64::from(value))).next().is_some();
                prop_assert!(!is_long || (0..count).all(is_refiled));
            }
        }

        #[test]
        fn damaged_rows_never_panic(mut bytes in Just({
            let mut builder = MultimapBuilder::default();
            (0..100).for_each(|value| builder.push(hash(value.to_string()), value));
            builder.finish(2)
        }), at: prop::sample::Index, byte: u8, wanted: u64) {
            let at = at.index(bytes.len());
            bytes[at] = byte;
            if let Ok(map) = Multimap::open(Section::from(bytes)) {
                prop_assert!(map.get(wanted).count() <= map.len());
            }
        }
    }
}
