//! `/statistics`: the index; `/statistics/NAME`: one statistic; `/statistics/NAME.csv`: its table;
//! `/statistics/contradictions`: what the report says in two ways.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::IntoResponse;
use axum::routing::get;
use kapok_cases::Winner;
use kapok_i18n::Numbers;
use kapok_web::{App, Chrome, Outcome, Page, Visit, csv};

use crate::model::Discrepancy;
use crate::statistics::{self, Data, Remark, Statistic};
use crate::store;

/// The routes of this room.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/statistics", get(index))
        .route("/statistics/contradictions", get(contradictions))
        .route("/statistics/{name}", get(one))
}

async fn load(visit: &Visit) -> Result<Data, kapok_web::Problem> {
    let mut conn = visit.app.env.db.read().await.map_err(|e| visit.problem(e))?;
    Data::load(&mut conn).await.map_err(|e| visit.problem(e))
}

/// A card of the index.
struct Entry {
    href: String,
    title: String,
    figure: String,
    sentence: String,
}

#[derive(Template)]
#[template(path = "programmes_index.html")]
struct IndexPage {
    c: Chrome,
    entries: Vec<Entry>,
}

async fn index(visit: Visit) -> Outcome {
    let data = load(&visit).await?;
    let entries = statistics::all(visit.t, &data).into_iter().map(|s| Entry {
        href: format!("/statistics/{}", s.name),
        title: s.title,
        figure: s.figure,
        sentence: s.sentences.into_iter().next().unwrap_or_default(),
    });
    let page = IndexPage {
        entries: entries.collect(),
        c: visit.chrome("cases"),
    };
    Ok(Page::public(page).into_response())
}

#[derive(Template)]
#[template(path = "programmes_one.html")]
struct OnePage {
    c: Chrome,
    title: String,
    figure: String,
    svg: String,
    table: String,
    csv: String,
    sentences: Vec<String>,
    remarks: Vec<Remark>,
    /// What the remarks are: the themes of the workshops, or what stands elsewhere than in the report.
    themes: bool,
    cases: Vec<Winner>,
}

impl OnePage {
    fn new(c: Chrome, s: Statistic) -> Self {
        let say = Numbers {
            t: c.t,
            digits: s.digits,
        };
        Self {
            table: s.table.to_html(&say),
            csv: format!("/statistics/{}.csv", s.name),
            title: s.title,
            figure: s.figure,
            svg: s.svg,
            sentences: s.sentences,
            remarks: s.remarks,
            themes: s.name == "workshops",
            cases: s.cases,
            c,
        }
    }
}

async fn one(visit: Visit, Path(name): Path<String>) -> Outcome {
    let data = load(&visit).await?;
    let (wanted, as_csv) = name
        .strip_suffix(".csv")
        .map_or((name.as_str(), false), |name| (name, true));
    let found = statistics::named(visit.t, &data, wanted).ok_or_else(|| visit.not_found())?;
    if as_csv {
        let say = Numbers {
            t: visit.t,
            digits: found.digits,
        };
        return Ok(csv(&format!("kapok-{wanted}"), found.table.to_csv(&say)));
    }
    Ok(Page::public(OnePage::new(visit.chrome("cases"), found)).into_response())
}

#[derive(Template)]
#[template(path = "programmes_contradictions.html")]
struct ContradictionsPage {
    c: Chrome,
    rows: Vec<Discrepancy>,
}

async fn contradictions(visit: Visit) -> Outcome {
    let mut conn = visit.app.env.db.read().await.map_err(|e| visit.problem(e))?;
    let rows = store::discrepancies(&mut conn)
        .await
        .map_err(|e| visit.problem(e))?;
    Ok(Page::public(ContradictionsPage {
        rows,
        c: visit.chrome("cases"),
    })
    .into_response())
}
