//! Packs the data of `rules/` into what the binary embeds and uses in place, so that nothing is parsed when it starts.

use std::error::Error;
use std::fmt::Write as _;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use names::fold::{fold, key};
use names::index::Spelling;
use names::language::Language;
use names::packed::sections::Writer;
use names::packed::table::TableBuilder;
use names::sound_list::{NamePart, SoundListBuilder, name_case};

#[path = "build/rules.rs"]
mod rules;
#[path = "build/windows.rs"]
mod windows;

#[expect(dead_code, unreachable_pub, reason = "the library's own code, of which the build needs a part")]
#[path = "src/error.rs"]
mod error;

#[expect(
    dead_code,
    unreachable_pub,
    clippy::struct_field_names,
    reason = "the library's own code, of which the build needs a part, and nothing is public"
)]
#[path = "src/names"]
mod names {
    pub mod fold;
    pub mod gazetteer;
    pub mod index {
        pub mod builder;
        pub mod form;
        pub mod spelling;
        pub use spelling::Spelling;
    }
    pub mod language;
    pub mod packed;
    pub mod sound;
    pub mod sound_list;
    pub mod table;
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/names");
    println!("cargo::rerun-if-changed=src/rules/syntax.rs");
    // A program that may lie anywhere in memory has its thousands of embedded tables of text mended at every start, and half a
    // megabyte of notes on where. It gives up being laid out at random, which guards programs that are not memory-safe.
    let target = |what: &str| std::env::var(format!("CARGO_CFG_TARGET_{what}")).unwrap_or_default();
    if target("OS") == "linux" && target("ENV") == "gnu" {
        println!("cargo::rustc-link-arg-bins=-no-pie");
        // In release a panic aborts and nothing unwinds, so that the table for finding frames is not wanted.
        if std::env::var("PROFILE").as_deref() == Ok("release") {
            println!("cargo::rustc-link-arg-bins=-Wl,--no-eh-frame-hdr");
        }
    }
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    for list in ["english-words", "attested-names"] {
        let words = pack_words(&Path::new("rules/lexicon").join(list).with_extension("csv"))?;
        std::fs::write(out.join(list).with_extension("fst"), words)?;
    }
    std::fs::write(out.join("lexicon.bin"), pack_lexicon()?)?;
    std::fs::write(out.join("builtin.names"), pack_names()?)?;
    let [by_ear, romanised] = [respellings("respellings")?, respellings("transliterations")?];
    // What a table says of a spelling with y counts.
    let listed: Vec<_> =
        by_ear.iter().chain(&romanised).map(|(heard, written, _)| (heard, written)).collect();
    let with_y = by_ear.iter().map(|(heard, written, cost)| (with_y(heard, written), written.clone(), *cost));
    let with_y = with_y.filter(|(heard, written, _)| heard != written && !listed.contains(&(heard, written)));
    let by_ear: Vec<_> = by_ear.iter().cloned().chain(with_y).collect();
    std::fs::write(out.join("respellings.rs"), format!("&{by_ear:?}"))?;
    std::fs::write(out.join("transliterations.rs"), format!("&{romanised:?}"))?;
    let weights = rows(Path::new("rules/evidence/weights.csv"), ["feature", "bits"])?;
    std::fs::write(out.join("weights.rs"), format!("&{weights:?}"))?;
    let mut index = rules::Index::default();
    std::fs::write(out.join("rules.rs"), list("rules", "toml", |path| index.list(path))?)?;
    let (literals, called) = index.finish()?;
    std::fs::write(out.join("rule-literals.fst"), literals)?;
    std::fs::write(out.join("rules-called.rs"), called)?;
    std::fs::write(out.join("languages.rs"), list_languages()?)?;
    Ok(())
}

/// What is heard, what is written, and the cost.
type Respelling = (String, String, f32);

/// The rules of a table of respellings.
fn respellings(table: &str) -> Result<Vec<Respelling>, Box<dyn Error>> {
    let path = Path::new("rules/lexicon").join(table).with_extension("csv");
    let rules = rows(&path, ["respelling", "original", "cost"])?.into_iter().map(|[heard, written, cost]| {
        let number = cost.parse().map_err(|error| format!("{table}.csv: {heard}: {cost}: {error}"))?;
        Ok((heard, written, number))
    });
    rules.collect()
}

/// A respelling with y for its j, as Bulgarian and translation engines write it; a j that the original has for a consonant stays.
fn with_y(respelling: &str, original: &str) -> String {
    let is_consonant = original.starts_with(['d', 'g', 'j', 'x']);
    let letters = respelling.char_indices().map(|(at, letter)| {
        let stays = respelling[..at].ends_with('d') || at == 0 && is_consonant;
        if letter == 'j' && !stays { 'y' } else { letter }
    });
    letters.collect()
}

/// Packs a table of (word, band, source), sorted by word, into a map from word to band.
fn pack_words(table: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut map = fst::MapBuilder::memory();
    for [word, band] in rows(table, ["word", "size"]).or_else(|_| rows(table, ["name", "band"]))? {
        map.insert(&word, band.parse()?).map_err(|error| format!("{}: {word}: {error}", table.display()))?;
    }
    Ok(map.into_inner()?)
}

