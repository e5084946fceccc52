//! The record for machines: what goes out as open data, feeds and calendars, and what comes in from other platforms.
//!
//! This room has no tables of its own. Each room says in its `open.rs` what is public of it; here the tables are put together,
//! streamed, described and counted again. Imports call the rooms' own actions, as pages do.

mod calendar;
pub mod counters;
mod dcat;
pub mod export;
mod feeds;
mod geo;
pub mod import;
mod pages;
pub mod recount;
mod sitemap;
mod tables;

use axum::Router;
pub use counters::Counter;
use kapok_web::App;

pub use tables::{all as tables, named as table};

/// The routes of this room.
pub fn routes() -> Router<App> {
    Router::new()
        .merge(pages::routes())
        .merge(feeds::routes())
        .merge(calendar::routes())
        .merge(sitemap::routes())
}
