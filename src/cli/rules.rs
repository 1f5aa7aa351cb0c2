//! `misnomer rules`: which checks and rules there are, and the schema of rules files.

use std::fmt::Write;
use std::path::Path;

use clap::ValueEnum;
use misnomer::checks::{About, CHECKS, Check};
use misnomer::error::{Error, Result};
use misnomer::report;
use misnomer::rules::{self, Rule};

use super::settings::Settings;
use super::{Exit, print};

/// List the checks and rules, or print the JSON Schema of rules files.
#[derive(clap::Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(clap::Subcommand)]
enum Verb {
    /// List every check and every rule: what it is called, of which kind it is, how bad a finding is, and where it is written
    List {
        #[command(flatten)]
        settings: Settings,
        /// The form of the list; csv also says how sure a finding is and what it flags
        #[arg(long, value_enum, default_value_t = Form::Text)]
        format: Form,
    },
    /// Print the JSON Schema of rules files, from which an editor completes keys and marks mistakes
    Schema,
}

/// The form of a list.
#[derive(Clone, Copy, ValueEnum)]
enum Form {
    /// A line a check, in columns.
    Text,
    /// CSV by RFC 4180.
    Csv,
}

/// Does what the command line says.
pub(super) fn run(arguments: &Arguments) -> Result<Exit> {
    match &arguments.verb {
        Verb::List { settings, format } => {
            let rules = settings.choice().rules(Path::new(""))?;
            let listed: Vec<Listed<'_>> = CHECKS
                .iter()
                .map(|check| Listed::of_check(*check))
                .chain(rules.iter().map(Listed::of_rule))
                .collect();
            print(&match format {
                Form::Text => text(&listed),
                Form::Csv => csv(&listed)?,
            })?;
        }
        Verb::Schema => print(&format!("{:#}\n", rules::schema()))?,
    }
    Ok(Exit::Clean)
}

/// A check or a rule, and where it is written.
struct Listed<'a> {
    about: About<'a>,
    kind: &'a str,
    /// File and line; none for what is built into the program.
    place: Option<(String, usize)>,
}

impl<'a> Listed<'a> {
    fn of_check(check: &'a dyn Check) -> Self {
        Self { about: check.about(), kind: "check", place: None }
    }

    fn of_rule(rule: &'a Rule) -> Self {
        let place = Some((rule.path().display().to_string(), rule.line()));
        Self { about: rule.about(), kind: rule.kind(), place }
    }
}

fn text(listed: &[Listed<'_>]) -> String {
    let widest = |column: &dyn Fn(&Listed<'_>) -> usize| listed.iter().map(column).max().unwrap_or(0);
    let ids = widest(&|row| row.about.id.len());
    let kinds = widest(&|row| row.kind.len());
    let categories = widest(&|row| row.about.category.as_str().len());
    let mut text = String::new();
    for Listed { about, kind, place } in listed {
        let severity = about.severity.as_str();
        let _ = write!(
            text,
            "{:ids$}  {kind:kinds$}  {severity:8}  {:categories$}",
            about.id,
            about.category.as_str()
        );
        match place {
            Some((file, line)) => writeln!(text, "  {file}:{line}"),
            None => writeln!(text, "  built in"),
        }
        .expect("memory takes all");
    }
    text
}

fn csv(listed: &[Listed<'_>]) -> Result<String> {
    let failed = |error: &dyn std::fmt::Display| Error::new(format!("the list cannot be written: {error}"));
    let mut out = report::table(Vec::new());
    out.write_record(["id", "kind", "category", "severity", "confidence", "file", "line", "summary"])
        .map_err(|error| failed(&error))?;
    for Listed { about, kind, place } in listed {
        let (file, line) =
            place.as_ref().map_or_else(Default::default, |(file, line)| (file.clone(), line.to_string()));
        let cells = [
            about.id,
            kind,
            about.category.as_str(),
            about.severity.as_str(),
            &about.confidence.to_string(),
            &file,
            &line,
            about.summary,
        ];
        out.write_record(cells.map(|cell| report::guarded(cell).into_owned()))
            .map_err(|error| failed(&error))?;
    }
    let bytes = out.into_inner().map_err(|error| failed(&error))?;
    String::from_utf8(bytes).map_err(|error| failed(&error))
}
