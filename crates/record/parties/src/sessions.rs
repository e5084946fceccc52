//! Finding who is signed in.
//!
//! A session token is 256 random bits; only its SHA-256 is stored, so a copy of the database signs nobody in. A session ends
//! after 8 hours without a request and 24 hours after signing in, when its account is switched off, and when the password
//! changes.

use std::future::Future;
use std::pin::Pin;

use jiff::{SignedDuration, Timestamp};
use kapok_acts::{ActError, Env, Keys};
use kapok_store::params;
use kapok_web::{Bearer, Found, Session, Sessions};

use crate::store;

/// A session ends when nothing was heard from it for this long.
pub(crate) const IDLE: SignedDuration = SignedDuration::from_hours(8);
/// A session ends this long after signing in, whatever was done with it.
pub(crate) const ABSOLUTE: SignedDuration = SignedDuration::from_hours(24);
/// How exactly "last seen" is kept: more often would write to the database on every page.
const SEEN_EVERY: SignedDuration = SignedDuration::from_mins(1);

/// The digest of a token, as stored.
pub(crate) fn digest(token: &str) -> [u8; 32] {
    Keys::digest(token.as_bytes())
}

/// The moment after which a session must have been seen.
pub(crate) fn seen_after(now: Timestamp) -> Timestamp {
    now.checked_sub(IDLE).unwrap_or(Timestamp::MIN)
}

/// Sessions of staff accounts: one query for a page, and one small write a minute.
#[derive(Debug, Clone, Copy)]
pub struct StaffSessions;

impl Sessions for StaffSessions {
    fn find<'a>(
        &'a self,
        env: &'a Env,
        token: &'a str,
    ) -> Pin<Box<dyn Future<Output = Result<Option<Session>, ActError>> + Send + 'a>> {
        Box::pin(find(env, token))
    }

    fn bearer<'a>(&'a self, env: &'a Env, token: &'a str) -> Found<'a, Bearer> {
        Box::pin(bearer(env, token))
    }
}

async fn bearer(env: &Env, token: &str) -> Result<Option<Bearer>, ActError> {
    let (digest, now) = (digest(token), env.now());
    let found = store::bearer(&mut env.db.read().await?, digest, now).await?;
    let Some((bearer, seen)) = found else {
        return Ok(None);
    };
    if seen.is_none_or(|seen| now.duration_since(seen) >= SEEN_EVERY) {
        let mut tx = env.db.chore().await?;
        tx.run(&store::TOKEN_SEEN, params![digest, now]).await?;
        tx.commit().await?;
    }
    Ok(Some(bearer))
}

async fn find(env: &Env, token: &str) -> Result<Option<Session>, ActError> {
    let digest = digest(token);
    let now = env.now();
    let mut conn = env.db.read().await?;
    let Some((actor, seen)) = store::signed_in(&mut conn, digest, now, seen_after(now)).await? else {
        return Ok(None);
    };
    drop(conn);
    if now.duration_since(seen) >= SEEN_EVERY {
        let mut tx = env.db.chore().await?;
        tx.run(&store::SEEN, params![digest, now]).await?;
        tx.commit().await?;
    }
    Ok(Some(Session { actor, digest }))
}
