//! Promises as JSON: the list, one promise, making one and the work on it.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use kapok_acts::{ActError, Env, Fields, Right};
use kapok_decisions::words;
use kapok_matters::api::matter_of;
use kapok_parties::Directory;
use kapok_store::ids::{CaseId, PartyId};
use kapok_web::App;
use kapok_web::api::scopes::Promises;
use kapok_web::api::{
    Answer, Ask, At, Body, Call, Cursor, Day, Id, List, Moment, Number, Pages, Paging, Receipt, Said, Staff,
    Text, WITH_PHOTO, counted,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::pages::work::take_in;
use crate::{
    Commitment, Filter, NewCommitment, NewDate, NewFinish, NewProgress, PhotoRef, Role, State, UpdateKind,
    actions, store,
};

kapok_web::wire_words!(State as "PromiseState", Role as "PromiseRole", UpdateKind as "ReportKind");

/// The operations of this room.
pub fn api() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(offices))
        .routes(routes!(one))
        .routes(routes!(of_matter, make))
        .routes(routes!(report))
        .routes(routes!(move_date))
        .routes(routes!(finish))
        .routes(routes!(withdraw))
        .routes(routes!(retitle))
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

/// A promise to be made.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct PromiseIn {
    /// What will be true when it is done, in one line.
    title: Said<200>,
    /// Key of the office that answers for it.
    lead: Text<80>,
    /// Keys of offices, organisations and businesses that take part.
    #[serde(default)]
    #[schema(max_items = 20)]
    with: Vec<Text<80>>,
    /// The day by which it is promised.
    due: Day,
    /// What may be spent, in whole units of the city's currency.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 1_000_000_000_000_i64)]
    money: Option<i64>,
    /// Staff and volunteers.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 1_000_000)]
    people: Option<i64>,
    /// Id of the case from another city that it copies.
    #[serde(default)]
    case: Option<Id>,
}

/// The promise as the action takes it.
fn new(directory: &Directory, sent: &PromiseIn) -> Result<NewCommitment, ActError> {
    let mut wrong = Fields::default();
    let lead = directory.by_key(&sent.lead.0).map(|p| p.id);
    if lead.is_none() {
        wrong.add("lead", "form-unknown");
    }
    let with: Vec<_> = sent
        .with
        .iter()
        .map(|k| directory.by_key(&k.0).map(|p| p.id))
        .collect();
    if with.contains(&None) {
        wrong.add("with", "form-unknown");
    }
    if words::one_line(&sent.title.0).is_empty() {
        wrong.add("title", "form-missing");
    }
    wrong.check()?;
    Ok(NewCommitment {
        title: sent.title.0.clone(),
        lead: lead.ok_or(ActError::NotFound)?,
        with: with.into_iter().flatten().collect(),
        due: sent.due.0,
        money: sent.money,
        people: sent.people,
        case: sent.case.map(|id| CaseId(id.0)),
    })
}

/// Makes a promise for a decided matter.
#[utoipa::path(post, path = "/matters/{number}/promises", operation_id = "makePromise", tag = "promises",
    params(("number" = Number, Path, description = "Public number of the matter.")), request_body = PromiseIn,
    responses((status = 200, description = "It is made; its number is in the facts of the act.", body = Receipt)),
    security(("token" = ["promises:write"])))]
async fn make(call: Staff<Promises>, At(number): At<Number>, Body(sent): Body<PromiseIn>) -> Answer<Receipt> {
    counted("with", sent.with.len(), 0..=20)?;
    let matter = matter_of(call.env(), number).await?.id;
    let new = new(&*kapok_parties::directory(call.env()).await?, &sent)?;
    let act = async |env| actions::make(&env, &call.actor, matter, new).await;
    Ok(axum::Json(call.once("makePromise", &(number, &sent), act).await?))
}

/// What was done.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ReportIn {
    /// How much is done.
    #[schema(minimum = 0, maximum = 100)]
    percent: i64,
    /// What was spent in all so far; none leaves it.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 1_000_000_000_000_i64)]
    spent: Option<i64>,
    /// What was done.
    text: Said<5000>,
    /// A photo of it, JPEG, PNG or WebP in base 64, at most 10 MB.
    #[serde(default)]
    photo: Option<Text<14000000>>,
}

/// Takes a photo in last, when the rest is right: what is refused keeps none.
async fn photo(call: &Call, sent: Option<&Text<14000000>>) -> Result<Option<PhotoRef>, ActError> {
    let Some(photo) = sent.filter(|p| !p.0.is_empty()) else {
        return Ok(None);
    };
    call.env().allow(&call.actor, Right::Report)?;
    let refused = |_| Fields::one("photo", "commitments-photo-refused");
    let bytes = BASE64_STANDARD.decode(&photo.0).map_err(refused)?;
    Ok(Some(take_in(&call.app.files, bytes).await?))
}

/// Reports progress.
#[utoipa::path(post, path = "/promises/{number}/report", operation_id = "reportPromise", tag = "promises",
    params(("number" = Number, Path, description = "Its number.")), request_body = ReportIn,
    responses((status = 200, description = "It is reported.", body = Receipt)),
    security(("token" = ["promises:write"])))]
