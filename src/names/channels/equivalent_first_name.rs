//! The given name that is the same in another language: *George* for *Giorgia* or *Đorđe*, *John* for *Ivan*.

use super::super::index::{Index, WordId};
use super::super::lexicon::{GivenName, Lexicon};
use super::super::source_languages::is_kin;
use super::{Meaning, Why};

/// Beyond this cost per letter a given name is no spelling by ear of another.
const FARTHEST: f32 = 0.15;
/// One that is farther by so much than the nearest of the class is less likely: *Džim* is Jim before he is James.
const MUCH_FARTHER: f32 = 0.04;

/// The given names of the word's classes, of the same gender or of the other.
pub(super) fn meanings(folded: &str, lexicon: &Lexicon, index: &Index) -> Vec<Meaning<'static>> {
    let mut found = Vec::new();
    let own = lexicon.given_names(folded);
    // A translator puts the English name, after which its class is called, or his own: no *Felipe* for *Philip*, nor *Mohamed* for
    // *Mohammad*.
    let has = |name: &GivenName<'_>, language: &str| {
        own.iter().any(|own| own.language == language && own.class == name.class)
    };
    let may_be_put = |name: &&GivenName<'_>| {
        has(name, "sr") && (name.is_respelt() || name.language == "en")
            || name.is_respelt() && !has(name, "en")
            || name.language == "en" && name.class == folded
            || name.language == "sr" && !has(name, "en") && !has(name, "sr-respelt")
    };
    let mut measure = None;
    let mut distance = |member: &str| {
        let measure = measure.get_or_insert_with(|| lexicon.respelling.of(&[folded]));
        measure.turn_to(member.as_bytes());
        measure.distance(0, FARTHEST).map(|distance| distance.per_letter)
    };
    for name in own.iter().filter(may_be_put) {
        let mut by_ear: Vec<(WordId, f32)> = Vec::new();
        for member in lexicon.class(name.class).into_iter().filter(|member| *member != folded) {
            let Some(word) = index.word(member) else { continue };
            let twins = lexicon.given_names(member);
            let twins = || twins.iter().filter(|twin| twin.class == name.class);
            let is_serbs = |twin: &GivenName<'_>| is_kin(twin.language, "sr");
            // Jovana is no Ivana, as Serbs bear both; nor is Kenneth a Kenny.
            let is_serbian = name.language == "sr" && twins().any(is_serbs);
            let is_english = name.language == "en" && twins().all(|twin| twin.language == "en");
            if is_serbian || is_english {
                continue;
            }
            // Nor does Serbian respell a name of its kin: *Džon* is not the Jane of Macedonian men.
            let same_gender =
                twins().any(|twin| twin.gender == name.gender && !(name.is_respelt() && is_serbs(twin)));
            if !name.is_respelt() {
                let why = if same_gender { Why::SameGivenName } else { Why::SameNameOtherGender };
                found.push(Meaning { word, why });
            // *Džon* is no *Ian*, one name though they are.
            } else if let Some(distance) = distance(member) {
                if same_gender {
                    by_ear.push((word, distance));
                } else {
                    found.push(Meaning { word, why: Why::SameNameOtherGender });
                }
            }
        }
        let nearest = by_ear.iter().map(|(_, distance)| *distance).fold(f32::INFINITY, f32::min);
        found.extend(by_ear.into_iter().map(|(word, distance)| {
            let is_near = distance <= nearest + MUCH_FARTHER;
            Meaning { word, why: if is_near { Why::Foreign } else { Why::ForeignOfClass } }
        }));
    }
    found
}
