//! Names that are right are left alone: those of the gazetteer, and those of people whom no list knows.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::path::Path;

use misnomer::article::{Article, Format};
use misnomer::engine::Engine;
use misnomer::finding::{Category, Confidence, Severity};
use misnomer::names::Names;

/// Those of some names, each with a text, of which something is said.
fn flagged(texts: impl IntoIterator<Item = (String, String)>) -> (usize, Vec<String>) {
    let engine = Engine::new(Names::builtin(), Vec::new(), Confidence::percent(70));
    let (mut all, mut flagged) = (0, Vec::new());
    for (name, text) in texts {
        all += 1;
        let article = Article::new("quiet", text.as_str(), Format::Text);
        let found = engine.check(&article);
        let is_name = |category| category == Category::Entity;
        if found.iter().any(|found| is_name(found.category) && found.severity > Severity::Neutral) {
            flagged.push(name);
        }
    }
    (all, flagged)
}

#[test]
fn what_the_gazetteer_knows_is_right() {
    let names = Names::builtin();
    let index = &names.indices()[0];
    let forms = index.entries().flat_map(|entry| entry.accepted().map(|form| form.text()));
    let texts = forms
        .map(|name| (name.to_string(), format!("In the morning the reporters wrote about {name} again.")));
    let (all, flagged) = flagged(texts);
    assert!(all > 200_000, "{all}");
    assert!(flagged.len() * 10_000 <= all, "{} of {all}: {}", flagged.len(), flagged.join(", "));
}

#[test]
fn beside_many_right_names_an_unknown_one_is_left_alone() {
    let texts =
        ["The reporters met farmers from Bornholmu and from the hills.", "The seat of Seongju was quiet."];
    let right = "In the morning they had been in Berlin, Paris, Madrid, Lisbon, Vienna, Prague, Warsaw, Dublin, Oslo, \
                 Copenhagen, Helsinki, Athens, Bern, Ottawa, Tokyo, Beijing, Jakarta, Nairobi, Cairo, Lima, Bogotá, Caracas, \
                 Havana, Canberra and Wellington.";
    let (_, alone) = flagged(texts.map(|text| (text.to_owned(), text.to_owned())));
    assert_eq!(alone, texts);
    let (_, beside_right_ones) = flagged(texts.map(|text| (text.to_owned(), format!("{right} {text}"))));
    assert!(beside_right_ones.is_empty(), "{beside_right_ones:?}");
    // Of an article with many names one that is surely broken says less of the others.
    let more = format!(
        "{right} Others were sent to Rome, Budapest, Sofia, Bucharest, Zagreb, Belgrade, Skopje, Tirana and Ankara, with Olaf Šolc."
    );
    let engine = Engine::new(Names::builtin(), Vec::new(), Confidence::percent(70));
    let article = Article::new("quiet", format!("{more} They came from Lokstedt too."), Format::Text);
    let found: Vec<_> = engine.check(&article).iter().map(|found| article.slice(found.span)).collect();
    assert_eq!(found, ["Olaf Šolc"]);
}

