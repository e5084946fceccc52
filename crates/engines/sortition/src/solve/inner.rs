//! Leximin from within: over mixtures of the panels found so far, asking for more panels until a search
//! proves that none helps (column generation, as in Flanigan et al. 2021).
//!
//! Used where whole panels can do less than divisible people. The master program has one row per kind and one
//! column per panel. A level that the panels at hand cannot reach gives a certificate: weights on
//! kinds. Either some panel is worth more under these weights than all at hand, and joins, or the
//! weights prove how far the level must come down, and who is held there.

use super::blend::Sparse;
use super::compose::sparse;
use super::lp::{End, Lp};
use super::price::{self, Limits};
use crate::problem::Problem;
use crate::watch::{Phase, Progress, Watch};

/// The leximin lottery over whole panels.
#[derive(Debug, Clone)]
pub struct Inner {
    /// Panels with their chances.
    pub panels: Vec<(Sparse, f64)>,
    /// Level of each kind, `NaN` where not settled.
    pub level: Vec<f64>,
    /// Levels as settled.
    pub steps: Vec<(f64, usize)>,
    /// No lottery gives everyone more.
    pub upper_bound: f64,
    /// Whether every level is settled by proof.
    pub proven: bool,
    /// Every panel that was found on the way.
    pub found: Vec<Sparse>,
}

/// Weights that count as nothing beside the largest.
const NOTHING: f64 = 1e-7;

struct Master {
    lp: Lp,
    panels: Vec<Sparse>,
    kinds: usize,
    slack: f64,
}

impl Master {
    fn new(kinds: usize, panels: Vec<Sparse>) -> Self {
        let columns: Vec<_> = panels.iter().map(|p| column(p, kinds)).collect();
        let boxes = vec![(0.0, 1.0); panels.len()];
        let mut rows = vec![(0.0, 1e6); kinds];
        rows.push((1.0, 1.0));
        let mut lp = Lp::new(&columns, &boxes, &rows);
        lp.set_costs(&super::outer::scatter(panels.len()));
        Self {
            lp,
            panels,
            kinds,
            slack: 1e-9,
        }
    }

    fn add(&mut self, panel: Sparse) {
        self.lp.add_column(&column(&panel, self.kinds), (0.0, 1.0));
        self.panels.push(panel);
        self.lp.set_costs(&super::outer::scatter(self.panels.len()));
    }

    fn demand(&mut self, problem: &Problem, level: &[f64], t: f64) {
        for (kind, l) in level.iter().enumerate() {
            let size = problem.kinds[kind].people.len() as f64;
            let least = if l.is_nan() {
                size * t
            } else {
                (size * l - self.slack).max(0.0)
            };
            self.lp.set_bounds(self.panels.len() + kind, least, 1e6);
        }
    }

    fn parts(&self) -> Vec<(Sparse, f64)> {
        let shares = self.lp.values();
        let sum: f64 = shares.iter().map(|s| s.max(0.0)).sum();
        let parts = self
            .panels
            .iter()
            .cloned()
            .zip(shares.iter().map(|s| s.max(0.0) / sum));
        parts.filter(|(_, s)| *s > 1e-12).collect()
    }
}

fn column(panel: &Sparse, kinds: usize) -> Vec<(usize, f64)> {
    panel
        .iter()
        .map(|&(k, c)| (k as usize, f64::from(c)))
        .chain([(kinds, 1.0)])
        .collect()
}

