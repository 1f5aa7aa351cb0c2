//! `misnomer check`: what is wrong with articles.

use std::ffi::OsStr;
use std::io::{self, IsTerminal};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::{ColorChoice, Parser};
use misnomer::audit::{self, Input, Outcome, Tally};
use misnomer::config::fail_on::FailOn;
use misnomer::config::setup::{Choice, Setups};
use misnomer::error::Result;
use misnomer::finding::Confidence;
use misnomer::report::{self, Format};

use super::known::Baselines;
use super::output::{Output, unwritable};
use super::settings::Settings;
use super::{Exit, complain, say};

/// Check articles: report broken names and other marks of machine translation.
///
/// Exits with 0 if nothing was found, 1 if something was, and 2 if part of the work could not be done.
#[derive(Parser)]
pub(super) struct Arguments {
    /// Files, folders (.txt, .md, .html and .jsonl files in them, at any depth), or - for standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// The form of the report [default: by the ending of --output; text on a terminal, else csv]
    #[arg(long, value_enum)]
    format: Option<Format>,

    /// Write the report to this file, whole or not at all
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Write the score of every article to this file, as CSV: its words, points, points per 1,000 words, verdict
    #[arg(long, value_name = "FILE")]
    scores: Option<PathBuf>,

    #[command(flatten)]
    settings: Settings,

    /// Add the names of a names file (repeatable)
    #[arg(long, value_name = "FILE")]
    names: Vec<PathBuf>,

    /// Leave out findings less sure than this, in percent [default: 70]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(0..=100))]
    min_confidence: Option<u8>,

    /// Exit with 1 only if a finding is at least this bad [default: minor]
    #[arg(long, value_name = "SEVERITY", value_enum, hide_possible_values = false)]
    fail_on: Option<FailOn>,

    #[command(flatten)]
    known: Baselines,

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

pub(super) fn run(arguments: &Arguments) -> Result<Exit> {
    let begun = Instant::now();
    let walk = audit::walk(&arguments.paths);
    walk.problems.iter().for_each(complain);
    let folders = walk.inputs.iter().map(Input::folder);
    // Where there is no article, what the command line names is read all the same.
    let folders = folders.chain(walk.inputs.is_empty().then_some(Path::new("")));
    let setups = Setups::of_folders(folders, &arguments.choice())?;
    let threads = audit::threads(arguments.threads, &walk.inputs)?;
    let mut known = arguments.known.open()?;
    let mut output = Output::open(arguments.output.as_deref())?;
    let score_file = arguments.scores.as_deref().map(|path| Output::open(Some(path))).transpose()?;
    if score_file.is_some() || known.is_written() {
        output.go_on_unread();
    }

    let note = |remark: &str| {
        if !arguments.quiet {
            say(format_args!("note: {remark}"));
        }
    };
    walk.remarks.iter().for_each(|remark| note(remark));

    let mut failed = !walk.problems.is_empty();
    let mut found = false;
    let mut tally = Tally::default();
    tally.skipped = walk.skipped;
    let mut scored = Vec::new();
    let written =
        report::begin(arguments.format(), arguments.colours(), &mut output).and_then(|mut report| {
            let setup = |input: &Input| setups.of(input.folder());
            audit::audit(
                |input| &setup(input).engine,
                &walk.inputs,
                &threads,
                |input, outcome| {
                    match outcome {
                        Outcome::Checked { file, mut rows, words, remark, warnings } => {
                            if let Some(remark) = remark {
                                note(&format!("{}: {remark}", input.path().display()));
                            }
                            if !arguments.quiet {
                                for warning in &warnings {
                                    say(format_args!("warning: {warning}"));
                                }
                            }
                            let setup = setup(input);
                            tally.known += known.take_from(input.path(), &mut rows);
                            found |= rows.iter().any(|row| setup.fail_on.is_met_by(row.reported.severity));
                            let article = setup.score(file, words, &rows);
                            tally.add(input, &rows, &article);
                            rows.iter().try_for_each(|row| report.add(row))?;
                            if !rows.is_empty() {
                                report.end_article(&article)?;
                            }
                            scored.extend(score_file.is_some().then_some(article));
                        }
                        Outcome::Binary => {
                            note(&format!("{}: skipped, it is not text", input.path().display()));
                            tally.skipped.binary += 1;
                        }
                        Outcome::Failed(error) => {
                            complain(&error);
                            known.fail(input.path());
                            failed = true;
                        }
                    }
                    Ok(())
                },
            )?;
            report.flush()
        });
    match written {
        Ok(()) => {
            output.keep()?;
            if let Some(mut out) = score_file {
                report::write_scores(&scored, &mut out)
                    .map_err(|error| unwritable(arguments.scores.as_deref(), &error))?;
                out.keep()?;
            }
            known.end()?.iter().for_each(|remark| note(remark));
        }
        // Whoever reads the report has read enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
        Err(error) => return Err(unwritable(arguments.output.as_deref(), &error)),
    }
    if !arguments.quiet {
        say(format_args!("{tally}; {:.2} s", begun.elapsed().as_secs_f64()));
    }
    // The program ends here: the memory goes with it at once.
    std::mem::forget(setups);
    Ok(match (failed, found) {
        (true, _) => Exit::Failed,
        (false, true) => Exit::Found,
        (false, false) => Exit::Clean,
    })
}

impl Arguments {
    fn choice(&self) -> Choice {
        Choice {
            names: self.names.clone(),
            min_confidence: self.min_confidence.map(Confidence::percent),
            fail_on: self.fail_on,
            ..self.settings.choice()
        }
    }

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
