//! The whole server, wired as it runs: every statement on both databases, the schema, the cost of pages.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot set itself up has failed"
)]

mod api;
mod commands;
mod pages;
mod schema;
mod statements;
mod told;
