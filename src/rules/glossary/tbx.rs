//! Glossaries in TBX (ISO 30042), of 2008 (`martif`) or 2019 (`tbx`), whose status is a note or an element.
//!
//! English terms are approved, or forbidden when their status is deprecated or superseded; terms of every other language must
//! not stand in an English article.

use std::path::Path;

use roxmltree::{Document, Node, ParsingOptions};

use super::Term;
use crate::error::{Error, Result};

/// Reads a TBX file.
pub(super) fn read(path: &Path, bytes: &[u8]) -> Result<Vec<Term>> {
    let refused = |what: String, line: usize| {
        Err(Error::new(what).file(path).line(line).remedy("export the glossary as TBX in UTF-8, or as CSV"))
    };
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let line = memchr::memchr_iter(b'\n', &bytes[..error.valid_up_to()]).count() + 1;
            return refused("it is not UTF-8".to_owned(), line);
        }
    };
    // Most files name a DTD, which is not read.
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let document = match Document::parse_with_options(text.trim_start_matches('\u{feff}'), options) {
        Ok(document) => document,
        Err(error) => return refused(format!("it is no XML: {error}"), error.pos().row as usize),
    };
    let entries = document.descendants().filter(|node| is(*node, &["conceptEntry", "termEntry"]));
    let terms: Vec<Term> = entries.map(term).filter(|term| !term.approved.is_empty()).collect();
    if terms.is_empty() {
        return refused("it holds no concept with an approved English term (xml:lang=\"en\")".to_owned(), 1);
    }
    Ok(terms)
}

fn is(node: Node<'_, '_>, names: &[&str]) -> bool {
    node.is_element() && names.contains(&node.tag_name().name())
}

/// The terms of a concept.
fn term(entry: Node<'_, '_>) -> Term {
    let mut term = Term::default();
    for section in entry.descendants().filter(|node| is(*node, &["langSec", "langSet"])) {
        let language = section.attribute((XML, "lang")).or(section.attribute("lang")).unwrap_or_default();
        let is_english =
            language.split(['-', '_']).next().is_some_and(|code| code.eq_ignore_ascii_case("en"));
        for group in section.descendants().filter(|node| is(*node, &["termSec", "tig", "ntig"])) {
            let written = group.descendants().find(|node| is(*node, &["term"])).map(text).unwrap_or_default();
            let list = match status(group) {
                _ if written.is_empty() => continue,
                _ if !is_english => &mut term.source,
                Status::Forbidden => &mut term.forbidden,
                Status::Preferred => {
                    term.approved.insert(0, written);
                    continue;
                }
                Status::Allowed => &mut term.approved,
            };
            list.push(written);
        }
    }
    term
}

const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// Whether a term may be used.
enum Status {
    Preferred,
    Allowed,
    Forbidden,
}

fn status(group: Node<'_, '_>) -> Status {
    const NAMES: [&str; 2] = ["administrativeStatus", "normativeAuthorization"];
    let notes = group.descendants().filter(|node| {
        is(*node, &NAMES)
            || (is(*node, &["termNote"]) && node.attribute("type").is_some_and(|kind| NAMES.contains(&kind)))
    });
    let notes: Vec<String> = notes.map(|note| text(note).to_lowercase()).collect();
    let says = |words: &[&str]| notes.iter().any(|note| words.iter().any(|word| note.starts_with(word)));
    if says(&["deprecated", "superseded", "forbidden", "obsolete", "rejected"]) {
        Status::Forbidden
    } else if says(&["preferred", "standardized", "legal"]) {
        Status::Preferred
    } else {
        Status::Allowed
    }
}

/// The text of an element, its inner markup left out, each run of space one space.
fn text(node: Node<'_, '_>) -> String {
    let all: String =
        node.descendants().filter_map(|inner| inner.is_text().then(|| inner.text()).flatten()).collect();
    all.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(text: &str) -> std::result::Result<Vec<Term>, String> {
        read(Path::new("g.tbx"), text.as_bytes()).map_err(|error| error.to_string())
    }

    fn expected() -> Vec<Term> {
        let list = |cell: &str| cell.split('|').map(str::to_owned).collect::<Vec<_>>();
        let [source, approved, forbidden] =
            ["Skupština", "assembly|parliament", "national convention"].map(list);
        vec![Term { source, approved, forbidden }]
    }

    #[test]
    fn of_2019_with_elements_of_a_module() {
        let text = r#"<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Min" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min">
<text><body><conceptEntry id="1">
  <langSec xml:lang="sr-Latn"><termSec><term>Skupština</term></termSec></langSec>
  <langSec xml:lang="en-GB">
    <termSec><term>parliament</term><min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec>
    <termSec><term>assembly</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
    <termSec><term>national <hi>convention</hi></term><min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec>
  </langSec>
</conceptEntry></body></text></tbx>"#;
        assert_eq!(read_text(text), Ok(expected()));
    }

    #[test]
    fn of_2008_with_notes_and_a_dtd() {
        let text = r#"<?xml version='1.0'?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><text><body><termEntry id="c1">
  <langSet xml:lang="sr"><tig><term>Skupština</term></tig></langSet>
  <langSet xml:lang="en"><ntig><termGrp><term>assembly</term></termGrp></ntig>
    <tig><term>parliament</term></tig>
    <tig><term>national convention</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></tig></langSet>
</termEntry></body></text></martif>"#;
        assert_eq!(read_text(text), Ok(expected()));
    }

    #[test]
    fn what_is_no_glossary_is_refused() {
        assert!(
            read_text("<tbx>\n<text></tbx>").is_err_and(|error| error.starts_with("g.tbx:2: it is no XML"))
        );
        assert!(
            read_text("<tbx/>")
                .is_err_and(|error| error.contains("no concept with an approved English term"))
        );
    }
}
