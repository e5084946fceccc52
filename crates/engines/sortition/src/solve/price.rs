//! The best panel for given weights: branch and bound over people of the same kind.
//!
//! `max weights . x` over whole numbers `x` within quotas. Branches first on a head count of a quota
//! that is not whole, then on a kind of person. The bound of a node is the Lagrangian of its linear
//! program, which holds whatever the simplex did.

use super::lp::{End, Lp};
use crate::watch::{Patient, Phase, Progress, Watch};

const WHOLE: f64 = 1e-6;

/// Nodes between two questions to the watch.
const ASK: usize = 200;

/// What a search found.
#[derive(Debug, Clone, Default)]
pub struct Priced {
    /// The best panel found, if any: how many of each kind.
    pub panel: Option<Vec<u32>>,
    /// Its value.
    pub value: f64,
    /// No panel is worth more than this: proven.
    pub bound: f64,
    /// Nodes visited.
    pub nodes: usize,
    /// Whether the search ran to its end, so that nothing better than `value` (or `floor`) exists.
    pub complete: bool,
}

/// When a search may stop.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Stop at this many nodes; the bound is then that of the open nodes.
    pub nodes: usize,
    /// A panel worth more than this is good enough.
    pub enough: f64,
    /// Nodes that cannot beat this are cut off.
    pub floor: f64,
    /// Stop at this part of the way from `floor` to the bound of the root.
    pub part: f64,
    /// After so many nodes any panel that beats `floor` is good enough.
    pub patience: usize,
    /// Differences below this do not matter.
    pub tolerance: f64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            nodes: 20_000,
            enough: f64::INFINITY,
            floor: f64::NEG_INFINITY,
            part: 1.0,
            patience: usize::MAX,
            tolerance: 1e-9,
        }
    }
}

struct Search<'a> {
    watch: &'a mut dyn Watch,
    progress: Progress,
    lp: &'a mut Lp,
    cost: Vec<f64>,
    whole_rows: usize,
    limits: Limits,
    best: Priced,
    open_bound: f64,
    stop: bool,
    root: f64,
}

/// Searches the best panel. `lp` is the relaxation; its boxes are left as they were. The first
/// `whole_rows` row sums take whole numbers only.
pub fn search(lp: &mut Lp, weights: &[f64], whole_rows: usize, limits: Limits) -> Priced {
    let progress = Progress {
        phase: Phase::Prove,
        panels: 0,
        distance: 1.0,
    };
    search_watched(lp, weights, whole_rows, limits, (&mut Patient, progress))
}

/// The same, asking the watch now and then whether to go on; if not, the search ends incomplete.
pub fn search_watched(
    lp: &mut Lp,
    weights: &[f64],
    whole_rows: usize,
    limits: Limits,
    (watch, progress): (&mut dyn Watch, Progress),
) -> Priced {
    let cost: Vec<f64> = weights.iter().map(|w| -w).collect();
    lp.set_costs(&cost);
    lp.trust(true);
    let best = Priced {
        value: limits.floor,
        ..Priced::default()
    };
    let mut search = Search {
        watch,
        progress,
        lp,
        cost,
        whole_rows,
        limits,
        best,
        open_bound: f64::NEG_INFINITY,
        stop: false,
        root: f64::INFINITY,
    };
    search.visit();
    search.lp.trust(false);
    let mut best = search.best;
    best.complete = search.open_bound <= best.value + limits.tolerance;
    best.bound = search.open_bound.max(best.value);
    if best.panel.is_none() {
        best.value = f64::NEG_INFINITY;
    }
    best
}

impl Search<'_> {
    fn visit(&mut self) {
        self.best.nodes += 1;
        let end = self.lp.solve(5_000);
        if let End::Infeasible(certificate) = &end
            && certificate.holds(self.lp)
        {
            return;
        }
        let bound = -self.lp.lower_bound(&self.cost);
        if self.best.nodes == 1 {
            self.root = bound;
        }
        if bound <= self.best.value + self.limits.tolerance {
            self.open_bound = self
                .open_bound
                .max(bound.min(self.best.value + self.limits.tolerance));
            return;
        }
        self.stop |= self.best.nodes.is_multiple_of(ASK) && !self.watch.go_on(&self.progress);
        self.stop |= self.best.panel.is_some() && self.best.nodes >= self.limits.patience;
        if self.stop || self.best.nodes >= self.limits.nodes || end != End::Optimal {
            self.open_bound = self.open_bound.max(bound);
            self.stop = true;
            return;
        }
        let x = self.lp.values();
        match self.branching(&x) {
            None if !self.keeps(&x) => {
                // Rounding has crept into the numbers: once more with fresh ones, else the node stays open.
                self.lp.refresh();
                let fresh = self.lp.solve(5_000) == End::Optimal;
                let x = self.lp.values();
                if fresh && self.branching(&x).is_none() && self.keeps(&x) {
                    self.accept(&x);
                } else {
                    self.open_bound = self.open_bound.max(bound);
                    self.stop = true;
                }
            }
            None => self.accept(&x),
            Some((variable, value)) => self.branch(variable, value),
        }
    }

    fn branching(&self, x: &[f64]) -> Option<(usize, f64)> {
        let n = self.lp.columns();
        let most = |found: Option<(usize, f64)>, (variable, value): (usize, f64)| {
            let off = |v: f64| (v - v.round()).abs();
            if off(value) > WHOLE && found.is_none_or(|(_, best)| off(value) > off(best)) {
                Some((variable, value))
            } else {
                found
            }
        };
        let sums = self.lp.row_values(x);
        let rows = sums
            .iter()
            .take(self.whole_rows)
            .enumerate()
            .map(|(r, v)| (n + r, *v));
        rows.fold(None, most)
            .or_else(|| x.iter().copied().enumerate().fold(None, most))
    }

    /// Whether the whole numbers next to `x` keep every box: what the simplex found is not taken at its word.
    fn keeps(&self, x: &[f64]) -> bool {
        let n = self.lp.columns();
        let whole: Vec<f64> = x.iter().map(|v| v.round()).collect();
        let within = |variable: usize, value: f64| {
            let (least, most) = self.lp.bounds(variable);
            value >= least - WHOLE && value <= most + WHOLE
        };
        whole.iter().enumerate().all(|(j, v)| within(j, *v))
            && self
                .lp
                .row_values(&whole)
                .iter()
                .enumerate()
                .all(|(r, v)| within(n + r, *v))
    }

    fn accept(&mut self, x: &[f64]) {
        let panel: Vec<u32> = x.iter().map(|v| v.round().max(0.0) as u32).collect();
        let value: f64 = panel
            .iter()
            .zip(&self.cost)
            .map(|(p, c)| -f64::from(*p) * c)
            .sum();
        if value > self.best.value {
            self.best.value = value;
            self.best.panel = Some(panel);
            let (from, part) = (self.limits.floor, self.limits.part);
            self.stop |= value >= self.limits.enough;
            self.stop |= from.is_finite() && value - from >= part * (self.root - from);
        }
    }

    fn branch(&mut self, variable: usize, value: f64) {
        let (lower, upper) = self.lp.bounds(variable);
        let up_first = value - value.floor() > 0.5;
        for up in [up_first, !up_first] {
            if up {
                self.lp.set_bounds(variable, value.ceil(), upper);
            } else {
                self.lp.set_bounds(variable, lower, value.floor());
            }
            self.visit();
            self.lp.set_bounds(variable, lower, upper);
        }
    }
}
