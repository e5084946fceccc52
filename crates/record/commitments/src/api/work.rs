//! Making promises and the work on them.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use kapok_acts::{ActError, Fields, Right};
use kapok_decisions::words;
use kapok_matters::api::matter_of;
use kapok_parties::Directory;
use kapok_store::ids::CaseId;
use kapok_web::App;
use kapok_web::api::scopes::Promises;
use kapok_web::api::{
    Answer, At, Body, Call, Day, Id, Number, Receipt, Said, Staff, Text, WITH_PHOTO, counted,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::find;
use crate::pages::work::take_in;
use crate::{NewCommitment, NewDate, NewFinish, NewProgress, PhotoRef, actions};

pub(super) fn api() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(make))
        .routes(routes!(report))
        .routes(routes!(move_date))
        .routes(routes!(finish))
        .routes(routes!(withdraw))
        .routes(routes!(retitle))
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
