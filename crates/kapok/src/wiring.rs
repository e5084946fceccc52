//! The one list of rooms.

use std::sync::Arc;

use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::routing::get;
use bytes::Bytes;
use kapok_acts::{ActError, Env};
use kapok_files::Files;
use kapok_jobs::Handlers;
use kapok_mail::Mailer;
use kapok_store::{Migration, Schema};
use kapok_web::api::{BASE, describe, framed};
use kapok_web::{App, Limits};
use utoipa::openapi::OpenApi;
use utoipa_axum::router::OpenApiRouter;

/// The schemas of all crates, in the order in which their migrations run.
pub const SCHEMAS: &[Schema] = &[
    kapok_store::SCHEMA,
    kapok_acts::SCHEMA,
    kapok_acts::tree::SCHEMA,
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
        .merge(api_routes())
        .merge(kapok_exchange::routes())
        .merge(crate::watch::routes())
}

/// The operations of all rooms.
fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(kapok_places::api::api())
        .merge(kapok_parties::api::api())
        .merge(kapok_voices::api::api())
        .merge(kapok_matters::api::api())
        .merge(kapok_processes::api::api())
        .merge(kapok_decisions::api::api())
        .merge(kapok_commitments::api::api())
        .merge(kapok_outcomes::api::api())
        .merge(kapok_cases::api::api())
        .merge(kapok_programmes::api::api())
        .merge(kapok_front::api::api())
}

/// The operations of all rooms as routes, and their description.
pub fn api() -> (Router<App>, OpenApi) {
    let (routes, _) = operations().split_for_parts();
    let mut doc = OpenApiRouter::<App>::new()
        .nest(BASE, operations())
        .into_openapi();
    describe(&mut doc, env!("CARGO_PKG_VERSION"));
    (routes, doc)
}

/// The API with its description at `openapi.json`.
fn api_routes() -> Router<App> {
    let (routes, doc) = api();
    let page = kapok_front::about_api::routes(&doc);
    let text = Bytes::from(doc.to_json().unwrap_or_default());
    let description = get(move || async move { ([(CONTENT_TYPE, "application/json")], text) });
    Router::new()
        .nest(BASE, framed(routes.route("/openapi.json", description)))
        .merge(page)
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
        watch: std::sync::Arc::default(),
        behind_proxy,
        secure_cookies,
    }
}

/// The whole server as one service.
pub fn service(app: App) -> Router {
    kapok_web::secure(routes(), app)
}

/// Kind and name of the one job that sends mails about answers.
const MAILS: &str = "mails.send";

/// The handlers of all job kinds.
#[must_use]
pub fn handlers(mailer: &Mailer) -> Handlers {
    let own = mailer.clone();
    kapok_matters::jobs::handlers(Handlers::default(), mailer).on(MAILS, move |env, (): ()| {
        let mailer = own.clone();
        async move {
            // What is not sent stays due and makes a job again, so this one is never tried again by itself.
            if let Err(error) = kapok_front::mails::send_due(&env, &mailer).await {
                tracing::error!(%error, "mails could not be sent");
            }
            Ok(())
        }
    })
}

/// Queues the sending of mails to authors of voices, when some are due. As a job, so that of several processes one sends.
///
/// # Errors
/// From the database.
pub async fn queue_mails(env: &Env, mailer: &Mailer) -> Result<(), ActError> {
    if !mailer.is_on() {
        return Ok(());
    }
    let due = kapok_voices::due_mails(&mut env.db.read().await?, 1).await?;
    if !due.is_empty() {
        let mut tx = env.db.chore().await?;
        kapok_jobs::queue_in_chore(&mut tx, env, MAILS, &(), env.now(), Some(MAILS)).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// What has to go by date: contact data past its term, and sessions that ended.
///
/// # Errors
/// From the database.
pub async fn hourly(env: &Env) -> Result<(), ActError> {
    kapok_voices::contacts::purge_contacts(env).await?;
    Ok(())
}
