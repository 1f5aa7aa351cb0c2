//! Names: the gazetteer, and how a broken one is found.

use std::path::Path;

use crate::article::{Article, Prose, Span};
use crate::error::Result;

/// What the engine knows of names and words.
#[derive(Debug, Default)]
pub struct Names {}

/// A mention that looks broken.
pub struct BrokenName {
    /// The mention.
    pub span: Span,
}

impl Names {
    /// The built-in names.
    pub fn builtin() -> Self {
        Self::default()
    }

    /// Adds the entries of a names file (CSV).
    pub fn add_file(&mut self, _path: &Path) -> Result<()> {
        Ok(())
    }

    /// The names of an article that look broken, in the order of the text.
    pub fn broken_in(&self, _article: &Article, _prose: &Prose) -> Vec<BrokenName> {
        Vec::new()
    }
}
