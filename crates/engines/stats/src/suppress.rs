//! Hiding small groups in published tables, so that nobody can be recognised by being one of two.
//!
//! Counts from 1 to k - 1 are hidden (0 is shown: it speaks of nobody). A hidden count next to
//! totals could be worked out by subtraction; so further counts are hidden until, for every hidden
//! one, there is another table of whole numbers, none negative, that agrees with all that is shown.
//! Totals take part: small ones are hidden, and where nothing else helps, larger ones too.
//!
//! The method follows Cox, "Network models for complementary cell suppression", Journal of the
//! American Statistical Association 90 (1995), 1453: rows and columns are nodes, counts are links;
//! a count can be different exactly if it lies on a cycle of hidden counts along which one can be
//! added and taken away in turn. Taking the cheapest cycle for one count after the other gives a good
//! choice, not always the one that hides least. What is prevented is working out exactly; a reader
//! can still bound a hidden count by the totals.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// A count as published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The count itself.
    Count(i64),
    /// Not published.
    Hidden,
}

/// A table of groups as it may be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppressed {
    /// The counts, row by row.
    pub cells: Vec<Vec<Shown>>,
    /// The sum of each row.
    pub row_totals: Vec<Shown>,
    /// The sum of each column.
    pub column_totals: Vec<Shown>,
    /// The sum of all.
    pub total: Shown,
}

/// The table with all counts under `k` and what would give them away hidden; 5 is usual.
///
/// Nothing if rows differ in length, there is no cell, or a count is negative or too large to be added up.
/// The same table always gives the same answer.
#[must_use]
pub fn suppress_small(cells: &[Vec<i64>], k: i64) -> Option<Suppressed> {
    let mut grid = Grid::of(cells)?;
    grid.hide_small(k);
    while let Some((row, column)) = grid.exposed() {
        for (r, c) in grid.cheapest_cycle(row, column)? {
            grid.hidden[r][c] = true;
        }
    }
    Some(grid.published())
}

/// The counts with their totals as last row and last column.
struct Grid {
    values: Vec<Vec<i64>>,
    hidden: Vec<Vec<bool>>,
    rows: usize,
    columns: usize,
}

/// Rows first, then columns, as nodes of the network.
type Node = usize;

impl Grid {
    fn of(cells: &[Vec<i64>]) -> Option<Self> {
        let width = cells.first()?.len();
        if width == 0
            || cells
                .iter()
                .any(|row| row.len() != width || row.iter().any(|&v| v < 0))
        {
            return None;
        }
        let mut values = cells.to_vec();
        let add = |sum: i64, v: &i64| sum.checked_add(*v);
        for row in &mut values {
            row.push(row.iter().try_fold(0, add)?);
        }
        let totals = (0..=width)
            .map(|c| {
                values
                    .iter()
                    .map(|row| row[c])
                    .try_fold(0i64, |sum, v| sum.checked_add(v))
            })
            .collect::<Option<Vec<i64>>>()?;
        values.push(totals);
        let (rows, columns) = (values.len(), width + 1);
        Some(Self {
            values,
            hidden: vec![vec![false; columns]; rows],
            rows,
            columns,
        })
    }

    fn hide_small(&mut self, k: i64) {
        for (hidden, value) in self.hidden.iter_mut().flatten().zip(self.values.iter().flatten()) {
            *hidden = (1..k).contains(value);
        }
    }

    fn is_total(&self, row: usize, column: usize) -> bool {
        row + 1 == self.rows || column + 1 == self.columns
    }

    /// The first hidden count that could be worked out from what is shown.
    fn exposed(&self) -> Option<(usize, usize)> {
        let all = (0..self.rows).flat_map(|r| (0..self.columns).map(move |c| (r, c)));
        all.filter(|&(r, c)| self.hidden[r][c])
            .find(|&(r, c)| self.cycle(r, c, |r, c| self.hidden[r][c].then_some(0)).is_none())
    }

