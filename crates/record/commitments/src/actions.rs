//! Making, moving, reporting, finishing and reopening, each in one transaction with its act.
//!
//! Locks are always taken in the same order, the matter before the commitment, so that the last two commitments of a matter
//! can be finished at the same moment and the matter is still done once.

mod correcting;

use kapok_acts::{About, ActError, Actor, Env, Fields, Kind, Right};
use kapok_decisions::actions::author;
use kapok_decisions::words;
use kapok_log::Fact;
use kapok_matters::{Matter, actions as matters};
use kapok_store::ids::{CommitmentId, PartyId};
use kapok_store::{Acts, NewAct, Tx};

use crate::forms::{NewCommitment, NewDate, NewFinish, NewProgress, PhotoRef};
use crate::model::{Commitment, Role, State, UpdateKind};
use crate::store::{self, By, Report, Stamp};

pub use correcting::{retitle, withdraw};

/// A commitment that was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Made {
    /// Its id.
    pub id: CommitmentId,
    /// The number that people quote.
    pub number: i64,
}

/// Makes a commitment for a decided matter. With the first one the matter's state becomes `doing`.
///
/// # Errors
/// [`ActError::Forbidden`] unless the actor may commit for an office of the matter; [`ActError::Fields`];
/// [`ActError::NotNow`] when the matter is not decided, or was declined.
pub async fn make(
    env: &Env,
    actor: &Actor,
    matter: kapok_store::ids::MatterId,
    new: NewCommitment,
) -> Result<Made, ActError> {
    env.allow(actor, Right::Commit)?;
    let new = new.check(env.today())?;
    let (lead_name, with) = parties(env, &new).await?;
    let mut tx = env.db.change().await?;
    let matter = matters::hold(&mut tx, matter).await?;
    matters::may(&mut tx, actor, Right::Commit, &matter).await?;
    if !may_lead(actor, new.lead) {
        return Err(Fields::one("lead", "commitments-lead-not-yours"));
    }
    use kapok_matters::State::{Decided, Doing};
    if !matches!(matter.state, Decided | Doing) {
        return Err(ActError::NotNow("commitments-not-decided"));
    }
    let decision = kapok_decisions::latest_of(&mut tx, matter.id).await?;
    let decision = decision
        .filter(|d| d.result.promises())
        .ok_or(ActError::NotNow("commitments-declined"))?;
    let stamp = Stamp {
        id: CommitmentId(env.id()),
        matter: matter.id,
        matter_number: matter.number,
        decision: decision.id,
        lang: words::lang_of(&new.title),
        at: env.now(),
    };
    let number = store::add(&mut tx, &stamp, &new, &with).await?;
    let mut facts: Vec<(&str, Fact)> = vec![
        ("commitment", number.into()),
        ("office", lead_name.into()),
        ("due", new.due.to_string().into()),
    ];
    facts.extend(new.money.map(|n| ("money", Fact::from(n))));
    facts.extend(new.people.map(|n| ("people", Fact::from(n))));
    let about = About::of("commitment", stamp.id.0, matter.id, matter.place).office(Some(new.lead));
    let mut acts = Acts::from(env.act(actor, Kind::CommitmentMade, about, "", &facts)?);
    if matter.state == Decided {
        let facts = [("commitment", Fact::from(number))];
        acts = acts.and(matters::move_in(&mut tx, env, actor, &matter, Doing, "", &facts).await?);
    }
    tx.commit(acts).await?;
    Ok(Made { id: stamp.id, number })
}

/// Whether the actor may promise something in the name of this office: its own staff may, and the mayor's office for any. Other
/// offices are named as those who take part.
#[must_use]
pub fn may_lead(actor: &Actor, office: PartyId) -> bool {
    actor.may_for(Right::Commit, &[office])
}

