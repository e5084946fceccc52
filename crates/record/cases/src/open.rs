//! What is public of cases.

use kapok_tables::{Table, table};

table! {
    /// Topics of cases.
    pub static CASE_TOPICS: "case_topics" = "One row for each topic of cases and matters.";
    key: ["id"];
    from: "case_topic WHERE id > $1 ORDER BY id LIMIT $2";
    id: Text = "id", "Id of the topic.";
    position: Int = "position", "Its place in lists.";
    name: Text = "name", "Its name.";
    description: Text = "description", "What belongs to it.", empty;
}

table! {
    /// All cases.
    pub static CASES: "cases" = "One row for each case: a write-up of what a city did, from the award or from a matter of this city. cases.csv at the \
        root of the server is the same library in the columns in which it is imported.";
    key: ["number"];
    from: "case_entry WHERE number > $1 ORDER BY number LIMIT $2";
    id: Id = "id", "Id of the case.";
    number: Int = "number", "Number.";
    key: Text = "key", "Name in addresses: the page is /cases/KEY.";
    origin: Text = "origin", "imported, or matter for a case of this city.";
    kind: Text = "kind", "case, plan or matter.";
    title: Text = "title", "Title.";
    summary: Text = "summary", "What it is.", empty;
    lang: Text = "lang", "Its language (BCP 47).", empty;
    city: Text = "city", "City.", empty;
    country: Text = "country", "English name of the country or region.", empty;
    country_code: Text = "country_code", "Its code (ISO 3166-1 alpha-2).", empty;
    region: Text = "region", "Region of the world.", empty;
    topic: Text = "topic", "Topic.", empty;
    topic_basis: Text = "topic_basis", "How sure the topic is.", empty;
    stage: Text = "stage", "Furthest stage it reached.", empty;
    year: Int = "year", "Year of that stage; empty for unknown.", empty;
    report_ref: Text = "report_ref", "Where the report names it.", empty;
    external_source: Text = "external_source", "Address of another source.", empty;
    note: Text = "note", "Remark of the transcribers.", empty;
    matter_id: Id = "matter_id", "The matter it was made from." -> "matters", empty;
    version: Int = "version", "Counts up with every change.";
    at: Time = "at_ms", "When this version was written.";
}

table! {
    /// What happened to cases.
    pub static CASE_STAGES: "case_stages" = "One row for each stage that a case reached in an award or here, with its source.";
    key: ["case_id", "position"];
    from: "case_stage WHERE (case_id, position) > ($1, $2) ORDER BY case_id, position LIMIT $3";
    case_id: Id = "case_id", "The case." -> "cases";
    position: Int = "position", "Place among the stages of the case.";
    stage: Text = "stage", "The stage.";
    scope: Text = "scope", "Of which award.", empty;
    year: Int = "year", "Year; empty for unknown.", empty;
    words: Text = "words", "The source's own words.", empty;
    source: Text = "source", "The source.", empty;
    url: Text = "url", "Its address.", empty;
}

table! {
    /// Parts of write-ups.
    pub static CASE_SECTIONS: "case_sections" = "One row for each part of a write-up.";
    key: ["case_id", "section"];
    from: "case_section WHERE (case_id, section) > ($1, $2) ORDER BY case_id, section LIMIT $3";
    case_id: Id = "case_id", "The case." -> "cases";
    section: Text = "section", "Which part.";
    text: Text = "text", "What it says.", empty;
}

table! {
    /// The last number given.
    pub static KEPT_NUMBER: "kept.case_number" = "For the recount and the sitemap.";
    key: ["id"];
    from: "case_number WHERE id > $1 ORDER BY id LIMIT $2";
    id: Int = "id", "1.";
    n: Int = "n", "Number.";
}

/// The public tables of this room.
pub const OPEN: &[&Table] = &[&CASE_TOPICS, &CASES, &CASE_STAGES, &CASE_SECTIONS];
