//! Decisions: what was decided about a matter, by whom, and why.
//!
//! [`actions::decide`] is the only way to decide. It refuses while the people who asked have no answer, and without
//! reasons; the matter moves to `decided` in the same transaction. Every decision says until when one can appeal.
//! [`of_matter`] and [`latest_of`] read them.

pub mod actions;
pub mod api;
pub mod forms;
pub mod model;
pub mod open;
mod pages;
mod store;
pub mod words;

pub use model::{APPEAL_DAYS, Decision, NewDecision, Verdict};
pub use pages::routes;
pub use store::{SCHEMA, latest_of, of_matter};
