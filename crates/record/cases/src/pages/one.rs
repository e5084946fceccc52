//! One case: facts, stage history with sources, write-up, citation, cases on the same topic, earlier versions.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use kapok_acts::Env;
use kapok_i18n::T;
use kapok_store::ids::MatterId;
use kapok_store::params;
use kapok_web::{Chrome, Outcome, Page, Visit};

use super::Line;
use crate::model::{Basis, Section};
use crate::names;
use crate::store::{self, Entry, FactRow};

/// Cases shown on the same topic.
const SIMILAR: i64 = 6;

/// A fact about the stage, in the reader's words.
pub(crate) struct FactView {
    pub(crate) year: String,
    pub(crate) stage: String,
    pub(crate) of_project: bool,
    pub(crate) words: String,
    pub(crate) source: String,
    pub(crate) url: String,
    pub(crate) recorded: String,
    pub(crate) recorded_iso: String,
}

/// An earlier version.
pub(crate) struct VersionView {
    pub(crate) label: String,
    pub(crate) title: String,
    pub(crate) summary: String,
}

#[derive(Template)]
#[template(path = "cases_one.html")]
pub(crate) struct OnePage {
    pub(crate) c: Chrome,
    pub(crate) title: String,
    pub(crate) summary: String,
    pub(crate) lang: String,
    pub(crate) own: bool,
    pub(crate) facts: Vec<(String, String)>,
    pub(crate) topic: String,
    pub(crate) topic_name: String,
    pub(crate) basis: String,
    pub(crate) stages: Vec<FactView>,
    pub(crate) sections: Vec<(String, String)>,
    pub(crate) aliases: Vec<(String, String)>,
    pub(crate) note: String,
    pub(crate) report_ref: String,
    pub(crate) urls: Vec<String>,
    pub(crate) matter: String,
    pub(crate) citation: String,
    pub(crate) bibtex: String,
    pub(crate) similar: Vec<Line>,
    pub(crate) versions: Vec<VersionView>,
}

pub(crate) async fn one(visit: Visit, Path(key): Path<String>) -> Outcome {
    let mut conn = visit.app.env.db.read().await.map_err(|e| visit.problem(e))?;
    let found = store::by_key(&mut conn, &key)
        .await
        .map_err(|e| visit.problem(e))?;
    let entry = found.ok_or_else(|| visit.not_found())?;
    let page = page(&visit, &mut conn, entry)
        .await
        .map_err(|e| visit.problem(e))?;
    Ok(Page::public(page).into_response())
}

async fn page(visit: &Visit, conn: &mut kapok_store::Conn, entry: Entry) -> kapok_store::Result<OnePage> {
    let t = visit.t;
    let env = &visit.app.env;
    let rows = conn.all(&store::FACTS, params![entry.id]).await?;
    let aliases = conn.all(&store::ALIASES, params![entry.id]).await?;
    let sections = conn.all(&store::SECTIONS, params![entry.id]).await?;
    let versions = conn.all(&store::VERSIONS, params![entry.id]).await?;
    let similar = store::similar(conn, &entry, SIMILAR).await?;
    let part = |section: Section| {
        let text = sections.iter().find(|(id, _)| id == section.id())?;
        Some((names::section_name(t, section).to_owned(), text.1.clone()))
    };
    let mut urls: Vec<String> = rows
        .iter()
        .map(|f| f.url.clone())
        .filter(|url| !url.is_empty())
        .collect();
    urls.dedup();
    Ok(OnePage {
        facts: facts(t, &entry),
        topic: entry.topic.clone(),
        topic_name: t.topic(&entry.topic).to_owned(),
        basis: Basis::parse(&entry.topic_basis)
            .map_or("", |b| names::basis_name(t, b))
            .to_owned(),
        stages: history(t, env, &rows),
        sections: Section::ALL.into_iter().filter_map(part).collect(),
        aliases: aliases.into_iter().map(|a| (a.alias, a.source)).collect(),
        matter: entry
            .matter_id
            .map(|id| format!("/m/{}", MatterId(id)))
            .unwrap_or_default(),
        citation: citation(env, &entry),
        bibtex: bibtex(env, &entry),
        similar: similar.iter().map(|b| Line::new(t, b)).collect(),
        versions: versions
            .into_iter()
            .map(|(n, title, summary, at)| VersionView {
                label: t.cases_page_of(&t.number(n), &t.date(env.city.date(at))),
                title,
                summary,
            })
            .collect(),
        own: entry.origin == "matter",
        title: entry.title,
        summary: entry.summary,
        lang: entry.lang,
        note: entry.note,
        report_ref: entry.report_ref,
        urls,
        c: visit.chrome("cases"),
    })
}

