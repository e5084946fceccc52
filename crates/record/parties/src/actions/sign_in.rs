//! Signing in and out. Not acts: who works when is not the public's business.

use kapok_acts::{ActError, Env, Keys, Sealed};
use kapok_store::ids::AccountId;
use kapok_store::params;

use crate::account::{SessionToken, email as as_stored};
use crate::secrets::{self, TOTP_SECRET};
use crate::sessions::{ABSOLUTE, digest};
use crate::store::{self, Credentials};

/// Why somebody was not signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotSignedIn {
    /// Address or password do not fit; which of them is not said.
    Wrong,
    /// Both fit, and the code of the second factor does not.
    Code,
}

/// As [`try_sign_in`], without the reason.
///
/// # Errors
/// From the database.
pub async fn sign_in(
    env: &Env,
    email: &str,
    password: &str,
    code: &str,
) -> Result<Option<SessionToken>, ActError> {
    Ok(try_sign_in(env, email, password, code).await?.ok())
}

/// Signs somebody in: the token of a new session, or why not. An unknown address costs the same time as a known one. A code
/// is taken once.
///
/// # Errors
/// From the database.
pub async fn try_sign_in(
    env: &Env,
    email: &str,
    password: &str,
    code: &str,
) -> Result<Result<SessionToken, NotSignedIn>, ActError> {
    let mut conn = env.db.read().await?;
    let known = conn.opt(&store::CREDENTIALS, params![as_stored(email)]).await?;
    drop(conn);
    let hash = known
        .as_ref()
        .filter(|c| c.active)
        .map(|c| c.password_hash.clone());
    let fits = secrets::fits(hash, password).await?;
    let Some(account) = known.filter(|_| fits) else {
        return Ok(Err(NotSignedIn::Wrong));
    };
    let step = match totp_of(env, &account) {
        Some(secret) => match secrets::totp_step(&secret, code, env.now()) {
            Some(step) => Some(step),
            None => return Ok(Err(NotSignedIn::Code)),
        },
        // A sealed secret that cannot be opened must not open the door.
        None if account.totp.is_some() => return Ok(Err(NotSignedIn::Code)),
        None => None,
    };
    let token = open(env, account.id, step).await?;
    Ok(token.ok_or(NotSignedIn::Code))
}

async fn open(env: &Env, account: AccountId, step: Option<i64>) -> Result<Option<SessionToken>, ActError> {
    let bytes: [u8; 32] = env.random();
    let token = SessionToken(bytes.iter().map(|b| format!("{b:02x}")).collect());
    let now = env.now();
    let until = now.checked_add(ABSOLUTE).unwrap_or(now);
    let mut tx = env.db.chore().await?;
    if let Some(step) = step {
        let first_use = tx.run(&store::USE_STEP, params![account, step]).await? == 1;
        if !first_use {
            return Ok(None);
        }
    }
    store::open_session(&mut tx, digest(&token.0), account, now, until).await?;
    tx.commit().await?;
    Ok(Some(token))
}

/// The secret of the account's second factor, opened.
fn totp_of(env: &Env, account: &Credentials) -> Option<[u8; TOTP_SECRET]> {
    let sealed = Sealed(account.totp.clone()?);
    env.keys
        .open("totp", &account.id.0, &sealed)
        .and_then(|plain| plain.try_into().ok())
}

/// Ends the session of a token.
///
/// # Errors
/// From the database.
pub async fn sign_out(env: &Env, token: &str) -> Result<(), ActError> {
    let mut tx = env.db.chore().await?;
    tx.run(&store::END_TOKEN, params![Keys::digest(token.as_bytes())])
        .await?;
    tx.commit().await?;
    Ok(())
}
