//! All SQL of voices.

use std::marker::PhantomData;

use kapok_store::ids::{PlaceId, VoiceId};
use kapok_store::{Condition, Filtered, FilteredList, Migration, row, statements};

use crate::model::{Answer, DueMail, Version, Voice, VoiceFacts};
use crate::reads::{PlaceHeard, Waiting};

pub(crate) const MIGRATIONS: &[Migration] = &[
    Migration {
        name: "voices/0001_voices",
        sql: include_str!("../migrations/0001_voices.sql"),
    },
    Migration {
        name: "voices/0002_open",
        sql: include_str!("../migrations/0002_open.sql"),
    },
];

row! {
    /// The voice behind a form that was sent before.
    #[derive(Debug)]
    pub(crate) struct Before { pub id: VoiceId, pub number: i64 }
}

row! {
    /// A contact whose time has come.
    #[derive(Debug)]
    pub(crate) struct Purge { pub voice: VoiceId, pub number: i64, pub place: Option<PlaceId> }
}

statements! {
    // Hearing
    write NEXT_NUMBER: i64 = "UPDATE voice_number SET n = n + 1 WHERE id = 1 RETURNING n";
    write INSERT = "INSERT INTO voice (id, number, code_hash, form_key, channel, lang, kind, text, place_id, place_words, party_id, \
        photo, heard_ms, entered_by, office_reason, state, state_reason, version, has_contact) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, '', 'heard', '', 1, $15) ON CONFLICT DO NOTHING";
    write ADD_SOURCE = "INSERT INTO voice_source (voice_id, source, ref, url) VALUES ($1, $2, $3, $4)";
    read BY_FORM: Before = "SELECT id, number FROM voice WHERE form_key = $1";
    write COUNT_YEAR = "INSERT INTO voice_year (year, channel, n) VALUES ($1, $2, 1) \
        ON CONFLICT (year, channel) DO UPDATE SET n = voice_year.n + 1";
    write COUNT_PLACE = "INSERT INTO voice_place (place_id, year, n, last_ms) VALUES ($1, $2, 1, $3) \
        ON CONFLICT (place_id, year) DO UPDATE SET n = voice_place.n + 1, \
        last_ms = CASE WHEN excluded.last_ms > voice_place.last_ms THEN excluded.last_ms ELSE voice_place.last_ms END";
    write UNCOUNT_PLACE = "UPDATE voice_place SET n = n - 1 WHERE place_id = $1 AND year = $2";
    write LAST_OF_PLACE = "UPDATE voice_place SET last_ms = coalesce((SELECT max(v.heard_ms) FROM voice v \
        WHERE v.place_id = $1 AND v.heard_ms >= $3 AND v.heard_ms < $4), last_ms) WHERE place_id = $1 AND year = $2";
    write EMPTY_PLACES = "DELETE FROM voice_place WHERE place_id = $1 AND year = $2 AND n <= 0";

    // One voice
    read BY_ID: Voice = "SELECT id, number, channel, lang, kind, text, place_id, place_words, party_id, photo, heard_ms, \
        entered_by, matter_id, joined_ms, answered_ms, office_id, state, state_reason, version, has_contact FROM voice WHERE id = $1";
    read BY_NUMBER: Voice = "SELECT id, number, channel, lang, kind, text, place_id, place_words, party_id, photo, heard_ms, \
        entered_by, matter_id, joined_ms, answered_ms, office_id, state, state_reason, version, has_contact FROM voice WHERE number = $1";
    read BY_CODE: Voice = "SELECT id, number, channel, lang, kind, text, place_id, place_words, party_id, photo, heard_ms, \
        entered_by, matter_id, joined_ms, answered_ms, office_id, state, state_reason, version, has_contact FROM voice WHERE code_hash = $1";
    read HOLD: Voice = "SELECT id, number, channel, lang, kind, text, place_id, place_words, party_id, photo, heard_ms, \
        entered_by, matter_id, joined_ms, answered_ms, office_id, state, state_reason, version, has_contact FROM voice WHERE id = $1 FOR UPDATE";
    read HOLD_CODE: Voice = "SELECT id, number, channel, lang, kind, text, place_id, place_words, party_id, photo, heard_ms, \
        entered_by, matter_id, joined_ms, answered_ms, office_id, state, state_reason, version, has_contact FROM voice WHERE code_hash = $1 FOR UPDATE";
    read VERSIONS: Version = "SELECT version, text, place_words, at_ms FROM voice_version WHERE voice_id = $1 ORDER BY version LIMIT $2";
    read ANSWERS: Answer = "SELECT id, party_id, author, text, lang, at_ms FROM voice_answer WHERE voice_id = $1 \
        ORDER BY at_ms, id LIMIT $2";
    read ENTERED: Voice = "SELECT id, number, channel, lang, kind, text, place_id, place_words, party_id, photo, heard_ms, \
        entered_by, matter_id, joined_ms, answered_ms, office_id, state, state_reason, version, has_contact FROM voice WHERE number >= $1 AND number <= $2 AND entered_by = $3 ORDER BY number LIMIT $4";
    write ERASE = "UPDATE voice SET text = '', place_words = '', photo = NULL WHERE id = $1";
    write ERASE_VERSIONS = "DELETE FROM voice_version WHERE voice_id = $1";
    write KEEP_VERSION = "INSERT INTO voice_version (voice_id, version, text, place_words, at_ms) VALUES ($1, $2, $3, $4, $5)";
    write EDIT = "UPDATE voice SET text = $2, place_words = $3, place_id = $4, version = version + 1 WHERE id = $1";
    write SET_STATE = "UPDATE voice SET state = $2, state_reason = $3 WHERE id = $1";
    write REFER = "UPDATE voice SET state = 'referred', state_reason = $3, office_id = $2, office_reason = $3 WHERE id = $1";
    write RESTORE = "UPDATE voice SET state = CASE WHEN office_id IS NULL THEN 'heard' ELSE 'referred' END, \
        state_reason = office_reason WHERE id = $1";
    write NO_CONTACT = "UPDATE voice SET has_contact = 0 WHERE id = $1";
    write ANSWER = "INSERT INTO voice_answer (id, voice_id, party_id, author, text, lang, at_ms) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    write ANSWERED = "UPDATE voice SET answered_ms = coalesce(answered_ms, CAST($2 AS BIGINT)) WHERE id = $1";

    // Contacts
    write SEAL = "INSERT INTO voice_contact (voice_id, kind, sealed) VALUES ($1, $2, $3)";
    write WANT = "UPDATE voice_contact SET wants_ms = $2 WHERE voice_id = $1";
    write PLAN_PURGE = "UPDATE voice_contact SET purge_ms = $2 WHERE voice_id = $1";
    write PURGE = "DELETE FROM voice_contact WHERE voice_id = $1";
    write WANT_UNANSWERED = "UPDATE voice_contact SET wants_ms = $2 WHERE voice_id IN (SELECT v.id FROM voice v \
        WHERE v.matter_id = $1 AND v.answered_ms IS NULL AND v.heard_ms <= $3)";
    write WANT_ALL = "UPDATE voice_contact SET wants_ms = $2 WHERE voice_id IN (SELECT v.id FROM voice v WHERE v.matter_id = $1)";
    write PLAN_PURGE_ALL = "UPDATE voice_contact SET purge_ms = $2 WHERE voice_id IN (SELECT v.id FROM voice v WHERE v.matter_id = $1)";
    read DUE_MAILS: DueMail = "SELECT c.voice_id, v.number, v.lang, v.matter_id, c.wants_ms, c.sealed FROM voice_contact c \
        JOIN voice v ON v.id = c.voice_id WHERE c.wants_ms IS NOT NULL AND c.kind = 'email' ORDER BY c.wants_ms, c.voice_id LIMIT $1";
    chore MAILED = "UPDATE voice_contact SET wants_ms = NULL WHERE voice_id = $1 AND wants_ms = $2";
    read DUE_PURGES: Purge = "SELECT c.voice_id, v.number, v.place_id FROM voice_contact c JOIN voice v ON v.id = c.voice_id \
        WHERE c.purge_ms IS NOT NULL AND c.purge_ms <= $1 ORDER BY c.purge_ms, c.voice_id LIMIT $2";

    // Matters
    write JOIN: VoiceFacts = "UPDATE voice SET matter_id = $2, joined_ms = $3, office_id = NULL, office_reason = '', \
        state = CASE WHEN state = 'referred' THEN 'heard' ELSE state END, \
        state_reason = CASE WHEN state = 'referred' THEN '' ELSE state_reason END \
        WHERE id = $1 AND matter_id IS NULL RETURNING id, number, channel, lang, place_id, heard_ms, answered_ms, matter_id";
    write LEAVE: VoiceFacts = "UPDATE voice SET matter_id = NULL, joined_ms = NULL, \
        answered_ms = (SELECT min(a.at_ms) FROM voice_answer a WHERE a.voice_id = $1) \
        WHERE id = $1 AND matter_id IS NOT NULL RETURNING id, number, channel, lang, place_id, heard_ms, answered_ms, matter_id";
    read ALL_OF_MATTER: VoiceFacts = "SELECT id, number, channel, lang, place_id, heard_ms, answered_ms, matter_id FROM voice WHERE matter_id = $1 ORDER BY heard_ms, number FOR UPDATE";
    read UNANSWERED_OF_MATTER: VoiceFacts = "SELECT id, number, channel, lang, place_id, heard_ms, answered_ms, matter_id FROM voice WHERE matter_id = $1 AND answered_ms IS NULL \
        AND heard_ms <= $2 ORDER BY heard_ms, number FOR UPDATE";
    write MOVE_ALL = "UPDATE voice SET matter_id = $2, joined_ms = $3 WHERE matter_id = $1";
    write ANSWERED_ALL = "UPDATE voice SET answered_ms = $2 WHERE matter_id = $1 AND answered_ms IS NULL AND heard_ms <= $3";
    read FACTS: VoiceFacts =
        sqlite "SELECT id, number, channel, lang, place_id, heard_ms, answered_ms, matter_id FROM voice WHERE id IN (SELECT unhex(value) FROM json_each($1)) ORDER BY heard_ms, number LIMIT $2"
        postgres "SELECT id, number, channel, lang, place_id, heard_ms, answered_ms, matter_id FROM voice WHERE id IN (SELECT decode(e, 'hex') \
            FROM json_array_elements_text(CAST(CAST($1 AS TEXT) AS json)) AS e) ORDER BY heard_ms, number LIMIT $2";
    read IDS_OF_MATTER: VoiceId = "SELECT id FROM voice WHERE matter_id = $1 ORDER BY heard_ms, number";
    read WORDS_OF_MATTER: String = "SELECT text FROM voice WHERE matter_id = $1 AND state IN ('heard', 'referred') \
        ORDER BY heard_ms, number LIMIT $2";
    read FIRST_HEARD: Option<i64> = "SELECT min(heard_ms) FROM voice WHERE matter_id = $1";
    read FIRST_OF_MATTER: Voice = "SELECT id, number, channel, lang, kind, text, place_id, place_words, party_id, photo, heard_ms, \
        entered_by, matter_id, joined_ms, answered_ms, office_id, state, state_reason, version, has_contact FROM voice WHERE matter_id = $1 AND state IN ('heard', 'referred') \
        ORDER BY heard_ms, number LIMIT 1";

    // Numbers
    // One row for each year and channel.
    read HEARD_EVER: i64 = "SELECT CAST(coalesce(sum(n), 0) AS BIGINT) FROM voice_year";
    read UNANSWERED_COUNT: i64 = "SELECT count(*) FROM voice WHERE answered_ms IS NULL AND state IN ('heard', 'referred') AND heard_ms < $1";
    read WAITING: Waiting = "SELECT matter_id, office_id, count(*), min(heard_ms) FROM voice WHERE answered_ms IS NULL \
        AND state IN ('heard', 'referred') AND heard_ms < $1 GROUP BY matter_id, office_id ORDER BY min(heard_ms) LIMIT $2";
    read BY_CHANNEL: (String, i64) = "SELECT channel, n FROM voice_year WHERE year = $1 ORDER BY n DESC, channel LIMIT 100";
    read PHOTO: (i64, i64) = "SELECT count(*), coalesce(CAST(sum(CASE WHEN state IN ('heard', 'referred') THEN 1 ELSE 0 END) AS BIGINT), 0) \
        FROM voice WHERE photo = $1";
    read BY_PLACE: PlaceHeard = "SELECT place_id, CAST(sum(CASE WHEN year = $1 THEN n ELSE 0 END) AS BIGINT), max(last_ms) \
        FROM voice_place GROUP BY place_id ORDER BY place_id LIMIT 20000";
}

