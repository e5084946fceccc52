-- The public table of voices by year and place is read in this order.
CREATE INDEX voice_place_by_year ON voice_place (year, place_id);

-- Where an imported voice came from: the other platform, its id there and its page, so that it is imported once.
CREATE TABLE voice_source (
    voice_id BYTEA NOT NULL PRIMARY KEY REFERENCES voice (id),
    source TEXT NOT NULL,
    ref TEXT NOT NULL,
    url TEXT NOT NULL,
    UNIQUE (source, ref)
);
