-- Matters, their counters, their answers and what is asked of offices.

CREATE TABLE matter (
    id BYTEA NOT NULL PRIMARY KEY,
    number BIGINT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    lang TEXT NOT NULL,
    place_id BYTEA,
    topic TEXT NOT NULL,
    level TEXT NOT NULL,
    field TEXT NOT NULL,
    state TEXT NOT NULL,
    state_ms BIGINT NOT NULL,
    lead_id BYTEA,
    urgency BIGINT NOT NULL,
    safety BIGINT NOT NULL,
    equity BIGINT NOT NULL,
    deprived BIGINT NOT NULL,
    voice_count BIGINT NOT NULL,
    voice_points BIGINT NOT NULL,
    first_heard_ms BIGINT NOT NULL,
    first_day BIGINT NOT NULL,
    created_ms BIGINT NOT NULL,
    opened_ms BIGINT,
    reply_by TEXT,
    answered_ms BIGINT,
    merged_into BYTEA,
    referred_to TEXT NOT NULL,
    done_count BIGINT NOT NULL,
    not_yet_count BIGINT NOT NULL,
    rank_key BIGINT NOT NULL,
    followers BIGINT NOT NULL,
    version BIGINT NOT NULL,
    step TEXT NOT NULL,
    listing BIGINT NOT NULL
);
-- listing: 2 waits for a decision and is ranked, 1 is past it, 0 is left out of lists (merged, undone).
CREATE INDEX matter_rank ON matter (listing, rank_key, number);
CREATE INDEX matter_size ON matter (voice_count, number);
CREATE INDEX matter_state ON matter (state, number);
CREATE INDEX matter_step ON matter (step, number);
CREATE INDEX matter_topic ON matter (topic, number);
CREATE INDEX matter_lead ON matter (lead_id, reply_by);
CREATE INDEX matter_reply ON matter (listing, reply_by);

CREATE TABLE matter_number (
    id BIGINT NOT NULL PRIMARY KEY,
    n BIGINT NOT NULL
);
INSERT INTO matter_number (id, n) VALUES (1, 0);

CREATE TABLE matter_channel (
    matter_id BYTEA NOT NULL,
    channel TEXT NOT NULL,
    n BIGINT NOT NULL,
    PRIMARY KEY (matter_id, channel)
);

CREATE TABLE matter_lang (
    matter_id BYTEA NOT NULL,
    lang TEXT NOT NULL,
    n BIGINT NOT NULL,
    PRIMARY KEY (matter_id, lang)
);

-- How many voices came from which place.
CREATE TABLE matter_place (
    matter_id BYTEA NOT NULL,
    place_id BYTEA NOT NULL,
    n BIGINT NOT NULL,
    PRIMARY KEY (matter_id, place_id)
);

-- The matter's own place and every place around it, for the filter by place and the map.
CREATE TABLE matter_within (
    place_id BYTEA NOT NULL,
    matter_id BYTEA NOT NULL,
    PRIMARY KEY (place_id, matter_id)
);
CREATE INDEX matter_within_matter ON matter_within (matter_id);

CREATE TABLE matter_partner (
    matter_id BYTEA NOT NULL,
    party_id BYTEA NOT NULL,
    asked TEXT NOT NULL,
    state TEXT NOT NULL,
    asked_ms BIGINT NOT NULL,
    replied_ms BIGINT,
    note TEXT NOT NULL,
    PRIMARY KEY (matter_id, party_id, asked)
);
CREATE INDEX matter_partner_party ON matter_partner (party_id, state, asked_ms);
CREATE INDEX matter_partner_state ON matter_partner (state, asked_ms);

CREATE TABLE matter_answer (
    id BYTEA NOT NULL PRIMARY KEY,
    matter_id BYTEA NOT NULL,
    party_id BYTEA,
    author TEXT NOT NULL,
    text TEXT NOT NULL,
    lang TEXT NOT NULL,
    at_ms BIGINT NOT NULL
);
CREATE INDEX matter_answer_matter ON matter_answer (matter_id, at_ms);

CREATE TABLE appeal (
    id BYTEA NOT NULL PRIMARY KEY,
    matter_id BYTEA NOT NULL,
    form_key BYTEA UNIQUE,
    grounds TEXT NOT NULL,
    against TEXT NOT NULL,
    at_ms BIGINT NOT NULL,
    state TEXT NOT NULL,
    ruling TEXT NOT NULL,
    ruled_ms BIGINT
);
CREATE INDEX appeal_matter ON appeal (matter_id, at_ms);
CREATE INDEX appeal_state ON appeal (state, at_ms);

CREATE TABLE weights (
    id BIGINT NOT NULL PRIMARY KEY,
    voices BIGINT NOT NULL,
    urgency BIGINT NOT NULL,
    safety BIGINT NOT NULL,
    equity BIGINT NOT NULL,
    age BIGINT NOT NULL
);
INSERT INTO weights (id, voices, urgency, safety, equity, age) VALUES (1, 2, 3, 4, 2, 1);

CREATE TABLE matter_follow (
    id BYTEA NOT NULL PRIMARY KEY,
    matter_id BYTEA NOT NULL,
    sealed BYTEA NOT NULL,
    email_hash BYTEA NOT NULL,
    token_hash BYTEA NOT NULL UNIQUE,
    lang TEXT NOT NULL,
    confirmed BIGINT NOT NULL,
    at_ms BIGINT NOT NULL,
    UNIQUE (matter_id, email_hash)
);

-- One joining, splitting, merging or beginning, so that whoever did it can undo it. The id is that of its act.
CREATE TABLE sorting (
    id BYTEA NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    account_id BYTEA,
    matter_id BYTEA NOT NULL,
    other_id BYTEA,
    state_before TEXT NOT NULL,
    at_ms BIGINT NOT NULL,
    undone BIGINT NOT NULL
);
CREATE INDEX sorting_matter ON sorting (matter_id, at_ms);
CREATE INDEX sorting_other ON sorting (other_id, at_ms);
CREATE INDEX sorting_account ON sorting (account_id, at_ms);

CREATE TABLE sorting_voice (
    sorting_id BYTEA NOT NULL,
    voice_id BYTEA NOT NULL,
    PRIMARY KEY (sorting_id, voice_id)
);

-- How many matters stand where, for the front page.
CREATE TABLE state_count (
    state TEXT NOT NULL PRIMARY KEY,
    n BIGINT NOT NULL
);

-- Full text: the tokens of title, summary and first voices, made by the text engine.
-- sqlite: CREATE VIRTUAL TABLE matter_text USING fts5(tokens, tokenize = 'ascii');
-- postgres: CREATE TABLE matter_text (number BIGINT NOT NULL PRIMARY KEY, tokens TEXT NOT NULL, words TSVECTOR NOT NULL);
-- postgres: CREATE INDEX matter_text_words ON matter_text USING GIN (words);
