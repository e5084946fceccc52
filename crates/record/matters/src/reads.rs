//! What pages and other rooms read: one matter, counts, positions; with the lists and the likeness of their own modules.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use jiff::civil::Date;
use kapok_acts::{ActError, Env};
use kapok_store::ids::{AccountId, ActId, MatterId, PartyId, PlaceId};
use kapok_store::{Conn, FromRow, Read, Result, Row, Statement, params, statements};

use crate::columns::matter;
use crate::model::Matter;
use crate::priority::Weights;
use crate::replies::{Answer, Appeal, Partner};
use crate::state::State;
use crate::store;

pub use crate::likeness::{Alike, alike, compare, similar};
pub use crate::lists::{count, list};

/// A statement whose columns begin with those of a matter.
macro_rules! matter_reads {
    ($($name:ident: $row:ty = ($before:literal, $after:literal) $(postgres $pg:literal)?;)*) => {
        $(pub(crate) static $name: Read<$row> =
            Read::new(stringify!($name), matter!($before, $after), matter_reads!(@pg $before, $after $(, $pg)?));)*
        const MATTER_READS: &[&dyn Statement] = &[$(&$name),*];
    };
    (@pg $before:literal, $after:literal) => { matter!($before, $after) };
    (@pg $before:literal, $after:literal, $pg:literal) => { matter!($before, $pg) };
}

matter_reads! {
    BY_ID: Matter = ("SELECT ", " FROM matter m WHERE m.id = $1");
    BY_NUMBER: Matter = ("SELECT ", " FROM matter m WHERE m.number = $1");
    HOLD: Matter = ("SELECT ", " FROM matter m WHERE m.id = $1 FOR UPDATE");
    HOLD_NUMBER: Matter = ("SELECT ", " FROM matter m WHERE m.number = $1 FOR UPDATE");
    LATE: Matter = ("SELECT ", " FROM matter m WHERE m.listing = 2 AND m.reply_by < $1 AND m.answered_ms IS NULL \
        ORDER BY m.reply_by, m.number LIMIT $2");
    LATE_OF: Matter = ("SELECT ", " FROM matter m WHERE m.lead_id = $3 AND m.listing = 2 AND m.reply_by < $1 \
        AND m.answered_ms IS NULL ORDER BY m.reply_by, m.number LIMIT $2");
    ASKED_OF: Waiting = ("SELECT ", ", p.party_id, p.asked, p.state, p.asked_ms, p.replied_ms, p.note \
        FROM matter_partner p JOIN matter m ON m.id = p.matter_id WHERE p.party_id = $1 AND p.state = 'asked' \
        ORDER BY p.asked_ms, m.number LIMIT $2");
    ASKED: Waiting = ("SELECT ", ", p.party_id, p.asked, p.state, p.asked_ms, p.replied_ms, p.note \
        FROM matter_partner p JOIN matter m ON m.id = p.matter_id WHERE p.state = 'asked' \
        ORDER BY p.asked_ms, m.number LIMIT $1");
    LIKE: Matter = ("SELECT ", " FROM matter_text JOIN matter m ON m.number = matter_text.rowid \
        WHERE matter_text MATCH $1 AND m.listing > 0 AND m.state <> 'referred' AND m.state <> 'withdrawn' \
        ORDER BY matter_text.rank LIMIT $2")
        postgres " FROM matter_text t JOIN matter m ON m.number = t.number \
        WHERE t.words @@ CAST(CAST($1 AS TEXT) AS tsquery) AND m.listing > 0 AND m.state <> 'referred' AND m.state <> 'withdrawn' \
        ORDER BY ts_rank(t.words, CAST(CAST($1 AS TEXT) AS tsquery)) DESC, t.number LIMIT $2";
}

mod counts {
    use super::*;
    statements! {
        read STATES: (State, i64) = "SELECT state, n FROM state_count ORDER BY state";
        read BEFORE: i64 = "SELECT count(*) FROM matter WHERE listing = 2 AND (rank_key, number) > ($1, $2)";
        read RANKED: i64 = "SELECT count(*) FROM matter WHERE listing = 2";
        read LATE_COUNTS: (Option<PartyId>, i64) = "SELECT lead_id, count(*) FROM matter WHERE listing = 2 AND reply_by < $1 \
            AND answered_ms IS NULL GROUP BY lead_id ORDER BY lead_id";
        read BY_PLACE: (PlaceId, i64, i64) = "SELECT w.place_id, count(*), CAST(sum(CASE WHEN m.listing = 2 THEN 1 ELSE 0 END) AS BIGINT) \
            FROM matter_within w JOIN matter m ON m.id = w.matter_id WHERE m.listing > 0 GROUP BY w.place_id ORDER BY w.place_id";
        read TITLE: (MatterId, i64, String) = "SELECT id, number, title FROM matter WHERE id = $1";
    }
}

