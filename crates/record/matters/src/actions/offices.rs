//! Several offices on one matter: asking them to take part or to take it over, and their replies. The day by which the
//! city answers does not move while they think about it.

use kapok_acts::{ActError, Actor, Env, Fields, Kind, Right};
use kapok_store::ids::{MatterId, PartyId};
use kapok_store::{Tx, params};

use super::{about, hold, may};
use crate::jobs::office_name;
use crate::model::{Matter, SUMMARY_CHARS};
use crate::replies::{Asked, Partner, PartnerState};
use crate::store;

/// Asks another office to take part. `note` says in what.
///
/// # Errors
/// [`ActError::Fields`] on `office` or `note`; [`ActError::Forbidden`]; [`ActError::NotNow`] when it takes part already.
pub async fn ask_partner(
    env: &Env,
    actor: &Actor,
    matter: MatterId,
    office: PartyId,
    note: &str,
) -> Result<(), ActError> {
    ask(env, actor, matter, office, Asked::Part, note).await
}

/// Asks another office to take the matter over. The lead changes only when it accepts.
///
/// # Errors
/// As [`ask_partner`]; `reason` is owed.
pub async fn hand_over(
    env: &Env,
    actor: &Actor,
    matter: MatterId,
    to: PartyId,
    reason: &str,
) -> Result<(), ActError> {
    ask(env, actor, matter, to, Asked::Lead, reason).await
}

async fn ask(
    env: &Env,
    actor: &Actor,
    matter: MatterId,
    office: PartyId,
    asked: Asked,
    note: &str,
) -> Result<(), ActError> {
    env.allow(actor, Right::Describe)?;
    let note = note.trim();
    let mut wrong = Fields::default();
    if note.chars().count() > SUMMARY_CHARS {
        wrong.add("reason", "form-too-long");
    }
    wrong.check()?;
    let name = office_name(env, office).await?;
    let mut tx = env.db.change().await?;
    let matter = hold(&mut tx, matter).await?;
    may(&mut tx, actor, Right::Describe, &matter).await?;
    if matter.state.is_exit() {
        return Err(ActError::NotNow("matters-closed"));
    }
    if matter.lead == Some(office) {
        return Err(ActError::NotNow("matters-leads-already"));
    }
    let partners = tx.all(&store::PARTNERS, params![matter.id]).await?;
    refuse_twice(&partners, office, asked)?;
    tx.run(&store::ASK, params![matter.id, office, asked, env.now(), note])
        .await?;
    let kind = match asked {
        Asked::Part => Kind::MatterAsked,
        Asked::Lead => Kind::MatterHandedOver,
    };
    let facts = [("office", name.into()), ("asked", asked.id().into())];
    let act = env.act(actor, kind, about(&matter).office(Some(office)), note, &facts)?;
    tx.commit(act).await?;
    Ok(())
}

/// One request to take over at a time, and none that is open or accepted already.
fn refuse_twice(partners: &[Partner], office: PartyId, asked: Asked) -> Result<(), ActError> {
    let waits = |p: &Partner| p.state == PartnerState::Asked;
    if asked == Asked::Lead && partners.iter().any(|p| p.asked == Asked::Lead && waits(p)) {
        return Err(ActError::NotNow("matters-hand-over-waits"));
    }
    let same = partners.iter().find(|p| p.party == office && p.asked == asked);
    match (asked, same.map(|p| p.state)) {
        (_, Some(PartnerState::Asked)) => Err(ActError::NotNow("matters-asked-already")),
        (Asked::Part, Some(PartnerState::Accepted)) => Err(ActError::NotNow("matters-takes-part-already")),
        _ => Ok(()),
    }
}

/// Says yes for the office that was asked. If it was asked to take over, it is in the lead from now on.
///
/// # Errors
/// [`ActError::Forbidden`] for other offices, [`ActError::NotNow`] when nothing was asked of it.
pub async fn accept(env: &Env, actor: &Actor, matter: MatterId, office: PartyId) -> Result<(), ActError> {
    let name = own(env, actor, office).await?;
    let mut tx = env.db.change().await?;
    let matter = hold(&mut tx, matter).await?;
    let asked = reply(&mut tx, env, &matter, office, PartnerState::Accepted, "").await?;
    if asked == Asked::Lead {
        tx.run(&store::LEAD, params![matter.id, office]).await?;
    }
    let facts = [("office", name.into()), ("asked", asked.id().into())];
    let act = env.act(
        actor,
        Kind::MatterAccepted,
        about(&matter).office(Some(office)),
        "",
        &facts,
    )?;
    tx.commit(act).await?;
    Ok(())
}

/// Says no for the office that was asked; the reason is owed and published.
///
/// # Errors
/// As [`accept`], and [`ActError::Fields`] on `reason`.
pub async fn refuse(
    env: &Env,
    actor: &Actor,
    matter: MatterId,
    office: PartyId,
    reason: &str,
) -> Result<(), ActError> {
    let name = own(env, actor, office).await?;
    let mut tx = env.db.change().await?;
    let matter = hold(&mut tx, matter).await?;
    let asked = reply(
        &mut tx,
        env,
        &matter,
        office,
        PartnerState::Refused,
        reason.trim(),
    )
    .await?;
    let facts = [("office", name.into()), ("asked", asked.id().into())];
    let act = env.act(
        actor,
        Kind::MatterRefused,
        about(&matter).office(Some(office)),
        reason,
        &facts,
    )?;
    tx.commit(act).await?;
    Ok(())
}

/// The name of the office, if the actor may speak for it.
async fn own(env: &Env, actor: &Actor, office: PartyId) -> Result<String, ActError> {
    if !actor.may_for(Right::Describe, &[office]) {
        return Err(ActError::Forbidden);
    }
    office_name(env, office).await
}

/// Writes a reply to what was asked first: taking over before taking part.
async fn reply(
    tx: &mut Tx,
    env: &Env,
    matter: &Matter,
    office: PartyId,
    state: PartnerState,
    note: &str,
) -> Result<Asked, ActError> {
    let partners = tx.all(&store::PARTNERS, params![matter.id]).await?;
    let open: Vec<&Partner> = partners
        .iter()
        .filter(|p| p.party == office && p.state == PartnerState::Asked)
        .collect();
    let Some(request) = open
        .iter()
        .find(|p| p.asked == Asked::Lead)
        .or_else(|| open.first())
    else {
        return Err(ActError::NotNow("matters-not-asked"));
    };
    let note = if note.is_empty() { &request.note } else { note };
    tx.run(
        &store::REPLY,
        params![matter.id, office, request.asked, state, env.now(), note],
    )
    .await?;
    Ok(request.asked)
}
