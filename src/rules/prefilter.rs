//! Which rules can match an article at all: one pass over its text for the literals that their patterns need.

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use super::Rule;

/// Finds the rules whose patterns may match a text, so that the others are neither compiled nor run.
pub struct Prefilter {
    literals: AhoCorasick,
    /// For each literal, the position of the rule that needs it.
    needed_by: Vec<usize>,
    /// Positions of the rules that need no literal.
    always: Vec<usize>,
}

impl Prefilter {
    /// A prefilter for `rules`, in this order.
    pub fn new(rules: &[Rule]) -> Self {
        let mut literals = Vec::new();
        let mut needed_by = Vec::new();
        let mut always = Vec::new();
        for (position, rule) in rules.iter().enumerate() {
            match rule.pattern.literals() {
                Some(needed) => {
                    needed_by.extend(std::iter::repeat_n(position, needed.len()));
                    literals.extend(needed);
                }
                None => always.push(position),
            }
        }
        let literals = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .kind(Some(AhoCorasickKind::ContiguousNFA)) // the quickest to build that is quick to run
            .build(literals)
            .expect("the literals of rules files are far fewer than an automaton holds");
        Self { literals, needed_by, always }
    }

    /// The positions of the rules that may match `text`, in order.
    pub fn candidates(&self, text: &str) -> Vec<usize> {
        let mut found: Vec<usize> = self
            .literals
            .find_overlapping_iter(text)
            .map(|literal| self.needed_by[literal.pattern().as_usize()])
            .chain(self.always.iter().copied())
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}
