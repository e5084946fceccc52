-- The rungs of the ladder of participation: what a process may promise.
CREATE TABLE rung (
    id TEXT PRIMARY KEY,
    position BIGINT NOT NULL UNIQUE,
    level TEXT NOT NULL,
    name TEXT NOT NULL,
    meaning TEXT NOT NULL,
    promise TEXT NOT NULL
);
-- The catalogue of channels of participation. `printed_group` is the column of Table 2-1 in which the report prints a
-- channel; whether a channel is permanent or temporary is computed from `began` and `ends` (ISO dates, or years).
CREATE TABLE channel_kind (
    id TEXT PRIMARY KEY,
    position BIGINT NOT NULL UNIQUE,
    class TEXT NOT NULL,
    path TEXT NOT NULL,
    printed_group TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    answer TEXT NOT NULL,
    case_keys TEXT NOT NULL,
    report_ref TEXT NOT NULL,
    began TEXT NOT NULL,
    ends TEXT NOT NULL,
    dates_source TEXT NOT NULL
);
