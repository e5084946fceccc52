-- Tokens by which programs act for an account. Only the digest is kept; a revoked one stays, so that it can be looked up.
CREATE TABLE api_token (
    id BYTEA NOT NULL PRIMARY KEY,
    account_id BYTEA NOT NULL REFERENCES account (id),
    name TEXT NOT NULL,
    digest BYTEA NOT NULL UNIQUE,
    scopes TEXT NOT NULL,
    created_ms BIGINT NOT NULL,
    expires_ms BIGINT NOT NULL,
    seen_ms BIGINT,
    revoked_ms BIGINT
);
CREATE INDEX api_token_by_account ON api_token (account_id, created_ms);
