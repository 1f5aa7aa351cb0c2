//! A name translated as if it were a word.

use super::{Category, Channel, NameCheck, Severity};

/// Flags a name of which a word was translated.
pub const LITERAL_NAME: NameCheck = NameCheck {
    id: "literal-name",
    channel: Channel::Literal,
    category: Category::Entity,
    severity: Severity::Major,
    summary: "A name of which a word was translated.",
    why: "Many surnames and place names are words of their language, and a translation engine takes them for such: Rubio is \
          Spanish for blond, Iglesias for churches, El Salvador for the saviour. The reader is left with a person who does \
          not exist.",
    flags: &[
        "US Secretary of State [[(Marko) Blond|Marco Rubio]] will visit Belgrade.",
        "The concert of [[Julio Churches|Julio Iglesias]] was sold out.",
        "Lawyer [[Ramiro Churches|Ramiro Iglesias]] filed the appeal.",
        "The mayor of [[Rosary|Rosario]] and tourists from [[Rich Coast|Costa Rica]] were there.",
        "Turkish foreign minister [[Hakan Sapling|Hakan Fidan]] spoke in Ankara.",
        "They flew from Phoenix to [[The Vegas|Las Vegas]] on Friday.",
    ],
    allows: &[
        "Marco Rubio met the blond actress.",
        "Debbie Harry of Blondie sang with Jack White and Cilla Black.",
        "The Carlos Bridge and the Maria Rooms stand in Lima.",
        "The White House and the Black Sea are far apart.",
        "Charity and Grace of the Rosary Society live north of Mercy Hill.",
        "He borrowed “The Tiger Trappers” for Bohdan Ivanov.",
        "The saviour of the club is a man from El Salvador.",
    ],
};
