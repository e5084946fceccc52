//! Wires the rooms together: one list of schemas, one router, one set of job handlers.
//!
//! The binary in `main.rs` is the command line over this.

pub mod backup;
pub mod bench;
pub mod config;
pub mod doctor;
pub mod generate;
pub mod keyfile;
pub mod logging;
pub mod server;
pub mod watch;
pub mod wiring;
