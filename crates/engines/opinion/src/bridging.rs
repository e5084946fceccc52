//! Which statements bridge: three ways beside each other, since each sees something else.
//!
//! * group-informed consensus (Polis): the product over groups of the smoothed share of agrees; needs groups.
//! * a factor model (as in X's Community Notes): rating = mu + i_u + i_n + f_u f_n; what is left of a statement's support when
//!   the part explained by people's leaning is taken out is its intercept i_n. Needs no groups.
//! * support from both sides: people are split by their leaning f_u; the smaller of the two shares of agrees counts.

use serde::Serialize;

use crate::centred::number;
use crate::stats::smoothed;
use crate::tally::Tally;
use crate::votes::Votes;

/// Penalty on intercepts, five times that on factors (Community Notes).
const INTERCEPTS: f64 = 0.15;
/// Penalty on factors.
const FACTORS: f64 = 0.03;
/// Rounds at most.
const ROUNDS: usize = 60;
/// The rounds stop when no intercept of a statement moves by more.
const STILL: f64 = 3e-5;
/// Votes needed on each side before the both-sides score is given.
pub const FEWEST: u64 = 4;

/// The factor model of a conversation.
#[derive(Clone, Debug, PartialEq)]
pub struct Factors {
    /// Mean rating.
    pub mean: f64,
    /// Intercept of each statement: support beyond leaning.
    pub statement_intercepts: Vec<f64>,
    /// Leaning of each statement.
    pub statement_factors: Vec<f64>,
    /// Intercept of each participant: how readily they agree.
    pub people_intercepts: Vec<f64>,
    /// Leaning of each participant.
    pub people_factors: Vec<f64>,
    /// Rounds needed.
    pub rounds: usize,
}

/// Sums of one row or column for its least squares.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    count: f64,
    factor: f64,
    square: f64,
    rest: f64,
    rest_factor: f64,
}

impl Sums {
    fn add(&mut self, rest: f64, factor: f64) {
        self.count += 1.0;
        self.factor += factor;
        self.square += factor * factor;
        self.rest += rest;
        self.rest_factor += rest * factor;
    }

    /// Intercept and factor with the least squared error and penalty.
    fn solve(self) -> (f64, f64) {
        let (first, last) = (self.count + INTERCEPTS, self.square + FACTORS);
        let together = first * last - self.factor * self.factor;
        let intercept = (self.rest * last - self.rest_factor * self.factor) / together;
        let factor = (self.rest_factor * first - self.rest * self.factor) / together;
        (intercept, factor)
    }
}

/// Agree 1, pass 0.5, disagree 0.
fn rating(value: i8) -> f64 {
    f64::midpoint(f64::from(value), 1.0)
}

/// Fits the model by alternating least squares from `start` (the first principal component), so that it has one result.
pub fn factors(votes: &Votes, start: &[f64]) -> Factors {
    let ratings: f64 = votes.values().iter().map(|value| rating(*value)).sum();
    let scale = number(votes.statements().len()).sqrt();
    let mut model = Factors {
        mean: ratings / number(votes.len().max(1)),
        statement_intercepts: vec![0.0; votes.statements().len()],
        statement_factors: start.iter().map(|entry| entry * scale).collect(),
        people_intercepts: vec![0.0; votes.participants().len()],
        people_factors: vec![0.0; votes.participants().len()],
        rounds: 0,
    };
    while model.rounds < ROUNDS {
        let moved = round(votes, &mut model);
        model.rounds += 1;
        if moved <= STILL {
            break;
        }
    }
    model
}

/// One round: people given statements, then statements given people, in one pass over the votes. Says how far the
/// statements' intercepts moved at most.
fn round(votes: &Votes, model: &mut Factors) -> f64 {
    let given: Vec<[f64; 2]> = model
        .statement_intercepts
        .iter()
        .zip(&model.statement_factors)
        .map(|(i, f)| [*i, *f])
        .collect();
    let mut sums = vec![Sums::default(); given.len()];
    for row in 0..votes.participants().len() {
        let (columns, values) = votes.row(row);
        let mut own = Sums::default();
        for (column, value) in columns.iter().zip(values) {
            let [intercept, factor] = given[*column as usize];
            own.add(rating(*value) - model.mean - intercept, factor);
        }
        let (intercept, factor) = own.solve();
        (model.people_intercepts[row], model.people_factors[row]) = (intercept, factor);
        for (column, value) in columns.iter().zip(values) {
            sums[*column as usize].add(rating(*value) - model.mean - intercept, factor);
        }
    }
    let mut moved = 0.0f64;
    for (column, sums) in sums.iter().enumerate() {
        let (intercept, factor) = sums.solve();
        moved = moved.max((intercept - model.statement_intercepts[column]).abs());
        model.statement_intercepts[column] = intercept;
        model.statement_factors[column] = factor;
    }
    moved
}

/// A statement's support from the two sides of the strongest division, groups or not.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct BothSides {
    /// The smaller of the two smoothed shares of agrees; nothing with fewer than [`FEWEST`] votes on a side.
    pub score: Option<f64>,
    /// Votes of those who lean one way.
    pub left: Tally,
    /// Votes of those who lean the other way.
    pub right: Tally,
}

/// Support from both sides for every statement.
pub fn both_sides(votes: &Votes, people_factors: &[f64]) -> Vec<BothSides> {
    let mut sides = vec![[Tally::default(); 2]; votes.statements().len()];
    for (row, leaning) in people_factors.iter().enumerate() {
        // Leanings that are nought belong to nobody's side.
        if leaning.abs() < 1e-9 {
            continue;
        }
        let side = usize::from(*leaning > 0.0);
        let (columns, values) = votes.row(row);
        for (column, value) in columns.iter().zip(values) {
            sides[*column as usize][side].add(*value);
        }
    }
    let score = |[left, right]: [Tally; 2]| {
        let enough = left.seen >= FEWEST && right.seen >= FEWEST;
        enough.then(|| smoothed(left.agree, left.seen).min(smoothed(right.agree, right.seen)))
    };
    sides
        .into_iter()
        .map(|both| BothSides {
            score: score(both),
            left: both[0],
            right: both[1],
        })
        .collect()
}
