//! The engine: readers, exact levels against tables computed by hand and by brute force, and what every draw
//! must keep.

mod around;
mod exact;
mod readers;
mod support;
