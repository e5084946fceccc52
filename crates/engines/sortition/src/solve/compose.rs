//! From an average to whole panels: finds a mixture of panels with the wanted average, or a proof
//! that there is none.
//!
//! Each round asks for a panel that lies at least as far as the target in the direction of what is
//! still missing. If the target is an average of panels there always is one; if a complete search finds
//! none, the direction with the best value found is a *cut*: an inequality that all panels keep and the
//! target breaks.

use super::blend::{Blend, Sparse};
use super::price::{self, Limits};
use crate::problem::Problem;
use crate::watch::{Phase, Progress, Watch};

/// An inequality `direction . x <= most` that every panel keeps.
#[derive(Debug, Clone, PartialEq)]
pub struct Cut {
    /// One coefficient per kind.
    pub direction: Vec<f64>,
    /// The most any panel reaches: proven by a complete search.
    pub most: f64,
}

/// How a composition ended.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// The average is met within the tolerance.
    Met,
    /// The target is no average of panels.
    Separated(Cut),
    /// The watch said stop.
    Stopped,
    /// A search ran into its node limit, or the precision of the numbers was reached.
    Stuck,
}

/// Which panels are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Among {
    /// Only those that round every count and every row sum of the target up or down.
    Rounded,
    /// All.
    All,
}

/// A search can be told its first panels, so that work is not done twice.
pub type Shelf = Vec<Sparse>;

/// Composes `blend` until every kind is within `tolerance` (a probability) of its target.
pub fn compose(
    problem: &Problem,
    blend: &mut Blend,
    shelf: &mut Shelf,
    among: Among,
    tolerance: f64,
    watch: &mut dyn Watch,
) -> Outcome {
    let target = blend.target().to_vec();
    let sizes = problem.sizes();
    let mut lp = problem.relaxation();
    if among == Among::Rounded {
        round_boxes(problem, &mut lp, &target);
    }
    let whole_rows = problem.whole_rows();
    let (mut least, mut idle, mut rounds, mut last) = (f64::INFINITY, 0, 0, None);
    loop {
        let mut missing = blend.missing();
        let worst = missing
            .iter()
            .zip(&sizes)
            .map(|(m, s)| (m / s).abs())
            .fold(0.0, f64::max);
        let progress = Progress {
            phase: Phase::Compose,
            panels: blend.len(),
            distance: worst,
        };
        rounds += 1;
        if !blend.is_empty() && worst <= tolerance {
            // Good enough; a few more rounds usually make it exact.
            let end = *last.get_or_insert(rounds + 20 + rounds / 4);
            if worst <= EXACT || rounds >= end || !watch.go_on(&progress) {
                return Outcome::Met;
            }
        }
        if !watch.go_on(&progress) {
            return Outcome::Stopped;
        }
        let norm = missing.iter().map(|v| v * v).sum::<f64>();
        idle = if norm < least * 0.999 { 0 } else { idle + 1 };
        least = least.min(norm);
        if idle > IDLE {
            // Rounding, not panels, is what is left.
            return if last.is_some() {
                Outcome::Met
            } else {
                Outcome::Stuck
            };
        }
        let scale = 1.0 / missing.iter().fold(0.0_f64, |a, v| a.max(v.abs()));
        missing.iter_mut().for_each(|v| *v *= scale);
        let wanted: f64 = missing.iter().zip(&target).map(|(w, t)| w * t).sum();
        let distance: f64 = missing.iter().map(|w| w * w).sum::<f64>() / scale;
        if among == Among::All && from_shelf(blend, shelf, &missing, wanted) {
            continue;
        }
        let floor = wanted - f64::min(MARGIN, distance * 0.5);
        let limits = Limits {
            floor,
            part: 0.5,
            patience: 100,
            ..Limits::default()
        };
        let found = price::search_watched(&mut lp, &missing, whole_rows, limits, (watch, progress));
        if let Some(panel) = found.panel {
            let panel = sparse(&panel);
            if among == Among::All {
                shelf.push(panel.clone());
            }
            if !blend.add(panel) {
                return if last.is_some() {
                    Outcome::Met
                } else {
                    Outcome::Stuck
                };
            }
            continue;
        }
        if last.is_some() {
            return Outcome::Met;
        }
        if !found.complete || among == Among::Rounded {
            return Outcome::Stuck;
        }
        let best = price::search_watched(
            &mut lp,
            &missing,
            whole_rows,
            Limits::default(),
            (watch, progress),
        );
        if let Some(panel) = &best.panel {
            shelf.push(sparse(panel));
        }
        if best.complete && best.bound < wanted - MARGIN * 0.1 {
            return Outcome::Separated(Cut {
                direction: missing,
                most: best.bound,
            });
        }
        return Outcome::Stuck;
    }
}

/// Differences of this size in a sum of counts may be rounding.
const MARGIN: f64 = 1e-7;

/// A probability this near is as good as numbers get.
const EXACT: f64 = 1e-11;

/// Rounds without progress before a composition gives up.
const IDLE: usize = 60;

fn from_shelf(blend: &mut Blend, shelf: &Shelf, missing: &[f64], wanted: f64) -> bool {
    let value = |p: &Sparse| {
        p.iter()
            .map(|&(j, c)| missing[j as usize] * f64::from(c))
            .sum::<f64>()
    };
    let best = shelf
        .iter()
        .map(|p| (p, value(p)))
        .max_by(|a, b| a.1.total_cmp(&b.1));
    best.is_some_and(|(panel, value)| value > wanted + 1e-6 && blend.add(panel.clone()))
}

/// A panel as the kinds that sit in it.
pub fn sparse(panel: &[u32]) -> Sparse {
    panel
        .iter()
        .zip(0..)
        .filter(|(c, _)| **c > 0)
        .map(|(c, j)| (j, *c))
        .collect()
}

fn round_boxes(problem: &Problem, lp: &mut super::lp::Lp, target: &[f64]) {
    let near = 1e-7;
    for (row, sum) in lp.row_values(target).iter().enumerate() {
        let (least, most) = problem.limits[row];
        let low = (sum + near).floor().clamp(f64::from(least), f64::from(most));
        let high = (sum - near).ceil().clamp(low, f64::from(most));
        lp.set_bounds(target.len() + row, low, high);
    }
    for (kind, count) in target.iter().enumerate() {
        let cap = f64::from(problem.kinds[kind].cap);
        let low = (count + near).floor().clamp(0.0, cap);
        lp.set_bounds(kind, low, (count - near).ceil().clamp(low, cap));
    }
}