/// Leximin over whole panels, starting from `panels` (at least one). `hope` is the leximin of a
/// relaxation: levels that need not be tried again from above. Stops after the first level if
/// `first_only`. `every`: all panels there are, if they are known; then no search is needed.
pub fn leximin(
    problem: &Problem,
    panels: Vec<Sparse>,
    every: Option<&[Sparse]>,
    hope: &[f64],
    first_only: bool,
    watch: &mut dyn Watch,
) -> Inner {
    let n = problem.kinds.len();
    let size = |j: usize| problem.kinds[j].people.len() as f64;
    let mut pricing = Pricing {
        relaxation: problem.relaxation(),
        whole_rows: problem.whole_rows(),
        every,
    };
    let mut master = Master::new(n, panels);
    let mut out = Inner {
        panels: vec![],
        level: vec![f64::NAN; n],
        steps: vec![],
        upper_bound: hope.iter().copied().fold(1.0, f64::min),
        proven: false,
        found: vec![],
    };
    let mut hopeful = true;
    let mut floor = 0.0_f64;
    while out.level.iter().any(|l| l.is_nan()) {
        let open: Vec<usize> = (0..n).filter(|j| out.level[*j].is_nan()).collect();
        let cap = |j: usize| f64::from(problem.kinds[j].cap) / size(j);
        let limit = |j: usize| if hopeful { hope[j].min(cap(j)) } else { cap(j) };
        let mut t = open
            .iter()
            .map(|j| limit(*j))
            .fold(f64::INFINITY, f64::min)
            .max(floor);
        let mut held: Vec<usize> = open.iter().copied().filter(|j| limit(*j) <= t).collect();
        loop {
            let progress = Progress {
                phase: Phase::Prove,
                panels: master.panels.len(),
                distance: t,
            };
            if !watch.go_on(&progress) {
                return stopped(out, master, problem, floor);
            }
            master.demand(problem, &out.level, t);
            let certificate = match master.lp.solve(50_000) {
                End::Optimal => break,
                End::Stalled => return stopped(out, master, problem, floor),
                End::Infeasible(certificate) => certificate,
            };
            let g = &certificate.multipliers[master.panels.len()..];
            let largest = g[..n].iter().fold(0.0_f64, |a, b| a.max(-b));
            if largest <= 0.0 {
                return stopped(out, master, problem, floor);
            }
            let weights: Vec<f64> = g[..n].iter().map(|v| (-v).max(0.0) / largest).collect();
            let needed = |t: f64, level: &[f64]| -> f64 {
                let one = |j: usize| weights[j] * size(j) * if level[j].is_nan() { t } else { level[j] };
                (0..n).map(one).sum()
            };
            let at_hand = master
                .panels
                .iter()
                .map(|p| worth(p, &weights))
                .fold(f64::NEG_INFINITY, f64::max);
            let demand = needed(t, &out.level);
            let limits = Limits {
                floor: at_hand.max(demand - 1e-8) + 1e-9,
                part: 0.5,
                patience: 100,
                ..Limits::default()
            };
            let found = pricing.best(&weights, limits, (watch, progress));
            if let Some(panel) = found.panel {
                master.add(panel);
                continue;
            }
            // No panel meets the demand: the exact best says how far the level must come down.
            let limits = Limits {
                floor: at_hand - 1e-6,
                nodes: 60_000,
                ..Limits::default()
            };
            let found = pricing.best(&weights, limits, (watch, progress));
            if let Some(panel) = found.panel.filter(|_| found.value > at_hand + 1e-9) {
                master.add(panel);
            }
            if !found.complete {
                return stopped(out, master, problem, floor);
            }
            let rate: f64 = open.iter().map(|j| weights[*j] * size(*j)).sum();
            let blamed: Vec<usize> = open.iter().copied().filter(|j| weights[*j] > NOTHING).collect();
            let next = if rate > 1e-9 {
                t - (demand - found.bound.max(at_hand)) / rate
            } else {
                f64::NEG_INFINITY
            };
            if blamed.is_empty() || next < floor - 1e-6 {
                master.slack *= 10.0;
                if master.slack > 1e-6 {
                    return stopped(out, master, problem, floor);
                }
                held.clear();
                break;
            }
            held = blamed;
            if next >= t - 1e-10 || next <= floor + 1e-10 {
                t = t.min(next.max(floor));
                break;
            }
            t = next;
        }
        if held.is_empty() {
            continue;
        }
        floor = t;
        for &j in &held {
            out.level[j] = t;
            hopeful &= (hope[j] - t).abs() < 1e-9;
        }
        match out.steps.last_mut() {
            Some(step) if (step.0 - t).abs() < 1e-9 => step.1 += held.len(),
            _ => out.steps.push((t, held.len())),
        }
        out.upper_bound = out.upper_bound.min(out.steps[0].0);
        if first_only {
            break;
        }
    }
    master.demand(problem, &out.level, floor);
    master.lp.solve(50_000);
    out.proven = true;
    out.panels = master.parts();
    out.found = master.panels;
    out
}

/// Answers which panel is worth most.
struct Pricing<'a> {
    relaxation: Lp,
    whole_rows: usize,
    every: Option<&'a [Sparse]>,
}

/// An answer.
struct Best {
    panel: Option<Sparse>,
    value: f64,
    bound: f64,
    complete: bool,
}

impl Pricing<'_> {
    fn best(&mut self, weights: &[f64], limits: Limits, watched: (&mut dyn Watch, Progress)) -> Best {
        let Some(every) = self.every else {
            let found =
                price::search_watched(&mut self.relaxation, weights, self.whole_rows, limits, watched);
            return Best {
                panel: found.panel.map(|panel| sparse(&panel)),
                value: found.value,
                bound: found.bound,
                complete: found.complete,
            };
        };
        let best = every
            .iter()
            .map(|panel| (panel, worth(panel, weights)))
            .max_by(|a, b| a.1.total_cmp(&b.1));
        let value = best.map_or(f64::NEG_INFINITY, |b| b.1);
        Best {
            panel: best.filter(|b| b.1 > limits.floor).map(|b| b.0.clone()),
            value,
            bound: value.max(limits.floor),
            complete: true,
        }
    }
}

fn worth(panel: &Sparse, weights: &[f64]) -> f64 {
    panel
        .iter()
        .map(|&(k, c)| weights[k as usize] * f64::from(c))
        .sum()
}

/// What was reached when the work was stopped: the last level that is known to be possible.
fn stopped(mut out: Inner, mut master: Master, problem: &Problem, floor: f64) -> Inner {
    master.demand(problem, &out.level, floor);
    master.lp.solve(50_000);
    out.panels = master.parts();
    out.found = master.panels;
    out
}
