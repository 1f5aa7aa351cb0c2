//! Findings that were known before: a baseline that is read, one that is written, or both.

use std::path::{Path, PathBuf};

use misnomer::baseline::Baseline;
use misnomer::counted::counted;
use misnomer::error::Result;
use misnomer::report::Row;

use super::output::{Output, unwritable};

/// Which findings are known.
#[derive(clap::Args)]
pub(super) struct Baselines {
    /// Report only findings that are not in this baseline
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,

    /// Write all present findings to this baseline, whole or not at all, and report none of them; with --baseline, articles
    /// that are not checked, or cannot be read, keep their lines
    #[arg(long, value_name = "FILE")]
    write_baseline: Option<PathBuf>,
}

/// The findings that are known.
pub(super) struct Known {
    old: Option<(PathBuf, Baseline)>,
    new: Option<New>,
}

/// A baseline that is being written.
struct New {
    path: PathBuf,
    baseline: Baseline,
    output: Output,
}

impl Baselines {
    /// Reads the one baseline and begins the other.
    pub(super) fn open(&self) -> Result<Known> {
        let mut known = Known { old: None, new: None };
        if let Some(path) = &self.baseline {
            known.old = Some((path.clone(), Baseline::read(path)?));
        }
        if let Some(path) = &self.write_baseline {
            let output = Output::open(Some(path))?;
            known.new = Some(New { path: path.clone(), baseline: Baseline::new(path)?, output });
        }
        Ok(known)
    }
}

impl Known {
    /// Of the findings on an article in a file, leaves those that are not known, and counts the others.
    pub(super) fn take_from(&mut self, file: &Path, rows: &mut Vec<Row>) -> usize {
        let all = rows.len();
        if let Some((_, old)) = &mut self.old {
            let file = old.begin(file);
            rows.retain(|row| self.new.is_some() || !old.take(&file, row));
        }
        if let Some(New { baseline, .. }) = &mut self.new {
            let file = baseline.begin(file);
            rows.drain(..).for_each(|row| baseline.add(&file, &row));
        }
        all - rows.len()
    }

    /// Says that a file, or a record of it, cannot be read: what is known of it stays known.
    pub(super) fn fail(&mut self, file: &Path) {
        if let Some((_, old)) = &mut self.old {
            old.fail(file);
        }
    }

    /// Whether a baseline is to be written.
    pub(super) fn is_written(&self) -> bool {
        self.new.is_some()
    }

    /// Writes the new baseline, and says what an editor should know.
    pub(super) fn end(self) -> Result<Vec<String>> {
        let mut remarks = Vec::new();
        match (self.new, self.old) {
            (Some(New { path, mut baseline, mut output }), old) => {
                if let Some((_, old)) = old {
                    baseline.keep_unseen(&old);
                }
                baseline.write(&mut output).map_err(|error| unwritable(Some(&path), &error))?;
                output.keep()?;
                let known = counted(baseline.len(), "finding");
                remarks.push(format!("{}: {known} known from now on", path.display()));
            }
            (None, Some((path, old))) => {
                let (path, stale) = (path.display(), old.stale());
                if stale > 0 {
                    let stale = counted(stale, "finding");
                    remarks.push(format!(
                        "{path}: {stale} gone; refresh it with --baseline {path} --write-baseline {path}"
                    ));
                }
            }
            (None, None) => {}
        }
        Ok(remarks)
    }
}
