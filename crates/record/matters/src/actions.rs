//! Everything that changes a matter: permission, rule, statements, act, in one transaction.
//!
//! **Who may:** the permission table says what a role may do; for most actions it must also be somebody of the office in the
//! lead or of an office that accepted to take part ([`may`]). A matter without a lead belongs to nobody yet, so any
//! office may sort it. **For later rooms:** [`hold`], [`move_in`] and [`count_check_in`] work inside their transaction.

mod answering;
mod appeals;
mod describing;
mod following;
mod joined;
mod joining;
mod offices;
mod tally;
mod undoing;
mod weighing;

use kapok_acts::{About, ActError, Actor, Env, Right};
use kapok_log::Fact;
use kapok_store::ids::{MatterId, PartyId};
use kapok_store::{Conn, NewAct, Tx, params};

use crate::model::{Matter, Says};
use crate::replies::{Asked, PartnerState};
use crate::state::State;
use crate::store::{self, listing};
use crate::{jobs, reads};

pub use answering::{answer, close};
pub use appeals::{appeal, rule};
pub use describing::{describe, open, sort};
pub(crate) use following::token as follow_token;
pub use following::{confirm_follow, follow, unfollow};
pub use joining::{begin, hear_into, join, join_by_code, merge, split, withdraw_voice};
pub use offices::{accept, ask_partner, hand_over, refuse};
pub use undoing::undo;
pub use weighing::weigh;

/// The matter, locked until the transaction ends.
///
/// # Errors
/// [`ActError::NotFound`].
pub async fn hold(tx: &mut Tx, id: MatterId) -> Result<Matter, ActError> {
    tx.opt(&reads::HOLD, params![id]).await?.ok_or(ActError::NotFound)
}

/// The matter of this number, locked until the transaction ends.
///
/// # Errors
/// [`ActError::NotFound`].
pub async fn hold_number(tx: &mut Tx, number: i64) -> Result<Matter, ActError> {
    tx.opt(&reads::HOLD_NUMBER, params![number])
        .await?
        .ok_or(ActError::NotFound)
}

/// The offices that answer for a matter: the one in the lead and those that accepted to take part.
///
/// # Errors
/// From the database.
pub async fn offices(conn: &mut Conn, matter: &Matter) -> Result<Vec<PartyId>, ActError> {
    let partners = conn.all(&store::PARTNERS, params![matter.id]).await?;
    let taking_part = partners
        .into_iter()
        .filter(|p| p.asked == Asked::Part && p.state == PartnerState::Accepted)
        .map(|p| p.party);
    Ok(matter.lead.into_iter().chain(taking_part).collect())
}

/// `Ok` when the actor has the right and belongs to an office that answers for the matter.
///
/// # Errors
/// [`ActError::Forbidden`].
pub async fn may(conn: &mut Conn, actor: &Actor, right: Right, matter: &Matter) -> Result<(), ActError> {
    if !actor.may(right) {
        return Err(ActError::Forbidden);
    }
    let offices = match matter.lead {
        Some(lead) if !actor.may_for(right, &[lead]) => offices(conn, matter).await?,
        _ => return Ok(()),
    };
    if actor.may_for(right, &offices) {
        Ok(())
    } else {
        Err(ActError::Forbidden)
    }
}

/// `Ok` when the actor may take the matter apart or close it by merging: once it has an office in the lead, only that
/// office and the mayor's office; before, everybody who sorts.
///
/// # Errors
/// [`ActError::Forbidden`].
pub fn may_rearrange(actor: &Actor, matter: &Matter) -> Result<(), ActError> {
    let may = match matter.lead {
        Some(lead) => actor.may_for(Right::Sort, &[lead]),
        None => actor.may(Right::Sort),
    };
    may.then_some(()).ok_or(ActError::Forbidden)
}

/// What an act about a matter is about.
pub(crate) fn about(matter: &Matter) -> About {
    About::of("matter", matter.id.0, matter.id, matter.place).office(matter.lead)
}

