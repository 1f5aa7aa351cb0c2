//! The scores of articles as CSV, one row an article.

use std::io::{self, Write};

use super::csv::{as_io, guarded, table};
use crate::score::Scored;

/// Writes the table `file,words,points,per_1000,verdict`.
pub fn write_scores(articles: &[Scored], out: impl Write) -> io::Result<()> {
    let mut writer = table(out);
    writer.write_record(["file", "words", "points", "per_1000", "verdict"]).map_err(as_io)?;
    for Scored { file, score, verdict } in articles {
        let [words, points] = [score.words, score.points].map(|count| count.to_string());
        let per_1000 = format!("{:.2}", score.per_1000());
        let cells = [&guarded(file), words.as_str(), &points, &per_1000, verdict.as_str()];
        writer.write_record(cells).map_err(as_io)?;
    }
    writer.flush()
}
