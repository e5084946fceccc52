//! The problem as the solvers see it: kinds of people, and rows that count them.
//!
//! People with the same values are one *kind*: exchanging two of them changes nothing, so the fairest
//! lottery gives them the same probability, and a panel is "how many of each kind". People who share an
//! address are kept apart by the make-up of their household: all couples of a kind A and a kind B form
//! two kinds (A with B, B with A) and one row "A with B plus B with A at most as many as such couples".

use std::collections::BTreeMap;

use crate::error::DrawError;
use crate::household;
use crate::pool::Pool;
use crate::quotas::Quotas;
use crate::solve::lp::Lp;

/// People who are alike in every respect that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kind {
    /// Their values, one per category.
    pub values: Vec<u16>,
    /// Indexes into the pool, ascending.
    pub people: Vec<usize>,
    /// Index of the household kind (see [`Problem::homes`]), if they share addresses.
    pub home: Option<usize>,
    /// At most so many on one panel.
    pub cap: u32,
}

/// Households of the same make-up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Homes {
    /// The households, each with its people (indexes into the pool).
    pub households: Vec<Vec<usize>>,
}

/// Kinds, rows and seats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Seats on the panel.
    pub seats: u32,
    /// Kinds of people.
    pub kinds: Vec<Kind>,
    /// Kinds of households with more than one person in the pool.
    pub homes: Vec<Homes>,
    /// For each kind, the rows it counts in.
    pub columns: Vec<Vec<usize>>,
    /// Lower and upper limit of each row: first the quotas in order, then the seats, then the homes.
    pub limits: Vec<(u32, u32)>,
    /// People in the pool.
    pub people: usize,
    /// Kind of each person.
    pub kind_of: Vec<usize>,
}

impl Problem {
    /// Checks what can be checked by counting, and merges identical people.
    pub fn new(pool: &Pool, quotas: &Quotas, seats: u32) -> Result<Self, DrawError> {
        check(pool, quotas, seats)?;
        Ok(Self::build(pool, quotas, seats))
    }

    /// The same without the checks; the problem may have no solution.
    pub fn build(pool: &Pool, quotas: &Quotas, seats: u32) -> Self {
        let groups = household::shared(&pool.addresses);
        let mut makeup: BTreeMap<Vec<&Vec<u16>>, Vec<Vec<usize>>> = BTreeMap::new();
        for group in groups {
            let mut key: Vec<&Vec<u16>> = group.iter().map(|p| &pool.values[*p]).collect();
            key.sort();
            makeup.entry(key).or_default().push(group);
        }
        let homes: Vec<Homes> = makeup
            .into_values()
            .map(|households| Homes { households })
            .collect();
        let mut home_of = vec![None; pool.len()];
        for (h, home) in homes.iter().enumerate() {
            home.households
                .iter()
                .flatten()
                .for_each(|p| home_of[*p] = Some(h));
        }
        let mut merged: BTreeMap<(&Vec<u16>, Option<usize>), Vec<usize>> = BTreeMap::new();
        for (person, home) in home_of.iter().enumerate() {
            merged
                .entry((&pool.values[person], *home))
                .or_default()
                .push(person);
        }
        let first: Vec<usize> = quotas
            .categories
            .iter()
            .scan(0, |sum, c| {
                *sum += c.values.len();
                Some(*sum - c.values.len())
            })
            .collect();
        let quota_rows = quotas.len();
        let mut problem = Self {
            seats,
            kinds: vec![],
            columns: vec![],
            limits: quotas
                .rows()
                .map(|(c, v)| limits(&quotas.categories[c].values[v], seats))
                .collect(),
            people: pool.len(),
            kind_of: vec![0; pool.len()],
            homes,
        };
        problem.limits.push((seats, seats));
        for home in &problem.homes {
            problem
                .limits
                .push((0, u32::try_from(home.households.len()).unwrap_or(u32::MAX)));
        }
        for ((values, home), people) in merged {
            let mut rows: Vec<usize> = values
                .iter()
                .zip(&first)
                .map(|(v, f)| f + usize::from(*v))
                .collect();
            rows.push(quota_rows);
            rows.extend(home.map(|h| quota_rows + 1 + h));
            let count = match home {
                Some(h) => problem.homes[h].households.len().min(people.len()),
                None => people.len(),
            };
            let cap = rows
                .iter()
                .map(|r| problem.limits[*r].1)
                .fold(count as u32, u32::min);
            people
                .iter()
                .for_each(|p| problem.kind_of[*p] = problem.kinds.len());
            problem.kinds.push(Kind {
                values: values.clone(),
                people,
                home,
                cap,
            });
            problem.columns.push(rows);
        }
        problem
    }

