//! The form on which a matter is decided.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::IntoResponse;
use axum::routing::get;
use kapok_acts::{ActError, Right};
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
    /// Why the form would be refused at the moment; empty when it can be sent.
    blocked: String,
    results: Vec<(&'static str, String, bool)>,
    text: String,
    reasons: String,
    basis: String,
    earlier: Vec<EarlierView>,
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
    let matter = reads::by_number(&mut conn, number).await.map_err(|e| visit.problem(e))?;
    let matter = matter.ok_or_else(|| visit.not_found())?;
    let earlier = store::of_matter(&mut conn, matter.id).await.map_err(|e| visit.problem(e))?;
    let blocked = if matter.state != State::Open {
        t.decisions_not_open()
    } else if matter.answered.is_none() {
        t.decisions_answer_first()
    } else {
        ""
    };
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
        errors,
        blocked: blocked.to_owned(),
        results: Verdict::ALL.iter().map(|v| (v.id(), verdict(t, *v).to_owned(), chosen(v))).collect(),
        text: sent.get("text").to_owned(),
        reasons: sent.get("reasons").to_owned(),
        basis: sent.get("basis").to_owned(),
        earlier: earlier.collect(),
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
        Ok(path) => Ok(redirect_with(&path, Notice("decisions-done"))),
        Err(error) => {
            let errors = FormErrors::of(visit.t, error, "result").map_err(|e| visit.problem(e))?;
            Ok(Page::again(page(&visit, number, &form, errors).await?).into_response())
        }
    }
}

/// Decides as the form says; gives the address of the matter.
async fn try_decide(visit: &Visit, number: i64, form: &Form) -> Result<String, ActError> {
    let env = &visit.app.env;
    form.token(visit)?;
    let new = NewDecision::parse(
        form.get("result"),
        form.get("text"),
        form.get("reasons"),
        form.get("basis"),
    )?;
    let matter = reads::by_number(&mut env.db.read().await?, number).await?;
    let matter = matter.ok_or(ActError::NotFound)?;
    actions::decide(env, &visit.actor, matter.id, new).await?;
    Ok(matter.path())
}
