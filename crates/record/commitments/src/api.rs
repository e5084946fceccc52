//! Promises as JSON: the list and one promise; making them and the work on them in their own file.

mod work;

use kapok_acts::{ActError, Env};
use kapok_matters::api::matter_of;
use kapok_parties::Directory;
use kapok_store::ids::PartyId;
use kapok_web::App;
use kapok_web::api::{Answer, Ask, At, Call, Cursor, Day, Id, List, Moment, Number, Pages, Paging, Text};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::{Commitment, Filter, Role, State, UpdateKind, store};

kapok_web::wire_words!(State as "PromiseState", Role as "PromiseRole", UpdateKind as "ReportKind");

/// The operations of this room.
pub fn api() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(offices))
        .routes(routes!(one))
        .routes(routes!(of_matter))
        .merge(work::api())
}

/// A promise: who does what until when.
#[derive(Serialize, ToSchema)]
#[schema(as = Promise)]
struct PromiseOut {
    /// Its id.
    id: Id,
    /// The number that people quote.
    number: Number,
    /// Number of the matter that it is for.
    matter: Number,
    /// What will be true when it is done.
    title: String,
    /// Language of title and evidence (BCP 47).
    lang: String,
    /// Key of the office that answers for it.
    lead: Option<String>,
    /// The day by which it is promised now.
    due: Day,
    /// The day that was promised first.
    first_due: Day,
    /// What may be spent, in whole units of the city's currency; none for unknown.
    money: Option<i64>,
    /// What was spent so far.
    spent: i64,
    /// Staff and volunteers; none for unknown.
    people: Option<i64>,
    /// How much is done.
    #[schema(minimum = 0, maximum = 100)]
    percent: i64,
    /// Where it stands.
    state: State,
    /// Days since its day passed, while it is not finished; 0 when it has not.
    #[schema(minimum = 0)]
    days_late: i64,
    /// When it was made.
    made_at: Moment,
    /// When it was finished.
    finished_at: Option<Moment>,
    /// What shows that it is finished; empty while it runs.
    evidence: String,
    /// Id of the case from another city that it copies.
    case_id: Option<Id>,
}

fn key(directory: &Directory, id: impl Into<Option<PartyId>>) -> Option<String> {
    id.into().and_then(|id| directory.get(id)).map(|p| p.key.clone())
}

fn out(env: &Env, directory: &Directory, c: Commitment) -> PromiseOut {
    PromiseOut {
        days_late: c.days_late(env.today()).max(0),
        id: Id(c.id.0),
        number: Number(c.number),
        matter: Number(c.matter_number),
        lead: key(directory, c.lead),
        due: Day(c.due),
        first_due: Day(c.first_due),
        money: c.money,
        spent: c.spent,
        people: c.people,
        percent: c.percent,
        state: c.state,
        made_at: Moment(c.made_at),
        finished_at: c.finished_at.map(Moment),
        case_id: c.case_id.map(|id| Id(id.0)),
        title: c.title,
        lang: c.lang,
        evidence: c.evidence,
    }
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct ListAsk {
    /// Key of the office in the lead.
    office: Option<Text<80>>,
    /// Only these.
    state: Option<State>,
    /// Only those whose day has passed.
    overdue: Option<bool>,
    /// Rows of a page.
    #[param(minimum = 1, maximum = 200, default = 50)]
    limit: Option<i64>,
    /// Where to go on: `next` of the page before.
    cursor: Option<Cursor>,
}

/// Promises, the most urgent first.
#[utoipa::path(get, path = "/promises", operation_id = "listPromises", tag = "promises", params(ListAsk),
    responses((status = 200, description = "A page of promises.", body = List<PromiseOut>)))]
async fn list(call: Call, Ask(ask): Ask<ListAsk>) -> Pages<PromiseOut> {
    let env = call.env();
    let directory = kapok_parties::directory(env).await?;
    let paging = Paging::new("promises", ask.limit, ask.cursor.as_ref())?;
    let lead = match ask.office.as_ref().filter(|k| !k.0.is_empty()) {
        None => None,
        Some(key) => Some(kapok_parties::api::office_of(env, &key.0).await?),
    };
    let filter = Filter {
        lead,
        party: None,
        state: ask.state,
        overdue_on: ask.overdue.filter(|o| *o).map(|_| env.today()),
        after: paging.number()?,
    };
    let rows = store::list(&mut env.db.read().await?, filter, paging.one_more()).await?;
    Ok(paging.page(
        "promises",
        rows,
        |c| c.number.to_string(),
        |c| out(env, &directory, c),
    ))
}

/// An office in numbers.
#[derive(Serialize, ToSchema)]
struct OfficePromises {
    /// Key of the office.
    office: Option<String>,
    /// Promises that it made.
    #[schema(minimum = 0)]
    made: i64,
    /// Those that are finished.
    #[schema(minimum = 0)]
    finished: i64,
    /// Those whose day has passed.
    #[schema(minimum = 0)]
    late: i64,
    /// Days by which those are late on average; none without any.
    days_late: Option<i64>,
}

