//! What rules cost: the time to load a file of them, and to check a folder with them.
//!
//! `cargo bench --bench rules -- 10 1000 10000` prints a row for each number of rules, as CSV. The rules are of all kinds that find
//! something themselves, as many of one as of another; the words of some stand in the articles, those of most do not, as in a rules
//! file that has grown for years.
#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "a bench prints, and stops at the first error")]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::Instant;

use misnomer::article::{Article, Format};
use misnomer::engine::Engine;
use misnomer::finding::Confidence;
use misnomer::names::Names;
use misnomer::rules;

fn main() {
    let counts: Vec<usize> =
        std::env::args().skip(1).filter(|it| !it.starts_with("--")).map(|it| it.parse().unwrap()).collect();
    let counts = if counts.is_empty() { vec![10, 1000, 10_000] } else { counts };
    let folder = tempfile::tempdir().unwrap();
    let articles: Vec<Article> = (0..ARTICLES).map(article).collect();
    let engines: Vec<(usize, Engine, f64)> = counts
        .into_iter()
        .map(|count| {
            let file = folder.path().join("made.toml");
            fs::write(&file, rules_file(count)).unwrap();
            let (engine, load) = load(&file);
            (count, engine, load)
        })
        .collect();
    // In turns, so that what else the machine does slows all alike; the quickest round counts. The first also pays for compiling.
    let mut first = vec![0.0; engines.len()];
    let mut least = vec![f64::INFINITY; engines.len()];
    for round in 0..ROUNDS {
        for (number, (_, engine, _)) in engines.iter().enumerate() {
            let seconds = check(engine, &articles);
            if round == 0 {
                first[number] = seconds;
            }
            least[number] = least[number].min(seconds);
        }
    }
    println!("rules,load ms,check ms,ratio,first check ms,ratio");
    for (number, (count, _, load)) in engines.iter().enumerate() {
        println!(
            "{count},{load:.0},{:.0},{:.2},{:.0},{:.2}",
            least[number] * 1e3,
            least[number] / least[0],
            first[number] * 1e3,
            first[number] / first[0]
        );
    }
}

const ARTICLES: usize = 200;
const ROUNDS: usize = 5;

/// The engine with the rules of a file, and the milliseconds that reading them and building the engine take.
fn load(file: &Path) -> (Engine, f64) {
    let made = || {
        let names = Names::builtin();
        let begun = Instant::now();
        let rules = rules::load(&[file]).unwrap();
        let engine = Engine::new(names, rules, Confidence::percent(0));
        (engine, begun.elapsed().as_secs_f64() * 1e3)
    };
    (0..3).map(|_| made()).min_by(|a, b| a.1.total_cmp(&b.1)).unwrap()
}

/// The seconds that checking takes.
fn check(engine: &Engine, articles: &[Article]) -> f64 {
    let begun = Instant::now();
    for article in articles {
        std::hint::black_box(engine.check(article));
    }
    begun.elapsed().as_secs_f64()
}

/// A rules file of so many rules.
fn rules_file(count: usize) -> String {
    let mut text = String::new();
    for number in 0..count {
        let (wrong, right) = (format!("{} {}", word(number), word(number + 7)), word(number + 3));
        let _ = write!(
            text,
            "[[rule]]\nid = \"rule-{number}\"\nsource = \"https://example.org/style/{number}\"\ncategory = \"Style/Awkward\"\n\
             severity = \"minor\"\nconfidence = 90\nmessage = \"The desk does not write it so.\"\n\
             flags = [\"On Monday they had [[{wrong}|{right}]] in the town.\"]\nallows = [\"They had {right} in the town.\"]\n"
        );
        let _ = match number % 3 {
            0 => writeln!(text, "kind = \"phrases\"\nphrases = {{ \"{wrong}\" = \"{right}\" }}"),
            1 => writeln!(
                text,
                "pattern = '\\b(?i){wrong}s?\\b'\nsuggest = \"{right}\"\nunless = '\\b(?:old|new) {wrong}\\b'"
            ),
            _ => writeln!(
                text,
                "kind = \"consistent\"\nforms = [\"{wrong}\", \"{right} {}\"]",
                word(number + 11)
            ),
        };
        text.push('\n');
    }
    text
}

/// An article of some 400 words, of which a few are those of rules.
fn article(seed: usize) -> Article {
    let mut text = String::from("Council meets in Podgorica\n\n");
    for sentence in 0..24 {
        let at = seed * 31 + sentence * 17;
        let made = if sentence % 8 == 0 {
            format!("{} {}", word(at % 10_000), word(at % 10_000 + 7))
        } else {
            "a new plan".to_owned()
        };
        let _ = write!(
            text,
            "On Monday Ana Marić, the head of the council, said that the town had {made} for the bridge and the road to Nikšić. "
        );
        if sentence % 3 == 2 {
            text.push('\n');
        }
    }
    Article::new("made.txt", text, Format::Text)
}

/// A word made of syllables, the same for the same number.
fn word(number: usize) -> String {
    const SYLLABLES: [&str; 32] = [
        "ba", "re", "mi", "do", "lu", "ka", "te", "shi", "no", "pu", "ga", "le", "vi", "so", "ru", "cha",
        "fe", "ni", "bo", "mu", "tra", "pe", "gri", "lo", "stu", "va", "ze", "kri", "mo", "dru", "sa", "we",
    ];
    let mut rest = number * 7919 + 12345;
    let mut made = String::new();
    for _ in 0..4 {
        made.push_str(SYLLABLES[rest % 32]);
        rest /= 32;
    }
    made
}
