//! The one list of rooms.

use std::sync::Arc;

use axum::Router;
use kapok_acts::{ActError, Env};
use kapok_files::Files;
use kapok_jobs::Handlers;
use kapok_mail::Mailer;
use kapok_store::{Migration, Schema};
use kapok_web::{App, Limits};

/// The schemas of all crates, in the order in which their migrations run.
pub const SCHEMAS: &[Schema] = &[
    kapok_store::SCHEMA,
    kapok_acts::SCHEMA,
    kapok_jobs::SCHEMA,
    kapok_places::SCHEMA,
    kapok_parties::SCHEMA,
    kapok_voices::SCHEMA,
    kapok_matters::SCHEMA,
    kapok_processes::SCHEMA,
    kapok_decisions::SCHEMA,
    kapok_commitments::SCHEMA,
    kapok_outcomes::SCHEMA,
    kapok_cases::SCHEMA,
    kapok_programmes::SCHEMA,
];

/// All migrations in order.
#[must_use]
pub fn migrations() -> Vec<Migration> {
    SCHEMAS
        .iter()
        .flat_map(|s| s.migrations.iter().copied())
        .collect()
}

/// All routes, without the protections around them (see [`kapok_web::secure`]).
pub fn routes() -> Router<App> {
    Router::new()
        .merge(kapok_web::asset_routes())
        .merge(kapok_web::design_routes())
        .merge(kapok_places::routes())
        .merge(kapok_parties::routes())
        .merge(kapok_voices::routes())
        .merge(kapok_matters::routes())
        .merge(kapok_processes::routes())
        .merge(kapok_decisions::routes())
        .merge(kapok_commitments::routes())
        .merge(kapok_outcomes::routes())
        .merge(kapok_cases::routes())
        .merge(kapok_programmes::routes())
        .merge(kapok_front::routes())
        .merge(kapok_exchange::routes())
}

/// What handlers are given.
#[must_use]
pub fn app(env: Env, files: Files, limits: Limits, behind_proxy: bool) -> App {
    let secure_cookies = env.city.public_url.starts_with("https://");
    App {
        env,
        files,
        sessions: Arc::new(kapok_parties::StaffSessions),
        limits: Arc::new(limits),
        behind_proxy,
        secure_cookies,
    }
}

/// The whole server as one service.
pub fn service(app: App) -> Router {
    kapok_web::secure(routes(), app)
}

/// The handlers of all job kinds.
#[must_use]
pub fn handlers(mailer: &Mailer) -> Handlers {
    kapok_matters::jobs::handlers(Handlers::default(), mailer)
}

/// Sends the mails that are due to authors of voices.
///
/// # Errors
/// From the database; a mail that cannot be sent stays due.
pub async fn send_mails(env: &Env, mailer: &Mailer) -> Result<usize, ActError> {
    if mailer.is_on() {
        kapok_front::mails::send_due(env, mailer).await
    } else {
        Ok(0)
    }
}

/// What has to go by date: contact data past its term, and sessions that ended.
///
/// # Errors
/// From the database.
pub async fn hourly(env: &Env) -> Result<(), ActError> {
    kapok_voices::contacts::purge_contacts(env).await?;
    Ok(())
}
