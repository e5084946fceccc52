//! The inbox: voices that wait, and what is made of them.

use kapok_acts::Right;
use kapok_places::api::place_of;
use kapok_store::ids::{ActId, VoiceId};
use kapok_voices::api::{VoiceOut, voice_out};
use kapok_voices::{Channel, InboxFilter};
use kapok_web::api::scopes::{Matters, Read};
use kapok_web::api::{
    Answer, ApiError, Ask, At, Body, Cursor, Id, List, Number, Pages, Paging, Receipt, Said, Staff, Text,
    counted,
};
use kapok_web::{App, said};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::read::{Topic, channel_places};
use super::{Speaker, matter_of};
use crate::actions;
use crate::model::NewMatter;

/// Voices that are joined at once, as on the page.
const MOST_VOICES: usize = 41;

pub(super) fn api() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(inbox))
        .routes(routes!(begin))
        .routes(routes!(join))
        .routes(routes!(undo))
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct InboxAsk {
    /// Only by this channel.
    channel: Option<Channel>,
    /// Only in this language (BCP 47).
    lang: Option<Text<35>>,
    /// Key of a place: only from there and all within it.
    place: Option<Text<80>>,
    /// Those that were referred to one's own office, in place of the new ones.
    mine: Option<bool>,
    /// Rows of a page.
    #[param(minimum = 1, maximum = 200, default = 50)]
    limit: Option<i64>,
    /// Where to go on: `next` of the page before.
    cursor: Option<Cursor>,
}

/// Voices that are part of no matter and have no answer, oldest first. Needs the right to read staff pages.
#[utoipa::path(get, path = "/inbox", operation_id = "listInbox", tag = "matters", params(InboxAsk),
    responses((status = 200, description = "A page of voices.", body = List<VoiceOut>)),
    security(("token" = ["read"])))]
async fn inbox(call: Staff<Read>, Ask(ask): Ask<InboxAsk>) -> Pages<VoiceOut> {
    call.need(Right::ReadStaffPages)?;
    let env = call.env();
    let speaker = Speaker::new(env).await?;
    let mine = ask.mine == Some(true);
    let name = if mine { "inbox-office" } else { "inbox" };
    let paging = Paging::new(name, ask.limit, ask.cursor.as_ref())?;
    let filter = InboxFilter {
        channel: ask.channel,
        lang: ask.lang.map(|l| l.0).filter(|l| !l.is_empty()),
        places: channel_places(&speaker, ask.place.as_ref())?,
        office: call.actor.office().filter(|_| mine),
    };
    let mut conn = env.db.read().await?;
    let rows = kapok_voices::inbox(&mut conn, &filter, paging.number()?, paging.one_more()).await?;
    let out = |v| voice_out(&speaker.tree, &speaker.directory, v);
    Ok(paging.page(name, rows, |v| v.number.to_string(), out))
}

fn voices(ids: &[Id]) -> Result<Vec<VoiceId>, ApiError> {
    counted("voices", ids.len(), 1..=MOST_VOICES)?;
    let mut out: Vec<VoiceId> = Vec::new();
    for id in ids {
        if !out.contains(&VoiceId(id.0)) {
            out.push(VoiceId(id.0));
        }
    }
    Ok(out)
}

/// Voices that become a matter.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct BeginIn {
    /// One line.
    title: Said<200>,
    /// A few lines.
    #[serde(default)]
    summary: Option<Text<5000>>,
    /// Key of the place.
    #[serde(default)]
    place: Option<Text<80>>,
    /// Its topic.
    #[serde(default)]
    topic: Option<Topic>,
    /// Ids of the voices that it is made of.
    #[schema(min_items = 1, max_items = 41)]
    voices: Vec<Id>,
}

/// Begins a matter from voices of the inbox.
#[utoipa::path(post, path = "/matters", operation_id = "beginMatter", tag = "matters", request_body = BeginIn,
    responses((status = 200, description = "It is begun.", body = Receipt)), security(("token" = ["matters:write"])))]
async fn begin(call: Staff<Matters>, Body(sent): Body<BeginIn>) -> Answer<Receipt> {
    call.need(Right::Sort)?;
    let ids = voices(&sent.voices)?;
    let tree = kapok_places::tree(call.env()).await?;
    let new = NewMatter {
        title: sent.title.0.clone(),
        summary: sent.summary.as_ref().map(|s| s.0.clone()).unwrap_or_default(),
        lang: String::new(),
        place: place_of(&tree, sent.place.as_ref().map(|p| p.0.as_str()))?,
        topic: sent.topic.map_or("", Topic::id).to_owned(),
    };
    let act = async |env| actions::begin(&env, &call.actor, new, &ids, "").await;
    Ok(axum::Json(call.once("beginMatter", &sent, act).await?))
}

/// Voices that join a matter.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct JoinIn {
    /// Ids of the voices.
    #[schema(min_items = 1, max_items = 41)]
    voices: Vec<Id>,
}

/// Joins voices of the inbox to a matter.
#[utoipa::path(post, path = "/matters/{number}/join", operation_id = "joinVoices", tag = "matters",
    params(("number" = Number, Path, description = "Its public number.")), request_body = JoinIn,
    responses((status = 200, description = "They are part of it.", body = Receipt)),
    security(("token" = ["matters:write"])))]
async fn join(call: Staff<Matters>, At(number): At<Number>, Body(sent): Body<JoinIn>) -> Answer<Receipt> {
    let ids = voices(&sent.voices)?;
    let matter = matter_of(call.env(), number).await?.id;
    let act = async |env| actions::join(&env, &call.actor, matter, &ids, "").await;
    Ok(axum::Json(call.once("joinVoices", &(number, &sent), act).await?))
}

/// Takes back a joining, splitting, merging or beginning of the last 24 hours. Its receipt names the act.
#[utoipa::path(post, path = "/acts/{id}/undo", operation_id = "undoAct", tag = "matters",
    params(("id" = Id, Path, description = "Id of the act.")),
    responses((status = 200, description = "It is undone.", body = Receipt)),
    security(("token" = ["matters:write"])))]
async fn undo(call: Staff<Matters>, At(id): At<Id>) -> Answer<Receipt> {
    call.need(Right::Sort)?;
    let act = async |env| actions::undo(&env, &call.actor, ActId(id.0), said::UNDONE).await;
    Ok(axum::Json(call.once("undoAct", &id, act).await?))
}
