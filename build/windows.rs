//! Finds stretches of bytes, one of which stands in every match of a pattern, so that the pattern need not be read where none does.

use regex_syntax::hir::{Class, Hir, HirKind, Repetition};
use regex_syntax::utf8::Utf8Sequences;

/// Which bytes may stand at a place, as ranges with both ends.
type Place = Vec<(u8, u8)>;
/// Places that follow one another.
type Stretch = Vec<Place>;

/// At most so many places are looked for at once: a bit each.
const MOST_PLACES: usize = 64;
/// Longer stretches are hardly rarer.
const LONGEST: usize = 8;

/// What is known of the matches of an expression.
struct Known {
    /// What all of them are, where these are few.
    all: Option<Vec<Stretch>>,
    /// How all of them begin and end.
    begin: Vec<Stretch>,
    end: Vec<Stretch>,
    /// What each of them holds one of; the rarest that was found.
    held: Vec<Stretch>,
}

/// The stretches of which every match holds one, as `src/rules/window.rs` reads them; nothing where they are no help.
pub(crate) fn of(pattern: &str) -> Result<Vec<u8>, Box<regex_syntax::Error>> {
    let held = known(&regex_syntax::parse(pattern)?).held;
    let mut packed = Vec::new();
    if chance(&held) < WORTH_A_LOOK {
        for stretch in held {
            for place in stretch {
                packed.push(u8::try_from(place.len()).expect("a place has few ranges"));
                packed.extend(place.iter().flat_map(|&(first, last)| [first, last]));
            }
            packed.push(0);
        }
    }
    Ok(packed)
}

fn known(expression: &Hir) -> Known {
    match expression.kind() {
        HirKind::Empty | HirKind::Look(_) => Known::exactly(vec![Vec::new()]),
        HirKind::Literal(literal) => {
            Known::exactly(vec![literal.0.iter().map(|&byte| vec![(byte, byte)]).collect()])
        }
        HirKind::Class(class) => of_class(class),
        HirKind::Capture(capture) => known(&capture.sub),
        HirKind::Repetition(repetition) => of_repetition(repetition),
        HirKind::Concat(parts) => parts.iter().map(known).fold(Known::exactly(vec![Vec::new()]), Known::then),
        HirKind::Alternation(ways) => {
            let mut ways = ways.iter().map(known);
            let first = ways.next().expect("an alternation has ways");
            ways.fold(first, Known::or)
        }
    }
}

fn of_class(class: &Class) -> Known {
    let stretches: Vec<Stretch> = match class {
        Class::Bytes(class) => vec![vec![class.iter().map(|range| (range.start(), range.end())).collect()]],
        Class::Unicode(class) => {
            let ascii = class.iter().filter(|range| range.start().is_ascii());
            let ascii: Place =
                ascii.map(|range| (range.start() as u8, range.end().min('\x7f') as u8)).collect();
            let beyond = class.iter().filter(|range| !range.end().is_ascii());
            let beyond =
                beyond.flat_map(|range| Utf8Sequences::new(range.start().max('\u{80}'), range.end()));
            let beyond: Vec<Stretch> = beyond
                .take(MOST_PLACES)
                .map(|sequence| {
                    sequence.as_slice().iter().map(|range| vec![(range.start, range.end)]).collect()
                })
                .collect();
            if places(&beyond) > MOST_PLACES / 2 {
                return Known::of_letters(&ascii);
            }
            (!ascii.is_empty()).then(|| vec![ascii]).into_iter().chain(beyond).collect()
        }
    };
    Known::exactly(stretches)
}

fn of_repetition(repetition: &Repetition) -> Known {
    let once = known(&repetition.sub);
    if repetition.min == 0 {
        return match (once.all, repetition.max) {
            (Some(mut all), Some(1)) => {
                all.push(Vec::new());
                Known::exactly(all)
            }
            _ => Known::anything(),
        };
    }
    let is_exact = repetition.max == Some(repetition.min);
    let several = (1..repetition.min.min(4))
        .fold(known(&repetition.sub), |known, _| known.then(self::known(&repetition.sub)));
    if is_exact && repetition.min <= 4 {
        return several;
    }
    Known { all: None, begin: several.begin, end: several.end, held: several.held }
}

