//! Places as JSON.

use kapok_acts::{ActError, Fields};
use kapok_store::ids::PlaceId;
use kapok_web::App;
use kapok_web::api::{Answer, ApiError, At, Call, List, Pages};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::{Place, PlaceKind, Tree};

kapok_web::wire_words!(PlaceKind as "PlaceKind");

/// The operations of this room.
pub fn api() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(one))
}

/// A place.
#[derive(Serialize, ToSchema)]
#[schema(as = Place)]
struct PlaceOut {
    /// The city's own short name for it, as filters take it.
    key: String,
    /// Key of the place that it lies in.
    parent: Option<String>,
    /// What sort of place.
    kind: PlaceKind,
    /// Name.
    name: String,
    /// People who live there; none for unknown.
    #[schema(minimum = 0)]
    population: Option<i64>,
    /// Index of deprivation, 0 to 100; none for unknown.
    deprivation: Option<i64>,
}

fn out(tree: &Tree, place: &Place) -> PlaceOut {
    PlaceOut {
        key: place.key.clone(),
        parent: place.parent.and_then(|id| tree.get(id)).map(|p| p.key.clone()),
        kind: place.kind,
        name: place.name.clone(),
        population: place.population,
        deprivation: place.deprivation,
    }
}

/// Key of a place as it travels.
#[must_use]
pub fn place_key(tree: &Tree, id: impl Into<Option<PlaceId>>) -> Option<String> {
    id.into().and_then(|id| tree.get(id)).map(|p| p.key.clone())
}

/// The place of a key that was sent; none for none.
///
/// # Errors
/// [`ActError::Fields`] on `place` for a key that nobody has.
pub fn place_of(tree: &Tree, key: Option<&str>) -> Result<Option<PlaceId>, ActError> {
    match key.filter(|k| !k.is_empty()) {
        None => Ok(None),
        Some(key) => match tree.by_key(key) {
            Some(place) => Ok(Some(place.id)),
            None => Err(Fields::one("place", "form-unknown")),
        },
    }
}

/// All places of the city, from the whole to its parts.
#[utoipa::path(get, path = "/places", operation_id = "listPlaces", tag = "places",
    responses((status = 200, description = "All places, on one page.", body = List<PlaceOut>)))]
async fn list(call: Call) -> Pages<PlaceOut> {
    let tree = crate::tree(call.env()).await?;
    let items = tree.in_order().into_iter().map(|(_, p)| out(&tree, p)).collect();
    Ok(List { items, next: None })
}

/// One place.
#[utoipa::path(get, path = "/places/{key}", operation_id = "getPlace", tag = "places",
    params(("key" = String, Path, description = "Key of the place.", max_length = 80, example = "mill-bridge")),
    responses((status = 200, description = "The place.", body = PlaceOut)))]
async fn one(call: Call, At(key): At<String>) -> Answer<PlaceOut> {
    let tree = crate::tree(call.env()).await?;
    let place = tree.by_key(&key).ok_or(ApiError::from(ActError::NotFound))?;
    Ok(axum::Json(out(&tree, place)))
}
