//! Measuring, checking, evaluating, each in one transaction with its act.

use kapok_acts::{About, ActError, Actor, Env, Fields, Kind, Right};
use kapok_commitments::actions as commitments;
use kapok_decisions::actions::author;
use kapok_decisions::words;
use kapok_log::Fact;
use kapok_matters::{Matter, Says, State, actions as matters};
use kapok_store::ids::{IndicatorId, MatterId};
use kapok_store::{Acts, Tx};

use crate::model::{Check, MOST_TEXT, MOST_WORDS, NewIndicator, recheck_dates, reopens};
use crate::store::{self, By};

/// Indicators that one matter may have: more would hide which of them counts.
const MOST_INDICATORS: i64 = 20;

/// What came of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Checked {
    /// Residents who say "done" since the last finish.
    pub done: i64,
    /// Residents who say "not yet" since the last finish.
    pub not_yet: i64,
    /// The same browser said the same before; nothing was counted.
    pub again: bool,
    /// The same browser said the opposite before; it counts for what it says now.
    pub changed: bool,
    /// This check reopened the matter.
    pub reopened: bool,
}

/// A resident says whether it is done. When enough say "not yet" ([`reopens`]), the matter and its commitments are open
/// again in the same transaction. A browser counts once for each time the matter is finished, however often and however fast
/// it says so; what it says last is what counts.
///
/// # Errors
/// [`ActError::NotNow`] when nothing is finished that could be checked; [`ActError::Fields`] on `words` when they are too
/// long.
pub async fn check(
    env: &Env,
    matter: MatterId,
    says: Says,
    text: &str,
    browser: Option<[u8; 16]>,
) -> Result<Checked, ActError> {
    let mut errors = Fields::default();
    let text = words::optional(&mut errors, "words", text, MOST_WORDS);
    errors.check()?;
    let mut tx = env.db.change().await?;
    let matter = matters::hold(&mut tx, matter).await?;
    let check = Check {
        id: env.id(),
        says,
        lang: words::lang_of(&text),
        words: text,
        at: env.now(),
    };
    let who = match browser {
        Some(browser) => Some(checker(&mut tx, env, &matter, browser).await?),
        None => None,
    };
    let before = store::put_check(&mut tx, matter.id, &check, who).await?;
    if before == Some(says) {
        return Ok(Checked {
            done: matter.done_count,
            not_yet: matter.not_yet_count,
            again: true,
            changed: false,
            reopened: false,
        });
    }
    let changed = before.is_some();
    let (done, not_yet) = matters::count_check_in(&mut tx, &matter, says, changed).await?;
    let about = About::of("check", check.id, matter.id, matter.place).office(matter.lead);
    let mut facts: Vec<(&str, Fact)> = vec![
        ("says", says.id().into()),
        ("done", done.into()),
        ("not_yet", not_yet.into()),
    ];
    if changed {
        facts.push(("changed", true.into()));
    }
    let mut acts = Acts::from(env.act(&Actor::Resident, Kind::OutcomeChecked, about, "", &facts)?);
    let reopened = says == Says::NotYet && reopens(&env.city, done, not_yet);
    if reopened {
        acts = reopen(&mut tx, env, &matter, (done, not_yet), acts).await?;
    }
    tx.commit(acts).await?;
    Ok(Checked {
        done,
        not_yet,
        again: false,
        changed,
        reopened,
    })
}

/// What stands for a browser at one finish of one matter. Mixed with our key: neither the log nor the database can tell whether
/// the same browser checked another matter.
async fn checker(tx: &mut Tx, env: &Env, matter: &Matter, browser: [u8; 16]) -> Result<[u8; 16], ActError> {
    let finished = kapok_acts::log::last_in(tx, matter.id, Kind::MatterDone).await?;
    let finished = finished.map_or(0, jiff::Timestamp::as_millisecond);
    let message = [
        browser.as_slice(),
        matter.id.0.as_slice(),
        finished.to_be_bytes().as_slice(),
    ]
    .concat();
    let mut out = [0; 16];
    out.copy_from_slice(&env.keys.tag("check", &message)[..16]);
    Ok(out)
}

/// Reopens the matter and its commitments by the rule. The reason is kept as the rule with its numbers, so that every
/// reader reads it in their own language.
async fn reopen(
    tx: &mut Tx,
    env: &Env,
    matter: &Matter,
    (done, not_yet): (i64, i64),
    acts: Acts,
) -> Result<Acts, ActError> {
    let reason = format!("{} {not_yet} {}", kapok_web::said::NOT_YET, done + not_yet);
    let facts = [("done", done.into()), ("not_yet", not_yet.into())];
    let moved = matters::move_in(tx, env, &Actor::System, matter, State::Doing, &reason, &facts).await?;
    let reopened = commitments::reopen_in(tx, env, &Actor::System, matter, &reason).await?;
    Ok(acts.and(moved).and_all(reopened))
}

/// `Ok` when the actor may report on the matter's results.
async fn may(tx: &mut Tx, actor: &Actor, matter: &Matter) -> Result<(), ActError> {
    matters::may(tx, actor, Right::Report, matter).await
}

