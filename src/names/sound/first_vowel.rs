//! The first vowel of a word: one letter of a respelling, some that an original may be read with.

use std::sync::LazyLock;

use super::Side;

/// A vowel, from 1 in the order of the alphabet; 0 for a word without one.
type Vowel = u64;

/// The first vowels that a folded word may be heard with.
pub(super) fn heard(letters: &[u8], side: Side) -> &'static [Vowel] {
    let heard = match side {
        Side::Respelling => respelt(letters),
        Side::Original => (0..letters.len()).find_map(|at| read(&letters[at..])),
    };
    heard.unwrap_or(&[0])
}

/// The vowel of a respelling, which writes what it hears; y is one where no vowel follows.
fn respelt(letters: &[u8]) -> Option<&'static [Vowel]> {
    letters.iter().enumerate().find_map(|(at, letter)| match (letter, letters.get(at + 1)) {
        (b'y', Some(b'a' | b'e' | b'i' | b'o' | b'u')) => None,
        (b'y', _) => Some(&[3, 5][..]),
        (b'o', Some(b'u')) => Some(&[4, 5][..]),
        _ => EACH.get(place(*letter)?).copied(),
    })
}

const EACH: [&[Vowel]; 5] = [&[1], &[2], &[3], &[4], &[5]];

/// Where a vowel stands in the order of the alphabet, from 0.
fn place(letter: u8) -> Option<usize> {
    b"aeiou".iter().position(|&vowel| vowel == letter)
}

/// The vowels that the letters in front of a rest of an original are read with: the longest row counts.
fn read(rest: &[u8]) -> Option<&'static [Vowel]> {
    let rows = READINGS.get(usize::from(rest.first()?.checked_sub(b'a')?))?;
    let row = rows.iter().find(|(letters, _)| rest.starts_with(letters.as_bytes()))?;
    Some(&row.1)
}

/// The rows of a first letter, the longest first, each with its vowels.
type Rows = Vec<(&'static str, Box<[Vowel]>)>;

/// The table, which has no quotation marks: it is split where it stands.
const TABLE: &str = include_str!("../../../rules/lexicon/first-vowels.csv");

static READINGS: LazyLock<[Rows; 26]> = LazyLock::new(|| {
    let mut readings: [Rows; 26] = Default::default();
    for row in TABLE.lines().skip(1) {
        let mut cells = row.split(',');
        let (Some(letters), Some(vowels)) = (cells.next(), cells.next()) else { continue };
        let vowels = vowels.bytes().filter_map(place).map(|place| EACH[place][0]).collect();
        readings[usize::from(letters.as_bytes()[0] - b'a')].push((letters, vowels));
    }
    for rows in &mut readings {
        rows.sort_by_key(|(letters, _)| std::cmp::Reverse(letters.len()));
    }
    readings
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sound() {
        assert!(TABLE.starts_with("letters,vowels,source\n") && !TABLE.contains('"'));
        for row in TABLE.lines().skip(1) {
            let cells: Vec<&str> = row.split(',').collect();
            let [letters, vowels, _] = cells[..] else { panic!("{row}: three cells") };
            assert!(
                !letters.is_empty() && letters.bytes().all(|letter| letter.is_ascii_lowercase()),
                "{row}"
            );
            let is_vowel = |sound: &str| matches!(sound.as_bytes(), [letter] if place(*letter).is_some());
            assert!(vowels.split(' ').all(is_vowel), "{row}");
        }
    }

    #[test]
    fn a_respelling_has_a_vowel_that_the_original_is_read_with() {
        let shares = |respelling: &str, original: &str| {
            let originals = heard(original.as_bytes(), Side::Original);
            heard(respelling.as_bytes(), Side::Respelling).iter().any(|vowel| originals.contains(vowel))
        };
        for (respelling, original) in [
            ("dzejms", "james"),
            ("remzdejl", "ramsdale"),
            ("volton", "walton"),
            ("makdonald", "mcdonald"),
            ("miler", "mueller"),
            ("miler", "muller"),
            ("lajpcig", "leipzig"),
            ("njujork", "newyork"),
            ("tramp", "trump"),
            ("jang", "young"),
            ("brno", "brno"),
        ] {
            assert!(shares(respelling, original), "{respelling} {original}");
        }
        assert!(!shares("merkel", "lucca") && !shares("toni", "tina"));
    }
}
