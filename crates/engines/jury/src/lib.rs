//! What a jury needs, as pure functions on plain data.
//!
//! * [`assign`]: who reviews what, without conflicts of interest, with even loads and connected overlap.
//! * [`score`]: what the scores say: means, calibrated values, severity, agreement, outliers.
//! * [`rank`]: majority judgment, Borda, Schulze, ranked pairs, instant run-off, single transferable vote, approval.
//! * [`choose`]: the best choice of so many entries under limits, proven, with the price of each limit.
//!
//! No clock, no files, no random source but a seed. Every tie is decided by a rule stated beforehand and reported.

pub mod assign;
pub mod choose;
pub mod fault;
pub mod random;
pub mod rank;
pub mod score;
pub mod table;

pub use fault::{Fault, InputError};
