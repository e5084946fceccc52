//! All SQL of the room that changes something, and the counts. Lists and pages are in [`crate::reads`].

use kapok_store::ids::{AccountId, ActId, MatterId, PlaceId, VoiceId};
use kapok_store::{Migration, Schema, Statement, Tx, params, row, statements};

use crate::model::Matter;
use crate::priority::Weights;
use crate::replies::{Answer, Appeal, Partner};
use crate::state::State;
use crate::{beside, lists, reads};

/// The tables and statements of this room.
pub const SCHEMA: Schema = Schema {
    room: "matters",
    migrations: &[Migration {
        name: "matters/0001_matters",
        sql: include_str!("../migrations/0001_matters.sql"),
    }],
    statements: &STATEMENTS,
    lists: lists::LISTS,
};

const STATEMENTS: [&dyn Statement; ALL.len() + reads::ALL.len() + beside::ALL.len()] = {
    let mut out = [ALL[0]; ALL.len() + reads::ALL.len() + beside::ALL.len()];
    let mut at = 0;
    while at < out.len() {
        out[at] = if at < ALL.len() {
            ALL[at]
        } else if at < ALL.len() + reads::ALL.len() {
            reads::ALL[at - ALL.len()]
        } else {
            beside::ALL[at - ALL.len() - reads::ALL.len()]
        };
        at += 1;
    }
    out
};

/// The value of the column `listing`: see the migration.
pub(crate) mod listing {
    /// Left out of lists: merged, or begun and undone.
    pub const HIDDEN: i64 = 0;
    /// Past its decision, or out by a side exit.
    pub const PAST: i64 = 1;
    /// Waits for a decision; ranked.
    pub const RANKED: i64 = 2;
}

row! {
    /// A joining that may be undone.
    #[derive(Debug, Clone)]
    pub(crate) struct Sorting {
        pub id: ActId,
        pub kind: String,
        pub account: Option<AccountId>,
        pub matter: MatterId,
        pub other: Option<MatterId>,
        pub state_before: State,
        pub undone: bool,
    }
}

