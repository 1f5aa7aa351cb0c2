//! The given name that is the same in another language: *George* for *Giorgia* or *Đorđe*, *John* for *Ivan*.

use super::super::index::Index;
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
    for name in own.iter().filter(may_be_put) {
        let members = || lexicon.class(name.class).into_iter().filter(|member| *member != folded);
        let mut distance = |member: &str| {
            let measure = measure.get_or_insert_with(|| lexicon.respelling.of(&[folded]));
            measure.turn_to(member.as_bytes());
            measure.distance(0, FARTHEST).map_or(f32::INFINITY, |distance| distance.per_letter)
        };
        let mut of_nearest = None;
        for member in members() {
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
            let mut nearest = || {
                *of_nearest.get_or_insert_with(|| members().map(&mut distance).fold(f32::INFINITY, f32::min))
            };
            let why = if name.is_respelt() {
                let (nearest, distance) = (nearest(), distance(member));
                match same_gender {
                    // *Džon* is no *Ian*, one name though they are.
                    _ if distance > FARTHEST => continue,
                    true if distance <= nearest + MUCH_FARTHER => Why::Foreign,
                    true => Why::ForeignOfClass,
                    false => Why::SameNameOtherGender,
                }
            } else if same_gender {
                Why::SameGivenName
            } else {
                Why::SameNameOtherGender
            };
            found.push(Meaning { word, why });
        }
    }
    found
}
