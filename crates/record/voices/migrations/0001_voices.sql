-- Voices: one input in someone's own words, from any channel. Contact data lies in a table of its own, sealed.

CREATE TABLE voice (
    id BYTEA NOT NULL PRIMARY KEY,
    number BIGINT NOT NULL UNIQUE,
    code_hash BYTEA NOT NULL UNIQUE,
    form_key BYTEA UNIQUE,
    channel TEXT NOT NULL,
    lang TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    place_id BYTEA,
    place_words TEXT NOT NULL,
    party_id BYTEA,
    photo TEXT,
    heard_ms BIGINT NOT NULL,
    entered_by BYTEA,
    matter_id BYTEA,
    joined_ms BIGINT,
    answered_ms BIGINT,
    office_id BYTEA,
    office_reason TEXT NOT NULL,
    state TEXT NOT NULL,
    state_reason TEXT NOT NULL,
    version BIGINT NOT NULL,
    has_contact BIGINT NOT NULL
);
-- office_id, office_reason: the office it was referred to, and why; also while it is hidden, to be restored.
CREATE INDEX voice_photo ON voice (photo);
CREATE INDEX voice_by_time ON voice (heard_ms, number);
CREATE INDEX voice_by_channel ON voice (channel, heard_ms, number);
CREATE INDEX voice_by_lang ON voice (lang, heard_ms, number);
CREATE INDEX voice_by_place ON voice (place_id, heard_ms, number);
CREATE INDEX voice_by_matter ON voice (matter_id, heard_ms, number);
CREATE INDEX voice_inbox ON voice (heard_ms, number) WHERE matter_id IS NULL AND answered_ms IS NULL AND state IN ('heard', 'referred');
CREATE INDEX voice_unanswered ON voice (heard_ms, number) WHERE answered_ms IS NULL AND state IN ('heard', 'referred');

-- What a voice said before its author changed it. Shown to whoever has the code, to nobody else.
CREATE TABLE voice_version (
    voice_id BYTEA NOT NULL REFERENCES voice (id),
    version BIGINT NOT NULL,
    text TEXT NOT NULL,
    place_words TEXT NOT NULL,
    at_ms BIGINT NOT NULL,
    PRIMARY KEY (voice_id, version)
);

-- How to reach the author. kind: email phone post. wants_ms: since when a mail is due. purge_ms: when it is deleted.
CREATE TABLE voice_contact (
    voice_id BYTEA NOT NULL PRIMARY KEY REFERENCES voice (id),
    kind TEXT NOT NULL,
    sealed BYTEA NOT NULL,
    wants_ms BIGINT,
    purge_ms BIGINT
);
CREATE INDEX voice_contact_due ON voice_contact (wants_ms, voice_id) WHERE wants_ms IS NOT NULL AND kind = 'email';
CREATE INDEX voice_contact_purge ON voice_contact (purge_ms, voice_id) WHERE purge_ms IS NOT NULL;

-- An office's answer to one voice. Answers to all voices of a matter lie with the matter.
CREATE TABLE voice_answer (
    id BYTEA NOT NULL PRIMARY KEY,
    voice_id BYTEA NOT NULL REFERENCES voice (id),
    party_id BYTEA,
    author TEXT NOT NULL,
    text TEXT NOT NULL,
    lang TEXT NOT NULL,
    at_ms BIGINT NOT NULL
);
CREATE INDEX voice_answer_by_voice ON voice_answer (voice_id, at_ms, id);

-- The last number given to a voice.
CREATE TABLE voice_number (
    id BIGINT NOT NULL PRIMARY KEY,
    n BIGINT NOT NULL
);
INSERT INTO voice_number (id, n) VALUES (1, 0);

-- Voices heard in a year of the city's calendar, by channel.
CREATE TABLE voice_year (
    year BIGINT NOT NULL,
    channel TEXT NOT NULL,
    n BIGINT NOT NULL,
    PRIMARY KEY (year, channel)
);

-- Voices heard in a year, by place, and when the last of them reached the city.
CREATE TABLE voice_place (
    place_id BYTEA NOT NULL,
    year BIGINT NOT NULL,
    n BIGINT NOT NULL,
    last_ms BIGINT NOT NULL,
    PRIMARY KEY (place_id, year)
);
