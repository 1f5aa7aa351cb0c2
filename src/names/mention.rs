//! Mentions: the stretches of an article that name something.

use std::ops::Range;

use super::fold::fold;
use super::lexicon::Lexicon;
use crate::article::{Article, Prose, Span};
use crate::word_list::{WordList, word_list};

/// A word of a mention.
#[derive(Clone, Debug)]
pub struct MentionWord {
    /// Where it stands, without a possessive 's.
    pub span: Span,
    /// The word, folded.
    pub folded: String,
}

/// A run of capitalised words with the particles between them.
#[derive(Clone, Debug)]
pub struct Mention {
    /// Its words, in order; at least one.
    pub words: Vec<MentionWord>,
    /// The sentence it stands in.
    pub sentence: Span,
    /// Whether its first word is the first of the sentence, where any word has a capital.
    pub opens_sentence: bool,
    /// Where English words link two names, as *of* does; such a mention is read beside the two that it joins.
    pub link: Option<Range<usize>>,
    /// Whether it stands in a headline in Title Case, where every word has a capital.
    pub in_headline: bool,
}

impl Mention {
    /// The stretch from one of its words to another, both included, with an editor's bracket around the first.
    pub fn span(&self, text: &str, first: usize, last: usize) -> Span {
        let span = self.words[first].span.joined(self.words[last].span);
        let opened = text[..span.start].ends_with('(') && first < last;
        let closes = text[self.words[first].span.end..].starts_with(") ");
        if opened && closes { Span::new(span.start - 1, span.end) } else { span }
    }
}

/// The mentions of an article, in order of the text.
pub fn mentions(article: &Article, prose: &Prose, lexicon: &Lexicon) -> Vec<Mention> {
    let mut found = Vec::new();
    for &sentence in &prose.sentences {
        let words = prose.words_in(sentence);
        let reader = Reader { text: article.text(), words, lexicon };
        if reader.shouts() {
            continue;
        }
        let first = found.len();
        reader.read(sentence, &mut found);
        let linked: Vec<Mention> =
            found[first..].windows(2).flat_map(|pair| linked(article.text(), &pair[0], &pair[1])).collect();
        found.extend(linked);
    }
    found
}

/// The two mentions as one, when but a link parts them: *Bartolomé of the Houses*; with the link read as one word and as two.
fn linked(text: &str, before: &Mention, after: &Mention) -> Vec<Mention> {
    let end = before.words[before.words.len() - 1].span.end;
    let gap = Span::new(end, after.words[0].span.start);
    let links: &[&[&str]] = match &text[gap.start..gap.end] {
        " of " => &[&["of"]],
        " and " => &[&["and"]],
        " of the " => &[&["of the"], &["of", "the"]],
        _ => return Vec::new(),
    };
    let read = |link: &&[&str]| {
        let at = before.words.len();
        let mut words = before.words.clone();
        words.extend(link.iter().map(|word| MentionWord { span: gap, folded: (*word).to_owned() }));
        words.extend(after.words.iter().cloned());
        Mention { words, link: Some(at..at + link.len()), ..before.clone() }
    };
    links.iter().map(read).collect()
}

struct Reader<'a> {
    text: &'a str,
    words: &'a [Span],
    lexicon: &'a Lexicon,
}

/// A name has at most this many words; a longer run of capitals is no name.
const MOST_WORDS: usize = 12;

