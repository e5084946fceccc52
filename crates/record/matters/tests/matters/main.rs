//! The room of matters, on both databases.
#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

mod closing;
mod finding;
mod following;
mod joining;
mod offices;

mod states;
mod weighing;
mod world;
