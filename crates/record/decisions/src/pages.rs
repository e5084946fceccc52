//! The form on which a matter is decided.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::IntoResponse;
use axum::routing::get;
use kapok_acts::{ActError, Fields, Right};
use kapok_i18n::T;
use kapok_matters::{Matter, State, reads};
use kapok_web::{App, Chrome, Form, Notice, Outcome, Page, Problem, Visit, redirect_with};

use crate::forms::FormErrors;
use crate::{NewDecision, Verdict, actions, store};

/// The routes of this room.
pub fn routes() -> Router<App> {
    Router::new().route("/matters/{number}/decide", get(form).post(decide))
}

#[derive(Template)]
#[template(path = "decisions_decide.html")]
struct DecidePage {
    c: Chrome,
    errors: FormErrors,
    matter: Matter,
    voices: String,
    /// Why the form would be refused at the moment; empty when it can be sent.
    blocked: String,
    results: Vec<(&'static str, String, bool)>,
    text: String,
    reasons: String,
    basis: String,
    appeal_note: String,
    earlier: Vec<EarlierView>,
    /// The decision that stands declined the matter: it can be closed.
    may_close: bool,
    close_reason: String,
}

/// A decision made before, for a matter that was reopened by an appeal.
struct EarlierView {
    iso: String,
    date: String,
    result: String,
    author: String,
    text: String,
    lang: String,
}

/// A verdict in the reader's words.
#[must_use]
pub fn verdict(t: T, verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Accepted => t.decisions_accepted(),
        Verdict::Partly => t.decisions_partly(),
        Verdict::Declined => t.decisions_declined(),
    }
}

async fn page(visit: &Visit, number: i64, sent: &Form, errors: FormErrors) -> Result<DecidePage, Problem> {
    let env = &visit.app.env;
    let t = visit.t;
    let mut conn = env.db.read().await.map_err(|e| visit.problem(e))?;
    let matter = reads::by_number(&mut conn, number)
        .await
        .map_err(|e| visit.problem(e))?;
    let matter = matter.ok_or_else(|| visit.not_found())?;
    // A form that would be refused is not offered.
    let may = kapok_matters::actions::may(&mut conn, &visit.actor, Right::Decide, &matter).await;
    if may.is_err() {
        let directory = kapok_parties::directory(env)
            .await
            .map_err(|e| visit.problem(e))?;
        return Err(visit.other_office(directory.name(matter.lead), &format!("{}/work", matter.path())));
    }
    let earlier = store::of_matter(&mut conn, matter.id)
        .await
        .map_err(|e| visit.problem(e))?;
    let blocked = if matter.state != State::Open {
        t.decisions_not_open()
    } else if matter.answered.is_none() {
        t.decisions_answer_first()
    } else {
        ""
    };
    let declined = earlier.last().is_some_and(|d| !d.result.promises());
    let may_close = declined && matter.state == State::Decided;
    let earlier = earlier.into_iter().map(|d| EarlierView {
        iso: d.decided_at.to_string(),
        date: t.date(env.city.date(d.decided_at)),
        result: verdict(t, d.result).to_owned(),
        author: d.author,
        text: d.text,
        lang: d.lang,
    });
    let chosen = |v: &Verdict| sent.get("result") == v.id();
    Ok(DecidePage {
        c: visit.chrome("matters"),
        voices: t.decisions_voices(matter.voice_count),
        errors,
        blocked: blocked.to_owned(),
        results: Verdict::ALL
            .iter()
            .map(|v| (v.id(), verdict(t, *v).to_owned(), chosen(v)))
            .collect(),
        text: sent.get("text").to_owned(),
        reasons: sent.get("reasons").to_owned(),
        basis: sent.get("basis").to_owned(),
        appeal_note: t.decisions_appeal_note(crate::APPEAL_DAYS),
        earlier: earlier.collect(),
        may_close,
        close_reason: sent.get("close_reason").to_owned(),
        matter,
    })
}

async fn form(visit: Visit, Path(number): Path<i64>) -> Outcome {
    visit.need(Right::Decide)?;
    let page = page(&visit, number, &Form::default(), FormErrors::default()).await?;
    Ok(Page::private(page).into_response())
}

async fn decide(visit: Visit, Path(number): Path<i64>, form: Form) -> Outcome {
    visit.need(Right::Decide)?;
    match try_decide(&visit, number, &form).await {
        Ok((path, notice)) => Ok(redirect_with(&path, notice)),
        Err(error) => {
            let first = if closes(&form) { "close_reason" } else { "result" };
            let errors = FormErrors::of(visit.t, error, first).map_err(|e| visit.problem(e))?;
            Ok(Page::again(page(&visit, number, &form, errors).await?).into_response())
        }
    }
}

fn closes(form: &Form) -> bool {
    form.get("do") == "close"
}

/// Decides or closes as the form says; gives the address of the matter and what to say there.
async fn try_decide(visit: &Visit, number: i64, form: &Form) -> Result<(String, Notice), ActError> {
    let env = &form.once(visit).await?;
    let matter = reads::by_number(&mut env.db.read().await?, number).await?;
    let matter = matter.ok_or(ActError::NotFound)?;
    if closes(form) {
        let reason = form.get("close_reason");
        if reason.trim().is_empty() {
            return Err(Fields::one("close_reason", "form-reason-missing"));
        }
        actions::close_declined(env, &visit.actor, matter.id, reason).await?;
        return Ok((matter.path(), Notice("decisions-closed")));
    }
    let new = NewDecision::parse(
        form.get("result"),
        form.get("text"),
        form.get("reasons"),
        form.get("basis"),
    )?;
    actions::decide(env, &visit.actor, matter.id, new).await?;
    Ok((matter.path(), Notice("decisions-done")))
}
