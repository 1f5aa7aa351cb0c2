//! Finds the line and column of a byte without reading the text from its start.

use super::Position;

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Marks every so many bytes of a text, so that a place in a line of a hundred megabytes costs no more than one in a short line.
#[derive(Debug)]
pub(super) struct Lines {
    marks: Vec<Mark>,
}

/// How many line ends stand before a mark, and how many characters between the last of them and the mark.
#[derive(Clone, Copy, Debug, Default)]
struct Mark {
    lines: usize,
    characters: usize,
}

impl Lines {
    const STEP: usize = 4096;

    pub(super) fn of(text: &str) -> Self {
        let mut mark = Mark::default();
        let mut marks = vec![mark];
        for stretch in text.as_bytes().chunks(Self::STEP) {
            mark = mark.after(stretch);
            marks.push(mark);
        }
        Self { marks }
    }

    /// Where the byte at `offset` of `text`, from which the marks were made, stands.
    pub(super) fn position(&self, text: &str, offset: usize) -> Position {
        let offset = offset.min(text.len());
        let step = offset / Self::STEP;
        let Mark { lines, characters } = self.marks[step].after(&text.as_bytes()[step * Self::STEP..offset]);
        let unseen = lines == 0 && offset >= BYTE_ORDER_MARK.len() && text.starts_with(BYTE_ORDER_MARK);
        Position { line: lines + 1, column: characters + 1 - usize::from(unseen) }
    }
}

impl Mark {
    /// The mark one stretch of text further on; the stretch may begin or end within a character.
    fn after(self, stretch: &[u8]) -> Self {
        let begins_character = |byte: &u8| byte & 0b1100_0000 != 0b1000_0000;
        match stretch.iter().rposition(|&byte| byte == b'\n') {
            Some(last) => Self {
                lines: self.lines + stretch.split(|&byte| byte == b'\n').count() - 1,
                characters: stretch[last + 1..].iter().filter(|byte| begins_character(byte)).count(),
            },
            None => Self {
                characters: self.characters + stretch.iter().filter(|byte| begins_character(byte)).count(),
                ..self
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::article::{Article, Format, Position, Span};

    #[track_caller]
    fn assert_position(text: &str, word: &str, line: usize, column: usize) {
        let article = Article::new("a.txt", text, Format::Text);
        let offset = text.find(word).expect("the test's word is in its text");
        assert_eq!(article.position(Span::new(offset, offset)), Position { line, column });
    }

    #[test]
    fn columns_count_characters() {
        assert_position("Šolc je došao.\r\nŽižek, too", "too", 2, 8);
    }

    #[test]
    fn a_byte_order_mark_counts_for_nothing() {
        assert_position("\u{feff}Olaf Šolc", "Šolc", 1, 6);
        assert_position("\u{feff}Olaf Šolc", "Olaf", 1, 1);
        assert_position("\u{feff}Olaf\nŠolc", "Šolc", 2, 1);
    }

    #[test]
    fn far_along_a_long_line() {
        let text = format!("First.\n{}Marko", "č".repeat(50_000));
        assert_position(&text, "Marko", 2, 50_001);
    }
}
