//! Numbers of things, for people to read.

use std::fmt::Display;

/// A number of things, such as *1 file* or *2 files*.
pub fn counted<N: Copy + Display + PartialEq + From<u8>>(number: N, thing: &str) -> String {
    let plural = if number == N::from(1) { "" } else { "s" };
    format!("{number} {thing}{plural}")
}
