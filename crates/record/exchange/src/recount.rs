//! Counting again what is counted on rows. Pages read counters; here each is counted from the rows behind it, and what differs
//! is named. Rows are read in pieces while the record goes on, so a difference counts only when a second look finds the same.

use std::collections::BTreeMap;
use std::fmt;

use jiff::Timestamp;
use kapok_acts::{ActError, Env};
use kapok_commitments::open as promises;
use kapok_matters::open as matters;
use kapok_store::Value;
use kapok_tables::{Kind, Rows, Table, cell};
use kapok_voices::open as voices;

/// Tables that are read for the recount and are not public: small cells are in them.
pub const TABLES: [&Table; 13] = [
    &voices::KEPT_YEARS,
    &voices::KEPT_PLACES,
    &voices::KEPT_NUMBER,
    &matters::KEPT,
    &matters::KEPT_CHANNELS,
    &matters::KEPT_LANGUAGES,
    &matters::KEPT_PLACES,
    &matters::KEPT_STATES,
    &matters::KEPT_NUMBER,
    &matters::FOLLOWERS,
    &kapok_acts::open::FINISHED,
    &promises::KEPT_NUMBER,
    &kapok_cases::open::KEPT_NUMBER,
];

/// A counter that is not what its rows say.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difference {
    /// Which counter: table and column.
    pub counter: &'static str,
    /// Of what.
    pub of: String,
    /// What is kept.
    pub kept: i64,
    /// What was counted.
    pub counted: i64,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} of {}: kept {}, counted {}",
            self.counter, self.of, self.kept, self.counted
        )
    }
}

/// What a recount found.
#[derive(Debug, Clone, Default)]
pub struct Recount {
    /// How many counters were counted again.
    pub counted: usize,
    /// Those that differ.
    pub differences: Vec<Difference>,
}

/// Counts everything again.
///
/// # Errors
/// From the database.
pub async fn all(env: &Env) -> Result<Recount, ActError> {
    let mut first = once(env).await?;
    if !first.differences.is_empty() {
        let second = once(env).await?;
        first.differences.retain(|d| second.differences.contains(d));
    }
    Ok(first)
}

async fn once(env: &Env) -> Result<Recount, ActError> {
    let mut out = Recount::default();
    let heard = heard(env).await?;
    out.compare(
        "voice_year.n",
        &sums(env, &voices::KEPT_YEARS, &["year", "channel"], "n").await?,
        &heard.years,
    );
    out.compare(
        "voice_place.n",
        &sums(env, &voices::KEPT_PLACES, &["year", "place_id"], "n").await?,
        &heard.places,
    );
    out.compare(
        "voice_place.last_ms",
        &sums(env, &voices::KEPT_PLACES, &["year", "place_id"], "last").await?,
        &heard.last,
    );
    out.compare(
        "voice_number.n",
        &sums(env, &voices::KEPT_NUMBER, &["id"], "n").await?,
        &heard.number,
    );
    let of = ["matter_id", "of"];
    out.compare(
        "matter_channel.n",
        &sums(env, &matters::KEPT_CHANNELS, &of, "n").await?,
        &heard.channels,
    );
    out.compare(
        "matter_lang.n",
        &sums(env, &matters::KEPT_LANGUAGES, &of, "n").await?,
        &heard.langs,
    );
    out.compare(
        "matter_place.n",
        &sums(env, &matters::KEPT_PLACES, &of, "n").await?,
        &heard.matter_places,
    );
    of_matters(env, &heard, &mut out).await?;
    of_promises(env, &mut out).await?;
    Ok(out)
}

/// Numbers by what they count.
type Tally = BTreeMap<String, i64>;

impl Recount {
    fn compare(&mut self, counter: &'static str, kept: &Tally, counted: &Tally) {
        let keys: std::collections::BTreeSet<&String> = kept.keys().chain(counted.keys()).collect();
        self.counted += keys.len();
        for of in keys {
            let number = |tally: &Tally| tally.get(of).copied().unwrap_or_default();
            let (kept, counted) = (number(kept), number(counted));
            if kept != counted {
                let of = of.clone();
                self.differences.push(Difference {
                    counter,
                    of,
                    kept,
                    counted,
                });
            }
        }
    }
}

/// A row by the names of its columns.
struct Line<'a> {
    table: &'static Table,
    row: &'a [Value],
}

impl Line<'_> {
    fn value(&self, name: &str) -> &Value {
        self.table
            .position(name)
            .and_then(|i| self.row.get(i))
            .unwrap_or(&Value::Null)
    }
    fn text(&self, name: &str) -> String {
        cell(Kind::Id, self.value(name), &jiff::tz::TimeZone::UTC)
    }
    fn int(&self, name: &str) -> i64 {
        match self.value(name) {
            Value::Int(n) => *n,
            _ => 0,
        }
    }
    fn key(&self, names: &[&str]) -> String {
        names.iter().map(|n| self.text(n)).collect::<Vec<_>>().join(" ")
    }
}

/// Goes through all rows of a table.
async fn each(env: &Env, table: &'static Table, mut take: impl FnMut(Line<'_>)) -> Result<(), ActError> {
    let mut rows = Rows::of(table);
    loop {
        let mut conn = env.db.read().await?;
        let Some(chunk) = rows.next(&mut conn).await? else {
            return Ok(());
        };
        drop(conn);
        chunk.iter().for_each(|row| take(Line { table, row }));
    }
}

