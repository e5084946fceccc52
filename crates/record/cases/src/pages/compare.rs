//! Up to three cases side by side.

use askama::Template;
use axum::response::IntoResponse;
use kapok_acts::Env;
use kapok_i18n::T;
use kapok_store::ids::CaseId;
use kapok_store::{Conn, params};
use kapok_web::{Chrome, Outcome, Page, Visit};

use super::one::{FactView, history};
use crate::model::Section;
use crate::names;
use crate::store::{self, Entry};

const MOST: usize = 3;

/// One case as a column.
pub(crate) struct Column {
    pub(crate) key: String,
    pub(crate) title: String,
    pub(crate) lang: String,
    pub(crate) own: bool,
    pub(crate) summary: String,
    pub(crate) stages: Vec<FactView>,
    pub(crate) sections: Vec<(&'static str, String)>,
}

/// One fact of all cases.
pub(crate) struct FactRow {
    pub(crate) label: &'static str,
    pub(crate) values: Vec<String>,
}

#[derive(Template)]
#[template(path = "cases_compare.html")]
pub(crate) struct ComparePage {
    pub(crate) c: Chrome,
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<FactRow>,
    pub(crate) parts: Vec<FactRow>,
    pub(crate) too_many: bool,
}

pub(crate) async fn compare(visit: Visit) -> Outcome {
    let mut keys: Vec<&str> = visit.ask_all("k").filter(|key| !key.is_empty()).collect();
    let mut seen = std::collections::BTreeSet::new();
    keys.retain(|key| seen.insert(*key));
    let too_many = keys.len() > MOST;
    keys.truncate(MOST);
    let mut conn = visit.app.env.db.read().await.map_err(|e| visit.problem(e))?;
    let mut cases = Vec::new();
    for key in keys {
        let found = store::by_key(&mut conn, key)
            .await
            .map_err(|e| visit.problem(e))?;
        cases.extend(found);
    }
    let ids: Vec<CaseId> = cases.iter().map(|case| case.id).collect();
    let mut columns = Vec::new();
    let (stages, sections) = details(&mut conn, &ids).await.map_err(|e| visit.problem(e))?;
    for case in &cases {
        columns.push(column(visit.t, &visit.app.env, case, &stages, &sections));
    }
    let page = ComparePage {
        rows: if cases.is_empty() {
            Vec::new()
        } else {
            facts(visit.t, &cases)
        },
        parts: parts(visit.t, &columns),
        columns,
        too_many,
        c: visit.chrome("cases"),
    };
    Ok(Page::public(page).into_response())
}

type Parts = Vec<(CaseId, String, String)>;

/// Facts and parts of all the cases, in two queries whatever their number.
async fn details(conn: &mut Conn, ids: &[CaseId]) -> kapok_store::Result<(Vec<store::FactRow>, Parts)> {
    // A query takes three ids; where there are fewer cases the last stands in for the missing ones.
    let Some(last) = ids.last() else {
        return Ok(Default::default());
    };
    let id = |at: usize| *ids.get(at).unwrap_or(last);
    let three = params![id(0), id(1), id(2)];
    Ok((
        conn.all(&store::FACTS_OF, three).await?,
        conn.all(&store::SECTIONS_OF, three).await?,
    ))
}

fn column(t: T, env: &Env, case: &Entry, stages: &[store::FactRow], sections: &Parts) -> Column {
    let own: Vec<store::FactRow> = stages.iter().filter(|f| f.case_id == case.id).cloned().collect();
    let text = |section: Section| {
        let part = sections
            .iter()
            .find(|(id, name, _)| *id == case.id && name == section.id())?;
        Some((section.id(), part.2.clone()))
    };
    Column {
        key: case.key.clone(),
        title: case.title.clone(),
        lang: case.lang.clone(),
        own: case.origin == "matter",
        summary: case.summary.clone(),
        stages: history(t, env, &own),
        sections: Section::ALL.into_iter().filter_map(text).collect(),
    }
}

fn facts(t: T, cases: &[Entry]) -> Vec<FactRow> {
    let row = |label: &'static str, value: &dyn Fn(&Entry) -> String| FactRow {
        label,
        values: cases.iter().map(value).collect(),
    };
    vec![
        row(t.cases_city(), &|e| {
            super::place(t, &e.city, &e.country, &e.country_code)
        }),
        row(t.cases_region(), &|e| names::region_name(t, &e.region).to_owned()),
        row(t.cases_topic(), &|e| match super::unsure(t, &e.topic_basis) {
            unsure if unsure.is_empty() => t.topic(&e.topic).to_owned(),
            unsure => format!("{}{}", t.topic(&e.topic), t.base_brackets(&unsure)),
        }),
        row(t.cases_stage(), &|e| super::stage(t, &e.stage)),
        row(t.cases_year(), &|e| {
            e.year
                .map_or_else(|| t.cases_no_year().to_owned(), |y| y.to_string())
        }),
        row(t.cases_kind(), &|e| names::kind_name(t, &e.kind).to_owned()),
    ]
}

/// The parts that at least one of the cases has.
fn parts(t: T, columns: &[Column]) -> Vec<FactRow> {
    let row = |section: Section| {
        let text = |column: &Column| {
            let part = column.sections.iter().find(|(id, _)| *id == section.id());
            part.map(|(_, text)| text.clone()).unwrap_or_default()
        };
        let values: Vec<String> = columns.iter().map(text).collect();
        let any = values.iter().any(|v| !v.is_empty());
        any.then(|| FactRow {
            label: names::section_name(t, section),
            values,
        })
    };
    Section::ALL.into_iter().filter_map(row).collect()
}