/// Name of the lead, and what each of the others is.
async fn parties(env: &Env, new: &NewCommitment) -> Result<(String, Vec<(PartyId, Role)>), ActError> {
    let directory = kapok_parties::directory(env).await?;
    let is_office = |id: PartyId| directory.office(id).is_some();
    let mut errors = Fields::default();
    if !is_office(new.lead) {
        errors.add("lead", "form-unknown");
    }
    if new.with.iter().any(|id| directory.get(*id).is_none()) {
        errors.add("with", "form-unknown");
    }
    errors.check()?;
    let role = |id: PartyId| {
        if is_office(id) {
            Role::Department
        } else {
            Role::Partner
        }
    };
    let with = new.with.iter().map(|id| (*id, role(*id))).collect();
    Ok((directory.name(new.lead).to_owned(), with))
}

/// A commitment and its matter, both locked.
async fn hold(tx: &mut Tx, id: CommitmentId) -> Result<(Matter, Commitment), ActError> {
    let seen = store::by_id(tx, id).await?.ok_or(ActError::NotFound)?;
    let matter = matters::hold(tx, seen.matter_id).await?;
    let commitment = store::lock(tx, id).await?.ok_or(ActError::NotFound)?;
    Ok((matter, commitment))
}

/// `Ok` when the actor has the right for the lead, for a party of the commitment or for an office of the matter.
async fn may(
    tx: &mut Tx,
    actor: &Actor,
    right: Right,
    matter: &Matter,
    c: &Commitment,
) -> Result<(), ActError> {
    let mut offices = matters::offices(tx, matter).await?;
    offices.push(c.lead);
    offices.extend(store::parties_of(tx, c.id).await?.into_iter().map(|(id, _)| id));
    if actor.may_for(right, &offices) {
        Ok(())
    } else {
        Err(ActError::Forbidden)
    }
}

fn about(matter: &Matter, c: &Commitment) -> About {
    About::of("commitment", c.id.0, matter.id, matter.place).office(Some(c.lead))
}

fn by<'a>(env: &Env, actor: &'a Actor) -> By<'a> {
    By {
        id: env.id(),
        author: author(actor),
        office: actor.office(),
        at: env.now(),
    }
}

/// Moves the date of a commitment that runs. The date before, the reason and the time stay readable.
///
/// # Errors
/// [`ActError::Fields`] without a reason, for a past day, or for the day it already is; [`ActError::NotNow`] when it is
/// finished; [`ActError::Forbidden`].
pub async fn move_date(env: &Env, actor: &Actor, id: CommitmentId, new: NewDate) -> Result<(), ActError> {
    env.allow(actor, Right::Commit)?;
    let mut tx = env.db.change().await?;
    let (matter, c) = hold(&mut tx, id).await?;
    may(&mut tx, actor, Right::Commit, &matter, &c).await?;
    running(&c)?;
    let new = new.check(c.due, env.today())?;
    store::move_date(&mut tx, &by(env, actor), &c, new.due, &new.reason).await?;
    let facts = [
        ("commitment", c.number.into()),
        ("due_before", c.due.to_string().into()),
        ("due", new.due.to_string().into()),
    ];
    let act = env.act(
        actor,
        Kind::CommitmentMoved,
        about(&matter, &c),
        &new.reason,
        &facts,
    )?;
    Ok(tx.commit(act).await?)
}

fn running(c: &Commitment) -> Result<(), ActError> {
    match c.state {
        State::Running => Ok(()),
        State::Finished => Err(ActError::NotNow("commitments-is-finished")),
        State::Withdrawn => Err(ActError::NotNow("commitments-is-withdrawn")),
    }
}

