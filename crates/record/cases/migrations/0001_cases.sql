-- Topics of cases: stable ids, so that no order of headings and no second name can make a second topic.
CREATE TABLE case_topic (
    id TEXT PRIMARY KEY,
    position BIGINT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    description TEXT NOT NULL
);
CREATE TABLE case_topic_alias (
    alias TEXT PRIMARY KEY,
    topic TEXT NOT NULL
);

-- A case. `stage`, `year` and `sort` are computed from the facts in case_stage and kept here for filters and order.
-- `number` names the case in the full-text table.
CREATE TABLE case_entry (
    id BYTEA PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    number BIGINT NOT NULL UNIQUE,
    origin TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    lang TEXT NOT NULL,
    city TEXT NOT NULL,
    country TEXT NOT NULL,
    country_code TEXT NOT NULL,
    region TEXT NOT NULL,
    topic TEXT NOT NULL,
    topic_basis TEXT NOT NULL,
    stage TEXT NOT NULL,
    year BIGINT,
    sort BIGINT NOT NULL,
    report_ref TEXT NOT NULL,
    external_source TEXT NOT NULL,
    note TEXT NOT NULL,
    matter_id BYTEA UNIQUE,
    version BIGINT NOT NULL,
    at_ms BIGINT NOT NULL
);
CREATE INDEX case_by_sort ON case_entry (sort);
CREATE INDEX case_by_topic ON case_entry (topic, sort);
CREATE INDEX case_by_region ON case_entry (region, sort);
CREATE INDEX case_by_country ON case_entry (country_code, sort);
CREATE INDEX case_by_stage ON case_entry (stage, sort);
CREATE INDEX case_by_year ON case_entry (year, sort);
CREATE INDEX case_by_origin ON case_entry (origin, sort);

-- Numbers for cases.
CREATE TABLE case_number (
    id BIGINT PRIMARY KEY,
    n BIGINT NOT NULL
);
INSERT INTO case_number (id, n) VALUES (1, 0);

-- What happened to a case in an award or here: each a fact with its year and its source. `words` is the source's wording.
CREATE TABLE case_stage (
    case_id BYTEA NOT NULL,
    position BIGINT NOT NULL,
    stage TEXT NOT NULL,
    scope TEXT NOT NULL,
    year BIGINT,
    words TEXT NOT NULL,
    source TEXT NOT NULL,
    url TEXT NOT NULL,
    recorded_ms BIGINT NOT NULL,
    PRIMARY KEY (case_id, position)
);
CREATE INDEX case_stage_by_stage ON case_stage (stage, scope, year);

-- Other titles of a case.
CREATE TABLE case_alias (
    case_id BYTEA NOT NULL,
    alias TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (case_id, alias)
);

-- The parts of a write-up.
CREATE TABLE case_section (
    case_id BYTEA NOT NULL,
    section TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (case_id, section)
);

-- What a case said before it was changed. `body` is the old row with its parts, as JSON.
CREATE TABLE case_version (
    case_id BYTEA NOT NULL,
    version BIGINT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    body TEXT NOT NULL,
    at_ms BIGINT NOT NULL,
    PRIMARY KEY (case_id, version)
);

-- Full text: tokens made by kapok-text.
-- sqlite:CREATE VIRTUAL TABLE case_text USING fts5(tokens, tokenize = 'ascii');
-- postgres:CREATE TABLE case_text (rowid BIGINT PRIMARY KEY, tokens TSVECTOR NOT NULL);
-- postgres:CREATE INDEX case_text_tokens ON case_text USING gin (tokens);
