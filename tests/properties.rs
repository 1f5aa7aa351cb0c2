//! What holds for any input.

use std::sync::LazyLock;

use misnomer::article::{self, Article, Content, Format, Position, Prose, Span};
use misnomer::engine::Engine;
use misnomer::finding::Confidence;
use misnomer::names::Names;
use misnomer::rules;
use proptest::prelude::*;

/// What articles are made of, and what breaks their reading.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "\\PC{0,12}",
        "[A-Z][a-zčćšž]{1,9} ",
        Just("Secretary of State (Marko) Blond said: “".to_owned()),
        Just("\u{feff}".to_owned()),
        prop::sample::select(vec![
            "\r\n",
            "\n",
            "\r",
            "\t",
            ". ",
            "** ",
            "`",
            "[a](b)",
            "<b>",
            "</b>",
            "<p class='ad'>",
            "</p>",
            "<br>",
            "<article>",
            "<ul><li>",
            "<td>",
            "<script>",
            "</script>",
            "<!--",
            "<!-- misnomer: allow literal-name -->",
            "[misnomer: allow a,b]\n",
            "-->",
            "</",
            "<a href=\"",
            "&",
            "&#x10d",
            "&nbsp;",
            "\u{ad}",
            "&amp;",
            "---\n",
            "```\n",
            "> ",
            "- ",
            "| a | b |\n|--|--|\n",
            "    ",
            "![",
            "](",
            "“",
            "”",
            "\"",
            "’",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn format() -> impl Strategy<Value = Format> {
    prop_oneof![Just(Format::Text), Just(Format::Markdown), Just(Format::Html)]
}

static ENGINE: LazyLock<Engine> =
    LazyLock::new(|| Engine::new(Names::builtin(), rules::builtin(), Confidence::percent(0)));

/// Line and column as one would count them by hand.
fn counted(text: &str, offset: usize) -> Position {
    let before = &text[..offset];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let unseen = usize::from(line_start == 0 && before.starts_with('\u{feff}'));
    Position {
        line: before.matches('\n').count() + 1,
        column: before[line_start..].chars().count() + 1 - unseen,
    }
}

/// Whether the spans are in order, apart from one another, and hold text.
fn in_order(text: &str, spans: &[Span]) -> bool {
    spans.windows(2).all(|pair| pair[0].end <= pair[1].start)
        && spans.iter().all(|span| text.get(span.start..span.end).is_some_and(|text| !text.trim().is_empty()))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_can_be_checked(bytes in prop::collection::vec(any::<u8>(), 0..400), format in format()) {
        if let Content::Text { text, .. } = article::read(bytes) {
            ENGINE.check(&Article::new("a", text, format));
        }
    }

    #[test]
    fn nearly_sound_bytes_can_be_checked(text in text(), at in any::<prop::sample::Index>(), byte: u8) {
        let mut bytes = text.into_bytes();
        if !bytes.is_empty() {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Content::Text { text, .. } = article::read(bytes) {
            ENGINE.check(&Article::new("a.md", text, Format::Markdown));
        }
    }

    #[test]
    fn sound_text_is_kept(text in text()) {
        prop_assume!(!text.contains('\0'));
        let expected = Content::Text { text: text.clone(), remark: None };
        prop_assert_eq!(article::read(text.into_bytes()), expected);
    }

    #[test]
    fn positions_are_as_counted_by_hand(text in text()) {
        let article = Article::new("a.txt", text.as_str(), Format::Text);
        for (offset, _) in text.char_indices() {
            prop_assert_eq!(article.position(Span::new(offset, offset)), counted(&text, offset));
        }
    }

    #[test]
    fn prose_is_in_order_and_nested(text in text(), format in format()) {
        let article = Article::new("a", text.as_str(), format);
        let prose = Prose::of(&article);
        let text = article.text();
        prop_assert!(in_order(text, &prose.paragraphs), "{:?}", prose.paragraphs);
        prop_assert!(in_order(text, &prose.sentences), "{:?}", prose.sentences);
        prop_assert!(in_order(text, &prose.words), "{:?}", prose.words);
        let inside = |inner: &[Span], outer: &[Span]| {
            inner.iter().all(|inner| outer.iter().any(|outer| outer.contains(*inner)))
        };
        prop_assert!(inside(&prose.sentences, &prose.paragraphs), "{:?}", prose);
        prop_assert!(inside(&prose.words, &prose.sentences), "{:?}", prose);
    }

    #[test]
    fn findings_hold_text_and_do_not_overlap(text in text(), format in format()) {
        let article = Article::new("a", text.as_str(), format);
        let found = ENGINE.check(&article);
        prop_assert!(found.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
        for found in found {
            prop_assert!(article.text().get(found.span.start..found.span.end).is_some());
            let place = article.place(found.span);
            prop_assert_eq!(text.get(place.start..place.end), Some(article.written(found.span)));
            prop_assert_eq!(article.position(found.span), counted(&text, place.start));
        }
    }

    #[test]
    fn what_stands_before_an_article_shifts_its_findings(
        text in text(),
        (format, before) in prop_oneof![Just((Format::Text, "\n\n")), Just((Format::Html, "<!-- č -->\n"))],
    ) {
        let found = |text: &str| -> Vec<(String, Span)> {
            let article = Article::new("a", text, format);
            ENGINE.check(&article).into_iter().map(|found| (found.check, article.place(found.span))).collect()
        };
        let shifted: Vec<_> =
            found(&text).into_iter().map(|(check, place)| (check, place.shifted(before.len()))).collect();
        prop_assert_eq!(found(&format!("{before}{text}")), shifted);
    }
}
