//! Withdrawing a promise that was made in error or is given up, and correcting its title. Nothing is deleted: the promise, the
//! reason and the title before stay readable.

use kapok_acts::{ActError, Actor, Env, Fields, Kind, Right};
use kapok_decisions::words;
use kapok_matters::actions as matters;
use kapok_store::ids::CommitmentId;
use kapok_store::{Acts, Tx};

use super::{about, by, closing, hold, may_lead, running};
use crate::forms::{MOST_TEXT, MOST_TITLE};
use crate::model::{Commitment, UpdateKind};
use crate::store;

/// The reason, without which neither happens.
fn reason(errors: &mut Fields, text: &str) -> String {
    let reason = words::optional(errors, "reason", text, MOST_TEXT);
    if reason.is_empty() {
        errors.add("reason", "form-reason-missing");
    }
    reason
}

/// Writes what happened among the reports.
async fn note(
    tx: &mut Tx,
    env: &Env,
    actor: &Actor,
    c: &Commitment,
    kind: UpdateKind,
    text: &str,
) -> Result<(), ActError> {
    let report = closing(kind, text, c.percent, c.spent, None, None);
    store::report(tx, &by(env, actor), c.id, &report).await?;
    Ok(())
}

/// Withdraws a promise that runs, in public. If it was the last one that ran and others were finished, the matter's state
/// becomes `done`; if none is left, another can be made.
///
/// # Errors
/// [`ActError::Fields`] without a reason; [`ActError::NotNow`] unless it runs; [`ActError::Forbidden`] for other offices than
/// the lead and the mayor's office.
pub async fn withdraw(env: &Env, actor: &Actor, id: CommitmentId, why: &str) -> Result<(), ActError> {
    env.allow(actor, Right::Commit)?;
    let mut errors = Fields::default();
    let why = reason(&mut errors, why);
    errors.check()?;
    let mut tx = env.db.change().await?;
    let (matter, c) = hold(&mut tx, id).await?;
    if !may_lead(actor, c.lead) {
        return Err(ActError::Forbidden);
    }
    running(&c)?;
    store::withdraw(&mut tx, &c).await?;
    note(&mut tx, env, actor, &c, UpdateKind::Withdrawn, &why).await?;
    let facts = [("commitment", c.number.into()), ("due", c.due.to_string().into())];
    let mut acts = Acts::from(env.act(actor, Kind::CommitmentWithdrawn, about(&matter, &c), &why, &facts)?);
    let over = store::still_running(&mut tx, matter.id).await? == 0
        && !store::finished_of(&mut tx, matter.id).await?.is_empty();
    if over && matter.state == kapok_matters::State::Doing {
        let done = kapok_matters::State::Done;
        acts = acts.and(matters::move_in(&mut tx, env, actor, &matter, done, "", &[]).await?);
    }
    Ok(tx.commit(acts).await?)
}

/// Corrects the title of a promise that runs. The title before stays in the log and among the reports.
///
/// # Errors
/// As [`withdraw`], and [`ActError::Fields`] on `title`.
pub async fn retitle(
    env: &Env,
    actor: &Actor,
    id: CommitmentId,
    title: &str,
    why: &str,
) -> Result<(), ActError> {
    env.allow(actor, Right::Commit)?;
    let mut errors = Fields::default();
    let title = words::required(&mut errors, "title", &words::one_line(title), MOST_TITLE);
    let why = reason(&mut errors, why);
    errors.check()?;
    let mut tx = env.db.change().await?;
    let (matter, c) = hold(&mut tx, id).await?;
    if !may_lead(actor, c.lead) {
        return Err(ActError::Forbidden);
    }
    running(&c)?;
    if c.title == title {
        return Err(Fields::one("title", "commitments-title-same"));
    }
    store::retitle(&mut tx, c.id, &title, &words::lang_of(&title)).await?;
    note(&mut tx, env, actor, &c, UpdateKind::Retitled, &c.title).await?;
    let facts = [
        ("commitment", c.number.into()),
        ("title_before", c.title.as_str().into()),
        ("title", title.into()),
    ];
    let act = env.act(actor, Kind::CommitmentRetitled, about(&matter, &c), &why, &facts)?;
    Ok(tx.commit(act).await?)
}
