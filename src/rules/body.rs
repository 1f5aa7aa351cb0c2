//! What a rule says and does, and for a built-in rule the list from which it is read when first needed.

use std::path::Path;
use std::sync::Arc;

use super::Rule;
use super::expression::Expression;
use super::kinds::Matcher;
use super::source::Source;
use super::window::holds_one;
use crate::article::Scope;
use crate::finding::{Category, Confidence, Severity};

/// What a rule says and does.
pub(super) struct Body {
    pub(super) category: Category,
    pub(super) severity: Severity,
    pub(super) confidence: Confidence,
    pub(super) matcher: Box<dyn Matcher>,
    pub(super) unless: Option<Expression>,
    /// The parts of an article that it reads; none for all.
    pub(super) scope: Vec<Scope>,
    /// What findings say; none where the kind has words of its own.
    pub(super) message: Option<String>,
    pub(super) why: String,
    pub(super) flags: Vec<String>,
    pub(super) allows: Vec<String>,
}

/// A built-in rule of the first kind, with what tells whether a text needs it: of hundreds most are never read.
pub(super) struct Listed {
    /// Its number among the listed rules, from 0.
    pub(super) number: usize,
    pub(super) id: &'static str,
    /// The line of its id, from 1.
    pub(super) line: usize,
    /// Where its table starts in the text of the file.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether no string calls for it: it is run on every sentence.
    pub(super) always: bool,
    /// Sets of strings in lower case, beside those that call for it, of which at least one each occurs, whatever the case of ASCII
    /// letters, wherever it matches; the strings of a set are lines of one, which need no place of their own when the program starts.
    pub(super) others: &'static [&'static str],
    /// Stretches of which one stands wherever it matches, as [`holds_one`] reads them; none where that says little.
    pub(super) windows: &'static [u8],
}

impl Listed {
    /// Whether it may match a sentence that calls for it.
    pub(super) fn may_match(&self, sentence: &str) -> bool {
        let holds_a_literal = |set: &&str| set.split('\n').any(|literal| holds(sentence, literal));
        holds_one(self.windows, sentence) && self.others.iter().all(holds_a_literal)
    }
}

/// Whether a text holds a string in lower case, whatever the case of its ASCII letters.
fn holds(text: &str, lower: &str) -> bool {
    let (text, lower) = (text.as_bytes(), lower.as_bytes());
    let Some((&first, _)) = lower.split_first() else { return true };
    memchr::memchr2_iter(first, first.to_ascii_uppercase(), text)
        .any(|at| text[at..].get(..lower.len()).is_some_and(|there| there.eq_ignore_ascii_case(lower)))
}

/// A listed rule, and the text of the file that holds it.
#[derive(Clone, Copy)]
pub(super) struct Unread {
    pub(super) listed: &'static Listed,
    pub(super) file: &'static str,
}

impl Unread {
    /// Reads it.
    pub(super) fn read(self, path: &Arc<Path>) -> Box<Body> {
        let text = &self.file[self.listed.start..self.listed.end];
        let source = Source { proven: true, ..Source::new(path, text) };
        let body =
            source.rules_of_part(path).ok().and_then(|mut rules| rules.pop()).and_then(Rule::into_body);
        body.expect("the test suite reads every built-in rule")
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::Check;
    use crate::examples::Example;

    /// A rule that has been read is run whatever its list says: only its examples tell whether the list keeps it from being read.
    #[test]
    fn a_match_holds_all_that_its_rule_is_listed_with() {
        for rule in crate::rules::builtin() {
            let Some(unread) = rule.unread else { continue };
            for flagged in rule.about().flags {
                let example = Example::parse(flagged).expect("the examples of a rule are sound");
                for mark in &example.marks {
                    let found = example.text[mark.span.start..mark.span.end].replace('\n', " ");
                    assert!(unread.listed.may_match(&found), "{}: {found}", rule.id());
                }
            }
        }
    }
}
