//! What every answer carries and every request must pass.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_TYPE, SET_COOKIE};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use kapok_i18n::{Lang, T};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::predicate::{NotForContentType, Predicate, SizeAbove};
use tower_http::compression::{CompressionLayer, CompressionLevel};
use tower_http::csrf::CsrfLayer;

use crate::kept::{self, Pages};
use crate::visit::{LANGUAGE_COOKIE, NOTICE_COOKIE, cookie, language};
use crate::{App, Problem};

const CSP: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; \
    form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const HEADERS: [(&str, &str); 6] = [
    ("content-security-policy", CSP),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(), microphone=(), geolocation=(), browsing-topics=()",
    ),
];

/// Puts the protections around all routes: cross-site posts are refused, panics become a page, answers are compressed and
/// carry the security headers.
pub fn secure(routes: Router<App>, app: App) -> Router {
    let compress = CompressionLayer::new()
        .quality(CompressionLevel::Precise(4))
        .compress_when(SizeAbove::new(512).and(NotForContentType::IMAGES));
    routes
        .fallback(missing)
        .layer(CsrfLayer::new())
        .layer(CatchPanicLayer::custom(|_| {
            Problem::new(
                T(Lang::En),
                kapok_store::StoreError::Pool("a handler panicked".into()).into(),
            )
            .into_response()
        }))
        // Outside of what refuses and catches, so that those answers carry the headers too.
        .layer(middleware::from_fn_with_state(app.clone(), frame))
        // Inside of what compresses, which leaves alone what is compressed already.
        .layer(middleware::from_fn_with_state(
            (app.clone(), Arc::<Pages>::default()),
            kept::serve,
        ))
        .layer(compress)
        .layer(middleware::from_fn_with_state(app.clone(), crate::watch::observe))
        .with_state(app)
}

async fn missing(visit: crate::Visit) -> Problem {
    visit.not_found()
}

/// The language of an answer that no handler gives.
fn spoken(request: &Request) -> T {
    let query = request.uri().query().unwrap_or_default();
    let query: Vec<(String, String)> = serde_html_form::from_str(query).unwrap_or_default();
    T(language(&query, request.headers()))
}

async fn frame(State(app): State<App>, request: Request, next: Next) -> Response {
    let had_notice = cookie(request.headers(), NOTICE_COOKIE).is_some();
    let chosen = request
        .uri()
        .query()
        .and_then(|q| q.split('&').find_map(|pair| pair.strip_prefix("lang=")))
        .and_then(Lang::parse);
    let t = spoken(&request);
    let api = request.uri().path().starts_with("/api/");
    let reads = request.method().is_safe();
    let mut response = next.run(request).await;
    // The check of the origin answers with nothing but a status, and people want to know why.
    if response.status() == StatusCode::FORBIDDEN && !response.headers().contains_key(CONTENT_TYPE) {
        response = if api {
            crate::api::ApiError::CrossSite.spoken(t)
        } else {
            Problem::cross_site(t).in_city(&app.env.city.name).into_response()
        };
    }
    let secure = if app.secure_cookies { "; Secure" } else { "" };
    let html = response
        .headers()
        .get(CONTENT_TYPE)
        .is_some_and(|v| v.as_bytes().starts_with(b"text/html"));
    let status = response.status();
    let headers = response.headers_mut();
    if had_notice && html && status != StatusCode::SEE_OTHER {
        append(
            headers,
            format!("{NOTICE_COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax{secure}"),
        );
    }
    if let Some(lang) = chosen {
        let code = lang.code();
        append(
            headers,
            format!("{LANGUAGE_COOKIE}={code}; Path=/; Max-Age=31536000; SameSite=Lax{secure}"),
        );
    }
    for (name, value) in HEADERS {
        // What everybody may read may be shown by pages elsewhere.
        let value = match name {
            "cross-origin-resource-policy" if api && reads => "cross-origin",
            _ => value,
        };
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    if app.secure_cookies {
        headers.insert(
            HeaderName::from_static("strict-transport-security"),
            HeaderValue::from_static("max-age=63072000"),
        );
    }
    response
}

fn append(headers: &mut axum::http::HeaderMap, cookie: String) {
    if let Ok(value) = HeaderValue::from_str(&cookie) {
        headers.append(SET_COOKIE, value);
    }
}
