//! What is public of voices: never a contact, a code or an earlier wording, and no words of what is hidden or withdrawn. The
//! same rules as for pages ([`crate::Voice::masked`]), in SQL.

use kapok_tables::{Table, table};

use crate::model::{Channel, VoiceKind, VoiceState};

fn channels() -> Vec<&'static str> {
    Channel::ALL.iter().map(|c| c.id()).collect()
}
fn kinds() -> Vec<&'static str> {
    VoiceKind::ALL.iter().map(|k| k.id()).collect()
}
fn states() -> Vec<&'static str> {
    VoiceState::ALL.iter().map(|s| s.id()).collect()
}

table! {
    /// All voices.
    pub static VOICES: "voices" = "One row for each voice that was heard, by whatever channel. Words, words for the place and \
        photo are empty where the voice was hidden or withdrawn; it stays counted.";
    key: ["number"];
    from: "voice WHERE number > $1 ORDER BY number LIMIT $2";
    id: Id = "id", "Id of the voice.";
    number: Int = "number", "Public number: the page is /voices/NUMBER.";
    channel: Text[channels] = "channel", "How it reached the city.";
    lang: Text = "lang", "Language (BCP 47), und for unknown.";
    kind: Text[kinds] = "kind", "What it is, as far as its author said.";
    text: Text = "CASE WHEN state IN ('heard', 'referred') THEN text ELSE '' END", "What was said.", empty;
    place_id: Id = "place_id", "Where; empty for unknown." -> "places", empty;
    place_words: Text = "CASE WHEN state IN ('heard', 'referred') THEN place_words ELSE '' END", "Where, in the author's words.", empty;
    party_id: Id = "party_id", "The organisation that speaks; empty for a resident." -> "parties", empty;
    photo: Text = "CASE WHEN state IN ('heard', 'referred') THEN photo END", "Name of its photo, at /photos/NAME.", empty;
    heard_at: Time = "heard_ms", "When it reached the city.";
    matter_id: Id = "matter_id", "The matter it joined." -> "matters", empty;
    joined_at: Time = "joined_ms", "When it joined.", empty;
    answered_at: Time = "answered_ms", "When it was first answered, by itself or with its matter.", empty;
    office_id: Id = "office_id", "The office it was referred to." -> "parties", empty;
    state: Text[states] = "state", "What became of the voice itself.";
    state_reason: Text = "CASE WHEN state = 'withdrawn' THEN '' ELSE state_reason END", "Why it was hidden or referred.", empty;
    version: Int = "version", "1, and one more for each edit.";
}

table! {
    /// Answers to one voice.
    pub static VOICE_ANSWERS: "voice_answers" = "One row for each answer of an office to one voice. Answers to all voices of a \
        matter are in matter_answers.";
    key: ["id"];
    from: "voice_answer WHERE id > $1 ORDER BY id LIMIT $2";
    id: Id = "id", "Id of the answer.";
    voice_id: Id = "voice_id", "The voice." -> "voices";
    party_id: Id = "party_id", "The office." -> "parties", empty;
    author: Text = "author", "Who wrote it.", empty;
    text: Text = "text", "The answer.";
    lang: Text = "lang", "Its language (BCP 47).";
    at: Time = "at_ms", "When.";
}

table! {
    /// Where imported voices came from.
    pub static VOICE_SOURCES: "voice_sources" = "One row for each voice that was published elsewhere before it was imported.";
    key: ["voice_id"];
    from: "voice_source WHERE voice_id > $1 ORDER BY voice_id LIMIT $2";
    voice_id: Id = "voice_id", "The voice." -> "voices";
    source: Text = "source", "The other platform.";
    source_id: Text = "ref", "Its id there.";
    url: Text = "url", "Its page there.", empty;
}

table! {
    /// Voices by year and channel.
    pub static VOICE_YEARS: "voice_years" = "How many voices reached the city in a year, by channel. Counts by group: a hidden cell is empty.";
    key: ["year", "channel"];
    from: "voice_year WHERE (year, channel) > ($1, $2) ORDER BY year, channel LIMIT $3", groups "year" "n" "";
    year: Int = "year", "Year of the city's calendar.";
    channel: Text[channels] = "channel", "The channel.";
    n: Int = "n", "Voices heard.", empty;
}

table! {
    /// Voices by year and place.
    pub static VOICE_PLACES: "voice_places" = "How many voices came from a place in a year, places within it not included. Counts by \
        group: a hidden cell is empty.";
    key: ["year", "place_id"];
    from: "voice_place p WHERE (p.year, p.place_id) > ($1, $2) AND p.n > 0 ORDER BY p.year, p.place_id LIMIT $3", groups "year" "n" "of_all";
    year: Int = "p.year", "Year of the city's calendar.";
    place_id: Id = "p.place_id", "The place." -> "places";
    n: Int = "p.n", "Voices heard.", empty;
    of_all: Int = "(SELECT CAST(sum(y.n) AS BIGINT) FROM voice_year y WHERE y.year = p.year)", "All voices of the year, from wherever.";
}

table! {
    /// The counters by year and channel, as kept. Not public: small cells are in it.
    pub static KEPT_YEARS: "kept.voice_year" = "For the recount.";
    key: ["year", "channel"];
    from: "voice_year WHERE (year, channel) > ($1, $2) ORDER BY year, channel LIMIT $3";
    year: Int = "year", "Year.";
    channel: Text = "channel", "Channel.";
    n: Int = "n", "Voices.";
}

table! {
    /// The counters by year and place, as kept. Not public: small cells are in it.
    pub static KEPT_PLACES: "kept.voice_place" = "For the recount.";
    key: ["year", "place_id"];
    from: "voice_place WHERE (year, place_id) > ($1, $2) ORDER BY year, place_id LIMIT $3";
    year: Int = "year", "Year.";
    place_id: Id = "place_id", "Place.";
    n: Int = "n", "Voices.";
    last: Int = "CASE WHEN n > 0 THEN last_ms ELSE 0 END", "When the last was heard.";
}

table! {
    /// The last number given, as kept.
    pub static KEPT_NUMBER: "kept.voice_number" = "For the recount.";
    key: ["id"];
    from: "voice_number WHERE id > $1 ORDER BY id LIMIT $2";
    id: Int = "id", "1.";
    n: Int = "n", "Number.";
}

/// The public tables of this room.
pub const OPEN: &[&Table] = &[
    &VOICES,
    &VOICE_ANSWERS,
    &VOICE_SOURCES,
    &VOICE_YEARS,
    &VOICE_PLACES,
];
