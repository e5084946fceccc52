//! A dual simplex for linear programs in which everything is boxed.
//!
//! The program: minimise `cost . x` where every variable and every row sum lies between two finite
//! bounds. Because of the boxes, *any* basis can be made dual feasible by putting each non-basic
//! variable at the bound its reduced cost asks for. So there is no first phase, and after a change of
//! bounds or costs the last basis is the next start. The rows are few (the quotas), so the inverse of
//! the basis is kept as a plain matrix.
//!
//! What the simplex claims is never taken at its word: bounds and certificates are recomputed from
//! the row multipliers and the original numbers ([`Lp::lower_bound`], [`Certificate`]).

mod step;

/// Primal feasibility tolerance on variables and row sums.
pub const FEASIBLE: f64 = 1e-9;
const PIVOT: f64 = 1e-7;
const REFACTOR: usize = 60;
const FIRST: usize = 24;

#[derive(Clone, Copy, PartialEq, Debug)]
enum At {
    Basic,
    Lower,
    Upper,
}

/// How a solve ended.
#[derive(Debug, Clone, PartialEq)]
pub enum End {
    /// All bounds hold and no reduced cost is of the wrong sign.
    Optimal,
    /// The bounds contradict each other; the certificate says why.
    Infeasible(Certificate),
    /// The iteration limit was reached. Nothing is claimed.
    Stalled,
}

/// Why a program has no solution: multipliers `g` with `g . x = 0` for every solution of the
/// equations, while within the boxes `g . x < 0` always.
#[derive(Debug, Clone, PartialEq)]
pub struct Certificate {
    /// One multiplier for each structural variable, then one for each row sum.
    pub multipliers: Vec<f64>,
}

/// A boxed linear program with its current basis. Variables `0..n` are structural, `n..n + m` are
/// the row sums.
#[derive(Debug, Clone)]
pub struct Lp {
    rows: usize,
    columns: usize,
    start: Vec<usize>,
    row_of: Vec<u32>,
    value_of: Vec<f64>,
    lower: Vec<f64>,
    upper: Vec<f64>,
    cost: Vec<f64>,
    at: Vec<At>,
    basis: Vec<usize>,
    inverse: Vec<f64>,
    weight: Vec<f64>,
    basic_value: Vec<f64>,
    reduced: Vec<f64>,
    since: usize,
    trusting: bool,
    /// Simplex iterations so far, over all solves.
    pub iterations: u64,
}

impl Lp {
    /// A program from its columns (row, coefficient), the boxes of the variables and of the row sums.
    pub fn new(columns: &[Vec<(usize, f64)>], boxes: &[(f64, f64)], row_boxes: &[(f64, f64)]) -> Self {
        let rows = row_boxes.len();
        let mut start = vec![0];
        let (mut row_of, mut value_of) = (Vec::new(), Vec::new());
        for column in columns {
            for &(row, value) in column {
                row_of.push(u32::try_from(row).expect("fewer than 2^32 rows"));
                value_of.push(value);
            }
            start.push(row_of.len());
        }
        let all = columns.len() + rows;
        let mut lp = Self {
            rows,
            columns: columns.len(),
            start,
            row_of,
            value_of,
            lower: boxes.iter().chain(row_boxes).map(|b| b.0).collect(),
            upper: boxes.iter().chain(row_boxes).map(|b| b.1).collect(),
            cost: vec![0.0; all],
            at: vec![At::Lower; all],
            basis: (columns.len()..all).collect(),
            inverse: vec![0.0; rows * rows],
            weight: vec![1.0; rows],
            basic_value: vec![0.0; rows],
            reduced: vec![0.0; all],
            since: 0,
            trusting: false,
            iterations: 0,
        };
        for row in 0..rows {
            lp.at[columns.len() + row] = At::Basic;
            lp.inverse[row * rows + row] = -1.0;
        }
        lp
    }

    /// Whether [`Lp::solve`] may claim an optimum from updated numbers, without computing them afresh: for searches that
    /// check what they are given. Bounds and certificates hold in either case.
    pub fn trust(&mut self, trusting: bool) {
        self.trusting = trusting;
    }

    /// The next solve begins with fresh numbers.
    pub fn refresh(&mut self) {
        self.since = REFACTOR;
    }

    /// Number of structural variables.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// Sets the cost of all structural variables (minimised).
    pub fn set_costs(&mut self, cost: &[f64]) {
        self.cost[..cost.len()].copy_from_slice(cost);
    }

    /// The box of a variable or row sum.
    pub fn bounds(&self, variable: usize) -> (f64, f64) {
        (self.lower[variable], self.upper[variable])
    }

