//! `/promises`: all commitments, the longest overdue first, with one line per office; and the same as CSV.

use std::sync::Arc;

use askama::Template;
use axum::response::IntoResponse;
use kapok_acts::ActError;
use kapok_i18n::T;
use kapok_parties::Directory;
use kapok_store::ids::PartyId;
use kapok_web::{Chrome, Outcome, Page, Visit};

use super::{View, state_name};
use crate::{Commitment, Filter, Lateness, OfficeLine, State, store};

const PER_PAGE: usize = 50;
/// Rows of an export; a city of ten million makes fewer promises in a decade.
const MOST_EXPORTED: i64 = 100_000;

#[derive(Template)]
#[template(path = "commitments_all.html")]
struct AllPage {
    c: Chrome,
    late: i64,
    late_text: String,
    offices: Vec<(String, String, bool)>,
    states: Vec<(&'static str, String, bool)>,
    filtered: bool,
    csv: String,
    rows: Vec<View>,
    next: String,
    lines: Vec<LineView>,
}

/// A line of the table of offices.
struct LineView {
    name: String,
    href: String,
    made: String,
    finished: String,
    running: String,
    late: String,
    median: String,
    is_late: bool,
}

/// What the address asks for.
struct Asked {
    filter: Filter,
    office: Option<PartyId>,
    state: &'static str,
}

fn asked(visit: &Visit, directory: &Directory) -> Asked {
    let office = directory.by_key(visit.ask("office")).map(|p| p.id);
    let mut filter = Filter {
        lead: office,
        after: visit.ask("after").parse().ok(),
        ..Filter::default()
    };
    let state = match visit.ask("state") {
        "overdue" => {
            filter.overdue_on = Some(visit.app.env.today());
            "overdue"
        }
        other => {
            filter.state = State::parse(other);
            filter.state.map_or("", State::id)
        }
    };
    Asked {
        filter,
        office,
        state,
    }
}

/// What the page needs from the database: a page of rows and one more, and a line per office.
async fn load(
    visit: &Visit,
    filter: Filter,
) -> Result<(Vec<Commitment>, Vec<OfficeLine>, Lateness), ActError> {
    let env = &visit.app.env;
    let mut conn = env.db.read().await?;
    let rows = store::list(&mut conn, filter, PER_PAGE as i64 + 1).await?;
    let (lines, late) = store::per_office(&mut conn, env.today()).await?;
    Ok((rows, lines, late))
}

pub(super) async fn page(visit: Visit) -> Outcome {
    let env = &visit.app.env;
    let t = visit.t;
    let directory = directory(&visit).await?;
    let asked = asked(&visit, &directory);
    let (mut rows, lines, late) = load(&visit, asked.filter).await.map_err(|e| visit.problem(e))?;
    let c = visit.chrome("promises").feed("/promises/feed.atom");
    let more = rows.len() > PER_PAGE;
    rows.truncate(PER_PAGE);
    let next = rows
        .last()
        .filter(|_| more)
        .map(|last| c.with("after", &last.number.to_string()));
    let query: Vec<(&str, &str)> = [("office", visit.ask("office")), ("state", asked.state)].into();
    Ok(Page::public(AllPage {
        late: late.n,
        late_text: late
            .average()
            .map(|days| t.commitments_overdue_text(late.n, &t.days(days)))
            .unwrap_or_default(),
        offices: offices(t, &directory, asked.office),
        states: states(t, asked.state),
        filtered: asked.office.is_some() || !asked.state.is_empty(),
        csv: format!("/promises.csv{}", kapok_web::url::query(&query)),
        rows: rows.iter().map(|c| View::new(t, env, &directory, c)).collect(),
        next: next.unwrap_or_default(),
        lines: lines_of(t, &directory, lines),
        c,
    })
    .into_response())
}

async fn directory(visit: &Visit) -> Result<Arc<Directory>, kapok_web::Problem> {
    kapok_parties::directory(&visit.app.env)
        .await
        .map_err(|e| visit.problem(e))
}

fn offices(t: T, directory: &Directory, chosen: Option<PartyId>) -> Vec<(String, String, bool)> {
    let all = (String::new(), t.form_all().to_owned(), chosen.is_none());
    let each = directory
        .offices()
        .map(|p| (p.key.clone(), p.name.clone(), chosen == Some(p.id)));
    std::iter::once(all).chain(each).collect()
}

fn states(t: T, chosen: &str) -> Vec<(&'static str, String, bool)> {
    let options = [
        ("", t.form_all()),
        ("overdue", t.commitments_overdue()),
        ("running", state_name(t, State::Running)),
        ("finished", state_name(t, State::Finished)),
        ("withdrawn", state_name(t, State::Withdrawn)),
    ];
    options
        .map(|(id, name)| (id, name.to_owned(), id == chosen))
        .into()
}

/// Most overdue first, then by name.
fn lines_of(t: T, directory: &Directory, mut lines: Vec<OfficeLine>) -> Vec<LineView> {
    lines.sort_by(|a, b| {
        let names = || t.compare(directory.name(a.office), directory.name(b.office));
        b.late.n.cmp(&a.late.n).then_with(names)
    });
    lines
        .into_iter()
        .map(|line| LineView {
            name: directory.name(line.office).to_owned(),
            href: directory
                .get(line.office)
                .map(|p| format!("/promises{}", kapok_web::url::query(&[("office", &p.key)])))
                .unwrap_or_default(),
            made: t.number(line.made),
            finished: t.number(line.finished),
            running: t.number(line.made - line.finished),
            late: t.number(line.late.n),
            median: line
                .late
                .median
                .map(|m| t.decimal(m, usize::from(m.fract() != 0.0)))
                .unwrap_or_default(),
            is_late: line.late.n > 0,
        })
        .collect()
}

pub(super) async fn csv(visit: Visit) -> Outcome {
    let directory = directory(&visit).await?;
    let filter = Filter {
        after: None,
        ..asked(&visit, &directory).filter
    };
    let body = export(&visit, &directory, filter)
        .await
        .map_err(|e| visit.problem(e))?;
    Ok(kapok_web::csv("promises", body))
}

/// The columns of the export. Names are for machines and the same in every language.
const COLUMNS: [&str; 17] = [
    "number",
    "matter",
    "title",
    "lang",
    "office",
    "partners",
    "state",
    "made",
    "first_due",
    "due",
    "moves",
    "finished",
    "days_late",
    "percent",
    "money",
    "spent",
    "people",
];

async fn export(visit: &Visit, directory: &Directory, filter: Filter) -> Result<String, ActError> {
    let env = &visit.app.env;
    let rows = store::list(&mut env.db.read_long().await?, filter, MOST_EXPORTED).await?;
    let mut out = csv::Writer::from_writer(Vec::new());
    // Writing into memory cannot fail; were a row ever refused, the rows after it would still be right.
    let _ = out.write_record(COLUMNS);
    for c in &rows {
        let number = |n: Option<i64>| n.map(|n| n.to_string()).unwrap_or_default();
        let day = |at: jiff::Timestamp| env.city.date(at).to_string();
        let office = directory.get(c.lead).map_or("", |p| p.key.as_str());
        let _ = out.write_record([
            c.number.to_string().as_str(),
            &c.matter_number.to_string(),
            &c.title,
            &c.lang,
            office,
            &c.partners.to_string(),
            c.state.id(),
            &day(c.made_at),
            &c.first_due.to_string(),
            &c.due.to_string(),
            &c.moves.to_string(),
            &c.finished_at.map(day).unwrap_or_default(),
            &c.days_late(env.today()).to_string(),
            &c.percent.to_string(),
            &number(c.money),
            &c.spent.to_string(),
            &number(c.people),
        ]);
    }
    Ok(String::from_utf8(out.into_inner().unwrap_or_default()).unwrap_or_default())
}
