//! Reading the public log.

use std::collections::BTreeMap;

use kapok_log::Fact;
use kapok_store::ids::{ActId, MatterId};
use kapok_store::{Condition, Conn, Filtered, FilteredList, Result, Tx, Value, params, row, statements};

row! {
    /// An act as stored.
    #[derive(Debug, Clone)]
    pub struct Entry {
        /// UUIDv7.
        pub id: ActId,
        /// When.
        pub at: jiff::Timestamp,
        /// Name of a [`Kind`](crate::Kind).
        pub kind: String,
        /// `resident`, `officer` or `system`.
        pub actor_kind: String,
        /// The account that acted.
        pub actor_id: Option<[u8; 16]>,
        /// Its name.
        pub actor_name: String,
        /// Name of its office.
        pub actor_office: String,
        /// Concept acted upon.
        pub subject_kind: String,
        /// Id of the thing acted upon.
        pub subject_id: [u8; 16],
        /// The matter whose timeline shows it.
        pub matter_id: Option<[u8; 16]>,
        /// The place concerned.
        pub place_id: Option<[u8; 16]>,
        /// Why, in words; none when none was owed, empty when taken out later.
        pub reason: Option<String>,
        /// Salt of the reason in the canonical form.
        pub reason_salt: Option<Vec<u8>>,
        /// Digest of a reason that was taken out.
        pub reason_digest: Option<Vec<u8>>,
        /// The facts, as canonical JSON.
        pub detail: String,
        /// Hash of the canonical form.
        pub leaf_hash: [u8; 32],
        /// Its place in the log, from 0; none while it waits for one.
        pub tree_index: Option<i64>,
    }
}

statements! {
    read OF_MATTER: Entry = "SELECT id, at_ms, kind, actor_kind, actor_id, actor_name, actor_office, subject_kind, subject_id, \
        matter_id, place_id, reason, reason_salt, reason_digest, detail, leaf_hash, tree_index FROM act WHERE matter_id = $1 ORDER BY at_ms, id LIMIT $2";
    read OF_SUBJECT: Entry = "SELECT id, at_ms, kind, actor_kind, actor_id, actor_name, actor_office, subject_kind, subject_id, \
        matter_id, place_id, reason, reason_salt, reason_digest, detail, leaf_hash, tree_index FROM act WHERE subject_id = $1 ORDER BY at_ms, id LIMIT $2";
    read ONE: Entry = "SELECT id, at_ms, kind, actor_kind, actor_id, actor_name, actor_office, subject_kind, subject_id, \
        matter_id, place_id, reason, reason_salt, reason_digest, detail, leaf_hash, tree_index FROM act WHERE id = $1";
    read PLACED: Entry = "SELECT id, at_ms, kind, actor_kind, actor_id, actor_name, actor_office, subject_kind, subject_id, \
        matter_id, place_id, reason, reason_salt, reason_digest, detail, leaf_hash, tree_index FROM act \
        WHERE tree_index >= $1 AND tree_index < $2 ORDER BY tree_index";
    read WAITING: Entry = "SELECT id, at_ms, kind, actor_kind, actor_id, actor_name, actor_office, subject_kind, subject_id, \
        matter_id, place_id, reason, reason_salt, reason_digest, detail, leaf_hash, tree_index FROM act \
        WHERE tree_index IS NULL ORDER BY at_ms, id";
    read LAST: jiff::Timestamp = "SELECT at_ms FROM act WHERE matter_id = $1 AND kind = $2 ORDER BY at_ms DESC LIMIT 1";
    read COUNT: i64 = "SELECT count(*) FROM act";
}

/// The log with its filters, newest first. `before` continues below an act: its time and id in one condition.
pub const LOG: Filtered<Entry> = Filtered {
    name: "LOG",
    head: "SELECT id, at_ms, kind, actor_kind, actor_id, actor_name, actor_office, subject_kind, subject_id, \
        matter_id, place_id, reason, reason_salt, reason_digest, detail, leaf_hash, tree_index FROM act WHERE 1 = 1",
    conditions: &[
        Condition::new("kind", "kind = $?"),
        Condition::new("office", "office_id = $?"),
        Condition::new("matter", "matter_id = $?"),
        Condition::new("actor", "actor_kind = $?"),
        Condition::new("from", "at_ms >= $?"),
        Condition::new("to", "at_ms < $?"),
        Condition::new(
            "before",
            "(at_ms, id) < (SELECT b.at_ms, b.id FROM act b WHERE b.id = $?)",
        ),
    ],
    orders: &[("newest", "ORDER BY at_ms DESC, id DESC")],
    row: std::marker::PhantomData,
};

/// One row for each act that fits, for counting.
pub const FITTING: Filtered<i64> = Filtered {
    name: "FITTING",
    head: "SELECT at_ms FROM act WHERE 1 = 1",
    conditions: &[
        Condition::new("kind", "kind = $?"),
        Condition::new("office", "office_id = $?"),
        Condition::new("matter", "matter_id = $?"),
        Condition::new("actor", "actor_kind = $?"),
        Condition::new("from", "at_ms >= $?"),
        Condition::new("to", "at_ms < $?"),
    ],
    orders: &[("newest", "ORDER BY at_ms DESC, id DESC")],
    row: std::marker::PhantomData,
};

