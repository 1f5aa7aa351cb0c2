//! `misnomer --credits`: whose data the program holds, and under which licences.

use std::fmt::Write;

use misnomer::error::Result;

use super::{Exit, print};

const SOURCES: &str = include_str!("../../rules/SOURCES.md");

/// The licences of data of others, by the names of their files.
const LICENCES: [(&str, &str); 5] = [
    ("CC-BY-4.0", include_str!("../../LICENSES/CC-BY-4.0.txt")),
    ("Faker-MIT", include_str!("../../LICENSES/Faker-MIT.txt")),
    ("SCOWL", include_str!("../../LICENSES/SCOWL.txt")),
    ("Unicode-3.0", include_str!("../../LICENSES/Unicode-3.0.txt")),
    ("rigour-MIT", include_str!("../../LICENSES/rigour-MIT.txt")),
];

pub(super) fn run() -> Result<Exit> {
    let mut text = format!(
        "misnomer {}, {}.\n\nThe names and words that it holds come from:\n\n",
        env!("CARGO_PKG_VERSION"),
        env!("CARGO_PKG_LICENSE")
    );
    for [id, what, licence, taken] in sources(SOURCES) {
        let _ = writeln!(text, "{id}\n  {what}\n  licence: {licence}\n  taken: {taken}\n");
    }
    text.push_str("The licences in full:\n");
    for (name, licence) in LICENCES {
        let _ = writeln!(text, "\n==== {name} ====\n\n{}", licence.trim_end());
    }
    print(&text)?;
    Ok(Exit::Clean)
}

/// The rows of the table of sources: id, what it is, licence, how it was taken.
fn sources(markdown: &str) -> impl Iterator<Item = [String; 4]> {
    let rows = markdown.lines().skip_while(|line| !line.starts_with("| id |")).skip(2);
    rows.take_while(|line| line.starts_with('|')).map(|line| {
        let mut cells = line.trim_matches('|').split('|').map(|cell| cell.trim().replace('`', ""));
        std::array::from_fn(|_| cells.next().unwrap_or_default())
    })
}
