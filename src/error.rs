//! What went wrong, where, and what to do about it.

use std::fmt;
use std::path::{Path, PathBuf};

/// The one error of the library: it reads as `file:line: what`, then what to do.
#[derive(Debug)]
pub struct Error {
    path: Option<PathBuf>,
    line: Option<usize>,
    what: String,
    remedy: Option<String>,
}

/// A result with the library's error.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// An error that says `what`, in words that begin in lower case and end without a full stop.
    pub fn new(what: impl Into<String>) -> Self {
        Self { path: None, line: None, what: what.into(), remedy: None }
    }

    /// Names the file.
    #[must_use]
    pub fn file(mut self, path: impl AsRef<Path>) -> Self {
        self.path = Some(path.as_ref().to_path_buf());
        self
    }

    /// Whether it names a file.
    pub fn names_a_file(&self) -> bool {
        self.path.is_some()
    }

    /// Names the line, from 1.
    #[must_use]
    pub fn line(mut self, line: usize) -> Self {
        self.line = Some(line);
        self
    }

    /// Says what to do: to write that of the `known` words which was probably meant, or `otherwise`.
    #[must_use]
    pub fn did_you_mean<'a>(
        self,
        word: &str,
        known: impl IntoIterator<Item = &'a str>,
        otherwise: impl Into<String>,
    ) -> Self {
        match nearest(word, known) {
            Some(meant) => self.remedy(format!("did you mean `{meant}`?")),
            None => self.remedy(otherwise),
        }
    }

    /// Says what to do: to write that of the `choices` which was probably meant, or any of them.
    #[must_use]
    pub fn choose(self, word: &str, choices: &[&str]) -> Self {
        let otherwise = match choices {
            [only] => format!("write `{only}`"),
            _ => format!("write one of {}", choices.join(", ")),
        };
        self.did_you_mean(word, choices.iter().copied(), otherwise)
    }

    /// Says what to do.
    #[must_use]
    pub fn remedy(mut self, remedy: impl Into<String>) -> Self {
        self.remedy = Some(remedy.into());
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(path) = &self.path {
            write!(f, "{}:", path.display())?;
            if let Some(line) = self.line {
                write!(f, "{line}:")?;
            }
            f.write_str(" ")?;
        }
        f.write_str(&self.what)?;
        if let Some(remedy) = &self.remedy {
            write!(f, "\n  help: {remedy}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}

/// That of the known words which was probably meant by another one.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let scored = known
        .into_iter()
        .map(|candidate| (strsim::normalized_damerau_levenshtein(word, candidate), candidate));
    scored.filter(|(score, _)| *score >= 0.7).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, meant)| meant)
}
