//! The method of equal shares, exactly and fast.
//!
//! Every voter gets a share `s`. Project `p` costs `c(p)`; a voter of weight `w` pays `min(balance, t w)` for it, with
//! the one `t` at which the payments make up the cost. `rho = t / scale(p)` is what a unit of utility costs; the
//! project with the lowest `rho` is bought, again and again, until no project's supporters hold its cost.
//! (Peters, Pierczyński, Skowron, NeurIPS 2021.)
//!
//! Candidates are compared as floats with a proven bound on their error. Where the bounds overlap, the comparison is
//! made exactly ([`crate::exact`]). So no float decides anything.

mod add1;
mod evaluate;
mod ledger;
mod precise;
mod run;
mod sums;

pub use add1::Stopped;
pub(crate) use add1::{Ground, Raised, raise, start_share};
pub use ledger::Purchase;
pub(crate) use run::{Runner, Share};