async fn report(
    call: Staff<Promises>,
    At(number): At<Number>,
    Body(sent): Body<ReportIn, WITH_PHOTO>,
) -> Answer<Receipt> {
    let id = find(call.env(), number).await?.id;
    let new = NewProgress {
        percent: sent.percent,
        spent: sent.spent,
        text: sent.text.0.clone(),
        photo: None,
        form_key: Some(call.sending("reportPromise", &(number, &sent))),
    }
    .check()?;
    let photo = photo(&call, sent.photo.as_ref()).await?;
    let new = NewProgress { photo, ..new };
    let act = async |env| actions::progress(&env, &call.actor, id, new).await;
    Ok(axum::Json(
        call.once("reportPromise", &(number, &sent), act).await?,
    ))
}

/// A new day.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct MoveIn {
    /// The new day.
    due: Day,
    /// Why, in public.
    reason: Said<5000>,
}

/// Moves the day of a promise. The day before stays readable.
#[utoipa::path(post, path = "/promises/{number}/move", operation_id = "movePromise", tag = "promises",
    params(("number" = Number, Path, description = "Its number.")), request_body = MoveIn,
    responses((status = 200, description = "It is moved.", body = Receipt)),
    security(("token" = ["promises:write"])))]
async fn move_date(
    call: Staff<Promises>,
    At(number): At<Number>,
    Body(sent): Body<MoveIn>,
) -> Answer<Receipt> {
    let id = find(call.env(), number).await?.id;
    let new = NewDate {
        due: sent.due.0,
        reason: sent.reason.0.clone(),
    };
    let act = async |env| actions::move_date(&env, &call.actor, id, new).await;
    Ok(axum::Json(call.once("movePromise", &(number, &sent), act).await?))
}

/// What shows that it is finished.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct FinishIn {
    /// What was spent in all; none leaves it.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 1_000_000_000_000_i64)]
    spent: Option<i64>,
    /// What was measured, counted or photographed.
    evidence: Said<5000>,
    /// A photo of it, JPEG, PNG or WebP in base 64, at most 10 MB.
    #[serde(default)]
    photo: Option<Text<14000000>>,
}

/// Closes a promise with evidence.
#[utoipa::path(post, path = "/promises/{number}/finish", operation_id = "finishPromise", tag = "promises",
    params(("number" = Number, Path, description = "Its number.")), request_body = FinishIn,
    responses((status = 200, description = "It is finished.", body = Receipt)),
    security(("token" = ["promises:write"])))]
async fn finish(
    call: Staff<Promises>,
    At(number): At<Number>,
    Body(sent): Body<FinishIn, WITH_PHOTO>,
) -> Answer<Receipt> {
    let id = find(call.env(), number).await?.id;
    let new = NewFinish {
        spent: sent.spent,
        evidence: sent.evidence.0.clone(),
        photo: None,
        form_key: Some(call.sending("finishPromise", &(number, &sent))),
    }
    .check()?;
    let photo = photo(&call, sent.photo.as_ref()).await?;
    let new = NewFinish { photo, ..new };
    let act = async |env| actions::finish(&env, &call.actor, id, new).await;
    Ok(axum::Json(
        call.once("finishPromise", &(number, &sent), act).await?,
    ))
}

/// Why it is withdrawn.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct WithdrawIn {
    /// Why, in public.
    reason: Said<5000>,
}

/// Withdraws a promise, with a public reason.
#[utoipa::path(post, path = "/promises/{number}/withdraw", operation_id = "withdrawPromise", tag = "promises",
    params(("number" = Number, Path, description = "Its number.")), request_body = WithdrawIn,
    responses((status = 200, description = "It is withdrawn.", body = Receipt)),
    security(("token" = ["promises:write"])))]
async fn withdraw(
    call: Staff<Promises>,
    At(number): At<Number>,
    Body(sent): Body<WithdrawIn>,
) -> Answer<Receipt> {
    let id = find(call.env(), number).await?.id;
    let act = async |env| actions::withdraw(&env, &call.actor, id, &sent.reason.0).await;
    Ok(axum::Json(
        call.once("withdrawPromise", &(number, &sent), act).await?,
    ))
}

/// A better title.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct RetitleIn {
    /// What will be true when it is done.
    title: Said<200>,
    /// Why, in public.
    reason: Said<5000>,
}

/// Corrects the title of a promise. The title before stays readable.
#[utoipa::path(post, path = "/promises/{number}/retitle", operation_id = "retitlePromise", tag = "promises",
    params(("number" = Number, Path, description = "Its number.")), request_body = RetitleIn,
    responses((status = 200, description = "It is corrected.", body = Receipt)),
    security(("token" = ["promises:write"])))]
async fn retitle(
    call: Staff<Promises>,
    At(number): At<Number>,
    Body(sent): Body<RetitleIn>,
) -> Answer<Receipt> {
    let id = find(call.env(), number).await?.id;
    let act = async |env| actions::retitle(&env, &call.actor, id, &sent.title.0, &sent.reason.0).await;
    Ok(axum::Json(
        call.once("retitlePromise", &(number, &sent), act).await?,
    ))
}
