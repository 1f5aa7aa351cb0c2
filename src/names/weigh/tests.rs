//! Each kind of evidence where it speaks, and beside it where it does not.

use crate::article::{Article, Format, Prose};
use crate::names::Names;
use crate::names::evidence::Feature;

#[test]
fn what_speaks_for_and_against() {
    let names = Names::builtin();
    let speaks = |text: &str, found: &str, feature: Feature| {
        let article = Article::new("a.txt", text, Format::Text);
        let broken = names.near_in(&article, &Prose::of(&article), f64::NEG_INFINITY);
        let name = broken.iter().find(|name| article.slice(name.span) == found);
        let name = name.unwrap_or_else(|| panic!("{found} is explained in: {text}"));
        name.candidates[0].evidence.has(feature)
    };
    // Nobody is called Kuentin.
    assert!(speaks("We met Kuentin Tarantino there.", "Kuentin Tarantino", Feature::UnknownGivenName));
    assert!(!speaks("We met Donald Tramp there.", "Donald Tramp", Feature::UnknownGivenName));
    // There are many Johns, and few Donalds.
    assert!(speaks("We met John Makejn there.", "John Makejn", Feature::FrequentGivenName));
    assert!(!speaks("We met Donald Tramp there.", "Donald Tramp", Feature::FrequentGivenName));
    // Toronto is in Canada.
    assert!(speaks("They flew from Serbia to Torontu.", "Torontu", Feature::OtherCountry));
    assert!(!speaks("They flew from Canada to Torontu.", "Torontu", Feature::OtherCountry));
    assert!(!speaks("They flew to Torontu.", "Torontu", Feature::OtherCountry));
    // Papers write names of other scripts in many ways; beside broken names it is one of them.
    assert!(speaks("We met Nabih Berrih there.", "Nabih Berrih", Feature::RomanisedAlone));
    let beside = "Donald Tramp and Emanuel Makron met Nabih Berrih there.";
    assert!(!speaks(beside, "Nabih Berrih", Feature::RomanisedAlone));
    // An owner called it so.
    assert!(speaks("We met at the Hotel Mediteran.", "Mediteran", Feature::LocalName));
    assert!(!speaks("We met at the Mediteran.", "Mediteran", Feature::LocalName));
    // There is a village of the name, but where other names are broken it is seldom meant.
    let of_village = "Donald Tramp, Kir Starmer and Emanuel Makron met in Singapur.";
    assert!(speaks(of_village, "Singapur", Feature::KnownByItself));
    // Few names have this ending of themselves.
    assert!(speaks("We met Zelenskim there.", "Zelenskim", Feature::ForeignForm));
}
