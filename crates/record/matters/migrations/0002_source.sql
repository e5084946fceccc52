-- Where an imported matter came from: the other platform, its id there and its page, so that it is imported once.
CREATE TABLE matter_source (
    matter_id BYTEA NOT NULL PRIMARY KEY REFERENCES matter (id),
    source TEXT NOT NULL,
    ref TEXT NOT NULL,
    url TEXT NOT NULL,
    UNIQUE (source, ref)
);
