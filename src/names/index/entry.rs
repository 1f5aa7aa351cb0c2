//! An entry of an index, decoded when it is asked for.

use std::borrow::Cow;

use super::form::{EntryId, FormId};
use super::{Form, Index};
use crate::names::gazetteer::{Gender, Kind};
use crate::names::packed::ints;
use crate::names::table;

/// What the index keeps of an entry.
#[derive(Clone, Copy, Debug)]
pub struct EntryRef<'i> {
    /// What it names.
    pub kind: Kind,
    /// A person's gender, where known.
    pub gender: Option<Gender>,
    /// ISO 3166 alpha-2; empty where it belongs to no one country.
    pub country: &'i str,
    /// Offices and trades, or the kind of place, as a list cell has them.
    pub roles: &'i str,
    /// Where it comes from: an id that `rules/SOURCES.md` explains.
    pub source: &'i str,
    index: &'i Index,
    forms: (FormId, FormId),
}

impl<'i> EntryRef<'i> {
    pub(super) fn read(index: &'i Index, id: EntryId) -> Self {
        let forms = FormId::try_from(index.forms.len()).unwrap_or(FormId::MAX);
        let first_form = |id: usize| {
            let (_, above) = index.entries.get(id)?;
            FormId::try_from(above.checked_add(id as u64)?).ok()
        };
        let first = first_form(id as usize).unwrap_or(forms);
        let profile = index.entries.get(id as usize).and_then(|(profile, _)| usize::try_from(profile).ok());
        let profile = profile.map_or(&[][..], |profile| index.profiles.get(profile));
        let (head, mut rest) = profile.split_at_checked(3).unwrap_or((&[0; 3], &[]));
        let mut number = || ints::take_id(&mut rest).unwrap_or(u32::MAX);
        let (roles, source) = (number(), number());
        let string = |number: u32| std::str::from_utf8(index.strings.get(number as usize)).unwrap_or("");
        let country = if head[1..] == [0, 0] { &[] } else { &head[1..] };
        let next = first_form(id as usize + 1);
        Self {
            kind: kind_of(u64::from(head[0])),
            gender: match head[0] >> 3 {
                1 => Some(Gender::Feminine),
                2 => Some(Gender::Masculine),
                _ => None,
            },
            country: std::str::from_utf8(country).unwrap_or(""),
            roles: string(roles),
            source: string(source),
            index,
            forms: (first.min(forms), next.unwrap_or(forms).min(forms)),
        }
    }

    /// The name as English writes it.
    pub fn name(&self) -> Cow<'i, str> {
        self.index.form(self.forms.0).text()
    }

    /// Whether a form is the name and no alias.
    pub fn is_name(&self, form: Form<'_>) -> bool {
        form.id == self.forms.0
    }

    /// The titles of its roles, without their years.
    pub fn titles(&self) -> impl Iterator<Item = &'i str> + use<'i> {
        table::list(self.roles).map(|role| role.split('@').next().unwrap_or(role).trim())
    }

    /// Whether it has a title.
    pub fn is_a(&self, title: &str) -> bool {
        self.titles().any(|own| own == title)
    }

    /// Whether it is a country or a capital.
    pub fn is_well_known(&self) -> bool {
        self.is_a("country") || self.is_a("capital")
    }

    /// Whether it is a country, a capital or a city.
    pub fn is_large(&self) -> bool {
        self.is_well_known() || self.is_a("city")
    }

    /// Whether a person holds an office now: a role with an open end.
    pub fn in_office(&self) -> bool {
        self.kind == Kind::Person && table::list(self.roles).any(|role| role.ends_with('-'))
    }

    /// Its name and its aliases.
    pub fn accepted(self) -> impl Iterator<Item = Form<'i>> {
        let (first, next) = self.forms;
        (first..next).map(move |form| self.index.form(form))
    }
}

/// The kind in the lowest three bits.
pub(super) fn kind_of(number: u64) -> Kind {
    match number & 7 {
        0 => Kind::Person,
        1 => Kind::Place,
        2 => Kind::Organisation,
        3 => Kind::GivenName,
        4 => Kind::Surname,
        _ => Kind::People,
    }
}
