//! Voices as JSON: the public list and one voice, what moderators do; the desk in its own file.

mod desk;

use kapok_acts::{ActError, Right, log};
use kapok_parties::Directory;
use kapok_places::Tree;
use kapok_places::api::{place_key, place_of};
use kapok_store::ids::{MatterId, VoiceId};
use kapok_web::App;
use kapok_web::api::scopes::Voices;
use kapok_web::api::{
    ActOut, Answer, Ask, At, Body, Call, Cursor, Id, List, Moment, Number, Pages, Paging, Reasoned, Receipt,
    Said, Staff, Text,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::actions;
use crate::model::{Channel, Voice, VoiceKind, VoiceState, VoiceView};
use crate::reads::{self, VoiceFilter};

kapok_web::wire_words!(Channel as "Channel", VoiceKind as "VoiceKind", VoiceState as "VoiceState");

/// Acts of one voice that are shown.
const MOST_ACTS: i64 = 100;

/// The operations of this room.
pub fn api() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(one))
        .routes(routes!(hide))
        .routes(routes!(restore))
        .routes(routes!(refer))
        .routes(routes!(answer))
        .merge(desk::api())
}

/// A voice: one input in someone's own words.
#[derive(Serialize, ToSchema)]
#[schema(as = Voice)]
pub struct VoiceOut {
    /// Its id.
    pub id: Id,
    /// Its public number.
    pub number: Number,
    /// How it reached the city.
    pub channel: Channel,
    /// Its language (BCP 47); `und` for unknown.
    pub lang: String,
    /// What it is, as far as it says.
    pub kind: VoiceKind,
    /// What is said; empty when it is not shown.
    pub text: String,
    /// Key of the place; none for unknown.
    pub place: Option<String>,
    /// Where, in the author's words.
    pub place_words: String,
    /// Key of the organisation that speaks; none for a resident.
    pub party: Option<String>,
    /// Path of its photo on this server.
    pub photo: Option<String>,
    /// When it reached the city.
    pub heard_at: Moment,
    /// Id of the matter that it joined.
    pub matter_id: Option<Id>,
    /// When it was first answered, by itself or with its matter.
    pub answered_at: Option<Moment>,
    /// What became of the voice itself.
    pub state: VoiceState,
    /// Why it was hidden or referred; empty otherwise.
    pub state_reason: String,
    /// Key of the office that it was referred to.
    pub office: Option<String>,
    /// 1, and one more with each edit.
    #[schema(minimum = 1)]
    pub version: i64,
}

/// A voice as it travels. Give it masked, unless its reader may see what is hidden.
#[must_use]
pub fn voice_out(tree: &Tree, directory: &Directory, v: Voice) -> VoiceOut {
    let key = |id| directory.get(id).map(|p| p.key.clone());
    VoiceOut {
        id: Id(v.id.0),
        number: Number(v.number),
        channel: v.channel,
        lang: v.lang,
        kind: v.kind,
        text: v.text,
        place: place_key(tree, v.place),
        place_words: v.place_words,
        party: v.party.and_then(key),
        photo: v.photo.map(|name| format!("/photos/{name}")),
        heard_at: Moment(v.heard),
        matter_id: v.matter.map(|m| Id(m.0)),
        answered_at: v.answered.map(Moment),
        state: v.state,
        state_reason: v.state_reason,
        office: v.office.and_then(key),
        version: v.version,
    }
}

/// An office's public answer.
#[derive(Serialize, ToSchema)]
#[schema(as = VoiceAnswer)]
pub struct AnswerOut {
    /// Key of the office.
    pub office: Option<String>,
    /// Who wrote it.
    pub author: String,
    /// The answer.
    pub text: String,
    /// Its language (BCP 47).
    pub lang: String,
    /// When.
    pub at: Moment,
}

/// Answers to one voice as they travel.
#[must_use]
pub fn answers_out(directory: &Directory, answers: &[crate::Answer]) -> Vec<AnswerOut> {
    let one = |a: &crate::Answer| AnswerOut {
        office: a.party.and_then(|id| directory.get(id)).map(|p| p.key.clone()),
        author: a.author.clone(),
        text: a.text.clone(),
        lang: a.lang.clone(),
        at: Moment(a.at),
    };
    answers.iter().map(one).collect()
}

