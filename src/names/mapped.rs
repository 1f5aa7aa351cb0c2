//! Files that are mapped, not read: of ten million names only the pages that a look-up touches are ever in memory.

use std::fs::File;
use std::path::Path;

use memmap2::Mmap;

use super::packed::sections::Bytes;
use crate::error::{Error, Result};

/// Maps a file.
pub fn open(path: &Path) -> Result<Bytes> {
    let file = File::open(path).map_err(|error| unreadable(path, &error))?;
    let length = file.metadata().map_err(|error| unreadable(path, &error))?.len();
    if length == 0 {
        return Ok(Bytes::embedded(&[]));
    }
    #[expect(
        unsafe_code,
        reason = "mapping is sound while nobody changes the file, which `names build` never does: it puts a new file in its place"
    )]
    let mapped = unsafe { Mmap::map(&file) }.map_err(|error| unreadable(path, &error))?;
    Ok(Bytes::held(mapped))
}

fn unreadable(path: &Path, error: &std::io::Error) -> Error {
    Error::new(format!("cannot be read: {error}")).file(path).remedy("check the path of the names file")
}