/// Ids as the JSON list of hexadecimal numbers that the statements with `json_each` take.
pub(crate) fn id_list(ids: impl IntoIterator<Item = impl std::fmt::Display>) -> String {
    let quoted: Vec<String> = ids.into_iter().map(|id| format!("\"{id}\"")).collect();
    format!("[{}]", quoted.join(","))
}

const IN_PLACES: Condition = Condition {
    name: "places",
    sqlite: "place_id IN (SELECT unhex(value) FROM json_each($?))",
    postgres: "place_id IN (SELECT decode(e, 'hex') FROM json_array_elements_text(CAST(CAST($? AS TEXT) AS json)) AS e)",
};
const CHANNEL: Condition = Condition::new("channel", "channel = $?");
const LANG: Condition = Condition::new("lang", "lang = $?");
/// Continues below a voice, newest first; the voice by its number.
const BEFORE: Condition = Condition::new(
    "before",
    "(heard_ms, number) < (SELECT b.heard_ms, b.number FROM voice b WHERE b.number = $?)",
);
/// Continues below a voice, oldest first.
const AFTER: Condition = Condition::new(
    "after",
    "(heard_ms, number) > (SELECT b.heard_ms, b.number FROM voice b WHERE b.number = $?)",
);
const OF_MATTER_ID: Condition = Condition::new("matter", "matter_id = $?");
const SINCE: Condition = Condition::new("since", "heard_ms >= $?");
const UNTIL: Condition = Condition::new("until", "heard_ms < $?");
const OF_STATE: Condition = Condition::new("state", "state = $?");
const OF_OFFICE: Condition = Condition::new("office", "office_id = $?");
const NEWEST: (&str, &str) = ("newest", "ORDER BY heard_ms DESC, number DESC");
const OLDEST: (&str, &str) = ("oldest", "ORDER BY heard_ms, number");

