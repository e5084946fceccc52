//! Errors as pages in three parts: what happened, why, what to do now.

use askama::Template;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use kapok_acts::ActError;
use kapok_i18n::T;
use kapok_store::Away;

use crate::{Cache, Notice, Page, lookup, redirect, redirect_with, url};

/// What a handler gives back.
pub type Outcome = Result<Response, Problem>;

/// An error on its way to become a page.
#[derive(Debug)]
pub struct Problem {
    t: T,
    city: String,
    what: Why,
}

#[derive(Debug)]
enum Why {
    Act(ActError),
    TooMany,
    TooLarge,
    CrossSite,
    SignIn { back: String, sends: bool },
    SentBefore(String),
    OtherOffice { office: String, page: String },
}

/// The page. Needs no chrome, because the database may be what failed.
#[derive(Template)]
#[template(path = "error.html")]
pub(crate) struct ErrorPage {
    pub(crate) c: crate::Chrome,
    pub(crate) title: &'static str,
    pub(crate) what: String,
    pub(crate) why: &'static str,
    pub(crate) now: &'static str,
    pub(crate) back: String,
    pub(crate) reference: String,
    pub(crate) again: Option<AgainView>,
}

/// What was sent and could not be taken in for now, to be sent once more with one press.
pub(crate) struct AgainView {
    pub(crate) action: String,
    pub(crate) hidden: Vec<(String, String)>,
    pub(crate) words: Vec<String>,
    pub(crate) file: String,
}

impl AgainView {
    /// What this request sent; nothing when it only asked.
    fn of_this_request() -> Option<Self> {
        let sent = crate::watch::sent()?;
        let told = |(name, value): &&(String, String)| name != "token" && value.trim().contains(' ');
        Some(Self {
            words: sent
                .pairs
                .iter()
                .filter(told)
                .map(|(_, value)| value.clone())
                .collect(),
            action: sent.path,
            hidden: sent.pairs,
            file: sent.file.unwrap_or_default(),
        })
    }
}

/// Seconds after which a program may ask again.
const AGAIN_AFTER: &str = "30";

impl Problem {
    fn of(t: T, what: Why) -> Self {
        let city = "Kapok".to_owned();
        Self { t, city, what }
    }
    /// From an action's error.
    #[must_use]
    pub fn new(t: T, error: ActError) -> Self {
        Self::of(t, Why::Act(error))
    }
    /// Over the rate limit.
    #[must_use]
    pub fn too_many(t: T) -> Self {
        Self::of(t, Why::TooMany)
    }
    /// More bytes than a form may have.
    #[must_use]
    pub fn too_large(t: T) -> Self {
        Self::of(t, Why::TooLarge)
    }
    /// The same form was carried out before: back to the page, which shows what came of it.
    #[must_use]
    pub fn sent_before(t: T, back: &str) -> Self {
        Self::of(t, Why::SentBefore(back.to_owned()))
    }
    /// A form that was not sent from a page of this server.
    #[must_use]
    pub fn cross_site(t: T) -> Self {
        Self::of(t, Why::CrossSite)
    }
    /// Staff pages, for somebody who is not signed in. What was sent goes along, so that it can be sent again afterwards.
    #[must_use]
    pub fn sign_in(t: T, back: &str, sends: bool) -> Self {
        let back = back.to_owned();
        Self::of(t, Why::SignIn { back, sends })
    }
    /// Work of another office, which is named; `page` is where everybody may read on.
    #[must_use]
    pub fn other_office(t: T, office: &str, page: &str) -> Self {
        let (office, page) = (office.to_owned(), page.to_owned());
        Self::of(t, Why::OtherOffice { office, page })
    }
    /// Names the city on the page. Where the city is not known, the platform stands for it.
    #[must_use]
    pub fn in_city(mut self, city: &str) -> Self {
        city.clone_into(&mut self.city);
        self
    }
}

/// To signing in. A browser sends a form once more to where a 307 points, so that nothing typed is lost.
fn to_sign_in(back: &str, sends: bool) -> Response {
    let to = url::query(&[("to", back)]);
    if !sends {
        return redirect(&format!("/sign-in{to}"));
    }
    let mut response = redirect(&format!("/sign-in/kept{to}"));
    *response.status_mut() = StatusCode::TEMPORARY_REDIRECT;
    response
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let t = self.t;
        let (mut office_why, mut back, mut again) = (None, String::new(), None);
        let (status, what, why, now) = match self.what {
            Why::SignIn { back, sends } => return to_sign_in(&back, sends),
            Why::SentBefore(back) => return redirect_with(&back, Notice("web-sent-before")),
            Why::OtherOffice { office, page } => {
                office_why = Some(t.web_other_office(&office));
                back = page;
                (
                    StatusCode::FORBIDDEN,
                    t.error_forbidden_what(),
                    "",
                    t.web_other_office_now(),
                )
            }
            Why::CrossSite => (
                StatusCode::FORBIDDEN,
                t.web_cross_site_what(),
                t.web_cross_site_why(),
                t.web_cross_site_now(),
            ),
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
            Why::Act(ActError::Store(error)) if error.away().is_some() => {
                tracing::error!(%error, request = crate::request_id(), "the database cannot be used now");
                again = AgainView::of_this_request();
                let now = if again.is_some() {
                    t.error_away_again()
                } else {
                    t.error_away_now()
                };
                let (what, why) = match error.away() {
                    Some(Away::Full) => (t.error_full_what(), t.error_full_why()),
                    _ => (t.error_away_what(), t.error_away_why()),
                };
                (StatusCode::SERVICE_UNAVAILABLE, what, why, now)
            }
            Why::Act(ActError::Store(error)) => {
                tracing::error!(%error, request = crate::request_id(), "the database failed");
                (
                    StatusCode::INTERNAL_SERVER_ERROR,
                    t.error_server_what(),
                    t.error_server_why(),
                    t.error_server_now(),
                )
            }
        };
        let mut c = crate::Chrome::sample(t.lang(), false);
        c.city = self.city;
        c.active = "";
        let mut response = Page {
            template: ErrorPage {
                c,
                title: what,
                what: office_why.unwrap_or_else(|| why.to_owned()),
                why: "",
                now,
                back,
                reference: crate::request_id(),
                again,
            },
            status,
            cache: Cache::Never,
        }
        .into_response();
        let wait = match status {
            StatusCode::TOO_MANY_REQUESTS => "60",
            StatusCode::SERVICE_UNAVAILABLE => AGAIN_AFTER,
            _ => return response,
        };
        response
            .headers_mut()
            .insert("retry-after", HeaderValue::from_static(wait));
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
