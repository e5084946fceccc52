//! What the engine promises, seen from outside.

mod drawing;
mod hiding;
mod markup;
mod numbers;
mod tables;
mod words;
