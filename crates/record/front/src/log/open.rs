//! The log for whoever does not want to trust the city: checkpoint, tiles, proofs, the whole file, and how to check them.

use askama::Template;
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use kapok_acts::{log, tree};
use kapok_log::hex;
use kapok_log::tiles::TilePath;
use kapok_store::ids::ActId;
use kapok_web::{App, Chrome, Outcome, Page, Visit};

/// What others may verify the log with; the same file as in the source.
const CHECKER: &str = include_str!("../../../../../verify/kapok_log.py");

const TEXT: &str = "text/plain; charset=utf-8";
/// The log grows every second.
const BRIEF: &str = "public, max-age=2";
/// A tile never changes.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// The routes of the open log. Paths below `/log` as in the C2SP specification tlog-tiles.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/log/check", get(check))
        .route("/log/checkpoint", get(checkpoint))
        .route("/log/tile/{*path}", get(tile))
        .route("/log/key", get(key))
        .route("/log/acts.txt", get(acts))
        .route(
            "/log/kapok_log.py",
            get(async || file(TEXT, BRIEF, Some("kapok_log.py"), CHECKER)),
        )
        .route("/log/{id}/proof", get(proof))
}

fn file(kind: &'static str, cache: &'static str, name: Option<&str>, body: impl Into<Body>) -> Response {
    let mut response = ([(CONTENT_TYPE, kind), (CACHE_CONTROL, cache)], body.into()).into_response();
    let saved = name.and_then(|name| format!("attachment; filename=\"{name}\"").parse().ok());
    if let Some(value) = saved {
        response.headers_mut().insert(CONTENT_DISPOSITION, value);
    }
    response
}

async fn checkpoint(visit: Visit) -> Outcome {
    let mut conn = visit.app.env.db.read().await.map_err(|e| visit.problem(e))?;
    let head = tree::head(&mut conn).await.map_err(|e| visit.problem(e))?;
    Ok(file(
        TEXT,
        BRIEF,
        None,
        head.ok_or_else(|| visit.not_found())?.note,
    ))
}

async fn key(visit: Visit) -> Outcome {
    let key = tree::key(&visit.app.env).map_err(|e| visit.problem(e))?;
    Ok(file(TEXT, BRIEF, None, format!("{key}\n")))
}

async fn tile(visit: Visit, Path(path): Path<String>) -> Outcome {
    let path = TilePath::parse(&path).ok_or_else(|| visit.not_found())?;
    let mut conn = visit.app.env.db.read().await.map_err(|e| visit.problem(e))?;
    let bytes = tree::tile(&mut conn, path).await.map_err(|e| visit.problem(e))?;
    let bytes = bytes.ok_or_else(|| visit.not_found())?;
    Ok(file("application/octet-stream", FOR_EVER, None, bytes))
}

/// The whole log, sent while it is read.
async fn acts(State(app): State<App>, visit: Visit) -> Outcome {
    let export = tree::Export::new(&app.env).await.map_err(|e| visit.problem(e))?;
    let pieces = futures_util::stream::try_unfold(export, async |mut export| {
        let piece = export.next().await.map_err(|error| {
            tracing::error!(%error, "the log could not be read to its end");
            std::io::Error::other("the log could not be read to its end")
        })?;
        Ok::<_, std::io::Error>(piece.map(|bytes| (Bytes::from(bytes), export)))
    });
    Ok(file(
        TEXT,
        BRIEF,
        Some("kapok-log.txt"),
        Body::from_stream(pieces),
    ))
}

async fn proof(visit: Visit, Path(id): Path<String>) -> Outcome {
    let id = ActId::parse(&id).ok_or_else(|| visit.not_found())?;
    let mut conn = visit.app.env.db.read().await.map_err(|e| visit.problem(e))?;
    let entry = log::one(&mut conn, id).await.map_err(|e| visit.problem(e))?;
    let entry = entry.ok_or_else(|| visit.not_found())?;
    let proof = tree::proof(&mut conn, &entry)
        .await
        .map_err(|e| visit.problem(e))?;
    let proof = proof.ok_or_else(|| visit.not_found())?;
    Ok(file(TEXT, BRIEF, Some(&format!("{id}.tlog-proof")), proof))
}

#[derive(Template)]
#[template(path = "front_log_check.html")]
struct CheckPage {
    c: Chrome,
    /// Acts that are sealed, and when they were signed last; empty until the first signature.
    acts: String,
    iso: String,
    signed: String,
    root: String,
    key: String,
    /// Address below which the tiles are.
    tiles: String,
}

async fn check(visit: Visit) -> Outcome {
    let (t, env) = (visit.t, &visit.app.env);
    let key = tree::key(env).map_err(|e| visit.problem(e))?;
    let mut conn = env.db.read().await.map_err(|e| visit.problem(e))?;
    let head = tree::head(&mut conn).await.map_err(|e| visit.problem(e))?;
    let root = head.as_ref().and_then(|head| key.open(&head.note).ok());
    let page = CheckPage {
        acts: head
            .as_ref()
            .map(|head| t.number(i64::try_from(head.size).unwrap_or(i64::MAX)))
            .unwrap_or_default(),
        iso: head.as_ref().map(|head| head.at.to_string()).unwrap_or_default(),
        signed: head
            .as_ref()
            .map(|head| t.date_time(head.at.to_zoned_datetime(env.city.time_zone.clone()).datetime()))
            .unwrap_or_default(),
        root: root.map(|checkpoint| hex(&checkpoint.root)).unwrap_or_default(),
        key: key.to_string(),
        tiles: format!("{}/log", env.city.public_url),
        c: visit.chrome("log"),
    };
    Ok(Page::public(page).into_response())
}
