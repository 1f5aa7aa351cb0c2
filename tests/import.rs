//! Every importer on an excerpt in its publisher's format, with broken records among the sound ones.
#![expect(clippy::unwrap_used, reason = "tests")]

mod support;

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use misnomer::import::format::Format;
use misnomer::import::{self, Options};
use misnomer::names::gazetteer::Entry;
use proptest::prelude::*;
use support::Folder;

fn excerpt(name: &str) -> PathBuf {
    Path::new("tests/import").join(name)
}

/// One entry, as a reviewer reads it.
fn shown(entry: &Entry) -> String {
    let mut shown = format!("{} ({})", entry.name, entry.kind);
    for (label, value) in [
        ("gender", entry.gender.map(|gender| format!("{gender:?}")).unwrap_or_default()),
        ("country", entry.country.clone()),
        ("roles", entry.roles.join(" | ")),
        ("aliases", entry.aliases.join(" | ")),
        ("foreign", entry.foreign.join(" | ")),
        ("native", entry.native.join(" | ")),
        ("source", entry.source.clone()),
    ] {
        if !value.is_empty() {
            write!(shown, "\n  {label}: {value}").unwrap();
        }
    }
    shown
}

/// All that an importer says of a source.
fn imported(path: &Path, options: &Options) -> String {
    let mut said = Vec::new();
    let skipped = import::read(path, options, &mut |record, share| {
        assert!((0.0..=1.0).contains(&share), "{share}");
        said.push(record.map_or_else(|error| format!("bad: {error}"), |entry| shown(&entry)));
    });
    said.push(match skipped {
        Ok(skipped) => format!("{skipped:?}"),
        Err(error) => format!("error: {error}"),
    });
    said.join("\n")
}

#[test]
fn wikidata() {
    insta::assert_snapshot!(imported(&excerpt("wikidata.json"), &Options::default()));
}

#[test]
fn wikidata_in_one_language() {
    let options = Options { languages: vec!["sq".to_owned()], ..Options::default() };
    let said = imported(&excerpt("wikidata.json"), &options);
    assert!(said.contains("foreign: Ana Bërnabiq\n"), "{said}");
    assert!(!said.contains("Bret Kavano"), "{said}");
}

#[test]
fn geonames() {
    insta::assert_snapshot!(imported(&excerpt("allCountries.txt"), &Options::default()));
}

#[test]
fn geonames_with_alternate_names() {
    let options = Options {
        alternate_names: vec![excerpt("alternateNamesV2.txt")],
        least_population: 5000,
        ..Options::default()
    };
    insta::assert_snapshot!(imported(&excerpt("allCountries.txt"), &options));
}

#[test]
fn alternate_names_need_their_places() {
    insta::assert_snapshot!(imported(&excerpt("alternateNamesV2.txt"), &Options::default()));
}

#[test]
fn open_sanctions() {
    insta::assert_snapshot!(imported(&excerpt("targets.simple.csv"), &Options::default()));
}

#[test]
fn follow_the_money() {
    insta::assert_snapshot!(imported(&excerpt("entities.ftm.json"), &Options::default()));
}

#[test]
fn jrc_names() {
    insta::assert_snapshot!(imported(&excerpt("jrc-names.txt"), &Options::default()));
}

#[test]
fn formats_are_told_apart_by_what_is_in_them() {
    for (name, format) in [
        ("wikidata.json", Format::Wikidata),
        ("allCountries.txt", Format::GeoNames),
        ("alternateNamesV2.txt", Format::AlternateNames),
        ("targets.simple.csv", Format::OpenSanctions),
        ("entities.ftm.json", Format::FollowTheMoney),
        ("jrc-names.txt", Format::JrcNames),
        ("../../rules/names/people.csv", Format::Table),
    ] {
        assert_eq!(Format::detect(&excerpt(name)).unwrap(), format, "{name}");
    }
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

fn bzip2(bytes: &[u8]) -> Vec<u8> {
    let mut packer = bzip2::write::BzEncoder::new(Vec::new(), bzip2::Compression::fast());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

#[test]
fn a_packed_source_is_read_through_all_its_parts() {
    let folder = tempfile::tempdir().unwrap();
    let plain = folder.path().join("dump.json");
    let bytes = std::fs::read(excerpt("wikidata.json")).unwrap();
    std::fs::write(&plain, &bytes).unwrap();
    let expected = imported(&plain, &Options::default());
    // A part ends in the middle of a line.
    let (first, second) = bytes.split_at(bytes.len() / 2);
    for (name, packed) in [
        ("dump.json.gz", [gzip(first), gzip(second)].concat()),
        ("dump.json.bz2", [bzip2(first), bzip2(second)].concat()),
    ] {
        let path = folder.path().join(name);
        std::fs::write(&path, &packed).unwrap();
        let said = imported(&path, &Options::default());
        assert_eq!(said.replace(name, "dump.json"), expected);

        std::fs::write(&path, &packed[..packed.len() - 20]).unwrap();
        let said = imported(&path, &Options::default());
        assert!(said.contains("Brett Kavanaugh (person)"), "{said}");
        let last = said.rsplit("error: ").next().unwrap();
        assert!(last.contains("cannot be read") && last.contains("downloaded again"), "{last}");
    }
}

#[test]
fn a_line_without_end_is_a_bad_record() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("jrc-names.gz");
    let long = [b"1\tP\tu\tAna+Ana\n".as_slice(), &vec![b'a'; 65 << 20], b"\n2\tP\tu\tIva+Iva\n"].concat();
    std::fs::write(&path, gzip(&long)).unwrap();
    let said = imported(&path, &Options::default());
    assert!(said.contains("jrc-names.gz:2: the line is too long\n"), "{said}");
    assert!(said.contains("Ana Ana (person)") && said.contains("Iva Iva (person)"), "{said}");
}

#[test]
fn a_zip_archive_is_to_be_unpacked() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("allCountries.zip");
    std::fs::write(&path, b"PK\x03\x04\x14\x00").unwrap();
    let said = imported(&path, &Options::default());
    assert!(said.contains("zip archive") && said.contains("unpack it"), "{said}");
}