/// What somebody who said something gets back: keep the code, it is shown to nobody else.
#[derive(Serialize, ToSchema)]
#[schema(as = Heard)]
pub struct HeardOut {
    /// The public number of the voice.
    pub number: Number,
    /// The code by which its author follows it.
    #[schema(example = "XXX-XXX-XXX")]
    pub code: String,
    /// Whether the same had been sent before; it was heard once.
    pub again: bool,
}

impl From<crate::Heard> for HeardOut {
    fn from(heard: crate::Heard) -> Self {
        Self {
            number: Number(heard.number),
            code: heard.code,
            again: heard.again,
        }
    }
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct ListAsk {
    /// Only by this channel.
    channel: Option<Channel>,
    /// Only in this language (BCP 47).
    lang: Option<Text<35>>,
    /// Key of a place: only from there and all within it.
    place: Option<Text<80>>,
    /// Id of a matter: only its voices.
    matter: Option<Id>,
    /// Only heard in this year of the city's calendar.
    #[param(minimum = 1900, maximum = 9998)]
    year: Option<i16>,
    /// Only those that wait for an answer longer than the city promises, the longest waiting first.
    unanswered: Option<bool>,
    /// Rows of a page.
    #[param(minimum = 1, maximum = 200, default = 50)]
    limit: Option<i64>,
    /// Where to go on: `next` of the page before.
    cursor: Option<Cursor>,
}

/// All voices, newest first; with `unanswered` those that wait, oldest first.
#[utoipa::path(get, path = "/voices", operation_id = "listVoices", tag = "voices", params(ListAsk),
    responses((status = 200, description = "A page of voices.", body = List<VoiceOut>)))]
async fn list(call: Call, Ask(ask): Ask<ListAsk>) -> Pages<VoiceOut> {
    let env = call.env();
    let tree = kapok_places::tree(env).await?;
    let directory = kapok_parties::directory(env).await?;
    let waiting = ask.unanswered == Some(true);
    let name = if waiting { "unanswered" } else { "voices" };
    let paging = Paging::new(name, ask.limit, ask.cursor.as_ref())?;
    if ask.year.is_some_and(|y| !(1900..=9998).contains(&y)) {
        return Err(kapok_web::api::ApiError::unreadable(
            "year",
            "a year from 1900 to 9998 is expected",
        ));
    }
    let new_year = |year: i16| env.city.start_of(jiff::civil::date(year, 1, 1));
    let filter = VoiceFilter {
        channel: ask.channel,
        lang: ask.lang.map(|l| l.0).filter(|l| !l.is_empty()),
        places: place_of(&tree, ask.place.as_ref().map(|p| p.0.as_str()))?.map(|p| tree.within(p)),
        matter: ask.matter.map(|m| MatterId(m.0)),
        since: ask.year.map(new_year),
        until: ask.year.map(|y| new_year(y + 1)),
    };
    let mut conn = env.db.read().await?;
    let rows = if waiting {
        let before = env.days_ago(env.city.days_to_answer);
        reads::unanswered(&mut conn, &filter, before, paging.number()?, paging.one_more()).await?
    } else {
        reads::list(&mut conn, &filter, paging.number()?, paging.one_more()).await?
    };
    Ok(paging.page(
        name,
        rows,
        |v| v.number.to_string(),
        |v| voice_out(&tree, &directory, v.masked()),
    ))
}

/// A voice with its answers and what was done with it.
#[derive(Serialize, ToSchema)]
struct OneVoice {
    #[serde(flatten)]
    voice: VoiceOut,
    /// Answers to it alone, oldest first.
    answers: Vec<AnswerOut>,
    /// Its acts, oldest first.
    acts: Vec<ActOut>,
}

/// The voice as this caller may see it.
async fn find(call: &Call, number: Number) -> Result<VoiceView, ActError> {
    let env = call.env();
    let found = if call.reads(Right::ReadHidden) {
        reads::by_number_unmasked(env, number.0).await?
    } else {
        reads::by_number(env, number.0).await?
    };
    found.ok_or(ActError::NotFound)
}

/// One voice. Hidden words are shown to tokens with the scope `read` whose account may judge the hiding.
#[utoipa::path(get, path = "/voices/{number}", operation_id = "getVoice", tag = "voices",
    params(("number" = Number, Path, description = "Its public number.")),
    responses((status = 200, description = "The voice.", body = OneVoice)))]
