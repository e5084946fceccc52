//! Branch and bound.
//!
//! For any multipliers of the rows, positive or negative,
//!
//! ```text
//! sum of scores = sum of (score - multipliers of its rows) over the chosen + sum of multiplier x row sum
//!              <= sum of the positive (score - multipliers)                + sum of multiplier x minimum or maximum
//! ```
//!
//! whichever is larger. The multipliers come from the linear relaxation, are rounded to whole units, and the bound is then
//! computed in whole numbers: it holds whatever the relaxation's rounding errors were. The same with all scores zero and a
//! bound below zero proves that the rows contradict each other.

use super::UNITS;
use super::problem::{Problem, Row};
use super::simplex::{Relaxation, Solved};

/// How long to search, and what is worth finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SearchLimit {
    /// Most branches.
    pub branches: u64,
    /// Only choices with at least this value, in units of 1 / [`UNITS`].
    pub least: Option<i128>,
}

impl SearchLimit {
    /// So many branches.
    pub fn branches(branches: u64) -> Self {
        Self {
            branches,
            least: None,
        }
    }

    /// The same, for choices of at least this value.
    pub fn at_least(self, least: i128) -> Self {
        Self {
            least: Some(least),
            ..self
        }
    }
}

/// What a search found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The best choice, ascending; `None`: there is none (or none was found before the search was cut short).
    pub chosen: Option<Vec<usize>>,
    /// Its value in units of 1 / [`UNITS`].
    pub value: i128,
    /// No choice has a larger value.
    pub bound: i128,
    /// Whether the search went through all branches, so that the result is proven.
    pub complete: bool,
    /// Branches looked at.
    pub branches: u64,
    /// Multipliers of the rows at the start, in units of 1 / [`UNITS`].
    pub multipliers: Vec<i128>,
}

/// Searches for the best choice.
pub fn search(problem: &Problem, limit: SearchLimit) -> Found {
    let scores: Vec<f64> = problem
        .scores()
        .iter()
        .map(|&score| score as f64 / UNITS)
        .collect();
    // A row that no choice can break needs no place in the relaxation.
    let matters = |row: &Row| row.min > 0 || row.max < row.members.len() as i64;
    let active: Vec<usize> = (0..problem.rows().len())
        .filter(|&row| matters(&problem.rows()[row]))
        .collect();
    let rows = active.iter().map(|&row| &problem.rows()[row]);
    let rows = rows.map(|row| (row.members.as_slice(), row.min as f64, row.max as f64));
    let mut relaxation = Relaxation::new(&scores, rows);
    let mut fixed = problem.fixed_items().to_vec();
    relaxation.fix(
        fixed
            .iter()
            .enumerate()
            .filter_map(|(item, to)| Some((item, (*to)?))),
    );
    let mut of_item = vec![Vec::new(); problem.size()];
    for (number, row) in problem.rows().iter().enumerate() {
        row.members
            .iter()
            .for_each(|&item| of_item[item].push(number as u32));
    }
    let step = problem.scores().iter().fold(0, |a, &b| gcd(a, b)).max(1);
    let floor = limit.least.map(|least| least - 1);
    let mut search = Search {
        problem,
        of_item,
        active,
        step,
        best: None,
        floor,
        branches: 0,
        limit,
        open: None,
        multipliers: Vec::new(),
    };
    search.branch(relaxation, &mut fixed, None);
    let value = search.best.as_ref().map_or(0, |best| problem.value(best));
    let complete = search.open.is_none();
    let bound = search.open.map_or(value, |open| open.max(value));
    let mut multipliers = search.multipliers;
    multipliers.resize(problem.rows().len(), 0);
    Found {
        chosen: search.best,
        value,
        bound,
        complete,
        branches: search.branches,
        multipliers,
    }
}

fn gcd(a: i128, b: i128) -> i128 {
    if b == 0 { a.abs() } else { gcd(b, a % b) }
}

struct Search<'a> {
    problem: &'a Problem,
    /// Rows of each item.
    of_item: Vec<Vec<u32>>,
    /// The rows of the relaxation.
    active: Vec<usize>,
    /// Every value is a multiple of this.
    step: i128,
    best: Option<Vec<usize>>,
    /// Only more than this is of interest.
    floor: Option<i128>,
    branches: u64,
    limit: SearchLimit,
    /// The largest bound of a branch that was cut short.
    open: Option<i128>,
    multipliers: Vec<i128>,
}

