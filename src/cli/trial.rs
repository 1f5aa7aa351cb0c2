//! What `misnomer test --on` prints: how often each rule hits in an archive, and where.

use std::fmt::Write;

use misnomer::audit::{Hits, Trial, Tried};
use misnomer::counted::counted;

/// The hits of each rule, or what is new and what is gone when they were compared with an older version.
pub(super) fn shown(trial: &Trial, compares: bool) -> String {
    let mut text = format!("\n{}, {}\n", counted(trial.articles, "article"), counted(trial.words, "word"));
    for tried in &trial.rules {
        let Tried { id, found, before, new, gone } = tried;
        let rate = |hits: &Hits| per_thousand(hits.count, trial.words);
        let _ = write!(text, "\n{id}: {}, {} per 1,000 words", counted(found.count, "hit"), rate(found));
        if compares {
            let _ = write!(
                text,
                "; before {}, {} per 1,000 words; {} new, {} gone",
                before.count,
                rate(before),
                new.count,
                gone.count
            );
            text.push('\n');
            list(&mut text, "+", new);
            list(&mut text, "-", gone);
        } else {
            text.push('\n');
            list(&mut text, " ", found);
        }
    }
    text
}

fn list(text: &mut String, mark: &str, hits: &Hits) {
    for row in &hits.first {
        let _ = write!(text, "  {mark} {}:{}: {}", row.file, row.position.line, row.context());
        match row.reported.suggestions.as_slice() {
            [] => text.push('\n'),
            [nothing] if nothing.is_empty() => text.push_str(" → (deleted)\n"),
            suggestions => {
                let _ = writeln!(text, " → {}", suggestions.join(" | "));
            }
        }
    }
    if hits.count > hits.first.len() {
        let _ = writeln!(text, "  {mark} … and {} more", hits.count - hits.first.len());
    }
}

#[expect(clippy::cast_precision_loss, reason = "a rate for the eye")]
fn per_thousand(count: usize, words: usize) -> String {
    format!("{:.2}", 1000.0 * count as f64 / words.max(1) as f64)
}
