//! A lottery from panels at hand, for a run that was stopped: raises the lowest probability by
//! multiplicative weights (Freund and Schapire 1999).

use crate::problem::Problem;
use crate::solve::blend::Sparse;

const ROUNDS: usize = 3_000;

/// Chances for `panels` that make the lowest probability (relative to the aim, of those whose aim is
/// not zero) as high as the rounds allow.
pub fn raise_lowest(problem: &Problem, mut panels: Vec<Sparse>, aim: &[f64]) -> Vec<(Sparse, f64)> {
    panels.sort_unstable();
    panels.dedup();
    let lowest = aim
        .iter()
        .copied()
        .filter(|a| *a > 1e-9)
        .fold(f64::INFINITY, f64::min);
    let worth: Vec<f64> = problem
        .kinds
        .iter()
        .zip(aim)
        .map(|(k, a)| {
            if *a > 1e-9 {
                lowest / k.people.len() as f64
            } else {
                0.0
            }
        })
        .collect();
    let mut weight: Vec<f64> = worth.iter().map(|w| if *w > 0.0 { 1.0 } else { 0.0 }).collect();
    let mut times = vec![0u32; panels.len()];
    for _ in 0..ROUNDS {
        let value = |p: &Sparse| {
            p.iter()
                .map(|&(j, c)| weight[j as usize] * worth[j as usize] * f64::from(c))
                .sum::<f64>()
        };
        let Some(best) = (0..panels.len()).max_by(|a, b| value(&panels[*a]).total_cmp(&value(&panels[*b])))
        else {
            break;
        };
        times[best] += 1;
        let most = panels[best]
            .iter()
            .map(|&(j, c)| worth[j as usize] * f64::from(c))
            .fold(0.0, f64::max);
        for &(j, c) in &panels[best] {
            weight[j as usize] *= 1.0 - 0.1 * worth[j as usize] * f64::from(c) / most.max(1e-300);
        }
        let sum: f64 = weight.iter().sum();
        weight.iter_mut().for_each(|w| *w /= sum);
    }
    let all: u32 = times.iter().sum();
    let parts = panels.into_iter().zip(times).filter(|(_, t)| *t > 0);
    parts
        .map(|(p, t)| (p, f64::from(t) / f64::from(all.max(1))))
        .collect()
}
