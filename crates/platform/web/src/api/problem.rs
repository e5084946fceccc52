//! Errors as problem documents (RFC 9457), in the caller's language.

use std::sync::Arc;

use axum::http::header::{CONTENT_TYPE, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use kapok_acts::{ActError, Scope};
use kapok_i18n::T;
use kapok_store::StoreError;
use serde::Serialize;
use utoipa::ToSchema;

use crate::lookup;

/// Why a call was refused. It becomes a problem document in [`framed`](super::framed), which knows the language.
#[derive(Debug, Clone)]
pub enum ApiError {
    /// An action or the database said no.
    Act(Arc<ActError>),
    /// The request does not fit the description: where, and what was expected there (English, for whoever writes the program).
    Unreadable {
        /// Path into what was sent, for example `rows[2].text`; the name of a parameter or header.
        at: String,
        /// What is wrong there.
        why: String,
    },
    /// A token is needed.
    NoToken,
    /// The token is unknown, has ended or was revoked.
    BadToken,
    /// The token is not for this.
    Scope(Scope),
    /// Over the rate limit.
    TooMany,
    /// More bytes than are taken in.
    TooLarge,
    /// Not JSON.
    NotJson,
    /// There is no such operation.
    NoOperation,
    /// The path knows no such method.
    Method,
    /// A browser sent it from a page of somebody else.
    CrossSite,
    /// A text holds U+0000, which no database keeps.
    Nul,
    /// What is wrong in one of several things that were sent: path to the field, and id of the message.
    Fields(Vec<(String, &'static str)>),
}

impl From<ActError> for ApiError {
    fn from(error: ActError) -> Self {
        Self::Act(Arc::new(error))
    }
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        ActError::from(error).into()
    }
}

/// One thing that is wrong with what was sent.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct WrongField {
    /// Name of the field, or the path to it.
    pub field: String,
    /// What is wrong with it.
    pub detail: String,
    /// Name of the message, the same in every language.
    pub code: String,
}

/// A problem document (RFC 9457).
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Problem)]
pub struct ProblemOut {
    /// Names the kind of problem; an address that is not meant to be opened.
    #[schema(example = "tag:kapok,2026:problem/fields")]
    pub r#type: String,
    /// What happened.
    pub title: String,
    /// The status, once more.
    #[schema(minimum = 400, maximum = 599)]
    pub status: u16,
    /// Why, and what to do now.
    pub detail: String,
    /// What is wrong with which field; empty when it is not about fields.
    pub errors: Vec<WrongField>,
}

impl ApiError {
    /// A parameter or header that cannot be read.
    #[must_use]
    pub fn unreadable(at: &str, why: &str) -> Self {
        Self::Unreadable {
            at: at.to_owned(),
            why: why.to_owned(),
        }
    }

