//! Addresses of the open data.

use askama::Template;
use axum::Router;
use axum::body::Body;
use axum::extract::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use bytes::Bytes;
use futures_util::Stream;
use kapok_tables::{SMALLEST, csvw, stream};
use kapok_web::{App, Chrome, Outcome, Page, Visit};
use serde_json::json;

use crate::{counters, export, geo, tables};

/// The routes of this room.
pub fn routes() -> Router<App> {
    Router::new()
        .route(
            "/open-data",
            get(|| async { kapok_web::redirect("/about/open-data") }),
        )
        .route("/open-data/{file}", get(file))
        .route("/about/open-data", get(about))
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

#[derive(Template)]
#[template(path = "about_open_data.html")]
struct OpenDataPage {
    tabs: Vec<(&'static str, &'static str, bool)>,
    /// What there is, and its address.
    files: [(&'static str, &'static str); 13],
    /// The tables, in the words of their descriptions.
    tables: Vec<(&'static str, String)>,
    smallest: String,
    c: Chrome,
}

impl OpenDataPage {
    fn new(c: Chrome) -> Self {
        let t = c.t;
        Self {
            tabs: kapok_front::about::tabs(t, "/about/open-data"),
            files: [
                (t.about_open_matters(), "/matters.csv"),
                (t.about_open_promises(), "/promises.csv"),
                (t.about_open_cases(), "/cases.csv"),
                (t.about_open_places(), "/places.geojson"),
                (t.about_open_geojson(), "/open-data/matters.geojson"),
                (t.about_open_statistics(), "/statistics"),
                (t.about_open_log(), "/log/feed.atom"),
                (t.about_open_feed(), "/matters/feed.atom"),
                (t.about_open_calendar(), "/calendar.ics"),
                (t.about_open_counters(), "/open-data/counters.csv"),
                (t.about_open_frictionless(), "/open-data/datapackage.json"),
                (t.about_open_csvw(), "/open-data/csv-metadata.json"),
                (t.about_open_dcat(), "/open-data/catalog.jsonld"),
            ],
            tables: tables::all()
                .iter()
                .map(|t| (t.about, format!("/open-data/{}.csv", t.name)))
                .collect(),
            smallest: t.number(SMALLEST),
            c,
        }
    }
}

async fn about(visit: Visit) -> Outcome {
    let city = &visit.app.env.city;
    let base = &city.public_url;
    let datasets: Vec<_> = tables::all()
        .iter()
        .map(|t| {
            json!({
                "@type": "Dataset",
                "name": format!("{}: {}", city.name, t.name.replace('_', " ")),
                "description": t.about,
                "license": crate::dcat::LICENCE,
                "url": format!("{base}/about/open-data"),
                "creator": { "@type": "GovernmentOrganization", "name": city.name, "url": base },
                "distribution": [{
                    "@type": "DataDownload",
                    "encodingFormat": "text/csv",
                    "contentUrl": format!("{base}/open-data/{}.csv", t.name),
                }],
            })
        })
        .collect();
    let linked = json!({
        "@context": "https://schema.org",
        "@type": "DataCatalog",
        "name": format!("{} – {}", visit.t.base_footer_open_data(), city.name),
        "url": format!("{base}/about/open-data"),
        "dataset": datasets,
    });
    Ok(Page::public(OpenDataPage::new(visit.chrome("").linked(&linked.to_string()))).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;
    use kapok_i18n::Lang;

    #[test]
    fn the_page_names_every_table_in_every_language() {
        for lang in Lang::ALL {
            let html = OpenDataPage::new(Chrome::sample(lang, false)).render().unwrap();
            assert_eq!(html.matches("<h1").count(), 1, "{lang}");
            for table in tables::all() {
                assert!(
                    html.contains(&format!("/open-data/{}.csv", table.name)),
                    "{lang}: {}",
                    table.name
                );
            }
        }
    }
}
