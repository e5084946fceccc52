//! The result of a draw as JSON and CSV.

use std::collections::BTreeMap;

use kapok_sortition::{Pool, Quotas};
use serde::{Deserialize, Serialize};

/// A draw, as `--json` writes it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// `kapok-sortition-draw/1`.
    pub format: String,
    /// leximin, maximin, nash, goldilocks or legacy.
    pub method: String,
    /// Seats.
    pub seats: u32,
    /// The seed as given.
    pub seed: String,
    /// How exact probabilities were to be.
    pub tolerance: f64,
    /// Weight of the lowest probability (Goldilocks only).
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub gamma: Option<f64>,
    /// SHA-256 of the pool's file.
    pub pool_sha256: String,
    /// SHA-256 of the file of quotas.
    pub quotas_sha256: String,
    /// The id column, if it was named.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub id_column: Option<String>,
    /// Legacy: draws of the estimate.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub draws: Option<usize>,
    /// Columns that were taken for the address.
    pub address_columns: Vec<String>,
    /// People in the pool.
    pub people: usize,
    /// Different kinds of people.
    pub kinds: usize,
    /// Ids of the panel, in the order of the pool.
    pub panel: Vec<String>,
    /// Ids of the reserve, in order.
    pub reserve: Vec<String>,
    /// Probability of each person.
    pub probabilities: BTreeMap<String, f64>,
    /// Lowest probability.
    pub minimum: f64,
    /// Highest probability.
    pub maximum: f64,
    /// Proven: no lottery gives everyone more than this. Unknown for legacy.
    pub upper_bound: Option<f64>,
    /// `upper_bound - minimum`.
    pub gap: Option<f64>,
    /// Whether the lottery is proven to be the best of its method, within `deviation`.
    pub optimal: bool,
    /// Largest distance of a probability from the best.
    pub deviation: f64,
    /// Gini coefficient of the probabilities.
    pub gini: f64,
    /// Nash: mean logarithm of the probabilities; Goldilocks: its measure. With a proven bound.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub objective: Option<Bounded>,
    /// The levels of leximin, lowest first.
    pub levels: Vec<Level>,
    /// Ids of people who can sit on no panel.
    pub excluded: Vec<String>,
    /// Groups of ids at one address.
    pub households: Vec<Vec<String>>,
    /// The panels of the lottery, the likeliest first, each with one way to seat it.
    pub panels: Vec<Chance>,
    /// The numbered, equally likely panels, if asked for.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub numbered: Option<NumberedList>,
    /// Each quota with its counts.
    pub quotas: Vec<Quota>,
}

/// A value and a proven bound.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Bounded {
    /// What is reached.
    pub value: f64,
    /// What nobody can pass.
    pub bound: f64,
}

/// A level of leximin.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Level {
    /// Probability.
    pub probability: f64,
    /// People who have it.
    pub people: usize,
}

/// A panel with its chance.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Chance {
    /// Its chance.
    pub probability: f64,
    /// Ids of one way to seat it: within a kind, everyone is as likely.
    pub members: Vec<String>,
}

/// The numbered panels.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NumberedList {
    /// Number drawn.
    pub drawn: usize,
    /// Largest difference of a person's share from their exact probability.
    pub deviation: f64,
    /// Ids of each panel, number 0 first.
    pub panels: Vec<Vec<String>>,
}

/// A quota and its counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Quota {
    /// Category.
    pub category: String,
    /// Value.
    pub value: String,
    /// At least.
    pub min: u32,
    /// At most.
    pub max: u32,
    /// In the pool.
    pub pool: usize,
    /// On the panel.
    pub panel: u32,
    /// On average over all draws.
    pub expected: f64,
}

/// Ids of people.
pub fn ids(pool: &Pool, people: &[usize]) -> Vec<String> {
    people.iter().map(|p| pool.ids[*p].clone()).collect()
}

/// Every quota with its counts.
pub fn quotas(pool: &Pool, quotas: &Quotas, panel: &[usize], probability: &[f64]) -> Vec<Quota> {
    let counts = kapok_sortition::draw::counts(pool, quotas, panel);
    let mut expected: Vec<Vec<f64>> = quotas
        .categories
        .iter()
        .map(|c| vec![0.0; c.values.len()])
        .collect();
    for (values, p) in pool.values.iter().zip(probability) {
        values
            .iter()
            .enumerate()
            .for_each(|(c, v)| expected[c][usize::from(*v)] += p);
    }
    let one = |(c, v): (usize, usize)| {
        let (category, value) = (&quotas.categories[c], &quotas.categories[c].values[v]);
        Quota {
            category: category.name.clone(),
            value: value.name.clone(),
            min: value.min,
            max: value.max,
            pool: pool.count(c, v),
            panel: counts[c][v],
            expected: expected[c][v],
        }
    };
    quotas.rows().map(one).collect()
}

/// Gini coefficient: 0 where all are alike.
pub fn gini(probability: &[f64]) -> f64 {
    let mut sorted = probability.to_vec();
    sorted.sort_by(f64::total_cmp);
    let (n, sum) = (sorted.len() as f64, sorted.iter().sum::<f64>());
    let ranked: f64 = sorted
        .iter()
        .zip(1..)
        .map(|(p, i)| (2.0 * f64::from(i) - n - 1.0) * p)
        .sum();
    if sum > 0.0 {
        (ranked / (n * sum)).max(0.0)
    } else {
        0.0
    }
}

/// Rows of the pool as CSV, all columns carried along, with columns put before.
pub fn rows(
    pool: &Pool,
    people: &[usize],
    first: &str,
    cell: impl Fn(usize, usize) -> String,
) -> anyhow::Result<Vec<u8>> {
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record(std::iter::once(first).chain(pool.table.header.iter().map(String::as_str)))?;
    for (place, person) in people.iter().enumerate() {
        let own = cell(place, *person);
        let cells = pool.table.rows[*person].cells.iter().map(String::as_str);
        out.write_record(std::iter::once(own.as_str()).chain(cells))?;
    }
    Ok(out.into_inner()?)
}
