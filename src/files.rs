//! Files that a user names: each is read once, and if it cannot be, the error says why.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use crate::error::Error;

/// Of several paths to one file, by a link or by way of another folder, leaves the first.
pub(crate) fn each_once<T>(files: &mut Vec<T>, path: impl Fn(&T) -> &Path) {
    let mut seen: BTreeSet<PathBuf> = BTreeSet::new();
    files.retain(|file| {
        let path = path(file);
        seen.insert(path.canonicalize().unwrap_or_else(|_| path.to_path_buf()))
    });
}

/// The error of a file that cannot be read.
pub(crate) fn unreadable(path: &Path, error: &io::Error) -> Error {
    let why = match error.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        io::ErrorKind::PermissionDenied => "cannot be read: permission denied".to_owned(),
        _ => format!("cannot be read: {error}"),
    };
    Error::new(why).file(path)
}
