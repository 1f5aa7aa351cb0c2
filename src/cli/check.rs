//! `misnomer check`: what is wrong with articles.

use std::ffi::OsStr;
use std::io::{self, IsTerminal};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{ColorChoice, Parser};
use misnomer::audit::{self, Outcome, Tally};
use misnomer::engine::Engine;
use misnomer::error::Result;
use misnomer::finding::{Confidence, Severity};
use misnomer::names::Names;
use misnomer::report::{self, Format};
use misnomer::rules;

use super::output::{Output, unwritable};
use super::{Exit, complain, say};

/// Check articles: report broken names and other marks of machine translation.
///
/// Exits with 0 if nothing was found, 1 if something was, and 2 if part of the work could not be done.
#[derive(Parser)]
pub(super) struct Arguments {
    /// Files, folders (.txt and .md files in them, at any depth), or - for standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// The form of the report [default: by the ending of --output; text on a terminal, else csv]
    #[arg(long, value_enum)]
    format: Option<Format>,

    /// Write the report to this file, whole or not at all
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Add the rules of a rules file, or of all in a folder (repeatable)
    #[arg(long, value_name = "FILE|DIR")]
    rules: Vec<PathBuf>,

    /// Add the names of a names file (repeatable)
    #[arg(long, value_name = "FILE")]
    names: Vec<PathBuf>,

    /// Leave out findings less sure than this, in percent
    #[arg(long, value_name = "N", default_value_t = 70, value_parser = clap::value_parser!(u8).range(0..=100))]
    min_confidence: u8,

    /// Exit with 1 only if a finding is at least this bad
    #[arg(long, value_name = "SEVERITY", default_value = "minor", value_parser = fail_on())]
    fail_on: FailOn,

    /// How many threads to work on [default: as many as there are processors]
    #[arg(long, value_name = "N")]
    threads: Option<NonZero<usize>>,

    /// When to colour the report
    #[arg(long, value_name = "WHEN", default_value_t = ColorChoice::Auto)]
    color: ColorChoice,

    /// Say nothing on standard error but what could not be done
    #[arg(short, long)]
    quiet: bool,
}

/// The mildest severity that makes a run fail, if any does.
#[derive(Clone, Copy)]
struct FailOn(Option<Severity>);

fn fail_on() -> impl TypedValueParser<Value = FailOn> {
    let words = Severity::ALL.map(Severity::as_str).into_iter().chain(["never"]);
    PossibleValuesParser::new(words)
        .map(|word| FailOn(Severity::ALL.into_iter().find(|severity| severity.as_str() == word)))
}

pub(super) fn run(arguments: &Arguments) -> Result<Exit> {
    let begun = Instant::now();
    let engine = engine(arguments)?;
    let threads = audit::threads(arguments.threads)?;
    let mut output = Output::open(arguments.output.as_deref())?;

    let walk = audit::walk(&arguments.paths);
    walk.problems.iter().for_each(complain);
    let note = |remark: &str| {
        if !arguments.quiet {
            say(format_args!("note: {remark}"));
        }
    };
    walk.remarks.iter().for_each(|remark| note(remark));

    let mut failed = !walk.problems.is_empty();
    let mut tally = Tally::default();
    tally.skipped = walk.skipped;
    let written =
        report::begin(arguments.format(), arguments.colours(), &mut output).and_then(|mut report| {
            audit::audit(&engine, &walk.inputs, &threads, |input, outcome| {
                match outcome {
                    Outcome::Checked { rows, remark, .. } => {
                        if let Some(remark) = remark {
                            note(&format!("{}: {remark}", input.path().display()));
                        }
                        tally.add(&rows);
                        rows.iter().try_for_each(|row| report.add(row))?;
                    }
                    Outcome::Binary => {
                        note(&format!("{}: skipped, it is not text", input.path().display()));
                        tally.skipped.binary += 1;
                    }
                    Outcome::Failed(error) => {
                        complain(&error);
                        failed = true;
                    }
                }
                Ok(())
            })?;
            report.flush()
        });
    match written {
        Ok(()) => output.keep()?,
        // Whoever reads the report has read enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
        Err(error) => return Err(unwritable(arguments.output.as_deref(), &error)),
    }
    if !arguments.quiet {
        say(format_args!("{tally}; {:.2} s", begun.elapsed().as_secs_f64()));
    }
    Ok(match arguments.fail_on {
        _ if failed => Exit::Failed,
        FailOn(Some(severity)) if tally.worst() >= Some(severity) => Exit::Found,
        FailOn(_) => Exit::Clean,
    })
}

/// The engine with the rules and the names of the command line.
fn engine(arguments: &Arguments) -> Result<Engine> {
    let rules = rules::builtin_and(&arguments.rules)?;
    let mut names = Names::builtin();
    for path in &arguments.names {
        names.add_file(path)?;
    }
    Ok(Engine::new(names, rules, Confidence::percent(arguments.min_confidence)))
}

impl Arguments {
    fn format(&self) -> Format {
        let ending = self.output.as_deref().and_then(Path::extension).map(OsStr::to_ascii_lowercase);
        match (self.format, ending.as_deref().and_then(|ending| ending.to_str())) {
            (Some(format), _) => format,
            (None, Some("jsonl")) => Format::Jsonl,
            (None, Some("txt")) => Format::Text,
            (None, _) if self.output.is_none() && io::stdout().is_terminal() => Format::Text,
            (None, _) => Format::Csv,
        }
    }

    fn colours(&self) -> bool {
        match self.color {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            // Asks the terminal, and the variables NO_COLOR, CLICOLOR and TERM.
            ColorChoice::Auto => {
                self.output.is_none()
                    && anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never
            }
        }
    }
}
