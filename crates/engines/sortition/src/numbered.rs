//! The transparent lottery: a list of numbered, equally likely panels, so that the draw can be made with
//! balls or dice in public (Flanigan, Kehne, Procaccia, "Fair sortition made transparent", 2021).
//!
//! Each person must be on the rounded-down or rounded-up number of panels that their probability asks
//! for. Starts from the shares rounded to whole panels; then one panel after the other is taken out and
//! replaced by the panel that mends the totals best, until everyone is right.

use crate::lottery::Lottery;
use crate::problem::Problem;
use crate::solve::blend::Sparse;
use crate::solve::compose::sparse;
use crate::solve::price::{self, Limits};
use crate::watch::{Phase, Progress, Watch};

/// Numbered panels of people.
#[derive(Debug, Clone, PartialEq)]
pub struct Numbered {
    /// Panels of people (indexes into the pool, ascending); number 0 first.
    pub panels: Vec<Vec<usize>>,
    /// Largest difference of a person's share of panels from their probability.
    pub deviation: f64,
}

/// Makes `count` panels (1,000) from a lottery. Uses no chance: the same lottery gives the same list.
pub fn number(problem: &Problem, lottery: &Lottery, count: usize, watch: &mut dyn Watch) -> Numbered {
    let mut list = share_out(&lottery.panels, count);
    let aim = if lottery.optimal {
        &lottery.aim
    } else {
        &lottery.level
    };
    let wanted: Vec<f64> = aim
        .iter()
        .zip(&problem.kinds)
        .map(|(l, k)| l * k.people.len() as f64 * count as f64)
        .collect();
    mend(problem, lottery, &mut list, &wanted, watch);
    list.sort_unstable();
    let panels = seat_all(problem, &spread(&list));
    let mut times = vec![0u32; problem.people];
    panels.iter().flatten().for_each(|p| times[*p] += 1);
    let off = |p: usize| (f64::from(times[p]) / count as f64 - lottery.level[problem.kind_of[p]]).abs();
    let deviation = (0..problem.people).map(off).fold(0.0, f64::max);
    Numbered { panels, deviation }
}

/// Whole numbers of panels by largest remainders.
fn share_out(panels: &[(Sparse, f64)], count: usize) -> Vec<Sparse> {
    let exact: Vec<f64> = panels.iter().map(|p| p.1 * count as f64).collect();
    let mut times: Vec<usize> = exact.iter().map(|e| *e as usize).collect();
    let mut order: Vec<usize> = (0..panels.len()).collect();
    order.sort_by(|a, b| exact[*b].fract().total_cmp(&exact[*a].fract()).then(a.cmp(b)));
    let missing = count.saturating_sub(times.iter().sum());
    order.iter().cycle().take(missing).for_each(|k| times[*k] += 1);
    let mut list: Vec<Sparse> = panels
        .iter()
        .zip(times)
        .flat_map(|(p, t)| std::iter::repeat_n(p.0.clone(), t))
        .collect();
    list.truncate(count);
    list
}

/// How far the worst person of a kind is from the wanted number of panels, if the kind's seats are
/// shared out evenly.
fn worst(total: f64, wanted: f64, size: f64) -> f64 {
    let each = total / size;
    (wanted / size - each.floor()).max(each.ceil() - wanted / size)
}

fn mend(problem: &Problem, lottery: &Lottery, list: &mut [Sparse], wanted: &[f64], watch: &mut dyn Watch) {
    let sizes = problem.sizes();
    let mut total = vec![0.0; sizes.len()];
    for panel in list.iter() {
        panel.iter().for_each(|&(k, c)| total[k as usize] += f64::from(c));
    }
    let off = |total: &[f64]| {
        (0..sizes.len())
            .map(|k| worst(total[k], wanted[k], sizes[k]))
            .fold(0.0, f64::max)
    };
    let mut lp = problem.relaxation();
    // Only kinds that the lottery uses, and only panels within the counts it uses.
    let mut most = vec![0u32; sizes.len()];
    lottery
        .panels
        .iter()
        .flat_map(|p| &p.0)
        .for_each(|&(k, c)| most[k as usize] = most[k as usize].max(c));
    most.iter()
        .enumerate()
        .for_each(|(k, m)| lp.set_bounds(k, 0.0, f64::from(*m)));
    for round in 0..list.len() * 4 {
        let now = off(&total);
        if now < 1.0 - 1e-4 || now < 1.0 + 1e-7 && round > list.len() {
            return;
        }
        let progress = Progress {
            phase: Phase::Number,
            panels: round,
            distance: 0.0,
        };
        if !watch.go_on(&progress) {
            return;
        }
        // The panel whose removal helps most; every other round simply the next, so as not to circle.
        let loss = |k: usize, t: f64| (t - wanted[k]).powi(2) / sizes[k];
        let relief = |p: &Sparse| -> f64 {
            let one = |&(k, c): &(u32, u32)| {
                let (k, t) = (k as usize, total[k as usize]);
                loss(k, t) - loss(k, t - f64::from(c))
            };
            p.iter().map(one).sum()
        };
        let place = if round % 2 == 0 {
            (0..list.len())
                .max_by(|a, b| relief(&list[*a]).total_cmp(&relief(&list[*b])))
                .unwrap_or(0)
        } else {
            round * 7919 % list.len()
        };
        list[place]
            .iter()
            .for_each(|&(k, c)| total[k as usize] -= f64::from(c));
        let weights: Vec<f64> = (0..sizes.len())
            .map(|k| (2.0 * (wanted[k] - total[k]) - 1.0) / sizes[k])
            .collect();
        let value: f64 = list[place]
            .iter()
            .map(|&(k, c)| weights[k as usize] * f64::from(c))
            .sum();
        let limits = Limits {
            floor: value + 1e-9,
            part: 0.8,
            nodes: 400,
            ..Limits::default()
        };
        let found = price::search(&mut lp, &weights, problem.whole_rows(), limits);
        if let Some(panel) = found.panel {
            list[place] = sparse(&panel);
        }
        list[place]
            .iter()
            .for_each(|&(k, c)| total[k as usize] += f64::from(c));
    }
}

/// The list in an order that mixes like panels, without chance.
fn spread(list: &[Sparse]) -> Vec<Sparse> {
    let n = list.len();
    let step = (n as f64 * 0.618_033_988_7) as usize;
    let coprime = (step.max(1)..).find(|s| gcd(*s, n) == 1).unwrap_or(1);
    (0..n).map(|i| list[i * coprime % n].clone()).collect()
}

fn gcd(a: usize, b: usize) -> usize {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// Seats people so that within a kind everyone is used equally often: always those used least.
fn seat_all(problem: &Problem, list: &[Sparse]) -> Vec<Vec<usize>> {
    let mut times = vec![0u32; problem.people];
    let mut household = vec![None; problem.people];
    for (number, members) in problem.homes.iter().flat_map(|h| &h.households).enumerate() {
        members.iter().for_each(|p| household[*p] = Some(number));
    }
    list.iter()
        .map(|panel| {
            let mut people: Vec<usize> = Vec::with_capacity(problem.seats as usize);
            let mut used: Vec<usize> = Vec::new();
            for &(kind, count) in panel {
                let mut members = problem.kinds[kind as usize].people.clone();
                members.sort_by_key(|p| (times[*p], *p));
                let mut left = count;
                for person in members {
                    let free = household[person].is_none_or(|h| !used.contains(&h));
                    if left > 0 && free {
                        used.extend(household[person]);
                        people.push(person);
                        times[person] += 1;
                        left -= 1;
                    }
                }
            }
            people.sort_unstable();
            people
        })
        .collect()
}
