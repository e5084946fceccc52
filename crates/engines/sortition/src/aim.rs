//! The aim: the best probabilities within quotas and cuts, people divisible.

use crate::lottery::Method;
use crate::problem::Problem;
use crate::solve::centre::{Measure, Shape, minimise};
use crate::solve::compose::Cut;
use crate::solve::lp::{End, Lp};
use crate::solve::outer::{self, OuterFailure};

/// The best probabilities of the relaxation.
#[derive(Debug, Clone, PartialEq)]
pub struct Aim {
    /// Probability of a person of each kind.
    pub level: Vec<f64>,
    /// No lottery gives everyone more than this.
    pub upper_bound: f64,
    /// Levels as settled.
    pub steps: Vec<(f64, usize)>,
    /// A proven bound of the objective, if the method has one here.
    pub objective_bound: Option<f64>,
    /// How exact the levels are.
    pub precision: f64,
}

impl Aim {
    /// Before anything is known: everyone certain.
    pub fn unknown(problem: &Problem) -> Self {
        let level = problem
            .kinds
            .iter()
            .map(|k| f64::from(k.cap) / k.people.len() as f64)
            .collect();
        Self {
            level,
            upper_bound: 1.0,
            steps: vec![],
            objective_bound: None,
            precision: 1e-9,
        }
    }
}

/// Finds the aim of a method.
pub fn find(problem: &Problem, cuts: &[Cut], method: Method) -> Result<Aim, OuterFailure> {
    let (sizes, caps) = (problem.sizes(), problem.caps());
    let mut lp = with_cuts(problem, cuts);
    let lexi = outer::leximin(&mut lp, &sizes, &caps, usize::MAX)?;
    let upper_bound = lexi.steps.first().map_or(1.0, |s| s.0);
    let mut aim = Aim {
        level: lexi.level,
        upper_bound,
        steps: lexi.steps,
        objective_bound: None,
        precision: 1e-9,
    };
    if method == Method::Leximin {
        return Ok(aim);
    }
    aim.precision = 2e-8;
    let mut shape = shape(problem, cuts);
    let even = f64::from(problem.seats) / problem.people as f64;
    let start: Vec<f64> = aim.level.iter().zip(&sizes).map(|(l, s)| l * s).collect();
    let out: Vec<bool> = aim.level.iter().map(|l| *l < 1e-9).collect();
    // Who can sit on no panel is left out of the measure.
    let least = aim
        .level
        .iter()
        .copied()
        .filter(|l| *l >= 1e-9)
        .fold(1.0, f64::min);
    let mut measure = Measure::Even(even);
    match method {
        Method::Leximin => {}
        Method::Maximin => narrow(&mut shape, &sizes, &out, least, 1.0),
        Method::Nash => {
            measure = Measure::Product;
            narrow(&mut shape, &sizes, &out, 1e-9, 1.0);
        }
        Method::Goldilocks { gamma } => {
            let (low, high, bound) = goldilocks(&mut lp, &sizes, &caps, &out, least, even, gamma)?;
            aim.objective_bound = Some(bound);
            narrow(&mut shape, &sizes, &out, low, high);
        }
    }
    loosen(&mut shape);
    let found = minimise(&shape, &sizes, measure, &start);
    aim.level = found
        .iter()
        .zip(&sizes)
        .zip(&caps)
        .zip(&out)
        .map(|(((x, size), cap), out)| if *out { 0.0 } else { x.clamp(0.0, *cap) / size })
        .collect();
    aim.steps.clear();
    Ok(aim)
}

fn with_cuts(problem: &Problem, cuts: &[Cut]) -> Lp {
    let mut lp = problem.relaxation();
    for cut in cuts {
        lp.add_row(&cut.direction, cut_box(problem, cut));
    }
    lp
}

fn cut_box(problem: &Problem, cut: &Cut) -> (f64, f64) {
    let least: f64 = cut
        .direction
        .iter()
        .zip(&problem.kinds)
        .map(|(w, k)| w.min(0.0) * f64::from(k.cap))
        .sum();
    (least - 1.0, cut.most)
}

fn shape(problem: &Problem, cuts: &[Cut]) -> Shape {
    let mut columns: Vec<Vec<(usize, f64)>> = problem
        .columns
        .iter()
        .map(|rows| rows.iter().map(|r| (*r, 1.0)).collect())
        .collect();
    let mut rows: Vec<(f64, f64)> = problem
        .limits
        .iter()
        .map(|l| (f64::from(l.0), f64::from(l.1)))
        .collect();
    for cut in cuts {
        for (column, w) in columns.iter_mut().zip(&cut.direction).filter(|(_, w)| **w != 0.0) {
            column.push((rows.len(), *w));
        }
        rows.push(cut_box(problem, cut));
    }
    Shape {
        columns,
        boxes: problem.kinds.iter().map(|k| (0.0, f64::from(k.cap))).collect(),
        rows,
    }
}

