//! Answers: pages, redirects, files.

use askama::Template;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, LOCATION, SET_COOKIE, VARY};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

/// How long an answer may be kept by whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cache {
    /// Public, but asked again each time: the record changes.
    Fresh,
    /// Personal or staff: kept nowhere.
    Never,
}

impl Cache {
    pub(crate) fn header(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Cache::Fresh => "private, no-cache",
            Cache::Never => "no-store",
        })
    }
}

/// A page from a template.
pub struct Page<P> {
    /// The template with its values.
    pub template: P,
    /// Status; 422 when a form comes back with errors.
    pub status: StatusCode,
    /// Cache policy.
    pub cache: Cache,
}

impl<P: Template> Page<P> {
    /// A page of the public record.
    pub fn public(template: P) -> Self {
        Self {
            template,
            status: StatusCode::OK,
            cache: Cache::Fresh,
        }
    }
    /// A page that is somebody's own, or staff's.
    pub fn private(template: P) -> Self {
        Self {
            template,
            status: StatusCode::OK,
            cache: Cache::Never,
        }
    }
    /// A form that comes back filled in, with errors.
    pub fn again(template: P) -> Self {
        Self {
            template,
            status: StatusCode::UNPROCESSABLE_ENTITY,
            cache: Cache::Never,
        }
    }
}

impl<P: Template> IntoResponse for Page<P> {
    fn into_response(self) -> Response {
        match self.template.render() {
            Ok(html) => {
                let mut response = (self.status, html).into_response();
                let headers = response.headers_mut();
                headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
                headers.insert(CACHE_CONTROL, self.cache.header());
                headers.insert(VARY, HeaderValue::from_static("Accept-Language, Cookie"));
                response
            }
            Err(error) => {
                tracing::error!(%error, "a template failed");
                StatusCode::INTERNAL_SERVER_ERROR.into_response()
            }
        }
    }
}

/// Sends the browser to a page of this server (303), so that reloading does not send again.
#[must_use]
pub fn redirect(to: &str) -> Response {
    let to = if crate::url::is_local(to) { to } else { "/" };
    let location = HeaderValue::from_str(to).unwrap_or(HeaderValue::from_static("/"));
    (
        StatusCode::SEE_OTHER,
        [(LOCATION, location), (CACHE_CONTROL, Cache::Never.header())],
    )
        .into_response()
}

/// Id of a message without arguments, shown once on the next page.
#[derive(Debug, Clone, Copy)]
pub struct Notice(pub &'static str);

/// Like [`redirect`], with a notice on the page it leads to.
#[must_use]
pub fn redirect_with(to: &str, notice: Notice) -> Response {
    let mut response = redirect(to);
    let cookie = format!(
        "{}={}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax",
        crate::visit::NOTICE_COOKIE,
        notice.0
    );
    if let Ok(value) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(SET_COOKIE, value);
    }
    response
}

/// A CSV file to download; `name` without ending, ASCII.
#[must_use]
pub fn csv(name: &str, body: String) -> Response {
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{name}.csv\""))
        .unwrap_or(HeaderValue::from_static("attachment"));
    (
        [
            (CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
            (CONTENT_DISPOSITION, disposition),
            (CACHE_CONTROL, Cache::Fresh.header()),
        ],
        body,
    )
        .into_response()
}

/// A feed or another XML document from a template.
pub fn xml<P: Template>(content_type: &'static str, template: &P) -> Response {
    match template.render() {
        Ok(body) => (
            [
                (CONTENT_TYPE, HeaderValue::from_static(content_type)),
                (CACHE_CONTROL, Cache::Fresh.header()),
            ],
            body,
        )
            .into_response(),
        Err(error) => {
            tracing::error!(%error, "a template failed");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
