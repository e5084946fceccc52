//! The library: search, facets with counts, pager, CSV.

use std::collections::BTreeMap;

use askama::Template;
use axum::response::IntoResponse;
use kapok_i18n::T;
use kapok_store::{Conn, Value};
use kapok_web::{Chrome, Outcome, Page, Visit, csv};

use super::Line;
use crate::model::{REGIONS, Stage};
use crate::{export, names, store};

const PER_PAGE: usize = 20;
/// More values than a facet will have.
const FACET: i64 = 1_000;
/// The value of the year facet for cases whose source states no year.
const NO_YEAR: &str = "none";

/// Value, label, chosen.
type Choice = (String, String, bool);

#[derive(Template)]
#[template(path = "cases_list.html")]
pub(crate) struct ListPage {
    pub(crate) c: Chrome,
    pub(crate) q: String,
    pub(crate) topics: Vec<Choice>,
    /// All topics, to look through when nothing fits.
    pub(crate) offered: Vec<Choice>,
    pub(crate) regions: Vec<Choice>,
    pub(crate) countries: Vec<Choice>,
    pub(crate) years: Vec<Choice>,
    pub(crate) stages: Vec<Choice>,
    pub(crate) filtered: bool,
    pub(crate) total: i64,
    pub(crate) lines: Vec<Line>,
    pub(crate) next: String,
}

