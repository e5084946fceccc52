//! The list of a stack that was just entered: number and code of each card, to print.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use kapok_acts::{ActError, Actor, Right};
use kapok_web::{Chrome, Outcome, Page, Visit};

use crate::actions::code_of;
use crate::cards::MOST_ROWS;
use crate::reads;

/// A card that was saved.
struct SavedView {
    number: i64,
    code: String,
    text: String,
    lang: String,
    /// Words for a place that we do not know; empty otherwise.
    unknown: String,
}

#[derive(Template)]
#[template(path = "voices_saved.html")]
struct SavedPage {
    c: Chrome,
    title: String,
    rows: Vec<SavedView>,
}

/// Numbers and codes of a stack, for whoever entered it.
pub(super) async fn page(visit: Visit, Path((from, to)): Path<(String, String)>) -> Outcome {
    visit.need(Right::EnterVoices)?;
    let list = list_saved(&visit, &from, &to)
        .await
        .map_err(|e| visit.problem(e))?;
    Ok(Page::private(list).into_response())
}

async fn list_saved(visit: &Visit, from: &str, to: &str) -> Result<SavedPage, ActError> {
    let (env, t) = (&visit.app.env, visit.t);
    let number = |text: &str| text.parse::<i64>().map_err(|_| ActError::NotFound);
    let numbers = (number(from)?, number(to)?);
    let Actor::Staff { account, .. } = &visit.actor else {
        return Err(ActError::NotFound);
    };
    let most = i64::try_from(MOST_ROWS).unwrap_or(i64::MAX);
    let voices = reads::entered(&mut env.db.read().await?, numbers, *account, most).await?;
    if voices.is_empty() {
        return Err(ActError::NotFound);
    }
    let row = |v: crate::Voice| {
        let v = v.masked();
        SavedView {
            number: v.number,
            code: code_of(env, v.id).to_string(),
            text: kapok_text::excerpt(&v.text, 80),
            lang: super::attribute(&v.lang),
            unknown: super::unknown_place(t, &v),
        }
    };
    let rows: Vec<SavedView> = voices.into_iter().map(row).collect();
    let n = i64::try_from(rows.len()).unwrap_or_default();
    Ok(SavedPage {
        title: t.voices_cards_saved(n),
        rows,
        c: visit.chrome("desk"),
    })
}
