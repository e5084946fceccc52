-- What became of a matter: numbers with their baseline, what residents say, what the city learned. How many say what
-- since the last finish is counted on the matter's own row.
CREATE TABLE indicator (
    id BYTEA PRIMARY KEY,
    matter_id BYTEA NOT NULL,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    baseline DOUBLE PRECISION NOT NULL,
    baseline_source TEXT NOT NULL,
    target DOUBLE PRECISION,
    value DOUBLE PRECISION,
    value_source TEXT NOT NULL,
    better TEXT NOT NULL,
    lang TEXT NOT NULL,
    measured_ms BIGINT NOT NULL,
    version BIGINT NOT NULL,
    UNIQUE (matter_id, name)
);

-- Every value that was measured, also those that a later one replaced.
CREATE TABLE indicator_value (
    id BYTEA PRIMARY KEY,
    indicator_id BYTEA NOT NULL,
    value DOUBLE PRECISION NOT NULL,
    source TEXT NOT NULL,
    party_id BYTEA,
    author TEXT NOT NULL,
    at_ms BIGINT NOT NULL
);
CREATE INDEX indicator_value_by_indicator ON indicator_value (indicator_id, at_ms, id);

-- What residents say: done or not-yet. One row per form that was sent, however often it was sent.
CREATE TABLE outcome_check (
    id BYTEA PRIMARY KEY,
    matter_id BYTEA NOT NULL,
    says TEXT NOT NULL,
    words TEXT NOT NULL,
    lang TEXT NOT NULL,
    hidden BIGINT NOT NULL,
    at_ms BIGINT NOT NULL,
    form_key BYTEA UNIQUE
);
CREATE INDEX outcome_check_by_matter ON outcome_check (matter_id, at_ms, id);

-- What the city learned, once the result can be compared with what was promised. After a reopening there is another.
CREATE TABLE evaluation (
    id BYTEA PRIMARY KEY,
    matter_id BYTEA NOT NULL,
    text TEXT NOT NULL,
    lang TEXT NOT NULL,
    party_id BYTEA,
    author TEXT NOT NULL,
    at_ms BIGINT NOT NULL
);
CREATE INDEX evaluation_by_matter ON evaluation (matter_id, at_ms, id);

-- The result is looked at again after 1, 3 and 5 years.
CREATE TABLE recheck (
    matter_id BYTEA NOT NULL,
    matter_number BIGINT NOT NULL,
    years BIGINT NOT NULL,
    due TEXT NOT NULL,
    done_ms BIGINT,
    PRIMARY KEY (matter_id, years)
);
CREATE INDEX recheck_by_due ON recheck (due, matter_id);
