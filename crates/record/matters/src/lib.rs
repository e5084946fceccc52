//! Matters: the public issue that voices join, and its way through the states.
//!
//! A matter is made of voices and keeps count of them by channel, language and place. [`State`] names every move it can make;
//! [`Weights`] and [`Factors`] say which matter comes first; [`actions`] is the only way to change one, and writes the act
//! with the change. Later rooms move a matter with [`actions::move_in`] inside their own transactions.

pub mod actions;
mod beside;
pub mod jobs;
pub mod model;
mod pages;
pub mod priority;
pub mod reads;
mod state;
mod store;

pub use beside::{Beside, beside};
pub use model::{
    Answer, Appeal, AppealState, Asked, Changed, Describe, Exit, Filter, Matter, NewMatter, Order, Partner,
    PartnerState, Says,
};
pub use pages::routes;
pub use priority::{Factors, Terms, Weights};
pub use state::{Move, State, Step};
pub use store::SCHEMA;
