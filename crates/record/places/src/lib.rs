//! Places: a tree from region to venue, with borders and population.
//!
//! Everything happens in a place, so every room needs their names and their tree. The tree is small and changes rarely:
//! [`tree`] reads it once and keeps it in memory for some seconds. Places come from a CSV file ([`actions::import`]),
//! which can be imported again after a change.

pub mod actions;
pub mod api;
mod model;
pub mod open;
pub mod pages;
pub mod read;
mod store;
mod tree;
mod wkt;

use std::sync::Arc;

use kapok_acts::{ActError, Env};

pub use model::{NewPlace, Place, PlaceKind};
pub use pages::{collected as geojson, routes};
pub use read::{ImportError, RowError};
pub use tree::Tree;
pub use wkt::{Rings, WktError, parse as parse_wkt};

/// The room's table and statements.
pub const SCHEMA: kapok_store::Schema = kapok_store::Schema {
    room: "places",
    migrations: store::MIGRATIONS,
    statements: store::ALL,
    lists: &[],
};

/// The tree of places, from memory or, when it is not kept, with one query.
///
/// # Errors
/// From the database.
pub async fn tree(env: &Env) -> Result<Arc<Tree>, ActError> {
    if let Some(tree) = env.kept::<Tree>() {
        return Ok(tree);
    }
    reload(env).await
}

/// Reads the tree again and keeps it.
///
/// # Errors
/// From the database.
pub async fn reload(env: &Env) -> Result<Arc<Tree>, ActError> {
    let places = store::all(&mut env.db.read().await?).await?;
    Ok(env.keep(Tree::new(places)))
}