#[test]
fn what_the_text_itself_accounts_for_is_right() {
    let texts = [
        // A surname as women bear it.
        "Kirova praised the film that they shot in Russia.",
        "The spokeswoman Kirova was born in Russia.",
        // A short word with what may be a case ending.
        "Prosecutor Yaneva spoke to the court in The Hague.",
        // The name and what it means.
        "Puerto Rico means Rich Port, and Costa Rica means Rich Coast.",
        // Another romanisation than that of a name, which may be one of its own.
        "The Comanti family came from the west of the United States.",
        // A title that is quoted, and a part of a longer name.
        "The Jury Prize was shared by “Sirat” and by a film from India.",
        "She lived in Tabrizi-Moghaddam Street in Iran.",
        // Two people with other given names, and a given name in the spelling that its bearer has.
        "Saško Markovski defended the engineer Igor Markovsky at the court in Skopje.",
        "Mohamed Rizwan sells tea in Pakistan, and Bradley Edwards is a lawyer in the United States.",
        // An acronym is no word of a name: there is a La-Un in Thailand.
        "The UN human rights chief spoke in Thailand.",
        // What English translates, or has an article in front of where a sentence begins.
        "A scientist at the University of Chile said so in Santiago.",
        "The Grand Prix went to the Norwegian Joachim Trier in France.",
        // Given names that are one in two languages, and a surname that only looks like another; an article of names.
        "A Slovak couple, Zuzana Hrušková and Peter Baláž, had booked two bunks.",
        "The navigator, Youssef el-Masry, is an Egyptian.",
        // Names that an owner or another language gave, and that English leaves.
        "The buses stood in Avenida Brasil, and the guests at the Hotel Mediteran.",
        "On one side of the border the square is called Trg Evrope.",
        // Other romanisations that papers use.
        "The coach, Valeriy Karpin, and the envoy, Vasiliy Nebenzya, were asked in Russia.",
        "A court heard Nabih Berrih and Awda Hathaleen, and Ismail Hanieh was named.",
        "Mzia Amaglobeli was led into the court of Batumi.",
        // Whoever is introduced as a person is no place later on.
        "Sofia Andia spoke to the press. Later on, Andia left the room.",
        // An abbreviation, the halves of a name of a village and of a Korean one, and a street.
        "Beside him were two sisters from Hamtramck, Mich., Candy and Apple Wojtowicz.",
        "In the village of Majske Poljane, near Glina, Stevo Đurašinović voted in a container.",
        "In South Korea the minister, Lee Ju-ho, spoke.",
        "In Hamtramck shops on Joseph Campau have Polish names; it is the first city of the United States to do so.",
        // Two forms that the text gives beside one another.
        "From Genoa (Genova in Italian) the train takes you to Rome.",
        // English that is a place elsewhere.
        "On Centre Court she won in two sets; France had hoped for more.",
        // Names that go on, and a company called after a town.
        "In Georgia, in the United States, Anouska De Georgiou spoke.",
        "Her team, Kejsi Dervishi and Andi Prifti, recorded 61 species in Albania and the United States.",
        "Ahmed was seen in Nigeria; the guard worked at Ahmadu Bello University.",
        "From Tallinn the Estonian ferry operator Tallink sails to Finland.",
        // A street in its town's own words, a village, a saint, and the first of two nationalities.
        "The cafes on Njegoseva Street in Cetinje, Montenegro, stayed shut.",
        "In the village of Bruselas, in Colombia, Luz Dary Muñoz grows coffee.",
        "In Romania the priest keeps the cross of Saint Barbara in his vestry; it is not that of the United States.",
        "They met in the Austro-Hungarian palace that was shelled in 1992.",
        // Words of names of people that are places elsewhere: in front of a surname, behind a particle, in a family.
        "The film is by Sanoj Mishra, who was born in India.",
        "Pedro Di Spagna, a physician, denied it in Argentina.",
        "He gave the raft the name of his late wife, Marigo, in Albania.",
        // Those from a place, and a race that is called after one.
        "Joint forces of Darfuri rebels fought in Sudan.",
        "The Slovene won Il Lombardia for a fifth time in Italy.",
        // One given name in two forms, both of them English, and two people of whom the text has the names.
        "In Tokyo Kenneth Bednarek of the United States was second.",
        "Jaylen Brown stayed in Boston. Jaylin Williams, a reserve of the Thunder, is no kin of his.",
        // A surname that is made of a given name.
        "The drummer, Gjorgji Gjorgjiev, was among the dead in North Macedonia.",
        // Two guesses at once: a case ending, and a spelling by ear.
        "BELÉM, Brazil - On the island of Combu, fifteen minutes across the river, nobody had seen them.",
        "In Hoa Thinh, nearly every house in Vietnam was flooded.",
        // Surnames that thousands bear far from here, and given names that look like others by ear.
        "MAUMERE, Indonesia - Suyono has only one name. Sudarta asked Suyono for his papers, and Yohanes waited.",
        "DAMASCUS - Rober Haddad sells bread. Matis Dubois and Sten Larsson buy it.",
        // Two forms of one name.
        "Krakatau erupted in 1883. The child of Krakatoa, Anak Krakatau, grows. Marapi and Merapi are two volcanoes.",
        "Martin Oedegaard and Alexander Soerloth scored. Soerloth plays in Spain, where Thomas Mueller never did.",
        "In Greenlandic we call the land Kalaallit Nunaat. The Lido of Venice is far away.",
        "Parliament, the Althing, or Alþingi, meets in Reykjavik. In Cairo Ramesses has Rameses on his label.",
        "Everybody in Istria knows that Poreč is Parenzo.",
        // A name that no list has tells two people apart, and a month is no surname.
        "The pilot Yadram Ramnarine delivered a box to Ovid Ramnarain in the hangar.",
        "It was cold in January. The caretaker, Hendrik Januarie, was told, and Januarie opened the door.",
        // One word twice is no name of two words.
        "Sina counted two voters called Tavita Tavita, father and son, in Samoa and in Kenya.",
        // Full names of one article that are nearly one.
        "Jane Brown and Jan Brown sell bread, and the Ann Smyth of the song is no Anne Smith.",
        "Global Citizen and the Global Citizens of Leeds sang for the United States.",
        // A title of many words.
        "Critics in Gaza and Israel praised “The Mysterious Gaze of the Flamingo” again.",
    ];
    let (_, flagged) = flagged(texts.map(|text| (text.to_owned(), text.to_owned())));
    assert!(flagged.is_empty(), "{}", flagged.join("\n"));
}

/// The first columns of the rows of a table that have a value in another column, each so manyth.
fn column(table: &str, of: (usize, &[&str]), step: usize) -> Vec<String> {
    let path = Path::new("rules").join(table);
    let rows = csv::Reader::from_path(path).unwrap().into_records().map(Result::unwrap);
    rows.filter(|row| of.1.contains(&&row[of.0])).step_by(step).map(|row| row[0].to_owned()).collect()
}

#[test]
fn people_whom_nobody_knows_are_right() {
    let given = column("names/given-names.csv", (2, &["en", "de", "fr", "it", "es", "pl", "tr", "ar"]), 7);
    let surnames = column("lexicon/attested-names.csv", (1, &["2", "3"]), 40);
    let texts =
        surnames.iter().filter(|name| name.len() > 3).zip(given.iter().cycle()).map(|(name, given)| {
            let surname = name[..1].to_uppercase() + &name[1..];
            let text = format!("{given} {surname} spoke to the press. Later on, {surname} left the room.");
            (format!("{given} {surname}"), text)
        });
    let (all, flagged) = flagged(texts);
    assert!(all > 5_000, "{all}");
    assert!(flagged.len() * 800 <= all, "{} of {all}: {}", flagged.len(), flagged.join(", "));
}
