-- Parties, the accounts of staff, and who is signed in. `key` is the city's own short name for a party.
CREATE TABLE party (
    id BYTEA NOT NULL PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    about TEXT NOT NULL,
    place_id BYTEA,
    position BIGINT NOT NULL
);
CREATE INDEX party_by_position ON party (position, key);

-- `totp` is the secret of the second factor, sealed; `totp_step` is the last step whose code was used, so that no code
-- is taken twice.
CREATE TABLE account (
    id BYTEA NOT NULL PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    party_id BYTEA NOT NULL REFERENCES party (id),
    roles TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    totp BYTEA,
    totp_step BIGINT NOT NULL,
    active BIGINT NOT NULL,
    created_ms BIGINT NOT NULL
);
CREATE INDEX account_by_name ON account (name, id);
CREATE INDEX account_by_party ON account (party_id);

CREATE TABLE session (
    digest BYTEA NOT NULL PRIMARY KEY,
    account_id BYTEA NOT NULL REFERENCES account (id),
    created_ms BIGINT NOT NULL,
    seen_ms BIGINT NOT NULL,
    expires_ms BIGINT NOT NULL
);
CREATE INDEX session_by_account ON session (account_id, created_ms);
CREATE INDEX session_by_expiry ON session (expires_ms);
