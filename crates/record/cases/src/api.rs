//! Cases as JSON: the library and one case. A case is written from a matter in the room that shows both.

use kapok_acts::ActError;
use kapok_store::{Value, params};
use kapok_web::App;
use kapok_web::api::{Answer, Ask, At, Call, Cursor, Id, List, Moment, Pages, Paging, Text};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::model::{REGIONS, Section, Stage};
use crate::store::{self, Brief};

/// Cases on the same topic that are named.
const SIMILAR: i64 = 6;

#[derive(Debug, Clone, Copy)]
struct Region(&'static str);

impl Region {
    const ALL: [Region; REGIONS.len()] = {
        let mut all = [Region(""); REGIONS.len()];
        let mut i = 0;
        while i < all.len() {
            all[i] = Region(REGIONS[i]);
            i += 1;
        }
        all
    };
    fn id(self) -> &'static str {
        self.0
    }
    fn parse(id: &str) -> Option<Self> {
        REGIONS.into_iter().find(|r| *r == id).map(Region)
    }
}

kapok_web::wire_words!(Stage as "CaseStage", Region as "Region", Section as "CaseSection");

/// The operations of this room.
pub fn api() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(one))
}

/// A case in a list.
#[derive(Serialize, ToSchema)]
#[schema(as = Case)]
struct CaseOut {
    /// Its name in addresses.
    key: String,
    /// `imported`, or `matter` for those that this city wrote.
    origin: String,
    /// Title.
    title: String,
    /// What it is.
    summary: String,
    /// Language of both (BCP 47).
    lang: String,
    /// City; empty where the source names none.
    city: String,
    /// English name of the country or region; may be empty.
    country: String,
    /// Its code (ISO 3166-1 alpha-2); may be empty.
    country_code: String,
    /// Topic.
    topic: String,
    /// How sure the topic is.
    topic_basis: String,
    /// Furthest stage that any source gives it.
    stage: String,
    /// Its year; none for unknown.
    year: Option<i64>,
}

fn out(b: Brief) -> CaseOut {
    CaseOut {
        key: b.key,
        origin: b.origin,
        title: b.title,
        summary: b.summary,
        lang: b.lang,
        city: b.city,
        country: b.country,
        country_code: b.country_code,
        topic: b.topic,
        topic_basis: b.topic_basis,
        stage: b.stage,
        year: b.year,
    }
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct ListAsk {
    /// Words of title, summary or parts.
    q: Option<Text<200>>,
    /// Topic.
    topic: Option<Text<80>>,
    /// Region.
    #[param(inline)]
    region: Option<Region>,
    /// Code of a country (ISO 3166-1 alpha-2).
    #[param(inline)]
    country: Option<Text<8>>,
    /// Furthest stage.
    #[param(inline)]
    stage: Option<Stage>,
    /// Year.
    #[param(minimum = 0, maximum = 9999)]
    year: Option<i64>,
    /// Rows of a page.
    #[param(minimum = 1, maximum = 200, default = 50)]
    limit: Option<i64>,
    /// Where to go on: `next` of the page before.
    cursor: Option<Cursor>,
}

/// The library of cases, those that came furthest first.
#[utoipa::path(get, path = "/cases", operation_id = "listCases", tag = "cases", params(ListAsk),
    responses((status = 200, description = "A page of cases.", body = List<CaseOut>)))]
