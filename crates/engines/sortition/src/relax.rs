//! Quotas that cannot be met: the smallest change that makes a panel possible.
//!
//! Lowering a minimum of `q` by one costs `1 + 2/q`, raising a maximum by one costs 1, as in the
//! replication code of Flanigan et al. 2021. Limits are those of `min_flex` and `max_flex`.

use crate::pool::Pool;
use crate::problem::Problem;
use crate::quotas::Quotas;
use crate::solve::lp::Lp;
use crate::solve::price::{self, Limits};

/// A changed limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Category index.
    pub category: usize,
    /// Value index.
    pub value: usize,
    /// Old and new minimum.
    pub min: (u32, u32),
    /// Old and new maximum.
    pub max: (u32, u32),
}

/// The smallest relaxation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relaxation {
    /// The quotas to change.
    pub changes: Vec<Change>,
    /// A panel that meets them: how many of each kind.
    pub panel: Vec<u32>,
    /// Whether a complete search has shown that nothing smaller does.
    pub smallest: bool,
}

/// Finds the smallest relaxation; `None` if none within the flexible limits helps. `include`: kinds of
/// which at least one must sit on the panel.
pub fn relax(pool: &Pool, quotas: &Quotas, seats: u32, include: &[usize]) -> Option<Relaxation> {
    let problem = Problem::build(pool, quotas, seats);
    let kinds = problem.kinds.len();
    let mut columns: Vec<Vec<(usize, f64)>> = problem
        .columns
        .iter()
        .map(|rows| rows.iter().map(|r| (*r, 1.0)).collect())
        .collect();
    let mut boxes: Vec<(f64, f64)> = (0..kinds)
        .map(|k| (0.0, f64::from(uncapped(&problem, k))))
        .collect();
    include
        .iter()
        .for_each(|k| boxes[*k].0 = 1.0_f64.min(boxes[*k].1));
    let mut weights = vec![0.0; kinds];
    for (row, (c, v)) in quotas.rows().enumerate() {
        let value = &quotas.categories[c].values[v];
        // How far below the minimum, and above the maximum, the count may lie.
        let (down, up) = (
            value.min - value.min_flex.min(value.min),
            value.max_flex.unwrap_or(u32::MAX).saturating_sub(value.max),
        );
        columns.push(vec![(row, 1.0)]);
        boxes.push((0.0, f64::from(down.min(seats))));
        weights.push(-(1.0 + 2.0 / f64::from(value.min.max(1))));
        columns.push(vec![(row, -1.0)]);
        boxes.push((0.0, f64::from(up.min(seats))));
        weights.push(-1.0);
    }
    let rows: Vec<(f64, f64)> = problem
        .limits
        .iter()
        .map(|l| (f64::from(l.0), f64::from(l.1)))
        .collect();
    let mut lp = Lp::new(&columns, &boxes, &rows);
    let limits = Limits {
        nodes: 5_000,
        tolerance: 1e-6,
        ..Limits::default()
    };
    let found = price::search(&mut lp, &weights, problem.limits.len(), limits);
    let solution = found.panel?;
    let changes = quotas.rows().enumerate().filter_map(|(row, (category, value))| {
        let (down, up) = (solution[kinds + 2 * row], solution[kinds + 2 * row + 1]);
        let old = &quotas.categories[category].values[value];
        (down + up > 0).then(|| Change {
            category,
            value,
            min: (old.min, old.min - down),
            max: (old.max, old.max + up),
        })
    });
    Some(Relaxation {
        changes: changes.collect(),
        panel: solution[..kinds].to_vec(),
        smallest: found.complete,
    })
}

/// The cap of a kind without the maxima of the quotas.
fn uncapped(problem: &Problem, kind: usize) -> u32 {
    let kind = &problem.kinds[kind];
    let people = kind.people.len();
    let count = kind
        .home
        .map_or(people, |h| problem.homes[h].households.len().min(people));
    u32::try_from(count).unwrap_or(u32::MAX).min(problem.seats)
}

impl Relaxation {
    /// The changes in words.
    pub fn words(&self, quotas: &Quotas) -> String {
        let one = |change: &Change| {
            let category = &quotas.categories[change.category];
            let name = format!(
                "\"{}\" of \"{}\"",
                category.values[change.value].name, category.name
            );
            match (change.min.0 != change.min.1, change.max.0 != change.max.1) {
                (true, true) => format!(
                    "lower the minimum of {name} from {} to {} and raise its maximum from {} to {}",
                    change.min.0, change.min.1, change.max.0, change.max.1
                ),
                (true, false) => format!(
                    "lower the minimum of {name} from {} to {}",
                    change.min.0, change.min.1
                ),
                _ => format!(
                    "raise the maximum of {name} from {} to {}",
                    change.max.0, change.max.1
                ),
            }
        };
        self.changes.iter().map(one).collect::<Vec<_>>().join("; ")
    }

    /// The quotas with the changes made.
    pub fn apply(&self, quotas: &Quotas) -> Quotas {
        let mut relaxed = quotas.clone();
        for change in &self.changes {
            let value = &mut relaxed.categories[change.category].values[change.value];
            (value.min, value.max) = (change.min.1, change.max.1);
        }
        relaxed
    }
}