impl Reader<'_> {
    fn word(&self, at: usize) -> &str {
        &self.text[self.words[at].start..self.words[at].end]
    }

    fn is_capitalised(&self, at: usize) -> bool {
        self.word(at).chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether the sentence is written in capitals throughout, so that they say nothing.
    fn shouts(&self) -> bool {
        let long = |&at: &usize| self.word(at).chars().filter(|c| c.is_alphabetic()).count() > 1;
        let (mut all, mut loud) = (0, 0);
        for at in (0..self.words.len()).filter(long) {
            all += 1;
            loud += usize::from(!self.word(at).chars().any(char::is_lowercase));
        }
        all >= 4 && loud * 4 >= all * 3
    }

    /// Whether nearly every word has a capital and no full stop ends them, as in an English headline.
    fn is_headline(&self, sentence: Span) -> bool {
        if self.text[sentence.start..sentence.end].trim_end_matches(['"', '”', '’', ')']).ends_with('.') {
            return false;
        }
        let long = |at: &usize| self.word(*at).chars().count() > 3;
        let (mut all, mut capitals) = (0, 0);
        for at in (0..self.words.len()).filter(long) {
            all += 1;
            capitals += usize::from(self.is_capitalised(at));
        }
        all >= 4 && capitals * 10 >= all * 8
    }

    fn read(&self, sentence: Span, found: &mut Vec<Mention>) {
        let in_headline = self.is_headline(sentence);
        let mut at = 0;
        while at < self.words.len() {
            let Some(end) = self.run_from(at) else {
                at += 1;
                continue;
            };
            let mut words: Vec<MentionWord> = Vec::new();
            for at in at..end {
                let word = self.mention_word(at);
                match words.last_mut().filter(|_| self.is_hyphenated_ending(at)) {
                    Some(bent) => {
                        bent.span = bent.span.joined(word.span);
                        bent.folded.push_str(&word.folded);
                    }
                    None => words.push(word),
                }
            }
            if words.len() <= MOST_WORDS {
                found.push(Mention { words, sentence, opens_sentence: at == 0, link: None, in_headline });
            }
            at = end;
        }
    }

    /// The end of the run of capitalised words that begins here, if one does.
    fn run_from(&self, start: usize) -> Option<usize> {
        if !self.begins_name(start) {
            return None;
        }
        let mut end = start + 1;
        while let Some(next) = self.next_of_run(end) {
            end = next;
        }
        Some(end)
    }

    /// Whether a mention can begin here: at a capital, or at a particle that English does not have, before one.
    fn begins_name(&self, at: usize) -> bool {
        let word = self.word(at);
        if self.is_capitalised(at) {
            return word.chars().any(is_latin);
        }
        (at + 1..self.words.len()).take(2).any(|next| self.is_capitalised(next) && self.joined(next))
            && self.lexicon.is_particle(word)
            && self.lexicon.english(word).is_none()
    }

    /// Where the run goes on, when the word at `at` belongs to it: one further, or past particles.
    fn next_of_run(&self, at: usize) -> Option<usize> {
        if at >= self.words.len() || !self.joined(at) || has_possessive(self.word(at - 1)) {
            return None;
        }
        if (self.is_capitalised(at) && self.word(at).chars().any(is_latin)) || self.ends_hyphenated_name(at) {
            return Some(at + 1);
        }
        let particles = (at..self.words.len())
            .take(MOST_PARTICLES)
            .take_while(|&particle| self.joined(particle) && self.lexicon.is_particle(self.word(particle)))
            .count();
        let name = at + particles;
        let goes_on =
            particles > 0 && name < self.words.len() && self.joined(name) && self.is_capitalised(name);
        goes_on.then_some(name + 1)
    }

    /// Whether it is the small second half of a name such as *Jong-un*, and no English word as in *Trump-backed*.
    fn ends_hyphenated_name(&self, at: usize) -> bool {
        let hyphenated = &self.text[self.words[at - 1].end..self.words[at].start] == "-";
        let word = self.word(at);
        let most = || if self.lexicon.case_endings.has(word) { COMMONEST_ENGLISH } else { COMMON_ENGLISH };
        let is_english = || self.lexicon.english(word).is_some_and(|band| band <= most());
        hyphenated && !word.contains(char::is_numeric) && (KOREAN_SYLLABLES.contains(word) || !is_english())
    }

    /// Whether it is a case ending that hangs on a hyphen, as Serbian bends *YouTube-u*.
    fn is_hyphenated_ending(&self, at: usize) -> bool {
        at > 0
            && &self.text[self.words[at - 1].end..self.words[at].start] == "-"
            && self.lexicon.case_endings.has(self.word(at))
    }

    /// Whether nothing but a space, a hyphen, an initial's stop or an editor's bracket parts a word from the one before.
    fn joined(&self, at: usize) -> bool {
        if at == 0 {
            return false;
        }
        let (before, word) = (self.words[at - 1], self.words[at]);
        match &self.text[before.end..word.start] {
            " " | "\u{a0}" | "-" | "‐" | "‑" | "\n" | "\r\n" => true,
            "." | ". " => is_initial(self.word(at - 1)),
            ") " => self.text[..before.start].ends_with('('),
            _ => false,
        }
    }

    fn mention_word(&self, at: usize) -> MentionWord {
        let word = self.word(at);
        let bare = without_possessive(word);
        let start = self.words[at].start;
        MentionWord { span: Span::new(start, start + bare.len()), folded: fold(bare) }
    }
}

/// The size band of SCOWL up to which English words stand behind a hyphen.
const COMMON_ENGLISH: u8 = 50;
/// The same where the word is a case ending too: sit-in, but Vance-om.
const COMMONEST_ENGLISH: u8 = 10;

/// English words that are the second half of Korean given names.
static KOREAN_SYLLABLES: WordList = word_list!("korean-syllables");

/// Particles in a row that a name may have ("de la", "van der").
const MOST_PARTICLES: usize = 3;

/// Whether it is a letter of the Latin script; names in other scripts are quoted on purpose or the business of another check.
fn is_latin(letter: char) -> bool {
    letter.is_alphabetic() && matches!(letter, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

fn is_initial(word: &str) -> bool {
    word.chars().all(|c| c.is_uppercase() || c == '.')
}

fn has_possessive(word: &str) -> bool {
    without_possessive(word).len() < word.len()
}

/// A word without a possessive 's.
pub(super) fn without_possessive(word: &str) -> &str {
    word.strip_suffix(['s', 'S']).and_then(|word| word.strip_suffix(['\'', '’'])).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Format;

    fn mentions_of(text: &str) -> Vec<String> {
        let lexicon = Lexicon::builtin().expect("the built-in lexicon is sound");
        let article = Article::new("a.txt", text, Format::Text);
        let prose = Prose::of(&article);
        let text = article.text();
        mentions(&article, &prose, &lexicon)
            .iter()
            .filter(|mention| mention.link.is_none())
            .map(|mention| article.slice(mention.span(text, 0, mention.words.len() - 1)).to_owned())
            .collect()
    }

    #[test]
    fn particles_hyphens_initials_and_possessives() {
        assert_eq!(
            mentions_of("Yesterday Ursula von der Leyen met J. D. Vance and Kim Jong-un’s envoy."),
            ["Yesterday Ursula von der Leyen", "J. D. Vance", "Kim Jong-un"]
        );
        assert_eq!(mentions_of("The plan of Ursula fon der Lajen."), ["The", "Ursula fon der Lajen"]);
    }

    #[test]
    fn an_editors_bracket_belongs_to_the_name() {
        assert_eq!(mentions_of("It was said by (Marko) Blond today."), ["It", "(Marko) Blond"]);
        assert_eq!(mentions_of("It was him (Marko), Blond said."), ["It", "Marko", "Blond"]);
    }

    #[test]
    fn a_line_in_capitals_says_nothing() {
        assert!(mentions_of("PRESIDENT MAKRON VISITS SERBIA TODAY").is_empty());
    }
}
