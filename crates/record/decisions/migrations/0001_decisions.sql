-- What was decided about a matter, by whom and why. A matter that was reopened by an appeal may have several.
CREATE TABLE decision (
    id BYTEA PRIMARY KEY,
    matter_id BYTEA NOT NULL,
    result TEXT NOT NULL,
    text TEXT NOT NULL,
    reasons TEXT NOT NULL,
    basis TEXT NOT NULL,
    lang TEXT NOT NULL,
    party_id BYTEA,
    author TEXT NOT NULL,
    decided_ms BIGINT NOT NULL,
    appeal_until TEXT NOT NULL
);
CREATE INDEX decision_by_matter ON decision (matter_id, decided_ms, id);
