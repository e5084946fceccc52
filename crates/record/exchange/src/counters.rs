//! The numbers that pages show, as one table, so that anybody can count them again from the other tables.

use kapok_acts::{ActError, Env};
use kapok_cases::store as cases;
use kapok_store::Value;
use kapok_tables::{hide_small, written};

use crate::tables::COUNTERS;

/// A number that a page shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counter {
    /// Which.
    pub counter: &'static str,
    /// Of what; empty for all.
    pub of: String,
    /// The number; none where a small group is hidden.
    pub value: Option<i64>,
    /// The page that shows it.
    pub page: &'static str,
}

/// Collects counters.
#[derive(Default)]
struct List(Vec<Counter>);

impl List {
    fn add(&mut self, page: &'static str, counter: &'static str, of: impl Into<String>, value: i64) {
        let (of, value) = (of.into(), Some(value));
        self.0.push(Counter {
            counter,
            of,
            value,
            page,
        });
    }
}

/// Counts all of them now, with the functions that the pages use.
///
/// # Errors
/// From the database.
pub async fn all(env: &Env) -> Result<Vec<Counter>, ActError> {
    let mut out = List::default();
    out.add(
        "/about/words",
        "setting.days_to_answer",
        "",
        env.city.days_to_answer,
    );
    front(env, &mut out).await?;
    let mut conn = env.db.read_long().await?;
    let (tree, directory) = (
        kapok_places::tree(env).await?,
        kapok_parties::directory(env).await?,
    );
    out.add(
        "/voices",
        "voices",
        "",
        kapok_voices::reads::heard_ever(&mut conn).await?,
    );
    out.add("/log", "acts", "", kapok_acts::log::count(&mut conn).await?);
    for (place, n, open) in kapok_matters::reads::by_place(&mut conn).await? {
        if let Some(place) = tree.get(place) {
            out.add("/matters/map", "matters.place", &place.key, n);
            out.add("/matters/map", "matters.place.open", &place.key, open);
        }
    }
    for (state, n) in kapok_matters::reads::counts(&mut conn).await? {
        out.add("/matters", "matters.state", state.id(), n);
    }
    let (offices, _) = kapok_commitments::per_office(&mut conn, env.today()).await?;
    for line in offices {
        if let Some(office) = directory.get(line.office) {
            out.add("/promises", "promises.made", &office.key, line.made);
            out.add("/promises", "promises.finished", &office.key, line.finished);
            out.add("/promises", "promises.overdue", &office.key, line.late.n);
        }
    }
    let total = conn.filtered(&cases::TOTAL, Vec::new(), "one", 1).await?;
    out.add("/cases", "cases", "", total.first().copied().unwrap_or_default());
    for (topic, n) in conn
        .filtered(&cases::TOPIC_FACET, Vec::new(), "value", 1_000)
        .await?
    {
        out.add("/cases", "cases.topic", topic, n);
    }
    for (stage, n) in conn
        .filtered(&cases::STAGE_FACET, Vec::new(), "value", 1_000)
        .await?
    {
        out.add("/cases", "cases.stage", stage, n);
    }
    let mut winners = std::collections::BTreeMap::<i64, i64>::new();
    for year in kapok_cases::winners(&mut conn)
        .await?
        .iter()
        .filter_map(|w| w.year)
    {
        *winners.entry(year).or_default() += 1;
    }
    for (year, n) in winners {
        out.add("/statistics", "winners.year", year.to_string(), n);
    }
    Ok(out.0)
}

/// The numbers of the front page, and the voices of each neighbourhood with small groups hidden.
async fn front(env: &Env, out: &mut List) -> Result<(), ActError> {
    let numbers = kapok_front::home::numbers(env).await?;
    let year = env.today().year().to_string();
    out.add("/", "heard", &year, numbers.heard);
    for (step, n) in &numbers.steps {
        out.add("/", "matters.step", *step, *n);
    }
    out.add("/", "unanswered", "", numbers.unanswered);
    out.add("/", "overdue", "", numbers.overdue.n);
    out.add("/", "overdue.days", "", numbers.overdue.days);
    out.add("/", "silent", "", numbers.silent);
    let tree = kapok_places::tree(env).await?;
    let counts: Vec<i64> = numbers.neighbourhoods.iter().map(|(_, n)| *n).collect();
    let hidden = hide_small(&counts, numbers.heard - counts.iter().sum::<i64>());
    for ((place, n), hidden) in numbers.neighbourhoods.iter().zip(hidden) {
        let of = tree.get(*place).map(|p| p.key.clone()).unwrap_or_default();
        let value = (!hidden).then_some(*n);
        out.0.push(Counter {
            counter: "heard.neighbourhood",
            of,
            value,
            page: "/silent",
        });
    }
    Ok(())
}

/// The counters as CSV.
#[must_use]
pub fn csv(env: &Env, counters: &[Counter]) -> Vec<u8> {
    let at = env.now().as_millisecond();
    let rows: Vec<Vec<Value>> = counters
        .iter()
        .map(|c| {
            vec![
                c.counter.into(),
                (&c.of).into(),
                c.value.into(),
                at.into(),
                c.page.into(),
            ]
        })
        .collect();
    written(&COUNTERS, &rows, &env.city.time_zone, true)
}
