//! What is public of programmes: all of it.

use kapok_tables::{Table, table};

table! {
    /// Sessions of the award.
    pub static AWARD_SESSIONS: "award_sessions" = "One row for each session of the award. Unknown numbers are empty.";
    key: ["year"];
    from: "award_session WHERE year > $1 ORDER BY year LIMIT $2";
    id: Text = "id", "Id of the session.";
    number: Int = "number", "First, second, third.";
    year: Int = "year", "Year.";
    submissions: Int = "submissions", "Entries.", empty;
    cities: Int = "cities", "Cities that entered.", empty;
    countries: Int = "countries", "Countries that entered.", empty;
    longlist: Int = "longlist", "Entries on the long list.", empty;
    shortlist: Int = "shortlist", "Entries on the short list.", empty;
    report_ref: Text = "report_ref", "Where the report says so.", empty;
    note: Text = "note", "Remark.", empty;
}

table! {
    /// Entries by region.
    pub static SESSION_REGIONS: "session_regions" = "Entries of a session by region of the world. Entries are of cities, not of people: nothing is hidden.";
    key: ["year", "region"];
    from: "session_region WHERE (year, region) > ($1, $2) ORDER BY year, region LIMIT $3";
    year: Int = "year", "Year of the session.";
    region: Text = "region", "Region.";
    n: Int = "n", "Entries.";
}

table! {
    /// Workshops.
    pub static WORKSHOPS: "workshops" = "One row for each workshop. Unknown numbers are empty.";
    key: ["year"];
    from: "workshop WHERE year > $1 ORDER BY year LIMIT $2";
    id: Text = "id", "Id of the workshop.";
    number: Int = "number", "First, second, third.";
    year: Int = "year", "Year.";
    theme: Text = "theme", "Theme.", empty;
    participants: Int = "participants", "People who took part.", empty;
    participants_at_least: Int = "participants_at_least", "People who took part, where the source says at least.", empty;
    cities: Int = "cities", "Cities.", empty;
    countries: Int = "countries", "Countries.", empty;
    named_cities: Text = "named_cities", "Cities that the source names.", empty;
    report_ref: Text = "report_ref", "Where the report says so.", empty;
    note: Text = "note", "Remark.", empty;
}

table! {
    /// Entries by topic.
    pub static TOPIC_COUNTS: "topic_counts" = "Entries by topic and sessions counted together. Entries are of cities, not of people: nothing is hidden.";
    key: ["topic", "years"];
    from: "topic_count WHERE (topic, years) > ($1, $2) ORDER BY topic, years LIMIT $3";
    topic: Text = "topic", "Topic.";
    years: Text = "years", "First and last year of the sessions.";
    n: Int = "n", "Entries; empty for unknown.", empty;
    report_ref: Text = "report_ref", "Where the report says so.", empty;
    confidence: Text = "confidence", "How sure the number is.", empty;
}

table! {
    /// Questions of the questionnaire.
    pub static QUESTIONS: "questions" = "One row for each question of the workshop's questionnaire.";
    key: ["id"];
    from: "question WHERE id > $1 ORDER BY id LIMIT $2";
    id: Text = "id", "Id of the question.";
    position: Int = "position", "Its place.";
    figure: Text = "figure", "Figure of the report.", empty;
    wording: Text = "wording", "The question.";
}

table! {
    /// Options of questions.
    pub static QUESTION_OPTIONS: "question_options" = "One row for each option of a question, with the share that chose it. The source gives shares only.";
    key: ["question_id", "position"];
    from: "question_option WHERE (question_id, position) > ($1, $2) ORDER BY question_id, position LIMIT $3";
    question_id: Text = "question_id", "The question." -> "questions";
    position: Int = "position", "Place among the options.";
    wording: Text = "wording", "The option.";
    percent: Int = "percent", "Share in percent; empty for unknown.", empty;
    note: Text = "note", "Remark.", empty;
}

/// The public tables of this room.
pub const OPEN: &[&Table] = &[
    &AWARD_SESSIONS,
    &SESSION_REGIONS,
    &WORKSHOPS,
    &TOPIC_COUNTS,
    &QUESTIONS,
    &QUESTION_OPTIONS,
];