statements! {
    write NEXT_NUMBER: i64 = "UPDATE matter_number SET n = n + 1 WHERE id = 1 RETURNING n";
    write ADD = "INSERT INTO matter (id, number, title, summary, lang, place_id, topic, level, field, state, state_ms, \
        lead_id, urgency, safety, equity, deprived, voice_count, voice_points, first_heard_ms, first_day, created_ms, \
        opened_ms, reply_by, answered_ms, merged_into, referred_to, done_count, not_yet_count, rank_key, followers, \
        version, step, listing) VALUES ($1, $2, $3, $4, $5, $6, $7, '', '', $8, $9, NULL, 0, 0, 0, $10, 0, 0, $11, $12, \
        $9, NULL, NULL, NULL, NULL, '', 0, 0, 0, 0, 1, $13, 2)";
    write SET_VOICES = "UPDATE matter SET voice_count = $2, voice_points = $3, first_heard_ms = $4, first_day = $5, \
        rank_key = $6, reply_by = $7, version = version + 1 WHERE id = $1";
    write DESCRIBE = "UPDATE matter SET title = $2, summary = $3, place_id = $4, topic = $5, level = $6, field = $7, \
        urgency = $8, safety = $9, equity = $10, deprived = $11, lead_id = $12, rank_key = $13, lang = $14, \
        version = version + 1 WHERE id = $1";
    write MOVE = "UPDATE matter SET state = $2, step = $3, listing = $4, state_ms = $5, version = version + 1 \
        WHERE id = $1 AND state = $6";
    write LISTING = "UPDATE matter SET listing = $2 WHERE id = $1";
    write OPEN = "UPDATE matter SET opened_ms = coalesce(opened_ms, $2), reply_by = $3, version = version + 1 WHERE id = $1";
    write ANSWERED = "UPDATE matter SET answered_ms = coalesce(answered_ms, $2), version = version + 1 WHERE id = $1";
    write MERGED_INTO = "UPDATE matter SET merged_into = $2, version = version + 1 WHERE id = $1";
    write REFERRED_TO = "UPDATE matter SET referred_to = $2, version = version + 1 WHERE id = $1";
    write LEAD = "UPDATE matter SET lead_id = $2, version = version + 1 WHERE id = $1";
    write RANK = "UPDATE matter SET rank_key = $2 WHERE id = $1";
    write CLEAR_CHECKS = "UPDATE matter SET done_count = 0, not_yet_count = 0 WHERE id = $1";
    write CHECKED: (i64, i64) = "UPDATE matter SET done_count = done_count + $2, not_yet_count = not_yet_count + $3, \
        version = version + 1 WHERE id = $1 RETURNING done_count, not_yet_count";

    write COUNT_STATE = "INSERT INTO state_count (state, n) VALUES ($1, $2) \
        ON CONFLICT (state) DO UPDATE SET n = state_count.n + $2";
    write COUNT_CHANNEL = "INSERT INTO matter_channel (matter_id, channel, n) VALUES ($1, $2, $3) \
        ON CONFLICT (matter_id, channel) DO UPDATE SET n = matter_channel.n + $3";
    write COUNT_LANG = "INSERT INTO matter_lang (matter_id, lang, n) VALUES ($1, $2, $3) \
        ON CONFLICT (matter_id, lang) DO UPDATE SET n = matter_lang.n + $3";
    write COUNT_PLACE = "INSERT INTO matter_place (matter_id, place_id, n) VALUES ($1, $2, $3) \
        ON CONFLICT (matter_id, place_id) DO UPDATE SET n = matter_place.n + $3";
    write NO_CHANNEL = "DELETE FROM matter_channel WHERE matter_id = $1 AND n <= 0";
    write NO_LANG = "DELETE FROM matter_lang WHERE matter_id = $1 AND n <= 0";
    write NO_PLACE = "DELETE FROM matter_place WHERE matter_id = $1 AND n <= 0";
    write WITHIN_CLEAR = "DELETE FROM matter_within WHERE matter_id = $1";
    write WITHIN_ADD = "INSERT INTO matter_within (place_id, matter_id) VALUES ($1, $2) ON CONFLICT (place_id, matter_id) DO NOTHING";

    write TEXT_CLEAR = sqlite "DELETE FROM matter_text WHERE rowid = $1" postgres "DELETE FROM matter_text WHERE number = $1";
    write TEXT_ADD = sqlite "INSERT INTO matter_text (rowid, tokens) VALUES ($1, $2)"
        postgres "INSERT INTO matter_text (number, tokens, words) \
            VALUES ($1, CAST($2 AS TEXT), array_to_tsvector(string_to_array(CAST($2 AS TEXT), ' ')))";

    write ASK = "INSERT INTO matter_partner (matter_id, party_id, asked, state, asked_ms, replied_ms, note) \
        VALUES ($1, $2, $3, 'asked', $4, NULL, $5) ON CONFLICT (matter_id, party_id, asked) \
        DO UPDATE SET state = 'asked', asked_ms = $4, replied_ms = NULL, note = $5";
    write REPLY = "UPDATE matter_partner SET state = $4, replied_ms = $5, note = $6 \
        WHERE matter_id = $1 AND party_id = $2 AND asked = $3 AND state = 'asked'";
    read PARTNERS: Partner = "SELECT party_id, asked, state, asked_ms, replied_ms, note FROM matter_partner \
        WHERE matter_id = $1 ORDER BY asked_ms, party_id";

    write ADD_ANSWER = "INSERT INTO matter_answer (id, matter_id, party_id, author, text, lang, at_ms) \
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    read LAST_ANSWER: jiff::Timestamp = "SELECT at_ms FROM matter_answer WHERE matter_id = $1 ORDER BY at_ms DESC LIMIT 1";
    read ANSWERS: Answer = "SELECT id, party_id, author, text, lang, at_ms FROM matter_answer \
        WHERE matter_id = $1 ORDER BY at_ms, id LIMIT 100";

    write ADD_APPEAL = "INSERT INTO appeal (id, matter_id, form_key, grounds, against, at_ms, state, ruling, ruled_ms) \
        VALUES ($1, $2, $3, $4, $5, $6, 'open', '', NULL)";
    write RULE = "UPDATE appeal SET state = $2, ruling = $3, ruled_ms = $4 WHERE id = $1 AND state = 'open'";
    read APPEAL: Appeal = "SELECT id, matter_id, grounds, against, at_ms, state, ruling, ruled_ms FROM appeal WHERE id = $1 FOR UPDATE";
    read APPEAL_BY_KEY: Appeal = "SELECT id, matter_id, grounds, against, at_ms, state, ruling, ruled_ms FROM appeal WHERE form_key = $1";
    read APPEALS: Appeal = "SELECT id, matter_id, grounds, against, at_ms, state, ruling, ruled_ms FROM appeal \
        WHERE matter_id = $1 ORDER BY at_ms, id LIMIT 100";
    read OPEN_APPEALS: Appeal = "SELECT id, matter_id, grounds, against, at_ms, state, ruling, ruled_ms FROM appeal \
        WHERE state = 'open' ORDER BY at_ms, id LIMIT $1";

    read WEIGHTS: Weights = "SELECT voices, urgency, safety, equity, age FROM weights WHERE id = 1";
    read WEIGHTS_HELD: Weights = "SELECT voices, urgency, safety, equity, age FROM weights WHERE id = 1 FOR UPDATE";
    write WEIGH = "UPDATE weights SET voices = $1, urgency = $2, safety = $3, equity = $4, age = $5 WHERE id = 1";
    write RANK_ALL = "UPDATE matter SET rank_key = (voice_points * $1 + urgency * $2 * 1000 + safety * $3 * 1000 \
        + (equity + deprived) * $4 * 1000) * 30 - first_day * $5 * 1000 WHERE listing = 2";

    write SORTING_ADD = "INSERT INTO sorting (id, kind, account_id, matter_id, other_id, state_before, at_ms, undone) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, 0)";
    write SORTING_VOICE = "INSERT INTO sorting_voice (sorting_id, voice_id) VALUES ($1, $2)";
    write SORTING_UNDO = "UPDATE sorting SET undone = 1 WHERE id = $1 AND undone = 0";
    read SORTING: Sorting = "SELECT id, kind, account_id, matter_id, other_id, state_before, undone FROM sorting WHERE id = $1 FOR UPDATE";
    read SORTING_VOICES: VoiceId = "SELECT voice_id FROM sorting_voice WHERE sorting_id = $1 ORDER BY voice_id";
    read LAST_SORTING: ActId = "SELECT id FROM sorting WHERE account_id = $1 AND undone = 0 AND at_ms >= $2 \
        ORDER BY at_ms DESC, id DESC LIMIT 1";
    read LAST_MERGE: Sorting = "SELECT id, kind, account_id, matter_id, other_id, state_before, undone FROM sorting \
        WHERE other_id = $1 AND kind = 'merge' AND undone = 0 ORDER BY at_ms DESC, id DESC LIMIT 1";

    chore FOLLOW = "INSERT INTO matter_follow (id, matter_id, sealed, email_hash, token_hash, lang, confirmed, at_ms) \
        VALUES ($1, $2, $3, $4, $5, $6, 0, $7) ON CONFLICT (matter_id, email_hash) DO NOTHING";
    read FOLLOWING: (ActId, bool) = "SELECT id, confirmed FROM matter_follow WHERE matter_id = $1 AND email_hash = $2";
    chore CONFIRM: MatterId = "UPDATE matter_follow SET confirmed = 1 WHERE token_hash = $1 AND confirmed = 0 RETURNING matter_id";
    read FOLLOWED: (MatterId, bool) = "SELECT matter_id, confirmed FROM matter_follow WHERE token_hash = $1";
    chore UNFOLLOW: (MatterId, bool) = "DELETE FROM matter_follow WHERE token_hash = $1 RETURNING matter_id, confirmed";
    chore FOLLOWERS = "UPDATE matter SET followers = followers + $2 WHERE id = $1";
    read FOLLOWER: (MatterId, Vec<u8>, String) = "SELECT matter_id, sealed, lang FROM matter_follow WHERE id = $1";
    read FOLLOWERS_OF: ActId = "SELECT id FROM matter_follow WHERE matter_id = $1 AND confirmed = 1 ORDER BY id";

    read CHANNELS: (String, i64) = "SELECT channel, n FROM matter_channel WHERE matter_id = $1 ORDER BY n DESC, channel";
    read LANGUAGES: (String, i64) = "SELECT lang, n FROM matter_lang WHERE matter_id = $1 ORDER BY n DESC, lang";
    read PLACES: (PlaceId, i64) = "SELECT place_id, n FROM matter_place WHERE matter_id = $1 ORDER BY n DESC, place_id";
}

/// Replaces the indexed text of a matter.
pub(crate) async fn index(tx: &mut Tx, matter: &Matter, voices: &str) -> kapok_store::Result<()> {
    let tokens = kapok_text::index_tokens(&format!("{}\n{}\n{voices}", matter.title, matter.summary));
    tx.run(&TEXT_CLEAR, params![matter.number]).await?;
    tx.run(&TEXT_ADD, params![matter.number, tokens]).await?;
    Ok(())
}

/// Replaces the places that a matter lies within.
pub(crate) async fn place_within(
    tx: &mut Tx,
    matter: MatterId,
    places: &[PlaceId],
) -> kapok_store::Result<()> {
    tx.run(&WITHIN_CLEAR, params![matter]).await?;
    for place in places {
        tx.run(&WITHIN_ADD, params![*place, matter]).await?;
    }
    Ok(())
}
