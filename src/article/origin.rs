//! Leads from a text back to the one that it was made of.

use super::Span;

/// For every stretch of a text, the stretch of another that it shows. The stretches cover the text without a gap.
#[derive(Debug, Default)]
pub(super) struct Origin {
    pieces: Vec<Piece>,
}

#[derive(Debug)]
struct Piece {
    /// Where it begins in the text.
    at: usize,
    /// What it shows.
    span: Span,
    /// Whether it is that byte for byte, and not a letter for its code or a space for the end of a line.
    copied: bool,
}

impl Origin {
    /// Says that the text from `at` on is `span`, byte for byte.
    pub(super) fn copied(&mut self, at: usize, span: Span) {
        match self.pieces.last_mut() {
            Some(last) if last.copied && last.span.end == span.start => last.span.end = span.end,
            _ => self.pieces.push(Piece { at, span, copied: true }),
        }
    }

    /// Says that the text from `at` on stands for `span` as a whole.
    pub(super) fn shown(&mut self, at: usize, span: Span) {
        self.pieces.push(Piece { at, span, copied: false });
    }

    /// Forgets the text from `at` on.
    pub(super) fn truncate(&mut self, at: usize) {
        self.pieces.truncate(self.pieces.partition_point(|piece| piece.at < at));
        if let Some(last) = self.pieces.last_mut().filter(|last| last.copied) {
            last.span.end = last.span.end.min(last.span.start + at - last.at);
        }
    }

    /// What a stretch of the text shows, from its first byte to its last.
    pub(super) fn span(&self, span: Span) -> Span {
        let Some((first, from)) = self.piece(span.start) else { return Span::new(0, 0) };
        let start = if first.copied { first.span.start + from } else { first.span.start };
        let Some((last, to)) = span.end.checked_sub(1).and_then(|end| self.piece(end)) else {
            return Span::new(start, start);
        };
        let end = if last.copied { last.span.start + to + 1 } else { last.span.end };
        Span::new(start, if span.is_empty() { start } else { end })
    }

    /// The piece that holds the byte at `offset`, and how far into it that is.
    fn piece(&self, offset: usize) -> Option<(&Piece, usize)> {
        let after = self.pieces.partition_point(|piece| piece.at <= offset);
        let piece = &self.pieces[after.checked_sub(1)?];
        Some((piece, offset - piece.at))
    }
}
