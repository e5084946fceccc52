//! Lists of matters with every filter and order, page by page.

use kapok_store::{Condition, Conn, Filtered, FilteredList, Result, Value};

use crate::columns::matter;
use crate::filter::{Filter, Order};
use crate::model::Matter;
use crate::state::State;
use crate::store;

const TEXT: Condition = Condition {
    name: "text",
    sqlite: "m.number IN (SELECT rowid FROM matter_text WHERE matter_text MATCH $?)",
    postgres: "m.number IN (SELECT t.number FROM matter_text t WHERE t.words @@ CAST(CAST($? AS TEXT) AS tsquery))",
};

/// What every list may be narrowed to; `$after` continues below a row.
macro_rules! conditions {
    ($($after:literal)?) => { &[
        Condition::new("listed", "m.listing >= $?"),
        Condition::new("topic", "m.topic = $?"),
        Condition::new("place", "EXISTS (SELECT 1 FROM matter_within w WHERE w.place_id = $? AND w.matter_id = m.id)"),
        Condition::new("state", "m.state = $?"),
        Condition::new("step", "m.step = $?"),
        Condition::new("channel", "EXISTS (SELECT 1 FROM matter_channel c WHERE c.matter_id = m.id AND c.channel = $?)"),
        Condition::new("lang", "EXISTS (SELECT 1 FROM matter_lang l WHERE l.matter_id = m.id AND l.lang = $?)"),
        Condition::new("lead", "m.lead_id = $?"),
        TEXT,
        $(Condition::new("after", $after),)?
    ] };
}

/// A list in one order, which its cursor must follow.
macro_rules! list {
    ($name:ident, $order:literal, $by:literal, $after:literal) => {
        const $name: Filtered<Matter> = Filtered {
            name: stringify!($name),
            head: matter!("SELECT ", " FROM matter m WHERE 1 = 1"),
            conditions: conditions!($after),
            orders: &[($order, $by)],
            row: std::marker::PhantomData,
        };
    };
}

list!(
    BY_PRIORITY,
    "priority",
    "ORDER BY m.listing DESC, m.rank_key DESC, m.number DESC",
    "(m.listing, m.rank_key, m.number) < (SELECT b.listing, b.rank_key, b.number FROM matter b WHERE b.number = $?)"
);
list!(NEWEST, "newest", "ORDER BY m.number DESC", "m.number < $?");
list!(
    BY_VOICES,
    "voices",
    "ORDER BY m.voice_count DESC, m.number DESC",
    "(m.voice_count, m.number) < (SELECT b.voice_count, b.number FROM matter b WHERE b.number = $?)"
);

const COUNT: Filtered<i64> = Filtered {
    name: "COUNT",
    head: "SELECT count(*) FROM matter m WHERE 1 = 1",
    conditions: conditions!(),
    orders: &[],
    row: std::marker::PhantomData,
};

/// The lists with filters, for the test that prepares every combination.
pub(crate) const LISTS: &[&dyn FilteredList] = &[&BY_PRIORITY, &NEWEST, &BY_VOICES, &COUNT];

/// The conditions that a filter asks for; nothing when its text has no letter or digit to look for.
fn asked(conn: &Conn, filter: &Filter) -> Option<Vec<(&'static str, Value)>> {
    let mut asked: Vec<(&'static str, Value)> = Vec::new();
    let mut words = |name: &'static str, value: &str| {
        if !value.is_empty() {
            asked.push((name, value.into()));
        }
    };
    words("topic", &filter.topic);
    words("channel", &filter.channel);
    words("lang", &filter.lang);
    words("state", filter.state.map_or("", State::id));
    words("step", filter.step.map_or("", |step| step.id()));
    if !filter.text.trim().is_empty() {
        let query = kapok_text::query::query(&filter.text)?;
        let text = match conn.dialect() {
            kapok_store::Dialect::Sqlite => query.fts5(),
            kapok_store::Dialect::Postgres => query.tsquery(),
        };
        words("text", &text);
    }
    asked.extend(filter.place.map(|place| ("place", place.into())));
    asked.extend(filter.lead.map(|lead| ("lead", lead.into())));
    if filter.state.is_none() {
        asked.push(("listed", store::listing::PAST.into()));
    }
    Some(asked)
}

/// A page of the list, at most `limit`, going on below the matter numbered `after`.
///
/// # Errors
/// From the database.
pub async fn list(
    conn: &mut Conn,
    filter: &Filter,
    order: Order,
    after: Option<i64>,
    limit: i64,
) -> Result<Vec<Matter>> {
    let Some(mut asked) = asked(conn, filter) else {
        return Ok(Vec::new());
    };
    asked.extend(after.map(|number| ("after", number.into())));
    let list = match order {
        Order::Priority => &BY_PRIORITY,
        Order::Newest => &NEWEST,
        Order::Voices => &BY_VOICES,
    };
    conn.filtered(list, asked, order.id(), limit).await
}

/// How many matters a filter leaves.
///
/// # Errors
/// From the database.
pub async fn count(conn: &mut Conn, filter: &Filter) -> Result<i64> {
    let Some(asked) = asked(conn, filter) else {
        return Ok(0);
    };
    Ok(conn.filtered(&COUNT, asked, "", 1).await?.pop().unwrap_or(0))
}
