//! Public pages that are kept for a moment: what anonymous readers ask for again is answered without asking the database.
//!
//! **Nobody sees an old page of what they changed.** A page is kept with the count of changes that its database had before it was
//! made, and given out only while that count stands: any change in this process ends all kept pages. Other processes on the same
//! database are not seen, so nothing is kept longer than [`KEEP_MS`], and a browser that has just sent something passes by for
//! longer than that.
//!
//! **Forms keep their own token.** A form's token also names its sending, so two readers must never be given the same. A kept
//! page is cut at the token, and each reader gets one of their own; in a gzip answer the token stands as it is between parts that
//! were compressed before (see [`parts`](self::parts)).
//!
//! Only what every reader may see: a page of the record (`Cache::Fresh`), asked for without a session, without a notice.

mod parts;

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, SET_COOKIE, VARY,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use kapok_acts::Env;
use kapok_i18n::Lang;

use self::parts::Parts;
use crate::page::Cache;
use crate::visit::{NOTICE_COOKIE, SESSION_COOKIE, cookie, language};
use crate::{App, FormToken};

/// How long a page is kept at most, in milliseconds.
const KEEP_MS: i64 = 1_000;
/// Cookie of a browser that has just sent something, and how many seconds it passes by kept pages.
const WROTE_COOKIE: &str = "wrote";
const PASSES_BY: i64 = 5;
/// Bytes of one page that is kept.
const LARGEST: usize = 256 * 1024;
/// Bytes of all pages that are kept in one process; beyond it they are forgotten and the keeping begins anew.
const MOST: usize = 16 * 1024 * 1024;

#[derive(PartialEq, Eq, Hash)]
struct Key {
    address: String,
    lang: Lang,
    gzip: bool,
}

struct Kept {
    at: i64,
    changes: u64,
    headers: HeaderMap,
    parts: Parts,
}

/// The pages that one process keeps.
#[derive(Default)]
pub struct Pages {
    pages: RwLock<(HashMap<Key, Arc<Kept>>, usize)>,
}

impl Pages {
    fn find(&self, key: &Key, env: &Env) -> Option<Arc<Kept>> {
        let pages = self.pages.read().unwrap_or_else(PoisonError::into_inner);
        let kept = pages.0.get(key)?;
        let fresh = (0..KEEP_MS).contains(&(env.now().as_millisecond() - kept.at));
        (fresh && kept.changes == env.db.changes()).then(|| Arc::clone(kept))
    }

    fn keep(&self, key: Key, kept: Arc<Kept>) {
        let size = kept.parts.size() + key.address.len() + 1024;
        let mut pages = self.pages.write().unwrap_or_else(PoisonError::into_inner);
        if pages.1 + size > MOST {
            *pages = Default::default();
        }
        pages.1 += size;
        if let Some(old) = pages.0.insert(key, kept) {
            pages.1 = pages.1.saturating_sub(old.parts.size() + 1024);
        }
    }
}

/// Answers from what is kept, or keeps what is answered.
pub(crate) async fn serve(
    State((app, pages)): State<(App, Arc<Pages>)>,
    request: Request,
    next: Next,
) -> Response {
    if request.method() != Method::GET {
        return sent(&app, next.run(request).await);
    }
    let Some(key) = key(&request) else {
        return next.run(request).await;
    };
    if let Some(kept) = pages.find(&key, &app.env) {
        return answer(&app, &kept);
    }
    let (at, changes) = (app.env.now().as_millisecond(), app.env.db.changes());
    let response = next.run(request).await;
    if !is_public(&response) {
        return response;
    }
    let (parts, body) = response.into_parts();
    let Ok(body) = to_bytes(body, LARGEST).await else {
        tracing::error!("a public page could not be read");
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let mut headers = parts.headers;
    headers.remove(CONTENT_LENGTH);
    headers.insert(
        VARY,
        HeaderValue::from_static("Accept-Language, Cookie, Accept-Encoding"),
    );
    if key.gzip {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    let kept = Arc::new(Kept {
        at,
        changes,
        headers,
        parts: Parts::of(&body, key.gzip),
    });
    let response = answer(&app, &kept);
    pages.keep(key, kept);
    response
}

/// What names the page, if this reader may be given a kept one.
fn key(request: &Request) -> Option<Key> {
    let headers = request.headers();
    let passes = [SESSION_COOKIE, NOTICE_COOKIE, WROTE_COOKIE];
    let query = request.uri().query().unwrap_or_default();
    if query.contains("lang=") || passes.iter().any(|name| cookie(headers, name).is_some()) {
        return None;
    }
    let accepted = headers.get(ACCEPT_ENCODING).and_then(|v| v.to_str().ok());
    Some(Key {
        address: request.uri().path_and_query()?.as_str().to_owned(),
        lang: language(&[], headers),
        gzip: accepted.is_some_and(accepts_gzip),
    })
}

/// Whether gzip is among the encodings, and not with the weight 0 (RFC 9110, section 12.5.3).
fn accepts_gzip(accepted: &str) -> bool {
    accepted.split(',').any(|one| {
        let mut parts = one.split(';').map(str::trim);
        let weight = |p: &str| p.strip_prefix("q=").and_then(|q| q.parse::<f32>().ok());
        parts.next() == Some("gzip") && parts.find_map(weight) != Some(0.0)
    })
}

fn is_public(response: &Response) -> bool {
    let headers = response.headers();
    let size = axum::body::HttpBody::size_hint(response.body()).exact();
    response.status() == StatusCode::OK
        && headers.get(CACHE_CONTROL) == Some(&Cache::Fresh.header())
        && !headers.contains_key(SET_COOKIE)
        && !headers.contains_key(CONTENT_ENCODING)
        && size.is_some_and(|bytes| usize::try_from(bytes).is_ok_and(|bytes| bytes <= LARGEST))
}

fn answer(app: &App, kept: &Kept) -> Response {
    let token = kept
        .parts
        .wants_token()
        .then(|| FormToken::make(&app.env, &[0; 32]));
    let body: Bytes = kept.parts.with(token.as_deref().unwrap_or_default());
    let mut response = Response::new(Body::from(body));
    *response.headers_mut() = kept.headers.clone();
    response
}

/// Where other processes may serve the next page, the browser that sent something passes by what they keep.
fn sent(app: &App, mut response: Response) -> Response {
    if app.env.db.dialect() == kapok_store::Dialect::Postgres {
        let cookie = format!("{WROTE_COOKIE}=1; Path=/; Max-Age={PASSES_BY}; HttpOnly; SameSite=Lax");
        if let Ok(value) = HeaderValue::from_str(&cookie) {
            response.headers_mut().append(SET_COOKIE, value);
        }
    }
    response
}
