//! `/promises/{number}/work`: staff report, move the date, close with evidence.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use kapok_acts::{ActError, Fields, Right};
use kapok_decisions::forms::FormErrors;
use kapok_decisions::words;
use kapok_files::{Files, FilesError};
use kapok_matters::Matter;
use kapok_web::{Chrome, Form, Notice, Outcome, Page, Problem, Visit, redirect_with};

use super::one::{UpdateView, load, update_view};
use super::{View, make};
use crate::{NewDate, NewFinish, NewProgress, PhotoRef, State, actions, store};

#[derive(Template)]
#[template(path = "commitments_work.html")]
struct WorkPage {
    c: Chrome,
    p: View,
    matter: Matter,
    /// Which of the forms came back: progress, move, finish, withdraw or retitle.
    sent: String,
    errors: FormErrors,
    percent: String,
    spent: String,
    text: String,
    due: String,
    reason: String,
    evidence: String,
    running: bool,
    /// Why nothing can be done here any more; empty while something can.
    over: &'static str,
    title: String,
    may_correct: bool,
    may_report: bool,
    may_move: bool,
    reports: Vec<UpdateView>,
}

impl WorkPage {
    /// What was typed, if it belongs to the form that came back.
    fn was<'a>(&self, form: &str, typed: &'a str) -> &'a str {
        if self.sent == form { typed } else { "" }
    }

    /// The error on a field, if it belongs to the form that came back: several forms have a field `spent` or `reason`.
    fn on(&self, form: &str, field: &str) -> &str {
        if self.sent == form {
            self.errors.on(field)
        } else {
            ""
        }
    }
}

pub(super) async fn form(visit: Visit, Path(number): Path<i64>) -> Outcome {
    visit.need(Right::ReadStaffPages)?;
    let page = page(&visit, number, &Form::default(), FormErrors::default()).await?;
    Ok(Page::private(page).into_response())
}

async fn page(visit: &Visit, number: i64, sent: &Form, errors: FormErrors) -> Result<WorkPage, Problem> {
    let env = &visit.app.env;
    let t = visit.t;
    let found = load(env, number).await.map_err(|e| visit.problem(e))?;
    let directory = kapok_parties::directory(env)
        .await
        .map_err(|e| visit.problem(e))?;
    let c = &found.commitment;
    let or = |name: &str, now: String| match sent.get(name) {
        "" if errors.list.is_empty() => now,
        typed => typed.to_owned(),
    };
    Ok(WorkPage {
        c: visit.chrome("promises"),
        p: View::new(t, env, &directory, c),
        sent: sent.get("do").to_owned(),
        percent: or("percent", c.percent.to_string()),
        spent: or("spent", c.spent.to_string()),
        text: or("text", String::new()),
        due: or("due", c.due.to_string()),
        reason: or("reason", String::new()),
        evidence: or("evidence", String::new()),
        running: c.state == State::Running,
        over: if c.state == State::Withdrawn {
            t.commitments_is_withdrawn()
        } else {
            t.commitments_is_finished()
        },
        title: or("title", c.title.clone()),
        may_correct: actions::may_lead(&visit.actor, c.lead),
        may_report: visit.actor.may(Right::Report),
        may_move: visit.actor.may(Right::Commit),
        reports: found
            .updates
            .iter()
            .map(|u| update_view(t, env, &directory, u))
            .collect(),
        matter: found.matter,
        errors,
    })
}

pub(super) async fn send(visit: Visit, Path(number): Path<i64>, form: Form) -> Outcome {
    visit.need(match form.get("do") {
        "move" | "withdraw" | "retitle" => Right::Commit,
        _ => Right::Report,
    })?;
    match try_work(&visit, number, &form).await {
        Ok(notice) => Ok(redirect_with(&super::path(number), notice)),
        Err(error) => {
            let first = match form.get("do") {
                "move" => "due",
                "withdraw" => "reason",
                "retitle" => "title",
                "finish" => "evidence",
                _ => "percent",
            };
            let errors = FormErrors::of(visit.t, error, first).map_err(|e| visit.problem(e))?;
            Ok(Page::again(page(&visit, number, &form, errors).await?).into_response())
        }
    }
}

