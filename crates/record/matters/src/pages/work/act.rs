//! What the forms of the work page do. What was refused comes back filled in, beside its form.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use kapok_acts::{ActError, Env, Fields, Right};
use kapok_store::ids::{ActId, AppealId, MatterId, PartyId, VoiceId};
use kapok_web::{Cache, Form, Notice, Outcome, Page, Visit, lookup, redirect_with, said};

use super::{Typed, build, find};
use crate::model::{Describe, Exit, Matter};
use crate::state::State;
use crate::{actions, reads};

/// Where the page leads after it was done, and what it says there.
struct Done(String, Notice);

pub(super) async fn send(visit: Visit, Path(number): Path<String>, form: Form) -> Outcome {
    visit.need(Right::ReadStaffPages)?;
    visit.need(right(form.get("do")))?;
    let matter = find(&visit, &number).await.map_err(|e| visit.problem(e))?;
    match act(&visit, &form, &matter).await {
        Ok(Done(to, notice)) => Ok(redirect_with(&to, notice)),
        Err(error) => again(&visit, &number, form, error).await,
    }
}

/// What a form needs at least; its action looks closer.
fn right(what: &str) -> Right {
    match what {
        "answer" => Right::Answer,
        "close" => Right::Decide,
        "merge" | "split" | "undo" => Right::Sort,
        "hide" => Right::Moderate,
        "uphold" | "reject" => Right::Rule,
        _ => Right::Describe,
    }
}

/// The field at which a form says what cannot be done at the moment.
fn first_field(what: &str) -> &'static str {
    match what {
        "open" => "open-reply_by",
        "answer" => "answer-text",
        "close" => "close-exit",
        "merge" => "merge-into",
        "ask" => "ask-office",
        "hand-over" => "hand-over-office",
        "accept" | "refuse" => "refuse-reason",
        "split" | "hide" => "split-voices",
        "uphold" | "reject" => "rule-reason",
        "undo" => "undo",
        _ => "describe-title",
    }
}

