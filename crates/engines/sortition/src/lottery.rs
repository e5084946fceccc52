//! The lottery: panels with their chances, the probability of everyone, and the proof.
//!
//! Every method goes the same way. First the *aim*: the best probabilities that the quotas allow if
//! people were divisible. Then whole panels are composed that give everyone exactly the aim. If that
//! is impossible, the composition proves it by an inequality that all panels keep; it joins the
//! quotas, and the aim is found again. Since every lottery over panels lies within the quotas and the
//! inequalities, a composed aim is optimal among lotteries.

use crate::aim::{self, Aim};
use crate::error::DrawError;
use crate::problem::Problem;
use crate::solve::blend::{Blend, Sparse};
use crate::solve::compose::{self, Among, Cut, Outcome, Shelf, compose};
use crate::solve::every;
use crate::solve::inner;
use crate::solve::price::{self, Limits};
use crate::watch::{Phase, Progress, Watch};

/// What the lottery makes best.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Method {
    /// Raise the lowest probability, then the second lowest, and so on (Flanigan et al. 2021).
    Leximin,
    /// Raise the lowest probability; the rest as even as possible.
    Maximin,
    /// The largest product of probabilities.
    Nash,
    /// Neither low nor high: `max / (k/n) + gamma * (k/n) / min` (Baharav and Flanigan 2024).
    Goldilocks {
        /// Weight of the lowest probability.
        gamma: f64,
    },
}

impl Method {
    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Leximin => "leximin",
            Self::Maximin => "maximin",
            Self::Nash => "nash",
            Self::Goldilocks { .. } => "goldilocks",
        }
    }
}

/// A proven statement about what was made best.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Objective {
    /// What the lottery reaches.
    pub value: f64,
    /// What no lottery can pass.
    pub bound: f64,
}

/// A lottery over panels.
#[derive(Debug, Clone, PartialEq)]
pub struct Lottery {
    /// What was made best.
    pub method: Method,
    /// Panels (kinds and how many of each) with their chances, which add up to 1.
    pub panels: Vec<(Sparse, f64)>,
    /// Probability of a person of each kind: computed from the panels.
    pub level: Vec<f64>,
    /// The aim for each kind.
    pub aim: Vec<f64>,
    /// Lowest probability.
    pub minimum: f64,
    /// No lottery gives everyone more than this: proven.
    pub upper_bound: f64,
    /// Levels in the order they were settled, with how many kinds each (leximin only).
    pub steps: Vec<(f64, usize)>,
    /// For Nash (mean logarithm of the probabilities) and Goldilocks.
    pub objective: Option<Objective>,
    /// Largest distance of a probability from the aim.
    pub deviation: f64,
    /// Inequalities beyond the quotas that the proof needed.
    pub cuts: usize,
    /// Whether the aim was reached, so that the lottery is optimal within `deviation`.
    pub optimal: bool,
}

impl Lottery {
    /// How far the lowest probability may be from the best possible.
    pub fn gap(&self) -> f64 {
        (self.upper_bound - self.minimum).max(0.0)
    }

    /// Kinds that can sit on no panel: their aim is zero, which is proven.
    pub fn excluded(&self) -> impl Iterator<Item = usize> + '_ {
        self.aim
            .iter()
            .enumerate()
            .filter(|(_, a)| **a < 1e-9)
            .map(|(kind, _)| kind)
    }
}

/// After so many cuts the proof is given up and the best lottery so far is returned.
const MOST_CUTS: usize = 8;

/// Finds the lottery. `tolerance`: how exact probabilities must be (1e-6). A stopped watch gives the
/// best so far; `Err` only if there is no panel at all or none was found in time.
pub fn solve(
    problem: &Problem,
    method: Method,
    tolerance: f64,
    watch: &mut dyn Watch,
) -> Result<Lottery, DrawError> {
    let mut shelf: Shelf = vec![first_panel(problem)?];
    let mut cuts: Vec<Cut> = Vec::new();
    let near = (tolerance * 0.05).clamp(1e-9, 1e-4);
    let mut last: Option<(Aim, Blend)> = None;
    let (mut met, mut going) = (false, true);
    while cuts.len() <= MOST_CUTS {
        watch.go_on(&Progress {
            phase: Phase::Aim,
            panels: shelf.len(),
            distance: 1.0,
        });
        let Ok(aim) = aim::find(problem, &cuts, method) else {
            break;
        };
        let near = near.max(aim.precision);
        let target: Vec<f64> = aim
            .level
            .iter()
            .zip(&problem.kinds)
            .map(|(l, k)| l * k.people.len() as f64)
            .collect();
        let mut blend = Blend::new(target);
        let mut outcome = Outcome::Stuck;
        if cuts.is_empty() {
            outcome = compose(problem, &mut blend, &mut shelf, Among::Rounded, near, watch);
            shelf.extend(blend.parts().map(|(p, _)| p.clone()));
        }
        if outcome == Outcome::Stuck {
            outcome = compose(problem, &mut blend, &mut shelf, Among::All, near, watch);
        }
        last = Some((aim, blend));
        match outcome {
            Outcome::Separated(cut) => cuts.push(cut),
            Outcome::Met => {
                met = true;
                break;
            }
            Outcome::Stopped => {
                going = false;
                break;
            }
            Outcome::Stuck => break,
        }
    }
    let (mut aim, blend) =
        last.unwrap_or_else(|| (Aim::unknown(problem), Blend::new(vec![0.0; problem.kinds.len()])));
    let mut panels: Vec<(Sparse, f64)> = blend.parts().map(|(p, s)| (p.clone(), s)).collect();
    met |= !panels.is_empty() && deviation(&levels(problem, &panels), &aim.level) <= tolerance * 0.5;
    if !met && matches!(method, Method::Leximin | Method::Maximin) && going {
        // What is best for leximin is best for maximin too. Only leximin's aim is a bound of its levels.
        let hope = if method == Method::Leximin {
            aim.level.clone()
        } else {
            vec![1.0; problem.kinds.len()]
        };
        let every = every::every_panel(problem, watch);
        let inner = inner::leximin(problem, shelf.clone(), every.as_deref(), &hope, false, watch);
        met = inner.proven;
        aim.upper_bound = aim.upper_bound.min(inner.upper_bound);
        panels = inner.panels;
        shelf.extend(inner.found);
        if met {
            (aim.level, aim.steps) = (inner.level, inner.steps);
        }
    }
    Ok(finish(problem, method, aim, panels, &shelf, cuts.len(), met))
}

