//! The log as a public table.

use kapok_tables::{Table, table};

fn actors() -> Vec<&'static str> {
    vec!["resident", "officer", "system"]
}

table! {
    /// All acts.
    pub static ACTS: "acts" = "One row for each act: who did what when, and why. Nothing official changes without one.";
    key: ["id"];
    from: "act WHERE id > $1 ORDER BY id LIMIT $2";
    id: Id = "id", "Id of the act: the page is /log/ID.";
    at: Time = "at_ms", "When.";
    kind: Text = "kind", "What happened.";
    actor_kind: Text[actors] = "actor_kind", "Who did it.";
    actor_name: Text = "actor_name", "Name of the officer.", empty;
    actor_office: Text = "actor_office", "Name of the office.", empty;
    subject_kind: Text = "subject_kind", "What it is about.";
    subject_id: Id = "subject_id", "Its id.";
    matter_id: Id = "matter_id", "The matter." -> "matters", empty;
    place_id: Id = "place_id", "The place." -> "places", empty;
    office_id: Id = "office_id", "The office." -> "parties", empty;
    reason: Text = "reason", "Why; empty where none is owed, or where it was removed.", empty;
    detail: Text = "detail", "Facts, as a JSON object.";
    leaf_hash: Hex = "leaf_hash", "SHA-256 of the act in its canonical form.";
}

table! {
    /// When each matter was last finished.
    pub static FINISHED: "counted.finished" = "For the recount.";
    key: ["matter_id"];
    from: "act WHERE matter_id > $1 AND kind = 'matter.done' GROUP BY matter_id ORDER BY matter_id LIMIT $2";
    matter_id: Id = "matter_id", "Matter.";
    at: Int = "max(at_ms)", "When.";
}

/// The public tables of the log.
pub const OPEN: &[&Table] = &[&ACTS];
