//! Equal shares with bounded overspending (arXiv 2409.15005).
//!
//! For a price `x` per unit of utility the supporters of `p` collect `sum of min(balance, x * utility)`, a part
//! `a <= 1` of its cost. The project and the `x` with the lowest `x / a^2` are chosen; the project is bought in full,
//! if it still fits the real budget, and each supporter pays `min(balance, x / a * utility)`: what is missing is
//! overspent. Only prices at which a supporter runs dry, or at which the cost is collected, can be lowest.
//!
//! Prices are products of earlier ones, so exact numbers can double in length with each step. They are kept exact;
//! beyond a limit the count ends with an error rather than with a guess.

use std::cmp::Ordering;
use std::collections::HashMap;

use crate::exact::Fraction;
use crate::profile::Profile;
use crate::shares::Ground;
use crate::ties::Tie;

/// Longer numbers are not counted with: the sums would take hours.
pub(crate) const LONGEST: u64 = 100_000;

/// What the method chose: the projects in order, the ties met; `None` where numbers grow too long.
pub(crate) fn overspend(ground: &Ground, progress: &(dyn Fn(u64) + Sync)) -> Option<(Vec<u32>, Vec<Tie>)> {
    let mut this = Counter::new(ground);
    while this.step()? {
        progress(this.bought.len() as u64);
    }
    Some((this.bought, this.log))
}

/// A price for a project: `x`, and the part of the cost that it collects, over the cost.
struct Offer {
    project: u32,
    /// `x / a^2`, by which offers are compared.
    merit: Fraction,
    /// `x / a`, what a unit of utility is charged.
    charge: Fraction,
}

struct Counter<'a> {
    ground: &'a Ground<'a>,
    profile: &'a Profile,
    /// Voters with the same purchases have the same balance.
    group_of: Vec<u32>,
    balances: Vec<Fraction>,
    rough: Vec<f64>,
    open: Vec<bool>,
    left: u128,
    bought: Vec<u32>,
    log: Vec<Tie>,
}

impl<'a> Counter<'a> {
    fn new(ground: &'a Ground<'a>) -> Self {
        let profile = ground.profile;
        let share = Fraction::new(ground.budget, profile.voters.max(1));
        let open = |p: usize| ground.eligible[p] && profile.total_weight[p] > 0 && profile.costs[p] > 0;
        let mut this = Self {
            ground,
            profile,
            group_of: vec![0; profile.classes_len()],
            rough: vec![share.to_f64()],
            balances: vec![share],
            open: (0..profile.projects_len()).map(open).collect(),
            left: ground.budget.into(),
            bought: Vec::new(),
            log: Vec::new(),
        };
        for &project in ground.free {
            this.bought.push(project);
            this.close(project);
        }
        this
    }

    fn close(&mut self, project: u32) {
        self.open[project as usize] = false;
        if let Some(group) = self.ground.groups[project as usize] {
            let same = (0..self.open.len()).filter(|&p| self.ground.groups[p] == Some(group));
            same.for_each(|p| self.open[p] = false);
        }
    }

    /// Buys one project; false when there is none, nothing when numbers grow too long.
    fn step(&mut self) -> Option<bool> {
        let fits = |p: usize| self.open[p] && u128::from(self.profile.costs[p]) <= self.left;
        let projects: Vec<usize> = (0..self.open.len()).filter(|&p| fits(p)).collect();
        let rough: Vec<(usize, Vec<(f64, usize)>)> =
            projects.iter().map(|&p| (p, self.rough_merits(p))).collect();
        let least = rough
            .iter()
            .flat_map(|(_, merits)| merits)
            .map(|(merit, _)| *merit)
            .fold(f64::INFINITY, f64::min);
        if least == f64::INFINITY {
            return Some(false);
        }
        let mut best: Vec<Offer> = Vec::new();
        for (project, merits) in &rough {
            for &(_, at) in merits.iter().filter(|(merit, _)| *merit <= least * (1.0 + 1e-7)) {
                let Some(offer) = self.offer(*project, at) else {
                    continue;
                };
                match best.first().map(|other| offer.merit.cmp(&other.merit)) {
                    None | Some(Ordering::Less) => best = vec![offer],
                    Some(Ordering::Equal) if best.iter().all(|other| other.project != offer.project) => {
                        best.push(offer)
                    }
                    _ => {}
                }
            }
        }
        let mut tied: Vec<u32> = best.iter().map(|offer| offer.project).collect();
        let Some(at) = (0..best.len()).min_by_key(|&at| self.ground.ties.place(tied[at])) else {
            return Some(false);
        };
        let offer = best.swap_remove(at);
        if tied.len() > 1 {
            tied.sort_unstable();
            let by = self.ground.ties.decided_by(offer.project, &tied);
            self.log.push(Tie {
                projects: tied,
                chosen: offer.project,
                by,
            });
        }
        if offer.charge.bits() > LONGEST {
            return None;
        }
        self.pay(&offer);
        Some(true)
    }

