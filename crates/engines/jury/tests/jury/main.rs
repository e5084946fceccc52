//! Tests of the jury engine, one module for each part.

mod assignment;
mod choice;
mod ranking;
mod reading;
mod scores;
