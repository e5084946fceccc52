//! Following a voice by its code. Whoever has the code is its author.

use kapok_acts::{ActError, log};
use kapok_matters::api::{MatterOut, Speaker, matter_of};
use kapok_text::code::Code;
use kapok_voices::VoiceView;
use kapok_voices::api::{AnswerOut, VoiceOut, answers_out, voice_out};
use kapok_web::api::{ActOut, Answer, ApiError, At, Body, Call, Moment, Number, Receipt, Said, Text};
use kapok_web::{App, Limit};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Acts of one voice that are shown.
const MOST_ACTS: i64 = 100;

pub(super) fn api() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(show))
        .routes(routes!(edit))
        .routes(routes!(withdraw))
        .routes(routes!(join))
}

/// What a voice said before an edit.
#[derive(Serialize, ToSchema)]
struct VersionOut {
    /// From 1.
    version: i64,
    /// What it said.
    text: String,
    /// When it was replaced.
    at: Moment,
}

/// A voice as its author sees it.
#[derive(Serialize, ToSchema)]
struct FollowedVoice {
    /// The voice.
    voice: VoiceOut,
    /// The matter that it joined.
    matter: Option<MatterOut>,
    /// Answers to it alone, oldest first; those to its matter are with the matter.
    answers: Vec<AnswerOut>,
    /// What it said before, oldest first.
    versions: Vec<VersionOut>,
    /// Its acts, oldest first.
    acts: Vec<ActOut>,
    /// Whether its words can still be changed.
    can_edit: bool,
}

async fn find(call: &Call, typed: &str) -> Result<(Code, VoiceView), ApiError> {
    call.within(Limit::Code)?;
    let code = Code::parse(typed).map_err(|_| ActError::NotFound)?;
    let found = kapok_voices::by_code(call.env(), &code.to_string()).await?;
    Ok((code, found.ok_or(ActError::NotFound)?))
}

/// The voice of a code: what became of it.
#[utoipa::path(get, path = "/follow/{code}", operation_id = "followVoice", tag = "following",
    params(("code" = String, Path, description = "The code from the receipt.", max_length = 40)),
    responses((status = 200, description = "The voice.", body = FollowedVoice)))]
async fn show(call: Call, At(code): At<String>) -> Answer<FollowedVoice> {
    let (_, found) = find(&call, &code).await?;
    let env = call.env();
    let speaker = Speaker::new(env).await?;
    let (tree, directory) = (
        kapok_places::tree(env).await?,
        kapok_parties::directory(env).await?,
    );
    let mut conn = env.db.read().await?;
    let matter = match found.voice.matter {
        Some(id) => kapok_matters::reads::by_id(&mut conn, id).await?,
        None => None,
    };
    let acts = log::of_subject(&mut conn, found.voice.id.0, MOST_ACTS).await?;
    let shown = found.voice.is_shown();
    let version = |v: kapok_voices::Version| VersionOut {
        version: v.version,
        text: v.text,
        at: Moment(v.at),
    };
    Ok(axum::Json(FollowedVoice {
        can_edit: shown && found.voice.answered.is_none(),
        answers: answers_out(&directory, &found.answers),
        versions: found
            .versions
            .into_iter()
            .filter(|_| shown)
            .map(version)
            .collect(),
        acts: acts.into_iter().map(ActOut::from).collect(),
        matter: matter.map(|m| speaker.matter(m)),
        voice: voice_out(&tree, &directory, found.voice.masked()),
    }))
}

/// Other words.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct EditIn {
    /// What is said from now on.
    text: Said<20000>,
    /// Where, in the author's words.
    #[serde(default)]
    place: Option<Text<200>>,
}

/// Changes the words, until there is an answer. The words before are kept for the author.
#[utoipa::path(post, path = "/follow/{code}/edit", operation_id = "editVoice", tag = "following",
    params(("code" = String, Path, description = "The code from the receipt.", max_length = 40)), request_body = EditIn,
    responses((status = 200, description = "They are changed.", body = Receipt)))]
async fn edit(call: Call, At(code): At<String>, Body(sent): Body<EditIn>) -> Answer<Receipt> {
    let code = find(&call, &code).await?.0.to_string();
    let place = sent.place.as_ref().map_or("", |p| p.0.as_str());
    let act = async |env| kapok_voices::actions::edit(&env, &code, &sent.text.0, place).await;
    Ok(axum::Json(call.once("editVoice", &(&code, &sent), act).await?))
}

/// Why it is taken back.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct WithdrawVoiceIn {
    /// Why; kept with the voice and not published.
    #[serde(default)]
    reason: Option<Text<2000>>,
}

/// Takes the voice back: words, photo and contact are erased. It stays counted.
#[utoipa::path(post, path = "/follow/{code}/withdraw", operation_id = "withdrawVoice", tag = "following",
    params(("code" = String, Path, description = "The code from the receipt.", max_length = 40)),
    request_body = WithdrawVoiceIn, responses((status = 200, description = "It is taken back.", body = Receipt)))]
async fn withdraw(call: Call, At(code): At<String>, Body(sent): Body<WithdrawVoiceIn>) -> Answer<Receipt> {
    let code = find(&call, &code).await?.0.to_string();
    let reason = sent.reason.as_ref().map_or("", |r| r.0.as_str());
    let act = async |env| kapok_matters::actions::withdraw_voice(&env, &code, reason).await;
    Ok(axum::Json(
        call.once("withdrawVoice", &(&code, &sent), act).await?,
    ))
}

/// Which matter.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct JoinMatterIn {
    /// Number of the matter.
    matter: Number,
}

/// Joins the voice to a matter that means the same.
#[utoipa::path(post, path = "/follow/{code}/join", operation_id = "joinMatter", tag = "following",
    params(("code" = String, Path, description = "The code from the receipt.", max_length = 40)),
    request_body = JoinMatterIn, responses((status = 200, description = "It is part of it.", body = Receipt)))]
async fn join(call: Call, At(code): At<String>, Body(sent): Body<JoinMatterIn>) -> Answer<Receipt> {
    let code = find(&call, &code).await?.0.to_string();
    let matter = matter_of(call.env(), sent.matter).await?.id;
    let act = async |env| kapok_matters::actions::join_by_code(&env, &code, matter).await;
    Ok(axum::Json(call.once("joinMatter", &(&code, &sent), act).await?))
}
