//! The front page, and the neighbourhoods that nobody has heard from.

mod story;

use askama::Template;
use axum::Router;
use axum::response::IntoResponse;
use axum::routing::get;
use kapok_acts::{ActError, Env};
use kapok_commitments::Lateness;
use kapok_matters::{State, Step};
use kapok_store::ids::PlaceId;
use kapok_web::{App, Chrome, Outcome, Page, Visit};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::say::SayView;
use story::{Story, StoryView};

/// The routes of the front page.
pub fn routes() -> Router<App> {
    Router::new().route("/", get(home)).route("/silent", get(silent))
}

/// The numbers and the story of the front page, kept in memory for some seconds.
pub(crate) struct FrontFacts {
    pub(crate) heard: i64,
    states: BTreeMap<State, i64>,
    pub(crate) unanswered: i64,
    pub(crate) overdue: Lateness,
    pub(crate) silent: i64,
    story: Option<Story>,
}

impl FrontFacts {
    pub(crate) async fn of(env: &Env) -> Result<Arc<Self>, ActError> {
        match env.kept::<Self>() {
            Some(kept) => Ok(kept),
            None => Self::load(env).await,
        }
    }

    async fn load(env: &Env) -> Result<Arc<Self>, ActError> {
        let heard_by = places(env).await?;
        let mut conn = env.db.read().await?;
        let heard = kapok_voices::heard_this_year(&mut conn, env.today().year())
            .await?
            .iter()
            .map(|(_, n)| n)
            .sum();
        let facts = Self {
            heard,
            states: kapok_matters::reads::counts(&mut conn).await?,
            unanswered: kapok_voices::unanswered_count(&mut conn, env.days_ago(env.city.days_to_answer))
                .await?,
            overdue: kapok_commitments::overdue(&mut conn, env.today()).await?,
            silent: i64::try_from(heard_by.iter().filter(|p| p.silent).count()).unwrap_or_default(),
            story: Story::pick(env, &mut conn).await?,
        };
        Ok(env.keep(facts))
    }

    pub(crate) fn at(&self, step: Step) -> i64 {
        step.states().filter_map(|s| self.states.get(&s)).sum()
    }
}

/// Reads again what nearly every page needs and keeps it, so that no visitor waits for it: places, offices, the numbers and the
/// story of the front page.
///
/// # Errors
/// From the database.
pub async fn warm(env: &Env) -> Result<(), ActError> {
    kapok_places::reload(env).await?;
    kapok_parties::reload(env).await?;
    FrontFacts::load(env).await?;
    Ok(())
}

/// The numbers of the front page and of the page of silent neighbourhoods, for whoever publishes or checks them.
pub struct Numbers {
    /// Voices that reached the city this year.
    pub heard: i64,
    /// Matters by counted step, the first step left out: voices stand for it.
    pub steps: Vec<(&'static str, i64)>,
    /// Voices without an answer after the days that the city promises.
    pub unanswered: i64,
    /// Promises overdue.
    pub overdue: Lateness,
    /// Neighbourhoods not heard in a year.
    pub silent: i64,
    /// Voices of this year by neighbourhood, places within it included.
    pub neighbourhoods: Vec<(PlaceId, i64)>,
}

/// Counts them now, as the pages do.
///
/// # Errors
/// From the database.
pub async fn numbers(env: &Env) -> Result<Numbers, ActError> {
    let facts = FrontFacts::load(env).await?;
    let steps = [
        Step::Weighed,
        Step::Decided,
        Step::Doing,
        Step::Done,
        Step::Shared,
    ];
    Ok(Numbers {
        heard: facts.heard,
        steps: steps.map(|s| (s.id(), facts.at(s))).to_vec(),
        unanswered: facts.unanswered,
        overdue: facts.overdue.clone(),
        silent: facts.silent,
        neighbourhoods: places(env)
            .await?
            .into_iter()
            .map(|h| (h.place, h.year))
            .collect(),
    })
}

#[derive(Template)]
#[template(path = "front_home.html")]
struct HomePage {
    c: Chrome,
    form: SayView,
    steps: Vec<(&'static str, String, &'static str, String)>,
    story: Option<StoryView>,
    unanswered: String,
    unanswered_days: String,
    unanswered_none: bool,
    overdue: String,
    overdue_text: String,
    overdue_none: bool,
    silent: String,
    silent_none: bool,
}

async fn home(visit: Visit) -> Outcome {
    let env = &visit.app.env;
    let t = visit.t;
    let facts = FrontFacts::of(env).await.map_err(|e| visit.problem(e))?;
    let form = SayView::empty(&visit).await.map_err(|e| visit.problem(e))?;
    let story = match &facts.story {
        Some(story) => Some(story.view(t, env).await.map_err(|e| visit.problem(e))?),
        None => None,
    };
    let year = env.today().year();
    let step = |step: Step, caption: &'static str| {
        (
            step.id(),
            t.number(facts.at(step)),
            caption,
            format!("/matters?step={}", step.id()),
        )
    };
    let page = HomePage {
        steps: vec![
            (
                "heard",
                t.number(facts.heard),
                t.front_heard(),
                format!("/voices?year={year}"),
            ),
            step(Step::Weighed, t.front_weighed()),
            step(Step::Decided, t.front_decided()),
            step(Step::Doing, t.front_doing()),
            step(Step::Done, t.front_done()),
            step(Step::Shared, t.front_shared()),
        ],
        form,
        story,
        unanswered: t.number(facts.unanswered),
        unanswered_days: t.days(env.city.days_to_answer),
        unanswered_none: facts.unanswered == 0,
        overdue: t.number(facts.overdue.n),
        overdue_text: match facts.overdue.average() {
            Some(days) => t.front_overdue(&t.days(days)),
            None => t.front_overdue_none().to_owned(),
        },
        overdue_none: facts.overdue.n == 0,
        silent: t.number(facts.silent),
        silent_none: facts.silent == 0,
        c: visit.chrome("home").feed("/log/feed.atom"),
    };
    Ok(Page::public(page).into_response())
}

