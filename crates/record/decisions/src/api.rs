//! Decisions as JSON.

use kapok_acts::Fields;
use kapok_matters::api::{Speaker, matter_of};
use kapok_web::App;
use kapok_web::api::scopes::Matters;
use kapok_web::api::{
    Answer, At, Body, Call, Day, Id, List, Moment, Number, Pages, Receipt, Said, Staff, Text,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::model::{NewDecision, Verdict};
use crate::{actions, store};

kapok_web::wire_words!(Verdict as "Verdict");

/// The operations of this room.
pub fn api() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list, decide))
        .routes(routes!(close))
}

/// A decision on a matter.
#[derive(Serialize, ToSchema)]
#[schema(as = Decision)]
struct DecisionOut {
    /// Its id.
    id: Id,
    /// What became of what was asked.
    result: Verdict,
    /// What will be done, or not.
    text: String,
    /// Why.
    reasons: String,
    /// The law or plan that it rests on; may be empty.
    basis: String,
    /// Language of the words (BCP 47).
    lang: String,
    /// Key of the office that decided.
    office: Option<String>,
    /// Who decided.
    author: String,
    /// When.
    decided_at: Moment,
    /// Last day on which one can appeal.
    appeal_until: Day,
}

/// The decisions on one matter, oldest first; the last stands.
#[utoipa::path(get, path = "/matters/{number}/decisions", operation_id = "listDecisions", tag = "decisions",
    params(("number" = Number, Path, description = "Public number of the matter.")),
    responses((status = 200, description = "Its decisions, on one page.", body = List<DecisionOut>)))]
async fn list(call: Call, At(number): At<Number>) -> Pages<DecisionOut> {
    let env = call.env();
    let matter = matter_of(env, number).await?;
    let speaker = Speaker::new(env).await?;
    let found = store::of_matter(&mut env.db.read().await?, matter.id).await?;
    let out = |d: crate::Decision| DecisionOut {
        id: Id(d.id.0),
        result: d.result,
        text: d.text,
        reasons: d.reasons,
        basis: d.basis,
        lang: d.lang,
        office: speaker.key(d.party_id),
        author: d.author,
        decided_at: Moment(d.decided_at),
        appeal_until: Day(d.appeal_until),
    };
    Ok(List {
        items: found.into_iter().map(out).collect(),
        next: None,
    })
}

/// A decision to be made.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct DecideIn {
    /// What becomes of what was asked.
    result: Verdict,
    /// What will be done, or not.
    text: Said<10000>,
    /// Why, in public.
    reasons: Said<10000>,
    /// The law or plan that it rests on.
    #[serde(default)]
    basis: Option<Text<500>>,
}

/// Decides a matter that is open and answered.
#[utoipa::path(post, path = "/matters/{number}/decisions", operation_id = "decideMatter", tag = "decisions",
    params(("number" = Number, Path, description = "Public number of the matter.")), request_body = DecideIn,
    responses((status = 200, description = "It is decided.", body = Receipt)),
    security(("token" = ["matters:write"])))]
async fn decide(call: Staff<Matters>, At(number): At<Number>, Body(sent): Body<DecideIn>) -> Answer<Receipt> {
    let matter = matter_of(call.env(), number).await?.id;
    let basis = sent.basis.as_ref().map_or("", |b| b.0.as_str());
    let new = NewDecision::parse(sent.result.id(), &sent.text.0, &sent.reasons.0, basis)?;
    let act = async |env| actions::decide(&env, &call.actor, matter, new).await;
    Ok(axum::Json(
        call.once("decideMatter", &(number, &sent), act).await?,
    ))
}

/// Why it is closed.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CloseDeclinedIn {
    /// Why, in public.
    reason: Said<2000>,
}

/// Closes a matter that was declined.
#[utoipa::path(post, path = "/matters/{number}/close-declined", operation_id = "closeDeclinedMatter", tag = "decisions",
    params(("number" = Number, Path, description = "Public number of the matter.")), request_body = CloseDeclinedIn,
    responses((status = 200, description = "It is closed.", body = Receipt)),
    security(("token" = ["matters:write"])))]
async fn close(
    call: Staff<Matters>,
    At(number): At<Number>,
    Body(sent): Body<CloseDeclinedIn>,
) -> Answer<Receipt> {
    if sent.reason.0.trim().is_empty() {
        return Err(Fields::one("reason", "form-reason-missing").into());
    }
    let matter = matter_of(call.env(), number).await?.id;
    let act = async |env| actions::close_declined(&env, &call.actor, matter, &sent.reason.0).await;
    Ok(axum::Json(
        call.once("closeDeclinedMatter", &(number, &sent), act).await?,
    ))
}
