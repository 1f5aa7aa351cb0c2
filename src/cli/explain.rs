//! `misnomer explain`: what a check flags, and why; or what is seen of a name.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use clap::Parser;
use misnomer::checks::{About, CHECKS, Check};
use misnomer::config;
use misnomer::config::setup::{Choice, Setups};
use misnomer::error::{Error, Result};
use misnomer::examples::Example;
use misnomer::finding::Confidence;

use super::settings::Settings;
use super::{Exit, mention, print, say};

/// Explain a check: what it flags, why, and an example. Without a check, list all. With --mention, explain what is made of a name.
///
/// `misnomer explain config` shows every key of misnomer.toml: it is one, ready to be changed.
#[derive(Parser)]
pub(super) struct Arguments {
    /// The id of a check or a rule, as it stands in a report; or `config`
    #[arg(conflicts_with = "mention")]
    check: Option<String>,

    #[command(flatten)]
    settings: Settings,

    /// Explain a name instead: what is known of it, what it may have meant with each reason and its weight, and the verdict
    #[arg(long, value_name = "TEXT")]
    mention: Option<String>,

    /// The sentence that the name stands in, or several; without it the name is a sentence by itself
    #[arg(long, value_name = "TEXT", requires = "mention")]
    context: Option<String>,

    /// Add the names of a names file (repeatable)
    #[arg(long, value_name = "FILE", requires = "mention")]
    names: Vec<PathBuf>,

    /// Say of findings less sure than this, in percent, that they are left out [default: 70]
    #[arg(long, value_name = "N", requires = "mention", value_parser = clap::value_parser!(u8).range(0..=100))]
    min_confidence: Option<u8>,
}

pub(super) fn run(arguments: &Arguments) -> Result<Exit> {
    if arguments.check.as_deref() == Some("config") {
        print(config::DOCUMENTED)?;
        match config::nearest(Path::new("")) {
            Some(path) => say(format_args!("note: articles in this folder obey {}", path.display())),
            None => say(format_args!("note: articles in this folder obey no {}", config::FILE_NAME)),
        }
        return Ok(Exit::Clean);
    }
    let here = Path::new("");
    if let Some(name) = &arguments.mention {
        let context = arguments.context.as_deref().unwrap_or(name);
        let choice = Choice {
            names: arguments.names.clone(),
            min_confidence: arguments.min_confidence.map(Confidence::percent),
            ..arguments.settings.choice()
        };
        let setups = Setups::of_folders([here], &choice)?;
        print(&mention::explanation(name, context, &setups.of(here).engine)?)?;
        return Ok(Exit::Clean);
    }
    // The rules of one's own stand in reports as well.
    let rules = arguments.settings.choice().rules(here)?;
    let checks = CHECKS.iter().copied().chain(rules.iter().map(|rule| rule as &dyn Check));
    let abouts: Vec<About<'_>> = checks.map(Check::about).collect();
    let text = match &arguments.check {
        None => list(&abouts),
        Some(id) => match abouts.iter().find(|about| about.id == id) {
            Some(about) => explanation(about),
            None => return Err(unknown(id, &abouts)),
        },
    };
    print(&text)?;
    Ok(Exit::Clean)
}

fn list(abouts: &[About<'_>]) -> String {
    let width = abouts.iter().map(|about| about.id.len()).max().unwrap_or(0);
    let mut text = String::new();
    for about in abouts {
        let _ = writeln!(text, "{:width$}  {}", about.id, about.summary);
    }
    text
}

fn explanation(about: &About<'_>) -> String {
    let mut text = format!("{}: {}\n\n{}\n\n", about.id, about.summary, about.why);
    let _ = writeln!(text, "category    {}", about.category);
    let _ = writeln!(text, "severity    {}", about.severity);
    let _ = writeln!(text, "confidence  {} percent", about.confidence);
    if let Some(Ok(example)) = about.flags.first().map(|flagged| Example::parse(flagged)) {
        let right = example.applied();
        let _ = writeln!(text, "\nwrong       {}", indented(&example.text));
        if right.text != example.text {
            let _ = writeln!(text, "right       {}", indented(&right.text));
        }
    }
    if let Some(allowed) = about.allows.first() {
        let _ = writeln!(text, "allowed     {}", indented(allowed));
    }
    text
}

/// Several lines under each other.
fn indented(example: &str) -> String {
    example.replace('\n', "\n            ")
}

fn unknown(id: &str, abouts: &[About<'_>]) -> Error {
    let known = abouts.iter().map(|about| about.id);
    Error::new(format!("there is no check `{id}`")).did_you_mean(id, known, "`misnomer explain` lists all")
}
