//! Photos, served by the name of their content. Which of them may be shown, the rooms know.

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use kapok_files::{FileName, Size};

use crate::App;

/// A stored photo as an answer; 404 when there is none of this name.
pub async fn photo(app: &App, name: &str, size: Size) -> Response {
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
