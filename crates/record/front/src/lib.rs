//! Pages that show several rooms at once: the front page, saying and following, the matter page, search, the log.
//!
//! This room has no tables of its own. It reads the rooms and calls their actions; whatever needs a rule belongs in
//! the room that owns it.

pub mod log;

use axum::Router;
use kapok_web::App;

/// The routes of this room.
pub fn routes() -> Router<App> {
    Router::new().merge(log::routes())
}
