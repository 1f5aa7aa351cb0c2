//! How likely a word is to be the spelling by ear of a name: a weighted edit distance over the rules of transcription.

use std::path::Path;

use serde::Deserialize;

use crate::error::{Error, Result};
use crate::names::table;

/// One way in which letters of an original are written by ear.
#[derive(Debug)]
struct Rule {
    respelling: Box<[u8]>,
    original: Box<[u8]>,
    cost: f32,
}

#[derive(Deserialize)]
struct Row {
    respelling: String,
    original: String,
    cost: f32,
}

/// The rules of transcription, by the last letter of the respelling, which may be empty.
#[derive(Debug)]
pub struct Respelling {
    rules: [Vec<Rule>; 27],
}

/// Where the rules with this last letter stand: letters from 1, none and what is no letter 0.
fn place(last: Option<u8>) -> usize {
    match last {
        Some(letter @ b'a'..=b'z') => usize::from(letter - b'a') + 1,
        _ => 0,
    }
}

/// What it takes to get from a respelling to the original.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Distance {
    /// The sum of the costs; a free edit costs about 1.
    pub cost: f32,
    /// The cost per letter of the longer word: 0 is the same word, above 0.2 is another name.
    pub per_letter: f32,
    /// Whether the rules alone explain it, without a free edit.
    pub by_rule: bool,
}

const UNREACHED: f32 = f32::INFINITY;

/// The original of a rule has at most so many letters: they are compared as one number.
const LONGEST: usize = 4;

impl Respelling {
    /// Reads the rules from a table with the columns `respelling`, `original`, `cost`.
    ///
    /// The costs come from aligning place names of `GeoNames` with their Serbian forms: the rarer the rule, the dearer.
    pub fn read(path: &Path, text: &[u8]) -> Result<Self> {
        let mut rules: [Vec<Rule>; 27] = std::array::from_fn(|_| Vec::new());
        for (line, row) in table::rows::<Row>(path, text)? {
            if row.original.len() > LONGEST {
                return Err(Error::new(format!("`{}` has more than {LONGEST} letters", row.original))
                    .file(path)
                    .line(line)
                    .remedy("write it as two rules"));
            }
            if row.respelling.is_empty() && row.original.is_empty() {
                return Err(Error::new("a rule has no letters").file(path).line(line).remedy("leave it out"));
            }
            let cost = if row.respelling.is_empty() { row.cost.max(SILENT) } else { row.cost };
            rules[place(row.respelling.bytes().last())].push(Rule {
                respelling: row.respelling.into_bytes().into(),
                original: row.original.into_bytes().into(),
                cost,
            });
        }
        Ok(Self { rules })
    }

    /// How far `original` is from `respelling`, both folded, when it is at most `most` per letter.
    pub fn distance(&self, respelling: &str, original: &str, most: f32) -> Option<Distance> {
        let mut measure = self.of(&[respelling]);
        measure.turn_to(original);
        measure.distance(0, most)
    }

    /// Folded respellings, to be measured together against any number of originals.
    pub fn of(&self, respellings: &[&str]) -> Measure {
        let mut measure = Measure::default();
        measure.add_row(self, b"", &[]);
        for respelling in respellings.iter().map(|respelling| respelling.as_bytes()) {
            let mut path = vec![0];
            for (at, &letter) in respelling.iter().enumerate() {
                let known = measure.rows.iter().position(|&row| row == (path[at], letter));
                path.push(known.unwrap_or_else(|| measure.add_row(self, &respelling[..=at], &path)));
            }
            measure.respellings.push((path[respelling.len()], respelling.len()));
        }
        measure
    }
}

/// A rule that applies at a place of a respelling.
#[derive(Clone, Copy, Debug)]
struct Step {
    /// The letters of the original, the last one lowest, and the bits that they take.
    letters: u32,
    mask: u32,
    /// The row that it comes from, and how many letters of the original it writes.
    from: usize,
    written: usize,
    cost: f32,
}

