//! `allCountries.txt` of GeoNames, and `alternateNamesV2.txt` beside it: columns between tabs, no header.
//!
//! Which features are places, and of what kind, stands in `rules/lexicon/features-geonames.csv`. Features without
//! inhabitants (waters, mountains, regions) are kept when GeoNames knows at least five other names of them: most brooks have
//! none. `name` and `asciiname` are right in English, and so are alternate names of language `en`, of which a preferred one
//! is the name; those of the chosen languages are foreign. Colloquial and historic ones are left out.
//!
//! The places are read twice when there are alternate names: first for the numbers of those that are wanted, so that only
//! their alternate names are held in memory.

use std::path::Path;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::forms::Forms;
use super::source::{Lines, bad};
use super::{Options, Skipped, Take};
use crate::error::Result;
use crate::names::gazetteer::{Entry, Kind};
use crate::names::table;

/// A feature without inhabitants has at least so many other names.
const WELL_KNOWN: usize = 5;
/// A place of so many inhabitants is a city, of fewer a town, of fewer still a village.
const CITY: u64 = 100_000;
const TOWN: u64 = 3_000;

/// Reads places and their alternate names.
pub(super) fn read(path: &Path, options: &Options, take: &mut Take<'_>) -> Result<Skipped> {
    let features = features();
    let alternates = if options.alternate_names.is_empty() {
        Alternates::default()
    } else {
        Alternates::read(options, &wanted_ids(path, options, &features)?, take)?
    };
    let mut skipped = Skipped::default();
    let mut lines = Lines::open(path)?;
    while let Some(line) = lines.next()? {
        if line.text == Ok("") {
            continue;
        }
        let place = match line.text.map_err(str::to_owned).and_then(Place::of_line) {
            Ok(place) => place,
            Err(what) => {
                take(Err(bad(path, line.number, what)), line.share);
                continue;
            }
        };
        let Some(role) = place.role(&features, options) else {
            skipped.not_wanted += 1;
            continue;
        };
        let Some(entry) = place.entry(role, &alternates, options) else {
            skipped.without_english_name += 1;
            continue;
        };
        take(Ok(entry), line.share);
    }
    Ok(skipped)
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kept {
    Always,
    Populated,
    WellKnown,
}

#[derive(Deserialize)]
struct Feature {
    #[serde(rename = "feature")]
    code: String,
    kept: Kept,
    role: String,
}

fn features() -> FxHashMap<String, Feature> {
    let text = include_bytes!("../../rules/lexicon/features-geonames.csv");
    let rows = table::rows::<Feature>(Path::new("rules/lexicon/features-geonames.csv"), text)
        .expect("the built-in table is sound");
    rows.into_iter().map(|(_, feature)| (feature.code.clone(), feature)).collect()
}

/// One line of `allCountries.txt`.
struct Place<'l> {
    id: u32,
    name: &'l str,
    ascii_name: &'l str,
    other_names: usize,
    feature: String,
    country: &'l str,
    population: u64,
}

impl<'l> Place<'l> {
    fn of_line(line: &'l str) -> std::result::Result<Self, String> {
        let columns: Vec<&str> = line.split('\t').collect();
        let Ok([id, name, ascii_name, others, _, _, class, code, country, _, _, _, _, _, population, ..]) =
            <[&str; 19]>::try_from(columns.as_slice())
        else {
            return Err(format!("the line has {} columns, a place of GeoNames 19", columns.len()));
        };
        let is_code =
            country.is_empty() || (country.len() == 2 && country.bytes().all(|c| c.is_ascii_uppercase()));
        if !is_code {
            return Err(format!("`{country}` is no country code"));
        }
        Ok(Self {
            id: id.parse().map_err(|_| format!("`{id}` is no number of a place"))?,
            name,
            ascii_name,
            other_names: others.split(',').filter(|name| !name.is_empty()).count(),
            feature: format!("{class}.{code}"),
            country,
            population: match population {
                "" => 0,
                number => number.parse().map_err(|_| format!("`{number}` is no number of inhabitants"))?,
            },
        })
    }

