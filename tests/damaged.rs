//! Articles whose names the translator left: each is found and mended, what its other names show, and nothing else.
#![expect(clippy::unwrap_used, reason = "tests")]

use misnomer::article::{Article, Format};
use misnomer::engine::Engine;
use misnomer::examples::Example;
use misnomer::finding::{Confidence, Severity};
use misnomer::names::Names;
use misnomer::rules;

/// Each broken name is marked with its fix.
const ARTICLES: &[&str] = &[
    // A word that opens a sentence may be any, unless the article shows what it is; a sentence about voters stays one.
    "[[Tramp|Trump]] meets donors in Ohio\n\n[[Donald Tramp|Donald Trump]] and [[Maksin Voters|Maxine Waters]] traded insults \
     on Friday. [[Tramp|Trump]] has said as much before. Voters were not impressed.",
    // Places that are also villages, surnames or words; a footballer is none.
    "[[Olaf Šolc|Olaf Scholz]] and [[Kir Starmer|Keir Starmer]] flew to [[Singapur|Singapore]]. In [[Peking|Beijing]] they had \
     been told to wait, and in [[Otavi|Ottawa]] nobody knew. Harry Kane scored for Bayern Munich. Kane has 14 goals.",
    // The whole name, though the article has the surname alone in its right form.
    "Powell resigned. Her friends said that [[Lusi Pauel|Lucy Powell]] had been pushed.",
    // The name of the entry before its other romanisations.
    "The hosts thanked [[Vladimir Zelenskij|Volodymyr Zelensky]] and [[Rustem Umjerov|Rustem Umerov]].",
    // W as Albanian and Bulgarian write it, and an adjective made of a name.
    "The envoy [[Stiv Uitkof|Steve Witkoff]] is due in Sofia. The [[Makronoviot|Macron]] plan was dropped.",
    // A name behind a title, which belongs to it.
    "He had known [[Pope Franjo|Pope Francis]] for years.",
    // A full name that the article has right, of words that are names as they stand.
    "The head of the team, Zak Brown, praised them. On Sunday [[Zak Braun|Zak Brown]] smiled, and [[Polin Henson|Pauline Hanson]] \
     did not. Pauline Hanson had her reasons.",
    // Of two given names that people bear and that are one name in two languages, of a word that no list has, and of a rare one.
    "[[Emanuel Makron|Emmanuel Macron]] and [[Kir Starmer|Keir Starmer]] thanked [[Olaf Šolc|Olaf Scholz]]. The detective \
     Arthur Brand found the vase; [[Artur Brand|Arthur Brand]] had searched for years. Penpa Tsering spoke in exile, and \
     [[Penpa Cering|Penpa Tsering]] was heard.\n\nJohn Prevost has a brother. [[Xhon Prevost|John Prevost]] wept.",
    // Persons of a list whose words are frequent as they stand, or as papers might write them.
    "[[Emanuel Makron|Emmanuel Macron]], [[Kir Starmer|Keir Starmer]] and [[Olaf Šolc|Olaf Scholz]] wrote to the director \
     [[Volter Sales|Walter Salles]] and to [[Sima Bahus|Sima Bahous]] of the United Nations. Joel Smith and Danijela Marić had their doubts.",
    // A surname alone, of one whom the article has in full; but not that of another.
    "[[Emanuel Makron|Emmanuel Macron]], [[Kir Starmer|Keir Starmer]] and [[Olaf Šolc|Olaf Scholz]] sent wreaths. The coroner heard \
     Kimberly Cox first; later [[Koks|Cox]] wept. Yulia Navalnaya was there too, and spoke of Navalny.",
    // The same of a name that papers might write so.
    "Kamel Daoud won a prize in France. Later [[Kamel Daud|Kamel Daoud]] was sued.",
    // A word that is right as it stands, before one with a letter wrong.
    "Mohamed Salah plays for Egypt. [[Kir Starmer|Keir Starmer]] and [[Emanuel Makron|Emmanuel Macron]] saw the Egyptian \
     [[Muhamed Salah|Mohamed Salah]] score.",
    // A surname in front that looks like a number.
    "The hosts thanked [[Xi Jinpingom|Xi Jinping]].",
    // An acronym beside so many broken names.
    "[[Emanuel Makron|Emmanuel Macron]], [[Kir Starmer|Keir Starmer]] and [[Olaf Šolc|Olaf Scholz]] asked for more soldiers, \
     which the [[SAD|US]] refused.",
    // Where a report comes from, and a case ending on a hyphen.
    "[[NAJROBI|NAIROBI]] - Kenya thanked [[Kir Starmer|Keir Starmer]], who had met [[Vance-om|Vance]] and \
     [[Trump-om|Trump]] there.",
    // A surname that only villages far away have, in a headline.
    "[[Makron|Macron]] gains time\n\n[[Emanuel Makron|Emmanuel Macron]] thanked [[Kir Starmer|Keir Starmer]] and \
     [[Olaf Šolc|Olaf Scholz]].",
    // Albanian cases, and words that villages have too, in the names of people.
    "From the United States [[Ellon Masku|Elon Musk]] and [[Maria Korina Maçados|María Corina Machado]] wrote to \
     [[Volodimir Zelenskit|Volodymyr Zelensky]] and [[Xhorxha Meloni|Giorgia Meloni]].",
    // Arabic articles that sound like the letter behind them.
    "[[Emanuel Makron|Emmanuel Macron]] met [[Ahmed eš-Šara|Ahmed al-Sharaa]] and [[Ajman ez-Zavahiri|Ayman al-Zawahiri]].",
    // A woman's own surname beside broken names.
    "[[Emanuel Makron|Emmanuel Macron]] and [[Kir Starmer|Keir Starmer]] met Olga Hudecova at the market in Slovakia.",
    // Bulgarian ю.
    "In the American city of [[Hyustan|Houston]] they met [[Hyu Dzhakman|Hugh Jackman]] and [[Viktoriya Bekam|Victoria Beckham]].",
    // A given name that is a frequent name, or hardly like the right one, before a surname by ear that leads to the person.
    "[[Kurtis Sliua|Curtis Sliwa]] lost the election, and [[Xhordi Bimish|Geordie Beamish]] won the race.",
    // Letters that other languages read otherwise: a German v, Mc before i, a lost h, and y for j.
    "[[Folkar Tyurk|Volker Türk]] spoke first. [[Rori Makilroj|Rory McIlroy]] won; [[Orasio Rosati|Horacio Rosatti]] \
     had resigned.",
    // A given name that nobody bears as it is, before a surname that is frequent, and behind a title.
    "Professor [[Brajan|Brian]] Sullivan and the teacher [[Dzhudit|Judith]] Miller agreed with the others.",
    // Where a report begins, the place is in capitals, be it English for something else.
    "[[HAG|THE HAGUE]] - The court heard [[Dejvid Kameron|David Cameron]] and [[Emanuel Makron|Emmanuel Macron]].\n\n[[DAMASK|DAMASCUS]] \
     (AP) - UN envoys left.",
    // Korean by way of Serbian and of Bulgarian.
    "The court of [[Mun Hjung-be|Moon Hyung-bae]] heard [[Han Dok Su|Han Duck-soo]] and [[Li Dzhe-myon|Lee Jae-myung]].",
    // Nationality and calling are no quotation of a language.
    "In Serbian elections the envoy had called [[Emanuel Makron|Emmanuel Macron]] and [[Kir Starmer|Keir Starmer]] liars.",
    // Chinese and Korean by way of Russian, and a pope translated.
    "[[Si Tszinpin|Xi Jinping]] wrote to Pope [[Lion XIV|Leo XIV]] about [[Kim Chen Un|Kim Jong Un]].",
    "Gymnasts from China, [[Tszou Tszinyuan|Zou Jingyuan]] among them, had met [[Zhen Dzhenfey|Ren Zhengfei]] of Huawei.",
    // Private people where names are spelt by ear: a given name that Serbs bear too, and a whole name that is somewhat likely; but a
    // German is called so.
    "[[Emanuel Makron|Emmanuel Macron]], [[Kir Starmer|Keir Starmer]], [[Olaf Šolc|Olaf Scholz]], [[Žistin Trido|Justin Trudeau]] \
     and [[Stiv Uitkof|Steve Witkoff]] were briefed by [[Dejvid|David]] Holt, by the engineer [[Maks Portar|Max Porter]] and by \
     Gerhard Weber.",
    // Before a surname that nobody knows too, where no country of those is named who are called so; two given names with a hyphen
    // are French. Jim is no James, though they are one name.
    "In Bolivia [[Emanuel Makron|Emmanuel Macron]], [[Kir Starmer|Keir Starmer]], [[Olaf Šolc|Olaf Scholz]] and [[Stiv \
     Uitkof|Steve Witkoff]] met [[Elizabet|Elizabeth]] Uistrelu, [[Sajmon|Simon]] Hopkins, [[Žan-Klod|Jean-Claude]] Ferumelo, \
     Nikola Dorunte and Pavel Gortunte. The golfer [[Džim|Jim]] Furiton won.",
    // But those of the translator's own country bear such names as they stand.
    "[[Emanuel Makron|Emmanuel Macron]], [[Kir Starmer|Keir Starmer]], [[Olaf Šolc|Olaf Scholz]] and [[Stiv Uitkof|Steve Witkoff]] \
     were met by Viktorija Petrović, Danijel Horvat, Rebeka Vukotić, Dejvid Kamberi, Leonardo Begaj, Nikol Pavlova, Natalija \
     Marić and Aleksandar Krunić.",
    "The council was briefed by Dejvid Holt and by the engineer Viktorija Hill.",
    // The surname of a woman as an adjective; a word that the article has right elsewhere, though a village far away is called so.
    "Gold went to Keely Hodgkinson. A week later [[Keely Hodgkinsonovoj|Keely Hodgkinson]] lost, said [[Emanuel Makron|Emmanuel \
     Macron]]. After protests in Dhaka [[Kir Starmer|Keir Starmer]] spoke of [[Daka|Dhaka]].",
    // In a sound article one guess makes no other likelier, and what Italians call an island is theirs.
    "Fires came back to Chios in August. Prime Minister Kyriakos Mitsotakis flew from Athens with Vassilis Kikilias, and planes came \
     from Italy, France, Cyprus and Romania. Ursula von der Leyen and Roberta Metsola promised help from Brussels; Emmanuel Macron \
     and Giorgia Meloni called. Turkish President Recep Tayyip Erdogan offered planes from Izmir, and Hakan Fidan spoke with George \
     Gerapetritis. The fire stopped outside Pyrgi. Olympi was spared too. Whole settlements, from Volissos to Limnia, were evacuated \
     by boat. Which island is that, asked King Charles, whom Keir Starmer met in London with Friedrich Merz and Donald Tusk. The \
     resort lies on the one that Italians call Saseno, said Edi Rama, not far from Sazan's lighthouse. Economists at Danske Bank in \
     Denmark disagree. Beside him, his friend Dzejlana Zekovic from Novi Pazar in Serbia showed his shoes. Cile Steward, 8, was \
     still missing. A namesake of Pablo Neruda with a letter less, Pablo Nerud, sold tickets. Bishop Anthim founded the church, \
     whose bell has the name of Antim on it.",
    // A name that is bent as others of the article are.
    "[[Donaldu Trampu|Donald Trump]] and [[Emanuelu Makronu|Emmanuel Macron]] spoke with [[Adama Silvera|Adam Silver]] of the \
     league.",
    // A surname nobody knows is no country that only sounds somewhat like it.
    "[[Emanuel Makron|Emmanuel Macron]], [[Kir Starmer|Keir Starmer]] and [[Olaf Šolc|Olaf Scholz]] spoke of Syria. The group was \
     founded in exile by Diab Serriya and others.",
    // Organisations translated word by word, and ways in which English may put it.
    "The [[International Agency for Integrity in Tennis|International Tennis Integrity Agency]], [[International Amnesty|Amnesty \
     International]] and [[Doctors without Frontiers|Doctors Without Borders]] wrote to the [[Federal Commission on \
     Communications|Federal Communications Commission]] and the [[International Money Fund|International Monetary Fund]]. It was \
     hot in the [[Valley of Death|Death Valley]].",
    "[[Doctors Without Limits|Doctors Without Borders]] asked the [[International Olympic Commission|International Olympic \
     Committee]] for help.",
    "The General Assembly of the United Nations heard the Football Association of Serbia, the Energy Department, the New \
     Democrats and the International Criminal Courts. They saw the Golden Valley and the New Forest.",
    // A town that the article has elsewhere, before a place that is named more often; a village far away.
    "At Brookline they had won. The win at [[Bruklin|Brookline]] was forgotten, said [[Rori Makilroj|Rory McIlroy]].",
    "In [[Nyu York|New York]] trade with China grew, but [[Emanuel Makron|Emmanuel Macron]] said that the tariffs \
     on [[Kini|China]] would stay.",
];

#[test]
fn damaged_articles_are_mended() {
    let engine = Engine::new(Names::builtin(), rules::builtin(), Confidence::percent(70));
    for marked in ARTICLES {
        let example = Example::parse(marked).unwrap();
        let article = Article::new("damaged", example.text.as_str(), Format::Text);
        let found = engine.check(&article);
        let found = found.iter().filter(|found| found.severity > Severity::Neutral);
        let found: Vec<(&str, &str)> = found
            .map(|found| (article.slice(found.span), found.suggestions.first().map_or("", String::as_str)))
            .collect();
        let wanted: Vec<(&str, &str)> = example
            .marks
            .iter()
            .map(|mark| (&example.text[mark.span.start..mark.span.end], mark.suggestion.as_deref().unwrap()))
            .collect();
        assert_eq!(found, wanted, "{}", example.text);
    }
}
