//! Matters: the public issue that voices join, and its way through the states.
//!
//! A matter is made of voices and keeps count of them by channel, language and place. [`State`] names every move it can make;
//! [`Weights`] and [`Factors`] say which matter comes first; [`actions`] is the only way to change one, and writes the act
//! with the change. Later rooms move a matter with [`actions::move_in`] inside their own transactions.

pub mod actions;
pub mod api;
mod beside;
mod columns;
mod filter;
pub mod jobs;
mod likeness;
mod lists;
pub mod model;
pub mod open;
mod pages;
pub mod priority;
pub mod reads;
mod replies;
mod state;
mod store;

pub use beside::{Beside, beside};
pub use filter::{Filter, Order};
pub use model::{Changed, Describe, Exit, Matter, NewMatter, Says};
pub use pages::routes;
pub use priority::{Factors, Terms, Weights};
pub use replies::{Answer, Appeal, AppealState, Asked, Partner, PartnerState};
pub use state::{Move, State, Step};
pub use store::SCHEMA;
