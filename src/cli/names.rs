//! `misnomer names`: build, ask and count files of compiled names.

use std::cmp::Reverse;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use misnomer::counted::counted;
use misnomer::error::{Error, Result};
use misnomer::import::{self, Built, Contradiction, Options, Report, Skipped};
use misnomer::names::gazetteer::Kind;
use misnomer::names::index::{FormKind, Index, Keyed};
use misnomer::names::lexicon::Lexicon;
use misnomer::names::{Names, fold};

use super::output::Output;
use super::{Exit, fit, print, say};

/// Build, ask and count names.
#[derive(clap::Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(clap::Subcommand)]
#[expect(clippy::doc_markdown, reason = "GeoNames and OpenSanctions are names, not code")]
enum Verb {
    /// Compile names for --names: a file that is mapped, not read
    Build {
        /// Names files (CSV, or TSV when a name ends in .tsv), or dumps as they are published, packed too (.gz, .bz2): Wikidata
        /// (JSON), GeoNames (allCountries.txt, alternateNamesV2.txt), OpenSanctions (targets.simple.csv), FollowTheMoney (JSON
        /// Lines), JRC-Names; of two that contradict, the first is right
        #[arg(required = true)]
        source: Vec<PathBuf>,
        /// Write the compiled names to this file
        #[arg(short, long, value_name = "FILE.names")]
        output: PathBuf,
        /// Read a column of a table under another name, or not at all: label=name,born=roles,remarks=
        #[arg(long, value_name = "COLUMN=OURS", value_delimiter = ',', value_parser = mapping)]
        map: Vec<(String, String)>,
        /// What the names of a table without a column `kind` name
        #[arg(long, value_parser = kind)]
        kind: Option<Kind>,
        /// The languages of a dump whose names for someone are kept, as foreign forms
        #[arg(long, value_name = "CODE", value_delimiter = ',', default_values = Options::LANGUAGES)]
        languages: Vec<String>,
        /// Leave out places of GeoNames with fewer inhabitants, but for capitals and seats of regions
        #[arg(long, value_name = "INHABITANTS", default_value_t = Options::LEAST_POPULATION)]
        least_population: u64,
    },
    /// Say what is known of a name
    Lookup {
        /// The name, in any spelling
        name: String,
        /// Look in this names file too (repeatable)
        #[arg(long, value_name = "FILE")]
        names: Vec<PathBuf>,
    },
    /// Count what a file of names holds
    Stats {
        /// A names file, or `builtin`
        file: PathBuf,
    },
    Fit(fit::Arguments),
}

/// Does what the command line says.
pub(super) fn run(arguments: &Arguments) -> Result<Exit> {
    match &arguments.verb {
        Verb::Build { source, output, map, kind, languages, least_population } => {
            let options = Options {
                columns: map.clone(),
                kind: *kind,
                languages: languages.clone(),
                least_population: *least_population,
                alternate_names: Vec::new(),
            };
            build(source, output, &options)
        }
        Verb::Lookup { name, names } => lookup(name, names),
        Verb::Stats { file } => stats(file),
        Verb::Fit(arguments) => fit::run(arguments),
    }
}

fn mapping(pair: &str) -> std::result::Result<(String, String), String> {
    let (theirs, ours) = pair.split_once('=').ok_or("write the column, `=` and ours: label=name")?;
    if !(ours.is_empty() || OURS.contains(&ours)) {
        return Err(format!("`{ours}` is none of our columns: {}", OURS.join(", ")));
    }
    Ok((theirs.to_owned(), ours.to_owned()))
}

/// The columns of a names file.
const OURS: [&str; 10] =
    ["name", "kind", "gender", "country", "roles", "aliases", "foreign", "damaged", "native", "source"];

fn kind(code: &str) -> std::result::Result<Kind, String> {
    let codes = || Kind::ALL.map(Kind::code).join(", ");
    Kind::of_code(code).ok_or_else(|| format!("say one of {}", codes()))
}

