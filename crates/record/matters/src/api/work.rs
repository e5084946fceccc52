//! The work on one matter: describing, opening, answering, closing, merging, splitting.

use jiff::civil::Date;
use kapok_acts::{ActError, Fields};
use kapok_places::api::place_of;
use kapok_store::ids::{MatterId, VoiceId};
use kapok_web::App;
use kapok_web::api::scopes::Matters;
use kapok_web::api::{Answer, At, Body, Call, Day, Id, Number, Receipt, Said, Staff, Text, counted};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::matter_of;
use super::read::Topic;
use crate::model::{Describe, Exit, FIELDS, LEVELS};
use crate::state::State;
use crate::{actions, reads};

pub(super) fn api() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(describe))
        .routes(routes!(open))
        .routes(routes!(answer))
        .routes(routes!(close))
        .routes(routes!(merge))
        .routes(routes!(split))
}

macro_rules! known_words {
    ($t:ident, $name:literal, $words:ident) => {
        #[derive(Debug, Clone, Copy)]
        struct $t(&'static str);
        impl $t {
            const ALL: [$t; $words.len()] = {
                let mut all = [$t(""); $words.len()];
                let mut i = 0;
                while i < all.len() {
                    all[i] = $t($words[i]);
                    i += 1;
                }
                all
            };
            fn id(self) -> &'static str {
                self.0
            }
            fn parse(id: &str) -> Option<Self> {
                $words.into_iter().find(|w| *w == id).map($t)
            }
        }
        kapok_web::wire_words!($t as $name);
    };
}
known_words!(Level, "NeedLevel", LEVELS);
known_words!(Field, "NeedField", FIELDS);

/// The description of a matter.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct DescribeIn {
    /// One line.
    title: Said<200>,
    /// What is asked, in a few lines.
    #[serde(default)]
    summary: Option<Text<5000>>,
    /// Key of the place.
    #[serde(default)]
    place: Option<Text<80>>,
    /// Its topic.
    topic: Topic,
    /// Level of need.
    level: Level,
    /// Field of need.
    field: Field,
    /// 0 to 3.
    #[schema(minimum = 0, maximum = 3)]
    urgency: i64,
    /// 0 to 3.
    #[schema(minimum = 0, maximum = 3)]
    safety: i64,
    /// 0 to 3.
    #[schema(minimum = 0, maximum = 3)]
    equity: i64,
    /// Key of the office in the lead; counts only while the matter is new.
    #[serde(default)]
    lead: Option<Text<80>>,
    /// `version` of the matter that this was written from: somebody else's change in between is answered with 409.
    #[schema(minimum = 0)]
    version: i64,
    /// Why, in public.
    reason: Said<2000>,
}

/// Sorts a new matter, or describes one anew.
#[utoipa::path(post, path = "/matters/{number}/describe", operation_id = "describeMatter", tag = "matters",
    params(("number" = Number, Path, description = "Its public number.")), request_body = DescribeIn,
    responses((status = 200, description = "It is described.", body = Receipt)),
    security(("token" = ["matters:write"])))]
async fn describe(
    call: Staff<Matters>,
    At(number): At<Number>,
    Body(sent): Body<DescribeIn>,
) -> Answer<Receipt> {
    let env = call.env();
    let matter = matter_of(env, number).await?;
    let (tree, directory) = (
        kapok_places::tree(env).await?,
        kapok_parties::directory(env).await?,
    );
    let sorts = matter.state == State::Voiced;
    let chosen = sent
        .lead
        .as_ref()
        .and_then(|key| directory.by_key(&key.0))
        .map(|p| p.id);
    let new = Describe {
        title: sent.title.0.clone(),
        summary: sent.summary.as_ref().map(|s| s.0.clone()).unwrap_or_default(),
        place: place_of(&tree, sent.place.as_ref().map(|p| p.0.as_str()))?,
        topic: sent.topic.id().to_owned(),
        level: sent.level.id().to_owned(),
        field: sent.field.id().to_owned(),
        urgency: sent.urgency,
        safety: sent.safety,
        equity: sent.equity,
        lead: if sorts { chosen } else { matter.lead },
        version: Some(sent.version),
    };
    let act = async |env| {
        if sorts {
            actions::sort(&env, &call.actor, matter.id, new, &sent.reason.0).await
        } else {
            actions::describe(&env, &call.actor, matter.id, new, &sent.reason.0).await
        }
    };
    Ok(axum::Json(
        call.once("describeMatter", &(number, &sent), act).await?,
    ))
}

/// Until when the city answers.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct OpenIn {
    /// Day by which the city answers.
    reply_by: Day,
    /// Why, in public; may be empty.
    #[serde(default)]
    reason: Option<Text<2000>>,
}

/// Opens a sorted matter for weighing, with a day of reply.
#[utoipa::path(post, path = "/matters/{number}/open", operation_id = "openMatter", tag = "matters",
    params(("number" = Number, Path, description = "Its public number.")), request_body = OpenIn,
    responses((status = 200, description = "It is open.", body = Receipt)), security(("token" = ["matters:write"])))]
async fn open(call: Staff<Matters>, At(number): At<Number>, Body(sent): Body<OpenIn>) -> Answer<Receipt> {
    let matter = matter_of(call.env(), number).await?.id;
    let day: Date = sent.reply_by.0;
    let reason = sent.reason.as_ref().map_or("", |r| r.0.as_str());
    let act = async |env| actions::open(&env, &call.actor, matter, day, reason).await;
    Ok(axum::Json(call.once("openMatter", &(number, &sent), act).await?))
}

