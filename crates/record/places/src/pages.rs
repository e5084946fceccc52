//! The pages of places: the list, and the borders as GeoJSON.

use axum::Router;
use kapok_web::App;

/// The routes of this room.
pub fn routes() -> Router<App> {
    Router::new()
}
