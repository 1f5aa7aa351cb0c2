//! A file of sections behind a header that says what it is, where each section stands, and whether the header is whole.

use std::io::{self, Seek, SeekFrom, Write};
use std::ops::Range;
use std::sync::Arc;

use super::ints;
use crate::error::{Error, Result};

/// Bytes that stay where they are: embedded in the program, in memory, or a file that is mapped.
#[derive(Clone)]
pub struct Bytes(Held);

#[derive(Clone)]
enum Held {
    Embedded(&'static [u8]),
    Shared(Arc<dyn AsRef<[u8]> + Send + Sync>),
}

impl Bytes {
    /// Bytes that are embedded in the program.
    pub fn embedded(bytes: &'static [u8]) -> Self {
        Self(Held::Embedded(bytes))
    }

    /// Bytes that something holds.
    pub fn held(holder: impl AsRef<[u8]> + Send + Sync + 'static) -> Self {
        Self(Held::Shared(Arc::new(holder)))
    }

    /// The bytes.
    #[inline]
    pub fn get(&self) -> &[u8] {
        match &self.0 {
            Held::Embedded(bytes) => bytes,
            Held::Shared(bytes) => (**bytes).as_ref(),
        }
    }
}

/// A stretch of [`Bytes`].
#[derive(Clone)]
pub struct Section {
    bytes: Bytes,
    range: Range<usize>,
}

impl Section {
    /// The bytes of the section.
    #[inline]
    pub fn bytes(&self) -> &[u8] {
        self.bytes.get().get(self.range.clone()).unwrap_or(&[])
    }
}

impl From<Vec<u8>> for Section {
    fn from(bytes: Vec<u8>) -> Self {
        let range = 0..bytes.len();
        Self { bytes: Bytes::held(bytes), range }
    }
}

impl std::fmt::Debug for Section {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Section({:?})", self.range)
    }
}

/// The head of a section does not fit its length.
#[derive(Debug)]
pub struct Damaged;

impl From<Damaged> for Error {
    fn from(_: Damaged) -> Self {
        Self::new("the file is damaged: a table does not fit its place").remedy(AGAIN)
    }
}

/// What a file begins with.
pub const MAGIC: &[u8; 8] = b"misnomer";
/// Changes whenever a reader of the old form could not read the new.
const VERSION: u64 = 12;
const AGAIN: &str = "build it again with `misnomer names build`";

/// Magic, version and number of sections stand before the ends of the sections; the checksum of all that behind them.
const BEFORE_ENDS: usize = 16;

fn header_length(sections: usize) -> usize {
    BEFORE_ENDS + 8 * sections + 8
}

fn checksum(header: &[u8]) -> u64 {
    header.iter().fold(0, |sum, &byte| super::mixed(sum ^ u64::from(byte)).wrapping_add(1))
}

/// The sections of a file, after a check of its header alone.
pub fn open<const COUNT: usize>(bytes: &Bytes) -> Result<[Section; COUNT]> {
    let refused = |what: &str| Err(Error::new(what).remedy(AGAIN));
    let file = bytes.get();
    if !file.starts_with(MAGIC) {
        return refused("this is no file of compiled names");
    }
    let Some(header) = file.get(..header_length(COUNT)) else { return refused("the file is cut short") };
    if ints::at(&header[8..12], 0, 4) != VERSION {
        return refused("the file was built by another version of misnomer");
    }
    let (header, sum) = header.split_at(header.len() - 8);
    if ints::at(&header[12..16], 0, 4) != COUNT as u64 || ints::at(sum, 0, 8) != checksum(header) {
        return refused("the header of the file is damaged");
    }
    let mut end = header_length(COUNT);
    let mut in_order = true;
    let sections = std::array::from_fn(|at| {
        let next = usize::try_from(ints::at(&header[BEFORE_ENDS..], at, 8)).unwrap_or(usize::MAX);
        in_order &= end <= next;
        Section { bytes: bytes.clone(), range: std::mem::replace(&mut end, next)..next }
    });
    match (in_order, end.cmp(&file.len())) {
        (true, std::cmp::Ordering::Equal) => Ok(sections),
        (true, std::cmp::Ordering::Greater) => refused("the file is cut short"),
        _ => refused("the file is damaged"),
    }
}

/// Writes a file of sections, one after another, so that only one need be in memory.
pub struct Writer<W> {
    out: W,
    ends: Vec<u64>,
    sections: usize,
}

impl<W: Write + Seek> Writer<W> {
    /// Leaves room for the header of that many sections.
    pub fn new(mut out: W, sections: usize) -> io::Result<Self> {
        out.write_all(&vec![0; header_length(sections)])?;
        Ok(Self { out, ends: Vec::new(), sections })
    }

    /// Writes the next section.
    pub fn push(&mut self, section: &[u8]) -> io::Result<()> {
        let start = self.ends.last().copied().unwrap_or(header_length(self.sections) as u64);
        self.ends.push(start + section.len() as u64);
        self.out.write_all(section)
    }

    /// Writes the header.
    pub fn finish(mut self) -> io::Result<W> {
        assert_eq!(self.ends.len(), self.sections, "every section was written");
        let mut header = MAGIC.to_vec();
        ints::push(&mut header, VERSION, 4);
        ints::push(&mut header, self.sections as u64, 4);
        for end in self.ends {
            ints::push(&mut header, end, 8);
        }
        let sum = checksum(&header);
        ints::push(&mut header, sum, 8);
        self.out.seek(SeekFrom::Start(0))?;
        self.out.write_all(&header)?;
        self.out.flush()?;
        Ok(self.out)
    }
}