/// All voices, for the public list.
pub(crate) const LIST: Filtered<Voice> = Filtered {
    name: "LIST",
    head: "SELECT id, number, channel, lang, kind, text, place_id, place_words, party_id, photo, heard_ms, \
        entered_by, matter_id, joined_ms, answered_ms, office_id, state, state_reason, version, has_contact FROM voice WHERE 1 = 1",
    conditions: &[OF_MATTER_ID, SINCE, UNTIL, CHANNEL, LANG, IN_PLACES, BEFORE],
    orders: &[NEWEST],
    row: PhantomData,
};

/// Voices that have no answer and were heard before a moment, the longest waiting first.
pub(crate) const UNANSWERED: Filtered<Voice> = Filtered {
    name: "UNANSWERED",
    head: "SELECT id, number, channel, lang, kind, text, place_id, place_words, party_id, photo, heard_ms, \
        entered_by, matter_id, joined_ms, answered_ms, office_id, state, state_reason, version, has_contact FROM voice WHERE answered_ms IS NULL AND state IN ('heard', 'referred')",
    conditions: &[
        Condition::new("heard-before", "heard_ms < $?"),
        OF_MATTER_ID,
        SINCE,
        UNTIL,
        CHANNEL,
        LANG,
        IN_PLACES,
        AFTER,
    ],
    orders: &[OLDEST],
    row: PhantomData,
};

