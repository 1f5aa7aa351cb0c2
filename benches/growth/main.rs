//! How cost grows with the number of names: build time, file size, memory, and microseconds a mention.
//!
//! `cargo bench --bench growth -- 10000 100000 1000000` prints a row for each number of entries, as CSV, and draws them in
//! `benches/growth/growth.svg`. Every step runs in a process of its own, so that its memory can be told from that of the others.
#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "a bench prints, and stops at the first error")]
#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "numbers are drawn and averaged"
)]

use std::fs::File;
use std::io::BufWriter;
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;
use std::time::Instant;

use misnomer::article::{Article, Prose};
use misnomer::config::setup::MIN_CONFIDENCE;
use misnomer::names::Names;
use misnomer::names::index::Builder;
use misnomer::names::lexicon::Lexicon;

use made::{Made, Sort, article};

mod made;
mod plot;

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
    println!("{COLUMNS}");
    let counts = if arguments.is_empty() { vec!["10000".to_owned(), "100000".to_owned()] } else { arguments };
    let mut rows = Vec::new();
    for count in counts {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("made.names");
        let step = |verb: &str| {
            let mut step = Command::new(std::env::current_exe().unwrap());
            let output = step.args([verb, &count]).arg(&file).output().unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            String::from_utf8(output.stdout).unwrap().trim().to_owned()
        };
        rows.push(format!("{count},{},{}", step("build"), step("ask")));
        println!("{}", rows[rows.len() - 1]);
    }
    let drawing = plot::draw(COLUMNS, &rows);
    std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/benches/growth/growth.svg"), drawing).unwrap();
}

const COLUMNS: &str =
    "entries,build s,build MB,file MB,open ms,check MB,µs a known,µs an unknown,µs a broken,µs a mention";

/// Prints the seconds, the memory and the size of the file.
fn build(made: &Made, file: &Path) {
    let began = Instant::now();
    let mut builder = Builder::new(&Lexicon::builtin().unwrap().spellings());
    for number in 0..made.count {
        builder.push(&made.entry(number));
    }
    builder.finish(BufWriter::new(File::create(file).unwrap())).unwrap();
    let size = file.metadata().unwrap().len() as f64 / 1e6;
    println!("{:.2},{},{size:.1}", began.elapsed().as_secs_f64(), peak_memory());
}

/// Prints how long it takes to open the file, the memory, and the time of a mention of each sort.
fn ask(made: &Made, file: &Path) {
    let began = Instant::now();
    let mut names = Names::builtin();
    names.add_file(file).unwrap();
    let opened = began.elapsed().as_secs_f64() * 1e3;
    let first = article(made, 0, MENTIONS, Sort::of);
    let prose = Prose::of(&first);
    names.broken_in(&first, &prose, MIN_CONFIDENCE);
    let memory = peak_memory();
    let micros = |sort: &dyn Fn(u64) -> Sort| {
        let articles: Vec<Article> = (1..=ARTICLES).map(|seed| article(made, seed, MENTIONS, sort)).collect();
        let round = || {
            let began = worked();
            for _ in 0..ROUNDS {
                for article in &articles {
                    std::hint::black_box(names.broken_in(article, &Prose::of(article), MIN_CONFIDENCE));
                }
            }
            (worked() - began) * 1e6 / (ROUNDS * ARTICLES * MENTIONS) as f64
        };
        // The first time brings the pages of the file into memory.
        round();
        round()
    };
    println!(
        "{opened:.1},{memory},{:.1},{:.1},{:.1},{:.1}",
        micros(&|_| Sort::Known),
        micros(&|_| Sort::Unknown),
        micros(&|_| Sort::Broken),
        micros(&Sort::of)
    );
}

/// The seconds that a processor has spent on this thread, so that others do not count; where nobody says, those of the clock.
fn worked() -> f64 {
    static BEGAN: LazyLock<Instant> = LazyLock::new(Instant::now);
    let spent = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = spent.and_then(|spent| spent.split(' ').next()?.parse::<u64>().ok());
    nanoseconds.map_or_else(|| BEGAN.elapsed().as_secs_f64(), |spent| spent as f64 / 1e9)
}

/// The most memory that this process has had, in megabytes.
fn peak_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    peak.and_then(|peak| peak.trim().strip_suffix(" kB")?.parse::<u64>().ok()).unwrap_or(0) / 1000
}

const ROUNDS: u64 = 3;
const ARTICLES: u64 = 20;
const MENTIONS: u64 = 40;
