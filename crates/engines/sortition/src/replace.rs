//! Drop-outs: who takes the empty seats, so that the quotas hold whenever they can.
//!
//! Three ways. *Like for like*: the smallest change of the quotas' counts, from the reserve in its order.
//! *New draw*: a lottery over the open seats with the confirmed people fixed. *Alternates*: people chosen in
//! advance, so that in many simulated drop-outs the panel can be completed (after "Alternates,
//! Assemble!", 2025).

use std::collections::BTreeSet;

use crate::draw;
use crate::lot::Lot;
use crate::pool::Pool;
use crate::quotas::{Quotas, Value};

/// Quotas and people of the open seats, when some are confirmed.
#[derive(Debug, Clone, PartialEq)]
pub struct Open {
    /// The quotas that are left: minima and maxima less who is confirmed.
    pub quotas: Quotas,
    /// The people who may still be drawn, as a pool of their own.
    pub pool: Pool,
    /// Their indexes in the whole pool.
    pub people: Vec<usize>,
    /// Seats that are open.
    pub seats: u32,
    /// Quotas that the confirmed people break by themselves: category, value.
    pub overfull: Vec<(usize, usize)>,
}

/// The problem of the open seats. `gone` people are not asked again; nobody is drawn from the address of
/// a confirmed person.
pub fn open(
    pool: &Pool,
    quotas: &Quotas,
    seats: u32,
    confirmed: &[usize],
    gone: &BTreeSet<usize>,
    among: &[usize],
) -> Open {
    let counts = draw::counts(pool, quotas, confirmed);
    let mut left = quotas.clone();
    let mut overfull = Vec::new();
    for (c, v) in quotas.rows() {
        let value: &mut Value = &mut left.categories[c].values[v];
        let here = counts[c][v];
        if here > value.max {
            overfull.push((c, v));
        }
        value.max = value.max.saturating_sub(here);
        value.min = value.min.saturating_sub(here).min(value.max);
        value.min_flex = value.min_flex.saturating_sub(here).min(value.min);
        value.max_flex = value.max_flex.map(|m| m.saturating_sub(here).max(value.max));
    }
    let homes: BTreeSet<&str> = confirmed
        .iter()
        .filter_map(|p| pool.addresses[*p].as_deref())
        .collect();
    let free = |p: &usize| {
        !confirmed.contains(p)
            && !gone.contains(p)
            && pool.addresses[*p].as_deref().is_none_or(|a| !homes.contains(a))
    };
    let people: Vec<usize> = among.iter().copied().filter(free).collect();
    Open {
        quotas: left,
        pool: pool.part(&people),
        seats: seats.saturating_sub(u32::try_from(confirmed.len()).unwrap_or(u32::MAX)),
        people,
        overfull,
    }
}

/// Replacements from the reserve, first those alike in every category to someone who left, in the order of
/// the reserve; then whoever completes the quotas. `None` if no completion keeps the quotas.
pub fn like_for_like(
    pool: &Pool,
    quotas: &Quotas,
    seats: u32,
    confirmed: &[usize],
    gone: &[usize],
    reserve: &[usize],
) -> Option<Vec<usize>> {
    let away: BTreeSet<usize> = gone.iter().copied().collect();
    let open = open(pool, quotas, seats, confirmed, &away, reserve);
    if open.seats == 0 {
        return Some(vec![]);
    }
    let problem = crate::Problem::new(&open.pool, &open.quotas, open.seats).ok()?;
    // One point for each category in which a kind equals someone who left; far more for a whole twin.
    let likeness = |values: &[u16]| -> f64 {
        let shared = |g: &usize| pool.values[*g].iter().zip(values).filter(|(a, b)| a == b).count();
        let best = gone.iter().map(shared).max().unwrap_or(0);
        if best == values.len() {
            10.0 * best as f64
        } else {
            best as f64
        }
    };
    let weights: Vec<f64> = problem.kinds.iter().map(|k| likeness(&k.values)).collect();
    let mut lp = problem.relaxation();
    let limits = crate::solve::price::Limits {
        nodes: 5_000,
        ..Default::default()
    };
    let found = crate::solve::price::search(&mut lp, &weights, problem.whole_rows(), limits);
    let panel = crate::solve::compose::sparse(&found.panel?);
    // Within a kind the reserve's order decides; `people` is in that order.
    let mut chosen = Vec::new();
    let mut homes: BTreeSet<&str> = BTreeSet::new();
    for (kind, count) in panel {
        let mut left = count;
        for &place in &problem.kinds[kind as usize].people {
            let home = open.pool.addresses[place].as_deref();
            if left > 0 && home.is_none_or(|h| homes.insert(h)) {
                chosen.push(open.people[place]);
                left -= 1;
            }
        }
    }
    Some(chosen)
}

