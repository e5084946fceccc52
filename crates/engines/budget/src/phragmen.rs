//! Sequential Phragmén: money comes in to all voters at an equal rate, and as soon as the supporters of a project hold
//! its cost together they buy it and start again from nothing.
//!
//! Put as loads: buying `p` gives its supporters the load `(sum of their loads + cost) / number of supporters`; the
//! project with the lowest new load is bought. A voter's load is that of the last project bought for them, so with k
//! projects bought there are only k loads, and every candidate is a linear form in them ([`crate::exact`]). A project
//! that nobody supports has no load and is never bought.

use std::cmp::Ordering;

use crate::exact::{Chain, Form};
use crate::profile::Profile;
use crate::purchases::Purchases;
use crate::shares::Ground;
use crate::ties::Tie;

/// What Phragmén chose: the projects in order, the ties met.
pub(crate) fn phragmen(ground: &Ground, skip: bool) -> (Vec<u32>, Vec<Tie>) {
    let mut this = Counter {
        profile: ground.profile,
        purchases: Purchases::new(ground),
        chain: Chain::new(0, 1),
        loads: Vec::new(),
        counts: vec![Vec::new(); ground.profile.projects_len()],
        last: vec![u32::MAX; ground.profile.classes_len()],
        // Projects dearer than the whole budget take no part, and so never end the count.
        possible: ground
            .profile
            .costs
            .iter()
            .map(|&cost| cost <= ground.budget)
            .collect(),
    };
    while this.step(skip) {}
    (this.purchases.bought, this.purchases.log)
}

struct Counter<'a> {
    profile: &'a Profile,
    purchases: Purchases<'a>,
    chain: Chain,
    loads: Vec<f64>,
    /// For each project, how many of its supporters have the load of each step.
    counts: Vec<Vec<i128>>,
    last: Vec<u32>,
    possible: Vec<bool>,
}

impl Counter<'_> {
    fn form(&self, project: usize) -> Form {
        Form {
            constant: self.profile.costs[project].into(),
            share: 0,
            prices: self.counts[project].clone(),
            divisor: self.profile.votes[project].into(),
        }
    }

    /// The new load as a float, right to a relative error of 1e-12: all terms are positive and few.
    fn rough(&self, project: usize) -> f64 {
        let sum: f64 = self.counts[project]
            .iter()
            .zip(&self.loads)
            .map(|(&count, load)| count as f64 * load)
            .sum();
        (sum + self.profile.costs[project] as f64) / self.profile.votes[project] as f64
    }

    /// Buys one project; false when there is none to buy.
    fn step(&mut self, skip: bool) -> bool {
        let may = |p: &usize| {
            let open = self.possible[*p] && self.purchases.is_open(*p);
            open && (!skip || self.purchases.fits(*p))
        };
        let candidates: Vec<usize> = (0..self.possible.len()).filter(may).collect();
        let rough: Vec<f64> = candidates.iter().map(|&p| self.rough(p)).collect();
        let least = rough.iter().copied().fold(f64::INFINITY, f64::min) * (1.0 + 1e-11);
        let mut best: Vec<(usize, Form)> = Vec::new();
        for (&project, _) in candidates.iter().zip(&rough).filter(|(_, load)| **load <= least) {
            let form = self.form(project);
            match best
                .first()
                .map(|(_, other)| self.chain.compare(&form, 1, other, 1))
            {
                None | Some(Ordering::Less) => best = vec![(project, form)],
                Some(Ordering::Equal) => best.push((project, form)),
                Some(Ordering::Greater) => {}
            }
        }
        // As in pabutools: the count ends when any project whose turn it is does not fit.
        if best.iter().any(|(project, _)| !self.purchases.fits(*project)) {
            return false;
        }
        let tied = best.iter().map(|(project, _)| *project as u32).collect();
        let chosen = self.purchases.first_of(tied);
        chosen.inspect(|&project| self.buy(project)).is_some()
    }

    fn buy(&mut self, project: u32) {
        let index = project as usize;
        let step = self.chain.len();
        self.chain.push(self.form(index));
        self.loads.push(self.chain.price(step).to_f64());
        self.counts.iter_mut().for_each(|counts| counts.push(0));
        for &class in self.profile.supporters(index) {
            let old = std::mem::replace(&mut self.last[class as usize], step as u32);
            let many = i128::from(self.profile.multiplicity[class as usize]);
            for &other in self.profile.marks(class as usize) {
                let counts = &mut self.counts[other as usize];
                counts[step] += many;
                if old != u32::MAX {
                    counts[old as usize] -= many;
                }
            }
        }
        self.purchases.buy(project);
    }
}
