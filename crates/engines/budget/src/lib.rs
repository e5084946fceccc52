//! Participatory budgets: ballots into funded projects, by every rule that cities use, exactly and recomputably.
//!
//! [`pb::read`] reads a Pabulib file, [`rule::Rule`] is the document that fixes every choice, [`count`] counts.

pub mod count;
pub mod election;
mod exact;
pub mod explain;
mod greedy;
mod maximin;
mod overspend;
pub mod pb;
mod phragmen;
pub mod plan;
pub mod pots;
pub mod presets;
mod profile;
mod purchases;
pub mod rule;
mod shares;
pub mod simulate;
pub mod ties;

pub use count::{CountError, Outcome, count};
pub use election::{Election, Project, VoteType};
pub use exact::Fraction;
pub use presets::{PRESETS, preset};
pub use rule::Rule;
pub use shares::{Purchase, Stopped};