/// A neighbourhood and how much was heard from it.
pub(crate) struct Heard {
    pub(crate) place: PlaceId,
    pub(crate) year: i64,
    pub(crate) last: Option<jiff::Timestamp>,
    pub(crate) silent: bool,
}

/// All neighbourhoods with the voices of this year, places within them included. Silent is who was not heard in 365 days.
pub(crate) async fn places(env: &Env) -> Result<Vec<Heard>, ActError> {
    let tree = kapok_places::tree(env).await?;
    let since = env.days_ago(365);
    let mut conn = env.db.read().await?;
    let rows = kapok_voices::heard_by_place(&mut conn, env.today().year()).await?;
    let mut by: HashMap<PlaceId, (i64, Option<jiff::Timestamp>)> = HashMap::new();
    for row in rows {
        if let Some(home) = tree.neighbourhood_of(row.place) {
            let (n, last) = by.entry(home.id).or_default();
            *n += row.n;
            *last = (*last).max(Some(row.last));
        }
    }
    Ok(tree
        .neighbourhoods()
        .map(|p| {
            let (year, last) = by.get(&p.id).copied().unwrap_or_default();
            Heard {
                place: p.id,
                year,
                last,
                silent: last.is_none_or(|at| at < since),
            }
        })
        .collect())
}

struct PlaceLine {
    key: String,
    name: String,
    people: String,
    count: String,
    per: String,
    last: String,
    silent: bool,
}

#[derive(Template)]
#[template(path = "front_silent.html")]
struct SilentPage {
    c: Chrome,
    year: i16,
    /// Caption, id of the table and rows; those without a voice first, no part without rows.
    parts: Vec<(&'static str, &'static str, Vec<PlaceLine>)>,
}

async fn silent(visit: Visit) -> Outcome {
    let env = &visit.app.env;
    let t = visit.t;
    let mut rows = places(env).await.map_err(|e| visit.problem(e))?;
    let tree = kapok_places::tree(env).await.map_err(|e| visit.problem(e))?;
    rows.sort_by_key(|r| (!r.silent, r.year));
    let (silent, heard): (Vec<PlaceLine>, Vec<PlaceLine>) = rows
        .iter()
        .filter_map(|r| {
            let place = tree.get(r.place)?;
            let per = place.population.filter(|p| *p > 0).and_then(|p| {
                let (year, people) = (i32::try_from(r.year).ok()?, i32::try_from(p).ok()?);
                Some(t.decimal(f64::from(year) * 1000.0 / f64::from(people), 1))
            });
            Some(PlaceLine {
                key: place.key.clone(),
                name: place.name.clone(),
                people: place
                    .population
                    .map_or_else(|| t.base_unknown().to_owned(), |n| t.number(n)),
                count: t.number(r.year),
                per: per.unwrap_or_else(|| t.base_unknown().to_owned()),
                last: r.last.map_or_else(
                    || t.front_silent_never().to_owned(),
                    |at| t.date(env.city.date(at)),
                ),
                silent: r.silent,
            })
        })
        .partition(|line| line.silent);
    let mut parts = vec![
        (t.front_silent_title(), "silent", silent),
        (t.front_silent_others(), "heard", heard),
    ];
    parts.retain(|(_, _, lines)| !lines.is_empty());
    Ok(Page::public(SilentPage {
        c: visit.chrome("home"),
        year: env.today().year(),
        parts,
    })
    .into_response())
}
