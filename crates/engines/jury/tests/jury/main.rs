//! Tests of the jury engine, one module for each part.
#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

mod assignment;
mod choice;
mod ranking;
mod reading;
mod scores;
