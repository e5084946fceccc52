-- Work to be done later, queued in the transaction that asks for it. A row is deleted when its work is done.
CREATE TABLE job (
    id BYTEA PRIMARY KEY,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    same_as TEXT UNIQUE,
    run_ms BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    leased_ms BIGINT NOT NULL,
    problem TEXT NOT NULL
);
CREATE INDEX job_by_time ON job (run_ms, id);
