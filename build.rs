//! Prepares the data under `rules/` for the binary, which embeds it.

use std::error::Error;
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    println!("cargo::rerun-if-changed=build.rs");
    for list in ["english-words", "attested-names"] {
        let table = Path::new("rules/lexicon").join(list).with_extension("csv");
        println!("cargo::rerun-if-changed={}", table.display());
        words::pack(&table, &out.join(list).with_extension("fst"))?;
    }
    println!("cargo::rerun-if-changed=rules");
    rules::list(Path::new("rules"), &out.join("rules.rs"))
}

/// Word lists, as finite state transducers that are used in place.
mod words {
    use std::error::Error;
    use std::path::Path;

    /// Packs a table of (word, band, source), sorted by word, into a map from word to band.
    pub(crate) fn pack(table: &Path, fst: &Path) -> Result<(), Box<dyn Error>> {
        let mut map = fst::MapBuilder::memory();
        for row in csv::Reader::from_path(table)?.into_deserialize() {
            let (word, band, _source): (String, u64, String) = row?;
            map.insert(&word, band).map_err(|error| format!("{}: {word}: {error}", table.display()))?;
        }
        std::fs::write(fst, map.into_inner()?)?;
        Ok(())
    }
}

/// Rules files, as a list of names and texts: a new file is built in without a line of code.
mod rules {
    use std::error::Error;
    use std::fmt::Write;
    use std::path::Path;

    /// Lists every `.toml` of a folder, in the order of the names, as a Rust expression.
    pub(crate) fn list(folder: &Path, list: &Path) -> Result<(), Box<dyn Error>> {
        let mut names = Vec::new();
        for entry in std::fs::read_dir(folder)? {
            let name = entry?.file_name();
            if Path::new(&name).extension().is_some_and(|extension| extension == "toml") {
                names.push(name.into_string().map_err(|name| format!("{} is not UTF-8", name.display()))?);
            }
        }
        names.sort();
        let mut text = String::from("&[\n");
        for name in names {
            let path = folder.canonicalize()?.join(&name);
            let path = path.to_str().ok_or("the path of the repository is not UTF-8")?;
            writeln!(text, "(\"rules/{name}\", include_str!({path:?})),")?;
        }
        std::fs::write(list, text + "]\n")?;
        Ok(())
    }
}
