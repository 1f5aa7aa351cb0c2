//! Parts of names found by sound: given names and surnames that many bear, whoever bears them.

use std::borrow::Cow;

use super::fold::capitalised;
use super::packed::multimap::{Multimap, MultimapBuilder};
use super::packed::records::{Records, RecordsBuilder};
use super::packed::sections::{Damaged, Section};
use super::packed::{ints, mixed};
use super::sound::{Side, SoundKey, sound_keys};

/// A part of names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamePart<'l> {
    /// Folded.
    pub folded: &'l str,
    /// As written; empty where that is [`name_case`].
    pub written: &'l str,
    /// As a given name: how many are more frequent; `None` for no given name.
    pub given_name: Option<u32>,
    /// As a surname: how many are more frequent; `None` for no surname.
    pub surname: Option<u32>,
}

impl NamePart<'_> {
    /// As written.
    pub fn text(&self) -> Cow<'_, str> {
        if self.written.is_empty() { name_case(self.folded).into() } else { self.written.into() }
    }
}

/// A folded name in the case in which English writes it: a capital in front, and after *Mc*.
pub fn name_case(folded: &str) -> String {
    match folded.strip_prefix("mc") {
        Some(rest) if rest.len() > 2 => format!("Mc{}", capitalised(rest)),
        _ => capitalised(folded),
    }
}

/// Parts of names by sound key.
#[derive(Debug)]
pub struct SoundList {
    parts: Records,
    sounds: Multimap,
}

impl SoundList {
    /// Opens the two sections that [`SoundListBuilder::finish`] gave.
    pub fn open(mut next: impl FnMut() -> Section) -> Result<Self, Damaged> {
        Ok(Self { parts: Records::open(next())?, sounds: Multimap::open(next())? })
    }

    /// The numbers of the parts with a sound key, in rising order.
    pub fn parts_with_sound(&self, key: SoundKey) -> impl Iterator<Item = u32> + use<'_> {
        self.sounds.get(mixed(key)).filter_map(|part| u32::try_from(part).ok())
    }

    /// The bytes of the folded text of the part of a number; parts are numbered in its order.
    pub fn folded(&self, part: u32) -> &[u8] {
        ints::take_bytes(&mut self.parts.get(part as usize)).unwrap_or(&[])
    }

    /// The part of a number; `None` when there is none.
    pub fn part(&self, part: u32) -> Option<NamePart<'_>> {
        let mut rest = self.parts.get(part as usize);
        let folded = ints::take_text(&mut rest)?;
        let written = ints::take_text(&mut rest)?;
        let [given_name, surname] = ranks(rest);
        Some(NamePart { folded, written, given_name, surname })
    }

    /// The part with a folded text; `None` when there is none.
    pub fn named(&self, folded: &str) -> Option<NamePart<'_>> {
        let key = *sound_keys(folded, Side::Original).first()?;
        let part = self.parts_with_sound(key).find(|&part| self.folded(part) == folded.as_bytes())?;
        self.part(part)
    }

    /// The bytes of the folded text of the part of a number, and how many given names and how many surnames are more frequent.
    pub fn folded_and_ranks(&self, part: u32) -> (&[u8], [Option<u32>; 2]) {
        let mut rest = self.parts.get(part as usize);
        let folded = ints::take_bytes(&mut rest).unwrap_or(&[]);
        let is_there = ints::take_bytes(&mut rest).is_some();
        (folded, if is_there { ranks(rest) } else { [None, None] })
    }
}

/// The ranks at the end of a part.
fn ranks(mut rest: &[u8]) -> [Option<u32>; 2] {
    std::array::from_fn(|_| ints::take_short(&mut rest)?.checked_sub(1)?.try_into().ok())
}

/// Collects parts of names, which come in the order of their folded text.
#[derive(Debug, Default)]
pub struct SoundListBuilder {
    parts: RecordsBuilder,
    sounds: MultimapBuilder,
}

impl SoundListBuilder {
    /// Adds a part.
    pub fn push(&mut self, part: &NamePart<'_>) {
        let number = self.parts.push(|bytes| {
            ints::push_text(bytes, part.folded);
            ints::push_text(bytes, part.written);
            for rank in [part.given_name, part.surname] {
                ints::push_short(bytes, rank.map_or(0, |rank| u64::from(rank) + 1));
            }
        });
        let number = u32::try_from(number).expect("a list has fewer parts than 2³²");
        for key in sound_keys(part.folded, Side::Original) {
            self.sounds.push(mixed(key), number);
        }
    }

    /// The two sections.
    pub fn finish(self) -> [Vec<u8>; 2] {
        [self.parts.finish(), self.sounds.finish(KEPT_OF_SOUND)]
    }
}

/// The bytes that are kept of a sound key's hash: what sounds alike is measured.
const KEPT_OF_SOUND: usize = 1;
