//! How long a mention takes with the built-in names: 80 % known names, 15 % unknown ones, 5 % broken ones.
//!
//! `cargo bench --bench lookup` prints, as CSV, the mean over articles of forty mentions, and the mean, the median, the 99th
//! percentile and the longest time of mentions that stand alone in an article of one sentence, where no other pays for what is
//! set up for an article. All that names take is counted, from finding the mentions to settling overlaps.
#![expect(clippy::print_stdout, reason = "a bench prints")]
#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "numbers are drawn and averaged"
)]

use std::time::{Duration, Instant};

use misnomer::article::{Article, Prose};
use misnomer::config::setup::MIN_CONFIDENCE;
use misnomer::names::Names;
use misnomer::names::gazetteer::Kind;

use made::{Sort, article};

#[path = "growth/made.rs"]
mod made;

const ARTICLES: u64 = 100;
const MENTIONS: u64 = 40;
const ROUNDS: usize = 5;

fn main() {
    let names = Names::builtin();
    let builtin = Builtin::of(&names);
    println!("mentions,µs in an article,µs alone,median,99 %,longest");
    let sorts = [
        ("known", Some(Sort::Known)),
        ("unknown", Some(Sort::Unknown)),
        ("broken", Some(Sort::Broken)),
        ("mixed", None),
    ];
    for (label, sort) in sorts {
        let sort_of = |at: u64| sort.unwrap_or_else(|| Sort::of(at));
        let together: Vec<Article> =
            (0..ARTICLES).map(|seed| article(&builtin, seed, MENTIONS, sort_of)).collect();
        let alone: Vec<Article> = (0..ARTICLES * MENTIONS)
            .map(|number| article(&builtin, ARTICLES + number, 1, |_| sort_of(number)))
            .collect();
        let whole: Duration = timed(&names, &together).iter().sum();
        let mut each = timed(&names, &alone);
        each.sort_unstable();
        let micros = |time: Duration| time.as_secs_f64() * 1e6;
        let mean = micros(each.iter().sum()) / each.len() as f64;
        println!(
            "{label},{:.1},{mean:.1},{:.1},{:.1},{:.1}",
            micros(whole) / (ARTICLES * MENTIONS) as f64,
            micros(each[each.len() / 2]),
            micros(each[each.len() * 99 / 100]),
            micros(each[each.len() - 1])
        );
    }
}

/// How long the names of each article take: the best of some rounds, since the first brings the tables into memory, and the machine
/// has other work too. Every round reads all articles, so that none finds its names in a nearer cache than the one before did.
fn timed(names: &Names, articles: &[Article]) -> Vec<Duration> {
    let round = || {
        articles.iter().map(|article| {
            let prose = Prose::of(article);
            let began = Instant::now();
            std::hint::black_box(names.broken_in(article, &prose, MIN_CONFIDENCE));
            began.elapsed()
        })
    };
    let mut best: Vec<Duration> = round().collect();
    for _ in 1..ROUNDS {
        best = round().zip(best).map(|(next, best)| next.min(best)).collect();
    }
    best
}

/// The built-in names, and the persons among them.
struct Builtin {
    all: Vec<String>,
    persons: Vec<String>,
}

impl Builtin {
    fn of(names: &Names) -> Self {
        let index = &names.indices()[0];
        let list = |persons: bool| {
            let entries = index.entries().filter(move |entry| !persons || entry.kind == Kind::Person);
            entries.map(|entry| entry.name().into_owned()).collect()
        };
        Self { all: list(false), persons: list(true) }
    }
}

impl made::Names for Builtin {
    /// Half of the names that news speaks of are persons', though most that there are are towns.
    fn known(&self, number: u64) -> String {
        let list = if number.is_multiple_of(2) { &self.persons } else { &self.all };
        list[(number / 2 % list.len() as u64) as usize].clone()
    }

    fn person(&self, number: u64) -> String {
        self.persons[(number % self.persons.len() as u64) as usize].clone()
    }
}
