//! The lists of the library: what may be asked, and the counts for the facets.

use kapok_store::{Condition, Conn, Filtered, FilteredList, Value};

use super::Brief;

/// What may be asked of the library.
const ASKED: &[Condition] = &[
    Condition {
        name: "text",
        sqlite: "c.number IN (SELECT rowid FROM case_text WHERE case_text MATCH $?)",
        postgres: "c.number IN (SELECT rowid FROM case_text WHERE tokens @@ CAST(CAST($? AS TEXT) AS tsquery))",
    },
    Condition::new("topic", "c.topic = $?"),
    Condition::new("region", "c.region = $?"),
    Condition::new("country", "c.country_code = $?"),
    Condition::new("year", "c.year = $?"),
    Condition::new("no-year", "c.year IS NULL AND c.number <> $?"),
    Condition::new("stage", "c.stage = $?"),
    Condition::new("after", "c.sort < $?"),
];

/// The library with its filters, furthest stage first.
pub const LIST: Filtered<Brief> = Filtered {
    name: "LIST",
    head: "SELECT c.key, c.origin, c.title, c.summary, c.lang, c.city, c.country, c.country_code, c.topic, c.topic_basis, \
        c.stage, c.year, c.sort FROM case_entry c WHERE 1 = 1",
    conditions: ASKED,
    orders: &[("furthest", "ORDER BY c.sort DESC")],
    row: std::marker::PhantomData,
};

/// How many cases fit.
pub const TOTAL: Filtered<i64> = Filtered {
    name: "TOTAL",
    head: "SELECT count(*) FROM case_entry c WHERE 1 = 1",
    conditions: ASKED,
    orders: &[("one", "")],
    row: std::marker::PhantomData,
};

/// Cases that fit, by topic.
pub const TOPIC_FACET: Filtered<(String, i64)> = Filtered {
    name: "TOPIC_FACET",
    head: "SELECT c.topic, count(*) FROM case_entry c WHERE 1 = 1",
    conditions: ASKED,
    orders: &[("value", "GROUP BY c.topic ORDER BY c.topic")],
    row: std::marker::PhantomData,
};

/// Cases that fit, by region and country: region, code, English name, count.
pub const COUNTRY_FACET: Filtered<(String, String, String, i64)> = Filtered {
    name: "COUNTRY_FACET",
    head: "SELECT c.region, c.country_code, c.country, count(*) FROM case_entry c WHERE 1 = 1",
    conditions: ASKED,
    orders: &[(
        "value",
        "GROUP BY c.region, c.country_code, c.country ORDER BY c.country",
    )],
    row: std::marker::PhantomData,
};

/// Cases that fit, by year.
pub const YEAR_FACET: Filtered<(Option<i64>, i64)> = Filtered {
    name: "YEAR_FACET",
    head: "SELECT c.year, count(*) FROM case_entry c WHERE 1 = 1",
    conditions: ASKED,
    orders: &[("value", "GROUP BY c.year ORDER BY c.year")],
    row: std::marker::PhantomData,
};

/// Cases that fit, by stage.
pub const STAGE_FACET: Filtered<(String, i64)> = Filtered {
    name: "STAGE_FACET",
    head: "SELECT c.stage, count(*) FROM case_entry c WHERE 1 = 1",
    conditions: ASKED,
    orders: &[("value", "GROUP BY c.stage ORDER BY c.stage")],
    row: std::marker::PhantomData,
};

/// The lists with filters, for the test that prepares every combination.
pub const LISTS: &[&dyn FilteredList] = &[
    &LIST,
    &TOTAL,
    &TOPIC_FACET,
    &COUNTRY_FACET,
    &YEAR_FACET,
    &STAGE_FACET,
];

/// The condition for words typed into the search box; nothing for words without a letter or digit.
#[must_use]
pub(crate) fn text_condition(conn: &Conn, words: &str) -> Option<(&'static str, Value)> {
    let query = kapok_text::query(words)?;
    let text = match conn.dialect() {
        kapok_store::Dialect::Sqlite => query.fts5(),
        kapok_store::Dialect::Postgres => query.tsquery(),
    };
    Some(("text", text.into()))
}
