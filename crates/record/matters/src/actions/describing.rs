//! Sorting a matter, changing its description, opening it.

use jiff::civil::Date;
use kapok_acts::{ActError, Actor, Env, Fields, Kind, Right};
use kapok_store::ids::{MatterId, PartyId};
use kapok_store::{Tx, params};

use super::{about, hold, may, move_in, tally};
use crate::model::{Describe, Matter, language_of};
use crate::state::State;
use crate::{jobs, store};

/// Most days that an office may give itself for an answer.
pub const LONGEST_REPLY_DAYS: i64 = 366;

/// Describes a matter for the first time: topic, need, urgency and the office in the lead. It is sorted then.
///
/// # Errors
/// [`ActError::Fields`], [`ActError::Forbidden`], [`ActError::NotNow`] when it is sorted already.
pub async fn sort(
    env: &Env,
    actor: &Actor,
    matter: MatterId,
    new: Describe,
    reason: &str,
) -> Result<Matter, ActError> {
    env.allow(actor, Right::Describe)?;
    let new = new.check()?;
    let (around, facts) = (tally::around(env, new.place).await?, facts(env, &new).await?);
    let mut tx = env.db.change().await?;
    let old = hold(&mut tx, matter).await?;
    may(&mut tx, actor, Right::Describe, &old).await?;
    let described = write(&mut tx, &old, &new, new.lead, &around).await?;
    let act = move_in(&mut tx, env, actor, &described, State::Sorted, reason, &facts).await?;
    tx.commit(act).await?;
    reread(env, matter).await
}

/// Changes the description of a matter. Its lead stays: that changes by hand-over.
///
/// # Errors
/// [`ActError::Fields`], [`ActError::Forbidden`], [`ActError::Stale`] when somebody changed it meanwhile.
pub async fn describe(
    env: &Env,
    actor: &Actor,
    matter: MatterId,
    new: Describe,
    reason: &str,
) -> Result<Matter, ActError> {
    env.allow(actor, Right::Describe)?;
    let new = new.check()?;
    let (around, facts) = (tally::around(env, new.place).await?, facts(env, &new).await?);
    let mut tx = env.db.change().await?;
    let old = hold(&mut tx, matter).await?;
    may(&mut tx, actor, Right::Describe, &old).await?;
    if old.state.is_exit() {
        return Err(ActError::NotNow("matters-closed"));
    }
    let described = write(&mut tx, &old, &new, old.lead, &around).await?;
    let act = env.act(actor, Kind::MatterDescribed, about(&described), reason, &facts)?;
    tx.commit(act).await?;
    reread(env, matter).await
}

/// Opens a sorted matter for weighing and says by when the city answers.
///
/// # Errors
/// [`ActError::Fields`] on `reply_by` unless it lies from today to a year ahead, and on `reason` when the day is later than the
/// one that holds and no reason is given; [`ActError::NotNow`].
pub async fn open(
    env: &Env,
    actor: &Actor,
    matter: MatterId,
    reply_by: Date,
    reason: &str,
) -> Result<Matter, ActError> {
    env.allow(actor, Right::Describe)?;
    if reply_by < env.today() || reply_by > env.in_days(LONGEST_REPLY_DAYS) {
        return Err(Fields::one("reply_by", "matters-reply-by-wrong"));
    }
    let mut tx = env.db.change().await?;
    let old = hold(&mut tx, matter).await?;
    may(&mut tx, actor, Right::Describe, &old).await?;
    if old.state != State::Sorted {
        return Err(ActError::NotNow("matters-no-such-move"));
    }
    let later = old.reply_by.filter(|holds| *holds < reply_by);
    if later.is_some() && reason.trim().is_empty() {
        return Err(Fields::one("reason", "matters-later-needs-reason"));
    }
    tx.run(&store::OPEN, params![matter, env.now(), reply_by]).await?;
    let mut facts = vec![("reply_by", reply_by.to_string().into())];
    if let Some(holds) = old.reply_by.filter(|holds| *holds != reply_by) {
        facts.push(("reply_by_before", holds.to_string().into()));
    }
    let act = move_in(&mut tx, env, actor, &old, State::Open, reason, &facts).await?;
    tx.commit(act).await?;
    reread(env, matter).await
}

/// Writes a description; gives the matter as it is then.
async fn write(
    tx: &mut Tx,
    old: &Matter,
    new: &Describe,
    lead: Option<PartyId>,
    around: &tally::Around,
) -> Result<Matter, ActError> {
    if new.version.is_some_and(|version| version != old.version) {
        return Err(ActError::Stale);
    }
    let mut described = Matter {
        title: new.title.clone(),
        summary: new.summary.clone(),
        lang: old.lang.clone(),
        place: new.place,
        topic: new.topic.clone(),
        level: new.level.clone(),
        field: new.field.clone(),
        urgency: new.urgency,
        safety: new.safety,
        equity: new.equity,
        deprived: around.deprived,
        lead,
        version: old.version + 1,
        ..old.clone()
    };
    if (&described.title, &described.summary) != (&old.title, &old.summary) {
        described.lang = language_of(&format!("{} {}", described.title, described.summary));
    }
    described.rank_key = described.factors().rank_key(&super::held_weights(tx).await?);
    let d = &described;
    tx.run(
        &store::DESCRIBE,
        params![
            d.id, &d.title, &d.summary, d.place, &d.topic, &d.level, &d.field, d.urgency, d.safety, d.equity,
            d.deprived, d.lead, d.rank_key, &d.lang
        ],
    )
    .await?;
    store::place_within(tx, d.id, &around.places).await?;
    tally::index(tx, d).await?;
    Ok(described)
}

/// The public facts of a description.
async fn facts(env: &Env, new: &Describe) -> Result<Vec<(&'static str, kapok_log::Fact)>, ActError> {
    let mut facts: Vec<(&'static str, kapok_log::Fact)> = vec![
        ("topic", new.topic.as_str().into()),
        ("level", new.level.as_str().into()),
        ("field", new.field.as_str().into()),
        ("urgency", new.urgency.into()),
        ("safety", new.safety.into()),
        ("equity", new.equity.into()),
    ];
    if let Some(lead) = new.lead {
        facts.push(("lead", jobs::office_name(env, lead).await?.into()));
    }
    Ok(facts)
}

/// The matter as it was committed.
pub(super) async fn reread(env: &Env, matter: MatterId) -> Result<Matter, ActError> {
    let mut conn = env.db.read().await?;
    crate::reads::by_id(&mut conn, matter)
        .await?
        .ok_or(ActError::NotFound)
}
