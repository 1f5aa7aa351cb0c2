//! A stretch of prose as its reader sees it, whatever the file has in between.

use std::borrow::Cow;

use super::Span;

/// A paragraph, a heading, a table cell: pieces of the text in order, which the reader sees as one.
#[derive(Debug, Default)]
pub(super) struct Block {
    pieces: Vec<Piece>,
}

#[derive(Debug)]
struct Piece {
    span: Span,
    /// What the reader sees there, where that is not the text of the span.
    shown: Option<Cow<'static, str>>,
}

/// The text of a block as its reader sees it, with the way back to the file.
pub(super) struct Reading<'a> {
    /// What the reader sees.
    pub(super) text: Cow<'a, str>,
    pieces: &'a [Piece],
    /// Where each piece begins in the text.
    starts: Vec<usize>,
}

impl Block {
    /// Adds a stretch that the reader sees as it stands.
    pub(super) fn push(&mut self, span: Span) {
        match self.pieces.last_mut() {
            Some(last) if last.shown.is_none() && last.span.end == span.start => last.span.end = span.end,
            _ => self.pieces.push(Piece { span, shown: None }),
        }
    }

    /// Adds a stretch for which the reader sees something else: a space for the end of a line, a letter for its code.
    pub(super) fn push_shown(&mut self, span: Span, shown: impl Into<Cow<'static, str>>) {
        self.pieces.push(Piece { span, shown: Some(shown.into()) });
    }

    /// From the first to the last of its pieces that show more than space; `None` when there are none.
    pub(super) fn span(&self) -> Option<Span> {
        let shows = |piece: &&Piece| piece.shown.as_ref().is_none_or(|shown| !shown.trim().is_empty());
        self.pieces.iter().filter(shows).map(|piece| piece.span).reduce(Span::joined)
    }

    /// The pieces that the reader sees as they stand.
    pub(super) fn as_they_stand(&self) -> impl Iterator<Item = Span> {
        self.pieces.iter().filter(|piece| piece.shown.is_none()).map(|piece| piece.span)
    }

    /// What the reader sees of a block of `text`.
    pub(super) fn read<'a>(&'a self, text: &'a str) -> Reading<'a> {
        let pieces = self.pieces.as_slice();
        if let [Piece { span, shown: None }] = pieces {
            // The most common block by far, and one that may be as long as the file.
            return Reading { text: Cow::Borrowed(&text[span.start..span.end]), pieces, starts: vec![0] };
        }
        let mut seen = String::new();
        let mut starts = Vec::with_capacity(pieces.len());
        for piece in pieces {
            starts.push(seen.len());
            seen.push_str(piece.shown.as_deref().unwrap_or(&text[piece.span.start..piece.span.end]));
        }
        Reading { text: Cow::Owned(seen), pieces, starts }
    }
}

impl Reading<'_> {
    /// The stretch of the file behind a stretch, not empty, of what the reader sees.
    pub(super) fn span(&self, seen: Span) -> Span {
        let (first, from) = self.piece(seen.start);
        let (last, to) = self.piece(seen.end - 1);
        Span::new(
            if first.shown.is_some() { first.span.start } else { first.span.start + from },
            if last.shown.is_some() { last.span.end } else { last.span.start + to + 1 },
        )
    }

    /// The piece that shows the byte at `offset`, and how far into it that is.
    fn piece(&self, offset: usize) -> (&Piece, usize) {
        let index = self.starts.partition_point(|&start| start <= offset) - 1;
        (&self.pieces[index], offset - self.starts[index])
    }
}
