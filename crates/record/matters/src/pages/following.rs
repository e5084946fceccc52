//! Where the links in mails lead: confirm that one follows a matter, or stop. Opening the link changes nothing by itself,
//! because mail programs open links too; the button does.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use kapok_acts::ActError;
use kapok_web::{App, Chrome, Form, Limit, Notice, Outcome, Page, Visit, redirect_with};

use crate::{actions, reads};

/// The routes of following.
pub fn routes() -> Router<App> {
    Router::new().route("/matters/following/{token}", get(show).post(change))
}

#[derive(Template)]
#[template(path = "matters_following.html")]
struct FollowingPage {
    c: Chrome,
    action: String,
    href: String,
    title: String,
    lang: String,
    confirmed: bool,
    expired: bool,
}

async fn show(visit: Visit, Path(token): Path<String>) -> Outcome {
    visit.within(Limit::Code)?;
    page(&visit, &token, false).await.map_err(|e| visit.problem(e))
}

async fn page(visit: &Visit, token: &str, expired: bool) -> Result<Response, ActError> {
    let mut conn = visit.app.env.db.read().await?;
    let (matter, confirmed) = reads::followed(&mut conn, token)
        .await?
        .ok_or(ActError::NotFound)?;
    let page = FollowingPage {
        c: visit.chrome("matters"),
        action: visit.path.clone(),
        href: matter.path(),
        lang: if matter.lang == "und" {
            String::new()
        } else {
            matter.lang
        },
        title: matter.title,
        confirmed,
        expired,
    };
    Ok(if expired {
        Page::again(page).into_response()
    } else {
        Page::private(page).into_response()
    })
}

async fn change(visit: Visit, Path(token): Path<String>, form: Form) -> Outcome {
    visit.within(Limit::Code)?;
    if form.token(&visit).is_err() {
        return page(&visit, &token, true).await.map_err(|e| visit.problem(e));
    }
    let env = &visit.app.env;
    let (done, notice) = if form.get("do") == "stop" {
        (actions::unfollow(env, &token).await, "matters-follow-stopped")
    } else {
        (
            actions::confirm_follow(env, &token).await,
            "matters-follow-confirmed",
        )
    };
    let matter = done.map_err(|e| visit.problem(e))?;
    Ok(redirect_with(&matter.path(), Notice(notice)))
}
