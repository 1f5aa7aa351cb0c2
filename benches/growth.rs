//! How cost grows with the number of names: build time, file size, memory, and microseconds a mention.
//!
//! `cargo bench --bench growth -- 10000 100000 1000000` prints a row for each number of entries, as CSV. Every step runs in a
//! process of its own, so that its memory can be told from that of the others.
#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "a bench prints, and stops at the first error")]
#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "numbers are drawn and averaged"
)]

use std::fmt::Write as _;
use std::fs::File;
use std::io::BufWriter;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use misnomer::article::{Article, Format, Prose};
use misnomer::names::Names;
use misnomer::names::gazetteer::{Entry, Kind};
use misnomer::names::index::Builder;
use misnomer::names::lexicon::Lexicon;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|it| !it.starts_with("--")).collect();
    if let [verb @ ("build" | "ask"), count, file] =
        arguments.iter().map(String::as_str).collect::<Vec<_>>()[..]
    {
        let made = Made { count: count.parse().unwrap() };
        match verb {
            "build" => build(&made, Path::new(file)),
            _ => ask(&made, Path::new(file)),
        }
        return;
    }
    println!(
        "entries,build s,build MB,file MB,open ms,check MB,µs a known,µs an unknown,µs a broken,µs a mention"
    );
    let counts = if arguments.is_empty() { vec!["10000".to_owned(), "100000".to_owned()] } else { arguments };
    for count in counts {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("made.names");
        let step = |verb: &str| {
            let mut step = Command::new(std::env::current_exe().unwrap());
            let output = step.args([verb, &count]).arg(&file).output().unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            String::from_utf8(output.stdout).unwrap().trim().to_owned()
        };
        println!("{count},{},{}", step("build"), step("ask"));
    }
}

/// Prints the seconds, the memory and the size of the file.
fn build(made: &Made, file: &Path) {
    let began = Instant::now();
    let mut builder = Builder::new(&Lexicon::builtin().unwrap().spellings());
    for number in 0..made.count {
        builder.push(&made.entry(number));
    }
    builder.finish(BufWriter::new(File::create(file).unwrap())).unwrap();
    let size = file.metadata().unwrap().len() / 1_000_000;
    println!("{:.1},{},{size}", began.elapsed().as_secs_f64(), peak_memory());
}

/// Prints how long it takes to open the file, the memory, and the time of a mention of each sort.
fn ask(made: &Made, file: &Path) {
    let began = Instant::now();
    let mut names = Names::builtin();
    names.add_file(file).unwrap();
    let opened = began.elapsed().as_secs_f64() * 1e3;
    let first = article(made, 0, Sort::of);
    let prose = Prose::of(&first);
    names.broken_in(&first, &prose);
    let memory = peak_memory();
    let micros = |sort: &dyn Fn(u64) -> Sort| {
        let articles: Vec<Article> = (1..=ARTICLES).map(|seed| article(made, seed, sort)).collect();
        let round = || {
            let began = Instant::now();
            for article in &articles {
                std::hint::black_box(names.broken_in(article, &Prose::of(article)));
            }
            began.elapsed().as_secs_f64() * 1e6 / (ARTICLES * MENTIONS) as f64
        };
        // The first round brings the pages of the file into memory.
        round();
        round().min(round())
    };
    println!(
        "{opened:.1},{memory},{:.1},{:.1},{:.1},{:.1}",
        micros(&|_| Sort::Known),
        micros(&|_| Sort::Unknown),
        micros(&|_| Sort::Broken),
        micros(&Sort::of)
    );
}

/// The most memory that this process has had, in megabytes.
fn peak_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    peak.and_then(|peak| peak.trim().strip_suffix(" kB")?.parse::<u64>().ok()).unwrap_or(0) / 1000
}

const ARTICLES: u64 = 20;
const MENTIONS: u64 = 40;

/// What a mention is.
#[derive(Clone, Copy)]
enum Sort {
    Known,
    Unknown,
    Broken,
}

impl Sort {
    /// Of twenty mentions sixteen are known, three unknown, one is broken.
    fn of(at: u64) -> Self {
        match at % 20 {
            3 | 9 | 15 => Self::Unknown,
            12 => Self::Broken,
            _ => Self::Known,
        }
    }
}

fn article(made: &Made, seed: u64, sort: impl Fn(u64) -> Sort) -> Article {
    let mut text = String::new();
    for at in 0..MENTIONS {
        let number = stirred(seed << 32 | at);
        let name = match sort(at) {
            Sort::Known => made.entry(number % made.count).name,
            Sort::Unknown => format!("{} {}", word(number | 1 << 60), word(stirred(number) | 1 << 60)),
            Sort::Broken => by_ear(&made.person(number % made.count)),
        };
        let between = ["In the morning we met", "Nobody there knew that", "It was said by"][at as usize % 3];
        writeln!(text, "{between} {name} in town.").unwrap();
    }
    Article::new("made.txt", text, Format::Text)
}

/// Made names: as many as are wanted, always the same ones.
struct Made {
    count: u64,
}

impl Made {
    fn entry(&self, number: u64) -> Entry {
        let (name, kind) = match number % 20 {
            ..14 => (self.person(number), Kind::Person),
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

    fn person(&self, number: u64) -> String {
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