/// One row for each voice of the public list, for counting.
pub(crate) const FITTING: Filtered<i64> = Filtered {
    name: "FITTING",
    head: "SELECT number FROM voice WHERE 1 = 1",
    conditions: &[OF_MATTER_ID, SINCE, UNTIL, CHANNEL, LANG, IN_PLACES],
    orders: &[NEWEST],
    row: PhantomData,
};

/// One row for each voice that waits for an answer, for counting.
pub(crate) const FITTING_UNANSWERED: Filtered<i64> = Filtered {
    name: "FITTING_UNANSWERED",
    head: "SELECT number FROM voice WHERE answered_ms IS NULL AND state IN ('heard', 'referred')",
    conditions: &[
        Condition::new("heard-before", "heard_ms < $?"),
        OF_MATTER_ID,
        SINCE,
        UNTIL,
        CHANNEL,
        LANG,
        IN_PLACES,
    ],
    orders: &[OLDEST],
    row: PhantomData,
};

/// Voices that nobody has sorted, oldest first.
pub(crate) const INBOX: Filtered<Voice> = Filtered {
    name: "INBOX",
    head: "SELECT id, number, channel, lang, kind, text, place_id, place_words, party_id, photo, heard_ms, \
        entered_by, matter_id, joined_ms, answered_ms, office_id, state, state_reason, version, has_contact FROM voice WHERE matter_id IS NULL AND answered_ms IS NULL AND state IN ('heard', 'referred')",
    conditions: &[OF_STATE, OF_OFFICE, CHANNEL, LANG, IN_PLACES, AFTER],
    orders: &[OLDEST],
    row: PhantomData,
};

/// How many they are.
pub(crate) const INBOX_COUNT: Filtered<i64> = Filtered {
    name: "INBOX_COUNT",
    head: "SELECT count(*) FROM voice WHERE matter_id IS NULL AND answered_ms IS NULL AND state IN ('heard', 'referred')",
    conditions: &[OF_STATE, OF_OFFICE, CHANNEL, LANG, IN_PLACES],
    orders: &[("", "")],
    row: PhantomData,
};

/// The voices of a matter, oldest first.
pub(crate) const OF_MATTER: Filtered<Voice> = Filtered {
    name: "OF_MATTER",
    head: "SELECT id, number, channel, lang, kind, text, place_id, place_words, party_id, photo, heard_ms, \
        entered_by, matter_id, joined_ms, answered_ms, office_id, state, state_reason, version, has_contact FROM voice WHERE 1 = 1",
    conditions: &[OF_MATTER_ID, AFTER],
    orders: &[OLDEST],
    row: PhantomData,
};

/// The lists with filters, for the test that prepares every combination.
pub(crate) const LISTS: &[&dyn FilteredList] = &[
    &LIST,
    &FITTING,
    &UNANSWERED,
    &FITTING_UNANSWERED,
    &INBOX,
    &INBOX_COUNT,
    &OF_MATTER,
];
