//! Saying it: the form on the front page and what comes back.

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use axum::routing::{get, post};
use kapok_acts::{ActError, Actor, Fields};
use kapok_files::{Files, FilesError, PhotoError};
use kapok_matters::Matter;
use kapok_store::Conn;
use kapok_voices::{Channel, NewVoice, VoiceKind};
use kapok_web::{App, Chrome, Form, Limit, Notice, Outcome, Page, Visit, redirect, redirect_with, summary};

/// Matters that are offered as looking like a text.
const OFFERED: usize = 3;

/// The routes of saying.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/say", get(back_home).post(say))
        .route("/say/look", post(look))
}

/// A matter that looks like what is being said.
#[derive(Clone)]
pub struct LikeView {
    /// Its number.
    pub number: i64,
    /// Its title.
    pub title: String,
    /// Language of the title.
    pub lang: String,
    /// State, place and number of voices in words.
    pub facts: String,
}

/// The form, as filled in.
#[derive(Clone, Default)]
pub struct SayView {
    /// What is said.
    pub text: String,
    /// Where.
    pub place: String,
    /// How to reach the author.
    pub contact: String,
    /// Lines of the error summary.
    pub errors: Vec<(String, String)>,
    /// Whether matters that look like it were asked for.
    pub looked: bool,
    /// Those matters.
    pub like: Vec<LikeView>,
    /// The matter that is spoken about.
    pub about: Option<LikeView>,
    /// Why the matter asked for cannot be spoken about; empty when it can.
    pub closed: String,
    /// Names of places, offered while typing.
    pub places: Vec<String>,
}

impl SayView {
    /// What is wrong with a field; empty for nothing.
    #[must_use]
    pub fn error(&self, field: &str) -> &str {
        self.errors
            .iter()
            .find(|(name, _)| name == field)
            .map_or("", |(_, text)| text)
    }

    /// An empty form with the names of places.
    ///
    /// # Errors
    /// From the database.
    pub async fn empty(visit: &Visit) -> Result<Self, ActError> {
        let tree = kapok_places::tree(&visit.app.env).await?;
        let places = tree.in_order().into_iter().map(|(_, p)| p.name.clone()).collect();
        let (about, closed) = about(visit, visit.ask("matter")).await?;
        Ok(Self {
            text: visit.ask("text").to_owned(),
            about,
            closed,
            places,
            ..Self::default()
        })
    }

    async fn filled(visit: &Visit, form: &Form) -> Result<Self, ActError> {
        let (about, closed) = about(visit, chosen(form)).await?;
        Ok(Self {
            text: form.get("text").to_owned(),
            place: form.get("place").to_owned(),
            contact: form.get("contact").to_owned(),
            about,
            closed,
            ..Self::empty(visit).await?
        })
    }
}

#[derive(Template)]
#[template(path = "front_say.html")]
struct SayPage {
    c: Chrome,
    form: SayView,
}

/// Reloading after sending must not look like an error.
async fn back_home() -> impl IntoResponse {
    redirect("/")
}

/// The matter that takes the voices meant for that of a number: itself, or the one it was merged into. Else why there is none.
async fn about(visit: &Visit, number: &str) -> Result<(Option<LikeView>, String), ActError> {
    let Ok(number) = number.parse() else {
        return Ok(Default::default());
    };
    let tree = kapok_places::tree(&visit.app.env).await?;
    let mut conn = visit.app.env.db.read().await?;
    Ok(match target(&mut conn, number).await? {
        Some(m) if m.state.takes_voices() => (Some(view(visit, &tree, m)), String::new()),
        Some(m) => (None, visit.t.say_about_closed(&m.title)),
        None => Default::default(),
    })
}

/// The matter of a number, or where its voices went when it was merged.
pub(crate) async fn target(conn: &mut Conn, number: i64) -> Result<Option<Matter>, ActError> {
    let found = kapok_matters::reads::by_number(conn, number).await?;
    Ok(match found.as_ref().and_then(|m| m.merged_into) {
        Some(into) => kapok_matters::reads::by_id(conn, into).await?,
        None => found,
    })
}

/// A matter in a line.
fn view(visit: &Visit, tree: &kapok_places::Tree, m: Matter) -> LikeView {
    let t = visit.t;
    let mut facts = vec![t.state(m.state.id()).to_owned(), t.matters_voices(m.voice_count)];
    facts.extend(Some(tree.name(m.place).to_owned()).filter(|place| !place.is_empty()));
    LikeView {
        number: m.number,
        title: m.title,
        lang: m.lang,
        facts: t.beside(facts),
    }
}

/// Matters that look like a text, best first.
///
/// # Errors
/// From the database.
pub async fn like(visit: &Visit, text: &str) -> Result<Vec<LikeView>, ActError> {
    let env = &visit.app.env;
    if !env.city.automatic.similar {
        return Ok(Vec::new());
    }
    let tree = kapok_places::tree(env).await?;
    let mut conn = env.db.read().await?;
    let found = kapok_matters::reads::similar(&mut conn, text, OFFERED).await?;
    Ok(found.into_iter().map(|(m, _)| view(visit, &tree, m)).collect())
}

