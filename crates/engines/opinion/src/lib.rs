//! What people agree on, and in which groups.
//!
//! Votes (agree, disagree, pass) of people on statements become a map of the people, groups of those who vote alike (or the
//! honest finding that there are none), the statements that stand for each group, common ground across groups, and which
//! statement to show next.
//!
//! * [`import`] reads a folder of files, [`export`] writes one.
//! * [`map::kapok`] makes a map by our rules, [`map::compatible`] by those of Polis, whose production figures
//!   [`polis::check`] compares with ours.
//! * [`live`] takes votes one at a time; [`routing`] draws the next statement.
//! * [`synthetic`] makes conversations up, for measuring.
//!
//! Pure functions: no clock, no files of its own, no random source but seeds that are fixed here or given.

pub mod bridging;
pub mod centred;
pub mod conversation;
pub mod error;
pub mod export;
pub mod groups;
pub mod import;
pub mod live;
pub mod map;
pub mod pca;
pub mod place;
pub mod polis;
pub mod random;
pub mod representative;
pub mod routing;
pub mod stats;
pub mod synthetic;
pub mod tally;
mod tridiagonal;
pub mod votes;
