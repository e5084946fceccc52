-- The tree over the log (see kapok-log). One row, with id 1: how many acts have their place, and the roots of the complete
-- subtrees at the right edge. The sequencer holds this row while it works, so there is one sequencer at a time.
CREATE TABLE tree (
    id BIGINT PRIMARY KEY,
    size BIGINT NOT NULL,
    roots BYTEA NOT NULL,
    at_ms BIGINT NOT NULL
);
-- Roots of full tiles, as they stand in the tiles of the level above. The hashes of level 0 stand with the acts.
CREATE TABLE tree_hash (
    level BIGINT NOT NULL,
    number BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    PRIMARY KEY (level, number)
);
-- What was signed: the last of each minute.
CREATE TABLE checkpoint (
    size BIGINT PRIMARY KEY,
    at_ms BIGINT NOT NULL,
    note TEXT NOT NULL
);
CREATE INDEX checkpoint_by_time ON checkpoint (at_ms);
-- The digest of a reason whose words and salt were taken out.
ALTER TABLE act ADD COLUMN reason_digest BYTEA;
CREATE INDEX act_waiting ON act (at_ms, id) WHERE tree_index IS NULL;