    /// The cheapest counts to hide besides, so that the one given can be different: first as few
    /// totals as possible, then small counts and few of them.
    fn cheapest_cycle(&self, row: usize, column: usize) -> Option<Vec<(usize, usize)>> {
        const EACH: u128 = 10; // one count more hides as much as ten people
        const TOTAL: u128 = 1 << 80; // more than any sum of counts
        self.cycle(row, column, |r, c| {
            let size = EACH + u128::from(self.values[r][c].unsigned_abs());
            Some(match (self.hidden[r][c], self.is_total(r, c)) {
                (true, _) => 0,
                (false, false) => size,
                (false, true) => TOTAL + size,
            })
        })
    }

    /// The cheaper cycle of the two directions: the count one more, or one less.
    fn cycle(
        &self,
        row: usize,
        column: usize,
        cost: impl Fn(usize, usize) -> Option<u128>,
    ) -> Option<Vec<(usize, usize)>> {
        let more = self.path(self.rows + column, row, (row, column), &cost);
        let less = if self.can_fall(row, column) {
            self.path(row, self.rows + column, (row, column), &cost)
        } else {
            None
        };
        [more, less]
            .into_iter()
            .flatten()
            .min_by_key(|(cost, _)| *cost)
            .map(|(_, cells)| cells)
    }

    /// A count can be one less unless it is zero. A total enters the network as what is missing to
    /// a very large number, which can always be less or more.
    fn can_fall(&self, row: usize, column: usize) -> bool {
        self.values[row][column] > 0 || self.is_total(row, column)
    }

    /// The cheapest path (Dijkstra, 1959) from node to node that leaves out one count. A step from a
    /// row to a column makes a count one more, a step back one less.
    fn path(
        &self,
        from: Node,
        to: Node,
        without: (usize, usize),
        cost: &impl Fn(usize, usize) -> Option<u128>,
    ) -> Option<(u128, Vec<(usize, usize)>)> {
        let mut best: Vec<Option<u128>> = vec![None; self.rows + self.columns];
        let mut came: Vec<Option<(Node, (usize, usize))>> = vec![None; self.rows + self.columns];
        let mut open = BinaryHeap::from([Reverse((0, from))]);
        best[from] = Some(0);
        while let Some(Reverse((so_far, node))) = open.pop() {
            if node == to {
                return Some((so_far, trace(&came, to)));
            }
            for (next, cell) in self.steps(node).filter(|&(_, cell)| cell != without) {
                let Some(sum) = cost(cell.0, cell.1).map(|c| so_far + c) else {
                    continue;
                };
                if best[next].is_none_or(|known| sum < known) {
                    best[next] = Some(sum);
                    came[next] = Some((node, cell));
                    open.push(Reverse((sum, next)));
                }
            }
        }
        None
    }

    fn steps(&self, node: Node) -> impl Iterator<Item = (Node, (usize, usize))> + '_ {
        let is_row = node < self.rows;
        let others = if is_row { self.columns } else { self.rows };
        (0..others).filter_map(move |other| {
            let cell = if is_row {
                (node, other)
            } else {
                (other, node - self.rows)
            };
            let next = if is_row { self.rows + other } else { other };
            (is_row || self.can_fall(cell.0, cell.1)).then_some((next, cell))
        })
    }

    fn published(&self) -> Suppressed {
        let shown = |r: usize, c: usize| {
            if self.hidden[r][c] {
                Shown::Hidden
            } else {
                Shown::Count(self.values[r][c])
            }
        };
        let (last_row, last_column) = (self.rows - 1, self.columns - 1);
        Suppressed {
            cells: (0..last_row)
                .map(|r| (0..last_column).map(|c| shown(r, c)).collect())
                .collect(),
            row_totals: (0..last_row).map(|r| shown(r, last_column)).collect(),
            column_totals: (0..last_column).map(|c| shown(last_row, c)).collect(),
            total: shown(last_row, last_column),
        }
    }
}

/// The counts along the way to a node.
fn trace(came: &[Option<(Node, (usize, usize))>], to: Node) -> Vec<(usize, usize)> {
    std::iter::successors(came[to], |&(node, _)| came[node])
        .map(|(_, cell)| cell)
        .collect()
}
