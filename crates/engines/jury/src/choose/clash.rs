//! Which limits cannot hold together.

use super::problem::Problem;
use super::search::{SearchLimit, search};

/// Limits that no choice can keep together, while without any one of them the others can be kept (an irreducible
/// infeasible set, by leaving out one after the other: Chinneck and Dravnieks, ORSA Journal on Computing 3, 1991).
pub fn clash(problem: &Problem, limit: SearchLimit) -> Vec<usize> {
    let mut kept: Vec<usize> = (0..problem.limits()).collect();
    for candidate in 0..problem.limits() {
        let fewer: Vec<usize> = kept.iter().copied().filter(|&other| other != candidate).collect();
        let found = search(&problem.with_only(&fewer).any(), limit);
        if found.chosen.is_none() && found.complete {
            kept = fewer;
        }
    }
    kept
}
