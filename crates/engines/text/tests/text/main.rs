//! What the engine promises, seen from outside.

mod invariants;
mod languages;
mod likeness;
mod search;
mod showing;