impl Known {
    fn exactly(all: Vec<Stretch>) -> Self {
        Self { begin: all.clone(), end: all.clone(), held: all.clone(), all: Some(all) }
    }

    fn anything() -> Self {
        let nothing = vec![Vec::new()];
        Self { all: None, begin: nothing.clone(), end: nothing.clone(), held: nothing }
    }

    /// One letter of many alphabets: some ASCII byte, or several others.
    fn of_letters(ascii: &[(u8, u8)]) -> Self {
        let with = |others: (u8, u8)| vec![vec![ascii.iter().copied().chain([others]).collect()]];
        Self { all: None, begin: with((0xc2, 0xf4)), end: with((0x80, 0xbf)), held: with((0xc2, 0xf4)) }
    }

    fn then(self, next: Self) -> Self {
        let meeting = joined(&self.end, &next.begin, Keep::End);
        let all = self.all.as_ref().zip(next.all.as_ref());
        let all = all.and_then(|(first, second)| {
            let whole = joined(first, second, Keep::Whole);
            (places(&whole) <= MOST_PLACES).then_some(whole)
        });
        let begin = match &self.all {
            Some(first) => joined(first, &next.begin, Keep::Begin),
            None => self.begin,
        };
        let end = match &next.all {
            Some(second) => joined(&self.end, second, Keep::End),
            None => next.end,
        };
        let candidates = [self.held, next.held, meeting, begin.clone(), end.clone()];
        let held = candidates.into_iter().filter(|held| places(held) <= MOST_PLACES);
        let held = held.min_by(|a, b| chance(a).total_cmp(&chance(b))).unwrap_or_else(|| vec![Vec::new()]);
        Self { all, begin: or_anything(begin), end: or_anything(end), held }
    }

    fn or(self, other: Self) -> Self {
        let all = self.all.zip(other.all).map(|(first, second)| union(first, second));
        let all = all.filter(|all| places(all) <= MOST_PLACES);
        Self {
            all,
            begin: or_anything(union(self.begin, other.begin)),
            end: or_anything(union(self.end, other.end)),
            held: or_anything(union(self.held, other.held)),
        }
    }
}

/// Which part of stretches that grow too long is kept.
#[derive(Clone, Copy, PartialEq)]
enum Keep {
    Whole,
    Begin,
    End,
}

fn joined(first: &[Stretch], second: &[Stretch], keep: Keep) -> Vec<Stretch> {
    let pairs =
        first.iter().flat_map(|first| second.iter().map(move |second| [first.as_slice(), second].concat()));
    let kept = pairs.map(|stretch| match keep {
        Keep::Begin => stretch[..stretch.len().min(LONGEST)].to_vec(),
        Keep::End => stretch[stretch.len().saturating_sub(LONGEST)..].to_vec(),
        Keep::Whole => stretch,
    });
    union(kept.collect(), Vec::new())
}

fn union(first: Vec<Stretch>, second: Vec<Stretch>) -> Vec<Stretch> {
    let mut all = [first, second].concat();
    all.sort();
    all.dedup();
    all
}

/// The stretches, unless they are too many.
fn or_anything(stretches: Vec<Stretch>) -> Vec<Stretch> {
    if places(&stretches) <= MOST_PLACES { stretches } else { vec![Vec::new()] }
}

fn places(stretches: &[Stretch]) -> usize {
    stretches.iter().map(Vec::len).sum()
}

/// About how likely one of the stretches stands at a place of an English text.
fn chance(stretches: &[Stretch]) -> f64 {
    let of_place = |place: &Place| {
        let bytes = place.iter().flat_map(|&(first, last)| first..=last);
        bytes.map(frequency).sum::<f64>().min(1.0)
    };
    stretches.iter().map(|stretch| stretch.iter().map(of_place).product::<f64>()).sum()
}

/// About how frequent a byte is in English.
fn frequency(byte: u8) -> f64 {
    match byte {
        b' ' => 0.16,
        b'a' | b'e' | b'i' | b'n' | b'o' | b'r' | b's' | b't' => 0.06,
        b'a'..=b'z' => 0.02,
        b'.' | b',' => 0.01,
        0x80.. => 0.0002,
        _ => 0.001,
    }
}

/// Where stretches are likelier than this, looking for them is no help.
const WORTH_A_LOOK: f64 = 0.02;
