//! Voices into matters: beginning one, joining, splitting, merging. What an officer did here can be undone by the same
//! officer; [`remember`](super::joined::remember) keeps what that needs.

use kapok_acts::{ActError, Actor, Env, Fields, Kind, Right};
use kapok_store::ids::{ActId, MatterId, VoiceId};
use kapok_store::{Acts, NewAct, Tx, params};
use kapok_voices::{NewVoice, VoiceFacts};

use super::describing::reread;
use super::joined::{common_matter, distinct, hold_both, joined, left, remember, size};
use super::{about, hold, may_rearrange, shift_in, tally};
use crate::model::{Changed, Matter, NewMatter};
use crate::state::State;
use crate::{jobs, store};

/// Makes a new matter of voices from the inbox.
///
/// # Errors
/// [`ActError::Fields`] on the description or on `voices` when there are none; [`ActError::NotNow`] when one of them is
/// in a matter already.
pub async fn begin(
    env: &Env,
    actor: &Actor,
    new: NewMatter,
    voices: &[VoiceId],
    reason: &str,
) -> Result<Changed, ActError> {
    env.allow(actor, Right::Sort)?;
    let new = new.check()?;
    let voices = distinct(voices)?;
    let around = tally::around(env, new.place).await?;
    let mut tx = env.db.change().await?;
    let number = tx
        .returning(&store::NEXT_NUMBER, &[])
        .await?
        .ok_or(ActError::NotFound)?;
    let id = MatterId(env.id());
    let now = env.now();
    tx.run(
        &store::ADD,
        params![
            id,
            number,
            &new.title,
            &new.summary,
            &new.lang,
            new.place,
            &new.topic,
            State::Voiced,
            now,
            around.deprived,
            now,
            crate::priority::day_number(env.today()),
            "heard"
        ],
    )
    .await?;
    tx.run(&store::COUNT_STATE, params![State::Voiced, 1i64]).await?;
    store::place_within(&mut tx, id, &around.places).await?;
    let empty = hold(&mut tx, id).await?;
    let facts = kapok_voices::join_in(&mut tx, &voices, id, now).await?;
    let matter = tally::add(&mut tx, env, &empty, &facts).await?;
    let told = [("number", number.into()), ("voices", matter.voice_count.into())];
    let act = env.act(actor, Kind::MatterVoiced, about(&matter), reason, &told)?;
    let joined = joined(env, actor, &matter, &facts, "")?;
    remember(
        &mut tx,
        actor,
        &act,
        "begin",
        &matter,
        None,
        State::Voiced,
        &facts,
    )
    .await?;
    let id = ActId(act.act.id);
    tx.commit(Acts::from(act).and(joined)).await?;
    Ok(Changed { matter, act: id })
}

/// Joins voices from the inbox to a matter.
///
/// # Errors
/// [`ActError::NotNow`] when the matter takes no voices, or one of them is in a matter already.
pub async fn join(
    env: &Env,
    actor: &Actor,
    matter: MatterId,
    voices: &[VoiceId],
    reason: &str,
) -> Result<Changed, ActError> {
    env.allow(actor, Right::Sort)?;
    let voices = distinct(voices)?;
    let mut tx = env.db.change().await?;
    let matter = hold(&mut tx, matter).await?;
    let (matter, facts) = take_in(&mut tx, env, &matter, &voices).await?;
    let act = joined(env, actor, &matter, &facts, reason)?;
    remember(&mut tx, actor, &act, "join", &matter, None, matter.state, &facts).await?;
    let id = ActId(act.act.id);
    tx.commit(act).await?;
    Ok(Changed { matter, act: id })
}

/// A resident joins the voice behind a code to a matter that looks like it. Doing so twice changes nothing.
///
/// # Errors
/// [`ActError::NotFound`] for an unknown code; [`ActError::NotNow`] when the voice is in another matter.
pub async fn join_by_code(env: &Env, code: &str, matter: MatterId) -> Result<Matter, ActError> {
    let voice = kapok_voices::by_code(env, code)
        .await?
        .ok_or(ActError::NotFound)?
        .voice;
    let mut tx = env.db.change().await?;
    let held = hold(&mut tx, matter).await?;
    if voice.matter == Some(held.id) {
        return Ok(held);
    }
    if voice.matter.is_some() {
        return Err(ActError::NotNow("matters-joined-elsewhere"));
    }
    let (joined_matter, facts) = take_in(&mut tx, env, &held, &[voice.id]).await?;
    let act = joined(env, &Actor::Resident, &joined_matter, &facts, "")?;
    tx.commit(act).await?;
    Ok(joined_matter)
}

