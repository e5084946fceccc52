//! Following a voice by its code: no account, no cookie.

mod ask;

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::IntoResponse;
use axum::routing::{get, post};
use kapok_acts::{ActError, Fields, Kind, log};
use kapok_i18n::T;
use kapok_text::code::Code;
use kapok_voices::{Version, Voice, VoiceState, VoiceView};
use kapok_web::{App, Chrome, Form, Limit, Notice, Outcome, Page, Problem, Visit, redirect_with, summary};

use self::ask::{ask, go, nowhere};
use crate::say::{LikeView, like};
use crate::timeline::{Moment, Words, moments};

/// The routes of following.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/follow", get(ask).post(go))
        .route("/follow/{code}", get(show))
        .route("/follow/{code}/receipt", get(receipt))
        .route("/follow/{code}/edit", post(edit))
        .route("/follow/{code}/withdraw", post(withdraw))
        .route("/follow/{code}/join", post(join))
}

/// An answer as its reader sees it.
struct AnswerView {
    iso: String,
    date: String,
    who: String,
    text: String,
    lang: String,
    /// Given before the voice was heard: it says what the matter is about, and answers nothing.
    earlier: bool,
}

/// A voice as whoever has its code sees it.
struct FollowView {
    code: String,
    spoken: String,
    number: i64,
    status: String,
    matter_href: String,
    matter_title: String,
    matter_state: &'static str,
    next: Vec<String>,
    answers: Vec<AnswerView>,
    history: Vec<Moment>,
    text: String,
    /// Why there are no words to show; empty when there are.
    gone: &'static str,
    lang: String,
    photo: String,
    facts: Vec<(&'static str, String)>,
    versions: Vec<(String, String)>,
    can_edit: bool,
    unanswered: bool,
    shown: bool,
}

#[derive(Template)]
#[template(path = "front_follow.html")]
struct FollowPage {
    c: Chrome,
    heading: &'static str,
    v: FollowView,
    like: Vec<LikeView>,
    errors: Vec<(String, String)>,
    editing: bool,
    edit_text: String,
    edit_place: String,
    edit_error: String,
}

#[derive(Template)]
#[template(path = "front_receipt.html")]
struct ReceiptPage {
    c: Chrome,
    v: FollowView,
    address: String,
}

async fn find(visit: &Visit, typed: &str) -> Result<(Code, VoiceView), Problem> {
    look(visit, typed).await?.ok_or_else(|| visit.not_found())
}

/// The voice of a code; none when it is no code or nobody has it.
async fn look(visit: &Visit, typed: &str) -> Result<Option<(Code, VoiceView)>, Problem> {
    visit.within(Limit::Code)?;
    let Ok(code) = Code::parse(typed) else {
        return Ok(None);
    };
    let found = kapok_voices::by_code(&visit.app.env, &code.to_string())
        .await
        .map_err(|e| visit.problem(e))?;
    Ok(found.map(|voice| (code, voice)))
}

/// The letters of a code apart, so that a screen reader says each.
fn spoken(code: &Code) -> String {
    let letters: Vec<String> = code.compact().chars().map(String::from).collect();
    letters
        .chunks(3)
        .map(|three| three.join(" "))
        .collect::<Vec<_>>()
        .join(", ")
}

async fn view(visit: &Visit, code: &Code, found: &VoiceView) -> Result<FollowView, ActError> {
    let voice = &found.voice;
    let env = &visit.app.env;
    let t = visit.t;
    let tree = kapok_places::tree(env).await?;
    let directory = kapok_parties::directory(env).await?;
    let day = |at: jiff::Timestamp| t.date(env.city.date(at));
    let mut conn = env.db.read().await?;
    let matter = match voice.matter {
        Some(id) => kapok_matters::reads::by_id(&mut conn, id).await?,
        None => None,
    };
    let mut answers: Vec<AnswerView> = Vec::new();
    let mut answered = |party, author: &str, text: &str, lang: &str, at: jiff::Timestamp| {
        let who = [author, directory.name(party)]
            .into_iter()
            .filter(|s| !s.is_empty())
            .collect::<Vec<_>>()
            .join(", ");
        let date = env.city.date(at);
        answers.push(AnswerView {
            iso: date.to_string(),
            date: t.date(date),
            who,
            text: text.to_owned(),
            lang: lang.to_owned(),
            earlier: at < voice.heard,
        });
    };
    for a in &found.answers {
        answered(a.party, &a.author, &a.text, &a.lang, a.at);
    }
    if let Some(m) = &matter {
        for a in kapok_matters::reads::answers(&mut conn, m.id).await? {
            answered(a.party, &a.author, &a.text, &a.lang, a.at);
        }
    }
    let mut acts = log::of_subject(&mut conn, voice.id.0, 100).await?;
    if let Some(m) = &matter {
        // What happened to the matter since this voice came, without what happened to other voices.
        let since = log::of_matter(&mut conn, m.id, 400).await?;
        acts.extend(since.into_iter().filter(|a| {
            a.at >= voice.heard && !a.kind.starts_with("voice.") && a.kind != Kind::OutcomeChecked.name()
        }));
    }
    acts.sort_by_key(|a| (a.at, a.id));
    let shown = voice.state.is_shown();
    let heard = env.city.date(voice.heard);
    let by = |days: i64| heard.checked_add(jiff::Span::new().days(days)).unwrap_or(heard);
    let status = match voice.state {
        VoiceState::Withdrawn => t.follow_state_withdrawn().to_owned(),
        VoiceState::Hidden => t.follow_state_hidden(&voice.state_reason),
        VoiceState::Referred => t.follow_state_referred(
            directory.name(voice.office),
            &kapok_web::said::reason(t, &voice.state_reason),
        ),
        VoiceState::Heard => match &matter {
            Some(m) => t.follow_state_joined(&m.title),
            None if by(env.city.days_to_sort) < env.today() => {
                t.follow_state_late(&t.date(by(env.city.days_to_sort)))
            }
            None => t.follow_state_new().to_owned(),
        },
    };
    let mut next = Vec::new();
    // An answer to the matter that is older than the voice does not answer it.
    let unanswered = voice.answered.is_none();
    if shown && unanswered {
        next.push(match &matter {
            Some(_) => t.follow_next_joined().to_owned(),
            None => t.follow_next_sort(&t.date(by(env.city.days_to_sort))),
        });
        next.push(t.follow_next_answer(&t.date(by(env.city.days_to_answer))));
    }
    let place = if voice.place_words.is_empty() {
        tree.name(voice.place)
    } else {
        &voice.place_words
    };
    let mut facts = vec![
        (t.follow_heard_on(), t.date(heard)),
        (t.follow_channel(), t.channel(voice.channel.id()).to_owned()),
        (t.follow_number(), voice.number.to_string()),
    ];
    if !place.is_empty() {
        facts.push((t.follow_place(), place.to_owned()));
    }
    Ok(FollowView {
        code: code.to_string(),
        spoken: spoken(code),
        number: voice.number,
        status,
        matter_href: matter.as_ref().map(|m| m.path()).unwrap_or_default(),
        matter_state: matter.as_ref().map_or("", |m| m.state.id()),
        matter_title: matter.map(|m| m.title).unwrap_or_default(),
        next,
        can_edit: shown && unanswered,
        unanswered,
        answers,
        history: own(t, moments(t, &env.city, &acts, &Words::default(), true)),
        text: if shown { voice.text.clone() } else { String::new() },
        gone: match voice.state {
            VoiceState::Withdrawn => t.follow_words_withdrawn(),
            VoiceState::Hidden => t.follow_words_hidden(),
            VoiceState::Heard | VoiceState::Referred => "",
        },
        lang: voice.lang.clone(),
        photo: voice
            .photo
            .as_ref()
            .filter(|_| shown)
            .map(|p| format!("/photos/{p}/small"))
            .unwrap_or_default(),
        facts,
        versions: found
            .versions
            .iter()
            .filter(|_| shown)
            .map(|v: &Version| (day(v.at), v.text.clone()))
            .collect(),
        shown,
    })
}

/// The moments as their author reads them: what the log says of an author is what the reader did.
fn own(t: T, mut moments: Vec<Moment>) -> Vec<Moment> {
    for moment in &mut moments {
        let yours = [
            (t.log_act_voice_heard(), t.follow_you_said()),
            (t.log_act_voice_edited(), t.follow_you_edited()),
            (t.log_act_voice_withdrawn(), t.follow_you_withdrew()),
        ];
        if let Some((_, words)) = yours.iter().find(|(of_all, _)| *of_all == moment.what) {
            moment.what = (*words).to_owned();
        }
    }
    moments
}

async fn page(visit: &Visit, code: &Code, found: &VoiceView) -> Result<FollowPage, Problem> {
    let voice: &Voice = &found.voice;
    let v = view(visit, code, found).await.map_err(|e| visit.problem(e))?;
    let new = visit.ask("new") == "1";
    let like = if new && voice.matter.is_none() && v.shown {
        like(visit, &voice.text).await.map_err(|e| visit.problem(e))?
    } else {
        Vec::new()
    };
    Ok(FollowPage {
        c: visit.chrome("follow"),
        heading: if new {
            visit.t.follow_thanks()
        } else {
            visit.t.follow_title()
        },
        edit_text: v.text.clone(),
        edit_place: voice.place_words.clone(),
        v,
        like,
        errors: Vec::new(),
        editing: false,
        edit_error: String::new(),
    })
}

async fn show(visit: Visit, Path(code): Path<String>) -> Outcome {
    let Some((code, voice)) = look(&visit, &code).await? else {
        return Ok(nowhere(&visit, &code));
    };
    Ok(Page::private(page(&visit, &code, &voice).await?).into_response())
}

async fn receipt(visit: Visit, Path(code): Path<String>) -> Outcome {
    let Some((code, voice)) = look(&visit, &code).await? else {
        return Ok(nowhere(&visit, &code));
    };
    let v = view(&visit, &code, &voice).await.map_err(|e| visit.problem(e))?;
    let address = format!("{}/follow", visit.app.env.city.public_url);
    Ok(Page::private(ReceiptPage {
        c: visit.chrome("follow"),
        v,
        address,
    })
    .into_response())
}

async fn edit(visit: Visit, Path(code): Path<String>, form: Form) -> Outcome {
    let (code, voice) = find(&visit, &code).await?;
    let done = async {
        form.token(&visit)?;
        let (text, place) = (form.get("text"), form.get("place"));
        kapok_voices::actions::edit(&visit.app.env, &code.to_string(), text, place).await
    };
    match done.await {
        Ok(_) => Ok(redirect_with(&format!("/follow/{code}"), Notice("follow-edited"))),
        Err(ActError::Fields(fields)) => {
            Ok(Page::again(edit_again(&visit, &code, &voice, &form, &fields).await?).into_response())
        }
        Err(error) => Err(visit.problem(error)),
    }
}

async fn edit_again(
    visit: &Visit,
    code: &Code,
    voice: &VoiceView,
    form: &Form,
    fields: &Fields,
) -> Result<FollowPage, Problem> {
    let mut page = page(visit, code, voice).await?;
    page.errors = summary(visit.t, fields);
    page.edit_error = page
        .errors
        .iter()
        .find(|(name, _)| name == "text")
        .map(|(_, e)| e.clone())
        .unwrap_or_default();
    page.edit_text = form.get("text").to_owned();
    page.edit_place = form.get("place").to_owned();
    page.editing = true;
    Ok(page)
}

async fn withdraw(visit: Visit, Path(code): Path<String>, form: Form) -> Outcome {
    let (code, _) = find(&visit, &code).await?;
    let done = async {
        form.token(&visit)?;
        kapok_matters::actions::withdraw_voice(&visit.app.env, &code.to_string(), form.get("reason")).await
    };
    done.await.map_err(|e| visit.problem(e))?;
    Ok(redirect_with(
        &format!("/follow/{code}"),
        Notice("follow-withdrawn"),
    ))
}

async fn join(visit: Visit, Path(code): Path<String>, form: Form) -> Outcome {
    let (code, _) = find(&visit, &code).await?;
    let env = &visit.app.env;
    let number: i64 = form.get("matter").parse().map_err(|_| visit.not_found())?;
    let mut conn = env.db.read().await.map_err(|e| visit.problem(e))?;
    let matter = kapok_matters::reads::by_number(&mut conn, number)
        .await
        .map_err(|e| visit.problem(e))?;
    drop(conn);
    let matter = matter.ok_or_else(|| visit.not_found())?;
    let done = async {
        form.token(&visit)?;
        kapok_matters::actions::join_by_code(env, &code.to_string(), matter.id).await
    };
    done.await.map_err(|e| visit.problem(e))?;
    Ok(redirect_with(&format!("/follow/{code}"), Notice("follow-joined")))
}
