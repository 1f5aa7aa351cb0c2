//! Whole numbers in bytes: of one width in a table, or as short as each can be.

/// How many bytes a table needs for numbers up to this one; at least one.
pub fn width(largest: u64) -> usize {
    (8 - largest.leading_zeros() as usize / 8).max(1)
}

/// Appends the lowest `width` bytes of a number.
pub fn push(bytes: &mut Vec<u8>, number: u64, width: usize) {
    bytes.extend_from_slice(&number.to_le_bytes()[..width]);
}

/// The number at a place of a table; 0 behind its end.
#[inline]
pub fn at(table: &[u8], place: usize, width: usize) -> u64 {
    at_byte(table, place.saturating_mul(width), width)
}

/// The number of this width that begins at a byte; 0 behind the end.
#[inline]
pub fn at_byte(table: &[u8], start: usize, width: usize) -> u64 {
    let mut number = [0; 8];
    if let Some(eight) = table.get(start..).and_then(<[u8]>::first_chunk::<8>) {
        return u64::from_le_bytes(*eight) & mask(width);
    }
    if let Some(bytes) = table.get(start..start.saturating_add(width)) {
        number[..width].copy_from_slice(bytes);
    }
    u64::from_le_bytes(number)
}

/// The bits of a number of this width, 1 to 8 bytes.
#[inline]
fn mask(width: usize) -> u64 {
    u64::MAX >> (64 - 8 * width)
}

/// Appends a number, seven bits a byte, the lowest first.
pub fn push_short(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    bytes.push(number.to_le_bytes()[0]);
}

/// Takes a number that [`push_short`] wrote off the front; `None` when there is none.
#[inline]
pub fn take_short(bytes: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    for (at, &byte) in bytes.iter().take(10).enumerate() {
        number |= u64::from(byte & 0x7f) << (7 * at);
        if byte < 0x80 {
            *bytes = &bytes[at + 1..];
            return Some(number);
        }
    }
    None
}

/// Takes a number of entries, forms or words off the front.
#[inline]
pub fn take_id(bytes: &mut &[u8]) -> Option<u32> {
    take_short(bytes).and_then(|id| u32::try_from(id).ok())
}

/// Appends a text behind its length.
pub fn push_text(bytes: &mut Vec<u8>, text: &str) {
    push_short(bytes, text.len() as u64);
    bytes.extend_from_slice(text.as_bytes());
}

/// Takes a text that [`push_text`] wrote off the front.
#[inline]
pub fn take_text<'b>(bytes: &mut &'b [u8]) -> Option<&'b str> {
    std::str::from_utf8(take_bytes(bytes)?).ok()
}

/// Takes the bytes of such a text, where it need not be known to be one.
#[inline]
pub fn take_bytes<'b>(bytes: &mut &'b [u8]) -> Option<&'b [u8]> {
    let length = usize::try_from(take_short(bytes)?).ok()?;
    let (text, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_come_back(numbers in proptest::collection::vec(any::<u64>(), 1..20)) {
            let width = width(*numbers.iter().max().expect("at least one"));
            let (mut table, mut short) = (Vec::new(), Vec::new());
            for &number in &numbers {
                push(&mut table, number, width);
                push_short(&mut short, number);
            }
            let mut short = short.as_slice();
            for (place, &number) in numbers.iter().enumerate() {
                prop_assert_eq!(at(&table, place, width), number);
                prop_assert_eq!(take_short(&mut short), Some(number));
            }
            prop_assert_eq!(at(&table, numbers.len(), width), 0);
            prop_assert_eq!(take_short(&mut short), None);
        }

        #[test]
        fn any_bytes_can_be_read(bytes: Vec<u8>, place: usize, width in 1..=8_usize) {
            at(&bytes, place, width);
            take_text(&mut bytes.as_slice());
        }
    }
}
