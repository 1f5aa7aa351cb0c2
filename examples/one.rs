use misnomer::article::{Article, Prose};
use misnomer::config::setup::MIN_CONFIDENCE;
use misnomer::names::Names;
fn main() {
    let names = Names::builtin();
    let rounds: u32 = std::env::args().nth(1).unwrap().parse().unwrap();
    for m in std::env::args().skip(2) {
        let art = Article::new(
            "made.txt",
            format!("In the morning we met {m} in town."),
            misnomer::article::Format::Text,
        );
        let mut best = f64::MAX;
        for _ in 0..rounds {
            let prose = Prose::of(&art);
            let began = std::time::Instant::now();
            std::hint::black_box(names.broken_in(&art, &prose, MIN_CONFIDENCE));
            best = best.min(began.elapsed().as_secs_f64() * 1e6);
        }
        println!("{best:.1} {m}");
    }
}
