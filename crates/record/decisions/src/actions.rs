//! Deciding: permission, rule, row, act and the matter's move in one transaction.

use kapok_acts::{ActError, Actor, Env, Right};
use kapok_matters::{State, actions as matters};
use kapok_store::ids::{DecisionId, MatterId};

use crate::model::{APPEAL_DAYS, NewDecision};
use crate::store::{self, Stamp};
use crate::words;

/// Decides a matter that is open and answered. Its state becomes `decided`; the reasons stand in the act.
///
/// # Errors
/// [`ActError::Forbidden`] unless the actor may decide for an office of the matter; [`ActError::Fields`] without text or
/// reasons; [`ActError::NotNow`] when the matter is not open, or its voices have no answer yet.
pub async fn decide(
    env: &Env,
    actor: &Actor,
    matter: MatterId,
    new: NewDecision,
) -> Result<DecisionId, ActError> {
    env.allow(actor, Right::Decide)?;
    let new = new.check()?;
    let mut tx = env.db.change().await?;
    let matter = matters::hold(&mut tx, matter).await?;
    matters::may(&mut tx, actor, Right::Decide, &matter).await?;
    if matter.state != State::Open {
        return Err(ActError::NotNow("decisions-not-open"));
    }
    if matter.answered.is_none() {
        return Err(ActError::NotNow("decisions-answer-first"));
    }
    let stamp = Stamp {
        id: env.id(),
        matter: matter.id,
        office: actor.office(),
        author: author(actor),
        at: env.now(),
        appeal_until: env.in_days(APPEAL_DAYS),
    };
    store::add(&mut tx, &stamp, &new).await?;
    let facts = [
        ("result", new.result.id().into()),
        ("appeal_until", stamp.appeal_until.to_string().into()),
    ];
    let act = matters::move_in(&mut tx, env, actor, &matter, State::Decided, &new.reasons, &facts).await?;
    let id = DecisionId(stamp.id);
    tx.commit(act).await?;
    Ok(id)
}

/// Closes a matter that was declined, as answered without action. Commitments can no longer follow; an appeal still opens
/// it again.
///
/// # Errors
/// [`ActError::Forbidden`]; [`ActError::Fields`] without a reason; [`ActError::NotNow`] unless the decision that stands
/// declined the matter.
pub async fn close_declined(
    env: &Env,
    actor: &Actor,
    matter: MatterId,
    reason: &str,
) -> Result<(), ActError> {
    env.allow(actor, Right::Decide)?;
    let mut tx = env.db.change().await?;
    let matter = matters::hold(&mut tx, matter).await?;
    matters::may(&mut tx, actor, Right::Decide, &matter).await?;
    let latest = store::latest_of(&mut tx, matter.id).await?;
    let declined = latest.is_some_and(|d| !d.result.promises());
    if matter.state != State::Decided || !declined {
        return Err(ActError::NotNow("decisions-not-declined"));
    }
    let reason = words::clean(reason);
    let act = matters::move_in(&mut tx, env, actor, &matter, State::Answered, &reason, &[]).await?;
    Ok(tx.commit(act).await?)
}

/// The name under which an actor's words stand in the record; empty for the system.
#[must_use]
pub fn author(actor: &Actor) -> &str {
    match actor {
        Actor::Staff { name, .. } => name,
        Actor::Resident | Actor::System => "",
    }
}
