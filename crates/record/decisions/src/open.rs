//! What is public of decisions.

use kapok_tables::{Table, table};

table! {
    /// All decisions.
    pub static DECISIONS: "decisions" = "One row for each decision about a matter; a matter that an appeal reopened may have several.";
    key: ["id"];
    from: "decision WHERE id > $1 ORDER BY id LIMIT $2";
    id: Id = "id", "Id of the decision.";
    matter_id: Id = "matter_id", "The matter." -> "matters";
    result: Text = "result", "What was decided.";
    text: Text = "text", "The decision.";
    reasons: Text = "reasons", "Its reasons.";
    basis: Text = "basis", "What it rests on.", empty;
    lang: Text = "lang", "Its language (BCP 47).";
    party_id: Id = "party_id", "The office." -> "parties", empty;
    author: Text = "author", "Who decided.", empty;
    decided_at: Time = "decided_ms", "When.";
    appeal_until: Date = "appeal_until", "Last day to appeal.", empty;
}

/// The public tables of this room.
pub const OPEN: &[&Table] = &[&DECISIONS];
