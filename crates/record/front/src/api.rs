//! What several rooms do together, as JSON: saying something, following it by its code, the numbers of the city, what is
//! late, sharing, and the log.

mod city;
mod follow;
mod log;
mod say;
mod share;

use kapok_web::App;
use utoipa_axum::router::OpenApiRouter;

/// The operations of this room.
pub fn api() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(say::api())
        .merge(follow::api())
        .merge(city::api())
        .merge(share::api())
        .merge(log::api())
}
