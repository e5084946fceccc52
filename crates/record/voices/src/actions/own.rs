//! What authors do to their own voices, with the code.

use kapok_acts::{ActError, Actor, Env, Fields, Kind};
use kapok_store::ids::PlaceId;
use kapok_store::{NewAct, Tx, params};

use super::{Touched, about, hold_code};
use crate::contacts;
use crate::model::{Voice, VoiceState};
use crate::new::{check_place, check_text};
use crate::{clean, store};

/// The author changes the words. The earlier version is kept. The place found in the words follows them, except in a matter,
/// which has counted it.
///
/// # Errors
/// [`ActError::NotFound`] for an unknown code; [`ActError::NotNow`] after an answer, or when it is not shown;
/// [`ActError::Fields`] on `text` and `place`.
pub async fn edit(env: &Env, code: &str, text: &str, place_words: &str) -> Result<Touched, ActError> {
    let mut wrong = Fields::default();
    check_text(&mut wrong, text);
    check_place(&mut wrong, place_words);
    wrong.check()?;
    let (text, words) = (clean::words(text), clean::line(place_words));
    let guessed = match env.city.automatic.place {
        true => kapok_places::tree(env).await?.guess(&words),
        false => None,
    };
    let mut tx = env.db.change().await?;
    let voice = hold_code(&mut tx, env, code).await?;
    if voice.answered.is_some() {
        return Err(ActError::NotNow("voices-answered-already"));
    }
    if !voice.state.is_shown() {
        return Err(ActError::NotNow("voices-not-shown"));
    }
    if voice.text == text && voice.place_words == words {
        return Ok(voice.matter);
    }
    let keeps_place = voice.matter.is_some() || voice.place_words == words;
    let place = if keeps_place { voice.place } else { guessed };
    tx.run(
        &store::KEEP_VERSION,
        params![
            voice.id,
            voice.version,
            &voice.text,
            &voice.place_words,
            env.now()
        ],
    )
    .await?;
    tx.run(&store::EDIT, params![voice.id, text, words, place])
        .await?;
    recount(&mut tx, env, &voice, place).await?;
    let facts = [
        ("number", voice.number.into()),
        ("version", (voice.version + 1).into()),
    ];
    tx.commit(env.act(&Actor::Resident, Kind::VoiceEdited, about(&voice), "", &facts)?)
        .await?;
    Ok(voice.matter)
}

/// Counts a voice at its new place instead of the old one.
async fn recount(tx: &mut Tx, env: &Env, voice: &Voice, place: Option<PlaceId>) -> Result<(), ActError> {
    if place == voice.place {
        return Ok(());
    }
    let date = env.city.date(voice.heard);
    let year = i64::from(date.year());
    if let Some(old) = voice.place {
        let (from, to) = (date.first_of_year(), date.last_of_year());
        let end = env.city.start_of(to.tomorrow().unwrap_or(to));
        tx.run(&store::UNCOUNT_PLACE, params![old, year]).await?;
        tx.run(
            &store::LAST_OF_PLACE,
            params![old, year, env.city.start_of(from), end],
        )
        .await?;
        tx.run(&store::EMPTY_PLACES, params![old, year]).await?;
    }
    if let Some(new) = place {
        tx.run(&store::COUNT_PLACE, params![new, year, voice.heard])
            .await?;
    }
    Ok(())
}

/// The author takes the voice back: its words, earlier versions, photo and contact are erased. It stays counted. The reason is
/// kept with the voice and not published. A second time does nothing.
///
/// # Errors
/// [`ActError::NotFound`] for an unknown code; [`ActError::Fields`] on `reason` when it is too long.
pub async fn withdraw(env: &Env, code: &str, reason: &str) -> Result<Touched, ActError> {
    let mut tx = env.db.change().await?;
    let (touched, act) = withdraw_in(&mut tx, env, code, reason).await?;
    if let Some(act) = act {
        tx.commit(act).await?;
    }
    Ok(touched)
}

/// As [`withdraw`], in the caller's transaction; no act when it was withdrawn before.
///
/// # Errors
/// As [`withdraw`].
pub async fn withdraw_in(
    tx: &mut Tx,
    env: &Env,
    code: &str,
    reason: &str,
) -> Result<(Touched, Option<NewAct>), ActError> {
    let reason = super::judging::checked_reason(reason)?;
    let voice = hold_code(tx, env, code).await?;
    if voice.state == VoiceState::Withdrawn {
        return Ok((voice.matter, None));
    }
    tx.run(
        &store::SET_STATE,
        params![voice.id, VoiceState::Withdrawn, reason],
    )
    .await?;
    tx.run(&store::ERASE, params![voice.id]).await?;
    tx.run(&store::ERASE_VERSIONS, params![voice.id]).await?;
    contacts::drop_in(tx, voice.id).await?;
    let facts = [("number", voice.number.into())];
    let act = env.act(&Actor::Resident, Kind::VoiceWithdrawn, about(&voice), "", &facts)?;
    Ok((voice.matter, Some(act)))
}
