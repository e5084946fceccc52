//! Signing in and out.

use askama::Template;
use axum::http::HeaderValue;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Response};
use kapok_acts::{Actor, Fields, Keys, Right};
use kapok_web::{
    Chrome, Form, Limit, Network, Notice, Outcome, Page, Problem, Visit, redirect, redirect_with,
};
use kapok_web::{summary, url};

use crate::{account, actions};

/// Name of the cookie, as [`Visit`] reads it.
const COOKIE: &str = "kapok_session";

#[derive(Template)]
#[template(path = "parties_sign_in.html")]
pub(super) struct SignInPage {
    pub(super) c: Chrome,
    pub(super) errors: Vec<(String, String)>,
    pub(super) email: String,
    pub(super) to: String,
}

/// Where to go after signing in: where somebody wanted to go, if that is a page of this server.
fn local(to: &str) -> &str {
    if url::is_local(to) { to } else { "" }
}

pub(super) async fn show(visit: Visit) -> Outcome {
    let to = local(visit.ask("to")).to_owned();
    if visit.actor.is_staff() {
        return Ok(redirect(if to.is_empty() { home(&visit.actor) } else { &to }));
    }
    let page = SignInPage {
        c: visit.chrome(""),
        errors: vec![],
        email: String::new(),
        to,
    };
    Ok(Page::private(page).into_response())
}

pub(super) async fn sign_in(visit: Visit, form: Form) -> Outcome {
    let (email, to) = (form.get("email"), local(form.get("to")));
    let again = |fields: Fields| {
        let errors = summary(visit.t, &fields);
        let page = SignInPage {
            c: visit.chrome(""),
            errors,
            email: email.to_owned(),
            to: to.to_owned(),
        };
        Ok(Page::again(page).into_response())
    };
    visit.within(Limit::SignIn)?;
    if !visit.app.limits.allow(Limit::SignIn, account_key(email)) {
        return Err(Problem::too_many(visit.t));
    }
    if let Err(kapok_acts::ActError::Fields(fields)) = form.token(&visit) {
        return again(fields);
    }
    let env = &visit.app.env;
    let token = actions::sign_in(env, email, form.get("password"), form.get("code")).await;
    let Some(token) = token.map_err(|e| visit.problem(e))? else {
        let mut fields = Fields::default();
        fields.add("email", "parties-sign-in-wrong");
        return again(fields);
    };
    // The session before it in this browser ends, if there was one.
    if let Some(old) = &visit.session_token {
        actions::sign_out(env, old).await.map_err(|e| visit.problem(e))?;
    }
    let actor = actions::staff_actor(env, email)
        .await
        .map_err(|e| visit.problem(e))?;
    let response = redirect(if to.is_empty() { home(&actor) } else { to });
    Ok(with_cookie(response, &token.0, visit.app.secure_cookies))
}

/// The first page of somebody's work.
fn home(actor: &Actor) -> &'static str {
    if actor.may(Right::ManageAccounts) {
        "/admin/accounts"
    } else {
        "/inbox"
    }
}

/// Limits guesses at one account from many networks, under the same limit as guesses from one network.
fn account_key(email: &str) -> Network {
    let digest = Keys::digest(format!("account {}", account::email(email)).as_bytes());
    let mut key = [0; 8];
    key.copy_from_slice(&digest[..8]);
    Network(key)
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
