//! All SQL of the room.

mod changes;

use std::marker::PhantomData;

use jiff::civil::Date;
use kapok_store::ids::{CaseId, CommitmentId, DecisionId, MatterId, PartyId};
use kapok_store::{
    Condition, Conn, Filtered, FilteredList, Migration, Result, Schema, Value, params, row, statements,
};

pub(crate) use changes::{
    By, Report, Stamp, add, finish, finished_of, lock, move_date, progress, reopen, report, retitle,
    still_running, withdraw,
};

use crate::late::{self, Lateness, OfficeLine};
use crate::model::{Commitment, Filter, Move, Role, State, Update};

/// The tables and statements of this room.
pub const SCHEMA: Schema = Schema {
    room: "commitments",
    migrations: &[Migration {
        name: "commitments/0001_commitments",
        sql: include_str!("../migrations/0001_commitments.sql"),
    }],
    statements: ALL,
    lists: &[&LIST as &dyn FilteredList],
};

row! {
    /// A commitment with one of its parties; a commitment with three parties takes three rows, one without takes one.
    pub(crate) struct WithParty {
        id: CommitmentId,
        number: i64,
        matter_id: MatterId,
        matter_number: i64,
        decision_id: Option<DecisionId>,
        title: String,
        lang: String,
        lead: PartyId,
        due: Date,
        first_due: Date,
        money: Option<i64>,
        spent: i64,
        people: Option<i64>,
        percent: i64,
        state: State,
        made_at: jiff::Timestamp,
        finished_at: Option<jiff::Timestamp>,
        evidence: String,
        case_id: Option<CaseId>,
        partners: i64,
        moves: i64,
        version: i64,
        party: Option<PartyId>,
    }
}

