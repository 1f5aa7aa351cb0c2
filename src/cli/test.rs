//! `misnomer test`: whether rules do what their examples say.

use std::fmt::Write;
use std::path::PathBuf;

use clap::Parser;
use misnomer::checks::Check;
use misnomer::error::Result;
use misnomer::examples::{self, FailureKind};
use misnomer::names::Names;
use misnomer::rules;

use super::{Exit, print};

/// Prove rules files: every rule must flag and allow what its examples say.
///
/// An example is missing if the rule should flag it and does not, noisy if it should not and does, wrong if it flags another
/// text or suggests something else. Exits with 0 if every example holds, 1 if one does not, 2 if a file cannot be read.
#[derive(Parser)]
pub(super) struct Arguments {
    /// Rules files, or folders that hold them
    #[arg(required = true, value_name = "FILE|DIR")]
    rules: Vec<PathBuf>,
}

pub(super) fn run(arguments: &Arguments) -> Result<Exit> {
    let mut rules = Vec::new();
    for path in &arguments.rules {
        rules.extend(rules::load(path)?);
    }
    let mut names = Names::builtin();
    names.add(rules::names(&rules));
    let mut report = String::new();
    let mut failures = Vec::new();
    for rule in &rules {
        let id = rule.about().id;
        for failure in examples::prove(rule, &names) {
            let place = format!("{}:{}", rule.path().display(), rule.line());
            let _ = writeln!(report, "{place}: {id}: {}: {}", failure.kind, failure.what);
            for line in failure.example.lines() {
                let _ = writeln!(report, "    {line}");
            }
            failures.push(failure.kind);
        }
    }
    let count = |kind| failures.iter().filter(|&&failed| failed == kind).count();
    let examples: usize =
        rules.iter().map(Check::about).map(|about| about.flags.len() + about.allows.len()).sum();
    let [missing, noisy, wrong] = [FailureKind::Missing, FailureKind::Noisy, FailureKind::Wrong].map(count);
    let _ = writeln!(
        report,
        "{}, {}: {missing} missing, {noisy} noisy, {wrong} wrong",
        counted(rules.len(), "rule"),
        counted(examples, "example"),
    );
    print(&report)?;
    Ok(if failures.is_empty() { Exit::Clean } else { Exit::Found })
}

fn counted(number: usize, thing: &str) -> String {
    format!("{number} {thing}{}", if number == 1 { "" } else { "s" })
}