    /// Number of rows that are quotas or the seats: their sums are whole on every panel.
    pub fn whole_rows(&self) -> usize {
        self.limits.len()
    }

    /// The linear relaxation.
    pub fn relaxation(&self) -> Lp {
        let columns: Vec<Vec<(usize, f64)>> = self
            .columns
            .iter()
            .map(|rows| rows.iter().map(|r| (*r, 1.0)).collect())
            .collect();
        let boxes: Vec<(f64, f64)> = self.kinds.iter().map(|k| (0.0, f64::from(k.cap))).collect();
        let rows: Vec<(f64, f64)> = self
            .limits
            .iter()
            .map(|l| (f64::from(l.0), f64::from(l.1)))
            .collect();
        Lp::new(&columns, &boxes, &rows)
    }

    /// Sizes of the kinds.
    pub fn sizes(&self) -> Vec<f64> {
        self.kinds.iter().map(|k| k.people.len() as f64).collect()
    }

    /// Caps of the kinds.
    pub fn caps(&self) -> Vec<f64> {
        self.kinds.iter().map(|k| f64::from(k.cap)).collect()
    }

    /// Whether a panel (how many of each kind) keeps every quota, the seats and the household rule.
    pub fn allows(&self, panel: &[u32]) -> bool {
        let mut sums = vec![0u64; self.limits.len()];
        for (kind, &count) in panel.iter().enumerate() {
            if count > self.kinds[kind].cap {
                return false;
            }
            self.columns[kind]
                .iter()
                .for_each(|r| sums[*r] += u64::from(count));
        }
        sums.iter()
            .zip(&self.limits)
            .all(|(s, l)| *s >= u64::from(l.0) && *s <= u64::from(l.1))
    }
}

/// No more than the seats can sit, whatever the maximum says.
fn limits(value: &crate::quotas::Value, seats: u32) -> (u32, u32) {
    (value.min, value.max.min(seats).max(value.min))
}

fn check(pool: &Pool, quotas: &Quotas, seats: u32) -> Result<(), DrawError> {
    if seats == 0 {
        return Err(DrawError::NoSeats { seats });
    }
    if (pool.len() as u64) < u64::from(seats) {
        return Err(DrawError::PoolTooSmall {
            seats,
            people: pool.len(),
        });
    }
    for (c, category) in quotas.categories.iter().enumerate() {
        let minima: u64 = category.values.iter().map(|v| u64::from(v.min)).sum();
        let maxima: u64 = category.values.iter().map(|v| u64::from(v.max)).sum();
        let name = || category.name.clone();
        if minima > u64::from(seats) {
            return Err(DrawError::MinimaAboveSeats {
                category: name(),
                sum: minima,
                seats,
            });
        }
        if maxima < u64::from(seats) {
            return Err(DrawError::MaximaBelowSeats {
                category: name(),
                sum: maxima,
                seats,
            });
        }
        for (v, value) in category.values.iter().enumerate() {
            let people = pool.count(c, v);
            if (people as u64) < u64::from(value.min) {
                return Err(DrawError::TooFewPeople {
                    category: name(),
                    value: value.name.clone(),
                    min: value.min,
                    people,
                });
            }
        }
    }
    Ok(())
}
