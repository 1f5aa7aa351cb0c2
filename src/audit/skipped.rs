//! What was passed over, and counted.

use std::fmt;

use crate::counted::counted;

/// How many files of each kind were passed over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Skipped {
    /// Files that are no text.
    pub binary: usize,
    /// Links to folders.
    pub linked_folders: usize,
}

impl fmt::Display for Skipped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = [(self.binary, "binary file"), (self.linked_folders, "linked folder")];
        let some = counts.iter().filter(|(count, _)| *count > 0);
        let parts: Vec<String> = some.map(|&(count, kind)| counted(count, kind)).collect();
        f.write_str(&parts.join(", "))
    }
}
