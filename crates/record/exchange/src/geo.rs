//! Matters on the map, as GeoJSON (RFC 7946), streamed like the tables.

use std::sync::Arc;

use bytes::Bytes;
use futures_util::{Stream, StreamExt, stream};
use kapok_acts::Env;
use kapok_places::Tree;
use kapok_store::ids::PlaceId;
use kapok_store::{Result, Value};
use kapok_tables::Rows;
use serde_json::json;

/// One feature for each matter that lists show: a point in the middle of its place, or no geometry where the place is unknown.
pub fn matters(env: &Env, tree: Arc<Tree>) -> impl Stream<Item = Result<Bytes>> + Send + 'static {
    let start = (Rows::of(&kapok_matters::open::MATTERS), env.clone(), tree, true);
    let rows = stream::try_unfold(start, |(mut rows, env, tree, first)| async move {
        let mut conn = env.db.read().await?;
        let Some(chunk) = rows.next(&mut conn).await? else {
            return Ok(None);
        };
        drop(conn);
        let mut text = String::new();
        for row in chunk.iter().filter(|r| at(r, "listed") == Some(&Value::Int(1))) {
            text.push_str(if first && text.is_empty() { "\n" } else { ",\n" });
            text.push_str(&feature(row, &tree, &env));
        }
        let first = first && text.is_empty();
        Ok(Some((Bytes::from(text), (rows, env, tree, first))))
    });
    let text = |t: &'static str| stream::iter([Ok(Bytes::from_static(t.as_bytes()))]);
    text("{\"type\":\"FeatureCollection\",\"features\":[")
        .chain(rows)
        .chain(text("\n]}\n"))
}

fn at<'a>(row: &'a [Value], name: &str) -> Option<&'a Value> {
    row.get(kapok_matters::open::MATTERS.position(name)?)
}

fn feature(row: &[Value], tree: &Tree, env: &Env) -> String {
    let text = |name| match at(row, name) {
        Some(Value::Text(text)) => text.clone(),
        _ => String::new(),
    };
    let number = |name| match at(row, name) {
        Some(Value::Int(n)) => *n,
        _ => 0,
    };
    let place = match at(row, "place_id") {
        Some(Value::Bytes(id)) => id
            .as_slice()
            .try_into()
            .ok()
            .map(PlaceId)
            .and_then(|id| tree.get(id)),
        _ => None,
    };
    let geometry = place
        .and_then(kapok_places::Place::middle)
        .map(|(lon, lat)| json!({ "type": "Point", "coordinates": [lon, lat] }));
    json!({
        "type": "Feature",
        "id": number("number"),
        "geometry": geometry,
        "properties": {
            "title": text("title"),
            "lang": text("lang"),
            "state": text("state"),
            "step": text("step"),
            "topic": text("topic"),
            "voices": number("voices"),
            "place": place.map(|p| &p.key),
            "place_name": place.map(|p| &p.name),
            "url": format!("{}/matters/{}", env.city.public_url, number("number")),
        },
    })
    .to_string()
}
