//! What offices and moderators do to voices.

use kapok_acts::{ActError, Actor, Env, Fields, Kind, Right};
use kapok_store::ids::{AnswerId, PartyId, VoiceId};
use kapok_store::params;

use super::{Touched, about, hold};
use crate::model::VoiceState;
use crate::new::{LONGEST_TEXT, language};
use crate::{clean, contacts, reads, store};

/// Most characters of a reason.
const LONGEST_REASON: usize = 2_000;

/// A reason without what nobody sees; may be empty, since only the log knows where one is owed.
pub(super) fn checked_reason(reason: &str) -> Result<String, ActError> {
    let reason = clean::words(reason);
    if reason.chars().count() > LONGEST_REASON {
        return Err(Fields::one("reason", "form-too-long"));
    }
    Ok(reason)
}

/// Passes an unsorted voice to another office, which finds it in its inbox. The time to answer runs on.
///
/// # Errors
/// [`ActError::Forbidden`] without [`Right::Sort`]; [`ActError::NotNow`] when it is part of a matter, answered or not shown;
/// [`ActError::Fields`] on `office` for an unknown one and on `reason` without one.
pub async fn refer(
    env: &Env,
    actor: &Actor,
    id: VoiceId,
    to_office: PartyId,
    reason: &str,
) -> Result<(), ActError> {
    env.allow(actor, Right::Sort)?;
    let reason = checked_reason(reason)?;
    let directory = kapok_parties::directory(env).await?;
    if directory.get(to_office).is_none() {
        return Err(Fields::one("office", "form-unknown"));
    }
    let office = directory.name(to_office).to_owned();
    let mut tx = env.db.change().await?;
    let voice = hold(&mut tx, id).await?;
    if voice.matter.is_some() || voice.answered.is_some() {
        return Err(ActError::NotNow("voices-sorted-already"));
    }
    if !voice.state.is_shown() {
        return Err(ActError::NotNow("voices-not-shown"));
    }
    tx.run(&store::REFER, params![id, to_office, &reason]).await?;
    let facts = [
        ("number", voice.number.into()),
        ("office", office.as_str().into()),
    ];
    let about = about(&voice).office(Some(to_office));
    tx.commit(env.act(actor, Kind::VoiceReferred, about, &reason, &facts)?)
        .await?;
    Ok(())
}

/// Answers one voice in public, and has a mail sent if its author left an address. The same answer sent twice is kept once.
///
/// # Errors
/// [`ActError::Forbidden`] without [`Right::Answer`]; [`ActError::Fields`] on `text`; [`ActError::NotNow`] when it was
/// withdrawn.
pub async fn answer(env: &Env, actor: &Actor, id: VoiceId, text: &str) -> Result<AnswerId, ActError> {
    env.allow(actor, Right::Answer)?;
    let text = checked_answer(text)?;
    let mut tx = env.db.change().await?;
    let voice = hold(&mut tx, id).await?;
    if voice.state == VoiceState::Withdrawn {
        return Err(ActError::NotNow("voices-not-shown"));
    }
    let before = reads::answers(&mut tx, id).await?;
    if let Some(same) = before
        .iter()
        .find(|a| a.text == text && a.party == actor.office())
    {
        return Ok(same.id);
    }
    let answer = AnswerId(env.id());
    let author = match actor {
        Actor::Staff { name, .. } => name.as_str(),
        Actor::Resident | Actor::System => "",
    };
    let (at, lang) = (env.now(), language(&text));
    tx.run(
        &store::ANSWER,
        params![answer, id, actor.office(), author, &text, lang, at],
    )
    .await?;
    tx.run(&store::ANSWERED, params![id, at]).await?;
    tx.run(&store::WANT, params![id, at]).await?;
    if voice.matter.is_none() {
        tx.run(&store::PLAN_PURGE, params![id, contacts::purge_time(env)])
            .await?;
    }
    let facts = [("number", voice.number.into())];
    tx.commit(env.act(actor, Kind::VoiceAnswered, about(&voice), "", &facts)?)
        .await?;
    Ok(answer)
}

fn checked_answer(text: &str) -> Result<String, ActError> {
    let text = clean::words(text);
    if !clean::is_visible(&text) {
        return Err(Fields::one("text", "voices-answer-missing"));
    }
    if text.chars().count() > LONGEST_TEXT {
        return Err(Fields::one("text", "form-too-long"));
    }
    Ok(text)
}

/// Hides the words of a voice that break the rules. Voice, place in the log and reason stay.
///
/// # Errors
/// [`ActError::Forbidden`] without [`Right::Moderate`]; [`ActError::NotNow`] when it is not shown anyway;
/// [`ActError::Fields`] on `reason` without one.
pub async fn hide(env: &Env, actor: &Actor, id: VoiceId, reason: &str) -> Result<Touched, ActError> {
    env.allow(actor, Right::Moderate)?;
    let reason = checked_reason(reason)?;
    let mut tx = env.db.change().await?;
    let voice = hold(&mut tx, id).await?;
    if !voice.state.is_shown() {
        return Err(ActError::NotNow("voices-not-shown"));
    }
    tx.run(&store::SET_STATE, params![id, VoiceState::Hidden, &reason])
        .await?;
    let facts = [("number", voice.number.into())];
    tx.commit(env.act(actor, Kind::VoiceHidden, about(&voice), &reason, &facts)?)
        .await?;
    Ok(voice.matter)
}

/// Shows a hidden voice again, in the state in which it was hidden.
///
/// # Errors
/// [`ActError::Forbidden`] without [`Right::Moderate`]; [`ActError::NotNow`] when it is not hidden;
/// [`ActError::Fields`] on `reason` without one.
pub async fn restore(env: &Env, actor: &Actor, id: VoiceId, reason: &str) -> Result<Touched, ActError> {
    env.allow(actor, Right::Moderate)?;
    let reason = checked_reason(reason)?;
    let mut tx = env.db.change().await?;
    let voice = hold(&mut tx, id).await?;
    if voice.state != VoiceState::Hidden {
        return Err(ActError::NotNow("voices-not-hidden"));
    }
    tx.run(&store::RESTORE, params![id]).await?;
    let facts = [("number", voice.number.into())];
    tx.commit(env.act(actor, Kind::VoiceRestored, about(&voice), &reason, &facts)?)
        .await?;
    Ok(voice.matter)
}
