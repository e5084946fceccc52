//! Statistics as JSON: each table with its unit, base and source.

use kapok_acts::ActError;
use kapok_stats::{Cell, Known, Table};
use kapok_web::App;
use kapok_web::api::{Answer, At, Call, List, Pages};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::statistics::{self, Data};
use crate::store;

/// The operations of this room.
pub fn api() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(contradictions))
        .routes(routes!(one))
}

/// A statistic in the list.
#[derive(Serialize, ToSchema)]
struct StatisticLine {
    /// Its name in addresses.
    name: String,
    /// Heading.
    title: String,
    /// Figure or table of the report.
    figure: String,
}

/// All statistics that the records allow.
#[utoipa::path(get, path = "/statistics", operation_id = "listStatistics", tag = "statistics",
    responses((status = 200, description = "All of them.", body = List<StatisticLine>)))]
async fn list(call: Call) -> Pages<StatisticLine> {
    let data = Data::load(&mut call.env().db.read().await?).await?;
    let line = |s: statistics::Statistic| StatisticLine {
        name: s.name,
        title: s.title,
        figure: s.figure,
    };
    Ok(List {
        items: statistics::all(call.t, &data).into_iter().map(line).collect(),
        next: None,
    })
}

/// A cell of a table.
#[derive(Serialize, ToSchema)]
struct CellOut {
    /// `text`, `count`, `percent`, `at-least`, `change`, `change-percent` or `hidden`.
    kind: String,
    /// Words, for `text`.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    /// The number; missing for text, and for what is unknown or hidden: never 0 for unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<f64>,
}

fn number(n: i64) -> Option<f64> {
    // Counts of a city are far below 2^31; what is not is left unknown rather than rounded.
    i32::try_from(n).ok().map(f64::from)
}

fn cell(cell: &Cell) -> CellOut {
    let (kind, text, number) = match cell {
        Cell::Text(words) => ("text", Some(words.clone()), None),
        Cell::Count(Known::Known(n)) => ("count", None, number(*n)),
        Cell::Count(Known::Unknown) => ("count", None, None),
        Cell::Percent(p) => ("percent", None, p.value()),
        Cell::AtLeast(n) => ("at-least", None, number(*n)),
        Cell::Change(n) => ("change", None, number(*n)),
        Cell::ChangePercent(p) => ("change-percent", None, p.value()),
        Cell::Hidden => ("hidden", None, None),
    };
    CellOut {
        kind: kind.to_owned(),
        text,
        number,
    }
}

/// A table that can stand alone.
#[derive(Serialize, ToSchema)]
#[schema(as = StatisticTable)]
struct TableOut {
    /// What it shows.
    caption: String,
    /// What is counted.
    unit: String,
    /// How many there are in all; none for unknown.
    n: Option<i64>,
    /// Heads of the columns.
    columns: Vec<String>,
    /// Rows of cells, as many as there are columns.
    rows: Vec<Vec<CellOut>>,
    /// Where the numbers come from.
    source: String,
    /// What else one must know.
    note: Option<String>,
}

fn table(t: Table) -> TableOut {
    TableOut {
        rows: t
            .rows
            .iter()
            .map(|r| r.cells.iter().map(cell).collect())
            .collect(),
        n: t.n.value(),
        caption: t.caption,
        unit: t.unit,
        columns: t.columns,
        source: t.source,
        note: t.note,
    }
}

/// A statistic.
#[derive(Serialize, ToSchema)]
#[schema(as = Statistic)]
struct StatisticOut {
    /// Its name in addresses.
    name: String,
    /// Heading.
    title: String,
    /// Figure or table of the report.
    figure: String,
    /// The facts.
    table: TableOut,
    /// What the numbers say, the most important first.
    sentences: Vec<String>,
    /// Keys of the cases behind the numbers.
    cases: Vec<String>,
}

/// One statistic, computed from the records now, in the language asked for.
#[utoipa::path(get, path = "/statistics/{name}", operation_id = "getStatistic", tag = "statistics",
    params(("name" = String, Path, description = "Its name in addresses.", max_length = 80)),
    responses((status = 200, description = "The statistic.", body = StatisticOut)))]
async fn one(call: Call, At(name): At<String>) -> Answer<StatisticOut> {
    let data = Data::load(&mut call.env().db.read().await?).await?;
    let s = statistics::named(call.t, &data, &name).ok_or(ActError::NotFound)?;
    Ok(axum::Json(StatisticOut {
        name: s.name,
        title: s.title,
        figure: s.figure,
        table: table(s.table),
        sentences: s.sentences,
        cases: s.cases.into_iter().map(|w| w.key).collect(),
    }))
}

/// What the report says in two ways.
#[derive(Serialize, ToSchema)]
struct ContradictionOut {
    /// Stable id.
    id: String,
    /// What it is about.
    what: String,
    /// One place.
    place_a: String,
    /// What stands there.
    value_a: String,
    /// Another place.
    place_b: String,
    /// What stands there.
    value_b: String,
    /// What the record does, so that it cannot say both.
    consequence: String,
}

/// Where the report contradicts itself, and what the record does about it.
#[utoipa::path(get, path = "/statistics/contradictions", operation_id = "listContradictions", tag = "statistics",
    responses((status = 200, description = "All of them.", body = List<ContradictionOut>)))]
async fn contradictions(call: Call) -> Pages<ContradictionOut> {
    let rows = store::discrepancies(&mut call.env().db.read().await?).await?;
    let out = |d: crate::model::Discrepancy| ContradictionOut {
        id: d.id,
        what: d.what,
        place_a: d.place_a,
        value_a: d.value_a,
        place_b: d.place_b,
        value_b: d.value_b,
        consequence: d.consequence,
    };
    Ok(List {
        items: rows.into_iter().map(out).collect(),
        next: None,
    })
}
