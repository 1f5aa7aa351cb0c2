//! Which of the listed built-in rules a sentence calls for: their strings are a map that is used as it lies in the program.

use fst::raw::{Fst, Output};

use super::line::Line;

/// The strings, in lower case, each with its place in [`CALLED`].
static LITERALS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rule-literals.fst"));
/// For each place, the numbers of the rules.
static CALLED: &[&[u16]] = include!(concat!(env!("OUT_DIR"), "/rules-called.rs"));

/// The strings that call for listed rules.
pub(super) struct Literals(Fst<&'static [u8]>);

impl Literals {
    /// Those that are built in.
    pub(super) fn builtin() -> Self {
        Self(Fst::new(LITERALS).expect("the build wrote it"))
    }

    /// Hands over the number of each rule that a string in the sentence, whatever the case of ASCII letters, calls for.
    pub(super) fn called(&self, line: &Line<'_>, mut each: impl FnMut(usize)) {
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
                    let rules = place.ok().and_then(|place| CALLED.get(place));
                    rules
                        .into_iter()
                        .flat_map(|rules| rules.iter())
                        .for_each(|&rule| each(usize::from(rule)));
                }
            }
        }
    }
}