/// Reports progress. A form that was sent before changes nothing; false says so.
///
/// # Errors
/// [`ActError::Fields`], [`ActError::NotNow`] when it is finished, [`ActError::Forbidden`].
pub async fn progress(
    env: &Env,
    actor: &Actor,
    id: CommitmentId,
    new: NewProgress,
) -> Result<bool, ActError> {
    let new = new.check()?;
    let mut tx = env.db.change().await?;
    let (matter, c) = hold(&mut tx, id).await?;
    may(&mut tx, actor, Right::Report, &matter, &c).await?;
    let spent = new.spent.unwrap_or(c.spent);
    let report = Report {
        kind: UpdateKind::Progress,
        percent: new.percent,
        spent,
        text: &new.text,
        lang: words::lang_of(&new.text),
        photo: new.photo.as_ref(),
        form_key: new.form_key,
    };
    if !store::report(&mut tx, &by(env, actor), c.id, &report).await? {
        return Ok(false);
    }
    running(&c)?;
    store::progress(&mut tx, c.id, new.percent, spent).await?;
    let facts = [
        ("commitment", c.number.into()),
        ("percent", new.percent.into()),
        ("spent", spent.into()),
        ("photo", new.photo.is_some().into()),
    ];
    let act = env.act(actor, Kind::CommitmentProgressed, about(&matter, &c), "", &facts)?;
    tx.commit(act).await?;
    Ok(true)
}

/// Finishes a commitment with evidence. With the last one of a matter that is being done, the matter's state becomes `done`.
/// A form that was sent before changes nothing; false says so.
///
/// # Errors
/// [`ActError::Fields`] without evidence, [`ActError::NotNow`] when it is finished, [`ActError::Forbidden`].
pub async fn finish(env: &Env, actor: &Actor, id: CommitmentId, new: NewFinish) -> Result<bool, ActError> {
    let new = new.check()?;
    let mut tx = env.db.change().await?;
    let (matter, c) = hold(&mut tx, id).await?;
    may(&mut tx, actor, Right::Report, &matter, &c).await?;
    let spent = new.spent.unwrap_or(c.spent);
    let report = closing(
        UpdateKind::Finished,
        &new.evidence,
        100,
        spent,
        new.photo.as_ref(),
        new.form_key,
    );
    if !store::report(&mut tx, &by(env, actor), c.id, &report).await? {
        return Ok(false);
    }
    running(&c)?;
    store::finish(&mut tx, &c, env.now(), spent, &new.evidence).await?;
    let facts = [
        ("commitment", c.number.into()),
        ("spent", spent.into()),
        ("days_late", c.days_late(env.today()).into()),
    ];
    let mut acts = Acts::from(env.act(actor, Kind::CommitmentFinished, about(&matter, &c), "", &facts)?);
    let last = store::still_running(&mut tx, matter.id).await? == 0;
    if last && matter.state == kapok_matters::State::Doing {
        let done = kapok_matters::State::Done;
        acts = acts.and(matters::move_in(&mut tx, env, actor, &matter, done, "", &[]).await?);
    }
    tx.commit(acts).await?;
    Ok(true)
}

fn closing<'a>(
    kind: UpdateKind,
    text: &'a str,
    percent: i64,
    spent: i64,
    photo: Option<&'a PhotoRef>,
    form_key: Option<[u8; 16]>,
) -> Report<'a> {
    Report {
        kind,
        percent,
        spent,
        text,
        lang: words::lang_of(text),
        photo,
        form_key,
    }
}

/// Reopens every finished commitment of a matter, in the transaction of whoever reopens the matter. Their dates stay as
/// they were, so they are late at once if those have passed. Gives the acts to commit with.
///
/// # Errors
/// [`ActError::Fields`] on `reason` when there is none.
pub async fn reopen_in(
    tx: &mut Tx,
    env: &Env,
    actor: &Actor,
    matter: &Matter,
    reason: &str,
) -> Result<Vec<NewAct>, ActError> {
    let mut acts = Vec::new();
    for c in store::finished_of(tx, matter.id).await? {
        store::reopen(tx, &c).await?;
        let report = closing(UpdateKind::Reopened, reason, c.percent, c.spent, None, None);
        store::report(tx, &by(env, actor), c.id, &report).await?;
        let facts = [("commitment", c.number.into()), ("due", c.due.to_string().into())];
        acts.push(env.act(actor, Kind::CommitmentReopened, about(matter, &c), reason, &facts)?);
    }
    Ok(acts)
}