impl Search<'_> {
    /// Looks through all choices that agree with what is fixed. `above` is the bound of the branch before.
    fn branch(&mut self, mut relaxation: Relaxation, fixed: &mut [Option<bool>], above: Option<i128>) {
        if self.branches >= self.limit.branches {
            let bound = above.unwrap_or_else(|| self.bound(&vec![0; self.problem.rows().len()], fixed, true));
            self.open = Some(self.open.map_or(bound, |open| open.max(bound)));
            return;
        }
        self.branches += 1;
        let mut bound = above;
        match relaxation.solve() {
            Solved::Infeasible(multipliers) => {
                // Scaled up before rounding, for only their ratios matter.
                let whole = self.whole(&multipliers, 1e9);
                if self.bound(&whole, fixed, false) < 0 {
                    return;
                }
            }
            Solved::Optimum(multipliers) => {
                let whole = self.whole(&multipliers, UNITS);
                let own = self.bound(&whole, fixed, true).div_euclid(self.step) * self.step;
                bound = Some(bound.map_or(own, |above| above.min(own)));
                if self.branches == 1 {
                    self.multipliers.clone_from(&whole);
                }
                if self.is_hopeless(own) {
                    return;
                }
                self.try_rounding(&relaxation.share(), fixed);
                if self.is_hopeless(own) {
                    return;
                }
                self.fix_by_bound(&whole, own, fixed, &mut relaxation);
            }
        }
        let share = relaxation.share();
        let open = (0..fixed.len()).filter(|&item| fixed[item].is_none());
        let undecided = |item: usize| (share[item] - 0.5).abs();
        let Some(item) = open.min_by(|&a, &b| undecided(a).total_cmp(&undecided(b))) else {
            self.try_fixed(fixed);
            return;
        };
        let first = share[item] >= 0.5;
        for is_in in [first, !first] {
            let mut child = relaxation.clone();
            child.fix([(item, is_in)]);
            let mut inner = fixed.to_vec();
            inner[item] = Some(is_in);
            self.branch(child, &mut inner, bound);
        }
    }

    /// Multipliers of the relaxation as whole numbers, one for each row of the problem.
    fn whole(&self, multipliers: &[f64], scale: f64) -> Vec<i128> {
        let mut whole = vec![0; self.problem.rows().len()];
        for (&row, times) in self.active.iter().zip(multipliers) {
            whole[row] = (times * scale).round() as i128;
        }
        whole
    }

    /// The bound for these multipliers, in whole units; with the scores, or without.
    fn bound(&self, multipliers: &[i128], fixed: &[Option<bool>], with_scores: bool) -> i128 {
        let rows = self.problem.rows().iter().zip(multipliers);
        let at_rows: i128 = rows
            .map(|(row, &times)| times * i128::from(if times > 0 { row.max } else { row.min }))
            .sum();
        let at_items: i128 = (0..fixed.len())
            .map(|item| {
                let left = self.left(item, multipliers, with_scores);
                match fixed[item] {
                    Some(true) => left,
                    Some(false) => 0,
                    None => left.max(0),
                }
            })
            .sum();
        at_rows + at_items
    }

    /// Score of an item minus the multipliers of its rows.
    fn left(&self, item: usize, multipliers: &[i128], with_scores: bool) -> i128 {
        let score = if with_scores {
            self.problem.scores()[item]
        } else {
            0
        };
        score
            - self.of_item[item]
                .iter()
                .map(|&row| multipliers[row as usize])
                .sum::<i128>()
    }

    fn is_hopeless(&self, bound: i128) -> bool {
        let known = self
            .best
            .as_ref()
            .map(|best| self.problem.value(best))
            .max(self.floor);
        known.is_some_and(|known| bound <= known)
    }

    /// Fixes items of which the other choice would push the bound down to what is known already.
    fn fix_by_bound(
        &mut self,
        multipliers: &[i128],
        bound: i128,
        fixed: &mut [Option<bool>],
        relaxation: &mut Relaxation,
    ) {
        let mut settled = Vec::new();
        for (item, fixed) in fixed.iter_mut().enumerate().filter(|(_, fixed)| fixed.is_none()) {
            let left = self.left(item, multipliers, true);
            // The bound before it was cut down to a multiple of the step can be larger by less than a step.
            if left != 0 && self.is_hopeless(bound + self.step - 1 - left.abs()) {
                *fixed = Some(left > 0);
                settled.push((item, left > 0));
            }
        }
        relaxation.fix(settled);
    }

    /// The choice of the largest shares, if it keeps the rows.
    fn try_rounding(&mut self, share: &[f64], fixed: &[Option<bool>]) {
        let mut order: Vec<usize> = (0..share.len())
            .filter(|&item| fixed[item] != Some(false))
            .collect();
        order.sort_by(|&a, &b| {
            share[b]
                .total_cmp(&share[a])
                .then(self.problem.scores()[b].cmp(&self.problem.scores()[a]))
        });
        order.truncate(self.problem.seats());
        order.sort_unstable();
        self.offer(order);
    }

    fn try_fixed(&mut self, fixed: &[Option<bool>]) {
        self.offer(
            (0..fixed.len())
                .filter(|&item| fixed[item] == Some(true))
                .collect(),
        );
    }

    /// Takes a choice if it keeps the rows and is better than what is known.
    fn offer(&mut self, chosen: Vec<usize>) {
        if !self.is_hopeless(self.problem.value(&chosen)) && self.problem.is_kept_by(&chosen) {
            self.best = Some(chosen);
        }
    }
}
