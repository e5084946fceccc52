//! A choice as whole numbers: scores, rows of members with a minimum and a maximum, and what is fixed.

use std::collections::HashMap;

use super::{Item, Limit, UNITS};
use crate::table::key;

/// Members of which at least `min` and at most `max` are chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Indices of items, ascending.
    pub members: Vec<usize>,
    /// At least.
    pub min: i64,
    /// At most.
    pub max: i64,
    /// The limit it comes from; `None` for the seats and for rows of the search.
    pub limit: Option<usize>,
    /// The value that the members share, for people.
    pub value: String,
}

/// The whole problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    ids: Vec<String>,
    scores: Vec<i128>,
    seats: usize,
    rows: Vec<Row>,
    limits: usize,
    /// What the search may not change.
    fixed: Vec<Option<bool>>,
}

impl Problem {
    /// Builds the rows from limits. Categories are found by name, values without regard to case, accents and punctuation.
    pub fn new(categories: &[String], items: &[Item], limits: &[Limit], seats: usize) -> Self {
        let mut rows = vec![Row {
            members: (0..items.len()).collect(),
            min: seats as i64,
            max: seats as i64,
            limit: None,
            value: String::new(),
        }];
        for (number, limit) in limits.iter().enumerate() {
            let Some(category) = categories
                .iter()
                .position(|name| key(name) == key(&limit.category))
            else {
                continue;
            };
            let mut groups: Vec<(String, Vec<usize>)> = Vec::new();
            let mut places: HashMap<String, usize> = HashMap::new();
            for (index, item) in items.iter().enumerate() {
                for value in &item.values[category] {
                    let place = *places.entry(key(value)).or_insert_with(|| {
                        groups.push((value.clone(), Vec::new()));
                        groups.len() - 1
                    });
                    if groups[place].1.last() != Some(&index) {
                        groups[place].1.push(index);
                    }
                }
            }
            if let Some(wanted) = &limit.value {
                groups.retain(|(value, _)| key(value) == key(wanted));
                if groups.is_empty() {
                    groups.push((wanted.clone(), Vec::new()));
                }
            }
            rows.extend(groups.into_iter().map(|(value, members)| Row {
                min: i64::from(limit.min),
                max: limit.max.map_or(members.len() as i64, i64::from),
                members,
                limit: Some(number),
                value,
            }));
        }
        Self {
            ids: items.iter().map(|item| item.id.clone()).collect(),
            scores: items
                .iter()
                .map(|item| (item.score * UNITS).round() as i128)
                .collect(),
            seats,
            rows,
            limits: limits.len(),
            fixed: vec![None; items.len()],
        }
    }

    /// Entries to choose.
    pub fn seats(&self) -> usize {
        self.seats
    }

    /// Items to choose from.
    pub fn size(&self) -> usize {
        self.scores.len()
    }

    /// Limits it was built from.
    pub fn limits(&self) -> usize {
        self.limits
    }

    /// Ids of the items.
    pub fn ids(&self) -> &[String] {
        &self.ids
    }

    /// Scores in units of 1 / [`UNITS`].
    pub fn scores(&self) -> &[i128] {
        &self.scores
    }

    /// The rows; the first is that of the seats.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// What is fixed.
    pub fn fixed_items(&self) -> &[Option<bool>] {
        &self.fixed
    }

    /// The sum of scores of a choice.
    pub fn total(&self, chosen: &[usize]) -> f64 {
        self.value(chosen) as f64 / UNITS
    }

    /// The same in units of 1 / [`UNITS`].
    pub fn value(&self, chosen: &[usize]) -> i128 {
        chosen.iter().map(|&item| self.scores[item]).sum()
    }

    /// Whether a choice keeps every row and what is fixed.
    pub fn is_kept_by(&self, chosen: &[usize]) -> bool {
        let mut is_in = vec![false; self.size()];
        chosen.iter().for_each(|&item| is_in[item] = true);
        let rows = self.rows.iter().all(|row| {
            let count = row.members.iter().filter(|&&item| is_in[item]).count() as i64;
            (row.min..=row.max).contains(&count)
        });
        rows && self
            .fixed
            .iter()
            .zip(&is_in)
            .all(|(fixed, is_in)| fixed.is_none_or(|fixed| fixed == *is_in))
    }

    /// The same without one of the limits.
    pub fn without(&self, limit: usize) -> Self {
        let mut problem = self.clone();
        problem.rows.retain(|row| row.limit != Some(limit));
        problem
    }

    /// The same with only these limits.
    pub fn with_only(&self, limits: &[usize]) -> Self {
        let mut problem = self.clone();
        problem
            .rows
            .retain(|row| row.limit.is_none_or(|limit| limits.contains(&limit)));
        problem
    }

    /// The same with an item in or out for good.
    pub fn fixed(&self, item: usize, is_in: bool) -> Self {
        let mut problem = self.clone();
        problem.fixed[item] = Some(is_in);
        problem
    }

    /// The same with everything fixed that is in, or out, in every choice of this value: where the bound for these
    /// multipliers of the rows leaves no room for the opposite.
    pub fn settled(&self, multipliers: &[i128], value: i128) -> Self {
        let mut left = self.scores.clone();
        let mut bound = 0;
        for (row, &times) in self.rows.iter().zip(multipliers) {
            bound += times * i128::from(if times > 0 { row.max } else { row.min });
            row.members.iter().for_each(|&item| left[item] -= times);
        }
        bound += left.iter().map(|&left| left.max(0)).sum::<i128>();
        let mut problem = self.clone();
        for (fixed, left) in problem.fixed.iter_mut().zip(left) {
            if fixed.is_none() && bound - left.abs() < value {
                *fixed = Some(left > 0);
            }
        }
        problem
    }

    /// The same without this choice as a solution.
    pub fn other_than(&self, chosen: &[usize]) -> Self {
        let mut problem = self.clone();
        let mut members = chosen.to_vec();
        members.sort_unstable();
        let max = members.len() as i64 - 1;
        problem.rows.push(Row {
            members,
            min: 0,
            max,
            limit: None,
            value: String::new(),
        });
        problem
    }

    /// The same with every score zero: any choice that keeps the rows will do.
    pub fn any(&self) -> Self {
        let mut problem = self.clone();
        problem.scores.iter_mut().for_each(|score| *score = 0);
        problem
    }
}
