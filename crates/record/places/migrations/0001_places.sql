-- The tree of places. `key` is the city's own short name for a place and never changes; `geometry` is well-known text
-- in degrees, longitude first; `deprivation` is 0 (none) to 100.
CREATE TABLE place (
    id BYTEA NOT NULL PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    parent_id BYTEA REFERENCES place (id),
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    population BIGINT,
    deprivation BIGINT,
    geometry TEXT,
    position BIGINT NOT NULL
);
CREATE INDEX place_by_position ON place (position, key);
CREATE INDEX place_by_parent ON place (parent_id);
