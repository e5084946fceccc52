//! What methods that buy one project after the other have in common: what is open, what is left, what was bought.

use crate::shares::Ground;
use crate::ties::Tie;

/// The state of a count that buys project after project.
pub(crate) struct Purchases<'a> {
    pub ground: &'a Ground<'a>,
    open: Vec<bool>,
    left: u128,
    /// The projects bought, in order; those at no cost first.
    pub bought: Vec<u32>,
    /// The ties met.
    pub log: Vec<Tie>,
}

impl<'a> Purchases<'a> {
    /// Nothing bought but what is free. A project takes part if it is eligible, costs something and has supporters.
    pub(crate) fn new(ground: &'a Ground<'a>) -> Self {
        let profile = ground.profile;
        let open = |p: usize| ground.eligible[p] && profile.total_weight[p] > 0 && profile.costs[p] > 0;
        let mut this = Self {
            ground,
            open: (0..profile.projects_len()).map(open).collect(),
            left: ground.budget.into(),
            bought: Vec::new(),
            log: Vec::new(),
        };
        ground.free.iter().for_each(|&project| this.buy(project));
        this
    }

    /// Whether a project still takes part.
    pub(crate) fn is_open(&self, project: usize) -> bool {
        self.open[project]
    }

    /// Whether a project fits the money that is left.
    pub(crate) fn fits(&self, project: usize) -> bool {
        u128::from(self.ground.profile.costs[project]) <= self.left
    }

    /// The projects that take part and fit.
    pub(crate) fn candidates(&self) -> Vec<usize> {
        let may = |&p: &usize| self.open[p] && self.fits(p);
        (0..self.open.len()).filter(may).collect()
    }

    /// The one of equal projects that the order of ties puts first; a tie is logged. None if there is none.
    pub(crate) fn first_of(&mut self, mut tied: Vec<u32>) -> Option<u32> {
        let ties = self.ground.ties;
        let chosen = tied.iter().copied().min_by_key(|&project| ties.place(project))?;
        if tied.len() > 1 {
            tied.sort_unstable();
            self.log.push(Tie {
                by: ties.decided_by(chosen, &tied),
                chosen,
                projects: tied,
            });
        }
        Some(chosen)
    }

    /// Buys a project and shuts out what excludes it.
    pub(crate) fn buy(&mut self, project: u32) {
        let (index, groups) = (project as usize, self.ground.groups);
        self.left -= u128::from(self.ground.profile.costs[index]);
        self.bought.push(project);
        self.open[index] = false;
        if let Some(group) = groups[index] {
            let same = (0..self.open.len()).filter(|&other| groups[other] == Some(group));
            same.for_each(|other| self.open[other] = false);
        }
    }
}