/// Adds a column up by others.
async fn sums(env: &Env, table: &'static Table, by: &[&str], column: &str) -> Result<Tally, ActError> {
    let mut out = Tally::new();
    each(env, table, |line| {
        *out.entry(line.key(by)).or_default() += line.int(column)
    })
    .await?;
    Ok(out)
}

fn count(tally: &mut Tally, key: String) {
    *tally.entry(key).or_default() += 1;
}

/// What the voices themselves say.
#[derive(Default)]
struct Heard {
    years: Tally,
    places: Tally,
    last: Tally,
    number: Tally,
    channels: Tally,
    langs: Tally,
    matter_places: Tally,
    matters: Tally,
    first: Tally,
}

async fn heard(env: &Env) -> Result<Heard, ActError> {
    let mut out = Heard::default();
    each(env, &voices::VOICES, |v| {
        let at = v.int("heard_at");
        let year = env
            .city
            .date(Timestamp::from_millisecond(at).unwrap_or_default())
            .year();
        count(&mut out.years, format!("{year} {}", v.text("channel")));
        let place = v.text("place_id");
        if !place.is_empty() {
            count(&mut out.places, format!("{year} {place}"));
            let last = out.last.entry(format!("{year} {place}")).or_default();
            *last = at.max(*last);
        }
        out.number.insert("1".into(), v.int("number"));
        let matter = v.text("matter_id");
        if matter.is_empty() {
            return;
        }
        count(&mut out.channels, format!("{matter} {}", v.text("channel")));
        count(&mut out.langs, format!("{matter} {}", v.text("lang")));
        if !place.is_empty() {
            count(&mut out.matter_places, format!("{matter} {place}"));
        }
        let first = out.first.entry(matter.clone()).or_insert(at);
        *first = at.min(*first);
        count(&mut out.matters, matter);
    })
    .await?;
    Ok(out)
}

async fn of_matters(env: &Env, heard: &Heard, out: &mut Recount) -> Result<(), ActError> {
    let (mut kept, mut points, mut counted_points) = (Tally::new(), Tally::new(), Tally::new());
    let (mut states, mut number, mut followers) = (Tally::new(), Tally::new(), Tally::new());
    let (mut first, mut kept_says) = (Tally::new(), Tally::new());
    each(env, &matters::KEPT, |m| {
        let id = m.text("id");
        count(&mut states, m.text("state"));
        number.insert("1".into(), m.int("number"));
        kept.insert(id.clone(), m.int("voices"));
        points.insert(id.clone(), m.int("points"));
        let voices = heard.matters.get(&id).copied().unwrap_or_default();
        counted_points.insert(id.clone(), matters::points(voices));
        if voices > 0 {
            first.insert(id.clone(), m.int("first_heard"));
        }
        kept_says.insert(format!("{id} done"), m.int("done"));
        kept_says.insert(format!("{id} not-yet"), m.int("not_yet"));
        followers.insert(id, m.int("followers"));
    })
    .await?;
    out.compare("matter.voice_count", &kept, &heard.matters);
    out.compare("matter.voice_points", &points, &counted_points);
    out.compare("matter.first_heard_ms", &first, &heard.first);
    out.compare(
        "matter.followers",
        &followers,
        &sums(env, &matters::FOLLOWERS, &["matter_id"], "n").await?,
    );
    out.compare(
        "state_count.n",
        &sums(env, &matters::KEPT_STATES, &["state"], "n").await?,
        &states,
    );
    out.compare(
        "matter_number.n",
        &sums(env, &matters::KEPT_NUMBER, &["id"], "n").await?,
        &number,
    );
    let finished = sums(env, &kapok_acts::open::FINISHED, &["matter_id"], "at").await?;
    let mut says = Tally::new();
    each(env, &kapok_outcomes::open::CHECKS, |c| {
        let last = finished.get(&c.text("matter_id")).copied().unwrap_or_default();
        if c.int("at") >= last {
            count(&mut says, c.key(&["matter_id", "says"]));
        }
    })
    .await?;
    out.compare("matter.done_count, not_yet_count", &kept_says, &says);
    Ok(())
}

async fn of_promises(env: &Env, out: &mut Recount) -> Result<(), ActError> {
    let (mut moves, mut partners) = (Tally::new(), Tally::new());
    let (mut made, mut finished) = (Tally::new(), Tally::new());
    each(env, &promises::PROMISES, |p| {
        moves.insert(p.text("id"), p.int("moves"));
        partners.insert(p.text("id"), p.int("partners"));
        let lead = p.text("lead_id");
        match p.text("state").as_str() {
            "withdrawn" => return,
            "finished" => count(&mut finished, lead.clone()),
            _ => {}
        }
        count(&mut made, lead);
    })
    .await?;
    let (mut moved, mut beside) = (Tally::new(), Tally::new());
    each(env, &promises::PROMISE_MOVES, |m| {
        count(&mut moved, m.text("promise_id"))
    })
    .await?;
    each(env, &promises::PROMISE_PARTIES, |p| {
        count(&mut beside, p.text("promise_id"));
    })
    .await?;
    out.compare("commitment.moves", &moves, &moved);
    out.compare("commitment.partners", &partners, &beside);
    let office = |column| sums(env, &promises::PROMISE_OFFICES, &["office_id"], column);
    out.compare("commitment_office.made", &office("made").await?, &made);
    out.compare(
        "commitment_office.finished",
        &office("finished").await?,
        &finished,
    );
    Ok(())
}
