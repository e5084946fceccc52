//! One run of equal shares at one share.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::evaluate::{Price, Verdict};
use super::sums::UNIT;
use crate::exact::Chain;
use crate::profile::Profile;
use crate::ties::{Tie, TieOrder};

/// The share of each voter, `numerator / denominator` units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Share {
    pub numerator: u128,
    pub denominator: u128,
}

impl Share {
    fn to_f64(self) -> f64 {
        // Split, so that a share of 151 + 5514/6586 keeps its digits.
        let whole = self.numerator / self.denominator;
        whole as f64 + (self.numerator % self.denominator) as f64 / self.denominator as f64
    }
}

/// A voter class that still has money.
pub(super) const ALIVE: u32 = u32::MAX;
/// A project that has not been bought.
pub(super) const NOT_BOUGHT: u32 = u32::MAX;

/// A candidate waiting in the heap with the lower bound of its `rho`.
struct Waiting {
    bound: f64,
    project: u32,
}

impl PartialEq for Waiting {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Waiting {}

impl PartialOrd for Waiting {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Waiting {
    /// The heap gives the greatest: that is the lowest bound.
    fn cmp(&self, other: &Self) -> Ordering {
        other
            .bound
            .total_cmp(&self.bound)
            .then_with(|| other.project.cmp(&self.project))
    }
}

/// What holds for every larger share too: the purchases before any supporter of any candidate was short of money.
#[derive(Default)]
struct Prefix {
    bought: Vec<u32>,
    ties: Vec<Tie>,
    spent: Vec<f64>,
    spent_errors: Vec<f64>,
    error: f64,
}

impl Prefix {
    fn none(classes: usize) -> Self {
        Self {
            spent: vec![0.0; classes],
            spent_errors: vec![0.0; classes],
            ..Self::default()
        }
    }
}

/// Runs equal shares again and again over one profile; keeps its buffers, and what larger shares have in common.
pub(crate) struct Runner<'a> {
    pub(super) profile: &'a Profile,
    ties_order: &'a TieOrder,
    /// Whether each project takes part, and the group of which one project at most may be bought.
    eligible: &'a [bool],
    groups: &'a [Option<u32>],
    /// The supporters of each project, those with money first; a permutation of the profile's lists.
    pub(super) lists: Vec<u32>,
    pub(super) list_weights: Vec<u32>,
    pub(super) alive: Vec<u32>,
    pub(super) spent: Vec<f64>,
    /// Step at which a class ran dry, times two; plus one if its money was just enough. [`ALIVE`] if it has money.
    pub(super) gone: Vec<u32>,
    pub(super) step_of: Vec<u32>,
    pub(super) bought: Vec<u32>,
    pub(super) share: f64,
    /// The largest error of any balance, and the error of what each class has spent.
    pub(super) error: f64,
    pub(super) spent_errors: Vec<f64>,
    pub(super) chain: Chain,
    pub(super) values: Vec<f64>,
    pub(super) weights: Vec<f64>,
    pub(super) many: Vec<f64>,
    pub(super) dead: Vec<(u32, u32)>,
    /// Whether every evaluation of this run so far holds for all larger shares.
    pub(super) independent: bool,
    prefix: Prefix,
    heap: BinaryHeap<Waiting>,
    ties: Vec<Tie>,
    closed: Vec<bool>,
}

impl<'a> Runner<'a> {
    pub(crate) fn new(
        profile: &'a Profile,
        ties_order: &'a TieOrder,
        eligible: &'a [bool],
        groups: &'a [Option<u32>],
    ) -> Self {
        let (lists, weights) = profile.all_supporters();
        let projects = profile.projects_len();
        let classes = profile.classes_len();
        Self {
            profile,
            ties_order,
            eligible,
            groups,
            lists: lists.to_vec(),
            list_weights: weights.to_vec(),
            alive: vec![0; projects],
            spent: vec![0.0; classes],
            gone: vec![ALIVE; classes],
            step_of: vec![NOT_BOUGHT; projects],
            bought: Vec::new(),
            share: 0.0,
            error: 0.0,
            spent_errors: vec![0.0; classes],
            chain: Chain::new(0, 1),
            values: Vec::new(),
            weights: Vec::new(),
            many: Vec::new(),
            dead: Vec::new(),
            independent: true,
            prefix: Prefix::none(classes),
            heap: BinaryHeap::new(),
            ties: Vec::new(),
            closed: vec![false; projects],
        }
    }

