//! Pairs of numbers found by their place.

use super::ints;
use super::sections::{Damaged, Section};

/// Pairs of numbers, each side of one width.
#[derive(Clone, Debug)]
pub struct Pairs {
    section: Section,
    count: usize,
    widths: [usize; 2],
}

/// The section begins with how many pairs there are, in eight bytes, and two widths of a byte.
const HEAD: usize = 10;

impl Pairs {
    /// Reads the head of a section.
    pub fn open(section: Section) -> Result<Self, Damaged> {
        let bytes = section.bytes();
        let widths = *bytes.get(8..).and_then(<[u8]>::first_chunk::<2>).ok_or(Damaged)?;
        let widths = widths.map(usize::from);
        let count = usize::try_from(ints::at(bytes, 0, 8)).map_err(|_| Damaged)?;
        let length = count.checked_mul(widths[0] + widths[1]).and_then(|length| length.checked_add(HEAD));
        let fits = widths.iter().all(|width| (1..=8).contains(width)) && length == Some(bytes.len());
        if fits { Ok(Self { section, count, widths }) } else { Err(Damaged) }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The pair at a place; `None` when there is none.
    #[inline]
    pub fn get(&self, place: usize) -> Option<(u64, u64)> {
        let ([left, right], table) = (self.widths, self.section.bytes());
        let start = HEAD + place * (left + right);
        (place < self.count)
            .then(|| (ints::at_byte(table, start, left), ints::at_byte(table, start + left, right)))
    }

    /// The section for some pairs.
    pub fn pack(pairs: &[(u32, u32)]) -> Vec<u8> {
        let largest = |side: fn(&(u32, u32)) -> u32| pairs.iter().map(side).max().unwrap_or(0);
        let widths =
            [largest(|pair| pair.0), largest(|pair| pair.1)].map(|largest| ints::width(largest.into()));
        let mut section = Vec::with_capacity(HEAD + pairs.len() * (widths[0] + widths[1]));
        ints::push(&mut section, pairs.len() as u64, 8);
        for width in widths {
            ints::push(&mut section, width as u64, 1);
        }
        for &(left, right) in pairs {
            ints::push(&mut section, left.into(), widths[0]);
            ints::push(&mut section, right.into(), widths[1]);
        }
        section
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn pairs_come_back(pairs: Vec<(u32, u32)>) {
            let packed = Pairs::open(Section::from(Pairs::pack(&pairs))).expect("sound");
            for (place, &(left, right)) in pairs.iter().enumerate() {
                prop_assert_eq!(packed.get(place), Some((left.into(), right.into())));
            }
            prop_assert_eq!(packed.get(pairs.len()), None);
        }

        #[test]
        fn damaged_pairs_never_panic(bytes: Vec<u8>, place: usize) {
            if let Ok(pairs) = Pairs::open(Section::from(bytes)) {
                pairs.get(place);
            }
        }
    }
}
