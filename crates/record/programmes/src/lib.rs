//! Programmes: award sessions, workshops and questionnaires over time, and the statistics from them.
//!
//! Nothing that can be computed is stored: totals, shares, changes, winners and the sentences about trends come from the
//! records each time ([`statistics`]). What the report prints only as a total stays a total, what it does not print is
//! unknown and never 0. [`import_report`] reads the report's tables, checks them against each other and writes one act per
//! file.

pub mod api;
pub mod import;
pub mod model;
mod names;
pub mod open;
mod pages;
pub mod statistics;
pub mod store;

pub use import::{ImportReport, import_report, import_report_files};
pub use pages::routes;

/// What this room brings to the database.
pub const SCHEMA: kapok_store::Schema = kapok_store::Schema {
    room: "programmes",
    migrations: &[kapok_store::Migration {
        name: "programmes/0001_programmes",
        sql: include_str!("../migrations/0001_programmes.sql"),
    }],
    statements: store::ALL,
    lists: &[],
};