    /// Buys projects with shares of `share`; returns them in order. Shares must not fall from run to run.
    pub(crate) fn run(&mut self, share: Share) -> &[u32] {
        self.start(share);
        while let Some(price) = self.next_purchase() {
            self.buy(price);
        }
        &self.bought
    }

    /// The ties met in the last run, in order.
    pub(crate) fn ties(&self) -> &[Tie] {
        &self.ties
    }

    fn start(&mut self, share: Share) {
        self.share = share.to_f64();
        self.chain = Chain::new(share.numerator, share.denominator);
        self.gone.fill(ALIVE);
        self.step_of.fill(NOT_BOUGHT);
        self.closed.fill(false);
        self.spent.copy_from_slice(&self.prefix.spent);
        self.spent_errors.copy_from_slice(&self.prefix.spent_errors);
        self.error = self.prefix.error + self.rounding();
        self.bought.clone_from(&self.prefix.bought);
        self.ties.clone_from(&self.prefix.ties);
        self.independent = true;
        self.heap.clear();
        for project in 0..self.profile.projects_len() {
            self.alive[project] = self.profile.supporter_range(project).len() as u32;
        }
        for step in 0..self.bought.len() {
            let project = self.bought[step];
            self.step_of[project as usize] = step as u32;
            self.close_group(project);
        }
        for project in 0..self.profile.projects_len() as u32 {
            if self.can_take_part(project) {
                let index = project as usize;
                let least = self.profile.costs[index] as f64 / self.profile.total_weight[index] as f64;
                let bound = least / self.profile.scale[index] as f64 * (1.0 - 8.0 * UNIT);
                self.heap.push(Waiting { bound, project });
            }
        }
    }

    fn can_take_part(&self, project: u32) -> bool {
        let index = project as usize;
        self.eligible[index]
            && self.step_of[index] == NOT_BOUGHT
            && !self.closed[index]
            && self.profile.total_weight[index] > 0
            && self.profile.costs[index] > 0
    }

    fn close_group(&mut self, project: u32) {
        if let Some(group) = self.groups[project as usize] {
            for other in 0..self.groups.len() {
                if self.groups[other] == Some(group) {
                    self.closed[other] = true;
                }
            }
        }
    }

    /// The project to be bought next, at its price; none if nobody can pay for anything more.
    fn next_purchase(&mut self) -> Option<Price> {
        let was_independent = self.independent;
        let mut contenders: Vec<Price> = Vec::new();
        let mut best = f64::INFINITY;
        while let Some(waiting) = self.heap.peek() {
            if waiting.bound > best {
                break;
            }
            let project = waiting.project;
            self.heap.pop();
            if self.closed[project as usize] {
                continue;
            }
            match self.evaluate(project, best) {
                Verdict::Unaffordable => {}
                Verdict::Worse(bound) => self.heap.push(Waiting { bound, project }),
                Verdict::Candidate(price) => {
                    best = best.min(price.high);
                    contenders.push(price);
                }
            }
        }
        if was_independent && !self.independent {
            self.keep_prefix();
        }
        let mut close = Vec::new();
        for price in contenders {
            if price.low <= best {
                close.push(price);
            } else {
                self.heap.push(Waiting {
                    bound: price.low,
                    project: price.project,
                });
            }
        }
        if close.len() < 2 {
            return close.pop();
        }
        let (chosen, others) = self.settle(close);
        self.heap.extend(others.into_iter().map(|price| Waiting {
            bound: price.low,
            project: price.project,
        }));
        chosen
    }

