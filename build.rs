//! Packs the word lists of `rules/lexicon/` into finite state transducers, which the binary embeds and uses in place.

use std::error::Error;
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    for list in ["english-words", "attested-names"] {
        let table = Path::new("rules/lexicon").join(list).with_extension("csv");
        println!("cargo::rerun-if-changed={}", table.display());
        pack(&table, &out.join(list).with_extension("fst"))?;
    }
    Ok(())
}

/// Packs a table of (word, band, source), sorted by word, into a map from word to band.
fn pack(table: &Path, fst: &Path) -> Result<(), Box<dyn Error>> {
    let mut map = fst::MapBuilder::memory();
    for row in csv::Reader::from_path(table)?.into_deserialize() {
        let (word, band, _source): (String, u64, String) = row?;
        map.insert(&word, band).map_err(|error| format!("{}: {word}: {error}", table.display()))?;
    }
    std::fs::write(fst, map.into_inner()?)?;
    Ok(())
}
