//! Articles and names made for measuring: as many as are wanted, always the same ones.
#![expect(clippy::unwrap_used, reason = "a bench stops at the first error")]
#![allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "numbers are drawn"
)]
#![allow(dead_code, unreachable_pub, reason = "each bench uses a part")]

use std::fmt::Write as _;

use misnomer::article::{Article, Format};
use misnomer::names::gazetteer::{Entry, Kind};

/// What a mention is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A name of the list.
    Known,
    /// A made name that is in no list.
    Unknown,
    /// A person of the list, spelt by ear.
    Broken,
}

impl Sort {
    /// Of twenty mentions sixteen are known, three unknown, one is broken.
    pub fn of(at: u64) -> Self {
        match at % 20 {
            3 | 9 | 15 => Self::Unknown,
            12 => Self::Broken,
            _ => Self::Known,
        }
    }
}

/// Names to draw from.
pub trait Names {
    /// The name drawn for a number.
    fn known(&self, number: u64) -> String;
    /// The name drawn for a number, of a person.
    fn person(&self, number: u64) -> String;
}

/// An article of so many mentions, one a sentence, always the same for the same seed.
pub fn article(names: &dyn Names, seed: u64, mentions: u64, sort: impl Fn(u64) -> Sort) -> Article {
    let mut text = String::new();
    for at in 0..mentions {
        let number = stirred(seed << 32 | at);
        let name = match sort(at) {
            Sort::Known => names.known(number),
            Sort::Unknown => format!("{} {}", word(number | 1 << 60), word(stirred(number) | 1 << 60)),
            Sort::Broken => by_ear(&names.person(number)),
        };
        let between = ["In the morning we met", "Nobody there knew that", "It was said by"][at as usize % 3];
        writeln!(text, "{between} {name} in town.").unwrap();
    }
    Article::new("made.txt", text, Format::Text)
}

/// Made names: as many as are wanted, always the same ones.
pub struct Made {
    /// How many.
    pub count: u64,
}

impl Names for Made {
    fn known(&self, number: u64) -> String {
        self.entry(number % self.count).name
    }

    fn person(&self, number: u64) -> String {
        self.full_name(number % self.count)
    }
}

impl Made {
    /// The entry of a number.
    pub fn entry(&self, number: u64) -> Entry {
        let (name, kind) = match number % 20 {
            ..14 => (self.full_name(number), Kind::Person),
            14..19 => (self.surname(number), Kind::Place),
            _ => (format!("{} {} Institute", self.surname(number), given(number)), Kind::Organisation),
        };
        let foreign = number.is_multiple_of(2).then(|| by_ear(&name)).filter(|form| *form != name);
        Entry {
            name,
            kind,
            gender: None,
            country: ["RS", "ME", "US", "ES", ""][number as usize % 5].to_owned(),
            roles: vec![["minister@2020-2024", "player", "city"][number as usize % 3].to_owned()],
            aliases: Vec::new(),
            foreign: foreign.into_iter().collect(),
            damaged: Vec::new(),
            native: Vec::new(),
            source: "made".to_owned(),
        }
    }

    fn full_name(&self, number: u64) -> String {
        format!("{} {}", given(number), self.surname(number))
    }

    /// A few surnames are frequent and most are rare; the more people, the more surnames, though not in proportion.
    fn surname(&self, number: u64) -> String {
        let pool = 8.0 * (self.count as f64).powf(0.75);
        let drawn = (stirred(number) >> 11) as f64 / (1_u64 << 53) as f64;
        word((drawn.powi(3) * pool) as u64 + 1_000_000)
    }
}

fn given(number: u64) -> String {
    let drawn = stirred(number ^ 0xabcd) % 140;
    word(drawn * drawn)
}

/// A name made of syllables, the same for the same number.
fn word(number: u64) -> String {
    let mut rest = stirred(number);
    let mut draw = |from: &[&'static str]| {
        let drawn = from[(rest % from.len() as u64) as usize];
        rest /= from.len() as u64;
        drawn
    };
    let onsets = [
        "b", "c", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "sh", "t", "v", "w", "br", "st",
    ];
    let codas = ["", "", "n", "r", "s", "l", "ck", "tt"];
    let mut name = String::new();
    for _ in 0..2 + number % 3 {
        for part in [draw(&onsets), draw(&["a", "e", "i", "o", "u", "ou"]), draw(&codas)] {
            name.push_str(part);
        }
    }
    name[..1].to_uppercase() + &name[1..]
}

/// A name as a Serbian would write it by ear, near enough.
fn by_ear(name: &str) -> String {
    [
        ("ck", "k"),
        ("tt", "t"),
        ("ou", "u"),
        ("w", "v"),
        ("sh", "š"),
        ("c", "k"),
        ("W", "V"),
        ("Sh", "Š"),
        ("C", "K"),
    ]
    .iter()
    .fold(name.to_owned(), |name, (from, to)| name.replace(from, to))
}

fn stirred(number: u64) -> u64 {
    misnomer::names::packed::mixed(number.wrapping_add(0x9e37_79b9_7f4a_7c15))
}