/// The lists with filters, for the test that prepares every combination.
pub const LISTS: &[&dyn FilteredList] = &[&LOG, &FITTING];

impl Entry {
    /// The facts of the act; empty when the stored text is damaged, which the verifier reports.
    #[must_use]
    pub fn facts(&self) -> BTreeMap<String, Fact> {
        kapok_log::parse_detail(&self.detail).unwrap_or_default()
    }

    /// A fact as text, if it is there.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<String> {
        self.facts().remove(name).map(|fact| match fact {
            Fact::Text(v) => v,
            Fact::Int(v) => v.to_string(),
            Fact::Flag(v) => v.to_string(),
        })
    }

    /// The act as it was hashed, rebuilt from its columns.
    #[must_use]
    pub fn act(&self) -> kapok_log::Act {
        let given = self.reason.as_ref().zip(self.salt()).map(|(text, salt)| {
            let text = text.clone();
            kapok_log::Reason { text, salt }.digest()
        });
        let taken_out = || self.reason_digest.as_deref().and_then(|d| d.try_into().ok());
        kapok_log::Act {
            id: self.id.0,
            at_ms: self.at.as_millisecond(),
            kind: self.kind.clone(),
            actor_kind: self.actor_kind.clone(),
            actor_id: self.actor_id,
            actor_name: self.actor_name.clone(),
            actor_office: self.actor_office.clone(),
            subject_kind: self.subject_kind.clone(),
            subject_id: self.subject_id,
            matter_id: self.matter_id,
            place_id: self.place_id,
            reason_digest: given.or_else(taken_out),
            detail: self.facts(),
        }
    }

    /// Salt of the reason in the canonical form; none when there is no reason, or it was taken out.
    #[must_use]
    pub fn salt(&self) -> Option<[u8; 16]> {
        self.reason_salt.as_deref().and_then(|s| s.try_into().ok())
    }

    /// Its place in the log, from 0; none while it waits for one.
    #[must_use]
    pub fn index(&self) -> Option<u64> {
        self.tree_index.and_then(|n| u64::try_from(n).ok())
    }

    /// Whether the columns still give the hash that was stored with them.
    #[must_use]
    pub fn intact(&self) -> bool {
        self.act().leaf_hash() == self.leaf_hash
    }
}

/// The timeline of a matter, oldest first, at most `limit` acts.
///
/// # Errors
/// From the database.
pub async fn of_matter(conn: &mut Conn, matter: MatterId, limit: i64) -> Result<Vec<Entry>> {
    conn.all(&OF_MATTER, params![matter, limit]).await
}

/// When an act of a kind last happened to a matter.
///
/// # Errors
/// From the database.
pub async fn last_in(tx: &mut Tx, matter: MatterId, kind: crate::Kind) -> Result<Option<jiff::Timestamp>> {
    tx.opt(&LAST, params![matter, kind.name()]).await
}

/// The acts about one thing, oldest first.
///
/// # Errors
/// From the database.
pub async fn of_subject(conn: &mut Conn, subject: [u8; 16], limit: i64) -> Result<Vec<Entry>> {
    conn.all(&OF_SUBJECT, params![subject, limit]).await
}

/// The acts with places from `from` up to, not including, `to`, in their order.
///
/// # Errors
/// From the database.
pub async fn placed(conn: &mut Conn, from: u64, to: u64) -> Result<Vec<Entry>> {
    let place = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    conn.all(&PLACED, params![place(from), place(to)]).await
}

/// Hands over every act that has its place, in order.
///
/// # Errors
/// From the database.
pub async fn each_placed(conn: &mut Conn, take: impl FnMut(Entry) + Send) -> Result<()> {
    conn.each(&PLACED, params![0_i64, i64::MAX], take).await
}

/// Hands over every act that waits for its place.
///
/// # Errors
/// From the database.
pub async fn each_waiting(conn: &mut Conn, take: impl FnMut(Entry) + Send) -> Result<()> {
    conn.each(&WAITING, &[], take).await
}

/// A page of the log, newest first.
///
/// # Errors
/// From the database.
pub async fn page(conn: &mut Conn, asked: Vec<(&str, Value)>, limit: i64) -> Result<Vec<Entry>> {
    conn.filtered(&LOG, asked, "newest", limit).await
}

/// One act.
///
/// # Errors
/// From the database.
pub async fn one(conn: &mut Conn, id: ActId) -> Result<Option<Entry>> {
    conn.opt(&ONE, params![id]).await
}

/// How many acts there are.
///
/// # Errors
/// From the database.
pub async fn count(conn: &mut Conn) -> Result<i64> {
    conn.one(&COUNT, &[]).await
}

/// How many acts fit, counted up to `most`; none when there are more.
///
/// # Errors
/// From the database.
pub async fn found(conn: &mut Conn, asked: Vec<(&str, Value)>, most: i64) -> Result<Option<i64>> {
    let rows = conn.filtered(&FITTING, asked, "newest", most + 1).await?;
    Ok(i64::try_from(rows.len()).ok().filter(|n| *n <= most))
}
