//! Processes: ordered phases with a promise.
//!
//! This room holds the words in which a process makes its promise: the eight rungs of Arnstein's ladder ([`model::Rung`])
//! and the catalogue of channels by which residents take part ([`model::ChannelKind`]). Both are imported from the
//! report's tables and shown on `/about/ladder` and `/about/channels`. Whether a channel is permanent or temporary is
//! computed from its dates, never typed.
//!
//! [`sheet`] reads the CSV files of an import; the later rooms use it too, so that every import names file, row, column
//! and cure in the same way.

pub mod actions;
pub mod api;
pub mod model;
pub mod open;
mod pages;
pub mod sheet;
pub mod store;
mod words;

pub use model::{ChannelKind, Lasting, Rung};
pub use pages::routes;
pub use sheet::{Files, Import, ImportError, Sheet};
pub use words::{channel_name, level_name};

/// What this room brings to the database.
pub const SCHEMA: kapok_store::Schema = kapok_store::Schema {
    room: "processes",
    migrations: &[kapok_store::Migration {
        name: "processes/0001_processes",
        sql: include_str!("../migrations/0001_processes.sql"),
    }],
    statements: store::ALL,
    lists: &[],
};
