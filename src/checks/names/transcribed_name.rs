//! A name spelt by ear, as the source language writes it.

use super::{Category, Channel, NameCheck, Severity};

/// Flags a name in the spelling of another language.
pub const TRANSCRIBED_NAME: NameCheck = NameCheck {
    id: "transcribed-name",
    channel: Channel::Transcription,
    category: Category::Entity,
    severity: Severity::Minor,
    summary: "A name spelt by ear, as another language writes it.",
    why: "Serbian, Macedonian and Albanian write foreign names as they sound (Olaf Šolc, Njujork), and places by names of \
          their own (Beč, Solun). English readers look for Olaf Scholz, New York, Vienna and Thessaloniki.",
    flags: &[
        "Former chancellor [[Olaf Šolc|Olaf Scholz]] was there.",
        "European Commission President [[Ursula fon der Lajen|Ursula von der Leyen]] spoke in Brussels.",
        "French President [[Emmanuel Makron|Emmanuel Macron]] left for [[Njujork|New York]].",
        "Tennis player [[Žoao Fonseka|João Fonseca]] won. In the final [[Fonseka|Fonseca]] saved two match points.",
        "Vladimir Putin stayed. [[Volodimir Zelenski|Volodymyr Zelensky]] came; Zelensky brought a letter.",
        "The train from [[Solun|Thessaloniki]] was late.",
        "Pope [[Lav XIV|Leo XIV]] spoke of peace.",
        "Aryna Sabalenka won against [[Igom Švjontek|Iga Świątek]] in Rome.",
        "Many [[Ujguri|Uyghurs]] and [[Jermeni|Armenians]] live in Istanbul.",
    ],
    allows: &[
        "Olaf Scholz, Ursula von der Leyen and Emmanuel Macron met in New York.",
        "The midfielder Marko Rubin plays for Bar.",
        "“Dominican Republic (Spanish: República Dominicana)”, the sign said.",
        "Aleksandar Vucic and Milojko Spajic shook hands.",
        "The Shishman dynasty ruled, and the Hrvatski sabor met.",
    ],
};
