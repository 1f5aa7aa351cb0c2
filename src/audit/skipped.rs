//! What was passed over, and counted.

use std::fmt;

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
        let folders = if self.linked_folders == 1 { "link to a folder" } else { "links to folders" };
        let counts = [(self.binary, "binary"), (self.linked_folders, folders)];
        let counted = counts.iter().filter(|(count, _)| *count > 0);
        let parts: Vec<String> = counted.map(|(count, kind)| format!("{count} {kind}")).collect();
        f.write_str(&parts.join(", "))
    }
}
