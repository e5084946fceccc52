//! What is done to places.

use std::collections::HashMap;

use kapok_acts::{About, Actor, Env, Kind, Right};
use kapok_store::ids::PlaceId;

use crate::read::{ImportError, RowError};
use crate::{NewPlace, Tree, read, store};

/// Imports places from CSV with the columns key, parent, kind, name, population, deprivation, wkt (see
/// [`parse_wkt`](crate::parse_wkt)). A place is known by its key: one that is there is changed, one that is not is added, none is
/// removed. A parent must stand above its children, or be there already. Gives the number of places added or changed; when it
/// is 0 nothing was written, so that importing the same file again does nothing.
///
/// # Errors
/// [`ImportError::Row`] with row and column, or [`ImportError::Act`] when the actor may not import. Nothing is changed then.
pub async fn import(env: &Env, actor: &Actor, csv: &str) -> Result<usize, ImportError> {
    env.allow(actor, Right::Import)?;
    let places = read::places(csv)?;
    let mut tx = env.db.change().await?;
    let stored = store::stored(&mut tx).await?;
    let first_position = i64::try_from(stored.len()).unwrap_or(i64::MAX);
    let before: HashMap<&str, (i64, &store::Stored)> = (0..)
        .zip(&stored)
        .map(|(at, s)| (s.as_new.key.as_str(), (at, s)))
        .collect();
    let mut ids: HashMap<&str, PlaceId> = before.iter().map(|(key, (_, s))| (*key, s.id)).collect();
    refuse_circles(&stored, &places)?;
    let (mut added, mut changed) = (0i64, 0i64);
    let mut first = None;
    for (row, place) in &places {
        let parent = parent_of(&ids, *row, place)?;
        let known = before.get(place.key.as_str());
        if known.is_some_and(|(_, s)| s.as_new == *place) {
            continue;
        }
        let position = known.map_or(first_position + added, |(at, _)| *at);
        let id = store::put(&mut tx, PlaceId(env.id()), parent, place, position).await?;
        ids.insert(&place.key, id);
        first.get_or_insert(id);
        *(if known.is_some() { &mut changed } else { &mut added }) += 1;
    }
    let Some(first) = first else { return Ok(0) };
    let mut about = About::new("place", first.0);
    about.place = Some(first);
    let facts = [("added", added.into()), ("changed", changed.into())];
    tx.commit(env.act(actor, Kind::PlaceAdded, about, "", &facts)?)
        .await?;
    env.forget::<Tree>();
    Ok(usize::try_from(added + changed).unwrap_or_default())
}

fn parent_of(
    ids: &HashMap<&str, PlaceId>,
    row: usize,
    place: &NewPlace,
) -> Result<Option<PlaceId>, RowError> {
    let Some(key) = &place.parent else { return Ok(None) };
    let found = ids.get(key.as_str()).copied();
    found.map(Some).ok_or_else(|| RowError {
        row,
        column: "parent",
        why: format!("there is no place {key:?} above this row"),
    })
}

/// A place must not lie in itself, however far around.
fn refuse_circles(stored: &[store::Stored], new: &[(usize, NewPlace)]) -> Result<(), RowError> {
    let mut parents: HashMap<&str, &str> = HashMap::new();
    for place in stored.iter().map(|s| &s.as_new).chain(new.iter().map(|(_, p)| p)) {
        match &place.parent {
            Some(parent) => parents.insert(&place.key, parent),
            None => parents.remove(place.key.as_str()),
        };
    }
    for (row, place) in new {
        let mut at = place.key.as_str();
        for _ in 0..=parents.len() {
            let Some(up) = parents.get(at) else { break };
            at = up;
            if at == place.key {
                let why = format!("{at:?} would lie in itself");
                return Err(RowError {
                    row: *row,
                    column: "parent",
                    why,
                });
            }
        }
    }
    Ok(())
}
