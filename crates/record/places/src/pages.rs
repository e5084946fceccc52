//! The pages of places: the list, and the borders as GeoJSON.

use askama::Template;
use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::routing::get;
use kapok_i18n::T;
use kapok_web::{App, Chrome, Outcome, Page, Visit};
use serde_json::{Value, json};

use crate::{Place, PlaceKind, Tree, tree};

/// The routes of this room.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/places", get(list))
        .route("/places.geojson", get(geojson))
}

/// The name of a kind of place.
#[must_use]
pub fn kind_name(t: T, kind: PlaceKind) -> &'static str {
    match kind {
        PlaceKind::Region => t.places_kind_region(),
        PlaceKind::Country => t.places_kind_country(),
        PlaceKind::City => t.places_kind_city(),
        PlaceKind::District => t.places_kind_district(),
        PlaceKind::Neighbourhood => t.places_kind_neighbourhood(),
        PlaceKind::Venue => t.places_kind_venue(),
    }
}

#[derive(Template)]
#[template(path = "places_list.html")]
struct ListPage {
    c: Chrome,
    lines: Vec<Line>,
}

struct Line {
    key: String,
    depth: usize,
    name: String,
    kind: &'static str,
    people: String,
    deprivation: String,
}

fn line(t: T, depth: usize, place: &Place) -> Line {
    let number = |n: Option<i64>| match n {
        Some(n) => t.number(n),
        // Nobody lives in a hall: there is no number to be unknown.
        None if place.kind == PlaceKind::Venue => String::new(),
        None => t.base_unknown().to_owned(),
    };
    Line {
        key: place.key.clone(),
        depth,
        name: place.name.clone(),
        kind: kind_name(t, place.kind),
        people: number(place.population),
        deprivation: number(place.deprivation),
    }
}

async fn list(visit: Visit) -> Outcome {
    let tree = tree(&visit.app.env).await.map_err(|e| visit.problem(e))?;
    let lines = tree
        .in_order()
        .into_iter()
        .map(|(depth, p)| line(visit.t, depth, p))
        .collect();
    Ok(Page::public(ListPage {
        c: visit.chrome("places"),
        lines,
    })
    .into_response())
}

async fn geojson(visit: Visit) -> Outcome {
    let tree = tree(&visit.app.env).await.map_err(|e| visit.problem(e))?;
    let headers = [(CONTENT_TYPE, "application/geo+json")];
    Ok((headers, collection(&tree).to_string()).into_response())
}

/// All places with a shape as a FeatureCollection (RFC 7946).
/// All places with their borders as GeoJSON (RFC 7946).
#[must_use]
pub fn collected(tree: &Tree) -> String {
    collection(tree).to_string()
}

fn collection(tree: &Tree) -> Value {
    let features: Vec<Value> = tree
        .in_order()
        .into_iter()
        .filter_map(|(_, p)| feature(tree, p))
        .collect();
    json!({ "type": "FeatureCollection", "features": features })
}

fn feature(tree: &Tree, place: &Place) -> Option<Value> {
    let geometry = match place.rings.as_slice() {
        [] => return None,
        [ring] if ring.len() == 1 => json!({ "type": "Point", "coordinates": ring[0] }),
        rings => json!({ "type": "Polygon", "coordinates": closed(rings) }),
    };
    Some(json!({
        "type": "Feature",
        "id": place.key,
        "geometry": geometry,
        "properties": {
            "name": place.name,
            "kind": place.kind.id(),
            "parent": place.parent.and_then(|id| tree.get(id)).map(|p| &p.key),
            "population": place.population,
            "deprivation": place.deprivation,
        },
    }))
}

/// Rings as GeoJSON wants them: the first point again at the end, the outer ring against the clock and the holes with it
/// (RFC 7946, section 3.1.6).
fn closed(rings: &[Vec<(f64, f64)>]) -> Vec<Vec<(f64, f64)>> {
    let close = |(i, ring): (usize, &Vec<(f64, f64)>)| {
        let mut ring = ring.clone();
        if (doubled_area(&ring) > 0.0) != (i == 0) {
            ring.reverse();
        }
        ring.extend(ring.first().copied());
        ring
    };
    rings.iter().enumerate().map(close).collect()
}

/// Twice the area within a ring, above zero when it runs against the clock (the shoelace formula).
fn doubled_area(ring: &[(f64, f64)]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    ring.iter().zip(next).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum()
}

#[cfg(test)]
mod tests {
    use kapok_i18n::Lang;

    use super::*;

    #[test]
    fn the_list_is_drawn_in_every_language() {
        for lang in Lang::ALL {
            let place = Place {
                id: kapok_store::ids::PlaceId([1; 16]),
                key: "ridge".into(),
                parent: None,
                kind: PlaceKind::Neighbourhood,
                name: "The <Ridge>".into(),
                population: Some(9800),
                deprivation: None,
                rings: vec![],
            };
            let page = ListPage {
                c: Chrome::sample(lang, false),
                lines: vec![line(T(lang), 2, &place)],
            };
            let html = page.render().unwrap();
            assert!(
                !html.contains("<Ridge>") && html.contains(&T(lang).number(9800)),
                "{html}"
            );
            assert!(html.contains(T(lang).base_unknown()));
            assert!(
                ListPage {
                    c: Chrome::sample(lang, true),
                    lines: vec![]
                }
                .render()
                .is_ok()
            );
        }
    }

    #[test]
    fn rings_run_as_the_standard_wants() {
        let clockwise = vec![(0.0, 0.0), (0.0, 1.0), (1.0, 0.0)];
        let rings = closed(&[clockwise.clone(), clockwise]);
        assert_eq!(rings[0], [(1.0, 0.0), (0.0, 1.0), (0.0, 0.0), (1.0, 0.0)]);
        assert!(doubled_area(&rings[0]) > 0.0 && doubled_area(&rings[1]) < 0.0);
    }
}
