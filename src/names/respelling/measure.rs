//! Measures how far originals are from respellings, one letter of an original after another.

use super::{Distance, LONGEST, Respelling, Rule, UNREACHED, number, place};

/// A beginning of a respelling.
#[derive(Debug)]
struct Beginning {
    /// The row of the beginning that is a letter shorter.
    shorter: usize,
    letter: u8,
    is_vowel: bool,
    /// What it costs to drop the letter, with free edits and by the rules.
    free_drop: f32,
    drop: f32,
}

/// A rule that applies where a row ends.
#[derive(Debug)]
struct Step {
    row: usize,
    /// The row that it comes from.
    from: usize,
    letters: u32,
    mask: u32,
    written: usize,
    cost: f32,
}

/// Respellings that are measured together against one original after another. What two respellings begin with is read once,
/// and so is what two originals begin with that follow one another.
pub struct Measure<'r> {
    /// The rules of letters that nobody hears, by the last of these.
    silent: &'r [Vec<Rule>; 27],
    rows: Vec<Beginning>,
    /// The row and the length of each respelling.
    respellings: Vec<(usize, usize)>,
    /// The steps by the last letter that they write.
    steps: [Vec<Step>; 27],
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

impl<'r> Measure<'r> {
    pub(super) fn new(rules: &'r Respelling, respellings: &[&str]) -> Self {
        let mut measure = Self {
            silent: &rules.silent,
            rows: vec![Beginning {
                shorter: 0,
                letter: 0,
                is_vowel: false,
                free_drop: UNREACHED,
                drop: UNREACHED,
            }],
            respellings: Vec::new(),
            steps: std::array::from_fn(|_| Vec::new()),
            to: Vec::new(),
            free: Grid::default(),
            ruled: Grid::default(),
        };
        for respelling in respellings.iter().map(|respelling| respelling.as_bytes()) {
            let mut path = vec![0];
            for (at, &letter) in respelling.iter().enumerate() {
                let is_known = |row: &Beginning| row.shorter == path[at] && row.letter == letter;
                let known = measure.rows.iter().skip(1).position(is_known).map(|row| row + 1);
                path.push(known.unwrap_or_else(|| measure.add_row(rules, &respelling[..=at], &path)));
            }
            measure.respellings.push((path[respelling.len()], respelling.len()));
        }
        measure
    }

    /// Adds the row of a beginning; `path` are the rows of the shorter ones.
    fn add_row(&mut self, rules: &Respelling, beginning: &[u8], path: &[usize]) -> usize {
        let (row, letter) = (self.rows.len(), beginning[beginning.len() - 1]);
        let own = &rules.rules[place(Some(letter))];
        let mut drop = UNREACHED;
        for rule in own.iter().filter(|rule| beginning.ends_with(rule.respelling)) {
            if rule.written == 0 {
                drop = drop.min(rule.cost);
                continue;
            }
            let [last, ..] = rule.letters.to_le_bytes();
            self.steps[place(Some(last))].push(Step {
                row,
                from: path[beginning.len() - rule.respelling.len()],
                letters: rule.letters,
                mask: rule.mask,
                written: rule.written,
                cost: rule.cost,
            });
        }
        let free_drop = edit(is_vowel(letter) || letter == b'h' || letter == b'j').min(drop);
        let shorter = path[beginning.len() - 1];
        self.rows.push(Beginning { shorter, letter, is_vowel: is_vowel(letter), free_drop, drop });
        row
    }

    /// Goes on to the next original, the bytes of a folded word.
    pub fn turn_to(&mut self, to: &[u8]) {
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

    /// The beginning of the original with which no original is within `reach` of any respelling, as far as is known by now.
    pub fn dead_end(&self, reach: f32) -> Option<&[u8]> {
        let over = |columns: usize| {
            self.free.least[..columns].iter().rev().take(LONGEST).all(|&least| least > reach)
        };
        let columns = self.free.least.len();
        let first = (LONGEST + 1..=columns).find(|&columns| over(columns))?;
        self.to.get(..first - 1)
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
        let start = column * height;
        let dropped = |row: &Beginning| if FREE_EDITS { row.free_drop } else { row.drop };
        let Some(&target) = self.to[..column].last() else {
            grid.costs.push(0.0);
            for its in &self.rows[1..] {
                grid.costs.push(grid.costs[its.shorter] + dropped(its));
            }
            grid.least.push(0.0);
            return;
        };
        let target_is_vowel = is_vowel(target);
        let insertion = match self.to[..column - 1].last() {
            Some(&letter) if letter == target => DOUBLED,
            _ if FREE_EDITS => edit(target_is_vowel || target == b'h'),
            _ => UNREACHED,
        };
        let letter = place(Some(target));
        let tail = number(&self.to[..column]);
        grid.costs.extend_from_within(start - height..);
        let (before, costs) = grid.costs.split_at_mut(start);
        let previous = &before[start - height..];
        for cost in &mut *costs {
            *cost += insertion;
        }
        for rule in self.silent[letter].iter().filter(|rule| tail & rule.mask == rule.letters) {
            let from = &before[start - rule.written * height..][..height];
            for (cost, from) in costs.iter_mut().zip(from) {
                *cost = lesser(*cost, from + rule.cost);
            }
        }
        for step in &self.steps[letter] {
            if tail & step.mask == step.letters {
                let from = before[start - step.written * height + step.from];
                costs[step.row] = lesser(costs[step.row], from + step.cost);
            }
        }
        let mut least = costs[0];
        for (row, its) in self.rows.iter().enumerate().skip(1) {
            let mut cost = lesser(costs[row], costs[its.shorter] + dropped(its));
            if its.letter == target {
                cost = lesser(cost, previous[its.shorter]);
            } else if FREE_EDITS {
                cost = lesser(cost, previous[its.shorter] + edit(its.is_vowel && target_is_vowel));
            }
            costs[row] = cost;
            least = lesser(least, cost);
        }
        grid.least.push(least);
    }
}

/// The lesser of two costs, of which every one is a number.
#[inline]
fn lesser(a: f32, b: f32) -> f32 {
    if b < a { b } else { a }
}

/// A letter that a doubled letter of the original lost.
const DOUBLED: f32 = 0.05;
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