/// What a facet may not be asked by when its own values are counted.
type Asked = Vec<(&'static str, Value)>;

/// What the address asks for; values that cannot be read are left out.
fn asked(visit: &Visit, conn: &Conn) -> Asked {
    let mut out: Asked = Vec::new();
    if !visit.ask("q").is_empty() {
        // Words without a letter or a digit find nothing, rather than everything.
        out.push(store::text_condition(conn, visit.ask("q")).unwrap_or(("topic", "".into())));
    }
    for name in ["topic", "region", "country", "stage"] {
        if !visit.ask(name).is_empty() {
            out.push((name, visit.ask(name).into()));
        }
    }
    match visit.ask("year") {
        NO_YEAR => out.push(("no-year", 0i64.into())),
        year => out.extend(year.parse::<i64>().ok().map(|year| ("year", year.into()))),
    }
    out
}

fn without(asked: &Asked, names: &[&str]) -> Asked {
    asked
        .iter()
        .filter(|(name, _)| !names.contains(name))
        .cloned()
        .collect()
}

pub(crate) async fn list(visit: Visit) -> Outcome {
    let mut conn = visit.app.env.db.read().await.map_err(|e| visit.problem(e))?;
    let asked = asked(&visit, &conn);
    let page = page(&visit, &mut conn, asked)
        .await
        .map_err(|e| visit.problem(e))?;
    Ok(Page::public(page).into_response())
}

async fn page(visit: &Visit, conn: &mut Conn, asked: Asked) -> kapok_store::Result<ListPage> {
    let t = visit.t;
    let total = conn.filtered(&store::TOTAL, asked.clone(), "one", 1).await?;
    let (of_topic, stages, years, (regions, countries)) = (
        topics(visit, conn, &asked).await?,
        stages(visit, conn, &asked).await?,
        years(visit, conn, &asked).await?,
        countries(visit, conn, &asked).await?,
    );
    let mut rows = asked.clone();
    rows.extend(
        visit
            .ask("after")
            .parse::<i64>()
            .ok()
            .map(|after| ("after", after.into())),
    );
    let mut briefs = conn
        .filtered(&store::LIST, rows, "furthest", PER_PAGE as i64 + 1)
        .await?;
    let offered = match briefs.len() {
        0 => topics(visit, conn, &Vec::new()).await?,
        _ => Vec::new(),
    };
    let more = briefs.len() > PER_PAGE;
    briefs.truncate(PER_PAGE);
    let c = visit.chrome("cases");
    let next = match briefs.last() {
        Some(last) if more => c.with("after", &last.sort.to_string()),
        _ => String::new(),
    };
    Ok(ListPage {
        q: visit.ask("q").to_owned(),
        topics: of_topic,
        offered,
        regions,
        countries,
        years,
        stages,
        filtered: !asked.is_empty(),
        total: total.first().copied().unwrap_or_default(),
        lines: briefs.iter().map(|b| Line::new(t, b)).collect(),
        next,
        c,
    })
}

/// The choices of a facet: all of them first, then each value with its count. A value that is chosen stays even where
/// nothing fits any more, so that it can be seen and taken away.
fn choices(visit: &Visit, field: &str, values: Vec<(String, String, i64)>) -> Vec<Choice> {
    let t = visit.t;
    let chosen = visit.ask(field);
    let mut out = vec![(String::new(), t.form_all().to_owned(), chosen.is_empty())];
    out.extend(values.iter().map(|(value, label, count)| {
        (
            value.clone(),
            t.cases_option(label, &t.number(*count)),
            value == chosen,
        )
    }));
    if !chosen.is_empty() && !out.iter().any(|(value, ..)| value == chosen) {
        out.push((chosen.to_owned(), t.cases_option(chosen, &t.number(0)), true));
    }
    out
}

fn by_name(t: T, values: &mut [(String, String, i64)]) {
    values.sort_by(|a, b| t.compare(&a.1, &b.1));
}

async fn topics(visit: &Visit, conn: &mut Conn, asked: &Asked) -> kapok_store::Result<Vec<Choice>> {
    let rows = conn
        .filtered(&store::TOPIC_FACET, without(asked, &["topic"]), "value", FACET)
        .await?;
    let named = rows
        .into_iter()
        .map(|(id, n)| (id.clone(), visit.t.topic(&id).to_owned(), n));
    let mut values: Vec<_> = named.collect();
    by_name(visit.t, &mut values);
    Ok(choices(visit, "topic", values))
}

async fn stages(visit: &Visit, conn: &mut Conn, asked: &Asked) -> kapok_store::Result<Vec<Choice>> {
    let rows = conn
        .filtered(&store::STAGE_FACET, without(asked, &["stage"]), "value", FACET)
        .await?;
    let count = |stage: Stage| rows.iter().find(|(id, _)| id == stage.id()).map(|(_, n)| *n);
    let values = Stage::ALL.into_iter().filter_map(|stage| {
        let name = names::stage_name(visit.t, stage).to_owned();
        count(stage).map(|n| (stage.id().to_owned(), name, n))
    });
    Ok(choices(visit, "stage", values.collect()))
}

async fn years(visit: &Visit, conn: &mut Conn, asked: &Asked) -> kapok_store::Result<Vec<Choice>> {
    let asked = without(asked, &["year", "no-year"]);
    let mut rows = conn.filtered(&store::YEAR_FACET, asked, "value", FACET).await?;
    // Newest first; the databases do not agree where NULL stands.
    rows.sort_by_key(|(year, _)| std::cmp::Reverse(*year));
    let values = rows.into_iter().map(|(year, n)| match year {
        Some(year) => (year.to_string(), year.to_string(), n),
        None => (NO_YEAR.to_owned(), visit.t.cases_no_year().to_owned(), n),
    });
    Ok(choices(visit, "year", values.collect()))
}

/// Regions and countries from one count.
async fn countries(
    visit: &Visit,
    conn: &mut Conn,
    asked: &Asked,
) -> kapok_store::Result<(Vec<Choice>, Vec<Choice>)> {
    let t = visit.t;
    let free = without(asked, &["region", "country"]);
    let rows = conn.filtered(&store::COUNTRY_FACET, free, "value", FACET).await?;
    let (region, country) = (visit.ask("region"), visit.ask("country"));
    let mut by_region: BTreeMap<&str, i64> = BTreeMap::new();
    let mut by_country = Vec::new();
    for (of, code, name, n) in &rows {
        if country.is_empty() || country == code {
            *by_region.entry(of).or_default() += n;
        }
        if (region.is_empty() || region == of) && !code.is_empty() {
            by_country.push((code.clone(), names::country_name(t, code, name).to_owned(), *n));
        }
    }
    let regions = REGIONS.iter().filter_map(|id| {
        let n = by_region.get(id)?;
        Some(((*id).to_owned(), names::region_name(t, id).to_owned(), *n))
    });
    let regions = regions.collect();
    by_name(t, &mut by_country);
    Ok((
        choices(visit, "region", regions),
        choices(visit, "country", by_country),
    ))
}

pub(crate) async fn export(visit: Visit) -> Outcome {
    let mut conn = visit.app.env.db.read_long().await.map_err(|e| visit.problem(e))?;
    let body = export::library(&mut conn).await.map_err(|e| visit.problem(e))?;
    Ok(csv("kapok-cases", body))
}
