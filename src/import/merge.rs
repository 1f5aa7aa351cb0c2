//! Uniting what several sources say of one entry.

use rustc_hash::FxHashMap;

use crate::names::gazetteer::{Entry, Gender, Kind};
use crate::names::packed::records::RecordsBuilder;
use crate::names::packed::{hash, ints};

/// Collects entries, those of the same kind, name and country as one: lists are united, of single values the first stays.
///
/// Entries are kept packed, for there may be ten million of them.
#[derive(Default)]
pub struct Merger {
    records: RecordsBuilder,
    /// The latest record of each entry, in the order in which the entries first came.
    latest: Vec<u32>,
    /// Entries by the hash of kind, name and country.
    slots: FxHashMap<u64, u32>,
    /// Who said what was not in the first record of an entry, by the hash of the entry and what is said.
    added: FxHashMap<u64, u32>,
    contradictions: Vec<Contradiction>,
    united: usize,
}

/// What two sources say of one entry, where only one of them can be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// The name, and its kind and country.
    pub entry: String,
    /// What they do not agree on.
    pub about: String,
    /// What stays, and the number of the source that says so.
    pub kept: (String, usize),
    /// What is dropped, and the number of the source that says so.
    pub dropped: (String, usize),
}

impl Merger {
    /// Adds an entry of a source of this number.
    pub fn push(&mut self, entry: Entry, source: usize) {
        let key = hash(format!("{}\0{}\0{}", entry.kind.code(), entry.name, entry.country));
        let Some(&slot) = self.slots.get(&key) else {
            self.slots.insert(key, u32::try_from(self.latest.len()).expect("fewer entries than 2³⁰"));
            let record = self.keep(&entry, source);
            self.latest.push(record);
            return;
        };
        let (first, first_source) = unpack(self.records.get(self.latest[slot as usize] as usize));
        let mut both = Both {
            first,
            slot,
            sources: (first_source, source),
            added: &mut self.added,
            found: &mut self.contradictions,
        };
        both.unite(entry);
        let united = both.first;
        self.united += 1;
        self.latest[slot as usize] = self.keep(&united, first_source);
    }

    fn keep(&mut self, entry: &Entry, source: usize) -> u32 {
        let record = self.records.push(|bytes| pack(bytes, entry, source));
        u32::try_from(record).expect("fewer records than 2³²")
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.latest.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.latest.is_empty()
    }

    /// How many records were united with one that came before.
    pub fn united(&self) -> usize {
        self.united
    }

    /// What the sources do not agree on.
    pub fn contradictions(&self) -> &[Contradiction] {
        &self.contradictions
    }

    /// The entries, in the order in which they first came.
    pub fn entries(&self) -> impl Iterator<Item = Entry> {
        self.latest.iter().map(|&record| unpack(self.records.get(record as usize)).0)
    }
}

/// An entry, and the sources of what it says and of what is to be united with it.
struct Both<'m> {
    first: Entry,
    slot: u32,
    sources: (usize, usize),
    added: &'m mut FxHashMap<u64, u32>,
    found: &'m mut Vec<Contradiction>,
}

