//! Reducing a name to the key under which its spellings meet.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds one word of a name: lower case, no marks, no punctuation, special Latin letters spelt out (đ → dj, ß → ss).
///
/// Letters of other scripts keep their shape, in lower case.
pub fn fold(word: &str) -> String {
    if word.bytes().all(|letter| letter.is_ascii_alphanumeric()) {
        return word.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(word.len());
    if word.is_ascii() {
        folded.extend(word.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()));
        return folded;
    }
    for c in word.chars().flat_map(char::to_lowercase).nfd() {
        match c {
            'đ' => folded.push_str("dj"),
            'ð' => folded.push('d'),
            'þ' => folded.push_str("th"),
            'ł' => folded.push('l'),
            'ø' => folded.push('o'),
            'ı' => folded.push('i'),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ə' => folded.push('e'),
            c if is_combining_mark(c) || !c.is_alphanumeric() => {}
            c => folded.push(c),
        }
    }
    folded
}

/// The words of a name, folded: parted at spaces and hyphens; what folds to nothing is left out.
pub fn fold_words(name: &str) -> impl Iterator<Item = String> + '_ {
    words(name).map(|(_, word)| fold(word)).filter(|word| !word.is_empty())
}

/// The words of a name as written, each with the byte at which it begins.
pub fn words(name: &str) -> impl Iterator<Item = (usize, &str)> {
    let parts = |c: char| c.is_whitespace() || matches!(c, '-' | '‐' | '‑' | '–' | '/' | ',');
    name.split(parts)
        .map(move |word| (word.as_ptr() as usize - name.as_ptr() as usize, word))
        .filter(|(_, word)| word.contains(char::is_alphanumeric))
}

/// The key of a whole name: its folded words with a space between.
pub fn key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    for word in fold_words(name) {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(&word);
    }
    key
}

/// A word with a capital.
pub fn capitalised(word: &str) -> String {
    let mut rest = word.chars();
    rest.next().into_iter().flat_map(char::to_uppercase).chain(rest).collect()
}

/// Whether two names differ in nothing but marks, case and punctuation.
pub fn differ_in_marks_alone(a: &str, b: &str) -> bool {
    a != b && (key(a) == key(b) || plain(a) == plain(b))
}

/// Whether a folded word is a name whose letters were spelt out that German and the Nordic languages have: *Soerloth*, Sørloth.
pub fn is_spelt_out(folded: &str, name: &str) -> bool {
    let spelt_out = |c: char| match c {
        'ä' | 'æ' => "ae",
        'å' => "aa",
        'ö' | 'ø' => "oe",
        'ü' => "ue",
        _ => "",
    };
    let mut spelt = String::with_capacity(2 * name.len());
    for c in name.nfc().flat_map(char::to_lowercase) {
        match spelt_out(c) {
            "" => spelt.push(c),
            letters => spelt.push_str(letters),
        }
    }
    !name.is_ascii() && fold(&spelt) == folded
}

/// Whether a folded word may be the number behind the name of a king or pope.
pub fn is_numeral(folded: &[u8]) -> bool {
    folded.iter().all(|letter| b"ivx".contains(letter))
}

/// The key with đ as d, the other way in which English drops the stroke.
pub fn plain(name: &str) -> String {
    key(&name.replace('đ', "d").replace('Đ', "D"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_meet() {
        assert_eq!(key("Đorđe Šćepanović"), "djordje scepanovic");
        assert_eq!(key("Kim Jong-un"), "kim jong un");
        assert_eq!(key("Conan O’Brien"), "conan obrien");
        assert_eq!(key("J. D. Vance"), "j d vance");
        assert_eq!(key("Вучић"), "вучић".nfd().filter(|c| !is_combining_mark(*c)).collect::<String>());
        assert_eq!(plain("Đukanović"), "dukanovic");
    }

    #[test]
    fn marks_alone() {
        assert!(differ_in_marks_alone("Vučić", "Vucic"));
        assert!(differ_in_marks_alone("Đukanović", "Dukanovic"));
        assert!(!differ_in_marks_alone("Vučić", "Vučić"));
        assert!(!differ_in_marks_alone("Vučić", "Vučičević"));
        assert!(is_spelt_out("oedegaard", "Ødegaard") && is_spelt_out("mueller", "Müller"));
        assert!(!is_spelt_out("odegaard", "Ødegaard") && !is_spelt_out("mueller", "Mueller"));
    }

    #[test]
    fn words_know_where_they_begin() {
        assert_eq!(
            words("Ursula von der-Leyen").collect::<Vec<_>>(),
            [(0, "Ursula"), (7, "von"), (11, "der"), (15, "Leyen")]
        );
    }
}