async fn try_work(visit: &Visit, number: i64, form: &Form) -> Result<Notice, ActError> {
    let key = form.token(visit)?.key;
    let env = &form.once(visit).await?;
    let commitment = store::by_number(&mut env.db.read().await?, number).await?;
    let id = commitment.ok_or(ActError::NotFound)?.id;
    let mut errors = Fields::default();
    match form.get("do") {
        "move" => {
            let due = make::day(&mut errors, "due", form.get("due"));
            if words::clean(form.get("reason")).is_empty() {
                errors.add("reason", "form-reason-missing");
            }
            errors.check()?;
            let new = NewDate {
                due: due.ok_or_else(|| Fields::one("due", "form-date-wrong"))?,
                reason: form.get("reason").to_owned(),
            };
            actions::move_date(env, &visit.actor, id, new).await?;
            Ok(Notice("commitments-date-moved"))
        }
        "withdraw" => {
            actions::withdraw(env, &visit.actor, id, form.get("reason")).await?;
            Ok(Notice("commitments-withdrawn-now"))
        }
        "retitle" => {
            actions::retitle(env, &visit.actor, id, form.get("title"), form.get("reason")).await?;
            Ok(Notice("commitments-retitled"))
        }
        "finish" => {
            let spent = make::amount(&mut errors, "spent", form.get("spent"));
            errors.check()?;
            let new = NewFinish {
                spent,
                evidence: form.get("evidence").to_owned(),
                photo: None,
                form_key: Some(key),
            }
            .check()?;
            let photo = photo(visit, form).await?;
            actions::finish(env, &visit.actor, id, NewFinish { photo, ..new }).await?;
            Ok(Notice("commitments-finished-now"))
        }
        _ => {
            let percent = words::whole(form.get("percent"));
            if percent.is_none() {
                errors.add("percent", "commitments-percent-wrong");
            }
            let spent = make::amount(&mut errors, "spent", form.get("spent"));
            if words::clean(form.get("text")).is_empty() {
                errors.add("text", "form-missing");
            }
            errors.check()?;
            let new = NewProgress {
                percent: percent.unwrap_or_default(),
                spent,
                text: form.get("text").to_owned(),
                photo: None,
                form_key: Some(key),
            }
            .check()?;
            let photo = photo(visit, form).await?;
            actions::progress(env, &visit.actor, id, NewProgress { photo, ..new }).await?;
            Ok(Notice("commitments-reported"))
        }
    }
}

/// The photo that was sent, checked, stripped of what the camera wrote into it, and stored. Taken in last, when the rest of
/// the form is right: a refused form keeps no photo.
async fn photo(visit: &Visit, form: &Form) -> Result<Option<PhotoRef>, ActError> {
    match form.upload.as_ref().filter(|u| u.field == "photo") {
        None => Ok(None),
        Some(upload) => Ok(Some(take_in(&visit.app.files, upload.bytes.to_vec()).await?)),
    }
}

/// Stores a photo.
pub(crate) async fn take_in(files: &Files, bytes: Vec<u8>) -> Result<PhotoRef, ActError> {
    match files.take_in(bytes).await {
        Ok(photo) => {
            let (width, height) = photo.dimensions();
            Ok(PhotoRef {
                name: photo.name().to_string(),
                width,
                height,
            })
        }
        Err(FilesError::Photo(_)) => Err(Fields::one("photo", "commitments-photo-refused")),
        Err(error) => {
            tracing::error!(%error, "a photo could not be stored");
            Err(Fields::one("photo", "commitments-photo-not-kept"))
        }
    }
}
