//! Results as JSON: what residents say, what was measured, what was learned.

use kapok_acts::Fields;
use kapok_matters::Says;
use kapok_matters::api::matter_of;
use kapok_web::api::scopes::Matters;
use kapok_web::api::{Answer, At, Body, Call, Day, Id, Moment, Number, Receipt, Said, Staff, Text};
use kapok_web::{App, Limit};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::{Better, Indicator, NewIndicator, actions, store};

kapok_web::wire_words!(Better as "Better");

/// The operations of this room.
pub fn api() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(result))
        .routes(routes!(check))
        .routes(routes!(measure))
        .routes(routes!(value))
        .routes(routes!(evaluate))
        .routes(routes!(hide))
}

/// A number by which one sees whether it helped.
#[derive(Serialize, ToSchema)]
#[schema(as = Indicator)]
struct IndicatorOut {
    /// Its id.
    id: Id,
    /// What is counted.
    name: String,
    /// In what.
    unit: String,
    /// Before.
    baseline: f64,
    /// Where that number comes from.
    baseline_source: String,
    /// What was aimed at.
    target: Option<f64>,
    /// What was measured last.
    value: Option<f64>,
    /// Where that number comes from.
    value_source: String,
    /// In which direction it gets better.
    better: Better,
    /// When it was written down last.
    measured_at: Moment,
}

/// What the city learned.
#[derive(Serialize, ToSchema)]
struct EvaluationOut {
    /// In words.
    text: String,
    /// Their language (BCP 47).
    lang: String,
    /// Who wrote it.
    author: String,
    /// When.
    at: Moment,
}

/// A day on which the result is looked at again.
#[derive(Serialize, ToSchema)]
struct RecheckOut {
    /// Years after the evaluation.
    years: i64,
    /// The day.
    due: Day,
    /// When it was done.
    done_at: Option<Moment>,
}

/// What a resident said about the result, in words.
#[derive(Serialize, ToSchema)]
struct CheckOut {
    /// Its id.
    id: Id,
    /// Done or not yet.
    says: Says,
    /// In their words.
    words: String,
    /// Their language (BCP 47).
    lang: String,
    /// When.
    at: Moment,
}

/// What came of a matter.
#[derive(Serialize, ToSchema)]
#[schema(as = Result)]
struct ResultOut {
    /// Residents who say that it is done, since it was last finished.
    #[schema(minimum = 0)]
    done: i64,
    /// Residents who say that it is not, since then.
    #[schema(minimum = 0)]
    not_yet: i64,
    /// Whether residents can say so now.
    can_be_checked: bool,
    /// What was measured, by name.
    indicators: Vec<IndicatorOut>,
    /// What the city learned; none yet.
    evaluation: Option<EvaluationOut>,
    /// Days on which it is looked at again.
    rechecks: Vec<RecheckOut>,
    /// What residents said in words, newest first, at most 20.
    words: Vec<CheckOut>,
}

fn indicator_out(i: Indicator) -> IndicatorOut {
    IndicatorOut {
        id: Id(i.id.0),
        name: i.name,
        unit: i.unit,
        baseline: i.baseline,
        baseline_source: i.baseline_source,
        target: i.target,
        value: i.value,
        value_source: i.value_source,
        better: i.better,
        measured_at: Moment(i.measured_at),
    }
}

/// What came of one matter.
#[utoipa::path(get, path = "/matters/{number}/result", operation_id = "getResult", tag = "results",
    params(("number" = Number, Path, description = "Public number of the matter.")),
    responses((status = 200, description = "Its result.", body = ResultOut)))]
