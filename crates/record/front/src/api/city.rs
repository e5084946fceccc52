//! The city in numbers: what was heard and done, who is silent, what is late.

use kapok_acts::Right;
use kapok_matters::api::{MatterOut, Speaker};
use kapok_matters::{Asked, State, Step, reads};
use kapok_web::App;
use kapok_web::api::scopes::Read;
use kapok_web::api::{Answer, Ask, Call, Id, List, Moment, Number, Pages, Staff, Text};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::home::{FrontFacts, places};
use crate::late::scope;

/// Rows of each part.
const MOST: i64 = 200;

pub(super) fn api() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(numbers))
        .routes(routes!(silent))
        .routes(routes!(late))
}

/// The numbers of the front page.
#[derive(Serialize, ToSchema)]
struct Numbers {
    /// The year of the city's calendar.
    year: i16,
    /// Voices heard in this year.
    heard: i64,
    /// Matters being weighed.
    weighed: i64,
    /// Matters decided.
    decided: i64,
    /// Matters in work.
    doing: i64,
    /// Matters done.
    done: i64,
    /// Matters shared as cases.
    shared: i64,
    /// Voices that wait for an answer longer than the city promises.
    unanswered: i64,
    /// Promises whose day has passed.
    overdue: i64,
    /// Neighbourhoods from which nothing was heard in 365 days.
    silent: i64,
}

/// The city in numbers, of the last seconds.
#[utoipa::path(get, path = "/numbers", operation_id = "getNumbers", tag = "statistics",
    responses((status = 200, description = "The numbers.", body = Numbers)))]
async fn numbers(call: Call) -> Answer<Numbers> {
    let env = call.env();
    let facts = FrontFacts::of(env).await?;
    Ok(axum::Json(Numbers {
        year: env.today().year(),
        heard: facts.heard,
        weighed: facts.at(Step::Weighed),
        decided: facts.at(Step::Decided),
        doing: facts.at(Step::Doing),
        done: facts.at(Step::Done),
        shared: facts.at(Step::Shared),
        unanswered: facts.unanswered,
        overdue: facts.overdue.n,
        silent: facts.silent,
    }))
}

/// How a neighbourhood was heard.
#[derive(Serialize, ToSchema)]
struct HeardFrom {
    /// Key of the neighbourhood.
    place: String,
    /// Voices of this year.
    #[schema(minimum = 0)]
    voices: i64,
    /// When the last voice of any year reached the city; none for never.
    last_at: Option<Moment>,
    /// Whether nothing was heard in 365 days.
    silent: bool,
}

/// All neighbourhoods, those that are silent first.
#[utoipa::path(get, path = "/silent", operation_id = "listSilentPlaces", tag = "statistics",
    responses((status = 200, description = "All neighbourhoods.", body = List<HeardFrom>)))]
async fn silent(call: Call) -> Pages<HeardFrom> {
    let env = call.env();
    let tree = kapok_places::tree(env).await?;
    let mut rows = places(env).await?;
    rows.sort_by_key(|r| (!r.silent, r.year));
    let out = |r: crate::home::Heard| {
        Some(HeardFrom {
            place: tree.get(r.place)?.key.clone(),
            voices: r.year,
            last_at: r.last.map(Moment),
            silent: r.silent,
        })
    };
    Ok(List {
        items: rows.into_iter().filter_map(out).collect(),
        next: None,
    })
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct LateAsk {
    /// Key of an office; for those who look over all offices. Others see their own.
    office: Option<Text<80>>,
}

/// A request that waits for a reply.
#[derive(Serialize, ToSchema)]
struct WaitingRequest {
    /// Number of the matter.
    matter: Number,
    /// Key of the office that is asked.
    office: Option<String>,
    /// For what.
    asked: Asked,
    /// When.
    asked_at: Moment,
}

/// An appeal that waits for a ruling.
#[derive(Serialize, ToSchema)]
struct WaitingAppeal {
    /// Its id.
    id: Id,
    /// Id of the matter.
    matter_id: Id,
    /// Why, in the resident's words.
    grounds: String,
    /// State of the matter that it is against.
    against: State,
    /// When.
    at: Moment,
}

/// What waits too long. Voices and promises have lists of their own: `unanswered` and `overdue`.
#[derive(Serialize, ToSchema)]
struct LateOut {
    /// Matters whose day of reply has passed, longest first, at most 200.
    replies: Vec<MatterOut>,
    /// Requests to offices that nobody replied to.
    requests: Vec<WaitingRequest>,
    /// Appeals that wait for a ruling; for those who rule.
    appeals: Vec<WaitingAppeal>,
}

/// What is late in one's office; all offices for the mayor's office and auditors.
#[utoipa::path(get, path = "/late", operation_id = "listLate", tag = "matters", params(LateAsk),
    responses((status = 200, description = "What is late.", body = LateOut)), security(("token" = ["read"])))]
async fn late(call: Staff<Read>, Ask(ask): Ask<LateAsk>) -> Answer<LateOut> {
    call.need(Right::ReadStaffPages)?;
    let env = call.env();
    let asked = match ask.office.as_ref().filter(|k| !k.0.is_empty()) {
        Some(key) => Some(kapok_parties::api::office_of(env, &key.0).await?),
        None => None,
    };
    let office = scope(&call.actor, asked).office;
    let speaker = Speaker::new(env).await?;
    let mut conn = env.db.read().await?;
    let replies = reads::late(&mut conn, env.today(), office, MOST).await?;
    let requests = match office {
        Some(office) => reads::asked_of(&mut conn, office, MOST).await?,
        None => reads::asked(&mut conn, MOST).await?,
    };
    let appeals = if call.actor.may(Right::Rule) {
        reads::open_appeals(&mut conn, MOST).await?
    } else {
        Vec::new()
    };
    Ok(axum::Json(LateOut {
        replies: replies.into_iter().map(|m| speaker.matter(m)).collect(),
        requests: requests
            .into_iter()
            .map(|(m, p)| WaitingRequest {
                matter: Number(m.number),
                office: speaker.key(Some(p.party)),
                asked: p.asked,
                asked_at: Moment(p.asked_at),
            })
            .collect(),
        appeals: appeals
            .into_iter()
            .map(|a| WaitingAppeal {
                id: Id(a.id.0),
                matter_id: Id(a.matter.0),
                grounds: a.grounds,
                against: a.against,
                at: Moment(a.at),
            })
            .collect(),
    }))
}