/// An author takes a voice back; its words leave the search index of its matter with it.
///
/// # Errors
/// As [`kapok_voices::actions::withdraw`].
pub async fn withdraw_voice(env: &Env, code: &str, reason: &str) -> Result<(), ActError> {
    let mut tx = env.db.change().await?;
    let (matter, act) = kapok_voices::actions::withdraw_in(&mut tx, env, code, reason).await?;
    let Some(act) = act else { return Ok(()) };
    if let Some(matter) = matter {
        let held = hold(&mut tx, matter).await?;
        tally::index(&mut tx, &held).await?;
    }
    Ok(tx.commit(act).await?)
}

/// Hears a voice and joins it to a matter at once: "send and join this one". Sending the same form twice hears it once. If
/// the matter was merged meanwhile it joins the one it went into; if it takes no voices any more, the voice is heard
/// all the same and waits in the inbox: what somebody says is never lost.
///
/// # Errors
/// As hearing a voice, and [`ActError::NotFound`].
pub async fn hear_into(
    env: &Env,
    actor: &Actor,
    voice: NewVoice,
    matter: MatterId,
) -> Result<kapok_voices::Heard, ActError> {
    let voice = kapok_voices::actions::located(env, voice).await?;
    let mut tx = env.db.change().await?;
    let held = hold_where_it_went(&mut tx, matter).await?;
    let (heard, act) = kapok_voices::actions::hear_in(&mut tx, env, actor, &voice).await?;
    let Some(act) = act else {
        tx.leave().await?;
        return Ok(heard);
    };
    if !held.state.takes_voices() {
        tx.commit(act).await?;
        return Ok(heard);
    }
    let (held, facts) = take_in(&mut tx, env, &held, &[heard.id]).await?;
    let join = joined(env, actor, &held, &facts, "")?;
    tx.commit(Acts::from(act).and(join)).await?;
    Ok(heard)
}

/// Mergers that are followed; a chain of them is rare.
const MERGERS: usize = 8;

/// The matter, or the one that its voices went into.
async fn hold_where_it_went(tx: &mut Tx, matter: MatterId) -> Result<Matter, ActError> {
    let mut held = hold(tx, matter).await?;
    for _ in 0..MERGERS {
        match held.merged_into {
            Some(into) => held = hold(tx, into).await?,
            None => break,
        }
    }
    Ok(held)
}

/// Takes voices out of their matter: back to the inbox, or into another matter. All must be in the same one.
///
/// # Errors
/// [`ActError::Fields`] on `reason` or `voices`; [`ActError::NotNow`] when they are not all in one matter.
pub async fn split(
    env: &Env,
    actor: &Actor,
    voices: &[VoiceId],
    into: Option<MatterId>,
    reason: &str,
) -> Result<Changed, ActError> {
    env.allow(actor, Right::Sort)?;
    let voices = distinct(voices)?;
    let mut tx = env.db.change().await?;
    let from = common_matter(&mut tx, &voices).await?;
    let (from, into) = hold_both(&mut tx, from, into).await?;
    may_rearrange(actor, &from)?;
    let facts = kapok_voices::leave_in(&mut tx, &voices).await?;
    let from = tally::take_out(&mut tx, env, &from, &facts).await?;
    let act = left(env, actor, &from, &facts, reason)?;
    let mut acts = Acts::from(act.clone());
    let mut other = None;
    if let Some(into) = into {
        let (into, facts) = take_in(&mut tx, env, &into, &voices).await?;
        acts = acts.and(joined(env, actor, &into, &facts, reason)?);
        other = Some(into.id);
    }
    remember(&mut tx, actor, &act, "split", &from, other, from.state, &facts).await?;
    tx.commit(acts).await?;
    Ok(Changed {
        matter: from,
        act: ActId(act.act.id),
    })
}

