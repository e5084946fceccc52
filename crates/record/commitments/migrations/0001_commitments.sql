-- Who does what by when. `finished` and `finished_ms` go together; `moves` and `partners` count the rows below.
CREATE TABLE commitment (
    id BYTEA PRIMARY KEY,
    number BIGINT NOT NULL UNIQUE,
    matter_id BYTEA NOT NULL,
    matter_number BIGINT NOT NULL,
    decision_id BYTEA,
    title TEXT NOT NULL,
    lang TEXT NOT NULL,
    lead_id BYTEA NOT NULL,
    due TEXT NOT NULL,
    first_due TEXT NOT NULL,
    money BIGINT,
    spent BIGINT NOT NULL,
    people BIGINT,
    percent BIGINT NOT NULL,
    finished BIGINT NOT NULL,
    made_ms BIGINT NOT NULL,
    finished_ms BIGINT,
    evidence TEXT NOT NULL,
    case_id BYTEA,
    partners BIGINT NOT NULL,
    moves BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX commitment_by_matter ON commitment (matter_id, number);
CREATE INDEX commitment_by_due ON commitment (finished, due, number);
CREATE INDEX commitment_by_lead ON commitment (lead_id, finished, due, number);
CREATE INDEX commitment_by_case ON commitment (case_id, number);

-- Departments and partners beside the lead.
CREATE TABLE commitment_party (
    commitment_id BYTEA NOT NULL,
    party_id BYTEA NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (commitment_id, party_id)
);
CREATE INDEX commitment_party_by_party ON commitment_party (party_id, commitment_id);

-- Every date that was promised before, and why it changed.
CREATE TABLE commitment_move (
    id BYTEA PRIMARY KEY,
    commitment_id BYTEA NOT NULL,
    from_due TEXT NOT NULL,
    to_due TEXT NOT NULL,
    reason TEXT NOT NULL,
    author TEXT NOT NULL,
    party_id BYTEA,
    at_ms BIGINT NOT NULL
);
CREATE INDEX commitment_move_by_commitment ON commitment_move (commitment_id, at_ms, id);

-- What was reported. `kind` is progress, finished or reopened.
CREATE TABLE commitment_update (
    id BYTEA PRIMARY KEY,
    commitment_id BYTEA NOT NULL,
    kind TEXT NOT NULL,
    percent BIGINT NOT NULL,
    spent BIGINT NOT NULL,
    text TEXT NOT NULL,
    lang TEXT NOT NULL,
    photo TEXT,
    photo_width BIGINT,
    photo_height BIGINT,
    party_id BYTEA,
    author TEXT NOT NULL,
    form_key BYTEA UNIQUE,
    at_ms BIGINT NOT NULL
);
CREATE INDEX commitment_update_by_commitment ON commitment_update (commitment_id, at_ms, id);

-- Counters per leading office.
CREATE TABLE commitment_office (
    office_id BYTEA PRIMARY KEY,
    made BIGINT NOT NULL,
    finished BIGINT NOT NULL
);

-- The last number given, in the row with id 1.
CREATE TABLE commitment_number (
    id BIGINT PRIMARY KEY,
    n BIGINT NOT NULL
);
