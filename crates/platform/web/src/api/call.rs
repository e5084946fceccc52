//! Who calls.

use std::marker::PhantomData;
use std::net::SocketAddr;

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue};
use kapok_acts::{Actor, Env, Right, Scope};
use kapok_i18n::{Lang, T};
use serde::Serialize;

use super::ApiError;
use crate::visit::language;
use crate::{App, Bearer, Limit, Network};

/// Name of the header that makes sending twice harmless.
pub(crate) const KEY_HEADER: &str = "idempotency-key";
/// Characters of a key: long enough that nobody else hits on the same.
pub(crate) const KEY_LENGTH: std::ops::RangeInclusive<usize> = 16..=255;

/// A call by anybody, with or without a token. Cookies count for nothing here: a session signs nobody in to the API, so no
/// page of somebody else can use it.
pub struct Call {
    /// Everything a handler can reach.
    pub app: App,
    /// Who acts.
    pub actor: Actor,
    /// Language of the answer.
    pub t: T,
    /// Where it comes from, for rate limits.
    pub network: Network,
    /// The token, if there is one.
    pub bearer: Option<Bearer>,
    key: Option<String>,
}

/// Language of an answer: by `Accept-Language` alone.
pub(super) fn spoken(headers: &HeaderMap) -> T {
    let mut only = HeaderMap::new();
    if let Some(asked) = headers.get(axum::http::header::ACCEPT_LANGUAGE) {
        only.insert(axum::http::header::ACCEPT_LANGUAGE, asked.clone());
    }
    T(language(&[], &only))
}

fn token(headers: &HeaderMap) -> Result<Option<&str>, ApiError> {
    let Some(value) = headers.get(AUTHORIZATION) else {
        return Ok(None);
    };
    let text = value.to_str().map_err(|_| ApiError::BadToken)?;
    let (scheme, token) = text.split_once(' ').ok_or(ApiError::BadToken)?;
    if scheme.eq_ignore_ascii_case("bearer") {
        Ok(Some(token.trim()))
    } else {
        Err(ApiError::BadToken)
    }
}

fn key(value: Option<&HeaderValue>) -> Result<Option<String>, ApiError> {
    let Some(value) = value else { return Ok(None) };
    let wrong = || {
        ApiError::unreadable(
            "Idempotency-Key",
            "16 to 255 visible ASCII characters are expected",
        )
    };
    let text = value.to_str().map_err(|_| wrong())?;
    let fits = KEY_LENGTH.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_graphic());
    fits.then(|| Some(text.to_owned())).ok_or_else(wrong)
}

impl FromRequestParts<App> for Call {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let headers = &parts.headers;
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|c| c.0);
        let bearer = match token(headers)? {
            Some(token) => Some(
                app.sessions
                    .bearer(&app.env, token)
                    .await?
                    .ok_or(ApiError::BadToken)?,
            ),
            None => None,
        };
        Ok(Self {
            actor: bearer.as_ref().map_or(Actor::Resident, |b| b.actor.clone()),
            t: spoken(headers),
            network: Network::of(peer, headers, app.behind_proxy),
            key: key(headers.get(KEY_HEADER))?,
            bearer,
            app: app.clone(),
        })
    }
}

impl Call {
    /// Everything that an action may reach.
    #[must_use]
    pub fn env(&self) -> &Env {
        &self.app.env
    }

    /// Language of the answer.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.t.lang()
    }

    /// Whether the token is for this.
    #[must_use]
    pub fn has(&self, scope: Scope) -> bool {
        self.bearer.as_ref().is_some_and(|b| b.scopes.contains(&scope))
    }

    /// Whether a read may show what only staff read: the right and the scope for reading.
    #[must_use]
    pub fn reads(&self, right: Right) -> bool {
        self.has(Scope::Read) && self.actor.may(right)
    }

    /// Goes on only within the rate limit of the form that does the same.
    ///
    /// # Errors
    /// [`ApiError::TooMany`].
    pub fn within(&self, limit: Limit) -> Result<(), ApiError> {
        if self.app.limits.allow(limit, self.network) {
            Ok(())
        } else {
            Err(ApiError::TooMany)
        }
    }

    /// Names one sending, as the token of a form does: the caller's key with what is sent, or something new without a key.
    /// The same key with other words is another sending, as it is with forms.
    #[must_use]
    pub fn sending(&self, operation: &str, sent: &impl Serialize) -> [u8; 16] {
        let Some(named) = &self.key else {
            return self.env().random();
        };
        let sent = serde_json::to_vec(sent).unwrap_or_default();
        let by = self.bearer.as_ref().map_or([0; 32], |b| b.digest);
        let parts: [&[u8]; 4] = [&by, named.as_bytes(), operation.as_bytes(), &sent];
        let mut content = Vec::new();
        for part in parts {
            content.extend((part.len() as u64).to_be_bytes());
            content.extend(part);
        }
        let mut key = [0; 16];
        key.copy_from_slice(&self.env().keys.tag("api-sending", &content)[..16]);
        key
    }
}

/// A scope as a type, so that who may call is looked at before anything that was sent.
pub trait ScopeOf: Send + Sync {
    /// The scope.
    const SCOPE: Scope;
}

/// The scopes as types.
pub mod scopes {
    use super::{Scope, ScopeOf};

    macro_rules! scopes {
        ($($(#[$m:meta])* $name:ident),*) => { $(
            $(#[$m])*
            #[derive(Debug)]
            pub struct $name;
            impl ScopeOf for $name { const SCOPE: Scope = Scope::$name; }
        )* };
    }
    scopes! {
        /// See [`Scope::Read`].
        Read,
        /// See [`Scope::Voices`].
        Voices,
        /// See [`Scope::Matters`].
        Matters,
        /// See [`Scope::Promises`].
        Promises,
        /// See [`Scope::Cases`].
        Cases,
        /// See [`Scope::Admin`].
        Admin
    }
}

/// A call with a token of this scope. What the account may do is asked by the actions.
pub struct Staff<S>(pub Call, PhantomData<S>);

impl<S> std::ops::Deref for Staff<S> {
    type Target = Call;
    fn deref(&self) -> &Call {
        &self.0
    }
}

impl<S> Staff<S> {
    /// Goes on only with this right, for reads that have no action of their own.
    ///
    /// # Errors
    /// [`kapok_acts::ActError::Forbidden`].
    pub fn need(&self, right: Right) -> Result<(), ApiError> {
        Ok(self.env().allow(&self.actor, right)?)
    }
}

impl<S: ScopeOf> FromRequestParts<App> for Staff<S> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let call = Call::from_request_parts(parts, app).await?;
        match &call.bearer {
            None => Err(ApiError::NoToken),
            Some(bearer) if bearer.scopes.contains(&S::SCOPE) => Ok(Self(call, PhantomData)),
            Some(_) => Err(ApiError::Scope(S::SCOPE)),
        }
    }
}
