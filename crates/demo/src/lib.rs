//! The demo city Riverton.