/// How the offices keep their promises.
#[utoipa::path(get, path = "/promises/by-office", operation_id = "countPromisesByOffice", tag = "promises",
    responses((status = 200, description = "All offices with promises.", body = List<OfficePromises>)))]
async fn offices(call: Call) -> Pages<OfficePromises> {
    let env = call.env();
    let directory = kapok_parties::directory(env).await?;
    let (lines, _) = store::per_office(&mut env.db.read().await?, env.today()).await?;
    let line = |l: crate::OfficeLine| OfficePromises {
        office: key(&directory, l.office),
        made: l.made,
        finished: l.finished,
        late: l.late.n,
        days_late: l.late.average(),
    };
    Ok(List {
        items: lines.into_iter().map(line).collect(),
        next: None,
    })
}

/// Who takes part.
#[derive(Serialize, ToSchema)]
struct PartnerOut {
    /// Key of the office or organisation.
    key: Option<String>,
    /// As what.
    role: Role,
}

/// A day that moved.
#[derive(Serialize, ToSchema)]
struct MoveOut {
    /// The day promised before.
    from: Day,
    /// The day promised since.
    to: Day,
    /// Why.
    reason: String,
    /// Who moved it.
    author: String,
    /// When.
    at: Moment,
}

/// What was reported.
#[derive(Serialize, ToSchema)]
struct ReportOut {
    /// What happened.
    kind: UpdateKind,
    /// How much was done.
    percent: i64,
    /// What was spent so far.
    spent: i64,
    /// In words.
    text: String,
    /// Their language (BCP 47).
    lang: String,
    /// Path of the photo on this server.
    photo: Option<String>,
    /// Who reports.
    author: String,
    /// When.
    at: Moment,
}

/// A promise with its whole story.
#[derive(Serialize, ToSchema)]
struct OnePromise {
    #[serde(flatten)]
    promise: PromiseOut,
    /// Who takes part beside the lead.
    with: Vec<PartnerOut>,
    /// Days that moved, oldest first.
    moves: Vec<MoveOut>,
    /// Reports, oldest first.
    reports: Vec<ReportOut>,
}

async fn find(env: &Env, number: Number) -> Result<Commitment, ActError> {
    let found = store::by_number(&mut env.db.read().await?, number.0).await?;
    found.ok_or(ActError::NotFound)
}

/// One promise.
#[utoipa::path(get, path = "/promises/{number}", operation_id = "getPromise", tag = "promises",
    params(("number" = Number, Path, description = "Its number.")),
    responses((status = 200, description = "The promise.", body = OnePromise)))]
async fn one(call: Call, At(number): At<Number>) -> Answer<OnePromise> {
    let env = call.env();
    let directory = kapok_parties::directory(env).await?;
    let promise = find(env, number).await?;
    let mut conn = env.db.read().await?;
    let with = store::parties_of(&mut conn, promise.id).await?;
    let moves = store::moves_of(&mut conn, promise.id).await?;
    let updates = store::updates_of(&mut conn, promise.id).await?;
    Ok(axum::Json(OnePromise {
        with: with
            .into_iter()
            .map(|(id, role)| PartnerOut {
                key: key(&directory, id),
                role,
            })
            .collect(),
        moves: moves
            .into_iter()
            .map(|m| MoveOut {
                from: Day(m.from),
                to: Day(m.to),
                reason: m.reason,
                author: m.author,
                at: Moment(m.at),
            })
            .collect(),
        reports: updates
            .into_iter()
            .map(|u| ReportOut {
                kind: u.kind,
                percent: u.percent,
                spent: u.spent,
                text: u.text,
                lang: u.lang,
                photo: u.photo.map(|name| format!("/photos/{name}")),
                author: u.author,
                at: Moment(u.at),
            })
            .collect(),
        promise: out(env, &directory, promise),
    }))
}

/// The promises of one matter.
#[utoipa::path(get, path = "/matters/{number}/promises", operation_id = "listMatterPromises", tag = "promises",
    params(("number" = Number, Path, description = "Public number of the matter.")),
    responses((status = 200, description = "Its promises, on one page.", body = List<PromiseOut>)))]
async fn of_matter(call: Call, At(number): At<Number>) -> Pages<PromiseOut> {
    let env = call.env();
    let matter = matter_of(env, number).await?;
    let directory = kapok_parties::directory(env).await?;
    let promises = store::of_matter(&mut env.db.read().await?, matter.id).await?;
    Ok(List {
        items: promises
            .into_iter()
            .map(|(c, _)| out(env, &directory, c))
            .collect(),
        next: None,
    })
}
