//! The gazetteer: the people, places and organisations that are known, as names files list them.

use std::fmt;
use std::path::Path;

use serde::Deserialize;

use super::table;
use crate::error::{Error, Result};

/// What an entry names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A person.
    Person,
    /// A country, town, river, mountain or region.
    Place,
    /// A party, company, paper, club, ministry or body of several states.
    Organisation,
    /// A given name, of no one in particular.
    GivenName,
    /// A surname, of no one in particular.
    Surname,
    /// A people, community or dynasty, by the word for all of its members.
    People,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 6] =
        [Self::Person, Self::Place, Self::Organisation, Self::GivenName, Self::Surname, Self::People];

    /// What names files call it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Place => "place",
            Self::Organisation => "organisation",
            Self::GivenName => "given-name",
            Self::Surname => "surname",
            Self::People => "people",
        }
    }

    /// The kind that names files call so.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.code().replace('-', " "))
    }
}

/// Grammatical gender of a person's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Gender {
    /// Feminine.
    #[serde(rename = "f", alias = "F")]
    Feminine,
    /// Masculine.
    #[serde(rename = "m", alias = "M")]
    Masculine,
}

impl Gender {
    /// What names files call it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Feminine => "f",
            Self::Masculine => "m",
        }
    }

    /// The gender that names files call so.
    pub fn of_code(code: &str) -> Option<Self> {
        [Self::Feminine, Self::Masculine].into_iter().find(|gender| gender.code() == code)
    }
}

/// One person, place or organisation: one row of a names file.
#[derive(Clone, Debug, Deserialize)]
pub struct Entry {
    /// The name as English writes it.
    pub name: String,
    /// What it names.
    pub kind: Kind,
    /// A person's gender, where known.
    #[serde(default)]
    pub gender: Option<Gender>,
    /// ISO 3166 alpha-2; empty where it belongs to no one country.
    #[serde(default)]
    pub country: String,
    /// Offices and trades, or the kind of place: `title` or `title@2022-2025`.
    #[serde(default, deserialize_with = "table::list_cell")]
    pub roles: Vec<String>,
    /// Other forms that are right in English.
    #[serde(default, deserialize_with = "table::list_cell")]
    pub aliases: Vec<String>,
    /// Forms that are right in another language and wrong in English.
    #[serde(default, deserialize_with = "table::list_cell")]
    pub foreign: Vec<String>,
    /// Wrong forms that have been seen.
    #[serde(default, deserialize_with = "table::list_cell")]
    pub damaged: Vec<String>,
    /// How its own language writes it.
    #[serde(default, deserialize_with = "table::list_cell")]
    pub native: Vec<String>,
    /// Where the row comes from: an id that `rules/SOURCES.md` explains.
    #[serde(default)]
    pub source: String,
}

impl Entry {
    /// The entry, if it has a name and its country, when it has one, a code.
    pub fn checked(self) -> Result<Self> {
        let refused = |what: &str, remedy: &str| Err(Error::new(what).remedy(remedy));
        if self.name.is_empty() {
            return refused("column `name` is empty", "give the name as English writes it");
        }
        let is_code = self.country.len() == 2 && self.country.bytes().all(|b| b.is_ascii_uppercase());
        if !(self.country.is_empty() || is_code) {
            return refused(
                &format!("column `country`: `{}` is no country code", self.country),
                "use the two capital letters of ISO 3166, such as ME, or leave it empty",
            );
        }
        Ok(self)
    }

    /// The titles of its roles, without their years.
    pub fn titles(&self) -> impl Iterator<Item = &str> {
        self.roles.iter().map(|role| role.split('@').next().unwrap_or(role).trim())
    }

    /// Whether a person holds an office now: a role with an open end.
    pub fn in_office(&self) -> bool {
        self.kind == Kind::Person && self.roles.iter().any(|role| role.ends_with('-'))
    }
}

/// Reads the entries of a names file.
pub fn read(path: &Path, text: &[u8]) -> Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for (line, entry) in table::rows::<Entry>(path, text)? {
        entries.push(entry.checked().map_err(|error| error.file(path).line(line))?);
    }
    Ok(entries)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(text: &str) -> std::result::Result<Vec<Entry>, String> {
        read(Path::new("names.csv"), text.as_bytes()).map_err(|error| error.to_string())
    }

    #[test]
    fn a_row_needs_a_name_and_a_kind_alone() {
        let entries = read_text("name,kind\nBar,place\n").unwrap_or_default();
        assert_eq!((entries.len(), entries[0].kind), (1, Kind::Place));
    }

    #[test]
    fn roles_lose_their_years() {
        let entries = read_text("name,kind,roles\nKeir Starmer,person,prime minister@2024- | lawyer\n");
        let entries = entries.unwrap_or_default();
        assert_eq!(entries[0].titles().collect::<Vec<_>>(), ["prime minister", "lawyer"]);
        assert!(entries[0].in_office());
    }

    #[test]
    fn errors_name_the_line_and_the_column() {
        let says = |text: &str| read_text(text).err().unwrap_or_default();
        assert!(says("name\nBar\n").contains("names.csv:2: the column `kind` is missing"));
        assert!(says("name,kind\nBar,twon\n").contains("names.csv:2: unknown variant `twon`"));
        assert!(says("name,kind,country\nBar,place,MNE\n").contains("names.csv:2: column `country`: `MNE`"));
        assert!(says("name,kind\n,place\n").contains("names.csv:2: column `name` is empty"));
    }
}
