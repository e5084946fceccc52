//! All SQL of the room.

use kapok_store::ids::MatterId;
use kapok_store::{Conn, Migration, Result, Schema, Tx, params, statements};

use crate::model::{Decision, NewDecision};

/// The tables and statements of this room.
pub const SCHEMA: Schema = Schema {
    room: "decisions",
    migrations: &[Migration {
        name: "decisions/0001_decisions",
        sql: include_str!("../migrations/0001_decisions.sql"),
    }],
    statements: ALL,
    lists: &[],
};

statements! {
    write ADD = "INSERT INTO decision (id, matter_id, result, text, reasons, basis, lang, party_id, author, decided_ms, \
        appeal_until) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    read OF_MATTER: Decision = "SELECT id, matter_id, result, text, reasons, basis, lang, party_id, author, decided_ms, \
        appeal_until FROM decision WHERE matter_id = $1 ORDER BY decided_ms, id LIMIT $2";
    read LATEST: Decision = "SELECT id, matter_id, result, text, reasons, basis, lang, party_id, author, decided_ms, \
        appeal_until FROM decision WHERE matter_id = $1 ORDER BY decided_ms DESC, id DESC LIMIT 1";
}

/// A matter that is appealed again and again has a few decisions; a page shows no more than these.
const MOST_SHOWN: i64 = 20;

/// The decisions of a matter, oldest first, at most 20.
///
/// # Errors
/// From the database.
pub async fn of_matter(conn: &mut Conn, matter: MatterId) -> Result<Vec<Decision>> {
    conn.all(&OF_MATTER, params![matter, MOST_SHOWN]).await
}

/// The decision that stands.
///
/// # Errors
/// From the database.
pub async fn latest_of(conn: &mut Conn, matter: MatterId) -> Result<Option<Decision>> {
    conn.opt(&LATEST, params![matter]).await
}

/// Where a new row gets its id, author and dates from.
pub(crate) struct Stamp<'a> {
    pub id: [u8; 16],
    pub matter: MatterId,
    pub office: Option<kapok_store::ids::PartyId>,
    pub author: &'a str,
    pub at: jiff::Timestamp,
    pub appeal_until: jiff::civil::Date,
}

pub(crate) async fn add(tx: &mut Tx, stamp: &Stamp<'_>, new: &NewDecision) -> Result<()> {
    tx.run(
        &ADD,
        params![
            stamp.id,
            stamp.matter,
            new.result.id(),
            &new.text,
            &new.reasons,
            &new.basis,
            &new.lang,
            stamp.office,
            stamp.author,
            stamp.at,
            stamp.appeal_until
        ],
    )
    .await?;
    Ok(())
}
