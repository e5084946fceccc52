//! The one list of public tables.

use kapok_tables::{Column, Kind, Table};

/// Numbers that pages show; computed when they are asked for.
pub static COUNTERS: Table = Table {
    name: "counters",
    about: "One row for each number that pages show, as the pages count it. verify/recount.py counts each again from the other tables.",
    columns: &[
        column("counter", Kind::Text, "Which number.", true),
        column(
            "of",
            Kind::Text,
            "Of what: key of a place or office, topic, stage or year; empty for all.",
            false,
        ),
        column(
            "value",
            Kind::Int,
            "The number; empty where a small group is hidden.",
            false,
        ),
        column("counted_at", Kind::Time, "When it was counted.", true),
        column("page", Kind::Text, "Where it is shown.", false),
    ],
    key: &[],
    groups: None,
    rows: None,
};

const fn column(name: &'static str, kind: Kind, about: &'static str, required: bool) -> Column {
    Column {
        name,
        kind,
        about,
        required,
        one_of: None,
        refers: None,
    }
}

const ROOMS: [&[&Table]; 11] = [
    kapok_places::open::OPEN,
    kapok_parties::open::OPEN,
    kapok_voices::open::OPEN,
    kapok_matters::open::OPEN,
    kapok_processes::open::OPEN,
    kapok_decisions::open::OPEN,
    kapok_commitments::open::OPEN,
    kapok_outcomes::open::OPEN,
    kapok_cases::open::OPEN,
    kapok_programmes::open::OPEN,
    kapok_acts::open::OPEN,
];

/// All public tables, in the order of the rooms; the counters last.
#[must_use]
pub fn all() -> Vec<&'static Table> {
    ROOMS
        .iter()
        .flat_map(|room| room.iter().copied())
        .chain([&COUNTERS])
        .collect()
}

/// The table of this name.
#[must_use]
pub fn named(name: &str) -> Option<&'static Table> {
    all().into_iter().find(|t| t.name == name)
}
