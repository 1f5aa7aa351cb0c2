//! What an original costs at the least, going by which letters it has: most words that sound alike need not be measured.
//!
//! Every letter of a respelling is matched, changed, dropped or written by a rule, which then has all its letters in the original;
//! every letter of an original is matched, changed, added, silent or written by a rule. Each letter bears its share of a rule.

use super::super::Rule;
use super::{DOUBLED, FREE_EDIT, edit, is_vowel, place};

/// The least that letters cost.
pub(super) struct Bound {
    rows: Vec<Row>,
    /// The rules that may explain the letters of the rows, a list a row in one stretch of memory.
    rules: Vec<Explained>,
    /// What each letter of an original costs.
    own: [f32; 27],
    /// The least cost of each row, for the original at hand.
    pub(super) costs: Vec<f32>,
}

/// The letter of a row, as a bit.
struct Row {
    letter: u32,
    /// What it costs where the original does not have it and no rule explains it.
    change: f32,
    /// The last of the rules that may, from 1; 0 for none.
    last_rule: usize,
}

/// What a rule explains.
struct Explained {
    /// The letters that the original must have.
    letters: u32,
    /// The share of the cost.
    share: f32,
    /// The rule before this one that may explain the same row, from 1; 0 for none.
    next: usize,
}

/// A letter as a bit; what is no letter from a to z is one letter to it.
#[inline]
fn bit(letter: u8) -> u32 {
    1 << place(Some(letter))
}

impl Bound {
    pub(super) fn new(silent: &[Vec<Rule>; 27]) -> Self {
        let mut own = [FREE_EDIT; 27];
        for letter in b'a'..=b'z' {
            own[place(Some(letter))] = edit(is_vowel(letter) || letter == b'h');
        }
        let mut bound = Self { rows: Vec::new(), rules: Vec::new(), own, costs: Vec::new() };
        bound.rows.push(Row { letter: 0, change: 0.0, last_rule: 0 });
        silent.iter().flatten().for_each(|rule| bound.written(rule));
        bound
    }

    /// Takes note of a row, its letter, and what it costs to change or drop that.
    pub(super) fn row(&mut self, letter: u8, change: f32) {
        self.rows.push(Row { letter: bit(letter), change, last_rule: 0 });
        self.own[place(Some(letter))] = 0.0;
    }

    /// Takes note of a rule that a row ends; `path` are the rows of its other letters.
    pub(super) fn rule(&mut self, rule: &Rule, row: usize, path: &[usize]) {
        self.written(rule);
        let letters = written(rule).fold(0, |letters, letter| letters | bit(letter));
        #[expect(clippy::cast_precision_loss, reason = "a few letters")]
        let share = rule.cost / rule.heard as f32;
        for &row in path.iter().chain([&row]) {
            let row = &mut self.rows[row];
            self.rules.push(Explained { letters, share, next: row.last_rule });
            row.last_rule = self.rules.len();
        }
    }

    /// Takes note that the letter of a row can be dropped at some cost.
    pub(super) fn at_most(&mut self, row: usize, drop: f32) {
        let row = &mut self.rows[row];
        row.change = row.change.min(drop);
    }

    fn written(&mut self, rule: &Rule) {
        #[expect(clippy::cast_precision_loss, reason = "a few letters")]
        let share = rule.cost / rule.written as f32;
        for letter in written(rule) {
            let own = &mut self.own[place(Some(letter))];
            *own = own.min(share);
        }
    }

    /// The letters of an original, a bit each.
    pub(super) fn letters(original: &[u8]) -> u32 {
        original.iter().fold(0, |letters, &letter| letters | bit(letter))
    }

    /// The least that the letters of an original cost.
    pub(super) fn own(&self, original: &[u8]) -> f32 {
        let mut before = 0;
        let cost = |letter: u8| {
            let own = self.own[place(Some(letter))];
            if std::mem::replace(&mut before, letter) == letter { own.min(DOUBLED) } else { own }
        };
        original.iter().copied().map(cost).sum()
    }

    /// The least that the letter of a row costs where the original has these letters.
    #[inline]
    pub(super) fn least(&self, row: usize, letters: u32) -> f32 {
        let row = &self.rows[row];
        if letters & row.letter != 0 {
            return 0.0;
        }
        let (mut least, mut next) = (row.change, row.last_rule);
        while let Some(rule) = next.checked_sub(1).and_then(|at| self.rules.get(at)) {
            next = rule.next;
            if rule.letters & !letters == 0 {
                least = least.min(rule.share);
            }
        }
        least
    }
}

/// The letters that a rule writes.
fn written(rule: &Rule) -> impl Iterator<Item = u8> {
    rule.letters.to_be_bytes().into_iter().skip(super::LONGEST - rule.written)
}
