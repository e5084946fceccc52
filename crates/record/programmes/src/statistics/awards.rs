//! Sessions, topics, winners and workshops.

use std::collections::BTreeSet;

use kapok_cases::Winner;
use kapok_i18n::{Numbers, T};
use kapok_stats::{Cell, Chart, Known, Link, Row, Table, Words, percentages, sum, trend};

use super::{Data, Remark, Statistic, frame, svg, trend_sentence, year};
use crate::model::{Session, TopicCount};

/// Where the report names its winners together.
const CHAPTER: &str = "Ch.I(II)";

fn known(n: Option<i64>) -> Cell {
    Cell::Count(n.into())
}

/// A table and its first two columns, for a chart of one number per row.
fn first_numbers(table: &Table, column: usize) -> Table {
    let pick = |row: &Row| Row {
        cells: [0, column]
            .iter()
            .filter_map(|&at| row.cells.get(at).cloned())
            .collect(),
        link: row.link.clone(),
    };
    Table {
        columns: [0, column]
            .iter()
            .filter_map(|&at| table.columns.get(at).cloned())
            .collect(),
        rows: table.rows.iter().map(pick).collect(),
        ..table.clone()
    }
}

/// The same, the longest bar first; rows of one length keep their order.
fn longest_first(table: Table) -> Table {
    let size = |row: &Row| match row.cells.get(1) {
        Some(Cell::Count(Known::Known(n))) => *n,
        _ => -1,
    };
    let mut rows = table.rows;
    rows.sort_by_key(|row| std::cmp::Reverse(size(row)));
    Table { rows, ..table }
}

/// A sum as people read it: "981 = 201 + 206 + 301 + 273", exact, at least, or unknown.
fn total(t: T, say: &Numbers, parts: &[Option<i64>]) -> String {
    let cells: Vec<Known<i64>> = parts.iter().map(|&n| n.into()).collect();
    let all = match sum(&cells) {
        kapok_stats::Sum::Exact(n) => t.number(n),
        kapok_stats::Sum::AtLeast { bound, .. } => say.at_least(&t.number(bound)),
        kapok_stats::Sum::Unknown => say.unknown(),
    };
    let parts: Vec<String> = parts
        .iter()
        .map(|n| n.map_or_else(|| say.unknown(), |n| t.number(n)))
        .collect();
    format!("{all} = {}", parts.join(" + "))
}

/// The sessions of the award: entries, cities and countries apart, and winners counted from the cases.
pub(super) fn sessions(t: T, data: &Data) -> Option<Statistic> {
    const NAME: &str = "sessions";
    let (first, last) = (data.sessions.first()?, data.sessions.last()?);
    let say = Numbers { t, digits: 1 };
    let entries: Vec<Option<i64>> = data.sessions.iter().map(|s| s.submissions).collect();
    let table = Table {
        caption: t.programmes_sessions_title().to_owned(),
        unit: t.programmes_unit_cases().to_owned(),
        n: sum(&entries.iter().map(|&n| n.into()).collect::<Vec<_>>()).exact(),
        columns: [
            t.programmes_session(),
            t.programmes_entries(),
            t.programmes_cities(),
            t.programmes_countries(),
            t.programmes_longlist(),
            t.programmes_shortlist(),
            t.programmes_winners_head(),
        ]
        .map(str::to_owned)
        .to_vec(),
        rows: data.sessions.iter().map(|s| session_row(data, s)).collect(),
        source: t.programmes_source_report("Ch.I(I), Ch.I(II), Outlook"),
        note: Some(t.programmes_sessions_note().to_owned()),
    };
    let mut sentences = vec![t.programmes_sessions_sum(&total(t, &say, &entries))];
    if let Some((from, to)) = first
        .submissions
        .zip(last.submissions)
        .filter(|_| first.year != last.year)
    {
        let change = trend((year(first.year), from), (year(last.year), to));
        sentences.push(trend_sentence(t, t.programmes_entries(), &change));
    }
    for s in &data.sessions {
        #[expect(clippy::cast_precision_loss, reason = "entries and cities are small numbers")]
        let mean = s
            .submissions
            .zip(s.cities)
            .filter(|(_, c)| *c > 0)
            .map(|(n, c)| n as f64 / c as f64);
        sentences.extend(mean.map(|m| t.programmes_per_city(&s.year.to_string(), &t.decimal(m, 2))));
    }
    Some(Statistic {
        name: NAME.into(),
        title: table.caption.clone(),
        figure: String::new(),
        svg: svg(Chart::timeline(first_numbers(&table, 1), frame(t, NAME, &say))),
        table,
        digits: 1,
        sentences,
        remarks: remarks(data.sessions.iter().map(|s| (s.year, s.external_note.as_str()))),
        cases: Vec::new(),
    })
}

