//! What is public of matters.

use kapok_tables::{Table, table};

use crate::model::{FIELDS, LEVELS, TOPICS};
use crate::state::{State, Step};

fn topics() -> Vec<&'static str> {
    TOPICS.to_vec()
}
fn levels() -> Vec<&'static str> {
    LEVELS.to_vec()
}
fn fields() -> Vec<&'static str> {
    FIELDS.to_vec()
}
fn states() -> Vec<&'static str> {
    State::ALL.iter().map(|s| s.id()).collect()
}
fn steps() -> Vec<&'static str> {
    Step::ALL.iter().map(|s| s.id()).collect()
}

table! {
    /// All matters.
    pub static MATTERS: "matters" = "One row for each matter: what residents ask for, made of one or more voices.";
    key: ["number"];
    from: "matter WHERE number > $1 ORDER BY number LIMIT $2";
    id: Id = "id", "Id of the matter.";
    number: Int = "number", "Public number: the page is /matters/NUMBER.";
    title: Text = "title", "One line, in the officer's words.";
    summary: Text = "summary", "What is asked.", empty;
    lang: Text = "lang", "Language of title and summary (BCP 47).";
    place_id: Id = "place_id", "Where; empty for unknown." -> "places", empty;
    topic: Text[topics] = "topic", "Topic; empty until it is sorted.", empty;
    level: Text[levels] = "level", "Level of need; empty until it is sorted.", empty;
    field: Text[fields] = "field", "Field of need; empty until it is sorted.", empty;
    state: Text[states] = "state", "Where it stands.";
    state_at: Time = "state_ms", "Since when.";
    step: Text[steps] = "step", "The step that residents see counted; empty for side exits.", empty;
    listed: Flag = "CASE WHEN listing > 0 THEN 1 ELSE 0 END", "false for matters that are left out of lists: merged, or begun and undone.";
    lead_id: Id = "lead_id", "The office in the lead." -> "parties", empty;
    urgency: Int = "urgency", "0 to 3.";
    safety: Int = "safety", "0 to 3.";
    equity: Int = "equity", "0 to 3.";
    voices: Int = "voice_count", "How many voices it is made of.";
    first_heard_at: Time = "first_heard_ms", "When the first of them reached the city.";
    created_at: Time = "created_ms", "When the voices became a matter.";
    opened_at: Time = "opened_ms", "When it was opened for weighing.", empty;
    reply_by: Date = "reply_by", "Day by which the city answers.", empty;
    answered_at: Time = "answered_ms", "When its voices were first answered.", empty;
    merged_into: Id = "merged_into", "The matter to which its voices went." -> "matters", empty;
    referred_to: Text = "referred_to", "Who is in charge instead.", empty;
    done: Int = "done_count", "Residents who say it is done, since it was last finished.";
    not_yet: Int = "not_yet_count", "Residents who say not yet, since it was last finished.";
}

table! {
    /// Voices of a matter by channel.
    pub static MATTER_CHANNELS: "matter_channels" = "Voices of a matter by channel. Counts by group: a hidden cell is empty.";
    key: ["matter_id", "channel"];
    from: "matter_channel c JOIN matter m ON m.id = c.matter_id WHERE (c.matter_id, c.channel) > ($1, $2) \
        ORDER BY c.matter_id, c.channel LIMIT $3", groups "matter_id" "n" "of_all";
    matter_id: Id = "c.matter_id", "The matter." -> "matters";
    channel: Text = "c.channel", "The channel.";
    n: Int = "c.n", "Voices.", empty;
    of_all: Int = "m.voice_count", "All voices of the matter.";
}

table! {
    /// Voices of a matter by place.
    pub static MATTER_PLACES: "matter_places" = "Voices of a matter by the place they came from; voices without a known place are in \
        no row. Counts by group: a hidden cell is empty.";
    key: ["matter_id", "place_id"];
    from: "matter_place p JOIN matter m ON m.id = p.matter_id WHERE (p.matter_id, p.place_id) > ($1, $2) \
        ORDER BY p.matter_id, p.place_id LIMIT $3", groups "matter_id" "n" "of_all";
    matter_id: Id = "p.matter_id", "The matter." -> "matters";
    place_id: Id = "p.place_id", "The place." -> "places";
    n: Int = "p.n", "Voices.", empty;
    of_all: Int = "m.voice_count", "All voices of the matter.";
}

table! {
    /// Voices of a matter by language.
    pub static MATTER_LANGUAGES: "matter_languages" = "Voices of a matter by language. Counts by group: a hidden cell is empty.";
    key: ["matter_id", "lang"];
    from: "matter_lang l JOIN matter m ON m.id = l.matter_id WHERE (l.matter_id, l.lang) > ($1, $2) \
        ORDER BY l.matter_id, l.lang LIMIT $3", groups "matter_id" "n" "of_all";
    matter_id: Id = "l.matter_id", "The matter." -> "matters";
    lang: Text = "l.lang", "Language (BCP 47), und for unknown.";
    n: Int = "l.n", "Voices.", empty;
    of_all: Int = "m.voice_count", "All voices of the matter.";
}

