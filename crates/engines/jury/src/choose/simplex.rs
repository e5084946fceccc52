//! Linear relaxations by the dual simplex method with bounded variables.
//!
//! A choice has few rows and the first basis (all row sums) is always dual feasible, so a plain table does: each basic
//! variable is a linear form in the nonbasic ones, which stand at one of their bounds. Nothing here needs to be exact: the
//! search uses the multipliers only, and any multipliers give a valid bound.

/// How far a value may be beyond a bound.
const SLACK: f64 = 1e-7;
/// Smaller entries are not used as pivots.
const PIVOT: f64 = 1e-9;

/// A relaxation and its table. Variables are first the items, then the sums of the rows.
#[derive(Clone)]
pub struct Relaxation {
    items: usize,
    /// Lower and upper bound of each variable.
    bounds: Vec<(f64, f64)>,
    /// The variable of each row of the table.
    basic: Vec<usize>,
    /// The variable of each column, and whether it stands at its upper bound.
    nonbasic: Vec<usize>,
    at_upper: Vec<bool>,
    /// Values of the basic variables.
    value: Vec<f64>,
    /// The linear forms, row by row.
    table: Vec<f64>,
    /// What each nonbasic variable adds to the sum of scores.
    gain: Vec<f64>,
}

/// How a relaxation ended.
pub enum Solved {
    /// Multipliers of the rows at the optimum (or when it was cut short).
    Optimum(Vec<f64>),
    /// Multipliers that show that the rows cannot hold together.
    Infeasible(Vec<f64>),
}

