//! Addresses of the open data.

use axum::Router;
use axum::body::Body;
use axum::extract::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use bytes::Bytes;
use futures_util::Stream;
use kapok_tables::{csvw, stream};
use kapok_web::{App, Outcome, Visit};

use crate::{counters, export, geo, tables};

/// The routes of this room.
pub fn routes() -> Router<App> {
    Router::new()
        .route(
            "/open-data",
            get(|| async { kapok_web::redirect("/about/open-data") }),
        )
        .route("/open-data/{file}", get(file))
}

/// An answer that may be kept by whoever asked again each time.
pub(crate) fn answer(kind: &'static str, body: impl Into<Body>) -> Response {
    (
        [(CONTENT_TYPE, kind), (CACHE_CONTROL, "private, no-cache")],
        body.into(),
    )
        .into_response()
}

fn streamed(
    kind: &'static str,
    rows: impl Stream<Item = kapok_store::Result<Bytes>> + Send + 'static,
) -> Response {
    answer(kind, Body::from_stream(rows))
}

const CSV: &str = "text/csv; charset=utf-8; header=present";
const GEOJSON: &str = "application/geo+json";

async fn file(visit: Visit, Path(name): Path<String>) -> Outcome {
    let env = &visit.app.env;
    let tree = || async { kapok_places::tree(env).await.map_err(|e| visit.problem(e)) };
    match name.as_str() {
        "counters.csv" => {
            let counters = counters::all(env).await.map_err(|e| visit.problem(e))?;
            return Ok(answer(CSV, counters::csv(env, &counters)));
        }
        "places.geojson" => return Ok(answer(GEOJSON, kapok_places::geojson(&*tree().await?))),
        "matters.geojson" => return Ok(streamed(GEOJSON, geo::matters(env, tree().await?))),
        _ => {}
    }
    if let Some((_, text)) = export::described(env).into_iter().find(|(n, _)| *n == name) {
        let kind = match name.as_str() {
            "catalog.jsonld" => "application/ld+json",
            "csv-metadata.json" => "application/csvm+json",
            _ => "application/json",
        };
        return Ok(answer(kind, text));
    }
    if let Some(table) = name.strip_suffix(".csv").and_then(tables::named) {
        return Ok(streamed(
            CSV,
            stream(table, env.db.clone(), env.city.time_zone.clone()),
        ));
    }
    if let Some(table) = name.strip_suffix(".csv-metadata.json").and_then(tables::named) {
        return Ok(answer("application/csvm+json", export::pretty(&csvw(table))));
    }
    Err(visit.not_found())
}