    fn status(&self) -> StatusCode {
        match self {
            Self::Act(error) => match error.as_ref() {
                ActError::Forbidden => StatusCode::FORBIDDEN,
                ActError::NotFound => StatusCode::NOT_FOUND,
                ActError::Fields(_) => StatusCode::UNPROCESSABLE_ENTITY,
                ActError::NotNow(_) | ActError::Stale | ActError::SentBefore => StatusCode::CONFLICT,
                ActError::Store(_) => StatusCode::INTERNAL_SERVER_ERROR,
            },
            Self::Unreadable { .. } => StatusCode::BAD_REQUEST,
            Self::NoToken | Self::BadToken => StatusCode::UNAUTHORIZED,
            Self::Scope(_) | Self::CrossSite => StatusCode::FORBIDDEN,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::NotJson => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::NoOperation => StatusCode::NOT_FOUND,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Nul | Self::Fields(_) => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }

    /// Kind, what happened, why, what to do now.
    fn words(&self, t: T) -> (&'static str, &str, String, &str) {
        let own = str::to_owned;
        match self {
            Self::Act(error) => match error.as_ref() {
                ActError::Forbidden => (
                    "forbidden",
                    t.error_forbidden_what(),
                    own(t.error_forbidden_why()),
                    t.error_forbidden_now(),
                ),
                ActError::NotFound => (
                    "not-found",
                    t.api_not_found_what(),
                    own(t.api_not_found_why()),
                    t.api_not_found_now(),
                ),
                ActError::Fields(_) => (
                    "fields",
                    t.api_fields_what(),
                    own(t.api_fields_why()),
                    t.api_fields_now(),
                ),
                ActError::NotNow(id) => (
                    "not-now",
                    t.web_not_now_what(),
                    own(lookup(t, id)),
                    t.api_not_now_now(),
                ),
                ActError::Stale | ActError::SentBefore => (
                    "stale",
                    t.web_stale_what(),
                    own(t.web_stale_why()),
                    t.api_stale_now(),
                ),
                ActError::Store(_) => (
                    "server",
                    t.error_server_what(),
                    own(t.api_server_why()),
                    t.api_server_now(),
                ),
            },
            Self::Fields(_) => (
                "fields",
                t.api_fields_what(),
                own(t.api_fields_why()),
                t.api_fields_now(),
            ),
            Self::Unreadable { .. } | Self::Nul => (
                "unreadable",
                t.api_unreadable_what(),
                own(t.api_unreadable_why()),
                t.api_look_up(),
            ),
            Self::NoToken => (
                "no-token",
                t.api_token_what(),
                own(t.api_no_token_why()),
                t.api_token_now(),
            ),
            Self::BadToken => (
                "bad-token",
                t.api_token_what(),
                own(t.api_bad_token_why()),
                t.api_token_now(),
            ),
            Self::Scope(scope) => (
                "scope",
                t.error_forbidden_what(),
                t.api_scope_why(scope.id()),
                t.api_scope_now(),
            ),
            Self::TooMany => (
                "too-many",
                t.error_too_many_what(),
                own(t.error_too_many_why()),
                t.api_too_many_now(),
            ),
            Self::TooLarge => (
                "too-large",
                t.api_unreadable_what(),
                own(t.api_too_large_why()),
                t.api_look_up(),
            ),
            Self::NotJson => (
                "not-json",
                t.api_unreadable_what(),
                own(t.api_not_json_why()),
                t.api_look_up(),
            ),
            Self::NoOperation => (
                "no-operation",
                t.api_no_operation_what(),
                own(t.api_no_operation_why()),
                t.api_look_up(),
            ),
            Self::Method => (
                "method",
                t.api_no_operation_what(),
                own(t.api_method_why()),
                t.api_look_up(),
            ),
            Self::CrossSite => (
                "cross-site",
                t.error_forbidden_what(),
                own(t.api_cross_site_why()),
                t.api_cross_site_now(),
            ),
        }
    }

    fn fields(&self, t: T) -> Vec<WrongField> {
        let one = |field: &str, detail: &str, code: &str| WrongField {
            field: field.to_owned(),
            detail: detail.to_owned(),
            code: code.to_owned(),
        };
        match self {
            Self::Act(error) => match error.as_ref() {
                ActError::Fields(fields) => fields
                    .0
                    .iter()
                    .map(|e| one(e.field, lookup(t, e.message), e.message))
                    .collect(),
                ActError::NotNow(id) => vec![one("", lookup(t, id), id)],
                _ => Vec::new(),
            },
            Self::Unreadable { at, why } => vec![one(at, why, "unreadable")],
            Self::Fields(all) => all.iter().map(|(at, id)| one(at, lookup(t, id), id)).collect(),
            Self::Nul => vec![one("", "a text holds U+0000", "nul")],
            _ => Vec::new(),
        }
    }

    /// The document in a language.
    pub(crate) fn spoken(&self, t: T) -> Response {
        let status = self.status();
        let (kind, title, why, now) = self.words(t);
        if let Self::Act(error) = self
            && let ActError::Store(error) = error.as_ref()
        {
            tracing::error!(%error, "the database failed");
        }
        let document = ProblemOut {
            r#type: format!("tag:kapok,2026:problem/{kind}"),
            title: title.to_owned(),
            status: status.as_u16(),
            detail: format!("{why} {now}"),
            errors: self.fields(t),
        };
        let mut response = (status, axum::Json(document)).into_response();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        match self {
            Self::NoToken => {
                headers.insert(
                    WWW_AUTHENTICATE,
                    HeaderValue::from_static("Bearer realm=\"kapok\""),
                );
            }
            Self::BadToken => {
                let value = "Bearer realm=\"kapok\", error=\"invalid_token\"";
                headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static(value));
            }
            Self::TooMany => {
                headers.insert("retry-after", HeaderValue::from_static("60"));
            }
            _ => {}
        }
        response
    }
}

/// An error that waits in a response for its language.
#[derive(Clone)]
pub(super) struct Unspoken(pub ApiError);

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(Unspoken(self));
        response
    }
}
