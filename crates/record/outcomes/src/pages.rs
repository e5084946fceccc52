//! Pages: residents check whether it is done; staff write down what was measured and learned.

mod check;
mod outcome;

use axum::Router;
use axum::routing::get;
use kapok_web::App;

/// The routes of this room.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/matters/{number}/check", get(check::form).post(check::send))
        .route(
            "/matters/{number}/outcome",
            get(outcome::form).post(outcome::send),
        )
}
