//! What is public of commitments: all of it, under the name that residents read, promises.

use kapok_tables::{Table, table};

fn states() -> Vec<&'static str> {
    vec!["running", "finished", "withdrawn"]
}
fn roles() -> Vec<&'static str> {
    vec!["department", "partner"]
}

table! {
    /// All promises.
    pub static PROMISES: "promises" = "One row for each promise: who does what by when. One with a case copies that case from another city.";
    key: ["number"];
    from: "commitment WHERE number > $1 ORDER BY number LIMIT $2";
    id: Id = "id", "Id of the promise.";
    number: Int = "number", "Public number: the page is /promises/NUMBER.";
    matter_id: Id = "matter_id", "The matter." -> "matters";
    decision_id: Id = "decision_id", "The decision that made it." -> "decisions", empty;
    title: Text = "title", "What is promised.";
    lang: Text = "lang", "Language of the title (BCP 47).";
    lead_id: Id = "lead_id", "The office in the lead." -> "parties";
    due: Date = "due", "Day by which it is promised.";
    first_due: Date = "first_due", "Day that was promised first.";
    money: Int = "money", "Money promised, in the smallest unit of the city's currency; empty for unknown.", empty;
    spent: Int = "spent", "Money spent.";
    people: Int = "people", "People who work on it; empty for unknown.", empty;
    percent: Int = "percent", "How far it is, as reported.";
    state: Text[states] = "CASE finished WHEN 0 THEN 'running' WHEN 1 THEN 'finished' ELSE 'withdrawn' END", "Where it stands.";
    made_at: Time = "made_ms", "When it was made.";
    finished_at: Time = "finished_ms", "When it was finished.", empty;
    evidence: Text = "evidence", "Evidence that it is finished.", empty;
    case_id: Id = "case_id", "The case that it copies." -> "cases", empty;
    moves: Int = "moves", "How often the day moved.";
    partners: Int = "partners", "Departments and partners beside the lead.";
}

table! {
    /// Parties beside the lead.
    pub static PROMISE_PARTIES: "promise_parties" = "One row for each department or partner beside the lead.";
    key: ["promise_id", "party_id"];
    from: "commitment_party WHERE (commitment_id, party_id) > ($1, $2) ORDER BY commitment_id, party_id LIMIT $3";
    promise_id: Id = "commitment_id", "The promise." -> "promises";
    party_id: Id = "party_id", "The party." -> "parties";
    role: Text[roles] = "role", "What it is to the promise.";
}

table! {
    /// How days moved.
    pub static PROMISE_MOVES: "promise_moves" = "One row for each time the day of a promise moved.";
    key: ["id"];
    from: "commitment_move WHERE id > $1 ORDER BY id LIMIT $2";
    id: Id = "id", "Id of the move.";
    promise_id: Id = "commitment_id", "The promise." -> "promises";
    from_due: Date = "from_due", "The day before.";
    to_due: Date = "to_due", "The day after.";
    reason: Text = "reason", "Why.";
    author: Text = "author", "Who moved it.", empty;
    party_id: Id = "party_id", "The office." -> "parties", empty;
    at: Time = "at_ms", "When.";
}

table! {
    /// What was reported.
    pub static PROMISE_REPORTS: "promise_reports" = "One row for each report on a promise.";
    key: ["id"];
    from: "commitment_update WHERE id > $1 ORDER BY id LIMIT $2";
    id: Id = "id", "Id of the report.";
    promise_id: Id = "commitment_id", "The promise." -> "promises";
    kind: Text = "kind", "What happened: progress, finished, reopened, withdrawn or retitled.";
    percent: Int = "percent", "How far it is.";
    spent: Int = "spent", "Money spent.";
    text: Text = "text", "What was reported.", empty;
    lang: Text = "lang", "Its language (BCP 47).", empty;
    photo: Text = "photo", "Name of its photo, at /photos/NAME.", empty;
    party_id: Id = "party_id", "The office." -> "parties", empty;
    author: Text = "author", "Who reported.", empty;
    at: Time = "at_ms", "When.";
}

table! {
    /// Counters of offices.
    pub static PROMISE_OFFICES: "promise_offices" = "How many promises an office leads and has finished, as counted for its pages; without those withdrawn.";
    key: ["office_id"];
    from: "commitment_office WHERE office_id > $1 ORDER BY office_id LIMIT $2";
    office_id: Id = "office_id", "The office." -> "parties";
    made: Int = "made", "Promises made.";
    finished: Int = "finished", "Promises finished.";
}

table! {
    /// The last number given.
    pub static KEPT_NUMBER: "kept.commitment_number" = "For the recount and the sitemap.";
    key: ["id"];
    from: "commitment_number WHERE id > $1 ORDER BY id LIMIT $2";
    id: Int = "id", "1.";
    n: Int = "n", "Number.";
}

/// The public tables of this room.
pub const OPEN: &[&Table] = &[
    &PROMISES,
    &PROMISE_PARTIES,
    &PROMISE_MOVES,
    &PROMISE_REPORTS,
    &PROMISE_OFFICES,
];
