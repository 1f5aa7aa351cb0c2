//! Rows of texts found by a key: how the tables of `rules/` are embedded.

use super::multimap::{Multimap, MultimapBuilder};
use super::records::{Records, RecordsBuilder};
use super::sections::{Damaged, Section};
use super::{hash, ints};

/// What stands for a cell that is equal to the key.
const AS_KEY: &str = "\0";

/// A table, each row under one key.
#[derive(Debug)]
pub struct Table {
    keys: Multimap,
    rows: Records,
}

impl Table {
    /// Opens the two sections that [`TableBuilder::finish`] gave.
    pub fn open(mut next: impl FnMut() -> Section) -> Result<Self, Damaged> {
        Ok(Self { keys: Multimap::open(next())?, rows: Records::open(next())? })
    }

    /// Whether rows may stand under the key with this hash; hardly ever wrong, and quick.
    #[inline]
    pub fn may_have(&self, hash: u64) -> bool {
        self.keys.get(hash).next().is_some()
    }

    /// The rows under a key, in the order of the table.
    pub fn rows<const CELLS: usize>(&self, key: &str) -> impl Iterator<Item = [&str; CELLS]> {
        self.keys.get(hash(key)).filter_map(move |row| {
            let mut rest = self.rows.get(usize::try_from(row).ok()?);
            let mut cell = || ints::take_text(&mut rest);
            let own = cell()?;
            let as_kept = |cell| if cell == AS_KEY { own } else { cell };
            (own == key).then(|| std::array::from_fn(|_| cell().map_or("", as_kept)))
        })
    }
}

/// Collects the rows of a table.
#[derive(Debug, Default)]
pub struct TableBuilder {
    keys: MultimapBuilder,
    rows: RecordsBuilder,
}

impl TableBuilder {
    /// Appends a row.
    pub fn push<'c>(&mut self, key: &str, cells: impl IntoIterator<Item = &'c str>) {
        let row = self.rows.push(|bytes| {
            ints::push_text(bytes, key);
            cells
                .into_iter()
                .for_each(|cell| ints::push_text(bytes, if cell == key { AS_KEY } else { cell }));
        });
        self.keys.push(hash(key), u32::try_from(row).expect("a table has fewer rows than 2³²"));
    }

    /// The two sections.
    pub fn finish(self) -> [Vec<u8>; 2] {
        [self.keys.finish(1), self.rows.finish()]
    }
}
