//! How likely a word is to be the spelling by ear of a name: a weighted edit distance over the rules of transcription.

/// One way in which letters of an original are written by ear.
#[derive(Debug)]
struct Rule {
    respelling: &'static [u8],
    /// How many letters the original has, and they as a [`number`] with the bits that it takes.
    written: usize,
    letters: u32,
    mask: u32,
    cost: f32,
}

/// Respelling, original and cost.
type Table = &'static [(&'static str, &'static str, f32)];

/// The rows of `rules/lexicon/respellings.csv`, and those of `transliterations.csv`.
static BY_EAR: Table = include!(concat!(env!("OUT_DIR"), "/respellings.rs"));
static ROMANISATIONS: Table = include!(concat!(env!("OUT_DIR"), "/transliterations.rs"));

/// The rules of transcription.
#[derive(Debug)]
pub struct Respelling {
    /// By the last letter of the respelling.
    rules: [Vec<Rule>; 27],
    /// Those whose respelling is empty, by the last letter of the original.
    silent: [Vec<Rule>; 27],
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
    /// How names are spelt by ear.
    ///
    /// The costs come from aligning place names of `GeoNames` with their Serbian forms: the rarer the rule, the dearer.
    pub fn by_ear() -> Self {
        Self::from_tables(&[BY_EAR])
    }

    /// How names are spelt by ear, or in another romanisation.
    pub fn builtin() -> Self {
        Self::from_tables(&[BY_EAR, ROMANISATIONS])
    }

    fn from_tables(tables: &[Table]) -> Self {
        let [mut rules, mut silent]: [[Vec<Rule>; 27]; 2] =
            std::array::from_fn(|_| std::array::from_fn(|_| Vec::new()));
        for &(respelling, original, cost) in tables.iter().copied().flatten() {
            let like = match respelling.bytes().last() {
                None => &mut silent[place(original.bytes().last())],
                last => &mut rules[place(last)],
            };
            like.push(Rule {
                respelling: respelling.as_bytes(),
                written: original.len(),
                letters: number(original.as_bytes()),
                mask: u32::try_from((1_u64 << (8 * original.len())) - 1).expect("at most four bytes"),
                cost: if respelling.is_empty() { cost.max(SILENT) } else { cost },
            });
        }
        Self { rules, silent }
    }

    /// How far `original` is from `respelling`, both folded, when it is at most `most` per letter.
    pub fn distance(&self, respelling: &str, original: &str, most: f32) -> Option<Distance> {
        let mut measure = self.of(&[respelling]);
        measure.turn_to(original.as_bytes());
        measure.distance(0, most)
    }

    /// Folded respellings, to be measured together against any number of originals.
    pub fn of(&self, respellings: &[&str]) -> Measure<'_> {
        let mut measure = Measure {
            silent: &self.silent,
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
                path.push(known.unwrap_or_else(|| measure.add_row(self, &respelling[..=at], &path)));
            }
            measure.respellings.push((path[respelling.len()], respelling.len()));
        }
        measure
    }
}

/// The last four bytes as one number, the last one lowest.
#[inline]
fn number(bytes: &[u8]) -> u32 {
    bytes[bytes.len().saturating_sub(LONGEST)..].iter().fold(0, |number, &byte| number << 8 | u32::from(byte))
}

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

impl Measure<'_> {
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

    #[test]
    fn every_rule_is_in_letters_and_not_too_long() {
        for (respelling, original, cost) in BY_EAR.iter().chain(ROMANISATIONS) {
            let letters =
                [respelling, original].iter().all(|text| text.bytes().all(|c| c.is_ascii_lowercase()));
            let drops = original.is_empty();
            assert!(
                letters && original.len() <= LONGEST,
                "{respelling},{original}: letters from a to z, at most four"
            );
            assert!(
                !drops || respelling.len() == 1,
                "{respelling}: a rule without an original drops one letter"
            );
            assert!(*cost >= 0.0, "{respelling},{original}: {cost}");
        }
    }

    #[test]
    fn the_rules_alone_explain_a_spelling_by_ear() {
        let rules = Respelling::builtin();
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
    fn romanisations_are_rules_that_transcription_lacks() {
        let (by_ear, both) = (Respelling::by_ear(), Respelling::builtin());
        for (respelling, original) in
            [("hamenej", "khamenei"), ("shehar", "shekhar"), ("loukashenko", "lukashenko"), ("hsi", "xi")]
        {
            let near = both.distance(respelling, original, 0.1).expect("within reach");
            assert!(near.by_rule, "{respelling} {original} {near:?}");
            let far = by_ear.distance(respelling, original, 1.0).expect("any word is");
            assert!(far.cost > 2.0 * near.cost, "{respelling} {original} {near:?} {far:?}");
        }
    }

    #[test]
    fn another_name_is_far() {
        let rules = Respelling::builtin();
        for (one, other) in [("rubin", "rubio"), ("comer", "comey"), ("vance", "pence")] {
            let distance = rules.distance(one, other, 1.0);
            assert!(distance.is_none_or(|distance| distance.per_letter > 0.12), "{one} {other} {distance:?}");
        }
    }

    #[test]
    fn the_same_word_is_at_no_distance() {
        let distance = Respelling::builtin().distance("kurti", "kurti", 0.0).expect("the same");
        assert_eq!(distance, Distance { cost: 0.0, per_letter: 0.0, by_rule: true });
    }
}