/// The last four bytes as one number, the last one lowest.
#[inline]
fn number(bytes: &[u8]) -> u32 {
    bytes[bytes.len().saturating_sub(LONGEST)..].iter().fold(0, |number, &byte| number << 8 | u32::from(byte))
}

/// Respellings that are measured together against one original after another. What two respellings begin with is read once,
/// and so is what two originals begin with that follow one another.
#[derive(Default)]
pub struct Measure {
    /// The beginnings of the respellings, each with the row of the one that is a letter shorter, and its last letter.
    rows: Vec<(usize, u8)>,
    /// The steps that end at each row, and where they end in the list.
    steps: Vec<Step>,
    ends: Vec<usize>,
    /// The row and the length of each respelling.
    respellings: Vec<(usize, usize)>,
    /// The original.
    to: Vec<u8>,
    /// The cheapest paths with free edits, and by the rules alone.
    free: Grid,
    ruled: Grid,
}

/// The cheapest paths from the beginnings of the respellings to those of the original, one column a letter of the original.
#[derive(Default)]
struct Grid {
    costs: Vec<f32>,
    /// The least cost of each column.
    least: Vec<f32>,
}

impl Grid {
    /// Forgets all columns but the first ones.
    fn keep(&mut self, columns: usize, height: usize) {
        self.least.truncate(columns);
        self.costs.truncate(columns * height);
    }

    /// Whether no path so far costs at most `reach`, so that none ever will.
    #[inline]
    fn is_beyond(&self, reach: f32) -> bool {
        let last = self.least.len().saturating_sub(LONGEST);
        !self.least.is_empty() && self.least[last..].iter().all(|&least| least > reach)
    }
}

impl Measure {
    /// Adds the row of a beginning; `path` are the rows of the shorter ones.
    fn add_row(&mut self, rules: &Respelling, beginning: &[u8], path: &[usize]) -> usize {
        let row = self.rows.len();
        let last = beginning.last().copied();
        self.rows.push((path.last().copied().unwrap_or(0), last.unwrap_or(0)));
        let own = if place(last) == 0 { &[] } else { rules.rules[place(last)].as_slice() };
        let applicable = own.iter().filter(|rule| beginning.ends_with(&rule.respelling));
        for rule in rules.rules[0].iter().chain(applicable) {
            self.steps.push(Step {
                letters: number(&rule.original),
                mask: u32::try_from((1_u64 << (8 * rule.original.len())) - 1).expect("at most four bytes"),
                from: if rule.respelling.is_empty() {
                    row
                } else {
                    path[beginning.len() - rule.respelling.len()]
                },
                written: rule.original.len(),
                cost: rule.cost,
            });
        }
        self.ends.push(self.steps.len());
        row
    }

    /// Goes on to the next original, folded.
    pub fn turn_to(&mut self, original: &str) {
        let to = original.as_bytes();
        let shared = self.to.iter().zip(to).take_while(|(a, b)| a == b).count();
        self.to.truncate(shared);
        self.to.extend_from_slice(&to[shared..]);
        self.free.keep(shared + 1, self.rows.len());
        self.ruled.keep(shared + 1, self.rows.len());
    }

    /// How far the original is from one of the respellings, when it is at most `most` per letter.
    pub fn distance(&mut self, which: usize, most: f32) -> Option<Distance> {
        let (row, length) = self.respellings[which];
        #[expect(clippy::cast_precision_loss, reason = "words are short")]
        let letters = length.max(self.to.len()).max(1) as f32;
        let reach = most * letters;
        // What the rules allow, free edits allow too: most originals are too far even so.
        let free = self.cheapest::<true>(row, reach);
        if free > reach {
            return None;
        }
        let ruled = self.cheapest::<false>(row, reach);
        let (cost, by_rule) = if ruled <= reach { (ruled, true) } else { (free, false) };
        Some(Distance { cost, per_letter: cost / letters, by_rule })
    }

