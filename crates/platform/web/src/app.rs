//! What every handler can reach.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use kapok_acts::{ActError, Actor, Env, Scope};
use kapok_files::Files;
use kapok_i18n::T;

use crate::{Limits, Watch};

/// Somebody who is signed in.
#[derive(Debug, Clone)]
pub struct Session {
    /// Who acts.
    pub actor: Actor,
    /// Digest of the session token; form tokens are bound to it.
    pub digest: [u8; 32],
}

/// A program with a token.
#[derive(Debug, Clone)]
pub struct Bearer {
    /// The account that the token acts for.
    pub actor: Actor,
    /// What it may be used for.
    pub scopes: Vec<Scope>,
    /// Digest of the token.
    pub digest: [u8; 32],
    /// Its name, as its owner gave it.
    pub name: String,
    /// When it ends.
    pub expires: jiff::Timestamp,
}

/// What looking for a session gives.
pub type Found<'a, T> = Pin<Box<dyn Future<Output = Result<Option<T>, ActError>> + Send + 'a>>;

/// Finds the session behind a cookie, and the account behind a token. The room of parties provides it; the platform knows no accounts.
pub trait Sessions: Send + Sync {
    /// The session of this token, if it is still good.
    fn find<'a>(
        &'a self,
        env: &'a Env,
        token: &'a str,
    ) -> Pin<Box<dyn Future<Output = Result<Option<Session>, ActError>> + Send + 'a>>;

    /// Whoever a token of a program acts for, if it is still good. Without accounts there are no tokens.
    fn bearer<'a>(&'a self, env: &'a Env, token: &'a str) -> Found<'a, Bearer> {
        let _ = (env, token);
        Box::pin(async { Ok(None) })
    }
}

/// What every handler can reach. Cheap to clone.
#[derive(Clone)]
pub struct App {
    /// Database, clock, keys, settings.
    pub env: Env,
    /// Photos.
    pub files: Files,
    /// Who is signed in.
    pub sessions: Arc<dyn Sessions>,
    /// Rate limits.
    pub limits: Arc<Limits>,
    /// Whether the address of the last proxy's `X-Forwarded-For` is to be believed.
    pub behind_proxy: bool,
    /// Counts of requests.
    pub watch: Arc<Watch>,
    /// Whether cookies are marked Secure: the public address is https.
    pub secure_cookies: bool,
}

/// The words of a message without arguments, by its id in the catalogues; the id itself when there is none.
#[must_use]
pub fn lookup(t: T, id: &str) -> &str {
    t.message(id).unwrap_or(id)
}
