//! Which strings that call for the listed built-in rules a sentence holds: they are a map that is used as it lies in the program.

use fst::raw::{Fst, Output};

use super::line::Line;

/// The strings, in lower case, each with its place in [`CALLED`].
static LITERALS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rule-literals.fst"));
/// For each place, the numbers of the rules.
pub(super) static CALLED: &[&[u16]] = include!(concat!(env!("OUT_DIR"), "/rules-called.rs"));

/// Strings, each with its place in a list.
pub(super) struct Literals(Fst<&'static [u8]>);

impl Literals {
    /// Those of the listed rules.
    pub(super) fn builtin() -> Self {
        Self(Fst::new(LITERALS).expect("the build wrote it"))
    }

    /// Hands over the place of each string in a sentence, whatever the case of ASCII letters; of one that is there twice, twice.
    pub(super) fn find(&self, line: &Line<'_>, mut each: impl FnMut(usize)) {
        let text = line.text.as_bytes();
        let root = self.0.root();
        for start in 0..text.len() {
            let (mut node, mut output) = (root, Output::zero());
            for byte in &text[start..] {
                let Some(way) = node.find_input(byte.to_ascii_lowercase()) else { break };
                let transition = node.transition(way);
                output = output.cat(transition.out);
                node = self.0.node(transition.addr);
                if node.is_final() {
                    let place = usize::try_from(output.cat(node.final_output()).value());
                    each(place.expect("places are those of a list in memory"));
                }
            }
        }
    }
}
