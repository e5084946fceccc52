//! The whole server, wired as it runs: every statement on both databases, the schema, the cost of pages.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot set itself up has failed"
)]

mod api;
mod away;
mod backups;
mod bad_input;
mod commands;
mod exchange;
mod failover;
mod log;
mod operation;
mod pages;
mod schema;
mod sending;
mod served;
mod statements;
mod told;
mod upgrade;
mod wire;
