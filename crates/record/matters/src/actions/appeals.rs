//! Appeals against decisions and side exits, and rulings on them.

use kapok_acts::{About, ActError, Actor, Env, Fields, Kind, Right};
use kapok_store::ids::{AppealId, MatterId};
use kapok_store::{NewAct, Tx, params};

use super::{hold, joining, shift_in};
use crate::model::{Matter, SUMMARY_CHARS, words};
use crate::replies::AppealState;
use crate::state::State;
use crate::{jobs, store};

/// A resident asks that a matter be looked at again. Sending the same form twice gives the same appeal.
///
/// # Errors
/// [`ActError::Fields`] on `grounds`; [`ActError::NotNow`] when there is nothing to appeal against, or an appeal waits.
pub async fn appeal(
    env: &Env,
    matter: MatterId,
    grounds: &str,
    form_key: [u8; 16],
) -> Result<AppealId, ActError> {
    let grounds = grounds.trim();
    let mut wrong = Fields::default();
    words(&mut wrong, "grounds", grounds, SUMMARY_CHARS);
    wrong.check()?;
    let mut tx = env.db.change().await?;
    let matter = hold(&mut tx, matter).await?;
    if let Some(sent) = tx.opt(&store::APPEAL_BY_KEY, params![form_key]).await? {
        return Ok(sent.id);
    }
    if !matter.state.can_be_appealed() {
        return Err(ActError::NotNow("matters-nothing-to-appeal"));
    }
    let appeals = tx.all(&store::APPEALS, params![matter.id]).await?;
    if appeals.iter().any(|a| a.state == AppealState::Open) {
        return Err(ActError::NotNow("matters-appeal-waits"));
    }
    let id = AppealId(env.id());
    tx.run(
        &store::ADD_APPEAL,
        params![id, matter.id, form_key, grounds, matter.state, env.now()],
    )
    .await?;
    let facts = [("against", matter.state.id().into())];
    let about = About::of("appeal", id.0, matter.id, matter.place).office(matter.lead);
    tx.commit(env.act(&Actor::Resident, Kind::MatterAppealed, about, grounds, &facts)?)
        .await?;
    Ok(id)
}

/// The ruling on an appeal. Upheld, the matter is weighed again: it is open, and what had been merged away comes back.
///
/// # Errors
/// [`ActError::Forbidden`], [`ActError::Fields`] on `reason`, [`ActError::NotNow`] when it was ruled on already.
pub async fn rule(
    env: &Env,
    actor: &Actor,
    appeal: AppealId,
    upheld: bool,
    reason: &str,
) -> Result<Matter, ActError> {
    env.allow(actor, Right::Rule)?;
    let mut tx = env.db.change().await?;
    let appeal = tx
        .opt(&store::APPEAL, params![appeal])
        .await?
        .ok_or(ActError::NotFound)?;
    let state = if upheld {
        AppealState::Upheld
    } else {
        AppealState::Rejected
    };
    let changed = tx
        .run(&store::RULE, params![appeal.id, state, reason.trim(), env.now()])
        .await?;
    if changed == 0 {
        return Err(ActError::NotNow("matters-appeal-ruled"));
    }
    let matter = hold(&mut tx, appeal.matter).await?;
    let facts = [
        ("ruling", state.id().into()),
        ("against", appeal.against.id().into()),
        (
            "state",
            if upheld {
                State::Open.id()
            } else {
                matter.state.id()
            }
            .into(),
        ),
    ];
    let about = About::of("appeal", appeal.id.0, matter.id, matter.place).office(matter.lead);
    let act = env.act(actor, Kind::AppealRuled, about, reason, &facts)?;
    let more = if upheld {
        reopen(&mut tx, env, actor, &matter, reason).await?
    } else {
        Vec::new()
    };
    jobs::tell_in(&mut tx, env, &matter, Kind::AppealRuled).await?;
    tx.commit(kapok_store::Acts::from(act).and_all(more)).await?;
    super::describing::reread(env, matter.id).await
}

/// Puts the matter back among those that are weighed, with a new day of reply. Gives the acts of voices that come back.
async fn reopen(
    tx: &mut Tx,
    env: &Env,
    actor: &Actor,
    matter: &Matter,
    reason: &str,
) -> Result<Vec<NewAct>, ActError> {
    let open = shift_in(tx, env, matter, State::Open).await?;
    let reply_by = env.in_days(env.city.days_to_answer);
    tx.run(&store::OPEN, params![matter.id, env.now(), reply_by])
        .await?;
    if matter.state == State::Merged {
        joining::bring_back(tx, env, actor, &open, reason).await
    } else {
        Ok(Vec::new())
    }
}