statements! {
    read BY_NUMBER: Commitment = "SELECT id, number, matter_id, matter_number, decision_id, title, lang, lead_id, due, \
        first_due, money, spent, people, percent, finished, made_ms, finished_ms, evidence, case_id, partners, moves, \
        version FROM commitment WHERE number = $1";
    read BY_ID: Commitment = "SELECT id, number, matter_id, matter_number, decision_id, title, lang, lead_id, due, \
        first_due, money, spent, people, percent, finished, made_ms, finished_ms, evidence, case_id, partners, moves, \
        version FROM commitment WHERE id = $1";
    read LOCK: Commitment = "SELECT id, number, matter_id, matter_number, decision_id, title, lang, lead_id, due, \
        first_due, money, spent, people, percent, finished, made_ms, finished_ms, evidence, case_id, partners, moves, \
        version FROM commitment WHERE id = $1 FOR UPDATE";
    read OF_MATTER: WithParty = "SELECT c.id, c.number, c.matter_id, c.matter_number, c.decision_id, c.title, c.lang, \
        c.lead_id, c.due, c.first_due, c.money, c.spent, c.people, c.percent, c.finished, c.made_ms, c.finished_ms, \
        c.evidence, c.case_id, c.partners, c.moves, c.version, p.party_id \
        FROM commitment c LEFT JOIN commitment_party p ON p.commitment_id = c.id \
        WHERE c.matter_id = $1 AND c.finished < 2 ORDER BY c.number, p.role, p.party_id LIMIT 1000";
    read OF_CASE: Commitment = "SELECT id, number, matter_id, matter_number, decision_id, title, lang, lead_id, due, \
        first_due, money, spent, people, percent, finished, made_ms, finished_ms, evidence, case_id, partners, moves, \
        version FROM commitment WHERE case_id = $1 ORDER BY number LIMIT $2";
    read FINISHED_OF: Commitment = "SELECT id, number, matter_id, matter_number, decision_id, title, lang, lead_id, due, \
        first_due, money, spent, people, percent, finished, made_ms, finished_ms, evidence, case_id, partners, moves, \
        version FROM commitment WHERE matter_id = $1 AND finished = 1 ORDER BY number FOR UPDATE";
    read STILL_RUNNING: i64 = "SELECT count(*) FROM commitment WHERE matter_id = $1 AND finished = 0";
    read PARTIES: (PartyId, Role) = "SELECT party_id, role FROM commitment_party WHERE commitment_id = $1 \
        ORDER BY role, party_id LIMIT 100";
    read MOVES: Move = "SELECT from_due, to_due, reason, author, party_id, at_ms FROM commitment_move \
        WHERE commitment_id = $1 ORDER BY at_ms, id LIMIT 200";
    read UPDATES: Update = "SELECT kind, percent, spent, text, lang, photo, photo_width, photo_height, party_id, author, \
        at_ms FROM commitment_update WHERE commitment_id = $1 ORDER BY at_ms DESC, id DESC LIMIT 200";
    read PASSED: (Date, i64) = "SELECT due, count(*) FROM commitment WHERE finished = 0 AND due < $1 GROUP BY due";
    read PASSED_BY_OFFICE: (PartyId, Date, i64) = "SELECT lead_id, due, count(*) FROM commitment \
        WHERE finished = 0 AND due < $1 GROUP BY lead_id, due";
    read COUNTERS: (PartyId, i64, i64) = "SELECT office_id, made, finished FROM commitment_office ORDER BY office_id LIMIT 500";

    write NUMBER: i64 = "INSERT INTO commitment_number (id, n) VALUES (1, 1) \
        ON CONFLICT (id) DO UPDATE SET n = commitment_number.n + 1 RETURNING n";
    write ADD = "INSERT INTO commitment (id, number, matter_id, matter_number, decision_id, title, lang, lead_id, due, \
        first_due, money, spent, people, percent, finished, made_ms, finished_ms, evidence, case_id, partners, moves, version) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, 0, $11, 0, 0, $12, NULL, '', $13, $14, 0, 1)";
    write ADD_PARTY = "INSERT INTO commitment_party (commitment_id, party_id, role) VALUES ($1, $2, $3)";
    write MOVE = "UPDATE commitment SET due = $2, moves = moves + 1, version = version + 1 WHERE id = $1";
    write ADD_MOVE = "INSERT INTO commitment_move (id, commitment_id, from_due, to_due, reason, author, party_id, at_ms) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    write ADD_UPDATE = "INSERT INTO commitment_update (id, commitment_id, kind, percent, spent, text, lang, photo, \
        photo_width, photo_height, party_id, author, form_key, at_ms) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) ON CONFLICT (form_key) DO NOTHING";
    write PROGRESS = "UPDATE commitment SET percent = $2, spent = $3, version = version + 1 WHERE id = $1";
    write FINISH = "UPDATE commitment SET finished = 1, finished_ms = $2, percent = 100, spent = $3, evidence = $4, \
        version = version + 1 WHERE id = $1";
    write WITHDRAW = "UPDATE commitment SET finished = 2, version = version + 1 WHERE id = $1";
    write RETITLE = "UPDATE commitment SET title = $2, lang = $3, version = version + 1 WHERE id = $1";
    write REOPEN = "UPDATE commitment SET finished = 0, finished_ms = NULL, evidence = '', version = version + 1, \
        percent = coalesce((SELECT u.percent FROM commitment_update u WHERE u.commitment_id = $1 AND u.kind = 'progress' \
        ORDER BY u.at_ms DESC, u.id DESC LIMIT 1), 0) WHERE id = $1";
    write COUNT_OFFICE = "INSERT INTO commitment_office (office_id, made, finished) VALUES ($1, $2, $3) \
        ON CONFLICT (office_id) DO UPDATE SET made = commitment_office.made + excluded.made, \
        finished = commitment_office.finished + excluded.finished";
}

/// All commitments with the conditions that were asked for. In the first order the ones that run come first, the longest
/// overdue at the top.
pub(crate) const LIST: Filtered<Commitment> = Filtered {
    name: "LIST",
    head: "SELECT id, number, matter_id, matter_number, decision_id, title, lang, lead_id, due, first_due, money, spent, \
        people, percent, finished, made_ms, finished_ms, evidence, case_id, partners, moves, version FROM commitment WHERE 1 = 1",
    conditions: &[
        Condition::new("lead", "lead_id = $?"),
        Condition::new(
            "party",
            "id IN (SELECT p.commitment_id FROM commitment_party p WHERE p.party_id = $?)",
        ),
        Condition::new("state", "finished = $?"),
        Condition::new("overdue", "finished = 0 AND due < $?"),
        Condition::new(
            "after",
            "(finished, due, number) > (SELECT b.finished, b.due, b.number FROM commitment b WHERE b.number = $?)",
        ),
    ],
    orders: &[("due", "ORDER BY finished, due, number")],
    row: PhantomData,
};