    /// Changes the box of a variable (`< n`) or row sum (`n + row`).
    pub fn set_bounds(&mut self, variable: usize, lower: f64, upper: f64) {
        self.lower[variable] = lower;
        self.upper[variable] = upper;
    }

    /// Adds a row `coefficients . x` within a box. The basis keeps its shape: the new row sum is basic.
    pub fn add_row(&mut self, coefficients: &[f64], row_box: (f64, f64)) {
        let boxes: Vec<_> = (0..self.columns).map(|j| self.bounds(j)).collect();
        let mut row_boxes: Vec<_> = (0..self.rows).map(|r| self.bounds(self.columns + r)).collect();
        row_boxes.push(row_box);
        let columns: Vec<Vec<(usize, f64)>> = (0..self.columns)
            .map(|j| {
                let mut column: Vec<_> = self.column(j).collect();
                if coefficients[j] != 0.0 {
                    column.push((self.rows, coefficients[j]));
                }
                column
            })
            .collect();
        let mut next = Self::new(&columns, &boxes, &row_boxes);
        next.cost[..self.columns].copy_from_slice(&self.cost[..self.columns]);
        next.iterations = self.iterations;
        next.at[..self.at.len()].copy_from_slice(&self.at);
        next.basis[..self.rows].copy_from_slice(&self.basis);
        *self = next;
        self.since = REFACTOR;
    }

    /// Adds a variable, non-basic, at the end of the structural ones. Set its cost with [`Lp::set_costs`].
    pub fn add_column(&mut self, column: &[(usize, f64)], limits: (f64, f64)) {
        let place = self.columns;
        for &(row, value) in column {
            self.row_of
                .push(u32::try_from(row).expect("fewer than 2^32 rows"));
            self.value_of.push(value);
        }
        self.start.push(self.row_of.len());
        self.lower.insert(place, limits.0);
        self.upper.insert(place, limits.1);
        self.cost.insert(place, 0.0);
        self.at.insert(place, At::Lower);
        self.reduced.insert(place, 0.0);
        self.basis
            .iter_mut()
            .filter(|b| **b >= place)
            .for_each(|b| *b += 1);
        self.columns += 1;
    }

