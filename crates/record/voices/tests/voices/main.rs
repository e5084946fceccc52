//! The room of voices, on both databases.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot set itself up has failed"
)]

mod changing;
mod contacts;
mod desk;
mod hearing;
mod joining;
mod pages;
mod stage;