table! {
    /// Answers to all voices of a matter.
    pub static MATTER_ANSWERS: "matter_answers" = "One row for each answer to all voices of a matter.";
    key: ["id"];
    from: "matter_answer WHERE id > $1 ORDER BY id LIMIT $2";
    id: Id = "id", "Id of the answer.";
    matter_id: Id = "matter_id", "The matter." -> "matters";
    party_id: Id = "party_id", "The office." -> "parties", empty;
    author: Text = "author", "Who wrote it.", empty;
    text: Text = "text", "The answer.";
    lang: Text = "lang", "Its language (BCP 47).";
    at: Time = "at_ms", "When.";
}

table! {
    /// What offices were asked.
    pub static MATTER_OFFICES: "matter_offices" = "One row for each office that was asked to take part in a matter or to take it over.";
    key: ["matter_id", "party_id", "asked"];
    from: "matter_partner WHERE (matter_id, party_id, asked) > ($1, $2, $3) ORDER BY matter_id, party_id, asked LIMIT $4";
    matter_id: Id = "matter_id", "The matter." -> "matters";
    party_id: Id = "party_id", "The office." -> "parties";
    asked: Text = "asked", "What it was asked for: to take part, or to take over.";
    state: Text = "state", "What it replied.";
    asked_at: Time = "asked_ms", "When it was asked.";
    replied_at: Time = "replied_ms", "When it replied.", empty;
}

table! {
    /// Appeals.
    pub static APPEALS: "appeals" = "One row for each appeal against a side exit or a decision.";
    key: ["id"];
    from: "appeal WHERE id > $1 ORDER BY id LIMIT $2";
    id: Id = "id", "Id of the appeal.";
    matter_id: Id = "matter_id", "The matter." -> "matters";
    grounds: Text = "grounds", "Why somebody appeals.";
    against: Text = "against", "The state of the matter that it is against.";
    at: Time = "at_ms", "When it was made.";
    state: Text = "state", "What became of it.";
    ruling: Text = "ruling", "Why.", empty;
    ruled_at: Time = "ruled_ms", "When.", empty;
}

table! {
    /// What is counted and derived on the rows of matters, as kept.
    pub static KEPT: "kept.matter" = "For the recount.";
    key: ["number"];
    from: "matter WHERE number > $1 ORDER BY number LIMIT $2";
    number: Int = "number", "Number.";
    id: Id = "id", "Id.";
    state: Text = "state", "State.";
    step: Text = "step", "Step.", empty;
    voices: Int = "voice_count", "Voices.";
    points: Int = "voice_points", "Points for voices.";
    first_heard: Int = "first_heard_ms", "First voice.";
    followers: Int = "followers", "Followers.";
    done: Int = "done_count", "Done.";
    not_yet: Int = "not_yet_count", "Not yet.";
}

table! {
    /// The counters by channel, as kept. Not public: small cells are in it.
    pub static KEPT_CHANNELS: "kept.matter_channel" = "For the recount.";
    key: ["matter_id", "of"];
    from: "matter_channel WHERE (matter_id, channel) > ($1, $2) ORDER BY matter_id, channel LIMIT $3";
    matter_id: Id = "matter_id", "Matter.";
    of: Text = "channel", "Channel.";
    n: Int = "n", "Voices.";
}

table! {
    /// The counters by language, as kept. Not public: small cells are in it.
    pub static KEPT_LANGUAGES: "kept.matter_lang" = "For the recount.";
    key: ["matter_id", "of"];
    from: "matter_lang WHERE (matter_id, lang) > ($1, $2) ORDER BY matter_id, lang LIMIT $3";
    matter_id: Id = "matter_id", "Matter.";
    of: Text = "lang", "Language.";
    n: Int = "n", "Voices.";
}

table! {
    /// The counters by place, as kept. Not public: small cells are in it.
    pub static KEPT_PLACES: "kept.matter_place" = "For the recount.";
    key: ["matter_id", "of"];
    from: "matter_place WHERE (matter_id, place_id) > ($1, $2) ORDER BY matter_id, place_id LIMIT $3";
    matter_id: Id = "matter_id", "Matter.";
    of: Id = "place_id", "Place.";
    n: Int = "n", "Voices.";
}

table! {
    /// The counters by state, as kept.
    pub static KEPT_STATES: "kept.state_count" = "For the recount.";
    key: ["state"];
    from: "state_count WHERE state > $1 ORDER BY state LIMIT $2";
    state: Text = "state", "State.";
    n: Int = "n", "Matters.";
}

table! {
    /// The last number given, as kept.
    pub static KEPT_NUMBER: "kept.matter_number" = "For the recount.";
    key: ["id"];
    from: "matter_number WHERE id > $1 ORDER BY id LIMIT $2";
    id: Int = "id", "1.";
    n: Int = "n", "Number.";
}

table! {
    /// How many follow a matter, counted. Not public.
    pub static FOLLOWERS: "counted.followers" = "For the recount.";
    key: ["matter_id"];
    from: "matter_follow WHERE matter_id > $1 AND confirmed = 1 GROUP BY matter_id ORDER BY matter_id LIMIT $2";
    matter_id: Id = "matter_id", "Matter.";
    n: Int = "count(*)", "Followers.";
}

/// Points of the priority formula for a number of voices.
#[must_use]
pub fn points(voices: i64) -> i64 {
    crate::priority::voice_points(voices)
}

/// The public tables of this room.
pub const OPEN: &[&Table] = &[
    &MATTERS,
    &MATTER_CHANNELS,
    &MATTER_PLACES,
    &MATTER_LANGUAGES,
    &MATTER_ANSWERS,
    &MATTER_OFFICES,
    &APPEALS,
];
