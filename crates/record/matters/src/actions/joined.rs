//! What every joining needs: its acts, its checks, and what undoing it will ask for.

use kapok_acts::{About, ActError, Actor, Env, Fields, Kind};
use kapok_log::Fact;
use kapok_store::ids::{MatterId, VoiceId};
use kapok_store::{NewAct, Tx, params};
use kapok_voices::VoiceFacts;

use super::{about, hold, tally};
use crate::model::Matter;
use crate::state::State;
use crate::store;

/// Most voices joined, split or begun with at once; merging takes any number.
pub const MOST_VOICES: usize = 1_000;

/// The act that voices joined. One voice is its own subject, so that its history shows it; several are one act of the matter.
pub(super) fn joined(
    env: &Env,
    actor: &Actor,
    matter: &Matter,
    voices: &[VoiceFacts],
    reason: &str,
) -> Result<NewAct, ActError> {
    let told = [("voices", size(voices)), ("total", matter.voice_count.into())];
    env.act(
        actor,
        Kind::VoiceJoined,
        about_voices(matter, voices),
        reason,
        &told,
    )
}

/// The act that voices were taken out.
pub(super) fn left(
    env: &Env,
    actor: &Actor,
    matter: &Matter,
    voices: &[VoiceFacts],
    reason: &str,
) -> Result<NewAct, ActError> {
    let told = [("voices", size(voices)), ("total", matter.voice_count.into())];
    env.act(
        actor,
        Kind::VoiceSplit,
        about_voices(matter, voices),
        reason,
        &told,
    )
}

fn about_voices(matter: &Matter, voices: &[VoiceFacts]) -> About {
    match voices {
        [voice] => {
            About::of("voice", voice.id.0, matter.id, voice.place.or(matter.place)).office(matter.lead)
        }
        _ => about(matter),
    }
}

pub(super) fn size(voices: &[VoiceFacts]) -> Fact {
    Fact::Int(i64::try_from(voices.len()).unwrap_or(i64::MAX))
}

/// Each voice once, in the order given.
pub(super) fn distinct(voices: &[VoiceId]) -> Result<Vec<VoiceId>, ActError> {
    let mut seen = std::collections::HashSet::new();
    let voices: Vec<VoiceId> = voices.iter().copied().filter(|v| seen.insert(*v)).collect();
    if voices.is_empty() || voices.len() > MOST_VOICES {
        return Err(Fields::one("voices", "matters-voices-missing"));
    }
    Ok(voices)
}

/// The one matter that all these voices are in.
pub(super) async fn common_matter(tx: &mut Tx, voices: &[VoiceId]) -> Result<MatterId, ActError> {
    let facts = tally::facts(tx, voices).await?;
    let first = facts.first().and_then(|v| v.matter);
    let one = facts.len() == voices.len() && facts.iter().all(|v| v.matter == first);
    first
        .filter(|_| one)
        .ok_or(ActError::NotNow("matters-not-in-one-matter"))
}

/// Locks two matters in the order of their ids, whoever asks, so that two officers cannot wait for each other.
pub(super) async fn hold_both(
    tx: &mut Tx,
    one: MatterId,
    other: Option<MatterId>,
) -> Result<(Matter, Option<Matter>), ActError> {
    match other {
        Some(other) if other < one => {
            let other = hold(tx, other).await?;
            Ok((hold(tx, one).await?, Some(other)))
        }
        Some(other) => Ok((hold(tx, one).await?, Some(hold(tx, other).await?))),
        None => Ok((hold(tx, one).await?, None)),
    }
}

/// Keeps what undoing needs: who, what, which voices, where the matter stood.
#[expect(clippy::too_many_arguments, reason = "one row, each column once")]
pub(super) async fn remember(
    tx: &mut Tx,
    actor: &Actor,
    act: &NewAct,
    kind: &str,
    matter: &Matter,
    other: Option<MatterId>,
    before: State,
    voices: &[VoiceFacts],
) -> Result<(), ActError> {
    let account = match actor {
        Actor::Staff { account, .. } => Some(*account),
        Actor::Resident | Actor::System => None,
    };
    tx.run(
        &store::SORTING_ADD,
        params![act.act.id, kind, account, matter.id, other, before, act.act.at_ms],
    )
    .await?;
    for voice in voices {
        tx.run(&store::SORTING_VOICE, params![act.act.id, voice.id])
            .await?;
    }
    Ok(())
}
