//! What is public of places.

use kapok_tables::{Table, table};

use crate::PlaceKind;

fn kinds() -> Vec<&'static str> {
    PlaceKind::ALL.iter().map(|k| k.id()).collect()
}

table! {
    /// The tree of places.
    pub static PLACES: "places" = "One row for each place of the city, in a tree. Borders are in places.geojson.";
    key: ["id"];
    from: "place WHERE id > $1 ORDER BY id LIMIT $2";
    id: Id = "id", "Id of the place.";
    key: Text = "key", "The city's own short name for the place; it never changes.";
    parent_id: Id = "parent_id", "The place around it; empty for the outermost." -> "places", empty;
    kind: Text[kinds] = "kind", "What it is.";
    name: Text = "name", "Its name.";
    population: Int = "population", "People who live there; empty for unknown.", empty;
    deprivation: Int = "deprivation", "Index of deprivation, from 0 (none) to 100; empty for unknown.", empty;
}

/// The public tables of this room.
pub const OPEN: &[&Table] = &[&PLACES];
