//! Leximin over the quotas alone, people divisible.
//!
//! Raise the lowest probability as far as the quotas allow, fix whoever is held there, go on with the
//! rest. "As far as" is found by Newton steps: a level that is too high gives a certificate, which is
//! a straight line in the level; its zero is the next try. The last certificate is also the proof, and
//! names those who are held. Whole panels can do no better, since they are a part of this set.

use super::lp::{End, Lp};

/// The leximin point of a relaxation.
#[derive(Debug, Clone)]
pub struct Outer {
    /// Level (probability) of each kind.
    pub level: Vec<f64>,
    /// The levels in the order they were fixed, with how many kinds each fixed.
    pub steps: Vec<(f64, usize)>,
    /// Newton steps in all.
    pub solves: usize,
}

/// The quotas contradict each other even with divisible people, or the numbers gave out.
#[derive(Debug, Clone, PartialEq)]
pub enum OuterFailure {
    /// No solution at level zero.
    Infeasible,
    /// The simplex did not come to an end.
    Stalled,
}

/// Room around a settled level, so that rounding does not make the next step impossible.
const SLACK: f64 = 1e-9;

/// Leximin with `sizes[t]` people of each kind, of whom at most `caps[t]` can sit together. `given`
/// holds levels already settled. `stop_after` ends after so many levels (kinds not yet fixed are then given as `NaN`).
pub fn leximin(lp: &mut Lp, sizes: &[f64], caps: &[f64], stop_after: usize) -> Result<Outer, OuterFailure> {
    let n = sizes.len();
    let mut level = vec![f64::NAN; n];
    let mut steps: Vec<(f64, usize)> = Vec::new();
    let mut solves = 0;
    lp.set_costs(&scatter(n));
    let most = (0..n).map(|j| caps[j] / sizes[j]).collect::<Vec<_>>();
    let mut slack = SLACK;
    let mut floor = 0.0;
    while level.iter().any(|l| l.is_nan()) && steps.len() < stop_after {
        let open: Vec<usize> = (0..n).filter(|j| level[*j].is_nan()).collect();
        for j in (0..n).filter(|j| !level[*j].is_nan()) {
            let count = sizes[j] * level[j];
            lp.set_bounds(j, (count - slack).max(0.0), (count + slack).min(caps[j]));
        }
        let mut t = open.iter().map(|j| most[*j]).fold(f64::INFINITY, f64::min);
        let mut held: Vec<usize> = open.iter().copied().filter(|j| most[*j] <= t).collect();
        loop {
            for &j in &open {
                lp.set_bounds(j, (sizes[j] * t).min(caps[j]), caps[j]);
            }
            solves += 1;
            let certificate = match lp.solve(50_000) {
                End::Optimal => break,
                End::Stalled => return Err(OuterFailure::Stalled),
                End::Infeasible(certificate) => certificate,
            };
            // most(t) = constant - rate * t over the open kinds whose lower bound counts.
            let g = &certificate.multipliers;
            let largest = g.iter().fold(0.0_f64, |a, b| a.max(b.abs()));
            let rate: f64 = open
                .iter()
                .filter(|j| g[**j] < 0.0)
                .map(|j| -g[*j] * sizes[*j])
                .sum();
            let shortfall = certificate.most(lp);
            let blamed: Vec<usize> = open.iter().copied().filter(|j| g[*j] < -1e-7 * largest).collect();
            let next = if rate > 1e-9 * largest {
                t + shortfall.min(0.0) / rate
            } else {
                f64::NEG_INFINITY
            };
            if next <= floor + 1e-10 || shortfall > -1e-10 * largest {
                // The last level was possible, so this is rounding: who is blamed stays here, or if
                // only settled ones are to blame they get more room.
                if blamed.is_empty() || next < floor - 1e-6 {
                    slack *= 10.0;
                    if slack > 1e-6 {
                        return Err(if steps.is_empty() {
                            OuterFailure::Infeasible
                        } else {
                            OuterFailure::Stalled
                        });
                    }
                    held.clear();
                } else {
                    t = next.max(floor);
                    held = blamed;
                }
                break;
            }
            held = blamed;
            t = next;
        }
        if held.is_empty() {
            continue;
        }
        floor = t;
        for &j in &held {
            level[j] = t;
        }
        match steps.last_mut() {
            Some(step) if (step.0 - t).abs() < 1e-9 => step.1 += held.len(),
            _ => steps.push((t, held.len())),
        }
    }
    for (j, cap) in caps.iter().enumerate() {
        lp.set_bounds(j, 0.0, *cap);
    }
    Ok(Outer { level, steps, solves })
}

/// Fixed odd costs, so that no two vertices are equally good and the simplex cannot circle.
pub(super) fn scatter(n: usize) -> Vec<f64> {
    let golden = 0.618_033_988_749_894_9_f64;
    (0..n)
        .map(|j| ((j as f64 + 1.0) * golden).fract() - 0.5)
        .collect()
}
