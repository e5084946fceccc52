//! Following a matter by e-mail, with double opt-in: the address counts only after the link in the first mail was opened.
//!
//! The address is sealed under a key outside the database. What finds it again is a keyed hash bound to the matter, so
//! that nobody can see from the rows which matters one person follows. The token in the links is a keyed tag of the row's
//! id; only its digest is stored.

use kapok_acts::{ActError, Env, Fields, Keys};
use kapok_i18n::Lang;
use kapok_store::ids::{ActId, MatterId};
use kapok_store::params;

use super::describing::reread;
use crate::model::Matter;
use crate::{jobs, store};

/// Most characters of an address (RFC 5321, section 4.5.3.1.3, less the brackets).
const EMAIL_CHARS: usize = 254;

/// Asks to follow a matter. Sends one mail with a link to confirm; asking again sends it again until it is confirmed, and
/// nothing after that. The answer is the same in every case, so that nobody can find out who follows what.
///
/// # Errors
/// [`ActError::Fields`] on `email`; [`ActError::NotFound`].
pub async fn follow(env: &Env, matter: MatterId, email: &str, lang: Lang) -> Result<(), ActError> {
    let email = email.trim();
    if !looks_like_email(email) {
        return Err(Fields::one("email", "matters-email-wrong"));
    }
    reread(env, matter).await?;
    let hash = env.keys.tag(
        "follow-email",
        &[matter.0.as_slice(), email.to_lowercase().as_bytes()].concat(),
    );
    let id = ActId(env.id());
    let sealed = env
        .keys
        .seal("follow", &id.0, email.as_bytes(), &*env.entropy)
        .ok_or_else(|| Fields::one("email", "matters-email-wrong"))?;
    let digest = Keys::digest(token(env, id).as_bytes());
    let mut tx = env.db.chore().await?;
    tx.run(
        &store::FOLLOW,
        params![id, matter, sealed.0, hash, digest, lang.code(), env.now()],
    )
    .await?;
    let (id, confirmed) = tx.one(&store::FOLLOWING, params![matter, hash]).await?;
    if !confirmed {
        jobs::ask_to_confirm_in(&mut tx, env, id).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// The link in the first mail was opened. Opening it twice changes nothing.
///
/// # Errors
/// [`ActError::NotFound`] for a token that was never given or has unfollowed.
pub async fn confirm_follow(env: &Env, token: &str) -> Result<Matter, ActError> {
    let digest = Keys::digest(token.as_bytes());
    let mut tx = env.db.chore().await?;
    let matter = match tx.returning(&store::CONFIRM, params![digest]).await? {
        Some(matter) => {
            tx.run(&store::FOLLOWERS, params![matter, 1i64]).await?;
            matter
        }
        None => tx
            .opt(&store::FOLLOWED, params![digest])
            .await?
            .map(|(matter, _)| matter)
            .ok_or(ActError::NotFound)?,
    };
    tx.commit().await?;
    reread(env, matter).await
}

/// Stops following; address and all that was kept with it are deleted.
///
/// # Errors
/// [`ActError::NotFound`] when nobody follows with this token any more.
pub async fn unfollow(env: &Env, token: &str) -> Result<Matter, ActError> {
    let mut tx = env.db.chore().await?;
    let gone = tx
        .returning(&store::UNFOLLOW, params![Keys::digest(token.as_bytes())])
        .await?;
    let (matter, confirmed) = gone.ok_or(ActError::NotFound)?;
    if confirmed {
        tx.run(&store::FOLLOWERS, params![matter, -1i64]).await?;
    }
    tx.commit().await?;
    reread(env, matter).await
}

/// The token of a follower's links: 32 hexadecimal digits.
pub(crate) fn token(env: &Env, id: ActId) -> String {
    kapok_log::hex(&env.keys.tag("follow-token", &id.0)[..16])
}

/// One `@`, something on both sides, a dot in the domain, no white space: the rest is for the mail server to know.
fn looks_like_email(text: &str) -> bool {
    let Some((name, domain)) = text.rsplit_once('@') else {
        return false;
    };
    !name.is_empty()
        && !name.contains('@')
        && domain.split('.').count() > 1
        && domain.split('.').all(|part| !part.is_empty())
        && !text.chars().any(|c| c.is_whitespace() || c.is_control())
        && text.chars().count() <= EMAIL_CHARS
}