/// Words of an answer.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = MatterAnswerIn)]
struct AnswerIn {
    /// The answer.
    text: Said<20000>,
}

/// Answers all voices of a matter in public.
#[utoipa::path(post, path = "/matters/{number}/answer", operation_id = "answerMatter", tag = "matters",
    params(("number" = Number, Path, description = "Its public number.")), request_body = AnswerIn,
    responses((status = 200, description = "It is answered.", body = Receipt)),
    security(("token" = ["matters:write"])))]
async fn answer(call: Staff<Matters>, At(number): At<Number>, Body(sent): Body<AnswerIn>) -> Answer<Receipt> {
    let matter = matter_of(call.env(), number).await?.id;
    let act = async |env| actions::answer(&env, &call.actor, matter, &sent.text.0, "").await;
    Ok(axum::Json(
        call.once("answerMatter", &(number, &sent), act).await?,
    ))
}

/// The ways out of the loop that an office can choose.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
enum ExitWord {
    /// Answered without action; the answer must have been given.
    Answered,
    /// Somebody else is in charge.
    Referred,
    /// Taken back.
    Withdrawn,
}

/// How a matter is closed.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CloseIn {
    /// How.
    exit: ExitWord,
    /// Who is in charge instead; for `referred`.
    #[serde(default)]
    referred_to: Option<Text<200>>,
    /// Why, in public.
    reason: Said<2000>,
}

/// Closes a matter without action.
#[utoipa::path(post, path = "/matters/{number}/close", operation_id = "closeMatter", tag = "matters",
    params(("number" = Number, Path, description = "Its public number.")), request_body = CloseIn,
    responses((status = 200, description = "It is closed.", body = Receipt)),
    security(("token" = ["matters:write"])))]
async fn close(call: Staff<Matters>, At(number): At<Number>, Body(sent): Body<CloseIn>) -> Answer<Receipt> {
    let matter = matter_of(call.env(), number).await?.id;
    let exit = match sent.exit {
        ExitWord::Answered => Exit::Answered,
        ExitWord::Referred => {
            Exit::Referred(sent.referred_to.as_ref().map(|w| w.0.clone()).unwrap_or_default())
        }
        ExitWord::Withdrawn => Exit::Withdrawn,
    };
    let act = async |env| actions::close(&env, &call.actor, matter, exit, &sent.reason.0).await;
    Ok(axum::Json(call.once("closeMatter", &(number, &sent), act).await?))
}

/// The matter of a number in the field `into`.
async fn into(call: &Call, number: Number) -> Result<MatterId, ActError> {
    let found = reads::by_number(&mut call.env().db.read().await?, number.0).await?;
    Ok(found
        .ok_or_else(|| Fields::one("into", "work-matter-unknown"))?
        .id)
}

/// Where a matter goes.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct MergeIn {
    /// Number of the matter that takes all its voices.
    into: Number,
    /// Why, in public.
    reason: Said<2000>,
}

/// Merges a matter into another that means the same.
#[utoipa::path(post, path = "/matters/{number}/merge", operation_id = "mergeMatter", tag = "matters",
    params(("number" = Number, Path, description = "Its public number.")), request_body = MergeIn,
    responses((status = 200, description = "It is merged.", body = Receipt)),
    security(("token" = ["matters:write"])))]
async fn merge(call: Staff<Matters>, At(number): At<Number>, Body(sent): Body<MergeIn>) -> Answer<Receipt> {
    let matter = matter_of(call.env(), number).await?.id;
    let into = into(&call, sent.into).await?;
    let act = async |env| actions::merge(&env, &call.actor, matter, into, &sent.reason.0).await;
    Ok(axum::Json(call.once("mergeMatter", &(number, &sent), act).await?))
}

/// Voices that leave a matter.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct SplitIn {
    /// Ids of the voices; all of this matter.
    #[schema(min_items = 1, max_items = 200)]
    voices: Vec<Id>,
    /// Number of the matter that they join; none: back to the inbox.
    #[serde(default)]
    into: Option<Number>,
    /// Why, in public.
    reason: Said<2000>,
}

/// Takes voices out of a matter.
#[utoipa::path(post, path = "/matters/{number}/split", operation_id = "splitMatter", tag = "matters",
    params(("number" = Number, Path, description = "Its public number.")), request_body = SplitIn,
    responses((status = 200, description = "They are out of it.", body = Receipt)),
    security(("token" = ["matters:write"])))]
async fn split(call: Staff<Matters>, At(number): At<Number>, Body(sent): Body<SplitIn>) -> Answer<Receipt> {
    counted("voices", sent.voices.len(), 1..=200)?;
    let env = call.env();
    let matter = matter_of(env, number).await?.id;
    let ids: Vec<VoiceId> = sent.voices.iter().map(|id| VoiceId(id.0)).collect();
    let other = match sent.into {
        None => None,
        Some(number) => Some(into(&call, number).await?),
    };
    let known = kapok_voices::facts(&mut env.db.read().await?, &ids).await?;
    if known.is_empty() || known.iter().any(|v| v.matter != Some(matter)) {
        return Err(ActError::NotNow("matters-not-in-one-matter").into());
    }
    let act = async |env| actions::split(&env, &call.actor, &ids, other, &sent.reason.0).await;
    Ok(axum::Json(call.once("splitMatter", &(number, &sent), act).await?))
}