/// Facts at a glance: label and value; what is not known is left out, but an unstated year is said.
fn facts(t: T, entry: &Entry) -> Vec<(String, String)> {
    let year = entry
        .year
        .map_or_else(|| t.cases_no_year().to_owned(), |y| y.to_string());
    let city = names::city_name(t, &entry.city, &entry.country_code);
    let city = if city.is_empty() {
        t.cases_city_unnamed()
    } else {
        city
    };
    let all = [
        (t.cases_city(), city.to_owned()),
        (
            t.cases_country(),
            names::country_name(t, &entry.country_code, &entry.country).to_owned(),
        ),
        (t.cases_region(), names::region_name(t, &entry.region).to_owned()),
        (t.cases_stage(), super::stage(t, &entry.stage)),
        (t.cases_year(), year),
        (t.cases_kind(), names::kind_name(t, &entry.kind).to_owned()),
        (t.cases_version(), t.number(entry.version)),
    ];
    all.into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(l, value)| (l.to_owned(), value))
        .collect()
}

/// The facts in the order of the years.
pub(crate) fn history(t: T, env: &Env, rows: &[FactRow]) -> Vec<FactView> {
    let mut known: Vec<_> = rows.iter().filter_map(|row| Some((row.fact()?, row))).collect();
    known.sort_by_key(|(fact, _)| fact.order());
    known
        .into_iter()
        .map(|(fact, row)| FactView {
            year: fact
                .year
                .map_or_else(|| t.cases_no_year().to_owned(), |y| y.to_string()),
            stage: names::stage_name(t, fact.stage).to_owned(),
            of_project: fact.of_project,
            words: if fact.url.is_empty() {
                String::new()
            } else {
                fact.words
            },
            source: fact.source,
            url: fact.url,
            recorded: t.date(env.city.date(row.recorded)),
            recorded_iso: env.city.date(row.recorded).to_string(),
        })
        .collect()
}

/// The report as it is cited: in English, as its cases are.
const REPORT: &str = "report on the third Workshop for Thought Leaders (2019), Guangzhou International Award for Urban \
    Innovation";

/// Who the case is by: the city and country of the record, in English, as citations are.
fn author(entry: &Entry) -> String {
    let parts = [entry.city.as_str(), entry.country.as_str()];
    parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

fn address(env: &Env, entry: &Entry) -> String {
    format!("{}/cases/{}", env.city.public_url, entry.key)
}

/// The report and the place in it where the case stands; none for a case that the report does not have.
fn source(entry: &Entry) -> Option<String> {
    let place = Some(entry.report_ref.as_str()).filter(|place| !place.is_empty())?;
    Some(format!("{REPORT}, {place}"))
}

/// A citation in one line.
pub(crate) fn citation(env: &Env, entry: &Entry) -> String {
    let year = entry.year.map_or_else(|| "n.d.".to_owned(), |y| y.to_string());
    let source = source(entry).map_or_else(String::new, |source| format!(" Source: {source}."));
    format!(
        "{} ({year}). {}. Kapok case library of {}, version {}.{source} {}",
        author(entry),
        entry.title,
        env.city.name,
        entry.version,
        address(env, entry)
    )
}

/// The same for reference managers (BibTeX, entry type `misc`). Braces in a title would end the field and are left out.
pub(crate) fn bibtex(env: &Env, entry: &Entry) -> String {
    let plain = |text: &str| text.replace(['{', '}', '\\'], "");
    let mut lines = vec![
        format!("@misc{{{},", entry.key),
        format!("  title = {{{}}},", plain(&entry.title)),
        format!("  author = {{{{{}}}}},", plain(&author(entry))),
    ];
    lines.extend(entry.year.map(|year| format!("  year = {{{year}}},")));
    lines.push(format!(
        "  howpublished = {{Kapok case library of {}}},",
        plain(&env.city.name)
    ));
    let source = source(entry).map_or_else(String::new, |source| format!(". Source: {source}"));
    lines.push(format!(
        "  note = {{Version {}{}}},",
        entry.version,
        plain(&source)
    ));
    lines.push(format!("  url = {{{}}}", address(env, entry)));
    lines.push("}".to_owned());
    lines.join("\n")
}
