//! The style sheet and the scripts: embedded, compressed once, named by their content.

use std::sync::LazyLock;

use axum::Router;
use axum::extract::Path;
use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::App;

struct Asset {
    path: String,
    content_type: &'static str,
    plain: &'static [u8],
    brotli: Vec<u8>,
}

static CSS: LazyLock<Asset> = LazyLock::new(|| {
    asset(
        "kapok",
        "css",
        "text/css; charset=utf-8",
        include_bytes!("../assets/kapok.css"),
    )
});
static JS: LazyLock<Asset> = LazyLock::new(|| {
    asset(
        "kapok",
        "js",
        "text/javascript; charset=utf-8",
        include_bytes!("../assets/kapok.js"),
    )
});

fn asset(name: &str, ending: &str, content_type: &'static str, plain: &'static [u8]) -> Asset {
    let hash = crate::token::hex(&kapok_acts::Keys::digest(plain)[..6]);
    let mut brotli = Vec::new();
    let params = brotli::enc::BrotliEncoderParams {
        quality: 9,
        ..Default::default()
    };
    // Compressing memory into memory cannot fail; an empty result would be sent plain.
    let _ = brotli::BrotliCompress(&mut &plain[..], &mut brotli, &params);
    Asset {
        path: format!("/assets/{name}-{hash}.{ending}"),
        content_type,
        plain,
        brotli,
    }
}

/// Address of the style sheet.
#[must_use]
pub fn css_path() -> &'static str {
    &CSS.path
}

/// Address of the script.
#[must_use]
pub fn js_path() -> &'static str {
    &JS.path
}

/// The routes of the assets.
pub fn asset_routes() -> Router<App> {
    Router::new().route("/assets/{name}", get(serve))
}

async fn serve(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let Some(asset) = [&*CSS, &*JS]
        .into_iter()
        .find(|a| a.path.ends_with(&name) && name.len() > 12)
    else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let takes_brotli = headers
        .get(ACCEPT_ENCODING)
        .and_then(|v| v.to_str().ok())
        .is_some_and(|v| v.contains("br"));
    let mut response = if takes_brotli && !asset.brotli.is_empty() {
        (
            [(CONTENT_ENCODING, HeaderValue::from_static("br"))],
            asset.brotli.clone(),
        )
            .into_response()
    } else {
        asset.plain.into_response()
    };
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(asset.content_type));
    headers.insert(
        CACHE_CONTROL,
        HeaderValue::from_static("public, max-age=31536000, immutable"),
    );
    headers.insert(VARY, HeaderValue::from_static("Accept-Encoding"));
    response
}
