//! Undoing what was joined, split, merged or begun: by whoever did it, within a day, while the voices are still where they
//! were put. The log keeps both, the mistake and its correction.

use kapok_acts::{ActError, Actor, Env, Kind, Right};
use kapok_store::ids::{ActId, MatterId, VoiceId};
use kapok_store::{Acts, NewAct, Tx, params};

use super::describing::reread;
use super::joined::{joined, left};
use super::joining::take_in;
use super::{about, hold, shift_in, tally};
use crate::model::Matter;
use crate::reads::UNDO_HOURS;
use crate::state::State;
use crate::store::{self, Sorting, listing};

/// Undoes one act of joining, splitting, merging or beginning. Gives the matter that the officer should see next.
///
/// # Errors
/// [`ActError::NotFound`] when the act was none of these or somebody else's; [`ActError::NotNow`] when it is too late:
/// undone already, a day old, or the voices or matters have moved on.
pub async fn undo(env: &Env, actor: &Actor, act: ActId, reason: &str) -> Result<Matter, ActError> {
    env.allow(actor, Right::Sort)?;
    let mut tx = env.db.change().await?;
    let sorting = tx
        .opt(&store::SORTING, params![act])
        .await?
        .ok_or(ActError::NotFound)?;
    let own = match actor {
        Actor::Staff { account, .. } => sorting.account == Some(*account),
        Actor::System => sorting.account.is_none(),
        Actor::Resident => false,
    };
    if !own {
        return Err(ActError::NotFound);
    }
    let age = env.now().as_millisecond() - made_at(act);
    if sorting.undone || age > UNDO_HOURS * 3_600_000 {
        return Err(ActError::NotNow("matters-undo-too-late"));
    }
    let voices = tx.all(&store::SORTING_VOICES, params![act]).await?;
    let undone = Undone {
        tx: &mut tx,
        env,
        actor,
        sorting: &sorting,
        voices: &voices,
        reason,
    };
    let (see, acts) = match sorting.kind.as_str() {
        "begin" => undone.begin().await?,
        "join" => undone.join().await?,
        "split" => undone.split().await?,
        _ => undone.merge().await?,
    };
    tx.run(&store::SORTING_UNDO, params![act]).await?;
    tx.commit(acts).await?;
    reread(env, see).await
}

/// Milliseconds since 1970 in the first 48 bits of an id (RFC 9562, section 5.7).
fn made_at(act: ActId) -> i64 {
    act.0[..6].iter().fold(0, |ms, byte| ms << 8 | i64::from(*byte))
}

struct Undone<'a> {
    tx: &'a mut Tx,
    env: &'a Env,
    actor: &'a Actor,
    sorting: &'a Sorting,
    voices: &'a [VoiceId],
    reason: &'a str,
}

impl Undone<'_> {
    /// `Ok` when all voices are still where the act put them.
    async fn still_in(&mut self, matter: Option<MatterId>) -> Result<(), ActError> {
        let facts = tally::facts(self.tx, self.voices).await?;
        if facts.len() == self.voices.len() && facts.iter().all(|v| v.matter == matter) {
            Ok(())
        } else {
            Err(ActError::NotNow("matters-undo-too-late"))
        }
    }

    /// Takes the voices out of a matter again.
    async fn out_of(&mut self, matter: &Matter) -> Result<(Matter, NewAct), ActError> {
        let facts = kapok_voices::leave_in(self.tx, self.voices).await?;
        let matter = tally::take_out(self.tx, self.env, matter, &facts).await?;
        let act = left(self.env, self.actor, &matter, &facts, self.reason)?;
        Ok((matter, act))
    }

    /// Puts the voices back into a matter.
    async fn back_into(&mut self, matter: &Matter) -> Result<NewAct, ActError> {
        let (matter, facts) = take_in(self.tx, self.env, matter, self.voices).await?;
        joined(self.env, self.actor, &matter, &facts, self.reason)
    }

    async fn join(mut self) -> Result<(MatterId, Acts), ActError> {
        let matter = hold(self.tx, self.sorting.matter).await?;
        self.still_in(Some(matter.id)).await?;
        let (matter, act) = self.out_of(&matter).await?;
        Ok((matter.id, act.into()))
    }

    /// The matter stays in the record, withdrawn and out of the lists; its number is not given again.
    async fn begin(mut self) -> Result<(MatterId, Acts), ActError> {
        let matter = hold(self.tx, self.sorting.matter).await?;
        self.still_in(Some(matter.id)).await?;
        if matter.state != State::Voiced || matter.voice_count != self.voices.len() as i64 {
            return Err(ActError::NotNow("matters-undo-too-late"));
        }
        let (matter, out) = self.out_of(&matter).await?;
        let gone = shift_in(self.tx, self.env, &matter, State::Withdrawn).await?;
        self.tx
            .run(&store::LISTING, params![gone.id, listing::HIDDEN])
            .await?;
        let facts = [
            ("from", matter.state.id().into()),
            ("to", State::Withdrawn.id().into()),
            ("undone", true.into()),
        ];
        let closed = self
            .env
            .act(self.actor, Kind::MatterClosed, about(&gone), self.reason, &facts)?;
        Ok((gone.id, Acts::from(out).and(closed)))
    }

    async fn split(mut self) -> Result<(MatterId, Acts), ActError> {
        self.still_in(self.sorting.other).await?;
        let back = match self.sorting.other {
            None => None,
            Some(other) => {
                let other = hold(self.tx, other).await?;
                Some(self.out_of(&other).await?.1)
            }
        };
        let matter = hold(self.tx, self.sorting.matter).await?;
        let join = self.back_into(&matter).await?;
        Ok((matter.id, Acts::from(join).and_all(back)))
    }

    async fn merge(mut self) -> Result<(MatterId, Acts), ActError> {
        let Some(from) = self.sorting.other else {
            return Err(ActError::NotFound);
        };
        let from = hold(self.tx, from).await?;
        let into = hold(self.tx, self.sorting.matter).await?;
        if from.state != State::Merged {
            return Err(ActError::NotNow("matters-undo-too-late"));
        }
        self.still_in(Some(into.id)).await?;
        let restored = shift_in(self.tx, self.env, &from, self.sorting.state_before).await?;
        self.tx
            .run(&store::MERGED_INTO, params![from.id, kapok_store::Value::Null])
            .await?;
        let facts = [
            ("from", State::Merged.id().into()),
            ("to", restored.state.id().into()),
            ("undone", true.into()),
        ];
        let kind = restored.state.reached(State::Merged);
        let act = self
            .env
            .act(self.actor, kind, about(&restored), self.reason, &facts)?;
        let mut more = Vec::new();
        if !self.voices.is_empty() {
            more.push(self.out_of(&into).await?.1);
            more.push(self.back_into(&restored).await?);
        }
        Ok((from.id, Acts::from(act).and_all(more)))
    }
}
