//! A baseline: the findings that were there before, so that an archive starts clean and only new ones are reported.
//!
//! It is CSV, one line for all findings that look alike, sorted, so that a change to it reads well in a diff:
//! `file,check,found,count,sentence`. `file` is as seen from the baseline's folder, and `sentence` a hash of the sentence, not
//! its line: what is written above or below a finding does not make it new. A finding whose sentence changes is new.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::files;
use crate::names::packed::hash;
use crate::report::Row;

/// What makes a finding the same from one run to the next.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Fingerprint {
    file: String,
    check: String,
    found: String,
    sentence: String,
}

/// A line of the file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    file: String,
    check: String,
    found: String,
    count: usize,
    sentence: String,
}

/// Findings, counted by what they look like.
#[derive(Debug)]
pub struct Baseline {
    /// The true path of the folder that the file is in.
    folder: PathBuf,
    findings: BTreeMap<Fingerprint, usize>,
    /// The files that were checked, as the lines name them.
    checked: BTreeSet<String>,
    /// Those of which a part could not be read.
    unread: BTreeSet<String>,
}

impl Baseline {
    /// A baseline without findings, which is to be written to `path`.
    pub fn new(path: &Path) -> Result<Self> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let folder = folder.canonicalize().map_err(|error| unreadable(path, &error))?;
        Ok(Self { folder, findings: BTreeMap::new(), checked: BTreeSet::new(), unread: BTreeSet::new() })
    }

    /// Reads a baseline.
    pub fn read(path: &Path) -> Result<Self> {
        let mut baseline = Self::new(path)?;
        let text = fs::read(path).map_err(|error| unreadable(path, &error))?;
        for line in csv::Reader::from_reader(text.as_slice()).deserialize() {
            let Line { file, check, found, count, sentence } = line.map_err(|error| {
                let at = error.position().map_or(1, csv::Position::line);
                Error::new(format!("the baseline cannot be read: {}", reason(&error)))
                    .file(path)
                    .line(usize::try_from(at).unwrap_or(usize::MAX))
                    .remedy("write it anew with --write-baseline")
            })?;
            *baseline.findings.entry(Fingerprint { file, check, found, sentence }).or_default() += count;
        }
        Ok(baseline)
    }

    /// Says that a file is checked: what is left of its lines at the end is gone. Returns what the lines call it.
    pub fn begin(&mut self, file: &Path) -> String {
        let file = self.relative(file);
        self.checked.insert(file.clone());
        file
    }

    /// Says that a file, or a record of it, cannot be read: what is left of its lines at the end may still be there.
    pub fn fail(&mut self, file: &Path) {
        self.unread.insert(self.relative(file));
    }

    /// Adds a finding in a file, as [`Self::begin`] calls it.
    pub fn add(&mut self, file: &str, row: &Row) {
        *self.findings.entry(fingerprint(file, row)).or_default() += 1;
    }

    /// Takes a finding off, if it is there.
    pub fn take(&mut self, file: &str, row: &Row) -> bool {
        match self.findings.get_mut(&fingerprint(file, row)) {
            Some(count) if *count > 0 => {
                *count -= 1;
                true
            }
            _ => false,
        }
    }

    /// How many findings are left in files that were read to the end, or are no more: they are gone.
    pub fn stale(&self) -> usize {
        let stale = self.findings.iter().filter(|(known, _)| !self.is_unseen(&known.file));
        stale.map(|(_, count)| count).sum()
    }

    /// Keeps what another baseline says of files that were not read to the end, and still are there.
    pub fn keep_unseen(&mut self, other: &Self) {
        for (known, &count) in &other.findings {
            if count > 0 && other.is_unseen(&known.file) {
                let file = self.relative(&other.folder.join(&known.file));
                let kept = self.findings.entry(Fingerprint { file, ..known.clone() }).or_default();
                *kept = count.max(*kept);
            }
        }
    }

    /// Writes the file.
    pub fn write(&self, out: impl Write) -> io::Result<()> {
        let mut writer = csv::WriterBuilder::new().has_headers(false).from_writer(out);
        writer.write_record(["file", "check", "found", "count", "sentence"]).map_err(io::Error::other)?;
        for (known, &count) in self.findings.iter().filter(|(_, count)| **count > 0) {
            let Fingerprint { file, check, found, sentence } = known.clone();
            writer.serialize(Line { file, check, found, count, sentence }).map_err(io::Error::other)?;
        }
        writer.flush()
    }

    /// How many findings it holds.
    pub fn len(&self) -> usize {
        self.findings.values().sum()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether a file, or a part of it, was not checked, and still is there.
    fn is_unseen(&self, file: &str) -> bool {
        let is_seen = self.checked.contains(file) && !self.unread.contains(file);
        !is_seen && self.folder.join(file).exists()
    }

    /// The path as seen from the baseline's folder, with a slash on every system.
    fn relative(&self, path: &Path) -> String {
        let (Some(name), folder) = (path.file_name(), path.parent().unwrap_or(path)) else {
            return path.display().to_string();
        };
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let full = folder.canonicalize().map_or_else(|_| path.to_path_buf(), |folder| folder.join(name));
        let seen = pathdiff::diff_paths(&full, &self.folder).unwrap_or(full);
        let parts = seen.components().map(|part| match part {
            Component::RootDir => String::new(),
            part => part.as_os_str().to_string_lossy().into_owned(),
        });
        parts.collect::<Vec<_>>().join("/")
    }
}

fn fingerprint(file: &str, row: &Row) -> Fingerprint {
    let on_one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    Fingerprint {
        file: file.to_owned(),
        check: row.reported.check.clone(),
        found: on_one_line(&row.found),
        sentence: format!("{:016x}", hash(on_one_line(&row.context()))),
    }
}

/// What is wrong with a line, without where.
fn reason(error: &csv::Error) -> String {
    match error.kind() {
        csv::ErrorKind::Deserialize { err, .. } => err.kind().to_string(),
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("{len} cells where there should be {expected_len}")
        }
        _ => error.to_string(),
    }
}

fn unreadable(path: &Path, error: &io::Error) -> Error {
    files::unreadable(path, error).remedy("write the baseline first, with --write-baseline")
}
