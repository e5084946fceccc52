//! Signing in and out.

use askama::Template;
use axum::http::header::{RETRY_AFTER, SET_COOKIE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use kapok_acts::{Actor, Fields, Keys, Right};
use kapok_web::{Chrome, Form, Notice, Outcome, Page, Visit, redirect, redirect_with, summary, url};

use super::kept::{self, Kept};
use crate::actions::NotSignedIn;
use crate::{account, actions, sessions};

/// Name of the cookie, as [`Visit`] reads it.
const COOKIE: &str = "kapok_session";

#[derive(Template)]
#[template(path = "parties_sign_in.html")]
pub(super) struct SignInPage {
    pub(super) c: Chrome,
    pub(super) errors: Vec<(String, String)>,
    pub(super) email: String,
    pub(super) to: String,
    pub(super) kept: Kept,
}

impl SignInPage {
    pub(super) fn new(visit: &Visit, to: String, kept: Kept) -> Self {
        let mut c = visit.chrome("");
        // A link to another language asks for the page anew, wherever this one was sent to.
        "/sign-in".clone_into(&mut c.path);
        c.query = vec![("to".to_owned(), to.clone())];
        Self {
            c,
            errors: vec![],
            email: String::new(),
            to,
            kept,
        }
    }
}

/// Where to go after signing in: where somebody wanted to go, if that is a page of this server.
pub(super) fn local(to: &str) -> &str {
    if url::is_local(to) { to } else { "" }
}

pub(super) async fn show(visit: Visit) -> Outcome {
    let to = local(visit.ask("to")).to_owned();
    if visit.actor.is_staff() {
        return Ok(redirect(if to.is_empty() { home(&visit.actor) } else { &to }));
    }
    Ok(Page::private(SignInPage::new(&visit, to, Kept::default())).into_response())
}

pub(super) async fn sign_in(mut visit: Visit, form: Form) -> Outcome {
    let (email, to, kept) = (form.get("email"), local(form.get("to")), Kept::carried(&form));
    let again = |errors: Vec<(String, String)>| SignInPage {
        errors,
        email: email.to_owned(),
        ..SignInPage::new(&visit, to.to_owned(), kept.clone())
    };
    if let Err(kapok_acts::ActError::Fields(fields)) = form.token(&visit) {
        return Ok(Page::again(again(summary(visit.t, &fields))).into_response());
    }
    let env = visit.app.env.clone();
    let attempts = &visit.app.limits.attempts;
    let attempt = match attempts.start(account_key(email), visit.network, env.now()) {
        Ok(attempt) => attempt,
        Err(seconds) => {
            let words = visit.t.parties_sign_in_many(minutes(seconds));
            return Ok(too_many(again(vec![("email".to_owned(), words)]), seconds));
        }
    };
    let token = actions::try_sign_in(&env, email, form.get("password"), form.get("code")).await;
    let token = match token.map_err(|e| visit.problem(e))? {
        Ok(token) => token,
        Err(why) => {
            let mut fields = Fields::default();
            match why {
                NotSignedIn::Wrong => fields.add("email", "parties-sign-in-wrong"),
                NotSignedIn::Code => fields.add("code", "parties-code-wrong"),
            }
            return Ok(Page::again(again(summary(visit.t, &fields))).into_response());
        }
    };
    attempts.good(attempt, env.now());
    // The session before it in this browser ends, if there was one.
    if let Some(old) = &visit.session_token {
        actions::sign_out(&env, old).await.map_err(|e| visit.problem(e))?;
    }
    let actor = actions::staff_actor(&env, email)
        .await
        .map_err(|e| visit.problem(e))?;
    let secure = visit.app.secure_cookies;
    let response = if kept.pairs.is_empty() {
        redirect(if to.is_empty() { home(&actor) } else { to })
    } else {
        visit.actor = actor;
        visit.session = sessions::digest(&token.0);
        kept::offer(&visit, kept, to.to_owned())
    };
    Ok(with_cookie(response, &token.0, secure))
}

/// Minutes to wait, as people are told.
pub(super) fn minutes(seconds: u64) -> i64 {
    i64::try_from(seconds.div_ceil(60)).unwrap_or(i64::MAX)
}

/// The page once more, with the time to wait for machines too.
pub(super) fn too_many<P: Template>(page: P, seconds: u64) -> Response {
    let mut response = Page::again(page).into_response();
    *response.status_mut() = StatusCode::TOO_MANY_REQUESTS;
    response.headers_mut().insert(RETRY_AFTER, seconds.into());
    response
}

/// The first page of somebody's work.
fn home(actor: &Actor) -> &'static str {
    if actor.may(Right::ManageAccounts) {
        "/admin/accounts"
    } else {
        "/inbox"
    }
}

/// An account, for counting the guesses at it.
pub(super) fn account_key(email: &str) -> [u8; 8] {
    let digest = Keys::digest(format!("account {}", account::email(email)).as_bytes());
    let mut key = [0; 8];
    key.copy_from_slice(&digest[..8]);
    key
}

/// Sets the session cookie; with an empty token, takes it away. It ends with the browser, and on the server in any case.
fn with_cookie(mut response: Response, token: &str, secure: bool) -> Response {
    let end = if token.is_empty() { "; Max-Age=0" } else { "" };
    let secure = if secure { "; Secure" } else { "" };
    let cookie = format!("{COOKIE}={token}; Path=/; HttpOnly; SameSite=Lax{end}{secure}");
    // A token is hexadecimal digits, so this cannot fail.
    if let Ok(value) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(SET_COOKIE, value);
    }
    response
}

pub(super) async fn sign_out(visit: Visit, form: Form) -> Outcome {
    form.token(&visit).map_err(|e| visit.problem(e))?;
    if let Some(token) = &visit.session_token {
        actions::sign_out(&visit.app.env, token)
            .await
            .map_err(|e| visit.problem(e))?;
    }
    let response = redirect_with("/", Notice("parties-signed-out"));
    Ok(with_cookie(response, "", visit.app.secure_cookies))
}
