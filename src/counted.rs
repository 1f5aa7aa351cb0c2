//! Numbers of things, for people to read.

use std::fmt::Display;

/// A number of things, such as *1 file*, *2 files* or *2 entries*.
pub fn counted<N: Copy + Display + PartialEq + From<u8>>(number: N, thing: &str) -> String {
    if number == N::from(1) {
        return format!("{number} {thing}");
    }
    // What ends in a vowel and a y, such as a day, is counted nowhere.
    match thing.strip_suffix('y') {
        Some(stem) => format!("{number} {stem}ies"),
        None => format!("{number} {thing}s"),
    }
}