/// Every statement that reads.
pub(crate) const ALL: [&dyn Statement; counts::ALL.len() + MATTER_READS.len()] = {
    let mut out = [counts::ALL[0]; counts::ALL.len() + MATTER_READS.len()];
    let mut at = 0;
    while at < out.len() {
        out[at] = if at < counts::ALL.len() {
            counts::ALL[at]
        } else {
            MATTER_READS[at - counts::ALL.len()]
        };
        at += 1;
    }
    out
};

/// A matter and what an office was asked for.
pub(crate) struct Waiting(Matter, Partner);

impl FromRow for Waiting {
    const COLUMNS: usize = Matter::COLUMNS + Partner::COLUMNS;
    fn from_row(row: &Row<'_>) -> Result<Self> {
        let at = Matter::COLUMNS;
        let partner = Partner {
            party: row.get(at)?,
            asked: row.get(at + 1)?,
            state: row.get(at + 2)?,
            asked_at: row.get(at + 3)?,
            replied_at: row.get(at + 4)?,
            note: row.get(at + 5)?,
        };
        Ok(Self(Matter::from_row(row)?, partner))
    }
}

/// The matter of this number.
///
/// # Errors
/// From the database.
pub async fn by_number(conn: &mut Conn, number: i64) -> Result<Option<Matter>> {
    conn.opt(&BY_NUMBER, params![number]).await
}

/// The matter of this id.
///
/// # Errors
/// From the database.
pub async fn by_id(conn: &mut Conn, id: MatterId) -> Result<Option<Matter>> {
    conn.opt(&BY_ID, params![id]).await
}

/// Number and title of a few matters, for links; one short query each.
///
/// # Errors
/// From the database.
pub async fn titles(conn: &mut Conn, ids: &[MatterId]) -> Result<HashMap<MatterId, (i64, String)>> {
    let mut out = HashMap::new();
    for id in ids {
        if !out.contains_key(id)
            && let Some((id, number, title)) = conn.opt(&counts::TITLE, params![*id]).await?
        {
            out.insert(id, (number, title));
        }
    }
    Ok(out)
}

/// How many matters stand where; states without any are left out.
///
/// # Errors
/// From the database.
pub async fn counts(conn: &mut Conn) -> Result<BTreeMap<State, i64>> {
    Ok(conn
        .all(&counts::STATES, &[])
        .await?
        .into_iter()
        .filter(|(_, n)| *n != 0)
        .collect())
}

/// Place of a matter among those that wait for a decision, from 1, and how many they are; none when it does not wait.
///
/// # Errors
/// From the database.
pub async fn position(conn: &mut Conn, matter: &Matter) -> Result<Option<(i64, i64)>> {
    if !matter.state.is_open() {
        return Ok(None);
    }
    let before = conn
        .one(&counts::BEFORE, params![matter.rank_key, matter.number])
        .await?;
    Ok(Some((before + 1, conn.one(&counts::RANKED, &[]).await?)))
}

/// Matters per place (all within it): id, all, those that wait for a decision.
///
/// # Errors
/// From the database.
pub async fn by_place(conn: &mut Conn) -> Result<Vec<(PlaceId, i64, i64)>> {
    conn.all(&counts::BY_PLACE, &[]).await
}

/// The answers to all voices of a matter, oldest first.
///
/// # Errors
/// From the database.
pub async fn answers(conn: &mut Conn, matter: MatterId) -> Result<Vec<Answer>> {
    conn.all(&store::ANSWERS, params![matter]).await
}

/// The offices that were asked to take part or to take over, in that order of time.
///
/// # Errors
/// From the database.
pub async fn partners(conn: &mut Conn, matter: MatterId) -> Result<Vec<Partner>> {
    conn.all(&store::PARTNERS, params![matter]).await
}

