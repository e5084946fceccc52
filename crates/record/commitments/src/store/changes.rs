//! The functions that lock and write.

use jiff::civil::Date;
use kapok_store::ids::{CommitmentId, DecisionId, MatterId, PartyId};
use kapok_store::{Result, Tx, params};

use super::{
    ADD, ADD_MOVE, ADD_PARTY, ADD_UPDATE, COUNT_OFFICE, FINISH, FINISHED_OF, LOCK, MOVE, NUMBER, PROGRESS,
    REOPEN, RETITLE, STILL_RUNNING, WITHDRAW,
};
use crate::forms::{NewCommitment, PhotoRef};
use crate::model::{Commitment, Role, UpdateKind};

/// A commitment, locked until the end of the transaction. The matter is locked before it, always in this order.
pub(crate) async fn lock(tx: &mut Tx, id: CommitmentId) -> Result<Option<Commitment>> {
    tx.opt(&LOCK, params![id]).await
}

pub(crate) async fn finished_of(tx: &mut Tx, matter: MatterId) -> Result<Vec<Commitment>> {
    tx.all(&FINISHED_OF, params![matter]).await
}

pub(crate) async fn still_running(tx: &mut Tx, matter: MatterId) -> Result<i64> {
    tx.one(&STILL_RUNNING, params![matter]).await
}

/// What a new commitment gets besides what was filled in.
pub(crate) struct Stamp {
    pub id: CommitmentId,
    pub matter: MatterId,
    pub matter_number: i64,
    pub decision: DecisionId,
    pub lang: String,
    pub at: jiff::Timestamp,
}

/// Adds a commitment with its parties and counts it; gives its number.
pub(crate) async fn add(
    tx: &mut Tx,
    stamp: &Stamp,
    new: &NewCommitment,
    with: &[(PartyId, Role)],
) -> Result<i64> {
    let number = tx
        .returning(&NUMBER, &[])
        .await?
        .ok_or(kapok_store::StoreError::Missing)?;
    let partners = i64::try_from(with.len()).unwrap_or(i64::MAX);
    tx.run(
        &ADD,
        params![
            stamp.id,
            number,
            stamp.matter,
            stamp.matter_number,
            stamp.decision,
            &new.title,
            &stamp.lang,
            new.lead,
            new.due,
            new.money,
            new.people,
            stamp.at,
            new.case,
            partners
        ],
    )
    .await?;
    for (party, role) in with {
        tx.run(&ADD_PARTY, params![stamp.id, *party, role.id()]).await?;
    }
    count(tx, new.lead, 1, 0).await?;
    Ok(number)
}

/// Counts for an office: made and finished, either may be negative.
pub(crate) async fn count(tx: &mut Tx, office: PartyId, made: i64, finished: i64) -> Result<()> {
    tx.run(&COUNT_OFFICE, params![office, made, finished]).await?;
    Ok(())
}

/// Who changed something when.
pub(crate) struct By<'a> {
    pub id: [u8; 16],
    pub author: &'a str,
    pub office: Option<PartyId>,
    pub at: jiff::Timestamp,
}

pub(crate) async fn move_date(
    tx: &mut Tx,
    by: &By<'_>,
    c: &Commitment,
    to: Date,
    reason: &str,
) -> Result<()> {
    tx.run(&MOVE, params![c.id, to]).await?;
    let values = params![by.id, c.id, c.due, to, reason, by.author, by.office, by.at];
    tx.run(&ADD_MOVE, values).await?;
    Ok(())
}

/// A report as it is written.
pub(crate) struct Report<'a> {
    pub kind: UpdateKind,
    pub percent: i64,
    pub spent: i64,
    pub text: &'a str,
    pub lang: String,
    pub photo: Option<&'a PhotoRef>,
    pub form_key: Option<[u8; 16]>,
}

/// Adds a report; false when this form was sent before.
pub(crate) async fn report(tx: &mut Tx, by: &By<'_>, id: CommitmentId, r: &Report<'_>) -> Result<bool> {
    let added = tx
        .run(
            &ADD_UPDATE,
            params![
                by.id,
                id,
                r.kind.id(),
                r.percent,
                r.spent,
                r.text,
                &r.lang,
                r.photo.map(|p| p.name.as_str()),
                r.photo.map(|p| p.width),
                r.photo.map(|p| p.height),
                by.office,
                by.author,
                r.form_key.map(|k| k.to_vec()),
                by.at
            ],
        )
        .await?;
    Ok(added > 0)
}

pub(crate) async fn progress(tx: &mut Tx, id: CommitmentId, percent: i64, spent: i64) -> Result<()> {
    tx.run(&PROGRESS, params![id, percent, spent]).await?;
    Ok(())
}

pub(crate) async fn finish(
    tx: &mut Tx,
    c: &Commitment,
    at: jiff::Timestamp,
    spent: i64,
    evidence: &str,
) -> Result<()> {
    tx.run(&FINISH, params![c.id, at, spent, evidence]).await?;
    count(tx, c.lead, 0, 1).await
}

pub(crate) async fn reopen(tx: &mut Tx, c: &Commitment) -> Result<()> {
    tx.run(&REOPEN, params![c.id]).await?;
    count(tx, c.lead, 0, -1).await
}

/// A withdrawn promise holds no more: its office is not counted with it.
pub(crate) async fn withdraw(tx: &mut Tx, c: &Commitment) -> Result<()> {
    tx.run(&WITHDRAW, params![c.id]).await?;
    count(tx, c.lead, -1, 0).await
}

pub(crate) async fn retitle(tx: &mut Tx, id: CommitmentId, title: &str, lang: &str) -> Result<()> {
    tx.run(&RETITLE, params![id, title, lang]).await?;
    Ok(())
}