    /// The supporters as (utility, group, voters), equal ones together, those who run dry first at the front.
    fn supporters(&self, project: usize) -> Vec<(u64, u32, u64)> {
        let mut all: HashMap<(u64, u32), u64> = HashMap::new();
        for (class, weight) in self.profile.weighted_supporters(project) {
            let group = self.group_of[class as usize];
            if !self.balances[group as usize].is_zero() {
                let utility = u64::from(weight) * self.profile.scale[project];
                *all.entry((utility, group)).or_default() +=
                    u64::from(self.profile.multiplicity[class as usize]);
            }
        }
        let mut list: Vec<(u64, u32, u64)> = all.into_iter().map(|((u, g), many)| (u, g, many)).collect();
        let ratio = |&(utility, group, _): &(u64, u32, u64)| self.rough[group as usize] / utility as f64;
        list.sort_by(|a, b| {
            let exact = || {
                let (left, right) = (&self.balances[a.1 as usize], &self.balances[b.1 as usize]);
                left.times_whole(b.0).cmp(&right.times_whole(a.0))
            };
            let (x, y) = (ratio(a), ratio(b));
            let order = if (x - y).abs() > 1e-9 * x.max(y) {
                x.total_cmp(&y)
            } else {
                exact()
            };
            order.then_with(|| (a.0, a.1).cmp(&(b.0, b.1)))
        });
        list
    }

    /// Merits as floats (right to 1e-9) of all prices worth a look; place `n` is the price that collects all.
    fn rough_merits(&self, project: usize) -> Vec<(f64, usize)> {
        let list = self.supporters(project);
        let cost = self.profile.costs[project] as f64;
        let mut rich: f64 = list
            .iter()
            .map(|&(utility, _, many)| utility as f64 * many as f64)
            .sum();
        let mut paid = 0.0;
        let mut merits = Vec::new();
        for (at, &(utility, group, many)) in list.iter().enumerate() {
            let x = self.rough[group as usize] / utility as f64;
            let collected = paid + x * rich;
            if collected >= cost * (1.0 - 1e-9) {
                merits.push(((cost - paid) / rich, list.len() + at));
                if collected > cost * (1.0 + 1e-9) {
                    return merits;
                }
            }
            let part = (collected / cost).min(1.0);
            merits.push((x / part / part, at));
            paid += self.rough[group as usize] * many as f64;
            rich -= utility as f64 * many as f64;
        }
        merits
    }

    /// The exact offer at a place of `rough_merits`; none where the place turns out not to apply.
    fn offer(&self, project: usize, at: usize) -> Option<Offer> {
        let list = self.supporters(project);
        let full = at >= list.len();
        let dry = if full { at - list.len() } else { at };
        let cost = Fraction::new(self.profile.costs[project], 1);
        let mut paid = Fraction::zero();
        for &(_, group, many) in &list[..dry] {
            paid = paid.plus(&self.balances[group as usize].times_whole(many));
        }
        let rich: u128 = list[dry..]
            .iter()
            .map(|&(utility, _, many)| u128::from(utility) * u128::from(many))
            .sum();
        let rich = Fraction::new(rich, 1);
        let first = Fraction::new(1, list[dry].0).times(&self.balances[list[dry].1 as usize]);
        let x = if full {
            cost.minus(&paid).over(&rich)
        } else {
            first.clone()
        };
        if full && x > first {
            return None;
        }
        let collected = paid.plus(&x.times(&rich));
        let part = if collected > cost {
            Fraction::new(1, 1)
        } else {
            collected.over(&cost)
        };
        let charge = x.over(&part);
        Some(Offer {
            project: project as u32,
            merit: charge.over(&part),
            charge,
        })
    }

    fn pay(&mut self, offer: &Offer) {
        let index = offer.project as usize;
        let mut moved: HashMap<(u32, u32), u32> = HashMap::new();
        let supporters: Vec<(u32, u32)> = self.profile.weighted_supporters(index).collect();
        for (class, weight) in supporters {
            let old = self.group_of[class as usize];
            let group = *moved.entry((old, weight)).or_insert_with(|| {
                let due = offer
                    .charge
                    .times_whole(u64::from(weight))
                    .times_whole(self.profile.scale[index]);
                let left = self.balances[old as usize].minus(&due).max(Fraction::zero());
                self.rough.push(left.to_f64());
                self.balances.push(left);
                self.balances.len() as u32 - 1
            });
            self.group_of[class as usize] = group;
        }
        self.left -= u128::from(self.profile.costs[index]);
        self.close(offer.project);
        self.bought.push(offer.project);
    }
}