/// Moves all voices of one matter into another and closes the first by the side exit "merged".
///
/// # Errors
/// [`ActError::Fields`] on `reason` or `into`; [`ActError::NotNow`] when one is too far on its way.
pub async fn merge(
    env: &Env,
    actor: &Actor,
    from: MatterId,
    into: MatterId,
    reason: &str,
) -> Result<Changed, ActError> {
    env.allow(actor, Right::Sort)?;
    if from == into {
        return Err(Fields::one("into", "matters-merge-itself"));
    }
    let mut tx = env.db.change().await?;
    let (from, into) = hold_both(&mut tx, from, Some(into)).await?;
    let into = into.ok_or(ActError::NotFound)?;
    may_rearrange(actor, &from)?;
    let merged = shift_in(&mut tx, env, &from, State::Merged).await?;
    tx.run(&store::MERGED_INTO, params![from.id, into.id]).await?;
    if !into.state.takes_voices() {
        return Err(ActError::NotNow("matters-takes-no-voices"));
    }
    let facts = kapok_voices::merge_in(&mut tx, from.id, into.id, env.now()).await?;
    tally::take_out(&mut tx, env, &merged, &facts).await?;
    let into = tally::add(&mut tx, env, &into, &facts).await?;
    answered_by_then(&mut tx, env, &into).await?;
    let told = [
        ("from", from.state.id().into()),
        ("to", State::Merged.id().into()),
        ("into", into.number.into()),
        ("voices", size(&facts)),
    ];
    let act = env.act(actor, Kind::MatterClosed, about(&merged), reason, &told)?;
    let told = [
        ("voices", size(&facts)),
        ("total", into.voice_count.into()),
        ("merged", from.number.into()),
    ];
    let join = env.act(actor, Kind::VoiceJoined, about(&into), reason, &told)?;
    remember(
        &mut tx,
        actor,
        &act,
        "merge",
        &into,
        Some(from.id),
        from.state,
        &facts,
    )
    .await?;
    jobs::tell_in(&mut tx, env, &merged, Kind::MatterClosed).await?;
    let id = ActId(act.act.id);
    tx.commit(Acts::from(act).and(join)).await?;
    Ok(Changed {
        matter: reread(env, into.id).await?,
        act: id,
    })
}

/// Gives a matter its voices back that were merged away and are still where they went. Used when an appeal is upheld.
pub(super) async fn bring_back(
    tx: &mut Tx,
    env: &Env,
    actor: &Actor,
    matter: &Matter,
    reason: &str,
) -> Result<Vec<NewAct>, ActError> {
    let Some(merger) = tx.opt(&store::LAST_MERGE, params![matter.id]).await? else {
        return Ok(Vec::new());
    };
    let moved = tx.all(&store::SORTING_VOICES, params![merger.id]).await?;
    let now = tally::facts(tx, &moved).await?;
    let voices: Vec<VoiceId> = now
        .iter()
        .filter(|v| v.matter == Some(merger.matter))
        .map(|v| v.id)
        .collect();
    tx.run(&store::SORTING_UNDO, params![merger.id]).await?;
    tx.run(&store::MERGED_INTO, params![matter.id, kapok_store::Value::Null])
        .await?;
    if voices.is_empty() {
        return Ok(Vec::new());
    }
    let other = hold(tx, merger.matter).await?;
    let facts = kapok_voices::leave_in(tx, &voices).await?;
    let other = tally::take_out(tx, env, &other, &facts).await?;
    let out = left(env, actor, &other, &facts, reason)?;
    let (matter, facts) = take_in(tx, env, matter, &voices).await?;
    Ok(vec![out, joined(env, actor, &matter, &facts, reason)?])
}

/// Joins voices and counts them; where the matter was answered, its answers hold for those that were heard before them.
pub(super) async fn take_in(
    tx: &mut Tx,
    env: &Env,
    matter: &Matter,
    voices: &[VoiceId],
) -> Result<(Matter, Vec<VoiceFacts>), ActError> {
    if !matter.state.takes_voices() {
        return Err(ActError::NotNow("matters-takes-no-voices"));
    }
    let facts = kapok_voices::join_in(tx, voices, matter.id, env.now()).await?;
    let grown = tally::add(tx, env, matter, &facts).await?;
    answered_by_then(tx, env, matter).await?;
    Ok((grown, facts))
}

/// The voices of a matter that were heard before its last answer are answered by it. Those that came later are not: what was
/// said before they spoke does not answer them.
async fn answered_by_then(tx: &mut Tx, env: &Env, matter: &Matter) -> Result<(), ActError> {
    if let Some(last) = tx.opt(&store::LAST_ANSWER, params![matter.id]).await? {
        kapok_voices::mark_answered_in(tx, matter.id, env.now(), last).await?;
    }
    Ok(())
}
