#![allow(clippy::all, clippy::disallowed_methods)]
use kapok_sortition::*;
use std::time::Instant;
fn main() {
    let dir = std::env::args().nth(1).unwrap();
    let seats: u32 = dir.trim_end_matches('/').rsplit('_').next().unwrap().parse().unwrap();
    let method = match std::env::args().nth(2).as_deref() { Some("maximin") => Method::Maximin, Some("nash") => Method::Nash, Some("goldilocks") => Method::Goldilocks { gamma: 1.0 }, _ => Method::Leximin };
    let q = Quotas::read(std::fs::File::open(format!("{dir}/categories.csv")).unwrap(), "categories.csv").unwrap();
    let columns = Columns::default();
    let pool = Pool::read(std::fs::File::open(format!("{dir}/respondents.csv")).unwrap(), "respondents.csv", &q, &columns).unwrap();
    let p = Problem::new(&pool, &q, seats).unwrap();
    let t0 = Instant::now();
    let mut it = 0;
    let r = lottery::solve(&p, method, 1e-6, &mut |p: &watch::Progress| { it += 1; if it % 100 == 0 { println!("{p:?} {:?}", t0.elapsed()) }; true }).unwrap();
    println!("{:?} {dir} it {it} min {} bound {} gap {:.2e} max {} dev {:.2e} cuts {} optimal {} panels {} obj {:?} t {:?}", r.method, r.minimum, r.upper_bound, r.gap(), r.level.iter().fold(0.0f64, |a, b| a.max(*b)), r.deviation, r.cuts, r.optimal, r.panels.len(), r.objective, t0.elapsed());
}
