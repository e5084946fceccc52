//! The log's table: written here, in the same transaction as the change, and nowhere else.

use kapok_log::{Act, Reason};

use crate::ids::ActId;
use crate::{Conn, Db, Migration, Result, StoreError, Tx, params};

pub(crate) const MIGRATIONS: &[Migration] = &[
    Migration {
        name: "log/0001_acts",
        sql: include_str!("../migrations/0001_acts.sql"),
    },
    Migration {
        name: "log/0002_sendings",
        sql: include_str!("../migrations/0002_sendings.sql"),
    },
    Migration {
        name: "log/0004_sending_acts",
        sql: include_str!("../migrations/0004_sending_acts.sql"),
    },
];

/// Longer than a form stays good, so that none is forgotten that could still come.
const SENDINGS_KEPT_MS: i64 = 8 * 24 * 3600 * 1000;

crate::statements! {
    write INSERT = "INSERT INTO act (id, at_ms, kind, actor_kind, actor_id, actor_name, actor_office, subject_kind, subject_id, \
        matter_id, place_id, office_id, reason, reason_salt, detail, leaf_hash) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)";
    read KEY_PRINT: Vec<u8> = "SELECT print FROM key_print WHERE id = 1";
    chore KEEP_KEY_PRINT = "INSERT INTO key_print (id, print) VALUES (1, $1) ON CONFLICT (id) DO NOTHING";
    read ANY_ACT: i64 = "SELECT at_ms FROM act ORDER BY at_ms LIMIT 1";
    read SENDING: i64 = "SELECT at_ms FROM sending WHERE key = $1";
    read SENT_ACT: ActId = "SELECT act_id FROM sending WHERE key = $1 AND act_id IS NOT NULL";
    chore SENT = "INSERT INTO sending (key, at_ms, act_id) VALUES ($1, $2, $3) ON CONFLICT (key) DO NOTHING";
    chore FORGET_SENDINGS = "DELETE FROM sending WHERE at_ms < $1";
}

/// The fingerprint of the key that this database belongs to, and whether anything was done in it yet.
///
/// # Errors
/// From the database.
pub async fn key_print(conn: &mut Conn) -> Result<(Option<Vec<u8>>, bool)> {
    let print = conn.opt(&KEY_PRINT, &[]).await?;
    Ok((print, conn.opt(&ANY_ACT, &[]).await?.is_some()))
}

/// Keeps the fingerprint of the key, at the first start.
///
/// # Errors
/// From the database.
pub async fn keep_key_print(db: &Db, print: [u8; 32]) -> Result<()> {
    let mut tx = db.chore().await?;
    tx.run(&KEEP_KEY_PRINT, params![print]).await?;
    tx.commit().await
}

/// Whether the form of this key was carried out.
///
/// # Errors
/// From the database.
pub async fn was_sent(conn: &mut Conn, key: [u8; 16]) -> Result<bool> {
    Ok(conn.opt(&SENDING, params![key]).await?.is_some())
}

/// The first act of what was sent under this key, if it was carried out.
///
/// # Errors
/// From the database.
pub async fn sent_act(conn: &mut Conn, key: [u8; 16]) -> Result<Option<ActId>> {
    conn.opt(&SENT_ACT, params![key]).await
}

/// Notes that a form is carried out; the same form at the same moment waits here and is refused.
async fn note_sending(tx: &mut Tx, key: [u8; 16], act: &Act) -> Result<()> {
    let at_ms = act.at_ms;
    if tx.chore(&SENT, params![key, at_ms, act.id]).await? == 0 {
        return Err(StoreError::SentBefore);
    }
    tx.chore(&FORGET_SENDINGS, params![at_ms - SENDINGS_KEPT_MS])
        .await?;
    Ok(())
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
    /// Names the form that asked for it; a form is carried out once.
    pub sending: Option<[u8; 16]>,
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
    if let Some(key) = acts.first.sending {
        note_sending(tx, key, &acts.first.act).await?;
    }
    for new in std::iter::once(acts.first).chain(acts.rest) {
        let canonical = new.act.canonical();
        if canonical.len() > usize::from(u16::MAX) {
            return Err(StoreError::LongAct(canonical.len()));
        }
        let leaf = kapok_log::tree::leaf(canonical.as_bytes());
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
