//! The pages of parties: signing in, one's own account, who answers for what, and accounts for administrators.

use axum::Router;
use kapok_web::App;

/// The routes of this room.
pub fn routes() -> Router<App> {
    Router::new()
}
