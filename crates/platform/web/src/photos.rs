//! Photos, served by the name of their content.

use axum::Router;
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use kapok_files::{FileName, Size};

use crate::App;

/// The routes of photos.
#[must_use]
pub fn photo_routes() -> Router<App> {
    Router::new()
        .route("/photos/{name}", get(full))
        .route("/photos/{name}/small", get(small))
}

async fn full(State(app): State<App>, Path(name): Path<String>) -> Response {
    serve(&app, &name, Size::Full).await
}

async fn small(State(app): State<App>, Path(name): Path<String>) -> Response {
    serve(&app, &name, Size::Small).await
}

async fn serve(app: &App, name: &str, size: Size) -> Response {
    let Ok(name) = name.parse::<FileName>() else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match app.files.get(&name, size).await {
        Ok(Some(bytes)) => (
            [
                (CONTENT_TYPE, HeaderValue::from_static("image/jpeg")),
                // Not for ever: a photo that is hidden or withdrawn must disappear.
                (CACHE_CONTROL, HeaderValue::from_static("private, max-age=3600")),
            ],
            bytes,
        )
            .into_response(),
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => {
            tracing::error!(%error, "a photo could not be read");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
