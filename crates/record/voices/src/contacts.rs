//! How authors can be reached: sealed, opened by nobody but the job that sends a reply, deleted in time.

use jiff::Timestamp;
use kapok_acts::{About, ActError, Actor, Env, Kind};
use kapok_store::ids::VoiceId;
use kapok_store::{Conn, StoreError, Tx, params};

use crate::model::{ContactKind, DueMail};
use crate::store;

/// Purpose of the key that seals contacts.
const PURPOSE: &str = "contact";
/// Contacts deleted in one transaction.
const AT_ONCE: i64 = 200;

/// Seals a contact, bound to its voice.
pub(crate) async fn keep_in(tx: &mut Tx, env: &Env, voice: VoiceId, contact: &str) -> Result<(), ActError> {
    let sealed = env
        .keys
        .seal(PURPOSE, &voice.0, contact.as_bytes(), &*env.entropy)
        .ok_or_else(|| StoreError::Pool("a contact could not be encrypted".into()))?;
    tx.run(&store::SEAL, params![voice, ContactKind::of(contact), sealed.0])
        .await?;
    Ok(())
}

/// Mails that are due to authors who left an e-mail address, the longest waiting first.
///
/// # Errors
/// From the database.
pub async fn due_mails(conn: &mut Conn, limit: i64) -> Result<Vec<DueMail>, ActError> {
    Ok(conn.all(&store::DUE_MAILS, params![limit]).await?)
}

/// The address of a due mail. For the job that sends it, and for nobody else.
#[must_use]
pub fn open_contact_for_job(env: &Env, due: &DueMail) -> Option<String> {
    let plain = env.keys.open(PURPOSE, &due.voice.0, &due.sealed())?;
    String::from_utf8(plain).ok()
}

/// The mail was sent. If something new came up meanwhile it stays due.
///
/// # Errors
/// From the database.
pub async fn mark_mailed(env: &Env, due: &DueMail) -> Result<(), ActError> {
    let mut tx = env.db.chore().await?;
    tx.run(&store::MAILED, params![due.voice, due.wants]).await?;
    tx.commit().await?;
    Ok(())
}

/// Deletes the contacts whose time has come, with an act for each; gives how many.
///
/// # Errors
/// From the database.
pub async fn purge_contacts(env: &Env) -> Result<usize, ActError> {
    let mut purged = 0;
    loop {
        let mut tx = env.db.change().await?;
        let due = tx.all(&store::DUE_PURGES, params![env.now(), AT_ONCE]).await?;
        let mut acts = Vec::with_capacity(due.len());
        for purge in &due {
            drop_in(&mut tx, purge.voice).await?;
            let mut about = About::new("voice", purge.voice.0);
            about.place = purge.place;
            let facts = [("number", purge.number.into())];
            acts.push(env.act(&Actor::System, Kind::VoicePurged, about, "", &facts)?);
        }
        let Some((first, rest)) = acts.split_first() else {
            return Ok(purged);
        };
        purged += acts.len();
        tx.commit(kapok_store::Acts::from(first.clone()).and_all(rest.iter().cloned()))
            .await?;
    }
}

/// Deletes the contact of a voice.
pub(crate) async fn drop_in(tx: &mut Tx, voice: VoiceId) -> Result<(), ActError> {
    tx.run(&store::PURGE, params![voice]).await?;
    tx.run(&store::NO_CONTACT, params![voice]).await?;
    Ok(())
}

/// The moment at which contact data goes that is no longer needed from now on.
pub(crate) fn purge_time(env: &Env) -> Timestamp {
    env.city.start_of(env.in_days(env.city.days_to_keep_contact))
}
