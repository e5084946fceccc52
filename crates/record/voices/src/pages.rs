//! The pages of voices: the public list and one voice, and the service desk.

use axum::Router;
use kapok_web::App;

/// The routes of this room.
pub fn routes() -> Router<App> {
    Router::new()
}
