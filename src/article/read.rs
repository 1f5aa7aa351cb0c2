//! Makes text of the bytes of a file: which encoding they are in, and whether they are text at all.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_8859_2, UTF_16BE, UTF_16LE, WINDOWS_1250, WINDOWS_1252};

use crate::counted::counted;

/// What the bytes of a file turned out to be.
#[derive(Debug, PartialEq, Eq)]
pub enum Content {
    /// Text, byte for byte as in the file when that is UTF-8, a byte order mark and line ends included.
    Text {
        /// The text.
        text: String,
        /// What an editor should know of how it was read, in words that end without a full stop.
        remark: Option<String>,
    },
    /// No text.
    Binary,
}

/// Reads bytes as UTF-8, as UTF-16 with a byte order mark, or as Windows-1250 or Windows-1252.
pub fn read(bytes: Vec<u8>) -> Content {
    match bytes {
        _ if bytes.starts_with(&[0xff, 0xfe]) => decoded(UTF_16LE, &bytes),
        _ if bytes.starts_with(&[0xfe, 0xff]) => decoded(UTF_16BE, &bytes),
        _ if is_binary(&bytes) => Content::Binary,
        _ => match String::from_utf8(bytes) {
            Ok(text) => Content::Text { text, remark: None },
            Err(error) if is_damaged_utf8(error.as_bytes()) => repaired(error.as_bytes()),
            Err(error) => decoded(guess(error.as_bytes()), error.as_bytes()),
        },
    }
}

fn decoded(encoding: &'static Encoding, bytes: &[u8]) -> Content {
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    if encoding.is_ascii_compatible() || !is_binary(text.as_bytes()) {
        let lost = if damaged { ", with characters that are damaged and shown as \u{fffd}" } else { "" };
        let remark = Some(format!("read as {}, not UTF-8{lost}", spelt(encoding)));
        Content::Text { text: text.into_owned(), remark }
    } else {
        Content::Binary
    }
}

/// The name of an encoding as people write it, where the registry has it in lower case.
fn spelt(encoding: &'static Encoding) -> String {
    encoding.name().replacen("windows", "Windows", 1)
}

/// UTF-8 with a few bytes broken, as a cut or a bad copy leaves it.
fn repaired(bytes: &[u8]) -> Content {
    let broken = bytes.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
    let remark = format!("damaged UTF-8: {} shown as \u{fffd}", counted(broken, "place"));
    Content::Text { text: String::from_utf8_lossy(bytes).into_owned(), remark: Some(remark) }
}

/// Whether bytes that are not UTF-8 were meant to be: by their byte order mark, or because more letters are sound than broken.
/// Letters of an old encoding hardly ever fall into the pattern of UTF-8 by chance.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    bytes.starts_with(b"\xef\xbb\xbf") || sound > broken
}

/// No text holds a NUL; a stray control character does happen, one in fifty bytes does not.
fn is_binary(bytes: &[u8]) -> bool {
    let control = |&&byte: &&u8| byte < b' ' && !(b'\t'..=b'\r').contains(&byte);
    bytes.contains(&0) || bytes.iter().filter(control).count() > bytes.len() / 50
}

/// Central European or Western, whichever the letters fit better.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guessed = detector.guess(None, Utf8Detection::Deny);
    if guessed == WINDOWS_1250 || guessed == ISO_8859_2 { WINDOWS_1250 } else { WINDOWS_1252 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_reads(bytes: &[u8], text: &str, remark: Option<&str>) {
        let remark = remark.map(str::to_owned);
        assert_eq!(read(bytes.to_vec()), Content::Text { text: text.to_owned(), remark });
    }

    #[test]
    fn utf8_is_kept_as_it_is() {
        assert_reads(b"", "", None);
        assert_reads("\u{feff}Vučić\r\n\u{201c}said\u{201d}\n".as_bytes(), "\u{feff}Vučić\r\n“said”\n", None);
    }

    #[test]
    fn utf16_with_a_byte_order_mark() {
        let bytes: Vec<u8> = "\u{feff}Vučić".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_reads(&bytes, "\u{feff}Vučić", Some("read as UTF-16LE, not UTF-8"));
        let bytes: Vec<u8> = "\u{feff}Vučić".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_reads(&bytes, "\u{feff}Vučić", Some("read as UTF-16BE, not UTF-8"));
    }

    #[test]
    fn central_european_letters() {
        for text in [
            "President Aleksandar Vučić met Prime Minister Miloš Vučević in Niš.",
            "Andrej Plenković said on Monday that Zagreb would not wait.",
            "“Čedomir Jovanović is wrong”, said Đukanović – in Nikšić.",
        ] {
            let (bytes, _, _) = WINDOWS_1250.encode(text);
            assert_reads(&bytes, text, Some("read as Windows-1250, not UTF-8"));
        }
    }

    #[test]
    fn western_letters() {
        for text in [
            "President Pedro Sánchez met José Manuel Albares in La Coruña.",
            "“It is over”, Macron said – in the Élysée. It’s François’s house.",
            "The summit cost €3 million.",
            "“It’s over,” he said.",
        ] {
            let (bytes, _, _) = WINDOWS_1252.encode(text);
            assert_reads(&bytes, text, Some("read as Windows-1252, not UTF-8"));
        }
    }

    #[test]
    fn a_letter_cut_in_two_is_not_another_encoding() {
        assert_reads(
            b"Vu\xc4\x8di\xc4\x87 \xc4",
            "Vučić \u{fffd}",
            Some("damaged UTF-8: 1 place shown as \u{fffd}"),
        );
    }

    #[test]
    fn what_is_no_text() {
        assert_eq!(read(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()), Content::Binary);
        assert_eq!(read(b"\x01\x02\x03".to_vec()), Content::Binary);
        assert_eq!(read(b"\xff\xfe\0\0\0\0".to_vec()), Content::Binary);
        assert!(matches!(read(format!("{}\u{1f}", "word ".repeat(20)).into()), Content::Text { .. }));
    }
}