/// Moves a matter in the transaction of whoever has a reason to: the state, its counters and, when it waits for a
/// decision again, its rank. Gives the act to commit with, of the kind that belongs to the new state.
///
/// # Errors
/// [`ActError::NotNow`] when no such move exists, [`ActError::Stale`] when the matter is no longer where `matter` says,
/// [`ActError::Fields`] on `reason` when the move owes one.
pub async fn move_in(
    tx: &mut Tx,
    env: &Env,
    actor: &Actor,
    matter: &Matter,
    to: State,
    reason: &str,
    facts: &[(&str, Fact)],
) -> Result<NewAct, ActError> {
    let moved = shift_in(tx, env, matter, to).await?;
    let kind = to.reached(matter.state);
    let mut all: Vec<(&str, Fact)> = vec![("from", matter.state.id().into()), ("to", to.id().into())];
    all.extend_from_slice(facts);
    let act = env.act(actor, kind, about(&moved), reason, &all)?;
    jobs::tell_in(tx, env, &moved, kind).await?;
    if to.is_exit() || matches!(to, State::Decided | State::Done) {
        kapok_voices::tell_in(tx, matter.id, env.now()).await?;
    }
    Ok(act)
}

/// Moves a matter without saying so; the caller writes the act.
pub(crate) async fn shift_in(tx: &mut Tx, env: &Env, matter: &Matter, to: State) -> Result<Matter, ActError> {
    let from = matter.state;
    if from.leads_to(to).is_none() {
        return Err(ActError::NotNow("matters-no-such-move"));
    }
    let now = env.now();
    let listing = listing_of(to);
    let step = to.step().map_or("", |step| step.id());
    let changed = tx
        .run(&store::MOVE, params![matter.id, to, step, listing, now, from])
        .await?;
    if changed != 1 {
        return Err(ActError::Stale);
    }
    tx.run(&store::COUNT_STATE, params![from, -1i64]).await?;
    tx.run(&store::COUNT_STATE, params![to, 1i64]).await?;
    let mut moved = Matter {
        state: to,
        state_at: now,
        version: matter.version + 1,
        ..matter.clone()
    };
    if to == State::Done {
        // Residents check what was finished now, not what was finished last time.
        tx.run(&store::CLEAR_CHECKS, params![matter.id]).await?;
        (moved.done_count, moved.not_yet_count) = (0, 0);
    }
    if to.is_open() && !from.is_open() {
        // It was not ranked anew while it did not wait, whatever the weights were.
        moved.rank_key = moved.factors().rank_key(&held_weights(tx).await?);
        tx.run(&store::RANK, params![matter.id, moved.rank_key]).await?;
    }
    plan_purge(tx, env, &moved, from).await?;
    Ok(moved)
}

/// Contact data of a matter that is over is deleted after the days that the city promised; not while it is taken up again.
async fn plan_purge(tx: &mut Tx, env: &Env, matter: &Matter, from: State) -> Result<(), ActError> {
    let over = |state: State| state.is_exit() || matches!(state, State::Evaluated | State::Shared);
    if over(matter.state) && !over(from) {
        let day = env.in_days(env.city.days_to_keep_contact);
        kapok_voices::schedule_purge_in(tx, matter.id, env.city.start_of(day)).await?;
    } else if over(from) && !over(matter.state) {
        kapok_voices::schedule_purge_in(tx, matter.id, None).await?;
    }
    Ok(())
}

fn listing_of(state: State) -> i64 {
    match state {
        State::Merged => listing::HIDDEN,
        state if state.is_open() => listing::RANKED,
        _ => listing::PAST,
    }
}

/// The weights as this transaction sees them; a change of weights waits until it ends.
pub(crate) async fn held_weights(tx: &mut Tx) -> Result<crate::Weights, ActError> {
    Ok(tx.one(&store::WEIGHTS_HELD, &[]).await?)
}

/// Counts what a resident says about finished work; gives the numbers of "done" and "not yet" after it. `changed`: the same
/// resident was counted for the opposite before.
///
/// # Errors
/// [`ActError::NotNow`] when nothing is finished.
pub async fn count_check_in(
    tx: &mut Tx,
    matter: &Matter,
    says: Says,
    changed: bool,
) -> Result<(i64, i64), ActError> {
    if !matter.state.can_be_checked() {
        return Err(ActError::NotNow("matters-not-finished"));
    }
    let taken_back = -i64::from(changed);
    let (done, not_yet) = match says {
        Says::Done => (1, taken_back),
        Says::NotYet => (taken_back, 1),
    };
    tx.returning(&store::CHECKED, params![matter.id, done, not_yet])
        .await?
        .ok_or(ActError::NotFound)
}