/// Writes a measurement down: a new indicator with its baseline, or a new value of the one that has this name. Baseline,
/// unit and direction stay as they were written first; every value stays readable. A value also does the rechecks whose
/// day has come.
///
/// # Errors
/// [`ActError::Fields`], [`ActError::NotNow`] when the matter is not being worked on, [`ActError::Forbidden`].
pub async fn measure(
    env: &Env,
    actor: &Actor,
    matter: MatterId,
    new: NewIndicator,
) -> Result<IndicatorId, ActError> {
    let new = new.check()?;
    let mut tx = env.db.change().await?;
    let matter = matters::hold(&mut tx, matter).await?;
    may(&mut tx, actor, &matter).await?;
    if matter.state == State::Voiced || matter.state.is_exit() {
        return Err(ActError::NotNow("outcomes-not-in-work"));
    }
    let now = env.now();
    let id = write_indicator(&mut tx, env, &matter, &new).await?;
    if let Some(value) = new.value {
        let by = by(env, actor);
        store::add_value(&mut tx, env.id(), id, value, &new.value_source, &by).await?;
        store::rechecked(&mut tx, matter.id, now, env.today()).await?;
    }
    let mut facts: Vec<(&str, Fact)> = vec![
        ("indicator", new.name.as_str().into()),
        ("unit", new.unit.as_str().into()),
        ("baseline", new.baseline.to_string().into()),
    ];
    facts.extend(new.value.map(|v| ("value", Fact::from(v.to_string()))));
    let about = About::of("indicator", id.0, matter.id, matter.place).office(matter.lead);
    let act = env.act(actor, Kind::OutcomeMeasured, about, "", &facts)?;
    tx.commit(act).await?;
    Ok(id)
}

/// The matter is locked, so that no other sending can add the same name between looking and writing.
async fn write_indicator(
    tx: &mut Tx,
    env: &Env,
    matter: &Matter,
    new: &NewIndicator,
) -> Result<IndicatorId, ActError> {
    if let Some(old) = store::by_name(tx, matter.id, &new.name).await? {
        store::measure(tx, old.id, new, env.now()).await?;
        return Ok(old.id);
    }
    if store::count_indicators(tx, matter.id).await? >= MOST_INDICATORS {
        return Err(Fields::one("name", "outcomes-too-many"));
    }
    let id = IndicatorId(env.id());
    let lang = words::lang_of(&format!("{} {}", new.name, new.baseline_source));
    store::add_indicator(tx, id, matter.id, new, &lang, env.now()).await?;
    Ok(id)
}

fn by<'a>(env: &Env, actor: &'a Actor) -> By<'a> {
    By {
        author: author(actor),
        office: actor.office(),
        at: env.now(),
    }
}

/// Evaluates a finished matter: what was learned. Its state becomes `evaluated`, and it is looked at again after 1, 3 and 5
/// years.
///
/// # Errors
/// [`ActError::Fields`] on `text`, [`ActError::NotNow`] unless the matter is done, [`ActError::Forbidden`].
pub async fn evaluate(env: &Env, actor: &Actor, matter: MatterId, text: &str) -> Result<(), ActError> {
    let mut errors = Fields::default();
    let text = words::required(&mut errors, "text", text, MOST_TEXT);
    errors.check()?;
    let mut tx = env.db.change().await?;
    let matter = matters::hold(&mut tx, matter).await?;
    may(&mut tx, actor, &matter).await?;
    if matter.state != State::Done {
        return Err(ActError::NotNow("outcomes-not-done"));
    }
    let lang = words::lang_of(&text);
    store::add_evaluation(&mut tx, env.id(), matter.id, &text, &lang, &by(env, actor)).await?;
    let dates = recheck_dates(env.today());
    store::plan(&mut tx, (matter.id, matter.number), dates).await?;
    let facts = [
        ("done", matter.done_count.into()),
        ("not_yet", matter.not_yet_count.into()),
        ("recheck", dates[0].1.to_string().into()),
    ];
    let act = matters::move_in(&mut tx, env, actor, &matter, State::Evaluated, "", &facts).await?;
    Ok(tx.commit(act).await?)
}

/// Hides the words of a check that break the rules. The check itself stays counted.
///
/// # Errors
/// [`ActError::Forbidden`], [`ActError::Fields`] without a reason, [`ActError::NotFound`].
pub async fn hide_words(
    env: &Env,
    actor: &Actor,
    matter: MatterId,
    check: [u8; 16],
    reason: &str,
) -> Result<(), ActError> {
    env.allow(actor, Right::Moderate)?;
    let mut tx = env.db.change().await?;
    let matter = matters::hold(&mut tx, matter).await?;
    if !store::hide_check(&mut tx, matter.id, check).await? {
        return Err(ActError::NotFound);
    }
    let about = About::of("check", check, matter.id, matter.place).office(matter.lead);
    let act = env.act(actor, Kind::VoiceHidden, about, reason, &[])?;
    Ok(tx.commit(act).await?)
}
