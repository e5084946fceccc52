//! The log's table: written here, in the same transaction as the change, and nowhere else.

use kapok_log::{Act, Reason};

use crate::{Migration, Result, Tx, params};

pub(crate) const MIGRATIONS: &[Migration] = &[Migration {
    name: "log/0001_acts",
    sql: include_str!("../migrations/0001_acts.sql"),
}];

crate::statements! {
    write INSERT = "INSERT INTO act (id, at_ms, kind, actor_kind, actor_id, actor_name, actor_office, subject_kind, subject_id, \
        matter_id, place_id, office_id, reason, reason_salt, detail, leaf_hash) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)";
}

/// An act ready to be written: its public facts and the words of its reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAct {
    /// What goes into the canonical form.
    pub act: Act,
    /// The reason's words; `act.reason_digest` is its digest.
    pub reason: Option<Reason>,
    /// The office concerned, for the log's filter.
    pub office_id: Option<[u8; 16]>,
}

/// One or more acts: there is no empty list, so there is no change without an act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acts {
    first: NewAct,
    rest: Vec<NewAct>,
}

impl From<NewAct> for Acts {
    fn from(first: NewAct) -> Self {
        Self {
            first,
            rest: Vec::new(),
        }
    }
}

impl Acts {
    /// Adds an act that belongs to the same change.
    #[must_use]
    pub fn and(mut self, act: NewAct) -> Self {
        self.rest.push(act);
        self
    }
    /// Adds further acts of the same change.
    #[must_use]
    pub fn and_all(mut self, acts: impl IntoIterator<Item = NewAct>) -> Self {
        self.rest.extend(acts);
        self
    }
    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = &NewAct> {
        std::iter::once(&self.first).chain(&self.rest)
    }
}

pub(crate) async fn write(tx: &mut Tx, acts: Acts) -> Result<()> {
    for new in std::iter::once(acts.first).chain(acts.rest) {
        let leaf = new.act.leaf_hash();
        let detail = kapok_log::detail_json(&new.act.detail);
        let act = new.act;
        let (reason, salt) = new.reason.map_or((None, None), |r| (Some(r.text), Some(r.salt)));
        tx.run(
            &INSERT,
            params![
                act.id,
                act.at_ms,
                act.kind,
                act.actor_kind,
                act.actor_id,
                act.actor_name,
                act.actor_office,
                act.subject_kind,
                act.subject_id,
                act.matter_id,
                act.place_id,
                new.office_id,
                reason,
                salt,
                detail,
                leaf
            ],
        )
        .await?;
    }
    Ok(())
}