/// Probabilities between `low` and `high`; zero for those who are out.
fn narrow(shape: &mut Shape, sizes: &[f64], out: &[bool], low: f64, high: f64) {
    for ((b, size), out) in shape.boxes.iter_mut().zip(sizes).zip(out) {
        let top = b.1.min(high * size);
        *b = if *out {
            (0.0, 0.0)
        } else {
            ((low * size).min(top), top)
        };
    }
}

/// A hair's breadth of room everywhere, so that the inside is never empty.
fn loosen(shape: &mut Shape) {
    let hair = 1e-9;
    for b in shape.boxes.iter_mut().filter(|b| b.1 > b.0) {
        *b = (b.0 - if b.0 > 0.0 { hair } else { 0.0 }, b.1 + hair);
    }
    for b in &mut shape.rows {
        *b = (b.0 - hair, b.1 + hair);
    }
}

/// The best pair of lowest and highest probability, and a proven bound of the objective.
///
/// For a given lowest the least highest is found by Newton steps like the levels of leximin; in the
/// lowest it is convex, so a golden-section search ends at the best. The last certificate says
/// `a * low <= c + b * high` for every lottery; the best objective under this line alone is the bound.
fn goldilocks(
    lp: &mut Lp,
    sizes: &[f64],
    caps: &[f64],
    out: &[bool],
    most: f64,
    even: f64,
    gamma: f64,
) -> Result<(f64, f64, f64), OuterFailure> {
    let worth = |low: f64, high: f64| high / even + gamma * even / low;
    let mut bound = gamma * even / most + 1.0; // the highest is at least the average
    let mut at = |low: f64, bound: &mut f64| -> Result<f64, OuterFailure> {
        let mut high = even.max(low);
        for _ in 0..100 {
            for j in 0..sizes.len() {
                let top = if out[j] { 0.0 } else { caps[j].min(high * sizes[j]) };
                lp.set_bounds(
                    j,
                    if out[j] {
                        0.0
                    } else {
                        (low * sizes[j] - 1e-10).min(top).max(0.0)
                    },
                    top,
                );
            }
            let certificate = match lp.solve(50_000) {
                End::Optimal => break,
                End::Stalled => return Err(OuterFailure::Stalled),
                End::Infeasible(certificate) => certificate,
            };
            let g = &certificate.multipliers;
            let free = |j: &usize| !out[*j];
            let a: f64 = (0..sizes.len())
                .filter(free)
                .map(|j| -(g[j].min(0.0)) * sizes[j])
                .sum();
            let capped = |j: &usize| free(j) && caps[*j] > high * sizes[*j];
            let b: f64 = (0..sizes.len())
                .filter(capped)
                .map(|j| g[j].max(0.0) * sizes[j])
                .sum();
            let shortfall = certificate.most(lp);
            if b <= 1e-12 {
                return Err(OuterFailure::Infeasible);
            }
            let next = high - shortfall / b;
            // c + b * high - a * low is the shortfall, negative here, so every lottery has a * low <= c + b * high.
            let c = shortfall - b * high + a * low;
            // Slope of the line: high >= (a low - c) / b; best where even^2 * gamma * b = a * low^2, or at the
            // highest lowest there is.
            let best = if a > 1e-12 {
                (even * even * gamma * b / a).sqrt().min(most)
            } else {
                most
            };
            *bound = bound.max(worth(best, ((a * best - c) / b).max(0.0)));
            if next <= high + 1e-13 {
                break;
            }
            high = next;
        }
        Ok(high)
    };
    let golden = 0.618_033_988_749_894_9;
    let (mut left, mut right) = (most * 1e-3, most);
    let mut inner = [right - golden * (right - left), left + golden * (right - left)];
    let mut value = [0.0; 2];
    for k in 0..2 {
        value[k] = worth(inner[k], at(inner[k], &mut bound)?);
    }
    for _ in 0..60 {
        let k = usize::from(value[0] < value[1]); // which probe becomes the new border
        if k == 1 {
            right = inner[1];
            inner = [right - golden * (right - left), inner[0]];
            value = [worth(inner[0], at(inner[0], &mut bound)?), value[0]];
        } else {
            left = inner[0];
            inner = [inner[1], left + golden * (right - left)];
            value = [value[1], worth(inner[1], at(inner[1], &mut bound)?)];
        }
    }
    let mut low = 0.5 * (left + right);
    let high = at(low, &mut bound)?;
    let corner = at(most, &mut bound)?;
    if worth(most, corner) <= worth(low, high) + 1e-12 {
        low = most;
        return Ok((low, corner, bound.min(worth(most, corner))));
    }
    Ok((low, high, bound.min(worth(low, high))))
}
