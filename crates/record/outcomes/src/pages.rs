//! Pages of the room.

/// The routes of this room.
pub fn routes() -> axum::Router<kapok_web::App> {
    axum::Router::new()
}
