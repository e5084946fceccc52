//! The room of matters, on both databases.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot set itself up has failed"
)]

mod closing;
mod finding;
mod following;
mod inbox;
mod joining;
mod offices;
mod owning;
mod pages;
mod states;
mod weighing;
mod work;
mod world;
