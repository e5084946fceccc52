//! Voices and matters: what the room of matters does to voices inside its own transactions.
//!
//! Each function gives the facts from which a matter counts its voices. None writes an act: whoever owns the transaction
//! does. Hidden and withdrawn voices move and count like all others.

use jiff::Timestamp;
use kapok_acts::ActError;
use kapok_store::ids::{MatterId, VoiceId};
use kapok_store::{Tx, params};

use crate::model::VoiceFacts;
use crate::store;

/// Voices join a matter. A referral ends with it; a purge that was planned is called off.
///
/// # Errors
/// [`ActError::Stale`] when one of them is part of a matter already, or does not exist.
pub async fn join_in(
    tx: &mut Tx,
    ids: &[VoiceId],
    matter: MatterId,
    at: Timestamp,
) -> Result<Vec<VoiceFacts>, ActError> {
    let mut out = Vec::with_capacity(ids.len());
    for id in ids {
        let joined = tx.returning(&store::JOIN, params![*id, matter, at]).await?;
        let facts = joined.ok_or(ActError::Stale)?;
        if facts.answered.is_some() {
            // Its own answer had planned the purge; now it waits for the matter's end.
            tx.run(&store::PLAN_PURGE, params![*id, None::<Timestamp>])
                .await?;
        }
        out.push(facts);
    }
    Ok(out)
}

/// Voices leave their matters and are unsorted again. What answered them was the matter's answer: unless they have one of
/// their own they are unanswered again. `matter` is empty in the facts given; ask [`facts`](crate::facts) before for the one left.
///
/// # Errors
/// [`ActError::Stale`] when one of them is part of no matter.
pub async fn leave_in(tx: &mut Tx, ids: &[VoiceId]) -> Result<Vec<VoiceFacts>, ActError> {
    let mut out = Vec::with_capacity(ids.len());
    for id in ids {
        let left = tx.returning(&store::LEAVE, params![*id]).await?;
        out.push(left.ok_or(ActError::Stale)?);
    }
    Ok(out)
}

/// All voices of a matter go over to another. Gives them as they were before.
///
/// # Errors
/// From the database.
pub async fn merge_in(
    tx: &mut Tx,
    from: MatterId,
    into: MatterId,
    at: Timestamp,
) -> Result<Vec<VoiceFacts>, ActError> {
    let moved = tx.all(&store::ALL_OF_MATTER, params![from]).await?;
    tx.run(&store::MOVE_ALL, params![from, into, at]).await?;
    Ok(moved)
}

/// Marks the voices of a matter as answered that were not and that were heard by `heard_until`, and has a mail sent to those
/// of their authors who left an address. Gives the voices that were not answered before.
///
/// An answer speaks for what was heard before it: a voice that comes later waits for an answer of its own.
///
/// # Errors
/// From the database.
pub async fn mark_answered_in(
    tx: &mut Tx,
    matter: MatterId,
    at: Timestamp,
    heard_until: Timestamp,
) -> Result<Vec<VoiceFacts>, ActError> {
    let of = params![matter, heard_until];
    let waiting = tx.all(&store::UNANSWERED_OF_MATTER, of).await?;
    if !waiting.is_empty() {
        tx.run(&store::WANT_UNANSWERED, params![matter, at, heard_until])
            .await?;
        tx.run(&store::ANSWERED_ALL, params![matter, at, heard_until])
            .await?;
    }
    Ok(waiting)
}

/// Has a mail sent to everybody of a matter who left an address: there is something new to read. Gives how many contacts there are.
///
/// # Errors
/// From the database.
pub async fn tell_in(tx: &mut Tx, matter: MatterId, at: Timestamp) -> Result<u64, ActError> {
    Ok(tx.run(&store::WANT_ALL, params![matter, at]).await?)
}

/// Plans the deletion of all contact data of a matter's voices, or calls it off (`None`) when the matter is taken up again.
/// Gives how many contacts there are.
///
/// # Errors
/// From the database.
pub async fn schedule_purge_in(
    tx: &mut Tx,
    matter: MatterId,
    at: impl Into<Option<Timestamp>>,
) -> Result<u64, ActError> {
    let at: Option<Timestamp> = at.into();
    Ok(tx.run(&store::PLAN_PURGE_ALL, params![matter, at]).await?)
}
