//! All SQL of places.

use kapok_store::ids::PlaceId;
use kapok_store::{Conn, Migration, Result, Tx, params, row, statements};

use crate::{NewPlace, Place, PlaceKind, wkt};

pub(crate) const MIGRATIONS: &[Migration] = &[Migration {
    name: "places/0001_places",
    sql: include_str!("../migrations/0001_places.sql"),
}];

/// More places than a city and its partners have; the tree is held in memory.
const MOST: i64 = 20_000;

row! {
    #[derive(Debug)]
    pub(crate) struct PlaceRow {
        id: PlaceId,
        key: String,
        parent: Option<PlaceId>,
        kind: String,
        name: String,
        population: Option<i64>,
        deprivation: Option<i64>,
        geometry: Option<String>,
    }
}

statements! {
    read EVERY: PlaceRow = "SELECT id, key, parent_id, kind, name, population, deprivation, geometry FROM place \
        ORDER BY position, key LIMIT $1";
    write PUT: PlaceId = "INSERT INTO place (id, key, parent_id, kind, name, population, deprivation, geometry, position) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) \
        ON CONFLICT (key) DO UPDATE SET parent_id = excluded.parent_id, kind = excluded.kind, name = excluded.name, \
        population = excluded.population, deprivation = excluded.deprivation, geometry = excluded.geometry, \
        position = excluded.position RETURNING id";
}

/// A stored place as an import would bring it, with its id.
pub(crate) struct Stored {
    pub id: PlaceId,
    pub as_new: NewPlace,
}

/// All places in their order.
pub(crate) async fn all(conn: &mut Conn) -> Result<Vec<Place>> {
    let rows = conn.all(&EVERY, params![MOST]).await?;
    Ok(rows.into_iter().map(place).collect())
}

fn place(row: PlaceRow) -> Place {
    Place {
        id: row.id,
        key: row.key,
        parent: row.parent,
        // Both were checked when they came in; an unknown kind of a later version is shown as a venue, without a shape.
        kind: PlaceKind::parse(&row.kind).unwrap_or(PlaceKind::Venue),
        name: row.name,
        population: row.population,
        deprivation: row.deprivation,
        rings: row
            .geometry
            .and_then(|text| wkt::parse(&text).ok())
            .unwrap_or_default(),
    }
}

/// All places in their order, to compare a file with.
pub(crate) async fn stored(tx: &mut Tx) -> Result<Vec<Stored>> {
    let rows = tx.all(&EVERY, params![MOST]).await?;
    let keys: std::collections::HashMap<_, _> = rows.iter().map(|r| (r.id, r.key.clone())).collect();
    let stored = |row: PlaceRow| Stored {
        id: row.id,
        as_new: NewPlace {
            parent: row.parent.and_then(|id| keys.get(&id).cloned()),
            key: row.key,
            kind: PlaceKind::parse(&row.kind).unwrap_or(PlaceKind::Venue),
            name: row.name,
            population: row.population,
            deprivation: row.deprivation,
            geometry: row.geometry,
        },
    };
    Ok(rows.into_iter().map(stored).collect())
}

/// Adds a place, or changes the one of its key; gives its id.
pub(crate) async fn put(
    tx: &mut Tx,
    id: PlaceId,
    parent: Option<PlaceId>,
    place: &NewPlace,
    position: i64,
) -> Result<PlaceId> {
    let params = params![
        id,
        &place.key,
        parent,
        place.kind.id(),
        &place.name,
        place.population,
        place.deprivation,
        place.geometry.clone(),
        position
    ];
    Ok(tx.returning(&PUT, params).await?.unwrap_or(id))
}