impl Both<'_> {
    /// Takes note that the second source says it, and the first does not.
    fn add(&mut self, what: &str) {
        let source = u32::try_from(self.sources.1).expect("fewer sources than 2³²");
        self.added.insert(self.said(what), source);
    }

    fn said(&self, what: &str) -> u64 {
        hash(format!("{}\0{what}", self.slot))
    }

    /// Takes note of a contradiction; `what` is what stays, as it was added.
    fn contradiction(&mut self, about: impl Into<String>, what: &str, kept: &str, dropped: &str) {
        let source = self.added.get(&self.said(what)).map_or(self.sources.0, |&source| source as usize);
        let Entry { name, kind, country, .. } = &self.first;
        let country = if country.is_empty() { String::new() } else { format!(", {country}") };
        self.found.push(Contradiction {
            entry: format!("{name} ({kind}{country})"),
            about: about.into(),
            kept: (kept.to_owned(), source),
            dropped: (dropped.to_owned(), self.sources.1),
        });
    }

    fn unite(&mut self, second: Entry) {
        match (self.first.gender, second.gender) {
            (Some(first), Some(second)) if first != second => {
                self.contradiction("gender", "gender", first.code(), second.code());
            }
            (None, Some(gender)) => {
                self.first.gender = Some(gender);
                self.add("gender");
            }
            _ => {}
        }
        if self.first.source.is_empty() {
            self.first.source = second.source;
        }
        for role in second.roles {
            self.role(role);
        }
        for (standing, forms) in
            [("alias", second.aliases), ("foreign", second.foreign), ("damaged", second.damaged)]
        {
            for form in forms {
                self.form(standing, form);
            }
        }
        for native in second.native {
            push_new(&mut self.first.native, native);
        }
    }

    /// A role of the same title in other years is another term, unless the terms overlap.
    fn role(&mut self, role: String) {
        let (title, years) = term(&role);
        for at in 0..self.first.roles.len() {
            let known = self.first.roles[at].clone();
            let (known_title, known_years) = term(&known);
            match (known_years, years) {
                _ if known_title != title => {}
                (_, None) => return,
                (None, Some(_)) => {
                    self.add(&role);
                    self.first.roles[at] = role;
                    return;
                }
                (Some(known_years), Some(years)) if known_years == years => return,
                (Some((from, to)), Some((start, end))) if start <= to && from <= end => {
                    self.contradiction("role", &known, &known, &role);
                    return;
                }
                _ => {}
            }
        }
        self.add(&role);
        self.first.roles.push(role);
    }

    /// A form is right in English or it is not: what the first source says of it stays.
    fn form(&mut self, standing: &str, form: String) {
        let first = &self.first;
        let name_alone = std::slice::from_ref(&first.name);
        let lists = [
            ("name", name_alone),
            ("alias", &first.aliases),
            ("foreign", &first.foreign),
            ("damaged", &first.damaged),
        ];
        let known = lists.into_iter().find(|(_, list)| list.contains(&form)).map(|(known, _)| known);
        match known {
            Some(known) if known == standing || (known == "name" && standing == "alias") => {}
            Some(known) => self.contradiction(format!("the form {form}"), &form, known, standing),
            None => {
                self.add(&form);
                match standing {
                    "alias" => self.first.aliases.push(form),
                    "foreign" => self.first.foreign.push(form),
                    _ => self.first.damaged.push(form),
                }
            }
        }
    }
}

fn push_new(list: &mut Vec<String>, value: String) {
    if !list.contains(&value) {
        list.push(value);
    }
}

/// The title of a role, and its first and last year, when it has years.
fn term(role: &str) -> (&str, Option<(u16, u16)>) {
    let Some((title, years)) = role.split_once('@') else { return (role.trim(), None) };
    let (from, to) = years.split_once('-').unwrap_or((years, years));
    (title.trim(), Some((from.trim().parse().unwrap_or(0), to.trim().parse().unwrap_or(u16::MAX))))
}

fn pack(bytes: &mut Vec<u8>, entry: &Entry, source: usize) {
    ints::push_short(bytes, source as u64);
    for text in [
        entry.name.as_str(),
        entry.kind.code(),
        entry.gender.map_or("", Gender::code),
        &entry.country,
        &entry.source,
    ] {
        ints::push_text(bytes, text);
    }
    for list in [&entry.roles, &entry.aliases, &entry.foreign, &entry.damaged, &entry.native] {
        ints::push_short(bytes, list.len() as u64);
        for text in list {
            ints::push_text(bytes, text);
        }
    }
}

