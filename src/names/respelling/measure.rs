//! Measures how far originals are from respellings, one letter of an original after another.

use super::{Distance, LONGEST, Respelling, Rule, UNREACHED, number, place, tail};

/// A beginning of a respelling.
#[derive(Debug)]
struct Beginning {
    /// The row of the beginning that is a letter shorter.
    shorter: usize,
    letter: u8,
    /// What it costs that the original has another letter, a vowel, with free edits.
    other_vowel: f32,
    /// What it costs to drop the letter, with free edits and by the rules.
    free_drop: f32,
    drop: f32,
}

/// A rule that applies where a row ends.
#[derive(Clone, Copy, Debug)]
struct Step {
    row: u32,
    /// The row that it comes from.
    from: u32,
    letters: u32,
    mask: u32,
    written: u32,
    cost: f32,
}

impl Step {
    /// Where the last letter that it writes stands among the letters.
    fn last(&self) -> usize {
        let [last, ..] = self.letters.to_le_bytes();
        place(Some(last))
    }
}

/// Respellings that are measured together against one original after another. What two respellings begin with is read once,
/// and so is what two originals begin with that follow one another.
pub struct Measure<'r> {
    /// The rules of letters that nobody hears, by the last of these.
    silent: &'r [Vec<Rule>; 27],
    rows: Vec<Beginning>,
    /// The row and the length of each respelling.
    respellings: Vec<(usize, usize)>,
    /// The steps by the last letter that they write, and where those with each last letter begin and end.
    steps: Vec<Step>,
    steps_from: [usize; 28],
    /// With which letters steps and silent letters of several begin.
    several: Several,
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

    /// Whether no path up to some letters of an original costs at most `reach`, nor any that passes over the last of them, so that
    /// none ever will.
    #[inline]
    fn is_beyond(&self, to: &[u8], several: &Several, reach: f32) -> bool {
        let near = |letters: usize| self.least[letters] <= reach;
        !near(to.len())
            && !(1..LONGEST.min(to.len() + 1)).any(|over| {
                let before = to.len() - over;
                near(before) && several.begin_with(&to[before..])
            })
    }
}

/// The first letters of the rules of several letters: what may pass over a letter of an original.
#[derive(Clone, Debug, Default)]
pub(super) struct Several([u32; 27]);

impl Several {
    /// Takes note of a rule of so many letters.
    pub(super) fn add(&mut self, letters: u32, written: usize) {
        let letter = |at: usize| place(Some((letters >> (8 * (written - 1 - at))).to_le_bytes()[0]));
        match written {
            0 | 1 => {}
            // It passes over its first letter alone.
            2 => self.0[letter(0)] |= 1,
            _ => self.0[letter(0)] |= 1 | 1 << letter(1),
        }
    }

    /// Whether a longer rule may begin with some letters: of the third nothing is known.
    #[inline]
    fn begin_with(&self, letters: &[u8]) -> bool {
        let second = letters.get(1).map_or(0, |&letter| place(Some(letter)));
        self.0[place(letters.first().copied())] >> second & 1 != 0
    }
}

impl<'r> Measure<'r> {
    pub(super) fn new(rules: &'r Respelling, respellings: &[&str]) -> Self {
        let letters = respellings.iter().map(|respelling| respelling.len()).max().unwrap_or(0);
        let mut measure = Self {
            silent: &rules.silent,
            rows: Vec::with_capacity(1 + letters + 2 * respellings.len()),
            respellings: Vec::with_capacity(respellings.len()),
            steps: Vec::with_capacity(8 * (letters + respellings.len())),
            steps_from: [0; 28],
            several: rules.several.clone(),
            to: Vec::with_capacity(2 * letters),
            free: Grid::default(),
            ruled: Grid::default(),
        };
        measure.rows.push(Beginning {
            shorter: 0,
            letter: 0,
            other_vowel: FREE_EDIT,
            free_drop: UNREACHED,
            drop: UNREACHED,
        });
        let mut path = Vec::with_capacity(letters + 1);
        for (at, respelling) in respellings.iter().enumerate() {
            // Most of them are one stem with one ending or another: the path is that of the one before as far as both agree.
            let before = at.checked_sub(1).map_or("", |before| respellings[before]);
            let same = respelling.bytes().zip(before.bytes()).take_while(|(a, b)| a == b).count();
            path.truncate(same + 1);
            if path.is_empty() {
                path.push(0);
            }
            let mut heard = respelling.as_bytes()[..same].iter().copied().fold(0, tail);
            for &letter in &respelling.as_bytes()[same..] {
                heard = tail(heard, letter);
                let shorter = path[path.len() - 1];
                let is_known = |row: &Beginning| row.shorter == shorter && row.letter == letter;
                let known = measure.rows.iter().skip(shorter + 1).position(is_known);
                path.push(match known {
                    Some(behind) => shorter + 1 + behind,
                    None => measure.add_row(rules, letter, heard, &path),
                });
            }
            measure.respellings.push((path[respelling.len()], respelling.len()));
        }
        measure.sort_steps();
        measure
    }

