//! The pages of parties: signing in, one's own account, who answers for what, and accounts for administrators.

mod account;
mod admin;
mod kept;
mod roles;
#[cfg(test)]
mod samples;
mod sign_in;
mod tokens;
mod words;

use axum::Router;
use axum::routing::{get, post};
use kapok_web::App;

pub use words::{right_name, role_about, role_name};

/// The routes of this room.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/sign-in", get(sign_in::show).post(sign_in::sign_in))
        .route("/sign-in/kept", get(kept::plain).post(kept::ask))
        .route("/sign-out", post(sign_in::sign_out))
        .route("/account", get(account::show).post(account::change))
        .route("/about/roles", get(roles::show))
        .route("/admin/accounts", get(admin::list).post(admin::create))
        .route("/admin/accounts/{id}", get(admin::show).post(admin::change))
}
