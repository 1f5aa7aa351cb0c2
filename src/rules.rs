//! Rules files: read, validated and compiled; a [`Rule`] is a [`Check`].

use crate::analysis::Analysis;
use std::path::Path;

use crate::checks::{About, Check};
use crate::error::Result;
use crate::finding::Findings;

/// A check written in a rules file.
pub struct Rule {}

impl Check for Rule {
    fn about(&self) -> About<'_> {
        unreachable!("no rule yet")
    }

    fn check(&self, _article: &Analysis<'_>, _findings: &mut Findings) {}
}

/// The built-in rules.
pub fn builtin() -> Vec<Rule> {
    Vec::new()
}

/// The rules of a file, or of every `.toml` file in a folder, in the order of their names.
pub fn load(_path: &Path) -> Result<Vec<Rule>> {
    Ok(Vec::new())
}