/// The appeals of a matter, oldest first.
///
/// # Errors
/// From the database.
pub async fn appeals(conn: &mut Conn, matter: MatterId) -> Result<Vec<Appeal>> {
    conn.all(&store::APPEALS, params![matter]).await
}

/// Appeals that wait for a ruling, oldest first.
///
/// # Errors
/// From the database.
pub async fn open_appeals(conn: &mut Conn, limit: i64) -> Result<Vec<Appeal>> {
    conn.all(&store::OPEN_APPEALS, params![limit]).await
}

/// Requests that wait for this office's reply, oldest first.
///
/// # Errors
/// From the database.
pub async fn asked_of(conn: &mut Conn, party: PartyId, limit: i64) -> Result<Vec<(Matter, Partner)>> {
    let rows = conn.all(&ASKED_OF, params![party, limit]).await?;
    Ok(rows
        .into_iter()
        .map(|Waiting(matter, partner)| (matter, partner))
        .collect())
}

/// Requests that wait for a reply of any office, oldest first.
///
/// # Errors
/// From the database.
pub async fn asked(conn: &mut Conn, limit: i64) -> Result<Vec<(Matter, Partner)>> {
    let rows = conn.all(&ASKED, params![limit]).await?;
    Ok(rows
        .into_iter()
        .map(|Waiting(matter, partner)| (matter, partner))
        .collect())
}

/// Voices of a matter by channel, most first.
///
/// # Errors
/// From the database.
pub async fn channels(conn: &mut Conn, matter: MatterId) -> Result<Vec<(String, i64)>> {
    conn.all(&store::CHANNELS, params![matter]).await
}

/// Voices of a matter by language, most first.
///
/// # Errors
/// From the database.
pub async fn languages(conn: &mut Conn, matter: MatterId) -> Result<Vec<(String, i64)>> {
    conn.all(&store::LANGUAGES, params![matter]).await
}

/// Voices of a matter by place, most first; voices without a place are not in it.
///
/// # Errors
/// From the database.
pub async fn places(conn: &mut Conn, matter: MatterId) -> Result<Vec<(PlaceId, i64)>> {
    conn.all(&store::PLACES, params![matter]).await
}

/// Matters whose day of reply has passed without an answer, longest first; of one office or of all.
///
/// # Errors
/// From the database.
pub async fn late(conn: &mut Conn, today: Date, lead: Option<PartyId>, limit: i64) -> Result<Vec<Matter>> {
    match lead {
        Some(lead) => conn.all(&LATE_OF, params![today, limit, lead]).await,
        None => conn.all(&LATE, params![today, limit]).await,
    }
}

/// How many matters are late, by office in the lead.
///
/// # Errors
/// From the database.
pub async fn late_counts(conn: &mut Conn, today: Date) -> Result<Vec<(Option<PartyId>, i64)>> {
    conn.all(&counts::LATE_COUNTS, params![today]).await
}

/// The weights of the priority formula.
///
/// # Errors
/// From the database.
pub async fn weights(env: &Env) -> Result<Arc<Weights>, ActError> {
    if let Some(kept) = env.kept::<Weights>() {
        return Ok(kept);
    }
    let weights = env.db.read().await?.one(&store::WEIGHTS, &[]).await?;
    Ok(env.keep(weights))
}

/// The matter behind a follower's link, and whether it is confirmed.
///
/// # Errors
/// From the database.
pub async fn followed(conn: &mut Conn, token: &str) -> Result<Option<(Matter, bool)>> {
    let digest = kapok_acts::Keys::digest(token.as_bytes());
    let Some((matter, confirmed)) = conn.opt(&store::FOLLOWED, params![digest]).await? else {
        return Ok(None);
    };
    Ok(by_id(conn, matter).await?.map(|matter| (matter, confirmed)))
}

/// Hours for which an officer can undo a joining.
pub const UNDO_HOURS: i64 = 24;

/// The last joining, splitting, merging or beginning of an account that can still be undone.
///
/// # Errors
/// From the database.
pub async fn last_sorting(env: &Env, conn: &mut Conn, account: AccountId) -> Result<Option<ActId>> {
    let since = env.now().as_millisecond() - UNDO_HOURS * 3_600_000;
    conn.opt(&store::LAST_SORTING, params![account, since]).await
}
