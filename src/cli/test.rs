//! `misnomer test`: whether rules do what their examples say.

use std::fmt::Write;
use std::path::PathBuf;

use clap::Parser;
use misnomer::audit;
use misnomer::checks::Check;
use misnomer::counted::counted;
use misnomer::error::Result;
use misnomer::examples::{self, FailureKind};
use misnomer::names::Names;
use misnomer::rules::{self, Rule};

use super::{Exit, complain, print, say, trial};

/// Prove rules files: every rule must flag and allow what its examples say.
///
/// An example is missing if the rule should flag it and does not, noisy if it should not and does, wrong if it flags another
/// text or suggests something else. Exits with 0 if every example holds, 1 if one does not, 2 if a file cannot be read.
#[derive(Parser)]
pub(super) struct Arguments {
    /// Rules files, or folders that hold them
    #[arg(required = true, value_name = "FILE|DIR")]
    rules: Vec<PathBuf>,

    /// Also run the rules over an archive, and print how often each hits and where (repeatable)
    #[arg(long, value_name = "FILE|DIR")]
    on: Vec<PathBuf>,

    /// Of the archive, print what is new and what is gone against this older version of the rules (repeatable)
    #[arg(long, value_name = "FILE|DIR", requires = "on")]
    against: Vec<PathBuf>,
}

pub(super) fn run(arguments: &Arguments) -> Result<Exit> {
    let rules = rules::load(&arguments.rules)?;
    let compares = !arguments.against.is_empty();
    let older = compares.then(|| rules::load(&arguments.against)).transpose()?;
    let failed = prove(&rules)?;
    let mut exit = if failed { Exit::Found } else { Exit::Clean };
    if !arguments.on.is_empty() {
        let walk = audit::walk(&arguments.on);
        walk.remarks.iter().for_each(|remark| say(format_args!("note: {remark}")));
        let found = audit::trial(rules, older, &walk.inputs, &audit::threads(None, &walk.inputs)?);
        print(&trial::shown(&found, compares))?;
        for problem in walk.problems.iter().chain(&found.problems) {
            complain(problem);
            exit = Exit::Failed;
        }
    }
    Ok(exit)
}

/// Prints which examples do not hold, and whether there are any.
fn prove(rules: &[Rule]) -> Result<bool> {
    let mut names = Names::builtin();
    names.add(rules::names(rules));
    let mut report = String::new();
    let mut failures = Vec::new();
    for rule in rules {
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
    Ok(!failures.is_empty())
}
