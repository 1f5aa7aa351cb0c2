use misnomer::names::lexicon::Lexicon;
use misnomer::names::respelling::Respelling;
use misnomer::names::sound::*;
use std::io::BufRead;
fn main() {
    let r = Respelling::builtin();
    let lex = Lexicon::builtin().unwrap();
    for l in std::io::stdin().lock().lines() {
        let l = l.unwrap();
        let p: Vec<&str> = l.split('\t').collect();
        let d = r.distance(p[0], p[1], 1.0);
        println!(
            "{}\t{}\t{}\t{:?}\talike={} att={:?} eng={:?}",
            p[0],
            p[1],
            d.map_or("-".into(), |d| format!("{:.3} {:.2} {}", d.per_letter, d.cost, d.by_rule)),
            p.get(2).unwrap_or(&""),
            sound_alike(p[0], p[1]),
            lex.attested(p[0]),
            lex.english(p[0])
        );
    }
}
