//! Statistics, computed from the records each time they are asked for.
//!
//! [`Data`] is what the pages need, in a fixed number of queries. Each [`Statistic`] is a pure function of it: a table with
//! unit, base and source, a chart drawn from the same numbers, and sentences that name their base year. What is unknown
//! stays unknown in all three.

mod awards;
mod regions;
mod surveys;

use kapok_cases::Winner;
use kapok_i18n::{Numbers, T};
use kapok_stats::{Chart, ChartError, Frame, Table};
use kapok_store::{Conn, Result};

use crate::model::{Choice, Question, RegionCount, Session, TopicCount, Workshop};
use crate::store;

/// The records behind all statistics.
#[derive(Debug, Clone, Default)]
pub struct Data {
    /// Award sessions, oldest first.
    pub sessions: Vec<Session>,
    /// Entries by session and region.
    pub regions: Vec<RegionCount>,
    /// Workshops, oldest first.
    pub workshops: Vec<Workshop>,
    /// Entries by topic.
    pub topics: Vec<TopicCount>,
    /// Questions in order.
    pub questions: Vec<Question>,
    /// Their options.
    pub choices: Vec<Choice>,
    /// Winners by year, from the facts about cases.
    pub winners: Vec<Winner>,
}

impl Data {
    /// Reads it, in seven queries.
    ///
    /// # Errors
    /// From the database.
    pub async fn load(conn: &mut Conn) -> Result<Self> {
        Ok(Self {
            sessions: store::sessions(conn).await?,
            regions: store::regions(conn).await?,
            workshops: store::workshops(conn).await?,
            topics: store::topic_counts(conn).await?,
            questions: store::questions(conn).await?,
            choices: store::choices(conn).await?,
            winners: kapok_cases::winners(conn).await?,
        })
    }

    /// Entries of the sessions from one year to another; nothing where one of them is unknown.
    #[must_use]
    pub fn entries(&self, first: i64, last: i64) -> Option<i64> {
        self.sessions
            .iter()
            .filter(|s| (first..=last).contains(&s.year))
            .map(|s| s.submissions)
            .sum()
    }
}

/// A remark in the words of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// What it is about.
    pub about: String,
    /// The words, in English.
    pub words: String,
}

/// One statistic in the reader's language.
#[derive(Debug, Clone, PartialEq)]
pub struct Statistic {
    /// Name in addresses: `/statistics/NAME` and `/statistics/NAME.csv`.
    pub name: String,
    /// Heading.
    pub title: String,
    /// Figure or table of the report.
    pub figure: String,
    /// The facts.
    pub table: Table,
    /// Decimals of its percentages.
    pub digits: usize,
    /// The picture; empty where there is nothing to draw.
    pub svg: String,
    /// What the numbers say, generated from them; the first is the most important.
    pub sentences: Vec<String>,
    /// What sources say besides.
    pub remarks: Vec<Remark>,
    /// Cases behind the numbers, with every source.
    pub cases: Vec<Winner>,
}

/// All statistics that the records allow, in the order of the index.
#[must_use]
pub fn all(t: T, data: &Data) -> Vec<Statistic> {
    let mut out: Vec<Statistic> = [
        awards::sessions(t, data),
        regions::by_region(t, data),
        awards::by_topic(t, data),
        awards::winners(t, data),
        awards::workshops(t, data),
    ]
    .into_iter()
    .flatten()
    .collect();
    out.extend(
        data.questions
            .iter()
            .filter_map(|q| surveys::question(t, data, q)),
    );
    out
}

/// One statistic by its name.
#[must_use]
pub fn named(t: T, data: &Data, name: &str) -> Option<Statistic> {
    all(t, data).into_iter().find(|s| s.name == name)
}

/// The frame of a chart: ids from the statistic's name, direction from the language, all numbers as description.
fn frame<'a>(t: T, id: &'a str, say: &'a Numbers) -> Frame<'a> {
    Frame {
        id,
        description: "",
        rtl: t.lang().is_rtl(),
        words: say,
    }
}

/// The picture of a chart; none where the numbers cannot be drawn.
fn svg(chart: std::result::Result<Chart, ChartError>) -> String {
    chart.map(|c| c.svg).unwrap_or_default()
}

/// A sentence about a change, with its base year: "Asia: 121 in 2018, 25 fewer than in 2016 (−17.1%)".
fn trend_sentence(t: T, about: &str, trend: &kapok_stats::Trend) -> String {
    use kapok_stats::Direction;
    let (to, from) = (trend.to.0.to_string(), trend.from.0.to_string());
    let now = t.number(trend.to.1);
    let by = t.number(trend.change.abs());
    let percent = trend
        .percent
        .map_or_else(|| t.base_unknown().to_owned(), |p| t.percent(p.abs(), 1));
    match trend.direction {
        Direction::Up => t.programmes_trend_up(about, &now, &to, &by, &from, &percent),
        Direction::Down => t.programmes_trend_down(about, &now, &to, &by, &from, &percent),
        Direction::Same => t.programmes_trend_same(about, &now, &to, &from),
    }
}

/// A year as the trend function takes it.
fn year(year: i64) -> i32 {
    i32::try_from(year).unwrap_or_default()
}
