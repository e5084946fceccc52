//! The log's engine.
#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

mod canonical;
mod files;
mod merkle;
mod notes;
