//! Public tables. A room describes each table that it publishes once ([`table!`]): the columns with their SQL, type and
//! meaning. From that one description come the statement that reads it, the CSV file, its CSVW and Frictionless descriptors and
//! the page about open data, so that they cannot say different things.
//!
//! Rows are read in chunks by key ([`Rows::next`]): no connection is held between chunks, nothing is skipped by counting, and
//! memory stays the same however long the table is. One table is therefore no snapshot: a row that changes while the file is
//! sent is in it once, as it was when its chunk was read.
//!
//! Counts of people by group hide cells under [`SMALLEST`], and as many others as it takes that no total gives them away
//! ([`hide_small`]).

#[doc(hidden)]
pub use kapok_store as __store;

mod cells;
mod describe;
mod hide;
mod rows;
mod table;

pub use cells::{Cells, cell, tame};
pub use describe::{csvw, csvw_group, frictionless};
pub use hide::{SMALLEST, hide_small};
pub use rows::{Rows, Source, stream, written};
pub use table::{Column, Groups, Kind, Table};
