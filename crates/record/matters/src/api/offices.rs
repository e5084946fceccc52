//! Offices among themselves, rulings on appeals, and the weights of the priority.

use kapok_parties::api::office_of;
use kapok_store::ids::AppealId;
use kapok_web::App;
use kapok_web::api::scopes::Matters;
use kapok_web::api::{Answer, At, Body, Call, Id, Number, Receipt, Said, Staff, Text};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::matter_of;
use crate::priority::Weights;
use crate::{actions, reads};

pub(super) fn api() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(ask))
        .routes(routes!(hand_over))
        .routes(routes!(accept))
        .routes(routes!(refuse))
        .routes(routes!(rule))
        .routes(routes!(weights, weigh))
}

/// An office, and what to tell it.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct OfficeIn {
    /// Key of the office.
    #[schema(example = "streets")]
    office: Text<80>,
    /// Why, or what for, in public.
    #[serde(default)]
    reason: Option<Text<2000>>,
}

impl OfficeIn {
    fn reason(&self) -> &str {
        self.reason.as_ref().map_or("", |r| r.0.as_str())
    }
}

/// Asks another office to take part.
#[utoipa::path(post, path = "/matters/{number}/ask", operation_id = "askOffice", tag = "matters",
    params(("number" = Number, Path, description = "Its public number.")), request_body = OfficeIn,
    responses((status = 200, description = "It is asked.", body = Receipt)), security(("token" = ["matters:write"])))]
async fn ask(call: Staff<Matters>, At(number): At<Number>, Body(sent): Body<OfficeIn>) -> Answer<Receipt> {
    let matter = matter_of(call.env(), number).await?.id;
    let office = office_of(call.env(), &sent.office.0).await?;
    let act = async |env| actions::ask_partner(&env, &call.actor, matter, office, sent.reason()).await;
    Ok(axum::Json(call.once("askOffice", &(number, &sent), act).await?))
}

/// Asks another office to take the lead.
#[utoipa::path(post, path = "/matters/{number}/hand-over", operation_id = "handOverMatter", tag = "matters",
    params(("number" = Number, Path, description = "Its public number.")), request_body = OfficeIn,
    responses((status = 200, description = "It is asked.", body = Receipt)), security(("token" = ["matters:write"])))]
async fn hand_over(
    call: Staff<Matters>,
    At(number): At<Number>,
    Body(sent): Body<OfficeIn>,
) -> Answer<Receipt> {
    let matter = matter_of(call.env(), number).await?.id;
    let office = office_of(call.env(), &sent.office.0).await?;
    let act = async |env| actions::hand_over(&env, &call.actor, matter, office, sent.reason()).await;
    Ok(axum::Json(
        call.once("handOverMatter", &(number, &sent), act).await?,
    ))
}

/// Says yes for an office that was asked.
#[utoipa::path(post, path = "/matters/{number}/accept", operation_id = "acceptRequest", tag = "matters",
    params(("number" = Number, Path, description = "Its public number.")), request_body = OfficeIn,
    responses((status = 200, description = "It takes part or leads.", body = Receipt)),
    security(("token" = ["matters:write"])))]
async fn accept(call: Staff<Matters>, At(number): At<Number>, Body(sent): Body<OfficeIn>) -> Answer<Receipt> {
    let matter = matter_of(call.env(), number).await?.id;
    let office = office_of(call.env(), &sent.office.0).await?;
    let act = async |env| actions::accept(&env, &call.actor, matter, office).await;
    Ok(axum::Json(
        call.once("acceptRequest", &(number, &sent), act).await?,
    ))
}

/// Says no for an office that was asked, with a public reason.
#[utoipa::path(post, path = "/matters/{number}/refuse", operation_id = "refuseRequest", tag = "matters",
    params(("number" = Number, Path, description = "Its public number.")), request_body = OfficeIn,
    responses((status = 200, description = "It does not.", body = Receipt)), security(("token" = ["matters:write"])))]
async fn refuse(call: Staff<Matters>, At(number): At<Number>, Body(sent): Body<OfficeIn>) -> Answer<Receipt> {
    let matter = matter_of(call.env(), number).await?.id;
    let office = office_of(call.env(), &sent.office.0).await?;
    let act = async |env| actions::refuse(&env, &call.actor, matter, office, sent.reason()).await;
    Ok(axum::Json(
        call.once("refuseRequest", &(number, &sent), act).await?,
    ))
}

/// A ruling.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct RuleIn {
    /// Whether the matter is weighed again.
    uphold: bool,
    /// Why, in public.
    reason: Said<2000>,
}

/// Rules on an appeal. Needs the right to rule.
#[utoipa::path(post, path = "/appeals/{id}/rule", operation_id = "ruleOnAppeal", tag = "matters",
    params(("id" = Id, Path, description = "Id of the appeal.")), request_body = RuleIn,
    responses((status = 200, description = "It is ruled on.", body = Receipt)),
    security(("token" = ["matters:write"])))]
async fn rule(call: Staff<Matters>, At(id): At<Id>, Body(sent): Body<RuleIn>) -> Answer<Receipt> {
    let act = async |env| actions::rule(&env, &call.actor, AppealId(id.0), sent.uphold, &sent.reason.0).await;
    Ok(axum::Json(call.once("ruleOnAppeal", &(id, &sent), act).await?))
}

/// The weights of the priority formula.
#[derive(Serialize, ToSchema)]
#[schema(as = Weights)]
struct WeightsOut {
    /// Number of voices.
    voices: i64,
    /// Urgency.
    urgency: i64,
    /// Safety.
    safety: i64,
    /// Equity and deprivation.
    equity: i64,
    /// Age.
    age: i64,
}

/// The weights by which matters are ranked.
#[utoipa::path(get, path = "/priority", operation_id = "getWeights", tag = "matters",
    responses((status = 200, description = "The weights.", body = WeightsOut)))]
async fn weights(call: Call) -> Answer<WeightsOut> {
    let w = reads::weights(call.env()).await?;
    Ok(axum::Json(WeightsOut {
        voices: w.voices,
        urgency: w.urgency,
        safety: w.safety,
        equity: w.equity,
        age: w.age,
    }))
}

/// New weights, each 0 to 10.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct WeighIn {
    /// Number of voices.
    #[schema(minimum = 0, maximum = 10)]
    voices: i64,
    /// Urgency.
    #[schema(minimum = 0, maximum = 10)]
    urgency: i64,
    /// Safety.
    #[schema(minimum = 0, maximum = 10)]
    safety: i64,
    /// Equity and deprivation.
    #[schema(minimum = 0, maximum = 10)]
    equity: i64,
    /// Age.
    #[schema(minimum = 0, maximum = 10)]
    age: i64,
    /// Why, in public.
    reason: Said<2000>,
}

/// Changes the weights and ranks all matters anew. Needs the right to weigh.
#[utoipa::path(post, path = "/priority", operation_id = "changeWeights", tag = "matters", request_body = WeighIn,
    responses((status = 200, description = "All matters are ranked anew.", body = Receipt)),
    security(("token" = ["matters:write"])))]
async fn weigh(call: Staff<Matters>, Body(sent): Body<WeighIn>) -> Answer<Receipt> {
    let new = Weights {
        voices: sent.voices,
        urgency: sent.urgency,
        safety: sent.safety,
        equity: sent.equity,
        age: sent.age,
    };
    let act = async |env| actions::weigh(&env, &call.actor, new, &sent.reason.0).await;
    Ok(axum::Json(call.once("changeWeights", &sent, act).await?))
}