/// Packs the tables of words, in the order in which the lexicon opens them.
fn pack_lexicon() -> Result<Vec<u8>, Box<dyn Error>> {
    let [mut given_names, mut classes, mut glosses, mut titles, mut demonyms, mut particles] =
        std::array::from_fn(|_| TableBuilder::default());
    let [mut openings, mut foreign_words, mut calendar, mut acronyms] =
        std::array::from_fn(|_| TableBuilder::default());
    let mut members = std::collections::BTreeSet::new();
    let mut first_words = std::collections::BTreeSet::new();
    let spellings = spellings()?;
    for row in rows(Path::new("rules/names/given-names.csv"), ["name", "gender", "language", "class"])? {
        let (folded, class) = (fold(&row[0]), &row[3]);
        given_names.push(&folded, row.iter().map(String::as_str));
        if row[2] == RESPELT {
            let respelt =
                spellings.iter().filter_map(|spelling| spelling.apply(&row[0])).map(|name| fold(&name));
            for respelt in
                respelt.filter(|respelt| *respelt != folded).collect::<std::collections::BTreeSet<_>>()
            {
                given_names.push(&respelt, row.iter().map(String::as_str));
            }
        }
        if !class.is_empty() && members.insert((class.clone(), folded.clone())) {
            classes.push(class, [folded.as_str()]);
        }
    }
    for row in rows(Path::new("rules/lexicon/glosses.csv"), ["word", "language", "gloss"])? {
        glosses.push(&key(&row[2]), row.iter().map(String::as_str));
    }
    for [title, role] in rows(Path::new("rules/lexicon/titles.csv"), ["title", "role"])? {
        titles.push(&key(&title), [role.as_str()]);
        first_words.extend(key(&title).split(' ').next().map(str::to_owned));
    }
    for [demonym, country] in rows(Path::new("rules/lexicon/demonyms.csv"), ["demonym", "country"])? {
        demonyms.push(&key(&demonym), [country.as_str()]);
        first_words.extend(key(&demonym).split(' ').next().map(str::to_owned));
    }
    for word in &first_words {
        openings.push(word, []);
    }
    for [particle] in rows(Path::new("rules/lexicon/particles.csv"), ["particle"])? {
        particles.push(&particle, []);
    }
    for [word, language, weight] in
        rows(Path::new("rules/lexicon/foreign-words.csv"), ["word", "language", "weight"])?
    {
        let _: i32 =
            weight.parse().map_err(|error| format!("foreign-words.csv: {word}: {weight}: {error}"))?;
        foreign_words.push(&word, [language.as_str(), weight.as_str()]);
    }
    for [word, english] in rows(Path::new("rules/lexicon/calendar.csv"), ["word", "english"])? {
        calendar.push(&word, [english.as_str()]);
    }
    for list in ["acronyms.csv", "acronyms-ambiguous.csv"] {
        let columns = ["acronym", "english", "english_acronym", "country"];
        for [acronym, english, english_acronym, country] in
            rows(&Path::new("rules/lexicon").join(list), columns)?
        {
            // A country's own bodies keep their acronyms in its English news; the country itself, such as the US, does not.
            let is_of_the_world = country.is_empty() || country == english_acronym;
            let telling = if is_of_the_world && list == "acronyms.csv" { "telling" } else { "" };
            acronyms.push(&acronym, [english.as_str(), english_acronym.as_str(), telling]);
        }
    }
    let tables = [
        given_names,
        classes,
        glosses,
        titles,
        demonyms,
        openings,
        particles,
        foreign_words,
        calendar,
        acronyms,
    ];
    let mut file = Writer::new(Cursor::new(Vec::new()), 2 * tables.len() + 2)?;
    for section in tables.into_iter().flat_map(TableBuilder::finish).chain(pack_name_parts()?.finish()) {
        file.push(&section)?;
    }
    Ok(file.finish()?.into_inner())
}

/// Collects given names, and the surnames that many bear.
fn pack_name_parts() -> Result<SoundListBuilder, Box<dyn Error>> {
    let mut parts = std::collections::BTreeMap::<String, (String, [Option<u32>; 2])>::new();
    // Those who spell by ear leave their own names alone.
    let mut spell_by_ear = vec![RESPELT.to_owned()];
    for [code, kin] in rows(Path::new("rules/lexicon/languages.csv"), ["code", "kin"])? {
        spell_by_ear.extend((kin == "sr").then_some(code));
    }
    for [name, part, rank] in rows(Path::new("rules/lexicon/frequent-names.csv"), ["name", "part", "rank"])? {
        let place = usize::from(part == "surname");
        let text = name_case(&name);
        parts.entry(name).or_insert((text, [None; 2])).1[place] = Some(rank.parse()?);
    }
    for [name, language] in rows(Path::new("rules/names/given-names.csv"), ["name", "language"])? {
        if !spell_by_ear.contains(&language) {
            let (_, ranks) = parts.entry(fold(&name)).or_insert_with(|| (name, [None; 2]));
            ranks[0].get_or_insert(RARE_GIVEN_NAME);
        }
    }
    for [name, language] in rows(Path::new("rules/names/surnames.csv"), ["name", "language"])? {
        if !spell_by_ear.contains(&language) {
            let (_, ranks) = parts.entry(fold(&name)).or_insert_with(|| (name, [None; 2]));
            ranks[1].get_or_insert(RARE_SURNAME);
        }
    }
    let mut list = SoundListBuilder::default();
    for (folded, (text, [given_name, surname])) in &parts {
        let written = if *text == name_case(folded) { "" } else { text };
        list.push(&NamePart { folded, written, given_name: *given_name, surname: *surname });
    }
    Ok(list)
}

