//! Errors as pages in three parts: what happened, why, what to do now.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kapok_acts::ActError;
use kapok_i18n::T;

use crate::{Cache, Notice, Page, lookup, redirect, redirect_with, url};

/// What a handler gives back.
pub type Outcome = Result<Response, Problem>;

/// An error on its way to become a page.
#[derive(Debug)]
pub struct Problem {
    t: T,
    what: Why,
}

#[derive(Debug)]
enum Why {
    Act(ActError),
    TooMany,
    TooLarge,
    SignIn(String),
    SentBefore(String),
}

/// The page. Needs no chrome, because the database may be what failed.
#[derive(Template)]
#[template(path = "error.html")]
pub(crate) struct ErrorPage {
    pub(crate) c: crate::Chrome,
    pub(crate) title: &'static str,
    pub(crate) what: &'static str,
    pub(crate) why: &'static str,
    pub(crate) now: &'static str,
    pub(crate) back: String,
    pub(crate) reference: String,
}

impl Problem {
    /// From an action's error.
    #[must_use]
    pub fn new(t: T, error: ActError) -> Self {
        Self {
            t,
            what: Why::Act(error),
        }
    }
    /// Over the rate limit.
    #[must_use]
    pub fn too_many(t: T) -> Self {
        Self {
            t,
            what: Why::TooMany,
        }
    }
    /// More bytes than a form may have.
    #[must_use]
    pub fn too_large(t: T) -> Self {
        Self {
            t,
            what: Why::TooLarge,
        }
    }
    /// The same form was carried out before: back to the page, which shows what came of it.
    #[must_use]
    pub fn sent_before(t: T, back: &str) -> Self {
        Self {
            t,
            what: Why::SentBefore(back.to_owned()),
        }
    }
    /// Staff pages, for somebody who is not signed in.
    #[must_use]
    pub fn sign_in(t: T, back: &str) -> Self {
        Self {
            t,
            what: Why::SignIn(back.to_owned()),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let t = self.t;
        let (status, what, why, now) = match self.what {
            Why::SignIn(back) => return redirect(&format!("/sign-in{}", url::query(&[("to", &back)]))),
            Why::SentBefore(back) => return redirect_with(&back, Notice("web-sent-before")),
            Why::TooMany => (
                StatusCode::TOO_MANY_REQUESTS,
                t.error_too_many_what(),
                t.error_too_many_why(),
                t.error_too_many_now(),
            ),
            Why::TooLarge => (
                StatusCode::PAYLOAD_TOO_LARGE,
                t.error_bad_form_what(),
                t.web_too_large_why(),
                t.web_too_large_now(),
            ),
            Why::Act(ActError::NotFound) => (
                StatusCode::NOT_FOUND,
                t.error_not_found_what(),
                t.error_not_found_why(),
                t.error_not_found_now(),
            ),
            Why::Act(ActError::Forbidden) => (
                StatusCode::FORBIDDEN,
                t.error_forbidden_what(),
                t.error_forbidden_why(),
                t.error_forbidden_now(),
            ),
            Why::Act(ActError::Stale | ActError::SentBefore) => (
                StatusCode::CONFLICT,
                t.web_stale_what(),
                t.web_stale_why(),
                t.web_stale_now(),
            ),
            Why::Act(ActError::NotNow(id)) => (
                StatusCode::CONFLICT,
                t.web_not_now_what(),
                lookup(t, id),
                t.web_not_now_now(),
            ),
            Why::Act(ActError::Fields(_)) => (
                StatusCode::UNPROCESSABLE_ENTITY,
                t.error_bad_form_what(),
                t.error_bad_form_why(),
                t.error_bad_form_now(),
            ),
            Why::Act(ActError::Store(error)) => {
                tracing::error!(%error, "the database failed");
                (
                    StatusCode::INTERNAL_SERVER_ERROR,
                    t.error_server_what(),
                    t.error_server_why(),
                    t.error_server_now(),
                )
            }
        };
        let mut c = crate::Chrome::sample(t.lang(), false);
        c.city = "Kapok".into();
        c.active = "";
        let mut response = Page {
            template: ErrorPage {
                c,
                title: what,
                what: why,
                why: "",
                now,
                back: String::new(),
                reference: String::new(),
            },
            status,
            cache: Cache::Never,
        }
        .into_response();
        if status == StatusCode::TOO_MANY_REQUESTS {
            response
                .headers_mut()
                .insert("retry-after", axum::http::HeaderValue::from_static("60"));
        }
        response
    }
}

/// An action's error in one sentence, for a page that shows it in place.
#[must_use]
pub fn error_text(t: T, error: &ActError) -> String {
    match error {
        ActError::Forbidden => t.error_forbidden_why().to_owned(),
        ActError::NotFound => t.error_not_found_what().to_owned(),
        ActError::SentBefore => t.web_sent_before().to_owned(),
        ActError::Stale => t.web_stale_what().to_owned(),
        ActError::NotNow(id) => lookup(t, id).to_owned(),
        ActError::Fields(fields) => fields
            .0
            .iter()
            .map(|e| lookup(t, e.message))
            .collect::<Vec<_>>()
            .join(" "),
        ActError::Store(_) => t.error_server_what().to_owned(),
    }
}
