//! Which statement to show next: Polis' priority of a statement.

use crate::stats::count;
use crate::tally::Tally;

/// What Polis gives to every meta statement: 7 squared.
pub const META: f64 = 49.0;

/// Priority of a statement from the votes of those in groups and its distance from the middle of the map:
/// \[(1 - (P+1)/(S+2)) (E+1) (A+1)/(S+2) (1 + 8 2^(-S/5))\]^2. Few passes, strong feelings, agreement and few votes so
/// far all raise it.
pub fn priority(grouped: Tally, extremity: f64) -> f64 {
    let seen = count(grouped.seen);
    let passes = (count(grouped.pass) + 1.0) / (seen + 2.0);
    let agrees = (count(grouped.agree) + 1.0) / (seen + 2.0);
    let importance = (1.0 - passes) * (extremity + 1.0) * agrees;
    (importance * (1.0 + 8.0 * (-seen / 5.0).exp2())).powi(2)
}
