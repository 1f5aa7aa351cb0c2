//! Text decoded in the wrong encoding.

use encoding_rs::{Encoding, WINDOWS_1250, WINDOWS_1252};

use super::{About, Check};
use crate::analysis::Analysis;
use crate::article::Span;
use crate::finding::{Category, Confidence, Finding, Findings, Severity};

/// Flags UTF-8 that was read as Windows-1252 or Windows-1250, such as "VuÄ‡iÄ‡", and characters already lost.
pub(super) struct WrongEncoding;

impl Check for WrongEncoding {
    fn about(&self) -> About<'_> {
        About {
            id: "wrong-encoding",
            category: Category::CharacterEncoding,
            severity: Severity::Major,
            confidence: Confidence::percent(97),
            summary: "Text was decoded in the wrong encoding.",
            why: "Letters beyond A to Z and curly quotation marks take several bytes in UTF-8; a program that takes them \
                  for Windows-1252 or Windows-1250 shows two or three odd characters for each.",
            flags: vec![
                "Minister [[KurtoviÄ‡|Kurtović]] and [[MiloÅ¡|Miloš]] met.",
                "He [[didnâ€™t|didn’t]] come.",
                "It is [[â€œoverâ€\u{9d}|“over”]], she said [[â€“|–]] twice.",
                "[[Ĺ\u{a0}abac|Šabac]] and [[MiloĹˇ|Miloš]].",
                "He said [[â€œnoâ€|“no”]] twice.",
                "[[VuÄiÄ‡]] left.",
                "The mayor of [[�a�ak]] spoke.",
                "He lives in [[MÃ¡laga|Málaga]].",
            ],
            allows: vec![
                "Kurtović, Miloš and Đoković didn’t say “no” – in Málaga.",
                "The CAFÉ’s owner called it a “Maß”… and left the „Ä“ out.",
                "PÓŁNOC, MÓŻDŻEK, CITTÀ and Čačak are words.",
            ],
        }
    }

    fn check(&self, article: &Analysis<'_>, findings: &mut Findings) {
        let text = article.article.text();
        if text.is_ascii() {
            return;
        }
        for &paragraph in &article.prose.paragraphs {
            let inside = article.article.slice(paragraph);
            let mut done = 0;
            for (at, c) in inside.char_indices() {
                if at < done || !suspect(&inside[at..], c) {
                    continue;
                }
                let span = piece_around(inside, at, done);
                done = span.end;
                findings.report(finding(&inside[span.start..span.end], span.shifted(paragraph.start)));
            }
        }
    }
}

fn finding(piece: &str, span: Span) -> Finding {
    match repaired(piece) {
        Some(repaired) => {
            Finding::new(span, format!("“{piece}” is “{repaired}” decoded in the wrong encoding."))
                .suggest(repaired)
        }
        None => Finding::new(span, format!("Letters of “{piece}” were lost in a wrong encoding.")),
    }
}

/// Whether a damaged character begins here.
fn suspect(text: &str, c: char) -> bool {
    c == char::REPLACEMENT_CHARACTER || (!c.is_ascii() && damaged(text).is_some())
}

/// The damaged character at `at`, the letters before it from `floor` on, and the letters and damage behind it.
fn piece_around(text: &str, at: usize, floor: usize) -> Span {
    let before: usize =
        text[floor..at].chars().rev().take_while(|c| c.is_alphabetic()).map(char::len_utf8).sum();
    let mut end = at;
    while let Some(c) = text[end..].chars().next() {
        end += match damaged(&text[end..]) {
            Some((_, length)) => length,
            None if c.is_alphabetic() || c == char::REPLACEMENT_CHARACTER => c.len_utf8(),
            None => break,
        };
    }
    Span::new(at - before, end)
}

/// The piece with every damaged character put right; none when one is beyond repair.
fn repaired(piece: &str) -> Option<String> {
    // The first half of a letter, alone.
    let halved = |c| ENCODINGS.iter().any(|encoding| matches!(byte_of(c, encoding), Some(0xc2..=0xc5)));
    let mut text = String::new();
    let mut rest = piece;
    while let Some(c) = rest.chars().next() {
        let (right, length) = match damaged(rest) {
            Some(repair) => repair,
            None if c == char::REPLACEMENT_CHARACTER || halved(c) => return None,
            None => (c, c.len_utf8()),
        };
        text.push(right);
        rest = &rest[length..];
    }
    Some(text)
}

const ENCODINGS: [&Encoding; 2] = [WINDOWS_1252, WINDOWS_1250];

/// The character that the text begins with when it is UTF-8 read in the wrong encoding, and the bytes that it takes here.
fn damaged(text: &str) -> Option<(char, usize)> {
    ENCODINGS.into_iter().find_map(|encoding| read_back(text, encoding))
}

fn read_back(text: &str, encoding: &'static Encoding) -> Option<(char, usize)> {
    let mut bytes = Vec::with_capacity(4);
    let mut length = 0;
    for c in text.chars().take_while(|c| !c.is_ascii()).take(4) {
        let Some(byte) = byte_of(c, encoding) else { break };
        if bytes.len() == 2 && !(0x80..0xc0).contains(&byte) {
            break;
        }
        length += c.len_utf8();
        bytes.push(byte);
        if let Some(right) = decoded(&bytes) {
            return (!happens(text, length)).then_some((right, length));
        }
    }
    let [first @ 0xe1..=0xff, second @ 0x80..=0xbf] = bytes[..] else { return None };
    let mut rights = LOST.iter().filter_map(|&third| decoded(&[first, second, third]));
    let right = rights.next()?;
    rights.next().is_none().then_some((right, length))
}

/// Bytes that Windows-1252 has no character for, and that many programs drop.
const LOST: [u8; 5] = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

fn decoded(bytes: &[u8]) -> Option<char> {
    let text = std::str::from_utf8(bytes).ok()?;
    text.chars().next().filter(|&c| plausible(c))
}

/// The one byte of a character in `encoding`.
fn byte_of(c: char, encoding: &'static Encoding) -> Option<u8> {
    let mut buffer = [0; 4];
    let (bytes, _, unmappable) = encoding.encode(c.encode_utf8(&mut buffer));
    match (unmappable, bytes.as_ref()) {
        (false, [byte]) => Some(*byte),
        _ => None,
    }
}

/// Characters that a damaged text can be expected to have had.
fn plausible(c: char) -> bool {
    matches!(c,
        '\u{a0}'..='\u{17f}' | 'Ș'..='ț' | 'Ё'..='џ' | 'Ґ' | 'ґ' | 'Ά'..='ώ' | '–'..='•' | '…' | '‹' | '›' | '€' | '™')
}

/// Whether a pair of characters may stand so on purpose: a capital letter before a closing quotation mark, as in "CAFÉ’s".
fn happens(text: &str, length: usize) -> bool {
    let mut pair = text[..length].chars();
    let (first, second) = (pair.next(), pair.next());
    let quote = second.is_some_and(|c| "‘’‚“”„»«…–—".contains(c));
    let word_goes_on = text[length..].chars().next().is_some_and(char::is_alphabetic);
    pair.next().is_none() && first.is_some_and(char::is_alphabetic) && quote && !word_goes_on
}
