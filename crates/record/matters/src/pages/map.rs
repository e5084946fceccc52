//! Where the matters are: a map of the neighbourhoods, and the same facts as a table.

use std::collections::HashMap;

use askama::Template;
use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use kapok_acts::ActError;
use kapok_i18n::{Numbers, T};
use kapok_places::{Place, Tree};
use kapok_stats::geo::{Area, Map, Point, classes};
use kapok_stats::{Cell, Frame, Known, Link, Table};
use kapok_store::ids::PlaceId;
use kapok_web::{App, Chrome, Outcome, Page, Visit, url};

use crate::reads;

/// Shades of the map.
const SHADES: usize = 4;

/// The route of the map.
pub fn routes() -> Router<App> {
    Router::new().route("/matters/map", get(show))
}

#[derive(Template)]
#[template(path = "matters_map.html")]
struct MapPage {
    c: Chrome,
    svg: String,
    /// What the shades stand for: class and numbers.
    legend: Vec<(String, String)>,
    lines: Vec<Line>,
}

struct Line {
    name: String,
    href: String,
    all: String,
    open: String,
    people: String,
    per: String,
}

async fn show(visit: Visit) -> Outcome {
    page(&visit).await.map_err(|e| visit.problem(e))
}

async fn page(visit: &Visit) -> Result<Response, ActError> {
    let env = &visit.app.env;
    let tree = kapok_places::tree(env).await?;
    let mut conn = env.db.read().await?;
    let counts: HashMap<PlaceId, (i64, i64)> = reads::by_place(&mut conn)
        .await?
        .into_iter()
        .map(|(place, all, open)| (place, (all, open)))
        .collect();
    drop(conn);
    let page = MapPage {
        c: visit.chrome("matters"),
        svg: draw(visit.t, &tree, &counts),
        legend: legend(visit.t, &tree, &counts),
        lines: tree
            .neighbourhoods()
            .map(|place| line(visit.t, place, &counts))
            .collect(),
    };
    Ok(Page::public(page).into_response())
}

fn href(place: &Place) -> String {
    format!("/matters{}", url::query(&[("place", &place.key)]))
}

fn line(t: T, place: &Place, counts: &HashMap<PlaceId, (i64, i64)>) -> Line {
    let (all, open) = counts.get(&place.id).copied().unwrap_or_default();
    let per = match place.population {
        Some(people) if people > 0 => t.decimal(all as f64 * 10_000.0 / people as f64, 1),
        _ => t.base_unknown().to_owned(),
    };
    Line {
        name: place.name.clone(),
        href: href(place),
        all: t.number(all),
        open: t.number(open),
        people: place
            .population
            .map_or_else(|| t.base_unknown().to_owned(), |n| t.number(n)),
        per,
    }
}

/// The shades that the map has, each with the numbers it stands for.
fn legend(t: T, tree: &Tree, counts: &HashMap<PlaceId, (i64, i64)>) -> Vec<(String, String)> {
    let values: Vec<i64> = drawn(tree).map(|place| count(counts, place)).collect();
    let known: Vec<Known<i64>> = values.iter().map(|n| Known::Known(*n)).collect();
    let shades = classes(&known, SHADES);
    (1..=SHADES)
        .filter_map(|shade| {
            let of_shade = values.iter().zip(&shades).filter(|(_, s)| **s == Some(shade));
            let (least, most) = of_shade.fold((i64::MAX, i64::MIN), |(low, high), (n, _)| {
                (low.min(*n), high.max(*n))
            });
            let words = match least.cmp(&most) {
                std::cmp::Ordering::Greater => return None,
                std::cmp::Ordering::Equal => t.matters_count(most),
                std::cmp::Ordering::Less => t.matters_map_span(&t.number(least), &t.number(most)),
            };
            Some((format!("shade-{shade}"), words))
        })
        .collect()
}

/// The neighbourhoods that have a border.
fn drawn(tree: &Tree) -> impl Iterator<Item = &Place> {
    tree.neighbourhoods().filter(|p| !p.rings.is_empty())
}

fn count(counts: &HashMap<PlaceId, (i64, i64)>, place: &Place) -> i64 {
    counts.get(&place.id).map_or(0, |(all, _)| *all)
}

/// The picture; empty when no neighbourhood has a border.
fn draw(t: T, tree: &Tree, counts: &HashMap<PlaceId, (i64, i64)>) -> String {
    let places: Vec<&Place> = drawn(tree).collect();
    let count = |place: &Place| count(counts, place);
    let values: Vec<Known<i64>> = places.iter().map(|p| Known::Known(count(p))).collect();
    let areas = places
        .iter()
        .zip(classes(&values, SHADES))
        .map(|(place, shade)| Area {
            name: place.name.clone(),
            value: Cell::count(count(place)),
            rings: place.rings.iter().map(|ring| points(ring)).collect(),
            class: shade.map(|n| format!("shade-{n}")).unwrap_or_default(),
            link: Link::new(&href(place)),
        });
    let map = Map {
        areas: areas.collect(),
        markers: Vec::new(),
    };
    let table = Table {
        caption: t.matters_map_caption().to_owned(),
        unit: t.matters_title().to_owned(),
        n: Known::Known(values.iter().filter_map(|v| v.value()).sum()),
        columns: vec![t.matters_map_place().to_owned(), t.matters_title().to_owned()],
        rows: Vec::new(),
        source: String::new(),
        note: None,
    };
    let frame = Frame {
        id: "city-map",
        description: "",
        rtl: t.lang().is_rtl(),
        words: &Numbers { t, digits: 0 },
    };
    map.draw(table, frame).map(|chart| chart.svg).unwrap_or_default()
}

/// A ring as the chart engine takes it: the first point is not repeated at the end.
fn points(ring: &[(f64, f64)]) -> Vec<Point> {
    let open = match ring.split_last() {
        Some((last, rest)) if ring.first() == Some(last) && rest.len() >= 3 => rest,
        _ => ring,
    };
    open.iter().map(|&(lon, lat)| Point { lon, lat }).collect()
}
