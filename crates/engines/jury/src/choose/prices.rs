//! What each limit costs, and whom it displaces.

use super::problem::Problem;
use super::search::{Found, SearchLimit, search};
use super::{Choice, UNITS};

/// The price of a limit.
#[derive(Debug, Clone, PartialEq)]
pub struct Price {
    /// Index of the limit; `None`: all limits together.
    pub limit: Option<usize>,
    /// Sum of scores that the best choice without it has more.
    pub price: f64,
    /// Whether the price is exact; otherwise the search was cut short and it is what was found so far.
    pub exact: bool,
    /// Entries that would be chosen without it and are not.
    pub displaced: Vec<usize>,
    /// Entries that are chosen and would not be without it.
    pub admitted: Vec<usize>,
}

/// The price of all limits together, then of each.
pub fn prices(problem: &Problem, choice: &Choice, limit: SearchLimit) -> Vec<Price> {
    let value = problem.value(&choice.chosen);
    let start = search(problem, limit);
    let mut list = vec![compare(
        None,
        choice,
        value,
        &search(&problem.with_only(&[]), limit),
    )];
    for number in 0..problem.limits() {
        if choice.optimal && is_free(problem, &start, number, value) {
            list.push(Price {
                limit: Some(number),
                price: 0.0,
                exact: true,
                displaced: Vec::new(),
                admitted: Vec::new(),
            });
        } else {
            list.push(compare(
                Some(number),
                choice,
                value,
                &search(&problem.without(number), limit),
            ));
        }
    }
    list
}

/// Whether the multipliers of the start, without those of this limit, already prove that nothing is gained without it.
fn is_free(problem: &Problem, start: &Found, limit: usize, value: i128) -> bool {
    let mut bound = 0;
    let mut left = problem.scores().to_vec();
    for (row, &times) in problem.rows().iter().zip(&start.multipliers) {
        if row.limit != Some(limit) {
            bound += times * i128::from(if times > 0 { row.max } else { row.min });
            row.members.iter().for_each(|&item| left[item] -= times);
        }
    }
    bound + left.iter().map(|&left| left.max(0)).sum::<i128>() <= value
}

fn compare(limit: Option<usize>, choice: &Choice, value: i128, found: &Found) -> Price {
    let other = found.chosen.as_deref().unwrap_or(&choice.chosen);
    let price = found.value - value;
    let exact = found.complete && choice.optimal;
    if price <= 0 {
        return Price {
            limit,
            price: 0.0,
            exact,
            displaced: Vec::new(),
            admitted: Vec::new(),
        };
    }
    Price {
        limit,
        price: price as f64 / UNITS,
        exact,
        displaced: other
            .iter()
            .copied()
            .filter(|item| !choice.chosen.contains(item))
            .collect(),
        admitted: choice
            .chosen
            .iter()
            .copied()
            .filter(|item| !other.contains(item))
            .collect(),
    }
}
