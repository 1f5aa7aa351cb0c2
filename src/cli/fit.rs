//! `misnomer names fit`: fits the weights of the evidence to labelled articles, or measures them.

use std::fmt::Write as _;
use std::io;
use std::path::PathBuf;

use misnomer::config::setup::MIN_CONFIDENCE;
use misnomer::counted::counted;
use misnomer::error::{Error, Result};
use misnomer::fit::measure::{Measured, measure};
use misnomer::fit::{Labelled, documents, fit};
use misnomer::names::Names;
use misnomer::names::evidence::Weight;

use super::output::{Output, unwritable};
use super::{Exit, complain, print};

/// Fit the weights of the evidence to labelled articles, and measure how well they do
#[derive(clap::Args)]
pub(super) struct Arguments {
    /// Folders with articles/*.txt, gold.csv (file, line, found, correct; occurrence) and, where nothing is broken, clean/*.txt;
    /// a file SET.DOCUMENT.txt belongs to DOCUMENT, which is left out as a whole when it is judged
    #[arg(required = true, value_name = "FOLDER")]
    folders: Vec<PathBuf>,
    /// Write the fitted table to this file, to stand in place of rules/evidence/weights.csv
    #[arg(short, long, value_name = "FILE", conflicts_with = "measure")]
    output: Option<PathBuf>,
    /// Only measure the weights as they are
    #[arg(long)]
    measure: bool,
    /// Read every article once more with the names of these files (repeatable)
    #[arg(long, value_name = "FILE")]
    names: Vec<PathBuf>,
    /// In articles whose names begin so more is broken than gold.csv lists: count only what it lists (repeatable)
    #[arg(long, value_name = "PREFIX")]
    incomplete: Vec<String>,
}

/// Does what the command line says.
pub(super) fn run(arguments: &Arguments) -> Result<Exit> {
    let labelled = read(arguments)?;
    labelled.problems.iter().for_each(complain);
    let table = Weight::builtin()?;
    let judged = |table: &[Weight]| -> Vec<f64> {
        labelled.examples.iter().map(|example| example.bits(table)).collect()
    };
    let measured = |bits: &[f64]| measure(&labelled.examples, bits, MIN_CONFIDENCE);
    let mut text = format!(
        "{} of {}, {} of them right; {}\n\n",
        counted(labelled.examples.len(), "example"),
        counted(documents(&labelled.examples).len(), "document"),
        labelled.examples.iter().filter(|example| example.is_right).count(),
        counted(labelled.labels, "broken name")
    );
    if arguments.measure {
        describe(&mut text, "as they are", &measured(&judged(&table)), labelled.labels);
    } else {
        let fitted = fit(&table, &labelled.examples);
        compare(&mut text, &table, &fitted.table, &labelled);
        describe(&mut text, "as they were", &measured(&judged(&table)), labelled.labels);
        describe(&mut text, "fitted", &measured(&judged(&fitted.table)), labelled.labels);
        describe(&mut text, "fitted, out of fold", &measured(&fitted.out_of_fold), labelled.labels);
        if let Some(path) = &arguments.output {
            let mut output = Output::open(Some(path))?;
            write(&fitted.table, &mut output).map_err(|error| unwritable(Some(path), &error))?;
            output.keep()?;
        }
    }
    print(&text)?;
    Ok(if labelled.problems.is_empty() { Exit::Clean } else { Exit::Failed })
}

fn read(arguments: &Arguments) -> Result<Labelled> {
    let mut names = Names::builtin();
    let mut labelled = Labelled::default();
    for with_files in [false, true] {
        if with_files && arguments.names.is_empty() {
            break;
        }
        for file in arguments.names.iter().filter(|_| with_files) {
            names.add_file(file)?;
        }
        for folder in &arguments.folders {
            labelled.add_folder(folder, &names, &arguments.incomplete)?;
        }
    }
    if labelled.examples.is_empty() {
        return Err(Error::new("nothing in these articles looks like a broken name")
            .remedy("give folders whose articles have broken names, and whose gold.csv lists them"));
    }
    Ok(labelled)
}

/// Writes the old weights beside the new ones.
fn compare(text: &mut String, old: &[Weight], new: &[Weight], labelled: &Labelled) {
    let _ = writeln!(text, "{:<24}{:>8}{:>8}{:>10}{:>8}", "feature", "old", "new", "examples", "right");
    for (old, new) in old.iter().zip(new) {
        let having = || labelled.examples.iter().filter(|example| example.features.contains(&old.feature));
        let right = having().filter(|example| example.is_right).count();
        let (feature, count) = (old.feature.to_string(), having().count());
        let _ = writeln!(text, "{feature:<24}{:>8.2}{:>8.2}{count:>10}{right:>8}", old.bits, new.bits);
    }
    text.push('\n');
}

/// Writes how well weights do.
fn describe(text: &mut String, weights: &str, measured: &Measured, labels: usize) {
    let Measured { log_loss, findings, on_label, right, in_clean, found, fixed, bands } = measured;
    let _ = writeln!(text, "weights {weights}: log-loss {log_loss:.4} bits an example");
    let _ = writeln!(
        text,
        "  at {MIN_CONFIDENCE} % and above: {findings} findings, {in_clean} of them in clean articles"
    );
    for (what, part, whole) in [
        ("precision", on_label, findings),
        ("first suggestion right", right, findings),
        ("recall", found, &labels),
        ("fixed", fixed, &labels),
    ] {
        let _ = writeln!(text, "  {what:<24}{} ({part} of {whole})", percent(*part, *whole));
    }
    let _ = writeln!(text, "  {:<12}{:>10}{:>8}", "confidence", "examples", "right");
    for band in bands {
        let (least, most) = band.percent;
        let share = percent(band.right, band.examples);
        let _ = writeln!(
            text,
            "  {:<12}{:>10}{:>8}  {share}",
            format!("{least}–{most} %"),
            band.examples,
            band.right
        );
    }
    text.push('\n');
}

#[expect(clippy::cast_precision_loss, reason = "a share for the eye")]
fn percent(part: usize, whole: usize) -> String {
    if whole == 0 { "     –".to_owned() } else { format!("{:>5.1} %", 100.0 * part as f64 / whole as f64) }
}

/// Writes a table of weights as the repository keeps it.
fn write(table: &[Weight], output: &mut Output) -> io::Result<()> {
    let mut csv = csv::Writer::from_writer(output);
    csv.write_record(["feature", "bits", "prior", "reason"])?;
    for Weight { feature, bits, prior, reason } in table {
        let prior = prior.map(|prior| prior.to_string()).unwrap_or_default();
        csv.write_record([&feature.to_string(), &bits.to_string(), &prior, reason])?;
    }
    csv.flush()
}
