//! The log's engine.

mod canonical;
mod files;
mod merkle;
mod notes;
