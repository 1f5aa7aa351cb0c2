//! Tables packed into one stretch of bytes and used in place: nothing is parsed or copied when a program starts.
//!
//! A [`sections`] file is a checked header and some sections, each one table: [`records`] or [`pairs`], found by number, a
//! [`multimap`], found by hash, or the [`grams`] of words. Numbers are [`ints`] of as many bytes as the largest of them takes, little end first. Only the header and
//! the sizes are checked when a file is opened; a table whose inside is damaged answers with too little or with nonsense, but
//! never panics. That is why this is no finite state transducer: `fst` walks its bytes unchecked, is no smaller for full names
//! with their entries, and takes its keys sorted, ten million of them too.

pub mod bloom;
pub mod grams;
pub mod ints;
pub mod multimap;
pub mod pairs;
pub mod records;
pub mod sections;
pub mod table;

/// The hash under which a text is filed. It is part of the file format: never change it without a new version.
pub fn hash(text: impl AsRef<[u8]>) -> u64 {
    Hasher::default().with(text).finish()
}

/// Makes the [`hash`] of a text that comes in parts.
#[derive(Clone, Copy, Debug)]
pub struct Hasher(u64);

impl Default for Hasher {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher {
    /// With the next part of the text.
    #[inline]
    pub fn with(self, part: impl AsRef<[u8]>) -> Self {
        let fnv = |hash: u64, &byte: &u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        Self(part.as_ref().iter().fold(self.0, fnv))
    }

    /// The hash of the parts together.
    #[inline]
    pub fn finish(self) -> u64 {
        mixed(self.0)
    }
}

/// A number whose bits are stirred until each depends on all, so that its upper bits can choose a bucket.
#[inline]
pub fn mixed(number: u64) -> u64 {
    let mut mixed = number;
    for factor in [0xff51_afd7_ed55_8ccd, 0xc4ce_b9fe_1a85_ec53] {
        mixed = (mixed ^ (mixed >> 33)).wrapping_mul(factor);
    }
    mixed ^ (mixed >> 33)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_one_that_files_were_written_with() {
        assert_eq!(hash(""), 0xefd0_1f60_ba99_2926);
        assert_eq!(hash("marko rubio"), hash("marko rubio"));
        assert_ne!(hash("marko rubio"), hash("marco rubio"));
        assert_eq!(Hasher::default().with("marko ").with("rubio").finish(), hash("marko rubio"));
    }
}