fn session_row(data: &Data, s: &Session) -> Row {
    // No winner in the record means that nobody entered one, not that nobody won.
    let winners = data.winners.iter().filter(|w| w.year == Some(s.year)).count() as i64;
    let winners = (winners > 0).then_some(winners);
    let link = Link::new(&format!("/cases?year={}&stage=winner", s.year)).filter(|_| winners.is_some());
    let numbers = [
        s.submissions,
        s.cities,
        s.countries,
        s.longlist,
        s.shortlist,
        winners,
    ];
    Row::new(&s.year.to_string(), numbers.map(known)).linked(link)
}

fn remarks<'a>(notes: impl Iterator<Item = (i64, &'a str)>) -> Vec<Remark> {
    let said = notes.filter(|(_, words)| !words.is_empty());
    said.map(|(year, words)| Remark {
        about: year.to_string(),
        words: words.to_owned(),
    })
    .collect()
}

/// The topics in their order, each once.
fn topics(data: &Data) -> Vec<&TopicCount> {
    let mut seen = BTreeSet::new();
    data.topics.iter().filter(|c| seen.insert(&c.topic)).collect()
}

/// A span of years as people read it.
fn years_name(years: &str) -> String {
    years.replace('-', "–")
}

/// Fig 1-3: entries by topic. The report prints the two sessions together only; the single sessions are unknown.
pub(super) fn by_topic(t: T, data: &Data) -> Option<Statistic> {
    const NAME: &str = "cases-by-topic";
    let topics = topics(data);
    let longest = data
        .topics
        .iter()
        .filter(|c| c.years.contains('-'))
        .map(|c| c.years.as_str())
        .next()?;
    let singles: BTreeSet<&str> = data
        .topics
        .iter()
        .filter(|c| !c.years.contains('-'))
        .map(|c| c.years.as_str())
        .collect();
    let say = Numbers { t, digits: 1 };
    let count = |topic: &str, years: &str| {
        data.topics
            .iter()
            .find(|c| c.topic == topic && c.years == years)
            .and_then(|c| c.n)
    };
    let counts: Vec<Option<i64>> = topics.iter().map(|c| count(&c.topic, longest)).collect();
    let all: Option<i64> = counts.iter().copied().sum();
    let share = |n: Option<i64>| {
        let (n, all) = n.zip(all)?;
        percentages(&[n, all - n], 1)?.percents().first().copied()
    };
    let rows = topics.iter().zip(&counts).map(|(c, &n)| {
        let mut cells: Vec<Cell> = singles
            .iter()
            .map(|years| known(count(&c.topic, years)))
            .collect();
        cells.push(known(n));
        cells.push(Cell::Percent(share(n).into()));
        Row::new(t.topic(&c.topic), cells).linked(Link::new(&format!("/cases?topic={}", c.topic)))
    });
    let mut heads = vec![t.programmes_topic().to_owned()];
    heads.extend(singles.iter().map(|years| t.programmes_cases_in(years)));
    heads.push(t.programmes_cases_in(&years_name(longest)));
    heads.push(t.programmes_share().to_owned());
    let table = Table {
        caption: t.programmes_topics_title().to_owned(),
        unit: t.programmes_unit_cases().to_owned(),
        n: all.into(),
        columns: heads,
        rows: rows.collect(),
        source: t.programmes_source_report("Ch.I(III), Fig 1-3"),
        note: Some(t.programmes_topics_note().to_owned()),
    };
    Some(Statistic {
        name: NAME.into(),
        title: table.caption.clone(),
        figure: "Fig 1-3".into(),
        svg: svg(Chart::bars(
            longest_first(first_numbers(&table, singles.len() + 1)),
            frame(t, NAME, &say),
        )),
        sentences: topic_sentences(t, data, &topics, &counts, longest, all),
        table,
        digits: 1,
        remarks: Vec::new(),
        cases: Vec::new(),
    })
}

fn topic_sentences(
    t: T,
    data: &Data,
    topics: &[&TopicCount],
    counts: &[Option<i64>],
    years: &str,
    all: Option<i64>,
) -> Vec<String> {
    let mut ranked: Vec<(&str, i64)> = topics
        .iter()
        .zip(counts)
        .filter_map(|(c, n)| Some((t.topic(&c.topic), (*n)?)))
        .collect();
    ranked.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    let first: Vec<String> = ranked
        .iter()
        .take(3)
        .map(|(name, n)| t.programmes_named_count(name, &t.number(*n)))
        .collect();
    let mut out = vec![t.programmes_topics_most(&t.list(&first))];
    let span = topics.first().and_then(|c| {
        TopicCount {
            years: years.to_owned(),
            ..(*c).clone()
        }
        .span()
    });
    if let Some(((from, to), all)) = span.zip(all) {
        let of_span = data.sessions.iter().filter(|s| (from..=to).contains(&s.year));
        let parts: Vec<String> = of_span
            .map(|s| {
                let n = s
                    .submissions
                    .map_or_else(|| t.base_unknown().to_owned(), |n| t.number(n));
                format!("{n}{}", t.base_brackets(&s.year.to_string()))
            })
            .collect();
        let same = data.entries(from, to) == Some(all);
        if same {
            out.push(t.programmes_topics_sum(&t.number(all), &parts.join(" + ")));
        }
    }
    out
}