impl Relaxation {
    /// Scores, rows as (members, least, most).
    pub fn new<'a>(scores: &[f64], rows: impl Iterator<Item = (&'a [usize], f64, f64)>) -> Self {
        let items = scores.len();
        let mut bounds = vec![(0.0, 1.0); items];
        let mut table = Vec::new();
        let mut basic = Vec::new();
        for (members, least, most) in rows {
            basic.push(bounds.len());
            bounds.push((least, most));
            let start = table.len();
            table.resize(start + items, 0.0);
            members.iter().for_each(|&member| table[start + member] = 1.0);
        }
        let mut relaxation = Self {
            items,
            bounds,
            value: vec![0.0; basic.len()],
            basic,
            nonbasic: (0..items).collect(),
            at_upper: scores.iter().map(|&score| score > 0.0).collect(),
            table,
            gain: scores.to_vec(),
        };
        relaxation.compute_values();
        relaxation
    }

    /// Fixes items in or out. Solve again afterwards.
    pub fn fix(&mut self, items: impl IntoIterator<Item = (usize, bool)>) {
        for (item, is_in) in items {
            let to = f64::from(u8::from(is_in));
            self.bounds[item] = (to, to);
        }
        self.compute_values();
    }

    /// The share of an item in the last solution.
    pub fn share(&self) -> Vec<f64> {
        let mut share = vec![0.0; self.items];
        for (column, &variable) in self
            .nonbasic
            .iter()
            .enumerate()
            .filter(|(_, variable)| **variable < self.items)
        {
            share[variable] = self.at(column);
        }
        for (row, &variable) in self
            .basic
            .iter()
            .enumerate()
            .filter(|(_, variable)| **variable < self.items)
        {
            share[variable] = self.value[row];
        }
        share
    }

    /// Goes on to the optimum.
    pub fn solve(&mut self) -> Solved {
        let columns = self.nonbasic.len();
        let most = 40 * (columns + self.basic.len()) + 200;
        for step in 0..most {
            if step % 64 == 63 {
                self.compute_values();
            }
            let Some((row, rises)) = self.leaving() else { break };
            let form = &self.table[row * columns..(row + 1) * columns];
            let Some(column) = self.entering(form, rises, step > most / 2) else {
                let sign = if rises { 1.0 } else { -1.0 };
                return Solved::Infeasible(self.contradiction(row, sign));
            };
            self.pivot(row, column, rises);
        }
        let mut multipliers = vec![0.0; self.basic.len()];
        for (column, &variable) in self
            .nonbasic
            .iter()
            .enumerate()
            .filter(|(_, variable)| **variable >= self.items)
        {
            multipliers[variable - self.items] = self.gain[column];
        }
        Solved::Optimum(multipliers)
    }

    /// Value of a nonbasic variable.
    fn at(&self, column: usize) -> f64 {
        let (low, high) = self.bounds[self.nonbasic[column]];
        if self.at_upper[column] { high } else { low }
    }

    fn compute_values(&mut self) {
        let columns = self.nonbasic.len();
        let at: Vec<f64> = (0..columns).map(|column| self.at(column)).collect();
        for (value, form) in self.value.iter_mut().zip(self.table.chunks_exact(columns)) {
            *value = form.iter().zip(&at).map(|(a, b)| a * b).sum();
        }
    }

    /// The basic variable that is farthest beyond a bound, and whether it must rise.
    fn leaving(&self) -> Option<(usize, bool)> {
        let mut worst = (SLACK, None);
        for (row, &value) in self.value.iter().enumerate() {
            let (low, high) = self.bounds[self.basic[row]];
            if low - value > worst.0 {
                worst = (low - value, Some((row, true)));
            }
            if value - high > worst.0 {
                worst = (value - high, Some((row, false)));
            }
        }
        worst.1
    }

    /// The nonbasic variable that can move the leaving one at least loss of score; with `first` the first such, so that no
    /// circle is possible.
    fn entering(&self, form: &[f64], rises: bool, first: bool) -> Option<usize> {
        let mut best: Option<(f64, f64, usize)> = None;
        for (column, &entry) in form.iter().enumerate() {
            let (low, high) = self.bounds[self.nonbasic[column]];
            let helps =
                entry.abs() > PIVOT && low < high && (entry > 0.0) == (rises != self.at_upper[column]);
            if !helps {
                continue;
            }
            let loss = self.gain[column].abs() / entry.abs();
            let better = best.is_none_or(|(least, size, _)| {
                loss < least - 1e-12 || (!first && loss <= least + 1e-12 && entry.abs() > size)
            });
            if better {
                best = Some((loss, entry.abs(), column));
            }
        }
        best.map(|(_, _, column)| column)
    }

    fn pivot(&mut self, row: usize, column: usize, rises: bool) {
        let columns = self.nonbasic.len();
        let (low, high) = self.bounds[self.basic[row]];
        let target = if rises { low } else { high };
        let entry = self.table[row * columns + column];
        let change = (target - self.value[row]) / entry;
        let entered = self.at(column) + change;
        for (value, form) in self.value.iter_mut().zip(self.table.chunks_exact(columns)) {
            *value += form[column] * change;
        }
        self.value[row] = entered;

        let mut own: Vec<f64> = self.table[row * columns..(row + 1) * columns]
            .iter()
            .map(|other| -other / entry)
            .collect();
        own[column] = 1.0 / entry;
        for (index, form) in self
            .table
            .chunks_exact_mut(columns)
            .enumerate()
            .filter(|(index, _)| *index != row)
        {
            let _ = index;
            substitute(form, &own, column);
        }
        substitute(&mut self.gain, &own, column);
        self.table[row * columns..(row + 1) * columns].copy_from_slice(&own);
        std::mem::swap(&mut self.basic[row], &mut self.nonbasic[column]);
        self.at_upper[column] = !rises;
    }

    /// Multipliers of the rows that contradict each other: the form of this basic variable cannot reach its bound.
    fn contradiction(&self, row: usize, sign: f64) -> Vec<f64> {
        let columns = self.nonbasic.len();
        let mut multipliers = vec![0.0; self.basic.len()];
        for (column, &variable) in self
            .nonbasic
            .iter()
            .enumerate()
            .filter(|(_, variable)| **variable >= self.items)
        {
            multipliers[variable - self.items] = sign * self.table[row * columns + column];
        }
        if let Some(sum) = self.basic[row].checked_sub(self.items) {
            multipliers[sum] = -sign;
        }
        multipliers
    }
}

/// Replaces the variable of a column in a linear form by its own form.
fn substitute(form: &mut [f64], own: &[f64], column: usize) {
    let times = form[column];
    if times != 0.0 {
        form[column] = 0.0;
        form.iter_mut()
            .zip(own)
            .for_each(|(entry, other)| *entry += times * other);
    }
}