/// The language of foreign given names as Serbian writes them by ear.
const RESPELT: &str = "sr-respelt";
/// The rank of a given name that the list of frequent ones lacks.
const RARE_GIVEN_NAME: u32 = 3000;
/// The rank of a surname that the list of frequent ones lacks.
const RARE_SURNAME: u32 = 15_000;

/// Packs the names files: every table of `rules/names/` that has a column `kind`.
fn pack_names() -> Result<Vec<u8>, Box<dyn Error>> {
    let mut builder = names::index::builder::Builder::new(&spellings()?);
    for path in files("rules/names", "csv")? {
        let text = std::fs::read(&path)?;
        if csv::Reader::from_reader(text.as_slice()).headers()?.iter().any(|column| column == "kind") {
            names::gazetteer::read(&path, &text)?.iter().for_each(|entry| builder.push(entry));
        }
    }
    Ok(builder.finish(Cursor::new(Vec::new()))?.into_inner())
}

/// A way of spelling, as a Rust expression.
fn spelling_expression(spelling: &Spelling) -> String {
    let of = spelling.of.as_ref().map_or("None".to_owned(), |of| {
        format!("Some(({:?}, &{:?}, &{:?}))", of.country, of.telling, of.also)
    });
    format!("(&{:?}, {of})", spelling.letters)
}

/// The tables of languages, as a Rust expression.
fn list_languages() -> Result<String, Box<dyn Error>> {
    let mut list = String::from("&[\n");
    for path in files("rules/languages", "toml")? {
        let language = Language::read(&path, &std::fs::read_to_string(&path)?)?;
        let spellings: Vec<_> = language.spellings.iter().map(spelling_expression).collect();
        let endings: Vec<_> = language
            .endings
            .iter()
            .map(|of| (&of.ending, &of.nominative, &of.case, &of.after, of.telling))
            .collect();
        let (code, name, spellings) = (&language.code, &language.name, spellings.join(", "));
        writeln!(
            list,
            "Packed {{ code: {code:?}, name: {name:?}, spellings: &[{spellings}], endings: &{endings:?} }},"
        )?;
    }
    Ok(list + "]\n")
}

/// How translators spell the letters that English lacks.
fn spellings() -> Result<Vec<Spelling>, Box<dyn Error>> {
    let mut spellings = Vec::new();
    for path in files("rules/languages", "toml")? {
        spellings.extend(Language::read(&path, &std::fs::read_to_string(&path)?)?.spellings);
    }
    Ok(spellings)
}

/// The files of a folder with this ending as a Rust expression, a list of names and texts, and of `more` about each: a new file
/// is built in without a line of code.
fn list(
    folder: &str,
    ending: &str,
    mut more: impl FnMut(&Path) -> Result<String, Box<dyn Error>>,
) -> Result<String, Box<dyn Error>> {
    let mut list = String::from("&[\n");
    for path in files(folder, ending)? {
        let (text, more) = (path.canonicalize()?, more(&path)?);
        let [path, text] = [&path, &text].map(|path| path.to_str());
        let (path, text) = path.zip(text).ok_or("the path of the repository is not UTF-8")?;
        writeln!(list, "({path:?}, include_str!({text:?}), {more}),")?;
    }
    Ok(list + "]\n")
}

/// The files of a folder with this ending, by name.
fn files(folder: &str, ending: &str) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={folder}");
    let entries = std::fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path()));
    let mut files: Vec<_> = entries.collect::<Result<_, _>>()?;
    files.retain(|path| path.extension().is_some_and(|own| own == ending));
    files.sort();
    Ok(files)
}

/// The cells of a table's rows, in the order of these columns.
fn rows<const COLUMNS: usize>(
    table: &Path,
    columns: [&str; COLUMNS],
) -> Result<Vec<[String; COLUMNS]>, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", table.display());
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_path(table)?;
    let headers = reader.headers()?.clone();
    let places = columns.map(|column| headers.iter().position(|header| header == column));
    if let Some(at) = places.iter().position(Option::is_none) {
        return Err(format!("{}: the column `{}` is missing", table.display(), columns[at]).into());
    }
    let mut rows = Vec::new();
    for row in reader.into_records() {
        let row = row?;
        rows.push(places.map(|place| row[place.expect("checked above")].to_owned()));
    }
    Ok(rows)
}
