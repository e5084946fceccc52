//! `/matters/{number}/check`: a resident says "done" or "not yet". The form stands on the matter's page too; it comes here
//! when something is wrong with it.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use kapok_acts::{ActError, Fields};
use kapok_decisions::forms::FormErrors;
use kapok_matters::{Matter, Says, reads};
use kapok_web::{Chrome, Form, Limit, Notice, Outcome, Page, Problem, Visit, redirect_with};

use crate::actions;

#[derive(Template)]
#[template(path = "outcomes_check.html")]
struct CheckPage {
    c: Chrome,
    errors: FormErrors,
    matter: Matter,
    open: bool,
    done: String,
    not_yet: String,
    words: String,
}

async fn page(visit: &Visit, number: i64, sent: &Form, errors: FormErrors) -> Result<CheckPage, Problem> {
    let mut conn = visit.app.env.db.read().await.map_err(|e| visit.problem(e))?;
    let matter = reads::by_number(&mut conn, number)
        .await
        .map_err(|e| visit.problem(e))?;
    let matter = matter.ok_or_else(|| visit.not_found())?;
    Ok(CheckPage {
        c: visit.chrome("matters"),
        errors,
        open: matter.state.can_be_checked(),
        done: visit.t.number(matter.done_count),
        not_yet: visit.t.number(matter.not_yet_count),
        words: sent.get("words").to_owned(),
        matter,
    })
}

pub(super) async fn form(visit: Visit, Path(number): Path<i64>) -> Outcome {
    let page = page(&visit, number, &Form::default(), FormErrors::default()).await?;
    Ok(Page::public(page).into_response())
}

pub(super) async fn send(visit: Visit, Path(number): Path<i64>, form: Form) -> Outcome {
    visit.within(Limit::Check)?;
    match try_check(&visit, number, &form).await {
        Ok((path, notice, browser)) => {
            let mut answer = redirect_with(&path, notice);
            visit.remember(browser, &mut answer);
            Ok(answer)
        }
        Err(error) => {
            let errors = FormErrors::of(visit.t, error, "words").map_err(|e| visit.problem(e))?;
            Ok(Page::again(page(&visit, number, &form, errors).await?).into_response())
        }
    }
}

/// Counts the check; gives the address of the matter, what to say there, and the browser that has now said it.
async fn try_check(visit: &Visit, number: i64, form: &Form) -> Result<(String, Notice, [u8; 16]), ActError> {
    let env = &visit.app.env;
    let browser = visit.browser(form.token(visit)?.key);
    let says = Says::parse(form.get("says")).ok_or_else(|| Fields::one("words", "form-unknown"))?;
    let matter = reads::by_number(&mut env.db.read().await?, number).await?;
    let matter = matter.ok_or(ActError::NotFound)?;
    let checked = actions::check(env, matter.id, says, form.get("words"), Some(browser)).await?;
    let notice = if checked.changed {
        "outcomes-thanks-changed"
    } else if checked.again {
        "outcomes-thanks-again"
    } else if checked.reopened {
        "outcomes-thanks-reopened"
    } else {
        "outcomes-thanks"
    };
    Ok((matter.path(), Notice(notice), browser))
}
