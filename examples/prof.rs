use made::{Sort, article};
use misnomer::article::{Article, Prose};
use misnomer::config::setup::MIN_CONFIDENCE;
use misnomer::names::Names;
use misnomer::names::gazetteer::Kind;
#[path = "../benches/growth/made.rs"]
mod made;
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let (mentions, articles, rounds): (u64, u64, u64) =
        (a[1].parse().unwrap(), a[2].parse().unwrap(), a[3].parse().unwrap());
    let sort = match a.get(4).map(|s| s.as_str()) {
        Some("k") => Some(Sort::Known),
        Some("u") => Some(Sort::Unknown),
        Some("b") => Some(Sort::Broken),
        _ => None,
    };
    let names = Names::builtin();
    let b = Builtin::of(&names);
    let arts: Vec<Article> = (0..articles)
        .map(|s| {
            article(&b, if mentions == 1 { 100 + s } else { s }, mentions, |at| {
                sort.unwrap_or_else(|| Sort::of(if mentions == 1 { s } else { at }))
            })
        })
        .collect();
    let mut best = vec![f64::MAX; arts.len()];
    for _ in 0..rounds {
        for (at, art) in arts.iter().enumerate() {
            let prose = Prose::of(art);
            let began = std::time::Instant::now();
            std::hint::black_box(names.broken_in(art, &prose, MIN_CONFIDENCE));
            best[at] = best[at].min(began.elapsed().as_secs_f64() * 1e6);
        }
    }
    println!("{:.2} us a mention", best.iter().sum::<f64>() / (mentions * articles) as f64);
}
struct Builtin {
    all: Vec<String>,
    persons: Vec<String>,
}
impl Builtin {
    fn of(names: &Names) -> Self {
        let index = &names.indices()[0];
        let list = |p: bool| {
            index
                .entries()
                .filter(move |e| !p || e.kind == Kind::Person)
                .map(|e| e.name().into_owned())
                .collect()
        };
        Self { all: list(false), persons: list(true) }
    }
}
impl made::Names for Builtin {
    fn known(&self, n: u64) -> String {
        let l = if n.is_multiple_of(2) { &self.persons } else { &self.all };
        l[(n / 2 % l.len() as u64) as usize].clone()
    }
    fn person(&self, n: u64) -> String {
        self.persons[(n % self.persons.len() as u64) as usize].clone()
    }
}