async fn look(visit: Visit, form: Form) -> Outcome {
    visit.within(Limit::Say)?;
    let mut view = SayView::filled(&visit, &form)
        .await
        .map_err(|e| visit.problem(e))?;
    view.like = like(&visit, form.get("text"))
        .await
        .map_err(|e| visit.problem(e))?;
    view.looked = true;
    Ok(Page::private(SayPage {
        c: visit.chrome("home"),
        form: view,
    })
    .into_response())
}

async fn say(visit: Visit, form: Form) -> Outcome {
    if !visit.allows(Limit::Say) {
        return too_many(&visit, &form).await;
    }
    match hear(&visit, &form).await {
        Ok((code, again)) => {
            let to = format!("/follow/{code}?new=1");
            // The page of a new code begins with the thanks.
            Ok(if again {
                redirect_with(&to, Notice("follow-again"))
            } else {
                redirect(&to)
            })
        }
        Err(ActError::Fields(mut fields)) => {
            let mut view = SayView::filled(&visit, &form)
                .await
                .map_err(|e| visit.problem(e))?;
            if form.upload.is_some() && fields.get("photo").is_none() {
                // A browser never fills a file back in.
                fields.add("photo", "say-photo-again");
            }
            view.errors = summary(visit.t, &fields);
            Ok(Page::again(SayPage {
                c: visit.chrome("home"),
                form: view,
            })
            .into_response())
        }
        Err(error) => Err(visit.problem(error)),
    }
}

/// The form comes back with everything in it: whoever shares an address with many must not lose words to the limit.
async fn too_many(visit: &Visit, form: &Form) -> Outcome {
    let mut view = SayView::filled(visit, form).await.map_err(|e| visit.problem(e))?;
    view.errors = vec![("text".to_owned(), visit.t.say_too_many().to_owned())];
    let mut answer = Page::again(SayPage {
        c: visit.chrome("home"),
        form: view,
    })
    .into_response();
    *answer.status_mut() = StatusCode::TOO_MANY_REQUESTS;
    Ok(answer)
}

/// Hears what the form says; gives its code and whether it had been heard before.
async fn hear(visit: &Visit, form: &Form) -> Result<(String, bool), ActError> {
    let env = &visit.app.env;
    let token = form.token(visit)?;
    let words = form.get("place").trim();
    let voice = NewVoice {
        text: form.get("text").to_owned(),
        place_words: words.to_owned(),
        place: None,
        contact: Some(form.get("contact").trim().to_owned()).filter(|c| !c.is_empty()),
        channel: Channel::Web,
        kind: VoiceKind::Unstated,
        form_key: Some(form.key(visit, &token, &["text", "place", "contact"])),
        lang: None,
        party: None,
        photo: None,
        heard_at: None,
    };
    // Words first: a photo is only worth decoding when the rest can be heard.
    voice.check(env)?;
    let mut voice = kapok_voices::actions::located(env, voice).await?;
    if let Some(upload) = &form.upload {
        voice.photo = Some(store_photo(&visit.app.files, upload.bytes.to_vec()).await?);
    }
    let heard = match joined(visit, form).await? {
        Some(matter) => kapok_matters::actions::hear_into(env, &Actor::Resident, voice, matter.id).await?,
        None => kapok_voices::actions::hear(env, &Actor::Resident, voice).await?,
    };
    Ok((heard.code, heard.again))
}

/// The number of the matter to join: the button that was pressed comes after the matter that the form began with.
fn chosen(form: &Form) -> &str {
    form.all("join").last().unwrap_or_default()
}

/// The matter that the voice is to join; one that takes no more voices is left aside, because the words count more.
async fn joined(visit: &Visit, form: &Form) -> Result<Option<Matter>, ActError> {
    let Ok(number) = chosen(form).parse() else {
        return Ok(None);
    };
    let mut conn = visit.app.env.db.read().await?;
    Ok(target(&mut conn, number)
        .await?
        .filter(|m| m.state.takes_voices()))
}

pub(crate) async fn store_photo(files: &Files, bytes: Vec<u8>) -> Result<String, ActError> {
    match files.take_in(bytes).await {
        Ok(photo) => Ok(photo.name().as_str().to_owned()),
        Err(FilesError::Photo(error)) => Err(Fields::one("photo", photo_message(error))),
        Err(error) => {
            tracing::error!(%error, "a photo could not be stored");
            Err(ActError::Store(kapok_store::StoreError::Disk("a photo".into())))
        }
    }
}

/// What to say about a photo that is not accepted: which limit it broke decides what to do about it.
fn photo_message(error: PhotoError) -> &'static str {
    match error {
        PhotoError::TooLarge { .. } => "say-photo-large",
        PhotoError::TooManyPixels { .. } => "say-photo-pixels",
        PhotoError::Damaged => "say-photo-damaged",
        _ => "say-photo-bad",
    }
}
