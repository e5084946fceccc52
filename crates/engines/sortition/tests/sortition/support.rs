//! Pools made by hand, and all panels of a small pool by brute force.

use kapok_sortition::watch::Patient;
use kapok_sortition::{Columns, Lot, Lottery, Method, Pool, Problem, Quotas, lottery};

pub fn read(pool: &str, quotas: &str, address: &[&str]) -> (Pool, Quotas) {
    let quotas = Quotas::read(quotas.as_bytes(), "quotas.csv").unwrap();
    let columns = Columns {
        id: None,
        address: address.iter().map(|a| a.to_string()).collect(),
    };
    (
        Pool::read(pool.as_bytes(), "pool.csv", &quotas, &columns).unwrap(),
        quotas,
    )
}

pub fn solve(problem: &Problem, method: Method) -> Lottery {
    lottery::solve(problem, method, 1e-6, &mut Patient).unwrap()
}

/// A random pool with quotas near its shares; may have no panel.
pub fn random(seed: u64, most_people: usize, most_categories: usize) -> (String, String, u32) {
    let mut lot = Lot::new(&format!("instance {seed}"));
    let people = 8 + lot.below(most_people - 7);
    let seats = 3 + lot.below(people / 3);
    let mut rows: Vec<String> = (0..people).map(|p| format!("p{p}")).collect();
    let (mut header, mut quotas) = ("id".to_string(), "category,feature,min,max\n".to_string());
    for c in 0..1 + lot.below(most_categories) {
        header += &format!(",c{c}");
        let values = 2 + lot.below(3);
        let mut counts = vec![0; values];
        for row in &mut rows {
            let v = lot.below(values * 2).min(values - 1);
            counts[v] += 1;
            *row += &format!(",v{v}");
        }
        for (v, count) in counts.iter().enumerate() {
            let share = *count as f64 / people as f64 * seats as f64 * (0.7 + 0.6 * lot.part());
            let room = lot.part();
            quotas += &format!(
                "c{c},v{v},{},{}\n",
                (share - room).floor().max(0.0),
                (share + room).ceil()
            );
        }
    }
    (format!("{header}\n{}\n", rows.join("\n")), quotas, seats as u32)
}

/// Every panel of kinds.
pub fn all_panels(problem: &Problem) -> Vec<Vec<u32>> {
    fn go(problem: &Problem, kind: usize, left: u32, panel: &mut Vec<u32>, out: &mut Vec<Vec<u32>>) {
        if kind == problem.kinds.len() {
            if left == 0 && problem.allows(panel) {
                out.push(panel.clone());
            }
            return;
        }
        for count in 0..=problem.kinds[kind].cap.min(left) {
            panel.push(count);
            go(problem, kind + 1, left - count, panel, out);
            panel.pop();
        }
    }
    let mut out = Vec::new();
    go(problem, 0, problem.seats, &mut Vec::new(), &mut out);
    out
}
