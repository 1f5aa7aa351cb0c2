//! The command line, one file a verb.

mod check;
mod credits;
mod explain;
mod fit;
mod known;
mod mention;
mod names;
mod output;
mod rules;
mod settings;
mod test;
mod trial;

use std::fmt;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use misnomer::error::{Error, Result};

/// Flags broken names and other marks of machine translation in English news articles.
#[derive(Parser)]
#[command(
    version,
    max_term_width = 100,
    arg_required_else_help = true,
    args_conflicts_with_subcommands = true
)]
struct Arguments {
    /// Say whose data the program holds, and under which licences
    #[arg(long)]
    credits: bool,

    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Subcommand)]
enum Verb {
    Check(check::Arguments),
    Explain(explain::Arguments),
    Names(names::Arguments),
    Rules(rules::Arguments),
    Test(test::Arguments),
}

/// How a run ended.
enum Exit {
    /// Nothing was found.
    Clean,
    /// Something was.
    Found,
    /// Part of the work could not be done, and was said so.
    Failed,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        match exit {
            Exit::Clean => Self::from(0),
            Exit::Found => Self::from(1),
            Exit::Failed => Self::from(2),
        }
    }
}

/// Does what the command line says.
pub(crate) fn run() -> ExitCode {
    let done = match Arguments::parse().verb {
        Some(Verb::Check(arguments)) => check::run(&arguments),
        Some(Verb::Explain(arguments)) => explain::run(&arguments),
        Some(Verb::Names(arguments)) => names::run(&arguments),
        Some(Verb::Rules(arguments)) => rules::run(&arguments),
        Some(Verb::Test(arguments)) => test::run(&arguments),
        // Without a verb it can only be this: with nothing at all, help is shown.
        None => credits::run(),
    };
    done.unwrap_or_else(|error| {
        complain(&error);
        Exit::Failed
    })
    .into()
}

/// Writes to standard output what a person asked to read.
fn print(text: &str) -> Result<()> {
    match io::stdout().lock().write_all(text.as_bytes()) {
        // Whoever reads has read enough.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Error::new(format!("cannot write to standard output: {error}")))
        }
        _ => Ok(()),
    }
}

/// Says on standard error what could not be done.
fn complain(error: &Error) {
    say(format_args!("error: {error}"));
}

/// Writes a line to standard error. Where nobody reads that, there is nobody to tell.
fn say(line: impl fmt::Display) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}
