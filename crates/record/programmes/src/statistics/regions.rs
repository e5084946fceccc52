//! Table 1-1: cases by region and session.

use kapok_cases::model::REGIONS;
use kapok_cases::region_name;
use kapok_i18n::{Numbers, T};
use kapok_stats::{Cell, Chart, Direction, Known, Link, Row, Table, percentages, trend};

use super::{Data, Statistic, frame, svg, trend_sentence, year};

const NAME: &str = "cases-by-region";

/// One session with known regions: its year, its entries by region in the order of [`REGIONS`], and their sum.
struct Column {
    year: i64,
    counts: Vec<i64>,
    sum: i64,
}

fn columns(data: &Data) -> Vec<Column> {
    let of = |year: i64| {
        let count = |region: &&str| {
            let row = data
                .regions
                .iter()
                .find(|r| r.year == year && r.region == **region);
            row.map(|r| r.n)
        };
        let counts: Vec<i64> = REGIONS.iter().filter_map(count).collect();
        let known = counts.len() == REGIONS.len();
        known.then(|| Column {
            year,
            sum: counts.iter().sum(),
            counts,
        })
    };
    data.sessions.iter().filter_map(|s| of(s.year)).collect()
}

/// Entries by region and session with shares and the change from the first session to the last. The unit is the entry (the
/// case), never the city.
pub(super) fn by_region(t: T, data: &Data) -> Option<Statistic> {
    let columns = columns(data);
    let (first, last) = (columns.first()?, columns.last()?);
    let say = Numbers { t, digits: 1 };
    let changes: Vec<_> = (0..REGIONS.len())
        .map(|at| {
            trend(
                (year(first.year), first.counts[at]),
                (year(last.year), last.counts[at]),
            )
        })
        .collect();
    let table = table(t, data, &columns, first, last);
    let chart = chart_table(t, &table, &columns);
    let mut sentences = vec![summary(t, first, &changes)];
    for (region, change) in REGIONS.iter().zip(&changes) {
        sentences.push(trend_sentence(t, region_name(t, region), change));
    }
    let without: Vec<String> = data
        .sessions
        .iter()
        .filter(|s| !columns.iter().any(|c| c.year == s.year))
        .map(|s| s.year.to_string())
        .collect();
    if !without.is_empty() {
        sentences.push(t.programmes_regions_missing(&t.list(&without)));
    }
    Some(Statistic {
        name: NAME.into(),
        title: t.programmes_regions_title().to_owned(),
        figure: "Table 1-1".into(),
        svg: svg(Chart::grouped(chart, frame(t, NAME, &say))),
        table,
        digits: 1,
        sentences,
        remarks: Vec::new(),
        cases: Vec::new(),
    })
}

/// Which regions went where since the base year, in one sentence.
fn summary(t: T, first: &Column, changes: &[kapok_stats::Trend]) -> String {
    let going = |direction: Direction| {
        let names: Vec<&str> = REGIONS
            .iter()
            .zip(changes)
            .filter(|(_, change)| change.direction == direction)
            .map(|(region, _)| region_name(t, region))
            .collect();
        if names.is_empty() {
            t.programmes_nowhere().to_owned()
        } else {
            t.list(&names)
        }
    };
    t.programmes_regions_summary(
        &first.year.to_string(),
        &going(Direction::Up),
        &going(Direction::Down),
        &going(Direction::Same),
    )
}

/// Count and share of every session, then the change from the first to the last.
fn table(t: T, data: &Data, columns: &[Column], first: &Column, last: &Column) -> Table {
    let mut heads = vec![t.programmes_region().to_owned()];
    for column in columns {
        let year = column.year.to_string();
        heads.push(t.programmes_cases_in(&year));
        heads.push(t.programmes_share_in(&year));
    }
    heads.push(t.programmes_change(&first.year.to_string(), &last.year.to_string()));
    heads.push(t.programmes_change_percent().to_owned());
    let row = |label: &str, counts: &dyn Fn(&Column) -> i64| {
        let mut cells = Vec::new();
        for column in columns {
            let share = percentages(&[counts(column), column.sum - counts(column)], 1);
            cells.push(Cell::count(counts(column)));
            cells.push(Cell::Percent(
                share.and_then(|s| s.percents().first().copied()).into(),
            ));
        }
        let change = trend((year(first.year), counts(first)), (year(last.year), counts(last)));
        cells.push(Cell::Change(change.change));
        cells.push(Cell::ChangePercent(change.percent.into()));
        Row::new(label, cells)
    };
    let mut rows: Vec<Row> = REGIONS
        .iter()
        .enumerate()
        .map(|(at, region)| row(region_name(t, region), &|column| column.counts[at]).linked(library(region)))
        .collect();
    rows.push(row(t.programmes_total(), &|column| column.sum));
    Table {
        caption: t.programmes_regions_title().to_owned(),
        unit: t.programmes_unit_cases().to_owned(),
        n: Known::Known(columns.iter().map(|c| c.sum).sum()),
        columns: heads,
        rows,
        source: t.programmes_source_report("Ch.I(I), Table 1-1"),
        note: Some(note(t, data, columns)),
    }
}

/// Cases are counted, not cities; how many cities there were is said beside it.
fn note(t: T, data: &Data, columns: &[Column]) -> String {
    let cities: Vec<String> = columns
        .iter()
        .map(|column| {
            let session = data.sessions.iter().find(|s| s.year == column.year);
            let cities = session
                .and_then(|s| s.cities)
                .map_or_else(|| t.base_unknown().to_owned(), |n| t.number(n));
            t.programmes_cities_in(&cities, &column.year.to_string())
        })
        .collect();
    t.programmes_regions_note(&t.list(&cities))
}

fn chart_table(t: T, table: &Table, columns: &[Column]) -> Table {
    let rows = REGIONS.iter().enumerate().map(|(at, region)| {
        Row::new(
            region_name(t, region),
            columns.iter().map(|column| Cell::count(column.counts[at])),
        )
    });
    let heads = std::iter::once(t.programmes_region().to_owned());
    Table {
        columns: heads.chain(columns.iter().map(|c| c.year.to_string())).collect(),
        rows: rows.collect(),
        ..table.clone()
    }
}

/// The cases of a region in the library.
fn library(region: &str) -> Option<Link> {
    Link::new(&format!("/cases{}", kapok_web::url::query(&[("region", region)])))
}