async fn one(call: Call, At(number): At<Number>) -> Answer<OneVoice> {
    let env = call.env();
    let found = find(&call, number).await?;
    let tree = kapok_places::tree(env).await?;
    let directory = kapok_parties::directory(env).await?;
    let acts = log::of_subject(&mut env.db.read().await?, found.voice.id.0, MOST_ACTS).await?;
    Ok(axum::Json(OneVoice {
        answers: answers_out(&directory, &found.answers),
        acts: acts.into_iter().map(ActOut::from).collect(),
        voice: voice_out(&tree, &directory, found.voice),
    }))
}

async fn id_of(call: &Call, number: Number) -> Result<VoiceId, ActError> {
    let found = reads::by_number(call.env(), number.0).await?;
    Ok(found.ok_or(ActError::NotFound)?.voice.id)
}

/// Hides the words of a voice that break the rules. Needs the right to moderate; the reason is public.
#[utoipa::path(post, path = "/voices/{number}/hide", operation_id = "hideVoice", tag = "voices",
    params(("number" = Number, Path, description = "Its public number.")), request_body = Reasoned,
    responses((status = 200, description = "It is hidden.", body = Receipt)), security(("token" = ["voices:write"])))]
async fn hide(call: Staff<Voices>, At(number): At<Number>, Body(sent): Body<Reasoned>) -> Answer<Receipt> {
    let voice = id_of(&call, number).await?;
    let act = async |env| actions::hide(&env, &call.actor, voice, &sent.reason.0).await;
    Ok(axum::Json(call.once("hideVoice", &(number, &sent), act).await?))
}

/// Shows a hidden voice again. Needs the right to moderate; the reason is public.
#[utoipa::path(post, path = "/voices/{number}/restore", operation_id = "restoreVoice", tag = "voices",
    params(("number" = Number, Path, description = "Its public number.")), request_body = Reasoned,
    responses((status = 200, description = "It is shown.", body = Receipt)), security(("token" = ["voices:write"])))]
async fn restore(call: Staff<Voices>, At(number): At<Number>, Body(sent): Body<Reasoned>) -> Answer<Receipt> {
    let voice = id_of(&call, number).await?;
    let act = async |env| actions::restore(&env, &call.actor, voice, &sent.reason.0).await;
    Ok(axum::Json(
        call.once("restoreVoice", &(number, &sent), act).await?,
    ))
}

/// An office and why.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ReferIn {
    /// Key of the office in charge.
    #[schema(example = "streets")]
    office: Text<80>,
    /// Why, in public.
    reason: Said<2000>,
}

/// Passes an unsorted voice to another office, which finds it in its inbox.
#[utoipa::path(post, path = "/voices/{number}/refer", operation_id = "referVoice", tag = "voices",
    params(("number" = Number, Path, description = "Its public number.")), request_body = ReferIn,
    responses((status = 200, description = "It is referred.", body = Receipt)), security(("token" = ["voices:write"])))]
async fn refer(call: Staff<Voices>, At(number): At<Number>, Body(sent): Body<ReferIn>) -> Answer<Receipt> {
    let voice = id_of(&call, number).await?;
    let to = kapok_parties::api::office_of(call.env(), &sent.office.0).await?;
    let act = async |env| actions::refer(&env, &call.actor, voice, to, &sent.reason.0).await;
    Ok(axum::Json(call.once("referVoice", &(number, &sent), act).await?))
}

/// Words of an answer.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct AnswerIn {
    /// The answer.
    text: Said<20000>,
}

/// Answers one voice in public.
#[utoipa::path(post, path = "/voices/{number}/answer", operation_id = "answerVoice", tag = "voices",
    params(("number" = Number, Path, description = "Its public number.")), request_body = AnswerIn,
    responses((status = 200, description = "It is answered.", body = Receipt)), security(("token" = ["voices:write"])))]
async fn answer(call: Staff<Voices>, At(number): At<Number>, Body(sent): Body<AnswerIn>) -> Answer<Receipt> {
    let voice = id_of(&call, number).await?;
    let act = async |env| actions::answer(&env, &call.actor, voice, &sent.text.0).await;
    Ok(axum::Json(call.once("answerVoice", &(number, &sent), act).await?))
}