/// Compiles names files into one, which appears when it is complete.
fn build(sources: &[PathBuf], output: &Path, options: &Options) -> Result<Exit> {
    let began = Instant::now();
    let mut out = Output::open(Some(output))?;
    let spellings = Lexicon::builtin()?.spellings();
    let mut progress = Progress { told: began, bad: 0 };
    let built = import::build(sources, options, &spellings, &mut out, &mut progress)
        .map_err(|error| if error.names_a_file() { error } else { error.file(output) })?;
    out.keep()?;
    let Built { entries, united, bad, skipped, contradictions } = built;
    for Contradiction { entry, about, kept, dropped } in &contradictions {
        let (winner, loser) = (sources[kept.1].display(), sources[dropped.1].display());
        say(format_args!(
            "contradiction: {entry}: {about}: {winner} says {}, {loser} says {}; the former stays: it comes first",
            kept.0, dropped.0
        ));
    }
    say(format_args!(
        "{}: {}, {} united with others, {bad} left out, {}, {:.1} s",
        output.display(),
        counted(entries, "entry"),
        counted(united, "record"),
        counted(contradictions.len(), "contradiction"),
        began.elapsed().as_secs_f64()
    ));
    let Skipped { unknown_countries, .. } = &skipped;
    if !unknown_countries.is_empty() {
        let mut most: Vec<(&String, &usize)> = unknown_countries.iter().collect();
        most.sort_by_key(|(country, count)| (Reverse(*count), *country));
        let named = most.iter().take(MOST_COUNTRIES).map(|(country, count)| format!("{country} ({count})"));
        say(format_args!(
            "without country: {} whose country is neither a code of ISO 3166 nor an English name: {}{}",
            counted(unknown_countries.values().sum::<usize>(), "record"),
            named.collect::<Vec<_>>().join(", "),
            if most.len() > MOST_COUNTRIES { ", …" } else { "" }
        ));
    }
    if skipped.without_english_name + skipped.not_wanted > 0 {
        say(format_args!(
            "skipped: {} without an English name, {} that are no person, organisation or place of a size that counts",
            counted(skipped.without_english_name, "record"),
            skipped.not_wanted
        ));
    }
    Ok(Exit::Clean)
}

/// Unknown countries that are named; the rest is counted.
const MOST_COUNTRIES: usize = 10;

/// Tells on standard error how far it is, and the first bad records.
struct Progress {
    told: Instant,
    bad: usize,
}

/// Between two lines of progress.
const PAUSE: Duration = Duration::from_secs(2);
/// Bad records that are named; the rest is counted.
const MOST_NAMED: usize = 20;

impl Report for Progress {
    fn progress(&mut self, source: &Path, share: f64, entries: usize) {
        if self.told.elapsed() >= PAUSE {
            self.told = Instant::now();
            let entries = counted(entries, "entry");
            say(format_args!("{}: {:.0} %, {entries}", source.display(), share * 100.0));
        }
    }

    fn bad_record(&mut self, error: &Error) {
        self.bad += 1;
        match self.bad {
            ..=MOST_NAMED => say(format_args!("left out: {error}")),
            bad if bad == MOST_NAMED + 1 => say("left out: more records, which are counted below"),
            _ => {}
        }
    }
}

/// Says what is known of a name, and as what.
fn lookup(name: &str, files: &[PathBuf]) -> Result<Exit> {
    let mut names = Names::builtin();
    for file in files {
        names.add_file(file)?;
    }
    let mut keys = vec![fold::key(name), fold::plain(name)];
    keys.dedup();
    let mut text = String::new();
    for index in names.indices() {
        for form in keys.iter().flat_map(|key| index.forms_by_key(key)) {
            describe(&mut text, index, form);
        }
    }
    let exit = if text.is_empty() { Exit::Found } else { Exit::Clean };
    if text.is_empty() {
        let _ = writeln!(text, "no entry has {name} as a form");
    }
    print(&text)?;
    Ok(exit)
}

fn describe(text: &mut String, index: &Index, form: Keyed) {
    let entry = index.entry(form.entry);
    let how = match form.kind {
        FormKind::Accepted => "a form that is right in English",
        FormKind::Foreign => "how another language writes it",
        FormKind::Damaged => "a known damage of it",
    };
    let _ = writeln!(text, "{} ({}): {how}", entry.name(), entry.kind);
    let accepted: Vec<_> = entry.accepted().skip(1).map(|form| form.text()).collect();
    let gender = entry.gender.map_or("", misnomer::names::gazetteer::Gender::code);
    for (label, value) in [
        ("country", entry.country),
        ("gender", gender),
        ("roles", entry.roles),
        ("aliases", &accepted.join(" | ")),
        ("source", entry.source),
    ] {
        if !value.is_empty() {
            let _ = writeln!(text, "  {label:<8} {value}");
        }
    }
}

/// Counts what a names file holds.
fn stats(file: &Path) -> Result<Exit> {
    let mut names = Names::builtin();
    if file != Path::new("builtin") {
        names.add_file(file)?;
    }
    let index = names.indices().last().expect("the built-in names are an index");
    let counts = Kind::ALL.map(|kind| index.entries().filter(|entry| entry.kind == kind).count());
    let size = index.size();
    let lines = Kind::ALL.iter().map(ToString::to_string).zip(counts).chain([
        ("entries".to_owned(), index.entry_count()),
        ("names and aliases".to_owned(), size.accepted),
        ("keys of forms".to_owned(), size.keys),
        ("words".to_owned(), size.words),
        ("bytes".to_owned(), size.bytes),
    ]);
    let mut text = String::new();
    for (what, count) in lines {
        let _ = writeln!(text, "{what:<18}{count:>12}");
    }
    print(&text)?;
    Ok(Exit::Clean)
}
