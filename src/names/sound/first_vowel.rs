//! The first vowel of a word: that of a respelling as it is written, those that an original may be read with.

use std::sync::LazyLock;

use super::Side;

/// A vowel, from 1 in the order of the alphabet; 0 for a word without one.
type Vowel = u64;

fn vowel(letter: u8) -> Option<Vowel> {
    (1..).zip(b"aeiou").find_map(|(vowel, known)| (*known == letter).then_some(vowel))
}

/// The first vowels that a folded word may be heard with.
pub(super) fn heard(letters: &[u8], side: Side) -> &'static [Vowel] {
    (0..letters.len()).find_map(|at| read(&letters[at..], side)).unwrap_or(&[0])
}

/// The vowels that the letters in front of a rest of a word are read with: the longest row counts.
fn read(rest: &[u8], side: Side) -> Option<&'static [Vowel]> {
    let rows = READINGS[side as usize].get(usize::from(rest.first()?.checked_sub(b'a')?))?;
    let row = rows.iter().find(|(letters, _)| rest.starts_with(letters.as_bytes()))?;
    Some(&row.1)
}

/// The rows of a first letter, the longest first, each with its vowels.
type Rows = Vec<(&'static str, Box<[Vowel]>)>;

/// The table, which has no quotation marks: it is split where it stands.
const TABLE: &str = include_str!("../../../rules/lexicon/first-vowels.csv");

/// The rows of each side by first letter.
static READINGS: LazyLock<[[Rows; 26]; 2]> = LazyLock::new(|| {
    let mut readings: [[Rows; 26]; 2] = Default::default();
    for row in TABLE.lines().skip(1) {
        let mut cells = row.split(',');
        let (Some(letters), Some(side), Some(vowels)) = (cells.next(), cells.next(), cells.next()) else {
            continue;
        };
        let side = if side == "original" { Side::Original } else { Side::Respelling };
        let vowels = vowels.bytes().filter_map(vowel).collect();
        readings[side as usize][usize::from(letters.as_bytes()[0] - b'a')].push((letters, vowels));
    }
    for rows in readings.iter_mut().flatten() {
        rows.sort_by_key(|(letters, _)| std::cmp::Reverse(letters.len()));
    }
    readings
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sound() {
        assert!(TABLE.starts_with("letters,side,vowels,source\n") && !TABLE.contains('"'));
        for row in TABLE.lines().skip(1) {
            let cells: Vec<&str> = row.split(',').collect();
            let [letters, side, vowels, _] = cells[..] else { panic!("{row}: four cells") };
            assert!(["original", "respelling"].contains(&side), "{row}");
            assert!(
                !letters.is_empty() && letters.bytes().all(|letter| letter.is_ascii_lowercase()),
                "{row}"
            );
            let is_vowel = |sound: &str| matches!(sound.as_bytes(), [letter] if vowel(*letter).is_some());
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
