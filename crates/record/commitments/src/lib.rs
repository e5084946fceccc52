//! Commitments: who does what by when, with what money and people.
//!
//! They follow from a decision. A date that was promised can only move with a reason, and every date stays readable. A
//! commitment is overdue by its dates alone, never by what somebody ticked. When the last commitment of a matter is
//! finished, the matter is done, in the same transaction; when residents say "not yet" the outcomes room opens them again.

pub mod actions;
pub mod api;
pub mod forms;
pub mod late;
pub mod model;
pub mod open;
mod pages;
mod store;

pub use forms::{NewCommitment, NewDate, NewFinish, NewProgress, PhotoRef};
pub use late::{Lateness, OfficeLine};
pub use model::{Commitment, Filter, Move, Role, State, Update, UpdateKind, days_between};
pub use pages::routes;
pub use store::{
    SCHEMA, by_id, by_number, list, moves_of, of_case, of_matter, overdue, parties_of, per_office, updates_of,
};
