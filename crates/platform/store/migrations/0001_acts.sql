-- The log. Rows are only ever added; `reason` and `reason_salt` alone may be emptied later (see kapok-log).
-- `tree_index` is the act's place in the Merkle tree, given by the sequencer after commit.
CREATE TABLE act (
    id BYTEA PRIMARY KEY,
    at_ms BIGINT NOT NULL,
    kind TEXT NOT NULL,
    actor_kind TEXT NOT NULL,
    actor_id BYTEA,
    actor_name TEXT NOT NULL,
    actor_office TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id BYTEA NOT NULL,
    matter_id BYTEA,
    place_id BYTEA,
    office_id BYTEA,
    reason TEXT,
    reason_salt BYTEA,
    detail TEXT NOT NULL,
    leaf_hash BYTEA NOT NULL,
    tree_index BIGINT UNIQUE
);
CREATE INDEX act_by_time ON act (at_ms, id);
CREATE INDEX act_by_matter ON act (matter_id, at_ms, id);
CREATE INDEX act_by_subject ON act (subject_id, at_ms);
CREATE INDEX act_by_kind ON act (kind, at_ms, id);
CREATE INDEX act_by_office ON act (office_id, at_ms, id);
