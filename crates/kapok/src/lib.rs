//! Wires the rooms together: one list of schemas, one router, one set of job handlers.
//!
//! The binary in `main.rs` is the command line over this.

pub mod bench;
pub mod config;
pub mod generate;
pub mod keyfile;
pub mod server;
pub mod wiring;