fn unpack(mut record: &[u8]) -> (Entry, usize) {
    let number = |record: &mut &[u8]| ints::take_id(record).expect("it was packed so") as usize;
    let source = number(&mut record);
    let [name, kind, gender, country, id] =
        std::array::from_fn(|_| ints::take_text(&mut record).expect("it was packed so"));
    let [roles, aliases, foreign, damaged, native] = std::array::from_fn(|_| {
        let text = |record: &mut &[u8]| ints::take_text(record).expect("it was packed so").to_owned();
        (0..number(&mut record)).map(|_| text(&mut record)).collect()
    });
    let entry = Entry {
        name: name.to_owned(),
        kind: Kind::of_code(kind).expect("it was packed so"),
        gender: Gender::of_code(gender),
        country: country.to_owned(),
        roles,
        aliases,
        foreign,
        damaged,
        native,
        source: id.to_owned(),
    };
    (entry, source)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn merged(rows: &[&str]) -> (Vec<Entry>, Vec<String>) {
        let mut merger = Merger::default();
        for (source, row) in rows.iter().enumerate() {
            let text =
                format!("name,kind,gender,country,roles,aliases,foreign,damaged,native,source\n{row}\n");
            let path = std::path::Path::new("n.csv");
            for entry in crate::names::gazetteer::read(path, text.as_bytes()).expect("sound") {
                merger.push(entry, source);
            }
        }
        let said =
            |it: &Contradiction| format!("{}: {}: {} not {}", it.entry, it.about, it.kept.0, it.dropped.0);
        (merger.entries().collect(), merger.contradictions().iter().map(said).collect())
    }

    #[test]
    fn what_two_sources_say_is_united_under_the_same_kind_name_and_country() {
        let (entries, contradictions) = merged(&[
            "Ana Brnabić,person,,RS,prime minister@2017-2024,Ana Brnabic,,,,editor",
            "Bar,place,,ME,town,,,,,editor",
            "Ana Brnabić,person,f,RS,prime minister | speaker@2024-,Brnabić,Ана Брнабић,,,wikidata",
            "Bar,place,,UA,town,,,,,geonames",
        ]);
        assert_eq!(entries.len(), 3);
        let ana = &entries[0];
        assert_eq!((ana.gender, ana.source.as_str()), (Some(Gender::Feminine), "editor"));
        assert_eq!(ana.roles, ["prime minister@2017-2024", "speaker@2024-"]);
        assert_eq!((ana.aliases.len(), ana.foreign.len()), (2, 1));
        assert!(contradictions.is_empty(), "{contradictions:?}");
    }

    #[test]
    fn the_winner_is_who_said_it_first_and_not_who_named_the_entry_first() {
        let mut merger = Merger::default();
        let said =
            [("", "", ""), ("m", "king@2001-2005", "Kimo"), ("f", "king@2004-2009", ""), ("f", "", "Kimo")];
        for (source, (gender, role, alias)) in said.into_iter().enumerate() {
            let foreign = if source == 3 { alias } else { "" };
            let alias = if source == 1 { alias } else { "" };
            let text = format!(
                "name,kind,gender,roles,aliases,foreign\nKim,person,{gender},{role},{alias},{foreign}\n"
            );
            let entries = crate::names::gazetteer::read(std::path::Path::new("n.csv"), text.as_bytes());
            entries.expect("sound").into_iter().for_each(|entry| merger.push(entry, source));
        }
        let winners: Vec<_> = merger
            .contradictions()
            .iter()
            .map(|it| (it.about.as_str(), it.kept.0.as_str(), it.kept.1, it.dropped.1))
            .collect();
        assert_eq!(
            winners,
            [
                ("gender", "m", 1, 2),
                ("role", "king@2001-2005", 1, 2),
                ("gender", "m", 1, 3),
                ("the form Kimo", "alias", 1, 3),
            ]
        );
    }

    #[test]
    fn contradictions_are_told_and_the_first_source_stays() {
        let (entries, contradictions) = merged(&[
            "Kyiv,place,,UA,capital,,Kiev,,,editor",
            "Kyiv,place,m,UA,capital,Kiev,,Kyiv,,other",
            "Kim,person,m,,king@2001-2005,,,,,editor",
            "Kim,person,f,,king@2004-2009 | king@1990-1995,,,,,other",
        ]);
        assert_eq!(
            contradictions,
            [
                "Kyiv (place, UA): the form Kiev: foreign not alias",
                "Kyiv (place, UA): the form Kyiv: name not damaged",
                "Kim (person): gender: m not f",
                "Kim (person): role: king@2001-2005 not king@2004-2009",
            ]
        );
        assert_eq!(entries[0].foreign, ["Kiev"]);
        assert_eq!(entries[1].roles, ["king@2001-2005", "king@1990-1995"]);
    }
}
