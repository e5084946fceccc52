//! One voice: what was said, where, by which channel, what became of it. Its code is not here.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use kapok_acts::log::{self, Entry};
use kapok_acts::{ActError, Right};
use kapok_i18n::T;
use kapok_web::{Cache, Chrome, Form, Notice, Outcome, Page, Visit, redirect_with, said, summary};

use super::{View, Words, day, kind_name, language_name};
use crate::model::{VoiceKind, VoiceState, VoiceView};
use crate::{actions, reads};

/// Acts of one voice that are shown.
const MOST_ACTS: i64 = 100;

/// An answer as read.
struct AnswerView {
    day: (String, String),
    who: String,
    lang: String,
    paragraphs: Vec<String>,
}

/// An act as read.
struct ActView {
    day: (String, String),
    who: String,
    what: String,
    reason: String,
    href: String,
}

#[derive(Template)]
#[template(path = "voices_one.html")]
struct OnePage {
    c: Chrome,
    v: View,
    status: String,
    kind: &'static str,
    language: String,
    photo: String,
    edited: String,
    answers: Vec<AnswerView>,
    acts: Vec<ActView>,
    moderator: bool,
    hidden: bool,
    shown: bool,
    reason: String,
    errors: Vec<(String, String)>,
}

pub(super) async fn page(visit: Visit, Path(number): Path<String>) -> Outcome {
    let voice = find(&visit, &number).await.map_err(|e| visit.problem(e))?;
    let page = build(&visit, &voice, "", Vec::new())
        .await
        .map_err(|e| visit.problem(e))?;
    // Hidden words are for those who judge the hiding, never for a cache.
    Ok(if page.hidden {
        Page::private(page).into_response()
    } else {
        Page::public(page).into_response()
    })
}

/// The voice as this visitor may see it.
async fn find(visit: &Visit, number: &str) -> Result<VoiceView, ActError> {
    let number = number.parse::<i64>().map_err(|_| ActError::NotFound)?;
    let env = &visit.app.env;
    let found = if visit.actor.may(Right::ReadHidden) {
        reads::by_number_unmasked(env, number).await?
    } else {
        reads::by_number(env, number).await?
    };
    found.ok_or(ActError::NotFound)
}

async fn build(
    visit: &Visit,
    found: &VoiceView,
    reason: &str,
    errors: Vec<(String, String)>,
) -> Result<OnePage, ActError> {
    let (env, t, voice) = (&visit.app.env, visit.t, &found.voice);
    let tree = kapok_places::tree(env).await?;
    let directory = kapok_parties::directory(env).await?;
    let acts = log::of_subject(&mut env.db.read().await?, voice.id.0, MOST_ACTS).await?;
    let words = Words {
        t,
        env,
        tree: &tree,
        directory: &directory,
    };
    let answer = |a: &crate::model::Answer| AnswerView {
        day: day(t, env, a.at),
        who: who(&a.author, directory.name(a.party), t),
        lang: super::attribute(&a.lang),
        paragraphs: a
            .text
            .lines()
            .filter(|l| !l.trim().is_empty())
            .map(str::to_owned)
            .collect(),
    };
    Ok(OnePage {
        v: View::new(&words, voice),
        status: status(t, found),
        kind: match voice.kind {
            VoiceKind::Unstated => "",
            kind => kind_name(t, kind),
        },
        language: language_name(t, &voice.lang).to_owned(),
        photo: voice.photo.clone().unwrap_or_default(),
        edited: match voice.version - 1 {
            0 => String::new(),
            n => t.voices_edited(n),
        },
        answers: found.answers.iter().map(answer).collect(),
        acts: acts.iter().map(|a| act(&words, a)).collect(),
        moderator: visit.actor.may(Right::Moderate),
        hidden: voice.state == VoiceState::Hidden,
        shown: voice.is_shown(),
        reason: reason.to_owned(),
        errors,
        c: visit.chrome(""),
    })
}

fn status(t: T, found: &VoiceView) -> String {
    let voice = &found.voice;
    let text = if voice.answered.is_some() {
        t.voices_answered()
    } else if voice.matter.is_some() {
        t.voices_joined()
    } else if voice.state == VoiceState::Heard {
        t.voices_unsorted()
    } else {
        ""
    };
    text.to_owned()
}

/// Name and office, as far as they are known.
fn who(name: &str, office: &str, t: T) -> String {
    match (name.is_empty(), office.is_empty()) {
        (true, true) => t.log_system().to_owned(),
        (true, false) => office.to_owned(),
        (false, true) => name.to_owned(),
        (false, false) => format!("{name}, {office}"),
    }
}

fn act(w: &Words<'_>, entry: &Entry) -> ActView {
    let t = w.t;
    ActView {
        day: day(t, w.env, entry.at),
        who: match entry.actor_kind.as_str() {
            "resident" => t.log_resident().to_owned(),
            "officer" => who(&entry.actor_name, &entry.actor_office, t),
            _ => t.log_system().to_owned(),
        },
        what: said::sentence(t, entry),
        reason: said::reason_of(t, entry),
        href: format!("/log/{}", entry.id),
    }
}

/// What a moderator asks for.
#[derive(Clone, Copy)]
enum Wish {
    Hide,
    Restore,
}

pub(super) async fn hide(visit: Visit, Path(number): Path<String>, form: Form) -> Outcome {
    moderate(visit, number, form, Wish::Hide).await
}

pub(super) async fn restore(visit: Visit, Path(number): Path<String>, form: Form) -> Outcome {
    moderate(visit, number, form, Wish::Restore).await
}

async fn moderate(visit: Visit, number: String, form: Form, wish: Wish) -> Outcome {
    visit.need(Right::Moderate)?;
    let found = find(&visit, &number).await.map_err(|e| visit.problem(e))?;
    let (id, reason) = (found.voice.id, form.get("reason"));
    let done = match (form.once(&visit).await, wish) {
        (Err(error), _) => Err(error),
        (Ok(env), Wish::Hide) => actions::hide(&env, &visit.actor, id, reason).await,
        (Ok(env), Wish::Restore) => actions::restore(&env, &visit.actor, id, reason).await,
    };
    match done {
        Ok(_) | Err(ActError::SentBefore) => {
            let notice = match wish {
                Wish::Hide => "voices-hidden-now",
                Wish::Restore => "voices-restored-now",
            };
            Ok(redirect_with(
                &format!("/voices/{}", found.voice.number),
                Notice(notice),
            ))
        }
        Err(ActError::Fields(fields)) => {
            let errors = summary(visit.t, &fields);
            let template = build(&visit, &found, reason, errors)
                .await
                .map_err(|e| visit.problem(e))?;
            let (status, cache) = (StatusCode::UNPROCESSABLE_ENTITY, Cache::Never);
            Ok(Page {
                template,
                status,
                cache,
            }
            .into_response())
        }
        Err(error) => Err(visit.problem(error)),
    }
}