    /// The cheapest path from a row to the original, or [`UNREACHED`] when none costs at most `reach`.
    fn cheapest<const FREE_EDITS: bool>(&mut self, row: usize, reach: f32) -> f32 {
        let mut grid = std::mem::take(if FREE_EDITS { &mut self.free } else { &mut self.ruled });
        while grid.least.len() <= self.to.len() && !grid.is_beyond(reach) {
            self.add_column::<FREE_EDITS>(&mut grid);
        }
        let whole = grid.least.len() > self.to.len();
        let cost = if whole { grid.costs[self.to.len() * self.rows.len() + row] } else { UNREACHED };
        *(if FREE_EDITS { &mut self.free } else { &mut self.ruled }) = grid;
        cost
    }

    /// Appends the column of the next letter of the original.
    fn add_column<const FREE_EDITS: bool>(&self, grid: &mut Grid) {
        let (column, height) = (grid.least.len(), self.rows.len());
        let (target, tail) = (self.to[..column].last().copied(), number(&self.to[..column]));
        let insertion = match target {
            None => UNREACHED,
            Some(target) if self.to[..column - 1].last() == Some(&target) => DOUBLED,
            Some(target) if FREE_EDITS => edit(is_vowel(target) || target == b'h'),
            Some(_) => UNREACHED,
        };
        let start = column * height;
        let (mut least, mut first_step) = (UNREACHED, 0);
        for (row, (&(shorter, letter), &end)) in self.rows.iter().zip(&self.ends).enumerate() {
            let mut cost = match target {
                None if row == 0 => 0.0,
                None => UNREACHED,
                Some(_) => grid.costs[start - height + row] + insertion,
            };
            if row > 0 {
                if let Some(target) = target {
                    let before = grid.costs[start - height + shorter];
                    if letter == target {
                        cost = cost.min(before);
                    } else if FREE_EDITS {
                        cost = cost.min(before + edit(is_vowel(letter) && is_vowel(target)));
                    }
                }
                if FREE_EDITS {
                    let deletion = edit(is_vowel(letter) || letter == b'h' || letter == b'j');
                    cost = cost.min(grid.costs[start + shorter] + deletion);
                }
            }
            for step in &self.steps[first_step..end] {
                if tail & step.mask == step.letters {
                    cost = cost.min(grid.costs[start - step.written * height + step.from] + step.cost);
                }
            }
            first_step = end;
            grid.costs.push(cost);
            least = least.min(cost);
        }
        grid.least.push(least);
    }
}

/// A letter that a doubled letter of the original lost.
const DOUBLED: f32 = 0.05;
/// The least that a silent letter of the original costs: the table has them nearly free, but a name needs some reason.
const SILENT: f32 = 0.1;
/// An edit that no rule explains.
const FREE_EDIT: f32 = 1.0;
/// An edit of a vowel or of an h that no rule explains.
const WEAK_EDIT: f32 = 0.7;

#[inline]
fn edit(weak: bool) -> f32 {
    if weak { WEAK_EDIT } else { FREE_EDIT }
}

#[inline]
fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn builtin() -> Respelling {
        let table = include_bytes!("../../rules/lexicon/respellings.csv");
        Respelling::read(Path::new("respellings.csv"), table).expect("the built-in table is sound")
    }

    #[test]
    fn the_rules_alone_explain_a_spelling_by_ear() {
        let rules = builtin();
        for (respelling, original) in [
            ("solc", "scholz"),
            ("makron", "macron"),
            ("lajen", "leyen"),
            ("flejk", "flake"),
            ("starmer", "starmer"),
        ] {
            let distance = rules.distance(respelling, original, 0.15).expect("within reach");
            assert!(distance.by_rule, "{respelling} {original} {distance:?}");
        }
    }

    #[test]
    fn another_name_is_far() {
        let rules = builtin();
        for (one, other) in [("rubin", "rubio"), ("comer", "comey"), ("vance", "pence")] {
            let distance = rules.distance(one, other, 1.0);
            assert!(distance.is_none_or(|distance| distance.per_letter > 0.12), "{one} {other} {distance:?}");
        }
    }

    #[test]
    fn the_same_word_is_at_no_distance() {
        let distance = builtin().distance("kurti", "kurti", 0.0).expect("the same");
        assert_eq!(distance, Distance { cost: 0.0, per_letter: 0.0, by_rule: true });
    }
}