/// How likely people are to leave: a base chance of staying and a factor for each value.
#[derive(Debug, Clone, PartialEq)]
pub struct Leaving {
    /// Chance that an ordinary person stays.
    pub stay: f64,
    /// Factor per category and value; 1 where nothing is known.
    pub factor: Vec<Vec<f64>>,
}

impl Leaving {
    /// The same chance for everyone.
    pub fn even(quotas: &Quotas, stay: f64) -> Self {
        Self {
            stay,
            factor: quotas
                .categories
                .iter()
                .map(|c| vec![1.0; c.values.len()])
                .collect(),
        }
    }

    fn stays(&self, pool: &Pool, person: usize) -> f64 {
        let factors = pool.values[person]
            .iter()
            .zip(&self.factor)
            .map(|(v, f)| f[usize::from(*v)]);
        (self.stay * factors.product::<f64>()).clamp(0.0, 1.0)
    }
}

/// Alternates chosen in advance: one after the other whoever lowers the shortfall of minima most, summed
/// over simulated drop-outs. Draws `scenarios` drop-outs from `lot`.
pub fn alternates(
    pool: &Pool,
    quotas: &Quotas,
    panel: &[usize],
    reserve: &[usize],
    count: usize,
    (leaving, scenarios): (&Leaving, usize),
    lot: &mut Lot,
) -> Vec<usize> {
    let gone: Vec<Vec<usize>> = (0..scenarios)
        .map(|_| {
            panel
                .iter()
                .copied()
                .filter(|p| lot.part() >= leaving.stays(pool, *p))
                .collect()
        })
        .collect();
    let mut missing: Vec<(Vec<Vec<i64>>, usize)> = gone
        .iter()
        .map(|g| (lacking(pool, quotas, panel, g), g.len()))
        .collect();
    let mut chosen: Vec<usize> = Vec::new();
    let mut homes: BTreeSet<&str> = BTreeSet::new();
    while chosen.len() < count {
        let gain = |person: usize| -> i64 {
            let help = |(lack, seats): &(Vec<Vec<i64>>, usize)| -> i64 {
                if *seats == 0 {
                    return 0;
                }
                let one = |(c, v): (usize, &u16)| if lack[c][usize::from(*v)] > 0 { 10 } else { 0 };
                1 + pool.values[person].iter().enumerate().map(one).sum::<i64>()
            };
            missing.iter().map(help).sum()
        };
        let free = |p: &usize| {
            !chosen.contains(p) && pool.addresses[*p].as_deref().is_none_or(|a| !homes.contains(a))
        };
        let best = reserve
            .iter()
            .copied()
            .filter(free)
            .enumerate()
            .max_by_key(|(place, p)| (gain(*p), std::cmp::Reverse(*place)));
        let Some((_, person)) = best else { break };
        homes.extend(pool.addresses[person].as_deref());
        for (lack, seats) in missing.iter_mut().filter(|(_, seats)| *seats > 0) {
            let helps = pool.values[person]
                .iter()
                .enumerate()
                .any(|(c, v)| lack[c][usize::from(*v)] > 0);
            if helps {
                pool.values[person]
                    .iter()
                    .enumerate()
                    .for_each(|(c, v)| lack[c][usize::from(*v)] -= 1);
                *seats -= 1;
            }
        }
        chosen.push(person);
    }
    chosen
}

fn lacking(pool: &Pool, quotas: &Quotas, panel: &[usize], gone: &[usize]) -> Vec<Vec<i64>> {
    let stay: Vec<usize> = panel.iter().copied().filter(|p| !gone.contains(p)).collect();
    let counts = draw::counts(pool, quotas, &stay);
    let of = |c: usize| {
        let values = quotas.categories[c].values.iter().zip(&counts[c]);
        values
            .map(|(value, count)| i64::from(value.min) - i64::from(*count))
            .collect()
    };
    (0..quotas.categories.len()).map(of).collect()
}
