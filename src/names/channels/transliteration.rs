//! In another romanisation: *Visnu* for *Vishnu*, *Hamenei* for *Khamenei*. The rules of romanisation are measured together with
//! those of transcription; which of the two explain a name is asked only of what is offered.

use super::super::fold::fold;
use super::super::lexicon::Lexicon;
use super::super::respelling::may_be_romanised;
use super::Why;

/// Costs per letter that differ by less are equal.
const SAME: f32 = 0.001;

/// Whether a word is spelt so that transcription alone does not explain it as well.
pub(in super::super) fn is_romanised(why: &Why<'_>, found: &str, meant: &str, lexicon: &Lexicon) -> bool {
    let (Why::Respelt(distance) | Why::BentAndRespelt(_, distance)) = why else { return false };
    let spelt = why.ending().map_or_else(|| fold(found), |base| base.folded.clone());
    let meant = fold(meant);
    may_be_romanised(&spelt, &meant)
        && lexicon.by_ear.distance(&spelt, &meant, distance.per_letter + SAME).is_none()
}
