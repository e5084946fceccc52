//! What is public of outcomes. Words of checks that were hidden are not.

use kapok_tables::{Table, table};

fn says() -> Vec<&'static str> {
    vec!["done", "not-yet"]
}

table! {
    /// Indicators.
    pub static INDICATORS: "indicators" = "One row for each number by which the result of a matter is measured.";
    key: ["id"];
    from: "indicator WHERE id > $1 ORDER BY id LIMIT $2";
    id: Id = "id", "Id of the indicator.";
    matter_id: Id = "matter_id", "The matter." -> "matters";
    name: Text = "name", "What is measured.";
    unit: Text = "unit", "In what.", empty;
    baseline: Real = "baseline", "Value before.";
    baseline_source: Text = "baseline_source", "Where that value is from.", empty;
    target: Real = "target", "Value aimed at.", empty;
    value: Real = "value", "Last value.", empty;
    value_source: Text = "value_source", "Where that value is from.", empty;
    better: Text = "better", "Which way is better.";
    lang: Text = "lang", "Language of the words (BCP 47).", empty;
    measured_at: Time = "measured_ms", "When it was last measured.";
}

table! {
    /// Every value measured.
    pub static INDICATOR_VALUES: "indicator_values" = "One row for each value that was measured, also those that a later one replaced.";
    key: ["id"];
    from: "indicator_value WHERE id > $1 ORDER BY id LIMIT $2";
    id: Id = "id", "Id of the value.";
    indicator_id: Id = "indicator_id", "The indicator." -> "indicators";
    value: Real = "value", "The value.";
    source: Text = "source", "Where it is from.", empty;
    party_id: Id = "party_id", "The office." -> "parties", empty;
    author: Text = "author", "Who measured.", empty;
    at: Time = "at_ms", "When.";
}

table! {
    /// Checks by residents.
    pub static CHECKS: "checks" = "One row for each resident who said whether finished work is done; who changed their mind is in it once, with what they said last.";
    key: ["id"];
    from: "outcome_check WHERE id > $1 ORDER BY id LIMIT $2";
    id: Id = "id", "Id of the check.";
    matter_id: Id = "matter_id", "The matter." -> "matters";
    says: Text[says] = "says", "What was said.";
    words: Text = "CASE WHEN hidden = 0 THEN words ELSE '' END", "Words with it; empty where they were hidden.", empty;
    lang: Text = "lang", "Language of the words (BCP 47).", empty;
    hidden: Flag = "hidden", "Whether the words were hidden.";
    at: Time = "at_ms", "When it was last said.";
}

table! {
    /// What the city learned.
    pub static EVALUATIONS: "evaluations" = "One row for each evaluation of a result.";
    key: ["id"];
    from: "evaluation WHERE id > $1 ORDER BY id LIMIT $2";
    id: Id = "id", "Id of the evaluation.";
    matter_id: Id = "matter_id", "The matter." -> "matters";
    text: Text = "text", "What the city learned.";
    lang: Text = "lang", "Its language (BCP 47).";
    party_id: Id = "party_id", "The office." -> "parties", empty;
    author: Text = "author", "Who wrote it.", empty;
    at: Time = "at_ms", "When.";
}

table! {
    /// Later checks of the result.
    pub static RECHECKS: "rechecks" = "One row for each day on which a result is looked at again, 1, 3 and 5 years later.";
    key: ["matter_id", "years"];
    from: "recheck WHERE (matter_id, years) > ($1, $2) ORDER BY matter_id, years LIMIT $3";
    matter_id: Id = "matter_id", "The matter." -> "matters";
    years: Int = "years", "How many years later.";
    due: Date = "due", "The day.";
    done_at: Time = "done_ms", "When it was looked at.", empty;
}

/// The public tables of this room.
pub const OPEN: &[&Table] = &[&INDICATORS, &INDICATOR_VALUES, &CHECKS, &EVALUATIONS, &RECHECKS];
