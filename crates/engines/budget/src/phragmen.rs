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
use crate::shares::Ground;
use crate::ties::Tie;

/// What Phragmén chose: the projects in order, the ties met.
pub(crate) fn phragmen(ground: &Ground, skip: bool) -> (Vec<u32>, Vec<Tie>) {
    let mut this = Counter::new(ground);
    while this.step(skip) {}
    (this.bought, this.log)
}

struct Counter<'a> {
    ground: &'a Ground<'a>,
    profile: &'a Profile,
    chain: Chain,
    loads: Vec<f64>,
    /// For each project, how many of its supporters have the load of each step.
    counts: Vec<Vec<i128>>,
    last: Vec<u32>,
    open: Vec<bool>,
    left: u128,
    bought: Vec<u32>,
    log: Vec<Tie>,
}

impl<'a> Counter<'a> {
    fn new(ground: &'a Ground<'a>) -> Self {
        let profile = ground.profile;
        let open = |p: usize| {
            let possible = profile.costs[p] > 0 && profile.costs[p] <= ground.budget;
            ground.eligible[p] && profile.votes[p] > 0 && possible
        };
        let mut this = Self {
            ground,
            profile,
            chain: Chain::new(0, 1),
            loads: Vec::new(),
            counts: vec![Vec::new(); profile.projects_len()],
            last: vec![u32::MAX; profile.classes_len()],
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
        let fits = |this: &Self, p: usize| u128::from(this.profile.costs[p]) <= this.left;
        let candidates: Vec<usize> = (0..self.open.len())
            .filter(|&p| self.open[p] && (!skip || fits(self, p)))
            .collect();
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
        if best.iter().any(|(project, _)| !fits(self, *project)) {
            return false;
        }
        let mut projects: Vec<u32> = best.iter().map(|(p, _)| *p as u32).collect();
        let Some(chosen) = projects
            .iter()
            .copied()
            .min_by_key(|&p| self.ground.ties.place(p))
        else {
            return false;
        };
        if projects.len() > 1 {
            projects.sort_unstable();
            self.log.push(Tie {
                by: self.ground.ties.decided_by(chosen, &projects),
                chosen,
                projects,
            });
        }
        self.buy(chosen);
        true
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
        self.left -= u128::from(self.profile.costs[index]);
        self.close(project);
        self.bought.push(project);
    }
}