    fn column(&self, j: usize) -> impl Iterator<Item = (usize, f64)> + '_ {
        let range = self.start[j]..self.start[j + 1];
        range.map(|k| (self.row_of[k] as usize, self.value_of[k]))
    }

    /// `multipliers . column` for a structural variable or a row sum.
    fn dot(&self, multipliers: &[f64], variable: usize) -> f64 {
        if variable >= self.columns {
            return -multipliers[variable - self.columns];
        }
        let range = self.start[variable]..self.start[variable + 1];
        let (rows, values) = (&self.row_of[range.clone()], &self.value_of[range]);
        rows.iter()
            .zip(values)
            .map(|(&row, value)| multipliers[row as usize] * value)
            .sum()
    }

    /// The current value of a variable or row sum.
    fn resting(&self, variable: usize) -> f64 {
        if self.at[variable] == At::Upper {
            self.upper[variable]
        } else {
            self.lower[variable]
        }
    }

    /// Values of the structural variables.
    pub fn values(&self) -> Vec<f64> {
        let mut x: Vec<f64> = (0..self.columns).map(|j| self.resting(j)).collect();
        for (row, &variable) in self.basis.iter().enumerate() {
            if variable < self.columns {
                x[variable] = self.basic_value[row];
            }
        }
        x
    }

    /// The row multipliers of the current basis.
    pub fn duals(&self) -> Vec<f64> {
        let mut y = vec![0.0; self.rows];
        for (row, &variable) in self.basis.iter().enumerate() {
            let cost = self.cost[variable];
            if cost != 0.0 {
                let line = &self.inverse[row * self.rows..(row + 1) * self.rows];
                y.iter_mut().zip(line).for_each(|(y, b)| *y += cost * b);
            }
        }
        y
    }

    /// The least `cost . x` can be, by the current multipliers: true whatever the simplex did, since
    /// it is the minimum of the Lagrangian over the boxes.
    pub fn lower_bound(&self, cost: &[f64]) -> f64 {
        let y = self.duals();
        let mut bound = 0.0;
        for variable in 0..self.columns + self.rows {
            let own = cost.get(variable).copied().unwrap_or(0.0);
            let reduced = own - self.dot(&y, variable);
            bound += reduced
                * if reduced > 0.0 {
                    self.lower[variable]
                } else {
                    self.upper[variable]
                };
        }
        bound
    }

    /// Rebuilds the inverse from the basis; a singular basis is repaired with row sums.
    fn refactor(&mut self) {
        let m = self.rows;
        let wanted: Vec<usize> = self.basis.clone();
        for variable in &wanted {
            self.at[*variable] = At::Lower;
        }
        self.inverse.fill(0.0);
        for row in 0..m {
            self.inverse[row * m + row] = -1.0;
            self.basis[row] = self.columns + row;
        }
        let mut free = vec![true; m];
        // Row sums that stay basic cost nothing: they already sit in their own row.
        for &variable in wanted.iter().filter(|v| **v >= self.columns) {
            free[variable - self.columns] = false;
        }
        let structural = self.columns;
        for &variable in wanted.iter().filter(|v| **v < structural) {
            let alpha = self.ftran(variable);
            let best = (0..m)
                .filter(|r| free[*r])
                .max_by(|a, b| alpha[*a].abs().total_cmp(&alpha[*b].abs()));
            let Some(row) = best.filter(|r| alpha[*r].abs() > 1e-9) else {
                continue;
            };
            free[row] = false;
            self.basis[row] = variable;
            self.pivot(row, &alpha);
        }
        for row in 0..m {
            self.at[self.basis[row]] = At::Basic;
            let line = &self.inverse[row * m..(row + 1) * m];
            self.weight[row] = line.iter().map(|v| v * v).sum();
        }
        self.since = 0;
    }

    /// The column of a variable in terms of the basis.
    fn ftran(&self, variable: usize) -> Vec<f64> {
        let m = self.rows;
        if variable >= self.columns {
            let r = variable - self.columns;
            return (0..m).map(|i| -self.inverse[i * m + r]).collect();
        }
        (0..m)
            .map(|i| self.dot(&self.inverse[i * m..(i + 1) * m], variable))
            .collect()
    }

    fn pivot(&mut self, row: usize, alpha: &[f64]) {
        let m = self.rows;
        let scale = 1.0 / alpha[row];
        let line: Vec<f64> = self.inverse[row * m..(row + 1) * m]
            .iter()
            .map(|v| v * scale)
            .collect();
        for (i, &factor) in alpha.iter().enumerate() {
            let target = &mut self.inverse[i * m..(i + 1) * m];
            if i == row {
                target.copy_from_slice(&line);
            } else if factor != 0.0 {
                target.iter_mut().zip(&line).for_each(|(t, l)| *t -= factor * l);
            } else {
                continue;
            }
            self.weight[i] = target.iter().map(|v| v * v).sum();
        }
    }

    /// Reduced costs afresh; non-basic variables go to the bound their sign asks for.
    fn price_all(&mut self) {
        let y = self.duals();
        for variable in 0..self.columns + self.rows {
            if self.at[variable] == At::Basic {
                self.reduced[variable] = 0.0;
                continue;
            }
            let reduced = self.cost[variable] - self.dot(&y, variable);
            self.reduced[variable] = reduced;
            if reduced > 1e-12 {
                self.at[variable] = At::Lower;
            } else if reduced < -1e-12 {
                self.at[variable] = At::Upper;
            }
        }
    }

    /// Values of the basic variables afresh.
    fn value_all(&mut self) {
        let m = self.rows;
        let mut right = vec![0.0; m];
        for variable in 0..self.columns + m {
            if self.at[variable] == At::Basic {
                continue;
            }
            let value = self.resting(variable);
            if value == 0.0 {
                continue;
            }
            if variable >= self.columns {
                right[variable - self.columns] += value;
            } else {
                for k in self.start[variable]..self.start[variable + 1] {
                    right[self.row_of[k] as usize] -= self.value_of[k] * value;
                }
            }
        }
        for row in 0..m {
            let line = &self.inverse[row * m..(row + 1) * m];
            self.basic_value[row] = line.iter().zip(&right).map(|(a, b)| a * b).sum();
        }
    }

    fn restart(&mut self) {
        self.refactor();
        self.price_all();
        self.value_all();
    }
}

impl Lp {
    /// Row sums at `x`.
    pub fn row_values(&self, x: &[f64]) -> Vec<f64> {
        let mut sums = vec![0.0; self.rows];
        for (j, &value) in x.iter().enumerate() {
            if value != 0.0 {
                for (row, coefficient) in self.column(j) {
                    sums[row] += coefficient * value;
                }
            }
        }
        sums
    }
}

impl Certificate {
    /// The most `multipliers . x` can be within the boxes.
    pub fn most(&self, lp: &Lp) -> f64 {
        let boxed = |(j, g): (usize, &f64)| g * if *g > 0.0 { lp.upper[j] } else { lp.lower[j] };
        self.multipliers.iter().enumerate().map(boxed).sum()
    }

    /// Whether the certificate proves that there is no solution, with room for rounding.
    pub fn holds(&self, lp: &Lp) -> bool {
        self.most(lp) < -FEASIBLE * 0.1
    }
}
