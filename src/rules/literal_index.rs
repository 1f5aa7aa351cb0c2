//! Which rules the strings in a sentence call for: an index that is quickly made, for the rules of users.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::line::Line;

/// Strings, each with a rule that it calls for.
pub(super) struct LiteralIndex {
    /// The strings, in lower case, in order.
    literals: Vec<(String, usize)>,
    /// For the beginnings of the strings, which of them begin so.
    beginnings: FxHashMap<u64, Range<usize>>,
    /// In how many bytes there are beginnings: in [`LONGEST`], and in fewer where a string has no more.
    lengths: Vec<usize>,
}

/// Bytes of a string that are looked up at once: they tell most words apart.
const LONGEST: usize = 4;

impl LiteralIndex {
    /// An index of these strings, whatever the case of ASCII letters.
    pub(super) fn new(mut literals: Vec<(String, usize)>) -> Self {
        for (literal, _) in &mut literals {
            literal.make_ascii_lowercase();
        }
        literals.sort_unstable();
        let beginning = |literal: &str| key(&literal.as_bytes()[..literal.len().min(LONGEST)]);
        let mut beginnings = FxHashMap::default();
        let mut start = 0;
        for alike in literals.chunk_by(|(a, _), (b, _)| beginning(a) == beginning(b)) {
            beginnings.insert(beginning(&alike[0].0), start..start + alike.len());
            start += alike.len();
        }
        let is_there =
            |length: &usize| literals.iter().any(|(literal, _)| literal.len().min(LONGEST) == *length);
        let lengths = (1..=LONGEST).filter(is_there).collect();
        Self { literals, beginnings, lengths }
    }

    /// Hands over the rules that the strings in a sentence call for, whatever the case of ASCII letters; some twice.
    pub(super) fn find(&self, line: &Line<'_>, mut each: impl FnMut(usize)) {
        if self.literals.is_empty() {
            return;
        }
        let text = line.text.to_ascii_lowercase().into_bytes();
        for start in 0..text.len() {
            let rest = &text[start..];
            for beginning in self.lengths.iter().map_while(|&length| rest.get(..length)) {
                if let Some(literals) = self.beginnings.get(&key(beginning)) {
                    find_beginnings(&self.literals[literals.clone()], rest, beginning.len(), &mut each);
                }
            }
        }
    }
}

/// Hands over the rules of those strings with which a text begins; all are in order and have its first `length` bytes.
fn find_beginnings(
    mut literals: &[(String, usize)],
    text: &[u8],
    length: usize,
    each: &mut impl FnMut(usize),
) {
    for length in length.. {
        let longer = literals.partition_point(|(literal, _)| literal.len() == length);
        literals[..longer].iter().for_each(|&(_, rule)| each(rule));
        let Some(next) = text.get(length) else { return };
        let byte = |(literal, _): &(String, usize)| literal.as_bytes()[length];
        literals = &literals[longer..];
        literals = &literals[literals.partition_point(|literal| byte(literal) < *next)..];
        literals = &literals[..literals.partition_point(|literal| byte(literal) == *next)];
        if literals.is_empty() {
            return;
        }
    }
}

/// Tells up to seven bytes from any others.
fn key(bytes: &[u8]) -> u64 {
    bytes.iter().fold(bytes.len() as u64, |key, &byte| key << 8 | u64::from(byte))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::article::{Article, Format, Span};

    proptest! {
        #[test]
        fn each_string_of_a_sentence_is_found(
            literals in prop::collection::vec("[ABab\0š]{1,6}", 0..40),
            text in "[ABab\0š]{1,40}",
        ) {
            let article = Article::new("a.txt", text.as_str(), Format::Text);
            let line = Line::of(&article, Span::new(0, text.len()));
            let text = text.to_ascii_lowercase();
            let mut expected: Vec<usize> = (0..literals.len()).collect();
            expected.retain(|&rule| text.contains(&literals[rule].to_ascii_lowercase()));
            let index = LiteralIndex::new(literals.into_iter().zip(0..).collect());
            let mut found = Vec::new();
            index.find(&line, |rule| found.push(rule));
            found.sort_unstable();
            found.dedup();
            prop_assert_eq!(found, expected);
        }
    }
}
