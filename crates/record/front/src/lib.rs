//! Pages that show several rooms at once: the front page, saying and following, the matter page, search, the log.
//!
//! This room has no tables of its own. It reads the rooms and calls their actions; whatever needs a rule belongs in
//! the room that owns it.

pub mod about;
pub mod about_api;
pub mod api;
pub mod follow;
pub mod home;
pub mod late;
pub mod log;
pub mod mails;
pub mod matter;
pub mod photos;
pub mod say;
pub mod share;
pub mod timeline;

pub use home::warm;

use axum::Router;
use kapok_web::App;

/// The routes of this room.
pub fn routes() -> Router<App> {
    Router::new()
        .merge(home::routes())
        .merge(say::routes())
        .merge(follow::routes())
        .merge(share::routes())
        .merge(photos::routes())
        .merge(matter::routes())
        .merge(log::routes())
        .merge(late::routes())
        .merge(about::routes())
}