async fn result(call: Call, At(number): At<Number>) -> Answer<ResultOut> {
    let env = call.env();
    let matter = matter_of(env, number).await?;
    let found = store::of_matter(&mut env.db.read().await?, matter.id).await?;
    Ok(axum::Json(ResultOut {
        done: matter.done_count,
        not_yet: matter.not_yet_count,
        can_be_checked: matter.state.can_be_checked(),
        indicators: found.indicators.into_iter().map(indicator_out).collect(),
        evaluation: found.evaluation.map(|e| EvaluationOut {
            text: e.text,
            lang: e.lang,
            author: e.author,
            at: Moment(e.at),
        }),
        rechecks: found
            .rechecks
            .into_iter()
            .map(|r| RecheckOut {
                years: r.years,
                due: Day(r.due),
                done_at: r.done_at.map(Moment),
            })
            .collect(),
        words: found
            .words
            .into_iter()
            .map(|w| CheckOut {
                id: Id(w.id),
                says: w.says,
                words: w.words,
                lang: w.lang,
                at: Moment(w.at),
            })
            .collect(),
    }))
}

/// What a resident says.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CheckIn {
    /// Whether it is done.
    says: Says,
    /// In words; may be left out.
    #[serde(default)]
    words: Option<Text<2000>>,
}

/// What came of saying so.
#[derive(Serialize, ToSchema)]
struct CheckedOut {
    /// Whether the same was said before under this key; it counts once.
    again: bool,
    /// Whether it takes the place of the opposite, said before under this key.
    changed: bool,
    /// Whether the matter was reopened by it.
    reopened: bool,
}

/// Says whether it is done. No account is needed; an Idempotency-Key stands for one resident and counts once.
#[utoipa::path(post, path = "/matters/{number}/check", operation_id = "checkResult", tag = "results",
    params(("number" = Number, Path, description = "Public number of the matter.")), request_body = CheckIn,
    responses((status = 200, description = "It counts.", body = CheckedOut)))]
async fn check(call: Call, At(number): At<Number>, Body(sent): Body<CheckIn>) -> Answer<CheckedOut> {
    call.within(Limit::Check)?;
    let env = call.env();
    let matter = matter_of(env, number).await?.id;
    // Without what is said: whoever says the opposite under the same key has changed their mind.
    let resident = call.sending("checkResult", &number);
    let words = sent.words.as_ref().map_or("", |w| w.0.as_str());
    let checked = actions::check(env, matter, sent.says, words, Some(resident)).await?;
    Ok(axum::Json(CheckedOut {
        again: checked.again,
        changed: checked.changed,
        reopened: checked.reopened,
    }))
}

/// A number to be written down for the first time.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct IndicatorIn {
    /// What is counted.
    name: Said<200>,
    /// In what.
    unit: Said<80>,
    /// Before.
    #[schema(minimum = -1e15, maximum = 1e15)]
    baseline: f64,
    /// Where that number comes from.
    baseline_source: Said<1000>,
    /// What is aimed at.
    #[serde(default)]
    #[schema(minimum = -1e15, maximum = 1e15)]
    target: Option<f64>,
    /// What was measured.
    #[serde(default)]
    #[schema(minimum = -1e15, maximum = 1e15)]
    value: Option<f64>,
    /// Where that number comes from; owed with a value.
    #[serde(default)]
    value_source: Option<Text<1000>>,
    /// In which direction it gets better.
    better: Better,
}

/// Writes down a number by which one sees whether it helped.
#[utoipa::path(post, path = "/matters/{number}/indicators", operation_id = "addIndicator", tag = "results",
    params(("number" = Number, Path, description = "Public number of the matter.")), request_body = IndicatorIn,
    responses((status = 200, description = "It is written down.", body = Receipt)),
    security(("token" = ["matters:write"])))]
async fn measure(
    call: Staff<Matters>,
    At(number): At<Number>,
    Body(sent): Body<IndicatorIn>,
) -> Answer<Receipt> {
    let matter = matter_of(call.env(), number).await?.id;
    let new = NewIndicator {
        name: sent.name.0.clone(),
        unit: sent.unit.0.clone(),
        baseline: sent.baseline,
        baseline_source: sent.baseline_source.0.clone(),
        target: sent.target,
        value: sent.value,
        value_source: sent
            .value_source
            .as_ref()
            .map(|s| s.0.clone())
            .unwrap_or_default(),
        better: sent.better,
    };
    let act = async |env| actions::measure(&env, &call.actor, matter, new).await;
    Ok(axum::Json(
        call.once("addIndicator", &(number, &sent), act).await?,
    ))
}