    /// Brings the steps that write the same last letter together.
    fn sort_steps(&mut self) {
        let mut ends = [0; 28];
        for step in &self.steps {
            ends[step.last() + 1] += 1;
        }
        for letter in 1..ends.len() {
            ends[letter] += ends[letter - 1];
        }
        self.steps_from = ends;
        let mut sorted = self.steps.clone();
        for step in &self.steps {
            let place = &mut ends[step.last()];
            sorted[*place] = *step;
            *place += 1;
        }
        self.steps = sorted;
    }

    /// Adds the row of a beginning that ends in a letter; `path` are the rows of the shorter ones.
    fn add_row(&mut self, rules: &Respelling, letter: u8, heard: u64, path: &[usize]) -> usize {
        let row = self.rows.len();
        let mut drop = UNREACHED;
        for rule in &rules.rules[place(Some(letter))] {
            if heard & rule.heard_mask != rule.heard_letters {
                continue;
            }
            if rule.written == 0 {
                drop = drop.min(rule.cost);
                continue;
            }
            self.several.add(rule.letters, rule.written);
            let small = |number: usize| u32::try_from(number).expect("a word has fewer than 2³² letters");
            self.steps.push(Step {
                row: small(row),
                from: small(path[path.len() - rule.heard]),
                letters: rule.letters,
                mask: rule.mask,
                written: small(rule.written),
                cost: rule.cost,
            });
        }
        let free_drop = edit(is_vowel(letter) || letter == b'h' || letter == b'j').min(drop);
        let shorter = path[path.len() - 1];
        let other_vowel = edit(is_vowel(letter));
        self.rows.push(Beginning { shorter, letter, other_vowel, free_drop, drop });
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
        let mut beginnings = (1..self.free.least.len()).map(|letters| &self.to[..letters]);
        beginnings.find(|beginning| self.free.is_beyond(beginning, &self.several, reach))
    }

    /// The cheapest path from a row to the original, or [`UNREACHED`] when none costs at most `reach`.
    fn cheapest<const FREE_EDITS: bool>(&mut self, row: usize, reach: f32) -> f32 {
        let mut grid = std::mem::take(if FREE_EDITS { &mut self.free } else { &mut self.ruled });
        if grid.costs.capacity() == 0 {
            grid.costs.reserve(self.to.capacity().min(USUAL_LETTERS) * self.rows.len());
        }
        let is_beyond = |grid: &Grid| {
            let columns = grid.least.len();
            columns > 0 && grid.is_beyond(&self.to[..columns - 1], &self.several, reach)
        };
        while grid.least.len() <= self.to.len() && !is_beyond(&grid) {
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
        let (previous, costs) = (&before[start - height..][..height], &mut costs[..height]);
        for cost in &mut *costs {
            *cost += insertion;
        }
        for rule in self.silent[letter].iter().filter(|rule| tail & rule.mask == rule.letters) {
            let from = &before[start - rule.written * height..][..height];
            for (cost, from) in costs.iter_mut().zip(from) {
                *cost = lesser(*cost, from + rule.cost);
            }
        }
        for step in &self.steps[self.steps_from[letter]..self.steps_from[letter + 1]] {
            if tail & step.mask == step.letters {
                let from = before[start - step.written as usize * height + step.from as usize];
                let cost = &mut costs[step.row as usize];
                *cost = lesser(*cost, from + step.cost);
            }
        }
        let (mut least, mut above) = (costs[0], costs[0]);
        for (row, its) in self.rows.iter().enumerate().skip(1) {
            let other = match (FREE_EDITS, target_is_vowel) {
                (true, true) => its.other_vowel,
                (true, false) => FREE_EDIT,
                (false, _) => UNREACHED,
            };
            // Whether the letters agree is not foreseen: it is cheaper to add nothing than to branch.
            let change = if its.letter == target { 0.0 } else { other };
            let cost = lesser(costs[row], previous[its.shorter] + change);
            // Most rows continue the one before, whose cost is still at hand: reading it back would be waiting for it.
            let shorter = if its.shorter + 1 == row { above } else { costs[its.shorter] };
            let cost = lesser(cost, shorter + dropped(its));
            (costs[row], above) = (cost, cost);
            least = lesser(least, cost);
        }
        grid.least.push(least);
    }
}

/// Few originals are longer, as far as they are worth a look.
const USUAL_LETTERS: usize = 12;

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
