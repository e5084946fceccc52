//! What every answer of the API carries: language, entity tag, cache policy, who may read it from a page elsewhere.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{OriginalUri, Request};
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, ALLOW, AUTHORIZATION, CACHE_CONTROL,
    CONTENT_LENGTH, ETAG, IF_NONE_MATCH, LINK, VARY,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri};
use axum::middleware::{self, Next as Onward};
use axum::response::{IntoResponse, Response};
use kapok_i18n::T;
use kapok_store::StoreError;
use sha2::{Digest, Sha256};
use tower_http::catch_panic::CatchPanicLayer;

use super::ApiError;
use super::call::spoken;
use super::cursor::Next;
use super::problem::Unspoken;
use crate::App;

/// Bytes of an answer at most; pages of lists are far smaller.
const LARGEST: usize = 16 << 20;

/// Puts the frame around all operations. To be nested at [`BASE`](super::BASE).
pub fn framed(routes: Router<App>) -> Router<App> {
    routes
        .fallback(|| async { ApiError::NoOperation })
        .layer(CatchPanicLayer::custom(|_| {
            ApiError::from(StoreError::Pool("a handler panicked".into())).into_response()
        }))
        .layer(middleware::from_fn(frame))
}

async fn frame(OriginalUri(uri): OriginalUri, request: Request, next: Onward) -> Response {
    let method = request.method().clone();
    let asked = request.headers().clone();
    if method == Method::OPTIONS {
        return preflight();
    }
    let mut response = next.run(request).await;
    let t = spoken(&asked);
    if let Some(Unspoken(error)) = response.extensions().get().cloned() {
        response = error.spoken(t);
    } else if response.status() == StatusCode::METHOD_NOT_ALLOWED {
        response = not_this_method(&response, t);
    }
    if let Some(Next(cursor)) = response.extensions().get().cloned() {
        link(&uri, &cursor, response.headers_mut());
    }
    let reads = method == Method::GET || method == Method::HEAD;
    if reads && response.status() == StatusCode::OK {
        response = tagged(response, &asked, t).await;
    }
    let headers = response.headers_mut();
    let personal = asked.contains_key(AUTHORIZATION) || !reads;
    let cache = if personal { "no-store" } else { "no-cache" };
    headers
        .entry(CACHE_CONTROL)
        .or_insert(HeaderValue::from_static(cache));
    headers.insert(VARY, HeaderValue::from_static("Accept-Language, Authorization"));
    if reads {
        open(headers);
    }
    response
}

/// What everybody may read may be read from every page. Writing from pages elsewhere is refused by the check of the origin.
fn open(headers: &mut HeaderMap) {
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(
        ACCESS_CONTROL_EXPOSE_HEADERS,
        HeaderValue::from_static("ETag, Link, Retry-After"),
    );
}

fn preflight() -> Response {
    let mut response = StatusCode::NO_CONTENT.into_response();
    let headers = response.headers_mut();
    open(headers);
    let put = |headers: &mut HeaderMap, name: HeaderName, value| {
        headers.insert(name, HeaderValue::from_static(value))
    };
    put(headers, ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD");
    put(
        headers,
        ACCESS_CONTROL_ALLOW_HEADERS,
        "Accept-Language, If-None-Match",
    );
    put(headers, ACCESS_CONTROL_MAX_AGE, "86400");
    response
}

fn not_this_method(response: &Response, t: T) -> Response {
    let allowed = response.headers().get(ALLOW).cloned();
    let mut refused = ApiError::Method.spoken(t);
    if let Some(allowed) = allowed {
        refused.headers_mut().insert(ALLOW, allowed);
    }
    refused
}

fn link(uri: &Uri, cursor: &str, headers: &mut HeaderMap) {
    let pairs = uri.query().unwrap_or_default().split('&');
    let kept = pairs.filter(|pair| !pair.is_empty() && !pair.starts_with("cursor="));
    let query = kept.fold(String::new(), |all, pair| format!("{all}{pair}&"));
    let link = format!("<{}?{query}cursor={cursor}>; rel=\"next\"", uri.path());
    if let Ok(value) = HeaderValue::from_str(&link) {
        headers.insert(LINK, value);
    }
}

/// With its entity tag (RFC 9110, section 8.8.3), or 304 when the caller has it already.
async fn tagged(response: Response, asked: &HeaderMap, t: T) -> Response {
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, LARGEST).await else {
        return ApiError::from(StoreError::Pool("an answer was too large".into())).spoken(t);
    };
    let digest = Sha256::digest(&bytes);
    let tag = format!("\"{}\"", crate::token::hex(&digest[..16]));
    if let Ok(value) = HeaderValue::from_str(&tag) {
        parts.headers.insert(ETAG, value);
    }
    let known = asked
        .get_all(IF_NONE_MATCH)
        .iter()
        .filter_map(|v| v.to_str().ok())
        .flat_map(|v| v.split(','))
        .any(|v| v.trim() == "*" || v.trim().trim_start_matches("W/") == tag);
    if known {
        parts.status = StatusCode::NOT_MODIFIED;
        parts.headers.remove(axum::http::header::CONTENT_TYPE);
        parts.headers.remove(CONTENT_LENGTH);
        return Response::from_parts(parts, Body::empty());
    }
    Response::from_parts(parts, Body::from(bytes))
}
