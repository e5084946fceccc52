//! The ladder of participation and the channels as JSON.

use kapok_web::App;
use kapok_web::api::{Call, List, Pages};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::model::{ChannelKind, Rung};
use crate::store;

/// The operations of this room.
pub fn api() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(ladder))
        .routes(routes!(channels))
}

/// A rung of the ladder of participation.
#[derive(Serialize, ToSchema)]
struct RungOut {
    /// Its id.
    id: String,
    /// Its place, from 1 at the foot.
    position: i64,
    /// The level that it belongs to.
    level: String,
    /// What it means, in the language of the record.
    meaning: String,
    /// What is promised there, in the language of the record.
    promise: String,
}

/// The ladder of participation, from the foot up.
#[utoipa::path(get, path = "/ladder", operation_id = "listRungs", tag = "statistics",
    responses((status = 200, description = "All rungs.", body = List<RungOut>)))]
async fn ladder(call: Call) -> Pages<RungOut> {
    let rungs = store::rungs(&mut call.env().db.read().await?).await?;
    let out = |r: Rung| RungOut {
        id: r.id,
        position: r.position,
        level: r.level,
        meaning: r.meaning,
        promise: r.promise,
    };
    Ok(List {
        items: rungs.into_iter().map(out).collect(),
        next: None,
    })
}

/// A channel of participation.
#[derive(Serialize, ToSchema)]
struct ChannelOut {
    /// Its id.
    id: String,
    /// Its name, in the language of the record.
    name: String,
    /// The path that it belongs to.
    path: String,
    /// What it is, in the language of the record.
    description: String,
    /// Where the report names it.
    report_ref: String,
}

/// The channels by which people are heard.
#[utoipa::path(get, path = "/channels", operation_id = "listChannels", tag = "statistics",
    responses((status = 200, description = "All channels.", body = List<ChannelOut>)))]
async fn channels(call: Call) -> Pages<ChannelOut> {
    let channels = store::channels(&mut call.env().db.read().await?).await?;
    let out = |c: ChannelKind| ChannelOut {
        id: c.id,
        name: c.name,
        path: c.path,
        description: c.description,
        report_ref: c.report_ref,
    };
    Ok(List {
        items: channels.into_iter().map(out).collect(),
        next: None,
    })
}