/// A commitment by its number.
///
/// # Errors
/// From the database.
pub async fn by_number(conn: &mut Conn, number: i64) -> Result<Option<Commitment>> {
    conn.opt(&BY_NUMBER, params![number]).await
}

/// A commitment by its id.
///
/// # Errors
/// From the database.
pub async fn by_id(conn: &mut Conn, id: CommitmentId) -> Result<Option<Commitment>> {
    conn.opt(&BY_ID, params![id]).await
}

/// Commitments, overdue first.
///
/// # Errors
/// From the database.
pub async fn list(conn: &mut Conn, filter: Filter, limit: i64) -> Result<Vec<Commitment>> {
    let asked = [
        ("lead", filter.lead.map(Value::from)),
        ("party", filter.party.map(Value::from)),
        ("state", filter.state.map(Value::from)),
        ("overdue", filter.overdue_on.map(Value::from)),
        ("after", filter.after.map(Value::from)),
    ];
    let asked = asked
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .collect();
    conn.filtered(&LIST, asked, "due", limit).await
}

/// The commitments of a matter that were not withdrawn, with the parties beside the lead, in one query.
///
/// # Errors
/// From the database.
pub async fn of_matter(conn: &mut Conn, matter: MatterId) -> Result<Vec<(Commitment, Vec<PartyId>)>> {
    let mut out: Vec<(Commitment, Vec<PartyId>)> = Vec::new();
    for row in conn.all(&OF_MATTER, params![matter]).await? {
        let party = row.party;
        if out.last().is_none_or(|(c, _)| c.id != row.id) {
            out.push((Commitment::from(row), Vec::new()));
        }
        if let (Some((_, parties)), Some(party)) = (out.last_mut(), party) {
            parties.push(party);
        }
    }
    Ok(out)
}

impl From<WithParty> for Commitment {
    fn from(r: WithParty) -> Self {
        Self {
            id: r.id,
            number: r.number,
            matter_id: r.matter_id,
            matter_number: r.matter_number,
            decision_id: r.decision_id,
            title: r.title,
            lang: r.lang,
            lead: r.lead,
            due: r.due,
            first_due: r.first_due,
            money: r.money,
            spent: r.spent,
            people: r.people,
            percent: r.percent,
            state: r.state,
            made_at: r.made_at,
            finished_at: r.finished_at,
            evidence: r.evidence,
            case_id: r.case_id,
            partners: r.partners,
            moves: r.moves,
            version: r.version,
        }
    }
}

/// The commitments that copy a case, oldest first.
///
/// # Errors
/// From the database.
pub async fn of_case(conn: &mut Conn, case: CaseId, limit: i64) -> Result<Vec<Commitment>> {
    conn.all(&OF_CASE, params![case, limit]).await
}

/// Departments and partners of a commitment.
///
/// # Errors
/// From the database.
pub async fn parties_of(conn: &mut Conn, id: CommitmentId) -> Result<Vec<(PartyId, Role)>> {
    conn.all(&PARTIES, params![id]).await
}

/// How the date moved, oldest first.
///
/// # Errors
/// From the database.
pub async fn moves_of(conn: &mut Conn, id: CommitmentId) -> Result<Vec<Move>> {
    conn.all(&MOVES, params![id]).await
}

/// What was reported, newest first.
///
/// # Errors
/// From the database.
pub async fn updates_of(conn: &mut Conn, id: CommitmentId) -> Result<Vec<Update>> {
    conn.all(&UPDATES, params![id]).await
}

/// How many commitments are overdue on a day, and by how much.
///
/// # Errors
/// From the database.
pub async fn overdue(conn: &mut Conn, today: Date) -> Result<Lateness> {
    Ok(Lateness::of(conn.all(&PASSED, params![today]).await?, today))
}

/// One line per office that leads a commitment, and how late all of them together are.
///
/// # Errors
/// From the database.
pub async fn per_office(conn: &mut Conn, today: Date) -> Result<(Vec<OfficeLine>, Lateness)> {
    let counters = conn.all(&COUNTERS, &[]).await?;
    let passed = conn.all(&PASSED_BY_OFFICE, params![today]).await?;
    let all = Lateness::of(passed.iter().map(|(_, due, n)| (*due, *n)), today);
    Ok((late::lines(counters, passed, today), all))
}