/// Any panel, or why there is none.
fn first_panel(problem: &Problem) -> Result<Sparse, DrawError> {
    let mut lp = problem.relaxation();
    let weights = vec![0.0; problem.kinds.len()];
    let limits = Limits {
        nodes: 200_000,
        enough: -1.0,
        ..Limits::default()
    };
    let found = price::search(&mut lp, &weights, problem.whole_rows(), limits);
    match found.panel {
        Some(panel) => Ok(compose::sparse(&panel)),
        None if found.complete => Err(DrawError::Contradiction {
            households: if problem.homes.is_empty() {
                ""
            } else {
                " and the household rule"
            },
            advice: String::new(),
        }),
        None => Err(DrawError::Stopped),
    }
}

fn finish(
    problem: &Problem,
    method: Method,
    aim: Aim,
    mut panels: Vec<(Sparse, f64)>,
    shelf: &Shelf,
    cuts: usize,
    met: bool,
) -> Lottery {
    if panels.is_empty() {
        panels = vec![(shelf[0].clone(), 1.0)];
    }
    if !met {
        let all = shelf.iter().chain(panels.iter().map(|p| &p.0)).cloned().collect();
        let (before, after) = (
            panels.clone(),
            crate::hedge::raise_lowest(problem, all, &aim.level),
        );
        let lowest = |p: &[(Sparse, f64)]| minimum(&levels(problem, p), &aim.level);
        panels = if lowest(&after) > lowest(&before) {
            after
        } else {
            before
        };
    }
    panels.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let level = levels(problem, &panels);
    let deviation = deviation(&level, &aim.level);
    let objective = objective(problem, method, &level, &aim);
    Lottery {
        method,
        minimum: level.iter().copied().fold(f64::INFINITY, f64::min),
        upper_bound: aim.upper_bound,
        panels,
        level,
        aim: aim.level,
        steps: aim.steps,
        objective,
        deviation,
        cuts,
        optimal: met,
    }
}

fn deviation(level: &[f64], aim: &[f64]) -> f64 {
    level
        .iter()
        .zip(aim)
        .map(|(l, a)| (l - a).abs())
        .fold(0.0, f64::max)
}

/// Lowest probability among those who can be chosen at all.
fn minimum(level: &[f64], aim: &[f64]) -> f64 {
    level
        .iter()
        .zip(aim)
        .filter(|(_, a)| **a > 1e-9)
        .map(|(l, _)| *l)
        .fold(f64::INFINITY, f64::min)
}

/// Probability of a person of each kind.
pub fn levels(problem: &Problem, panels: &[(Sparse, f64)]) -> Vec<f64> {
    let mut level = vec![0.0; problem.kinds.len()];
    for (panel, share) in panels {
        for &(kind, count) in panel {
            level[kind as usize] += share * f64::from(count);
        }
    }
    level
        .iter_mut()
        .zip(&problem.kinds)
        .for_each(|(l, k)| *l = (*l / k.people.len() as f64).min(1.0));
    level
}

fn objective(problem: &Problem, method: Method, level: &[f64], aim: &Aim) -> Option<Objective> {
    match method {
        Method::Leximin | Method::Maximin => None,
        Method::Goldilocks { gamma } => {
            let fair = f64::from(problem.seats) / problem.people as f64;
            let high = level.iter().copied().fold(0.0, f64::max);
            let low = minimum(level, &aim.level);
            Some(Objective {
                value: high / fair + gamma * fair / low,
                bound: aim.objective_bound?,
            })
        }
        Method::Nash => {
            // Concavity: no lottery beats the value by more than max g.x - (g.x here), g the gradient.
            let counted = |j: &usize| aim.level[*j] > 1e-9;
            let kinds: Vec<usize> = (0..level.len()).filter(counted).collect();
            let size = |j: usize| problem.kinds[j].people.len() as f64;
            let people: f64 = kinds.iter().map(|j| size(*j)).sum();
            let value = kinds.iter().map(|j| size(*j) * level[*j].ln()).sum::<f64>() / people;
            let mut weights = vec![0.0; level.len()];
            kinds.iter().for_each(|j| weights[*j] = 1.0 / level[*j]);
            let mut lp = problem.relaxation();
            let limits = Limits {
                nodes: 2_000,
                tolerance: 1e-7 * people,
                ..Limits::default()
            };
            let best = price::search(&mut lp, &weights, problem.whole_rows(), limits);
            Some(Objective {
                value,
                bound: value + (best.bound / people - 1.0).max(0.0),
            })
        }
    }
}
