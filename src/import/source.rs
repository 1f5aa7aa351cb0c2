//! Reading a source line by line, unpacked where it is packed, in constant memory.

use std::cell::Cell;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use crate::error::{Error, Result};
use crate::files;

/// A longer line is a bad record; the longest of Wikidata have some five million bytes.
const LONGEST_LINE: usize = 64 << 20;

/// How a file begins that is packed with gzip.
const GZIP: &[u8] = &[0x1f, 0x8b];
/// How a file begins that is packed with bzip2.
const BZIP2: &[u8] = b"BZh";

/// Whether a file that begins so is packed.
pub(super) fn is_packed(start: &[u8]) -> bool {
    start.starts_with(GZIP) || start.starts_with(BZIP2)
}

/// The lines of a source.
pub(super) struct Lines {
    path: PathBuf,
    reader: BufReader<Box<dyn Read>>,
    line: Vec<u8>,
    number: usize,
    bytes_read: Rc<Cell<u64>>,
    bytes: u64,
}

/// One line of a source.
pub(super) struct Line<'l> {
    /// Its number, from 1.
    pub(super) number: usize,
    /// The share of the source that is read.
    pub(super) share: f64,
    /// Its text without the line break, or why it has none.
    pub(super) text: std::result::Result<&'l str, &'static str>,
}

impl Lines {
    /// Opens a source, which may be packed with gzip or bzip2, in several parts too.
    pub(super) fn open(path: &Path) -> Result<Self> {
        let unread = |error: io::Error| unreadable(path, &error);
        let file = File::open(path).map_err(unread)?;
        let bytes = file.metadata().map_err(unread)?.len();
        let bytes_read = Rc::new(Cell::new(0));
        let mut packed = BufReader::with_capacity(1 << 18, Counted { file, bytes: Rc::clone(&bytes_read) });
        let reader: Box<dyn Read> = match packed.fill_buf().map_err(unread)? {
            start if start.starts_with(GZIP) => Box::new(flate2::bufread::MultiGzDecoder::new(packed)),
            start if start.starts_with(BZIP2) => Box::new(bzip2::bufread::MultiBzDecoder::new(packed)),
            [b'P', b'K', 3, 4, ..] => {
                return Err(Error::new("this is a zip archive")
                    .file(path)
                    .remedy("unpack it, and give the file that is in it"));
            }
            _ => Box::new(packed),
        };
        let reader = BufReader::with_capacity(1 << 18, reader);
        Ok(Self { path: path.to_owned(), reader, line: Vec::new(), number: 0, bytes_read, bytes })
    }

    /// The next line; none at the end.
    pub(super) fn next(&mut self) -> Result<Option<Line<'_>>> {
        self.line.clear();
        self.number += 1;
        let mut length = 0_usize;
        loop {
            let unread = |error: io::Error| unreadable(&self.path, &error).line(self.number);
            let ready = match self.reader.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                ready => ready.map_err(unread)?,
            };
            let end = memchr::memchr(b'\n', ready);
            let part = &ready[..end.unwrap_or(ready.len())];
            let taken = end.map_or(ready.len(), |end| end + 1);
            if taken == 0 && length == 0 {
                return Ok(None);
            }
            if self.line.len() + part.len() <= LONGEST_LINE {
                self.line.extend_from_slice(part);
            }
            length += taken;
            self.reader.consume(taken);
            if end.is_some() || taken == 0 {
                break;
            }
        }
        #[expect(clippy::cast_precision_loss, reason = "a share for the eye")]
        let share = (self.bytes_read.get() as f64 / self.bytes.max(1) as f64).min(1.0);
        let mut line = self.line.strip_suffix(b"\r").unwrap_or(&self.line);
        if self.number == 1 {
            line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
        }
        let text = if length > LONGEST_LINE {
            Err("the line is too long")
        } else {
            std::str::from_utf8(line).map_err(|_| "the line is not UTF-8")
        };
        Ok(Some(Line { number: self.number, share, text }))
    }
}

/// What is wrong with a record, and where it stands.
pub(super) fn bad(path: &Path, line: usize, what: impl Into<String>) -> Error {
    Error::new(what).file(path).line(line)
}

/// What is wrong with the JSON of a line: the line that the reader of JSON counts is always its first.
pub(super) fn bad_json(what: &str, error: &serde_json::Error) -> String {
    format!("{what}: {}", error.to_string().replace(" at line 1 column ", ", at byte "))
}

fn unreadable(path: &Path, error: &io::Error) -> Error {
    files::unreadable(path, error)
        .remedy("check the path; a packed file that ends too early has to be downloaded again")
}

/// Counts what is read of a file, packed as it is.
struct Counted {
    file: File,
    bytes: Rc<Cell<u64>>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(buffer)?;
        self.bytes.set(self.bytes.get() + read as u64);
        Ok(read)
    }
}