/// Fig 1-1: winners by topic, counted from the facts about cases.
pub(super) fn winners(t: T, data: &Data) -> Option<Statistic> {
    const NAME: &str = "winners-by-topic";
    let years: BTreeSet<i64> = data.winners.iter().filter_map(|w| w.year).collect();
    let (first, last) = (*years.first()?, *years.last()?);
    let say = Numbers { t, digits: 1 };
    let topics = topics(data);
    let in_chapter = |w: &Winner| {
        w.sources
            .iter()
            .any(|s| s.split(", ").any(|place| place == CHAPTER))
    };
    let count = |fits: &dyn Fn(&Winner) -> bool| data.winners.iter().filter(|w| fits(w)).count() as i64;
    let row = |label: &str, of: &dyn Fn(&Winner) -> bool| {
        let mut cells: Vec<Cell> = years
            .iter()
            .map(|year| Cell::count(count(&|w| of(w) && w.year == Some(*year))))
            .collect();
        cells.push(Cell::count(count(of)));
        cells.push(Cell::count(count(&|w| of(w) && in_chapter(w))));
        Row::new(label, cells)
    };
    let mut rows: Vec<Row> = topics
        .iter()
        .map(|c| {
            let link = Link::new(&format!("/cases?topic={}&stage=winner", c.topic));
            row(t.topic(&c.topic), &|w| w.topic == c.topic).linked(link)
        })
        .collect();
    let drawn = rows.clone();
    rows.push(row(t.programmes_total(), &|_| true));
    let all = count(&|_| true);
    let mut heads = vec![t.programmes_topic().to_owned()];
    heads.extend(
        years
            .iter()
            .map(|year| t.programmes_winners_in(&year.to_string())),
    );
    heads.push(t.programmes_winners_in(&format!("{first}–{last}")));
    heads.push(t.programmes_in_chapter(CHAPTER));
    let table = Table {
        caption: t.programmes_winners_title().to_owned(),
        unit: t.programmes_unit_winners().to_owned(),
        n: Known::Known(all),
        columns: heads,
        rows,
        source: t.programmes_source_cases().to_owned(),
        note: Some(t.programmes_winners_note().to_owned()),
    };
    let picture = Table {
        rows: drawn,
        ..table.clone()
    };
    Some(Statistic {
        name: NAME.into(),
        title: table.caption.clone(),
        figure: "Fig 1-1".into(),
        svg: svg(Chart::bars(
            longest_first(first_numbers(&picture, years.len() + 1)),
            frame(t, NAME, &say),
        )),
        sentences: vec![t.programmes_winners_sentence(all, CHAPTER, &t.number(count(&in_chapter)))],
        table,
        digits: 1,
        remarks: Vec::new(),
        cases: data.winners.clone(),
    })
}

/// The workshops: participants where known, at least so many where a source says only that.
pub(super) fn workshops(t: T, data: &Data) -> Option<Statistic> {
    const NAME: &str = "workshops";
    data.workshops.first()?;
    let say = Numbers { t, digits: 1 };
    let participants = |w: &crate::model::Workshop| match (w.participants, w.at_least) {
        (Some(n), _) => Cell::count(n),
        (None, Some(bound)) => Cell::AtLeast(bound),
        (None, None) => Cell::Count(Known::Unknown),
    };
    let rows: Vec<Row> = data
        .workshops
        .iter()
        .map(|w| {
            Row::new(
                &w.year.to_string(),
                [known(w.cities), known(w.countries), participants(w)],
            )
        })
        .collect();
    let table = Table {
        caption: t.programmes_workshops_title().to_owned(),
        unit: t.programmes_unit_workshops().to_owned(),
        n: Known::Known(data.workshops.len() as i64),
        columns: [
            t.programmes_workshop(),
            t.programmes_cities(),
            t.programmes_countries(),
            t.programmes_participants(),
        ]
        .map(str::to_owned)
        .to_vec(),
        rows,
        source: t.programmes_source_report("Intro, Ch.I(II), Outlook"),
        note: Some(t.programmes_workshops_note().to_owned()),
    };
    let guests: Vec<Known<i64>> = data
        .workshops
        .iter()
        .map(|w| w.participants.or(w.at_least).into())
        .collect();
    let open = data.workshops.iter().any(|w| w.participants.is_none());
    let all = match sum(&guests) {
        kapok_stats::Sum::Exact(n) if !open => t.number(n),
        kapok_stats::Sum::Exact(n) | kapok_stats::Sum::AtLeast { bound: n, .. } => say.at_least(&t.number(n)),
        kapok_stats::Sum::Unknown => say.unknown(),
    };
    Some(Statistic {
        name: NAME.into(),
        title: table.caption.clone(),
        figure: String::new(),
        svg: svg(Chart::grouped(table.clone(), frame(t, NAME, &say))),
        table,
        digits: 1,
        sentences: vec![t.programmes_workshops_sum(data.workshops.len() as i64, &all)],
        remarks: remarks(data.workshops.iter().map(|w| (w.year, w.theme.as_str()))),
        cases: Vec::new(),
    })
}