    /// The kind of place, where it is wanted.
    fn role<'f>(&self, features: &'f FxHashMap<String, Feature>, options: &Options) -> Option<&'f str> {
        let feature = features.get(&self.feature)?;
        let is_kept = match feature.kept {
            Kept::Always => true,
            Kept::Populated => self.population >= options.least_population,
            Kept::WellKnown => self.other_names >= WELL_KNOWN,
        };
        is_kept.then_some(feature.role.as_str())
    }

    fn entry(&self, role: &str, alternates: &Alternates, options: &Options) -> Option<Entry> {
        let english = || alternates.of(self.id).filter(|alternate| alternate.language.is_none());
        let preferred = english().find(|alternate| alternate.is_preferred).map(|alternate| &*alternate.name);
        let mut forms = preferred.into_iter().chain([self.name, self.ascii_name]).find_map(Forms::new)?;
        for form in
            [self.name, self.ascii_name].into_iter().chain(english().map(|alternate| &*alternate.name))
        {
            forms.english(form);
        }
        for alternate in alternates.of(self.id) {
            if let Some(language) = alternate.language {
                forms.foreign(&alternate.name, &options.languages[usize::from(language)]);
            }
        }
        let mut entry = forms.into_entry(Kind::Place, "geonames");
        self.country.clone_into(&mut entry.country);
        let size = match self.population {
            CITY.. => "city",
            TOWN.. => "town",
            _ => "village",
        };
        let settled = self.feature.starts_with("P.") && role != "district";
        let roles = [Some(role).filter(|role| !role.is_empty()), settled.then_some(size)];
        entry.roles = roles.into_iter().flatten().map(str::to_owned).collect();
        Some(entry)
    }
}

/// The numbers of the places that are wanted, in order.
fn wanted_ids(path: &Path, options: &Options, features: &FxHashMap<String, Feature>) -> Result<Vec<u32>> {
    let mut ids = Vec::new();
    let mut lines = Lines::open(path)?;
    while let Some(line) = lines.next()? {
        if let Some(place) = line.text.ok().and_then(|line| Place::of_line(line).ok())
            && place.role(features, options).is_some()
        {
            ids.push(place.id);
        }
    }
    ids.sort_unstable();
    Ok(ids)
}

/// The alternate names of places, in order of their numbers.
#[derive(Default)]
struct Alternates(Vec<Alternate>);

struct Alternate {
    place: u32,
    /// Its number in the chosen languages; none for English.
    language: Option<u16>,
    is_preferred: bool,
    name: Box<str>,
}

impl Alternates {
    /// Reads the alternate names of the places whose numbers are given.
    fn read(options: &Options, wanted: &[u32], take: &mut Take<'_>) -> Result<Self> {
        let mut alternates = Vec::new();
        for path in &options.alternate_names {
            let mut lines = Lines::open(path)?;
            while let Some(line) = lines.next()? {
                if line.text == Ok("") {
                    continue;
                }
                match line.text.map_err(str::to_owned).and_then(|line| Alternate::of_line(line, options)) {
                    Ok(found) => {
                        alternates.extend(found.filter(|found| wanted.binary_search(&found.place).is_ok()));
                    }
                    Err(what) => take(Err(bad(path, line.number, what)), 0.0),
                }
            }
        }
        alternates.sort_by_key(|alternate| alternate.place);
        Ok(Self(alternates))
    }

    fn of(&self, place: u32) -> impl Iterator<Item = &Alternate> {
        let first = self.0.partition_point(|alternate| alternate.place < place);
        self.0[first..].iter().take_while(move |alternate| alternate.place == place)
    }
}

impl Alternate {
    /// The alternate name of a line; none when its language is not wanted, or it is colloquial or historic.
    fn of_line(line: &str, options: &Options) -> std::result::Result<Option<Self>, String> {
        let columns: Vec<&str> = line.split('\t').collect();
        let [_, place, language, name, preferred, _, colloquial, historic, ..] = columns.as_slice() else {
            return Err(format!("the line has {} columns, an alternate name of GeoNames 10", columns.len()));
        };
        let place = place.parse().map_err(|_| format!("`{place}` is no number of a place"))?;
        let chosen = |chosen: &String| chosen.eq_ignore_ascii_case(language);
        let language = match options.languages.iter().position(chosen) {
            _ if *language == "en" => None,
            Some(number) => Some(u16::try_from(number).map_err(|_| "too many languages")?),
            None => return Ok(None),
        };
        if *colloquial == "1" || *historic == "1" {
            return Ok(None);
        }
        Ok(Some(Self { place, language, is_preferred: *preferred == "1", name: (*name).into() }))
    }
}
