-- Sessions of the award. Entries, cities and countries are counted apart; NULL is unknown. There is no column for winners
-- and none for a total: both are computed.
CREATE TABLE award_session (
    id TEXT PRIMARY KEY,
    number BIGINT NOT NULL UNIQUE,
    year BIGINT NOT NULL UNIQUE,
    submissions BIGINT,
    cities BIGINT,
    countries BIGINT,
    longlist BIGINT,
    shortlist BIGINT,
    report_ref TEXT NOT NULL,
    note TEXT NOT NULL,
    external_note TEXT NOT NULL
);
-- Entries of a session by region; a session without rows has unknown regions.
CREATE TABLE session_region (
    year BIGINT NOT NULL,
    region TEXT NOT NULL,
    n BIGINT NOT NULL,
    PRIMARY KEY (year, region)
);
CREATE TABLE workshop (
    id TEXT PRIMARY KEY,
    number BIGINT NOT NULL UNIQUE,
    year BIGINT NOT NULL UNIQUE,
    theme TEXT NOT NULL,
    participants BIGINT,
    participants_at_least BIGINT,
    cities BIGINT,
    countries BIGINT,
    named_cities TEXT NOT NULL,
    report_ref TEXT NOT NULL,
    note TEXT NOT NULL
);
-- Entries by topic. `years` names the sessions counted together, first and last with a hyphen; NULL is unknown.
CREATE TABLE topic_count (
    topic TEXT NOT NULL,
    position BIGINT NOT NULL,
    years TEXT NOT NULL,
    n BIGINT,
    report_ref TEXT NOT NULL,
    confidence TEXT NOT NULL,
    PRIMARY KEY (topic, years)
);
CREATE TABLE question (
    id TEXT PRIMARY KEY,
    position BIGINT NOT NULL UNIQUE,
    figure TEXT NOT NULL,
    wording TEXT NOT NULL
);
CREATE TABLE question_option (
    question_id TEXT NOT NULL,
    position BIGINT NOT NULL,
    wording TEXT NOT NULL,
    percent BIGINT,
    note TEXT NOT NULL,
    PRIMARY KEY (question_id, position)
);
-- What the report says in two ways, and what the record does about it.
CREATE TABLE discrepancy (
    id TEXT PRIMARY KEY,
    position BIGINT NOT NULL UNIQUE,
    what TEXT NOT NULL,
    place_a TEXT NOT NULL,
    value_a TEXT NOT NULL,
    place_b TEXT NOT NULL,
    value_b TEXT NOT NULL,
    consequence TEXT NOT NULL
);
