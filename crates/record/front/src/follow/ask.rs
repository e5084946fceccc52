//! Asking by code: the form, and what it says of a code that leads nowhere.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kapok_text::code::Code;
use kapok_web::{Chrome, Form, Limit, Outcome, Page, Visit, redirect};

#[derive(Template)]
#[template(path = "front_follow_ask.html")]
struct AskPage {
    c: Chrome,
    code: String,
    error: String,
}

pub(super) async fn ask(visit: Visit) -> Outcome {
    let page = AskPage {
        c: visit.chrome("follow"),
        code: String::new(),
        error: String::new(),
    };
    Ok(Page::public(page).into_response())
}

pub(super) async fn go(visit: Visit, form: Form) -> Outcome {
    visit.within(Limit::Code)?;
    let typed = form.get("code").trim();
    let error = match Code::parse(typed) {
        Err(_) => wrong(&visit, typed),
        Ok(code) => match kapok_voices::by_code(&visit.app.env, &code.to_string()).await {
            Ok(Some(_)) => return Ok(redirect(&format!("/follow/{code}"))),
            Ok(None) => visit.t.follow_unknown(),
            Err(error) => return Err(visit.problem(error)),
        },
    };
    Ok(Page::again(asked_again(&visit, typed, error)).into_response())
}

/// What is wrong with what was typed, when it cannot be a code at all.
fn wrong(visit: &Visit, typed: &str) -> &'static str {
    if typed.is_empty() {
        visit.t.follow_empty()
    } else {
        visit.t.follow_wrong()
    }
}

/// The form with what was typed and what is wrong with it.
fn asked_again(visit: &Visit, typed: &str, error: &str) -> AskPage {
    AskPage {
        c: visit.chrome("follow"),
        code: typed.to_owned(),
        error: error.to_owned(),
    }
}

/// A code in an address that leads nowhere: the form with the code in it, so that it can be mended in place.
pub(super) fn nowhere(visit: &Visit, typed: &str) -> Response {
    let error = match Code::parse(typed) {
        Err(_) => wrong(visit, typed),
        Ok(_) => visit.t.follow_unknown(),
    };
    let mut response = Page::private(asked_again(visit, typed, error)).into_response();
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}