async fn list(call: Call, Ask(ask): Ask<ListAsk>) -> Pages<CaseOut> {
    let paging = Paging::new("cases", ask.limit, ask.cursor.as_ref())?;
    if ask.year.is_some_and(|y| !(0..=9999).contains(&y)) {
        return Err(kapok_web::api::ApiError::unreadable("year", "a year is expected"));
    }
    let mut conn = call.env().db.read().await?;
    let mut asked: Vec<(&'static str, Value)> = Vec::new();
    let some = |text: Option<String>| text.filter(|t| !t.is_empty());
    if let Some(q) = some(ask.q.map(|t| t.0)) {
        // Words without a letter or a digit find nothing, rather than everything.
        asked.push(store::text_condition(&conn, &q).unwrap_or(("topic", "".into())));
    }
    asked.extend(some(ask.topic.map(|t| t.0)).map(|t| ("topic", t.into())));
    asked.extend(ask.region.map(|r| ("region", r.id().into())));
    asked.extend(some(ask.country.map(|t| t.0)).map(|t| ("country", t.into())));
    asked.extend(ask.stage.map(|s| ("stage", s.id().into())));
    asked.extend(ask.year.map(|y| ("year", y.into())));
    asked.extend(paging.number()?.map(|after| ("after", after.into())));
    let rows = conn
        .filtered(&store::LIST, asked, "furthest", paging.one_more())
        .await?;
    Ok(paging.page("cases", rows, |b| b.sort.to_string(), out))
}

/// What a source says about a case.
#[derive(Serialize, ToSchema)]
struct FactOut {
    /// Stage or honour.
    stage: String,
    /// `project`, or `city` where the source speaks of its city only.
    scope: String,
    /// Year.
    year: Option<i64>,
    /// The source's wording.
    words: String,
    /// Where it stands.
    source: String,
    /// Address of the source; empty for print.
    url: String,
}

/// A part of the write-up.
#[derive(Serialize, ToSchema)]
struct SectionOut {
    /// Which.
    section: String,
    /// Its words.
    text: String,
}

/// Another title.
#[derive(Serialize, ToSchema)]
struct AliasOut {
    /// The title.
    title: String,
    /// Where it stands.
    source: String,
}

/// A case with its sources and its write-up.
#[derive(Serialize, ToSchema)]
struct OneCase {
    #[serde(flatten)]
    case: CaseOut,
    /// Its id.
    id: Id,
    /// Region; may be empty.
    region: String,
    /// Where the report names it.
    report_ref: String,
    /// Remark of the transcribers.
    note: String,
    /// Id of the matter that it was written from.
    matter_id: Option<Id>,
    /// Counts up with every change.
    #[schema(minimum = 1)]
    version: i64,
    /// When this version was written.
    at: Moment,
    /// What sources say about its stage.
    facts: Vec<FactOut>,
    /// The write-up, part by part.
    sections: Vec<SectionOut>,
    /// Other titles.
    aliases: Vec<AliasOut>,
    /// Cases on the same topic.
    similar: Vec<CaseOut>,
}

/// One case.
#[utoipa::path(get, path = "/cases/{key}", operation_id = "getCase", tag = "cases",
    params(("key" = String, Path, description = "Its name in addresses.", max_length = 80)),
    responses((status = 200, description = "The case.", body = OneCase)))]
async fn one(call: Call, At(key): At<String>) -> Answer<OneCase> {
    let mut conn = call.env().db.read().await?;
    let entry = store::by_key(&mut conn, &key).await?.ok_or(ActError::NotFound)?;
    let facts = conn.all(&store::FACTS, params![entry.id]).await?;
    let sections = conn.all(&store::SECTIONS, params![entry.id]).await?;
    let aliases = conn.all(&store::ALIASES, params![entry.id]).await?;
    let similar = store::similar(&mut conn, &entry, SIMILAR).await?;
    let fact = |f: store::FactRow| FactOut {
        stage: f.stage,
        scope: f.scope,
        year: f.year,
        words: f.words,
        source: f.source,
        url: f.url,
    };
    Ok(axum::Json(OneCase {
        id: Id(entry.id.0),
        region: entry.region,
        report_ref: entry.report_ref,
        note: entry.note,
        matter_id: entry.matter_id.map(Id),
        version: entry.version,
        at: Moment(entry.at),
        facts: facts.into_iter().map(fact).collect(),
        sections: sections
            .into_iter()
            .map(|(section, text)| SectionOut { section, text })
            .collect(),
        aliases: aliases
            .into_iter()
            .map(|a| AliasOut {
                title: a.alias,
                source: a.source,
            })
            .collect(),
        similar: similar.into_iter().map(out).collect(),
        case: CaseOut {
            key: entry.key,
            origin: entry.origin,
            title: entry.title,
            summary: entry.summary,
            lang: entry.lang,
            city: entry.city,
            country: entry.country,
            country_code: entry.country_code,
            topic: entry.topic,
            topic_basis: entry.topic_basis,
            stage: entry.stage,
            year: entry.year,
        },
    }))
}
