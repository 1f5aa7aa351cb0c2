//! The lines of a JSON Lines file, one in memory at a time.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

/// The longest line that is read, in bytes: no article is longer, and a file that is no JSON Lines must not fill the memory.
const LONGEST: u64 = 64 << 20;

/// A line that is not blank.
pub(super) struct Line {
    /// From 1.
    pub(super) number: usize,
    /// Where it begins in the file, in bytes.
    pub(super) start: usize,
    /// The line, or why it cannot be read.
    pub(super) text: Result<String, String>,
}

/// Reads a file line by line.
pub(super) struct Lines {
    file: BufReader<File>,
    number: usize,
    start: usize,
    /// Whether nothing more is to come.
    ended: bool,
}

impl Lines {
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        let mut file = BufReader::new(File::open(path)?);
        let mark = if file.fill_buf()?.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
        file.consume(mark);
        Ok(Self { file, number: 0, start: mark, ended: false })
    }

    fn next_line(&mut self) -> io::Result<Option<Line>> {
        loop {
            let mut bytes = Vec::new();
            let mut length = self.file.by_ref().take(LONGEST).read_until(b'\n', &mut bytes)?;
            if length == 0 {
                return Ok(None);
            }
            let whole = length < usize::try_from(LONGEST).unwrap_or(usize::MAX) || bytes.ends_with(b"\n");
            if !whole {
                length += self.file.skip_until(b'\n')?;
            }
            let start = self.start;
            self.start += length;
            self.number += 1;
            if bytes.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            let text = match String::from_utf8(bytes) {
                _ if !whole => Err(format!("is longer than {} MB", LONGEST >> 20)),
                Ok(text) => Ok(text),
                Err(_) => Err("is not UTF-8".to_owned()),
            };
            return Ok(Some(Line { number: self.number, start, text }));
        }
    }
}

impl Iterator for Lines {
    type Item = io::Result<Line>;

    fn next(&mut self) -> Option<io::Result<Line>> {
        if self.ended {
            return None;
        }
        let line = self.next_line();
        // What fails once may fail for ever.
        self.ended = !matches!(line, Ok(Some(_)));
        line.transpose()
    }
}
