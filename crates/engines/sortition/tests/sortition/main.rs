//! The engine: readers, exact levels against tables computed by hand and by brute force, and what every draw
//! must keep.

#![expect(clippy::unwrap_used, reason = "a fixture that cannot be set up has failed")]

mod around;
mod exact;
mod readers;
mod support;
