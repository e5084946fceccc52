//! Matters that look like what somebody is writing: a piece of HTML for the form, each with a button to join it.

use askama::Template;
use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use kapok_acts::ActError;
use kapok_i18n::T;
use kapok_web::{App, Limit, Outcome, Page, Visit};

use super::facts_of;
use crate::reads;

/// Matters offered at most: more would be in the way.
const MOST: usize = 3;
/// Characters of the text that are looked at.
const LOOKED_AT: usize = 2_000;
/// Below this many characters there is nothing to compare.
const FEWEST: usize = 4;

/// The route of the piece.
pub fn routes() -> Router<App> {
    Router::new().route("/say/like", get(like))
}

#[derive(Template)]
#[template(path = "matters_like.html")]
struct LikePiece {
    t: T,
    found: Vec<Line>,
}

struct Line {
    number: i64,
    href: String,
    title: String,
    lang: String,
    state: &'static str,
    facts: String,
}

async fn like(visit: Visit) -> Outcome {
    visit.within(Limit::Say)?;
    piece(&visit).await.map_err(|e| visit.problem(e))
}

async fn piece(visit: &Visit) -> Result<Response, ActError> {
    let env = &visit.app.env;
    let text: String = visit.ask("text").chars().take(LOOKED_AT).collect();
    let mut found = Vec::new();
    if env.city.automatic.similar && text.chars().count() >= FEWEST {
        let (tree, offices) = (
            kapok_places::tree(env).await?,
            kapok_parties::directory(env).await?,
        );
        let mut conn = env.db.read().await?;
        for (m, _) in reads::similar(&mut conn, &text, MOST).await? {
            found.push(Line {
                number: m.number,
                href: m.path(),
                state: m.state.id(),
                facts: facts_of(visit.t, &m, &tree, &offices),
                lang: if m.lang == "und" { String::new() } else { m.lang },
                title: m.title,
            });
        }
    }
    // What somebody has not sent yet stays in no cache.
    Ok(Page::private(LikePiece { t: visit.t, found }).into_response())
}
