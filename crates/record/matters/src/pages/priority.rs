//! The public formula of priority: weights, a worked example, every change of the weights, and the form to change them.

use askama::Template;
use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use kapok_acts::log::Entry;
use kapok_acts::{ActError, Fields, Kind, Right, log};
use kapok_i18n::T;
use kapok_web::{App, Chrome, Form, Notice, Outcome, Page, Visit, redirect_with, summary};

use super::points;
use crate::filter::{Filter, Order};
use crate::model::Matter;
use crate::priority::{LARGEST_WEIGHT, Weights};
use crate::{actions, reads};

/// Changes of the weights that the page lists.
const CHANGES: i64 = 20;

/// The routes of the formula.
pub fn routes() -> Router<App> {
    Router::new().route("/priority", get(show).post(change))
}

#[derive(Template)]
#[template(path = "matters_priority.html")]
struct PriorityPage {
    c: Chrome,
    weights: Vec<Weight>,
    example: Option<Example>,
    changes: Vec<Change>,
    form: bool,
    reason: String,
    errors: Vec<(String, String)>,
    most: String,
}

struct Weight {
    name: &'static str,
    label: String,
    what: String,
    weight: String,
    typed: String,
    error: String,
}

/// A matter, term by term: the one asked for, else the one that comes first now.
struct Example {
    heading: String,
    closed: bool,
    href: String,
    title: String,
    lang: String,
    terms: Vec<(String, String, String)>,
    sum: String,
}

struct Change {
    iso: String,
    date: String,
    who: String,
    reason: String,
    from: String,
    to: String,
}

async fn show(visit: Visit) -> Outcome {
    page(&visit, &Form::default(), &Fields::default())
        .await
        .map_err(|e| visit.problem(e))
}

async fn change(visit: Visit, form: Form) -> Outcome {
    visit.need(Right::Weigh)?;
    match weigh(&visit, &form).await {
        Ok(()) => Ok(redirect_with("/priority", Notice("matters-weights-changed"))),
        Err(ActError::Fields(fields)) => page(&visit, &form, &fields).await.map_err(|e| visit.problem(e)),
        Err(ActError::NotNow("matters-weights-same")) => {
            let mut same = Fields::default();
            same.add("voices", "matters-weights-same");
            page(&visit, &form, &same).await.map_err(|e| visit.problem(e))
        }
        Err(error) => Err(visit.problem(error)),
    }
}

async fn weigh(visit: &Visit, form: &Form) -> Result<(), ActError> {
    let env = form.once(visit).await?;
    // What is no number is out of range, and the action says so on its field.
    let typed = |name: &str| form.get(name).trim().parse().unwrap_or(-1);
    let new = Weights {
        voices: typed("voices"),
        urgency: typed("urgency"),
        safety: typed("safety"),
        equity: typed("equity"),
        age: typed("age"),
    };
    actions::weigh(&env, &visit.actor, new, form.get("reason")).await?;
    Ok(())
}

fn label(t: T, name: &str) -> String {
    match name {
        "voices" => t.matters_term_voices(),
        "urgency" => t.matters_term_urgency(),
        "safety" => t.matters_term_safety(),
        "equity" => t.matters_term_equity(),
        _ => t.matters_term_age(),
    }
    .to_owned()
}

fn what(t: T, name: &str) -> String {
    match name {
        "voices" => t.matters_term_voices_what(),
        "urgency" => t.matters_term_urgency_what(),
        "safety" => t.matters_term_safety_what(),
        "equity" => t.matters_term_equity_what(),
        _ => t.matters_term_age_what(),
    }
    .to_owned()
}

async fn page(visit: &Visit, form: &Form, wrong: &Fields) -> Result<Response, ActError> {
    let (env, t) = (&visit.app.env, visit.t);
    let weights = reads::weights(env).await?;
    let mut conn = env.db.read().await?;
    let shown = match visit.ask("matter").parse() {
        Ok(number) => reads::by_number(&mut conn, number).await?,
        Err(_) => reads::list(&mut conn, &Filter::default(), Order::Priority, None, 1)
            .await?
            .pop()
            .filter(|m| m.state.is_open()),
    };
    let kind = Kind::WeightsChanged.name().into();
    let changes = log::page(&mut conn, vec![("kind", kind)], CHANGES).await?;
    drop(conn);
    let sent = !form.pairs.is_empty();
    let row = |(name, weight): (&'static str, i64)| Weight {
        name,
        label: label(t, name),
        what: what(t, name),
        weight: t.number(weight),
        typed: if sent {
            form.get(name).to_owned()
        } else {
            weight.to_string()
        },
        error: wrong
            .get(name)
            .map(|id| kapok_web::lookup(t, id).to_owned())
            .unwrap_or_default(),
    };
    let page = PriorityPage {
        c: visit.chrome("matters"),
        weights: weights.named().map(row).into(),
        example: shown.map(|m| example(visit, m, &weights)),
        changes: changes.iter().map(|act| changed(visit, act)).collect(),
        form: visit.actor.may(Right::Weigh),
        reason: form.get("reason").to_owned(),
        errors: summary(t, wrong),
        most: t.number(LARGEST_WEIGHT),
    };
    Ok(if wrong.is_empty() {
        Page::public(page).into_response()
    } else {
        Page::again(page).into_response()
    })
}

fn example(visit: &Visit, m: Matter, w: &Weights) -> Example {
    let t = visit.t;
    let today = visit.app.env.today();
    let terms = m.terms(w, today);
    let age_days = (crate::priority::day_number(today) - m.first_day).max(0);
    let times = |weight: i64, of: String| format!("{} × {of}", t.number(weight));
    let logarithm = format!("log₂(1 + {})", t.number(m.voice_count));
    let months = format!("{} / {}", t.number(age_days), t.number(crate::priority::AGE_DAYS));
    Example {
        heading: if visit.ask("matter").is_empty() {
            t.matters_priority_example().to_owned()
        } else {
            t.matters_priority_of(&m.number.to_string())
        },
        closed: !m.state.is_open(),
        href: m.path(),
        terms: vec![
            (
                label(t, "voices"),
                times(w.voices, logarithm),
                points(t, terms.voices),
            ),
            (
                label(t, "urgency"),
                times(w.urgency, t.number(m.urgency)),
                points(t, terms.urgency),
            ),
            (
                label(t, "safety"),
                times(w.safety, t.number(m.safety)),
                points(t, terms.safety),
            ),
            (
                label(t, "equity"),
                times(w.equity, t.number(m.equity)),
                points(t, terms.equity),
            ),
            (
                t.matters_term_deprivation().to_owned(),
                times(w.equity, t.number(m.deprived)),
                points(t, terms.deprivation),
            ),
            (label(t, "age"), times(w.age, months), points(t, terms.age)),
        ],
        sum: points(t, terms.score()),
        lang: if m.lang == "und" { String::new() } else { m.lang },
        title: m.title,
    }
}

fn changed(visit: &Visit, act: &Entry) -> Change {
    let (env, t) = (&visit.app.env, visit.t);
    let date = env.city.date(act.at);
    let all = |after: &str| {
        let each = Weights::default().named().map(|(name, _)| {
            let value = act.text(&format!("{name}{after}")).unwrap_or_default();
            format!("{} {value}", label(t, name))
        });
        t.list(&each)
    };
    Change {
        iso: act.at.to_string(),
        date: t.date(date),
        who: if act.actor_name.is_empty() {
            String::new()
        } else {
            format!("{}, {}", act.actor_name, act.actor_office)
        },
        reason: act.reason.clone().unwrap_or_default(),
        from: all("_before"),
        to: all(""),
    }
}
