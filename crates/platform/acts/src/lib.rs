//! Who may do what, and the log of what was done.
//!
//! [`Env`] is what every action is given: the database, the clock, the random source, the keys and the city's settings.
//! [`Actor`] says who acts; [`Right`] and [`Role`] are the permission table, in one place, from which the public page
//! "who answers for what" is printed. [`Kind`] is the vocabulary of the log and knows where a reason is owed.

mod actor;
mod city;
mod env;
mod error;
mod keys;
mod kinds;
pub mod log;
pub mod open;
mod scope;
pub mod tree;

pub use actor::{Actor, Right, Role, permitted};
pub use city::{Automatic, City};
pub use env::{About, Env};
pub use error::{ActError, FieldError, Fields};
pub use keys::{Keys, Sealed};
pub use kinds::Kind;
pub use scope::Scope;

/// The statements of this crate on the log; its table is the store's.
pub const SCHEMA: kapok_store::Schema = kapok_store::Schema {
    room: "acts",
    migrations: &[],
    statements: log::ALL,
    lists: log::LISTS,
};
