//! Whether a sentence may hold a match of a pattern that has not been read: the build packs stretches of bytes, of which every
//! match holds one.

/// Whether a text holds one of some stretches: for each of their places how many ranges of bytes may stand there, at least one, and
/// the ends of these; 0 ends a stretch. There are at most 64 places, a bit each.
pub(super) fn holds_one(stretches: &[u8], text: &str) -> bool {
    if stretches.is_empty() {
        return true;
    }
    let mut places = [0_u64; 256];
    let (mut starts, mut ends) = (0, 0);
    let (mut place, mut last, mut is_start, mut rest) = (1_u64, 0, true, stretches);
    while let Some((&ranges, after)) = rest.split_first() {
        if ranges == 0 {
            ends |= last;
            (is_start, rest) = (true, after);
            continue;
        }
        starts |= if is_start { place } else { 0 };
        let (ranges, after) = after.split_at(2 * usize::from(ranges));
        for range in ranges.chunks_exact(2) {
            places[usize::from(range[0])..=usize::from(range[1])].iter_mut().for_each(|bits| *bits |= place);
        }
        (last, place, is_start, rest) = (place, place << 1, false, after);
    }
    // A bit for each place up to which a stretch stands before here.
    let mut begun = 0;
    text.bytes().any(|byte| {
        begun = (begun << 1 | starts) & places[usize::from(byte)];
        begun & ends != 0
    })
}

#[cfg(test)]
mod tests {
    use super::holds_one;

    #[test]
    fn a_stretch_is_found_wherever_it_stands() {
        // [0-9][.,][0-9] or "ab"
        let stretches =
            [1, b'0', b'9', 2, b'.', b'.', b',', b',', 1, b'0', b'9', 0, 1, b'a', b'a', 1, b'b', b'b', 0];
        for text in ["1.5", "It is 12,50 now", "cab", "12.aab"] {
            assert!(holds_one(&stretches, text), "{text}");
        }
        for text in ["", "1. 5", "a b", "12 and 5.", "ba"] {
            assert!(!holds_one(&stretches, text), "{text}");
        }
        assert!(holds_one(&[], ""));
    }

    #[test]
    fn the_last_of_all_places_counts() {
        let stretch = |letter: u8| [[1, letter, letter].repeat(32), vec![0]].concat();
        let stretches = [stretch(b'a'), stretch(b'b')].concat();
        assert!(holds_one(&stretches, &"b".repeat(32)) && holds_one(&stretches, &"a".repeat(32)));
        assert!(!holds_one(&stretches, &"b".repeat(31)) && !holds_one(&stretches, &["a"; 16].join("b")));
    }
}
