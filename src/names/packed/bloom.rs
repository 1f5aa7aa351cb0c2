//! A Bloom filter: whether something may be among many things, asked before the table that knows is read.

use super::ints;
use super::sections::{Damaged, Section};

/// Bits for the hashes of a set. What is in the set has its bits; of what is not, one in twenty has them too.
#[derive(Clone, Debug)]
pub struct Bloom {
    section: Section,
    bits: u64,
}

/// The section begins with how many bits there are, in eight bytes.
const HEAD: usize = 8;
/// Bits for a member.
const BITS_A_MEMBER: usize = 8;
const LEAST_BITS: usize = 64;
const MOST_BITS: usize = 1 << 32;

/// The two of so many bits that a hash has: its halves are independent of one another.
#[inline]
fn places(hash: u64, bits: u64) -> [u64; 2] {
    [hash & u64::from(u32::MAX), hash >> 32].map(|half| (half * bits) >> 32)
}

impl Bloom {
    /// Reads the head of a section.
    pub fn open(section: Section) -> Result<Self, Damaged> {
        let bits = ints::at(section.bytes(), 0, HEAD);
        let length = usize::try_from(bits / 8).ok().and_then(|length| length.checked_add(HEAD));
        let possible = bits.is_multiple_of(8) && (LEAST_BITS as u64..=MOST_BITS as u64).contains(&bits);
        let fits = possible && length == Some(section.bytes().len());
        if fits { Ok(Self { section, bits }) } else { Err(Damaged) }
    }

    /// Whether something with this hash may be in the set.
    #[inline]
    pub fn may_hold(&self, hash: u64) -> bool {
        let bytes = &self.section.bytes()[HEAD..];
        places(hash, self.bits).into_iter().all(|place| {
            let byte = usize::try_from(place / 8).ok().and_then(|at| bytes.get(at));
            byte.is_some_and(|byte| byte >> (place % 8) & 1 != 0)
        })
    }

    /// The section for the members with some hashes.
    pub fn pack(hashes: impl ExactSizeIterator<Item = u64>) -> Vec<u8> {
        let bits =
            hashes.len().saturating_mul(BITS_A_MEMBER).clamp(LEAST_BITS, MOST_BITS).next_multiple_of(8);
        let mut section = Vec::with_capacity(HEAD + bits / 8);
        ints::push(&mut section, bits as u64, HEAD);
        section.resize(HEAD + bits / 8, 0);
        for place in hashes.flat_map(|hash| places(hash, bits as u64)) {
            let place = usize::try_from(place).expect("at most 32 bits");
            section[HEAD + place / 8] |= 1 << (place % 8);
        }
        section
    }
}

#[cfg(test)]
mod tests {
    use super::super::mixed;
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_member_is_known(members: Vec<u64>) {
            let bloom = Bloom::open(Section::from(Bloom::pack(members.iter().copied()))).expect("sound");
            prop_assert!(members.iter().all(|&member| bloom.may_hold(member)));
        }

        #[test]
        fn damaged_filters_never_panic(bytes: Vec<u8>, hash: u64) {
            if let Ok(bloom) = Bloom::open(Section::from(bytes)) {
                bloom.may_hold(hash);
            }
        }
    }

    #[test]
    fn most_others_are_not() {
        let bloom = Bloom::open(Section::from(Bloom::pack((0..1000_u32).map(|member| mixed(member.into())))))
            .expect("sound");
        let others = (1000..11_000_u64).map(mixed).filter(|&hash| bloom.may_hold(hash)).count();
        assert!(others < 600, "{others} of 10,000");
    }
}
