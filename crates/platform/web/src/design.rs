//! The page that shows every part pages are made of, for whoever builds or reviews them: `/design`.
//!
//! Its numbers are made up and its charts come from the statistics engine, so that the style sheet is seen at work on
//! what the engine really draws.

use askama::Template;
use axum::Router;
use axum::response::IntoResponse;
use axum::routing::get;
use kapok_i18n::{Numbers, T};
use kapok_stats::geo::{Area, Map, Marker, Point};
use kapok_stats::{Cell, Chart, ChartError, Frame, Known, Link, Row, Table};

use crate::{App, Chrome, Outcome, Page, Visit};

/// The routes of the page.
pub fn design_routes() -> Router<App> {
    Router::new().route("/design", get(show))
}

#[derive(Template)]
#[template(path = "design.html")]
struct DesignPage {
    c: Chrome,
    charts: Vec<Sample>,
    sparkline: String,
}

/// A chart and the table with the same facts, as markup.
struct Sample {
    heading: String,
    svg: String,
    table: String,
}

async fn show(visit: Visit) -> Outcome {
    let page = DesignPage {
        charts: charts(visit.t),
        sparkline: months(visit.t, "spark", Chart::sparkline).map_or_else(|_| String::new(), |c| c.svg),
        c: visit.chrome(""),
    };
    Ok(Page::public(page).into_response())
}

type Draw = fn(Table, Frame<'_>) -> Result<Chart, ChartError>;

fn charts(t: T) -> Vec<Sample> {
    let drawn = [
        bars(t),
        grouped(t, "stacked", Chart::stacked),
        grouped(t, "grouped", Chart::grouped),
        share(t),
        months(t, "timeline", Chart::timeline),
        lamps(t),
        map(t),
    ];
    // A sample that cannot be drawn is missing on the page, and the test that counts them fails.
    drawn
        .into_iter()
        .flatten()
        .map(|chart| Sample {
            heading: chart.table.caption.clone(),
            table: chart.table.to_html(&Numbers { t, digits: 0 }),
            svg: chart.svg,
        })
        .collect()
}

fn table(t: T, caption: &str, n: i64, columns: &[&str], rows: Vec<Row>) -> Table {
    Table {
        caption: caption.to_owned(),
        unit: t.web_sample_voices().to_owned(),
        n: Known::Known(n),
        columns: columns.iter().map(|c| (*c).to_owned()).collect(),
        rows,
        source: String::new(),
        note: None,
    }
}

fn drawn(t: T, id: &str, table: Table, draw: Draw) -> Result<Chart, ChartError> {
    let frame = Frame {
        id,
        description: "",
        rtl: t.lang().is_rtl(),
        words: &Numbers { t, digits: 0 },
    };
    draw(table, frame)
}

fn bars(t: T) -> Result<Chart, ChartError> {
    let row = |channel: &str, cell| Row::new(t.channel(channel), [cell]).linked(Link::new("#numbers"));
    let rows = vec![
        row("web", Cell::count(96)),
        row("phone", Cell::count(44)),
        row("paper-card", Cell::count(38)),
        row("radio", Cell::Count(Known::Unknown)),
        row("letter", Cell::Hidden),
    ];
    let heads = [t.web_sample_channel(), t.web_sample_number()];
    drawn(
        t,
        "bars",
        table(t, t.web_sample_channels(), 190, &heads, rows),
        Chart::bars,
    )
}

fn grouped(t: T, id: &str, draw: Draw) -> Result<Chart, ChartError> {
    let row = |channel: &str, cells: [Cell; 2]| Row::new(t.channel(channel), cells);
    let rows = vec![
        row("web", [Cell::count(41), Cell::count(55)]),
        row("phone", [Cell::count(30), Cell::count(14)]),
        row("meeting", [Cell::count(12), Cell::Count(Known::Unknown)]),
    ];
    let heads = [
        t.web_sample_channel(),
        t.web_sample_spring(),
        t.web_sample_autumn(),
    ];
    drawn(t, id, table(t, t.web_sample_channels(), 152, &heads, rows), draw)
}

fn share(t: T) -> Result<Chart, ChartError> {
    let rows = ["heard", "weighed", "decided", "doing", "done", "shared"]
        .into_iter()
        .zip([28, 21, 17, 12, 9, 3])
        .map(|(step, n)| Row::new(t.step(step), [Cell::count(n)]))
        .collect();
    let heads = [t.web_sample_steps(), t.web_sample_number()];
    drawn(
        t,
        "share",
        table(t, t.web_sample_steps(), 90, &heads, rows),
        Chart::share,
    )
}

fn months(t: T, id: &str, draw: Draw) -> Result<Chart, ChartError> {
    let counts = [
        Some(12),
        Some(30),
        Some(25),
        None,
        Some(60),
        Some(104),
        Some(97),
        Some(45),
    ];
    let rows = (1..)
        .zip(counts)
        .map(|(month, n)| Row::new(&format!("{month}/2026"), [Cell::Count(n.into())]))
        .collect();
    let heads = [t.web_sample_due(), t.web_sample_number()];
    drawn(t, id, table(t, t.web_sample_voices(), 373, &heads, rows), draw)
}

fn lamps(t: T) -> Result<Chart, ChartError> {
    let rows = vec![
        Row::new(t.web_sample_half(), [Cell::count(5)]),
        Row::new(t.web_sample_matter(), [Cell::count(8)]),
    ];
    let heads = [t.web_sample_matter(), t.web_sample_number()];
    drawn(
        t,
        "lamps",
        table(t, t.web_sample_matter(), 8, &heads, rows),
        Chart::progress,
    )
}

/// Six areas, one for each of the five levels and one of which nothing is known, and two points.
fn map(t: T) -> Result<Chart, ChartError> {
    let counts = [Some(4), Some(12), Some(31), Some(68), Some(97), None];
    let corner = |column: f64, row: f64| Point {
        lon: column * 0.01,
        lat: row * 0.008,
    };
    let areas = (0u8..)
        .zip(counts)
        .map(|(i, n)| {
            let (column, row) = (f64::from(i % 3), f64::from(i / 3));
            Area {
                name: format!("{}", char::from(b'A' + i)),
                value: Cell::Count(n.into()),
                rings: vec![vec![
                    corner(column, row),
                    corner(column + 1.0, row),
                    corner(column + 1.0, row + 1.0),
                    corner(column, row + 1.0),
                ]],
                class: n.map_or(String::new(), |_| format!("level{}", i + 1)),
                link: Link::new("#numbers"),
            }
        })
        .collect();
    let marker = |name: &str, count: Known<i64>, at| Marker {
        name: name.to_owned(),
        count,
        at,
        link: None,
    };
    let markers = vec![
        marker("G", Known::Known(15), corner(0.5, 1.3)),
        marker("H", Known::Unknown, corner(2.6, 1.2)),
    ];
    let heads = [t.web_sample_where(), t.web_sample_number()];
    let frame = Frame {
        id: "map",
        description: "",
        rtl: t.lang().is_rtl(),
        words: &Numbers { t, digits: 0 },
    };
    Map { areas, markers }.draw(table(t, t.web_sample_where(), 212, &heads, Vec::new()), frame)
}
