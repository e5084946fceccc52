-- Forms of staff that were carried out: the same form sent again is not carried out again. Kept as long as a form is good.
CREATE TABLE sending (
    key BYTEA PRIMARY KEY,
    at_ms BIGINT NOT NULL
);
CREATE INDEX sending_by_time ON sending (at_ms);

-- A fingerprint of the key that seals contact data, so that the server never starts with another one. One row, with id 1.
CREATE TABLE key_print (
    id BIGINT PRIMARY KEY,
    print BYTEA NOT NULL
);
