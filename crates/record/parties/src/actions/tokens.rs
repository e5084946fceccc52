//! Making and revoking tokens of programs.

use kapok_acts::{About, ActError, Actor, Env, Kind, Right};
use kapok_store::ids::AccountId;
use kapok_store::params;

use super::accounts::{own, own_password};
use crate::sessions::digest;
use crate::store;
use crate::token::{MOST_TOKENS, NewToken, TokenId, scopes_text};

/// What every token begins with, so that one that lies where it should not is recognised.
const PREFIX: &str = "kapok_";

/// Makes a token for the account that is signed in and gives it out: the only time that anybody sees it. The password is asked
/// again, so that a browser left open makes none.
///
/// # Errors
/// [`ActError::Forbidden`] when nobody is signed in; [`ActError::Fields`] on `token-name`, `scopes`, `days` and `token-password`;
/// [`ActError::NotNow`] when the account has many already.
pub async fn make_token(env: &Env, actor: &Actor, new: NewToken, password: &str) -> Result<String, ActError> {
    let id = own(actor)?;
    let new = new.checked()?;
    own_password(env, id, password, "token-password").await?;
    add_token(env, actor, id, &new).await
}

async fn add_token(env: &Env, actor: &Actor, account: AccountId, new: &NewToken) -> Result<String, ActError> {
    let secret: [u8; 32] = env.random();
    let token = secret
        .iter()
        .fold(PREFIX.to_owned(), |all, b| format!("{all}{b:02x}"));
    let (now, last_day) = (env.now(), env.in_days(new.days));
    // To the end of the last day in the city.
    let expires = env.city.start_of(last_day.tomorrow().unwrap_or(last_day));
    let mut tx = env.db.change().await?;
    if store::tokens(&mut tx, account, now).await?.len() >= MOST_TOKENS {
        return Err(ActError::NotNow("parties-tokens-many"));
    }
    let id = TokenId(env.id());
    let scopes = scopes_text(&new.scopes);
    let params = params![id, account, &new.name, digest(&token), &scopes, now, expires];
    tx.run(&store::ADD_TOKEN, params).await?;
    let facts = [("scopes", scopes.into()), ("until", last_day.to_string().into())];
    let about = About::new("token", id.0).office(actor.office());
    tx.commit(env.act(actor, Kind::TokenMade, about, "", &facts)?)
        .await?;
    Ok(token)
}

/// Makes a token for an account without its password: for whoever runs the server from the command line, and for the demo.
///
/// # Errors
/// [`ActError::Forbidden`] unless the actor is the system; as [`make_token`].
pub async fn issue_token(
    env: &Env,
    actor: &Actor,
    account: AccountId,
    new: NewToken,
) -> Result<String, ActError> {
    if *actor != Actor::System {
        return Err(ActError::Forbidden);
    }
    add_token(env, actor, account, &new.checked()?).await
}

/// Revokes a token: one's own, or anybody's for whoever manages accounts. A second time does nothing.
///
/// # Errors
/// [`ActError::NotFound`] for one that is not there or not one's own.
pub async fn revoke_token(env: &Env, actor: &Actor, id: TokenId) -> Result<(), ActError> {
    let mut tx = env.db.change().await?;
    let owner = tx
        .opt(&store::TOKEN_OWNER, params![id])
        .await?
        .ok_or(ActError::NotFound)?;
    if own(actor)? != owner && !actor.may(Right::ManageAccounts) {
        return Err(ActError::NotFound);
    }
    if tx.run(&store::REVOKE_TOKEN, params![id, env.now()]).await? == 0 {
        return Ok(());
    }
    let about = About::new("token", id.0).office(actor.office());
    tx.commit(env.act(actor, Kind::TokenRevoked, about, "", &[])?)
        .await?;
    Ok(())
}
