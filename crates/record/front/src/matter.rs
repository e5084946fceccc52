//! The page of one matter, from the first voice to the result.

mod glance;
mod next;
mod parts;
mod speak;
mod view;

pub use speak::measured;

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::IntoResponse;
use axum::routing::{get, post};
use kapok_acts::{ActError, Right, log};
use kapok_matters::Matter;
use kapok_store::ids::MatterId;
use kapok_web::{
    App, Chrome, Form, Limit, Notice, Outcome, Page, Problem, Visit, redirect, redirect_with, summary,
};

use crate::log::{EntryView, Feed};
use parts::MatterView;

/// Acts that a timeline shows at most.
const ACTS: i64 = 400;
/// Voices that the page quotes; the rest is one press away.
const VOICES: i64 = 8;

/// The routes of the matter page.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/m/{id}", get(by_id))
        .route("/matters/{number}", get(show))
        .route("/matters/{number}/feed.atom", get(feed))
        .route("/matters/{number}/follow", post(follow))
        .route("/matters/{number}/appeal", post(appeal))
}

#[derive(Template)]
#[template(path = "front_matter.html")]
struct MatterPage {
    c: Chrome,
    m: MatterView,
    errors: Vec<(String, String)>,
    check_words: String,
    follow_email: String,
    follow_error: String,
    appeal_grounds: String,
    appeal_error: String,
}

async fn find(visit: &Visit, number: &str) -> Result<Matter, Problem> {
    let number: i64 = number.parse().map_err(|_| visit.not_found())?;
    let mut conn = visit.app.env.db.read().await.map_err(|e| visit.problem(e))?;
    let found = kapok_matters::reads::by_number(&mut conn, number)
        .await
        .map_err(|e| visit.problem(e))?;
    found.ok_or_else(|| visit.not_found())
}

async fn by_id(visit: Visit, Path(id): Path<String>) -> Outcome {
    let id = MatterId::parse(&id).ok_or_else(|| visit.not_found())?;
    let mut conn = visit.app.env.db.read().await.map_err(|e| visit.problem(e))?;
    let found = kapok_matters::reads::by_id(&mut conn, id)
        .await
        .map_err(|e| visit.problem(e))?;
    Ok(redirect(&found.ok_or_else(|| visit.not_found())?.path()))
}

/// What a form on the page brought back with it.
#[derive(Default)]
struct Back {
    errors: Vec<(String, String)>,
    email: String,
    grounds: String,
}

impl Back {
    fn error(&self, field: &str) -> String {
        self.errors
            .iter()
            .find(|(name, _)| name == field)
            .map(|(_, text)| text.clone())
            .unwrap_or_default()
    }
}

/// The matter for search engines, in the words of schema.org.
async fn linked(visit: &Visit, matter: &Matter) -> Result<String, kapok_acts::ActError> {
    let env = &visit.app.env;
    let tree = kapok_places::tree(env).await?;
    let city = &env.city;
    let mut out = serde_json::json!({
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "url": format!("{}{}", city.public_url, matter.path()),
        "name": matter.title,
        "abstract": matter.summary,
        "inLanguage": matter.lang,
        "dateCreated": matter.created.to_string(),
        "dateModified": matter.state_at.to_string(),
        "creativeWorkStatus": matter.state.id(),
        "publisher": { "@type": "GovernmentOrganization", "name": city.name, "url": city.public_url },
        "interactionStatistic": {
            "@type": "InteractionCounter",
            "interactionType": "https://schema.org/CommentAction",
            "userInteractionCount": matter.voice_count,
        },
    });
    if let Some(place) = matter.place.and_then(|id| tree.get(id)) {
        out["contentLocation"] = serde_json::json!({ "@type": "Place", "name": place.name });
    }
    Ok(out.to_string())
}

async fn page(visit: &Visit, matter: Matter, back: Back) -> Result<MatterPage, Problem> {
    let number = matter.number;
    let linked = linked(visit, &matter).await.map_err(|e| visit.problem(e))?;
    let m = MatterView::load(visit, matter)
        .await
        .map_err(|e| visit.problem(e))?;
    Ok(MatterPage {
        c: visit
            .chrome("matters")
            .feed(&format!("/matters/{number}/feed.atom"))
            .linked(&linked),
        m,
        check_words: String::new(),
        follow_error: back.error("email"),
        appeal_error: back.error("grounds"),
        follow_email: back.email,
        appeal_grounds: back.grounds,
        errors: back.errors,
    })
}

async fn show(visit: Visit, Path(number): Path<String>) -> Outcome {
    let matter = find(&visit, &number).await?;
    Ok(Page::public(page(&visit, matter, Back::default()).await?).into_response())
}

async fn follow(visit: Visit, Path(number): Path<String>, form: Form) -> Outcome {
    visit.within(Limit::Say)?;
    let matter = find(&visit, &number).await?;
    let env = &visit.app.env;
    let email = form.get("email").trim().to_owned();
    let done = async {
        form.token(&visit)?;
        kapok_matters::actions::follow(env, matter.id, &email, visit.t.lang()).await
    };
    let back = format!("{}#follow", matter.path());
    answer(
        &visit,
        done.await,
        matter,
        &back,
        Notice("matter-follow-sent"),
        |back| back.email = email,
    )
    .await
}

async fn appeal(visit: Visit, Path(number): Path<String>, form: Form) -> Outcome {
    visit.within(Limit::Say)?;
    let matter = find(&visit, &number).await?;
    let env = &visit.app.env;
    let grounds = form.get("grounds").to_owned();
    let done = async {
        let token = form.token(&visit)?;
        kapok_matters::actions::appeal(env, matter.id, &grounds, token.key).await
    };
    let back = matter.path();
    answer(
        &visit,
        done.await,
        matter,
        &back,
        Notice("matter-appeal-sent"),
        |back| back.grounds = grounds,
    )
    .await
}

/// Back to the page: with a notice, or filled in with what is wrong.
async fn answer<V>(
    visit: &Visit,
    result: Result<V, ActError>,
    matter: Matter,
    to: &str,
    notice: Notice,
    fill: impl FnOnce(&mut Back),
) -> Outcome {
    match result {
        Ok(_) => Ok(redirect_with(to, notice)),
        Err(ActError::Fields(fields)) => {
            let mut back = Back {
                errors: summary(visit.t, &fields),
                ..Back::default()
            };
            fill(&mut back);
            Ok(Page::again(page(visit, matter, back).await?).into_response())
        }
        Err(error) => Err(visit.problem(error)),
    }
}

async fn feed(visit: Visit, Path(number): Path<String>) -> Outcome {
    let matter = find(&visit, &number).await?;
    let env = &visit.app.env;
    let mut conn = env.db.read().await.map_err(|e| visit.problem(e))?;
    let mut acts = log::of_matter(&mut conn, matter.id, ACTS)
        .await
        .map_err(|e| visit.problem(e))?;
    acts.reverse();
    acts.truncate(40);
    let path = matter.path();
    let feed = Feed {
        lang: visit.t.lang().bcp47(),
        title: format!("{} – {}", matter.title, env.city.name),
        me: format!("{path}/feed.atom"),
        page: path,
        base: env.city.public_url.clone(),
        updated: acts
            .first()
            .map_or_else(|| env.now().to_string(), |e| e.at.to_string()),
        entries: acts.iter().map(|e| EntryView::new(visit.t, env, e)).collect(),
    };
    Ok(feed.respond())
}

/// Whether the staff member who looks may work on matters.
fn may_work(visit: &Visit) -> bool {
    visit.actor.may(Right::ReadStaffPages)
}