/// The page once more with what was typed, when a form can show what is wrong.
async fn again(visit: &Visit, number: &str, form: Form, error: ActError) -> Outcome {
    let what = form.get("do");
    // Buttons of one form share its fields.
    let name = match what {
        "accept" => "refuse",
        "hide" => "split",
        "uphold" | "reject" => "rule",
        other => other,
    };
    let (errors, stale) = match error {
        ActError::Fields(fields) => {
            let words = |e: &kapok_acts::FieldError| lookup(visit.t, e.message).to_owned();
            let id = |field: &str| match field {
                "token" => first_field(what).to_owned(),
                field => format!("{name}-{field}"),
            };
            let each = fields.0.iter().map(|e| (id(e.field), words(e)));
            (each.collect(), false)
        }
        ActError::NotNow(message) => (
            vec![(first_field(what).to_owned(), lookup(visit.t, message).to_owned())],
            false,
        ),
        ActError::Stale => (
            vec![(first_field(what).to_owned(), visit.t.work_stale().to_owned())],
            what == "describe",
        ),
        other => return Err(visit.problem(other)),
    };
    let status = if stale {
        StatusCode::CONFLICT
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let template = build(visit, number, Typed { form, errors, stale })
        .await
        .map_err(|e| visit.problem(e))?;
    let page: Response = Page {
        template,
        status,
        cache: Cache::Never,
    }
    .into_response();
    Ok(page)
}

async fn act(visit: &Visit, form: &Form, m: &Matter) -> Result<Done, ActError> {
    let env = &form.once(visit).await?;
    let (actor, reason) = (&visit.actor, form.get("reason"));
    let here = format!("{}/work", m.path());
    let notice = match form.get("do") {
        "describe" => describe(visit, env, form, m).await?,
        "open" => {
            let day: Date = form
                .get("reply_by")
                .trim()
                .parse()
                .map_err(|_| Fields::one("reply_by", "form-date-wrong"))?;
            actions::open(env, actor, m.id, day, reason).await?;
            Notice("work-opened")
        }
        "answer" => {
            actions::answer(env, actor, m.id, form.get("text"), "").await?;
            Notice("work-answered")
        }
        "close" => {
            actions::close(env, actor, m.id, exit(form)?, reason).await?;
            Notice("work-closed")
        }
        "ask" => {
            actions::ask_partner(env, actor, m.id, office(visit, form).await?, reason).await?;
            Notice("work-asked")
        }
        "hand-over" => {
            actions::hand_over(env, actor, m.id, office(visit, form).await?, reason).await?;
            Notice("work-hand-over-asked")
        }
        "accept" => {
            actions::accept(env, actor, m.id, office(visit, form).await?).await?;
            Notice("work-accepted")
        }
        "refuse" => {
            actions::refuse(env, actor, m.id, office(visit, form).await?, reason).await?;
            Notice("work-refused")
        }
        what @ ("uphold" | "reject") => {
            let appeal = AppealId::parse(form.get("appeal")).ok_or(ActError::NotFound)?;
            actions::rule(env, actor, appeal, what == "uphold", reason).await?;
            Notice("work-ruled")
        }
        "hide" => hide(visit, form, m).await?,
        "merge" => return merge(visit, env, form, m).await,
        "split" => return split(visit, env, form, m).await,
        "undo" => return undo(visit, env, form).await,
        _ => return Err(ActError::NotFound),
    };
    Ok(Done(here, notice))
}

async fn describe(visit: &Visit, env: &Env, form: &Form, m: &Matter) -> Result<Notice, ActError> {
    let (actor, reason) = (&visit.actor, form.get("reason"));
    let tree = kapok_places::tree(env).await?;
    let directory = kapok_parties::directory(env).await?;
    // What is no number is no grade either, and is refused as such.
    let grade = |name: &str| form.get(name).parse().unwrap_or(-1);
    let get = |name: &str| form.get(name).to_owned();
    let sorts = m.state == State::Voiced;
    let lead = if sorts {
        directory.by_key(form.get("lead")).map(|p| p.id)
    } else {
        m.lead
    };
    let new = Describe {
        title: get("title"),
        summary: get("summary"),
        place: tree.by_key(form.get("place")).map(|p| p.id),
        topic: get("topic"),
        level: get("level"),
        field: get("field"),
        urgency: grade("urgency"),
        safety: grade("safety"),
        equity: grade("equity"),
        lead,
        version: Some(form.get("version").parse().unwrap_or(-1)),
    };
    if sorts {
        actions::sort(env, actor, m.id, new, reason).await?;
        Ok(Notice("work-sorted"))
    } else {
        actions::describe(env, actor, m.id, new, reason).await?;
        Ok(Notice("work-described"))
    }
}

fn exit(form: &Form) -> Result<Exit, ActError> {
    match State::parse(form.get("exit")) {
        Some(State::Answered) => Ok(Exit::Answered),
        Some(State::Referred) => Ok(Exit::Referred(form.get("referred_to").to_owned())),
        Some(State::Withdrawn) => Ok(Exit::Withdrawn),
        _ => Err(Fields::one("exit", "work-exit-missing")),
    }
}

async fn office(visit: &Visit, form: &Form) -> Result<PartyId, ActError> {
    let directory = kapok_parties::directory(&visit.app.env).await?;
    let found = directory.by_key(form.get("office")).map(|p| p.id);
    found.ok_or_else(|| Fields::one("office", "work-office-missing"))
}

/// The matter of the number in the field `into`.
async fn into(visit: &Visit, form: &Form) -> Result<MatterId, ActError> {
    let unknown = || Fields::one("into", "work-matter-unknown");
    let number = form.get("into").trim().parse().map_err(|_| unknown())?;
    let found = reads::by_number(&mut visit.app.env.db.read().await?, number).await?;
    Ok(found.ok_or_else(unknown)?.id)
}

/// The voices that were ticked.
fn ticked(form: &Form) -> Result<Vec<VoiceId>, ActError> {
    let voices: Vec<VoiceId> = form.all("voices").filter_map(VoiceId::parse).collect();
    if voices.is_empty() {
        return Err(Fields::one("voices", "work-voices-missing"));
    }
    Ok(voices)
}

async fn merge(visit: &Visit, env: &Env, form: &Form, m: &Matter) -> Result<Done, ActError> {
    let into = into(visit, form).await?;
    let done = actions::merge(env, &visit.actor, m.id, into, form.get("reason")).await?;
    let to = format!("{}/work?undo={}", done.matter.path(), done.act);
    Ok(Done(to, Notice("work-merged")))
}

async fn split(visit: &Visit, env: &Env, form: &Form, m: &Matter) -> Result<Done, ActError> {
    let voices = ticked(form)?;
    let other = match form.get("into").trim() {
        "" => None,
        _ => Some(into(visit, form).await?),
    };
    let done = actions::split(env, &visit.actor, &voices, other, form.get("reason")).await?;
    Ok(Done(
        format!("{}/work?undo={}", m.path(), done.act),
        Notice("work-split"),
    ))
}

async fn hide(visit: &Visit, form: &Form, m: &Matter) -> Result<Notice, ActError> {
    // One transaction a voice: hiding again what is hidden changes nothing, so sending twice is harmless here.
    let (env, actor, reason) = (&visit.app.env, &visit.actor, form.get("reason"));
    let voices = ticked(form)?;
    let known = kapok_voices::facts(&mut env.db.read().await?, &voices).await?;
    if known.len() != voices.len() || known.iter().any(|v| v.matter != Some(m.id)) {
        return Err(ActError::NotNow("matters-not-in-one-matter"));
    }
    for voice in voices {
        kapok_voices::actions::hide(env, actor, voice, reason).await?;
    }
    Ok(Notice("work-hidden"))
}

async fn undo(visit: &Visit, env: &Env, form: &Form) -> Result<Done, ActError> {
    let act = ActId::parse(form.get("act")).ok_or(ActError::NotFound)?;
    let matter = actions::undo(env, &visit.actor, act, said::UNDONE).await?;
    Ok(Done(format!("{}/work", matter.path()), Notice("work-undone")))
}