/// A new value.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ValueIn {
    /// Name of the indicator.
    indicator: Said<200>,
    /// What was measured.
    #[schema(minimum = -1e15, maximum = 1e15)]
    value: f64,
    /// Where that number comes from.
    source: Said<1000>,
}

/// Writes down a new value of an indicator. The values before stay readable.
#[utoipa::path(post, path = "/matters/{number}/values", operation_id = "addValue", tag = "results",
    params(("number" = Number, Path, description = "Public number of the matter.")), request_body = ValueIn,
    responses((status = 200, description = "It is written down.", body = Receipt)),
    security(("token" = ["matters:write"])))]
async fn value(call: Staff<Matters>, At(number): At<Number>, Body(sent): Body<ValueIn>) -> Answer<Receipt> {
    let env = call.env();
    let matter = matter_of(env, number).await?.id;
    let known = store::of_matter(&mut env.db.read().await?, matter)
        .await?
        .indicators;
    let known = known
        .into_iter()
        .find(|i| i.name == sent.indicator.0)
        .ok_or_else(|| Fields::one("indicator", "form-unknown"))?;
    let new = NewIndicator {
        name: known.name,
        unit: known.unit,
        baseline: known.baseline,
        baseline_source: known.baseline_source,
        target: known.target,
        value: Some(sent.value),
        value_source: sent.source.0.clone(),
        better: known.better,
    };
    let act = async |env| actions::measure(&env, &call.actor, matter, new).await;
    Ok(axum::Json(call.once("addValue", &(number, &sent), act).await?))
}

/// What the city learned.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct EvaluateIn {
    /// In words.
    text: Said<10000>,
}

/// Writes down what the city learned from a matter that is done.
#[utoipa::path(post, path = "/matters/{number}/evaluate", operation_id = "evaluateMatter", tag = "results",
    params(("number" = Number, Path, description = "Public number of the matter.")), request_body = EvaluateIn,
    responses((status = 200, description = "It is evaluated.", body = Receipt)),
    security(("token" = ["matters:write"])))]
async fn evaluate(
    call: Staff<Matters>,
    At(number): At<Number>,
    Body(sent): Body<EvaluateIn>,
) -> Answer<Receipt> {
    let matter = matter_of(call.env(), number).await?.id;
    let act = async |env| actions::evaluate(&env, &call.actor, matter, &sent.text.0).await;
    Ok(axum::Json(
        call.once("evaluateMatter", &(number, &sent), act).await?,
    ))
}

/// Whose words, and why.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct HideCheckIn {
    /// Id of the check.
    check: Id,
    /// Why, in public.
    reason: Said<2000>,
}

/// Hides what a resident wrote about a result. Needs the right to moderate; their vote still counts.
#[utoipa::path(post, path = "/matters/{number}/hide-check", operation_id = "hideCheck", tag = "results",
    params(("number" = Number, Path, description = "Public number of the matter.")), request_body = HideCheckIn,
    responses((status = 200, description = "It is hidden.", body = Receipt)),
    security(("token" = ["matters:write"])))]
async fn hide(
    call: Staff<Matters>,
    At(number): At<Number>,
    Body(sent): Body<HideCheckIn>,
) -> Answer<Receipt> {
    let matter = matter_of(call.env(), number).await?.id;
    let act = async |env| actions::hide_words(&env, &call.actor, matter, sent.check.0, &sent.reason.0).await;
    Ok(axum::Json(call.once("hideCheck", &(number, &sent), act).await?))
}