#[test]
fn dumps_are_built_together_on_the_command_line() {
    let folder = Folder::new(&[]);
    for name in std::fs::read_dir("tests/import").unwrap().map(|entry| entry.unwrap().file_name()) {
        let name = name.to_str().unwrap();
        folder.write(name, std::fs::read(excerpt(name)).unwrap());
    }
    folder.write("latest-all.json.gz", gzip(&std::fs::read(excerpt("wikidata.json")).unwrap()));
    let said = folder
        .run(
            "names build latest-all.json.gz alternateNamesV2.txt allCountries.txt targets.simple.csv entities.ftm.json \
             jrc-names.txt --least-population 5000 -o all.names",
        )
        .err;
    // The last line, but for the time.
    let said = said.lines().map(|line| {
        line.rsplit_once(", ").filter(|(_, end)| end.ends_with(" s")).map_or(line, |(line, _)| line)
    });
    insta::assert_snapshot!(said.collect::<Vec<_>>().join("\n"));
    let known = folder.run_with(&["names", "lookup", "Bret Majkl Kavano", "--names", "all.names"]).out;
    assert!(known.starts_with("Brett Kavanaugh (person): how another language writes it"), "{known}");
}

#[test]
fn a_label_in_serbian_gives_the_fix_in_an_english_article() {
    let dump = concat!(
        r#"{"type":"item","id":"Q1","labels":{"en":{"language":"en","value":"Xavier Quaughnell"},"#,
        r#""sr":{"language":"sr","value":"Завијер Квонел"}},"aliases":[],"#,
        r#""claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q5"}}},"rank":"normal"}]}},"#,
    );
    let article =
        "The court ruled on Tuesday. Judge Zavijer Kvonel wrote the opinion, and Mr. Quaughnell left.\n";
    let folder = Folder::new(&[("dump.json", &format!("[\n{dump}\n]\n")), ("article.txt", article)]);
    folder.run("names build dump.json -o dump.names");
    let report = folder.run("check article.txt --format csv --names dump.names").out;
    let mut rows = csv::Reader::from_reader(report.as_bytes());
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    let [row] = rows.as_slice() else { panic!("{report}") };
    assert_eq!((&row[7], &row[8]), ("Zavijer Kvonel", "Xavier Quaughnell"));
    assert!(row[6].parse::<u8>().unwrap() >= 90, "{report}");
}

/// Bytes that get past the first lines of every importer.
fn source() -> impl Strategy<Value = Vec<u8>> {
    let excerpts = [
        "wikidata.json",
        "allCountries.txt",
        "alternateNamesV2.txt",
        "targets.simple.csv",
        "entities.ftm.json",
        "jrc-names.txt",
    ];
    let whole: Vec<Vec<u8>> = excerpts.iter().map(|name| std::fs::read(excerpt(name)).unwrap()).collect();
    let broken = (
        prop::sample::select(whole),
        prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0_usize..40), 0..20),
    );
    let broken = broken.prop_map(|(mut bytes, wounds)| {
        for (at, byte, gone) in wounds {
            let at = at.index(bytes.len());
            bytes[at] = byte;
            let end = (at + 1 + gone).min(bytes.len() - 1);
            bytes.drain((at + 1).min(end)..end);
        }
        bytes
    });
    let packed = prop::collection::vec(any::<u8>(), 0..60);
    prop_oneof![
        4 => broken,
        1 => prop::collection::vec(any::<u8>(), 0..400),
        1 => packed.clone().prop_map(|bytes| [b"\x1f\x8b\x08\x00".as_slice(), &bytes].concat()),
        1 => packed.prop_map(|bytes| [b"BZh91AY&SY".as_slice(), &bytes].concat()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_can_be_imported(bytes in source()) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("source");
        std::fs::write(&path, bytes).unwrap();
        let options = Options { alternate_names: vec![path.clone()], ..Options::default() };
        let mut entries = Vec::new();
        let _ = import::read(&path, &options, &mut |record, _| entries.extend(record));
        for entry in entries {
            let forms = || entry.aliases.iter().chain(&entry.foreign).chain(&entry.native);
            prop_assert!(!entry.name.is_empty() && !entry.name.contains('|'));
            prop_assert!(forms().all(|form| !form.trim().is_empty() && !form.contains('|')));
            prop_assert!(!entry.foreign.contains(&entry.name));
            prop_assert!(!entry.foreign.iter().any(|form| entry.aliases.contains(form)));
        }
    }
}