    /// Compares exactly what floats cannot tell apart.
    fn settle(&mut self, mut close: Vec<Price>) -> (Option<Price>, Vec<Price>) {
        for price in &mut close {
            if price.exact.is_none() {
                price.exact = self.evaluate_exactly(price.project, price.least, price.most);
            }
        }
        let mut best: Vec<usize> = Vec::new();
        for index in 0..close.len() {
            // A candidate was affordable by its float bounds, so its exact price exists.
            let Some(exact) = &close[index].exact else {
                continue;
            };
            let scale = self.profile.scale[close[index].project as usize];
            let order = best.first().and_then(|&first| {
                let (other, other_scale) = (&close[first], self.profile.scale[close[first].project as usize]);
                Some(
                    self.chain
                        .compare(&exact.form, scale, &other.exact.as_ref()?.form, other_scale),
                )
            });
            match order {
                None | Some(Ordering::Less) => best = vec![index],
                Some(Ordering::Equal) => best.push(index),
                Some(Ordering::Greater) => {}
            }
        }
        let place = |&index: &usize| self.ties_order.place(close[index].project);
        let Some(winner) = best.iter().copied().min_by_key(place) else {
            return (None, close);
        };
        if best.len() > 1 {
            let chosen = close[winner].project;
            let mut projects: Vec<u32> = best.iter().map(|&index| close[index].project).collect();
            projects.sort_unstable();
            let by = self.ties_order.decided_by(chosen, &projects);
            self.ties.push(Tie { projects, chosen, by });
        }
        let chosen = close.swap_remove(winner);
        (Some(chosen), close)
    }

    /// Lets the supporters pay.
    fn buy(&mut self, price: Price) {
        let step = self.bought.len() as u32;
        let range = self.profile.supporter_range(price.project as usize);
        let live = range.start..range.start + self.alive[price.project as usize] as usize;
        let plain = self.list_weights.is_empty();
        let weight = |this: &Self, at: usize| {
            if plain {
                1.0
            } else {
                f64::from(this.list_weights[at])
            }
        };
        let unsure = |balance: f64, error: f64, w: f64| {
            balance + error >= price.least * w && balance - error <= price.most * w
        };
        let needs_exact = price.exact.is_none()
            && live.clone().any(|at| {
                let class = self.lists[at] as usize;
                let balance = self.share - self.spent[class];
                balance > f64::NEG_INFINITY && unsure(balance, self.error_of(class), weight(self, at))
            });
        let exact = if needs_exact {
            self.evaluate_exactly(price.project, price.least, price.most)
        } else {
            price.exact
        };
        for at in live.clone() {
            let class = self.lists[at] as usize;
            let balance = self.share - self.spent[class];
            let w = weight(self, at);
            let mark = match &exact {
                _ if balance == f64::NEG_INFINITY => None,
                Some(exact) if unsure(balance, self.error_of(class), w) => exact.runs_dry(class as u32, step),
                _ if balance < price.least * w => Some(2 * step),
                _ => None,
            };
            if let Some(mark) = mark {
                self.gone[class] = mark;
                self.spent[class] = f64::INFINITY;
            }
        }
        self.step_of[price.project as usize] = step;
        self.bought.push(price.project);
        let unsure_by = (price.most - price.middle).max(price.middle - price.least);
        for at in live {
            let class = self.lists[at] as usize;
            if self.gone[class] == ALIVE {
                let w = weight(self, at);
                self.spent[class] += price.middle * w;
                self.spent_errors[class] += unsure_by * w + 4.0 * UNIT * self.share;
                self.error = self.error.max(self.error_of(class));
            }
        }
        self.close_group(price.project);
    }

    /// The error of turning a share into a float and subtracting from it.
    fn rounding(&self) -> f64 {
        4.0 * UNIT * self.share
    }

    /// The error of the balance of a class.
    pub(super) fn error_of(&self, class: usize) -> f64 {
        self.spent_errors[class] + self.rounding()
    }

    /// Remembers the purchases so far, which no evaluation tied to this share has touched.
    fn keep_prefix(&mut self) {
        if self.bought.len() > self.prefix.bought.len() {
            self.prefix.bought.clone_from(&self.bought);
            self.prefix.ties.clone_from(&self.ties);
            self.prefix.spent.clone_from(&self.spent);
            self.prefix.spent_errors.clone_from(&self.spent_errors);
            self.prefix.error = self.error;
        }
    }
}
