#![allow(clippy::all, clippy::disallowed_methods)]
use kapok_sortition::*;
use kapok_sortition::solve::{outer, price, blend::{Blend, Sparse}};
use std::time::Instant;
fn lcg(s: &mut u64) -> f64 { *s = s.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407); ((*s >> 33) as f64) / (1u64 << 31) as f64 }
fn main() {
    let (mut fails, mut done) = (0, 0);
    let from: u64 = std::env::args().nth(1).unwrap().parse().unwrap();
    let to: u64 = std::env::args().nth(2).unwrap().parse().unwrap();
    for seed in from..to {
        let mut s = seed * 7919 + 13; for _ in 0..10 { lcg(&mut s); }
        let n = 12 + (lcg(&mut s) * 50.0) as usize; let k = 5 + (lcg(&mut s) * (n as f64 * 0.3)) as usize;
        let cats = 3 + (lcg(&mut s) * 5.0) as usize;
        let mut head = "id".to_string(); let mut rows = vec![String::new(); n]; let mut quotas = "category,feature,min,max\n".to_string();
        for c in 0..cats {
            head += &format!(",c{c}");
            let nv = 2 + (lcg(&mut s) * 4.0) as usize;
            let w: Vec<f64> = (0..nv).map(|_| 0.1 + lcg(&mut s)).collect();
            let wq: Vec<f64> = (0..nv).map(|v| w[v] * (0.5 + 1.5*lcg(&mut s))).collect();
            let (sw, sq): (f64, f64) = (w.iter().sum(), wq.iter().sum());
            for r in &mut rows { let mut u = lcg(&mut s) * sw; let mut v = 0; while v + 1 < nv && u > w[v] { u -= w[v]; v += 1; } *r += &format!(",v{v}"); }
            for v in 0..nv { let q = wq[v] / sq * k as f64; let slack = lcg(&mut s) * 0.4; quotas += &format!("c{c},v{v},{},{}\n", (q - slack).floor().max(0.0), (q + slack).ceil()); }
        }
        let text = rows.iter().enumerate().fold(head + "\n", |a, (i, r)| a + &format!("p{i}{r}\n"));
        let q = Quotas::read(quotas.as_bytes(), "q").unwrap();
        let Ok(pool) = Pool::read(text.as_bytes(), "p", &q, &Columns::default()) else { continue };
        let Ok(p) = Problem::new(&pool, &q, k as u32) else { continue };
        let (sizes, caps) = (p.sizes(), p.caps());
        let mut lp0 = p.relaxation();
        if price::search(&mut lp0, &vec![0.0; sizes.len()], p.whole_rows(), Default::default()).panel.is_none() { continue; }
        done += 1;
        let t0 = Instant::now();
        let mut it = 0;
        match lottery::solve(&p, Method::Leximin, 1e-6, &mut |_: &watch::Progress| { it += 1; t0.elapsed().as_secs() < std::env::var("S").map_or(20, |s| s.parse().unwrap()) }) {
            Ok(r) => { if r.cuts > 0 || !r.optimal { fails += 1; println!("seed {seed} n {n} k {k} kinds {} cuts {} optimal {} dev {:.1e} gap {:.1e} it {it} panels {} t {:?}", sizes.len(), r.cuts, r.optimal, r.deviation, r.gap(), r.panels.len(), t0.elapsed()); } }
            Err(e) => println!("seed {seed} {e}"),
        }
    }
    println!("done {done} fails {fails}");
}
