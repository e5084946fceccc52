//! Writing a matter up as a case for other cities: the form comes filled in from the records.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::IntoResponse;
use axum::routing::get;
use kapok_acts::{ActError, Actor, Env, Right};
use kapok_cases::{NewCase, NewText, Section};
use kapok_i18n::T;
use kapok_matters::{Matter, State};
use kapok_store::Acts;
use kapok_web::{App, Chrome, Form, Notice, Outcome, Page, Problem, Visit, redirect_with, summary};

use crate::matter::measured;

/// The routes of sharing.
pub fn routes() -> Router<App> {
    Router::new().route("/matters/{number}/share", get(form).post(share))
}

/// Makes the case and moves the matter on, in one transaction.
///
/// # Errors
/// As the two actions: [`ActError::Forbidden`], [`ActError::Fields`], [`ActError::NotNow`].
pub async fn share_matter(env: &Env, actor: &Actor, new: NewCase) -> Result<(), ActError> {
    let mut tx = env.db.change().await?;
    let matter = kapok_matters::actions::hold(&mut tx, new.matter).await?;
    kapok_matters::actions::may(&mut tx, actor, Right::Share, &matter).await?;
    let (made, act) = kapok_cases::make_from_matter_in(&mut tx, env, actor, &new).await?;
    let facts = [("case", made.key.into())];
    let moved =
        kapok_matters::actions::move_in(&mut tx, env, actor, &matter, State::Shared, "", &facts).await?;
    Ok(tx.commit(Acts::from(moved).and(act)).await?)
}

/// The case of a matter with these words.
pub(crate) fn new_case(env: &Env, matter: &Matter, text: NewText) -> NewCase {
    NewCase {
        matter: matter.id,
        text,
        lang: matter.lang.clone(),
        topic: matter.topic.clone(),
        city: env.city.name.clone(),
        country: String::new(),
        country_code: String::new(),
        region: String::new(),
    }
}

/// A part of the write-up in the form.
struct Part {
    id: &'static str,
    label: String,
    text: String,
    error: String,
}

#[derive(Template)]
#[template(path = "front_share.html")]
struct SharePage {
    c: Chrome,
    number: i64,
    matter_title: String,
    case_title: String,
    case_summary: String,
    parts: Vec<Part>,
    missing: String,
    errors: Vec<(String, String)>,
}

async fn find(visit: &Visit, number: &str) -> Result<Matter, Problem> {
    visit.need(Right::Share)?;
    let number: i64 = number.parse().map_err(|_| visit.not_found())?;
    let mut conn = visit.app.env.db.read().await.map_err(|e| visit.problem(e))?;
    let found = kapok_matters::reads::by_number(&mut conn, number)
        .await
        .map_err(|e| visit.problem(e))?;
    let matter = found.ok_or_else(|| visit.not_found())?;
    if matter.state != State::Evaluated {
        return Err(visit.problem(ActError::NotNow("share-evaluate-first")));
    }
    Ok(matter)
}

/// What the records say, part by part; empty where they say nothing.
pub(crate) async fn prefill(env: &Env, t: T, matter: &Matter) -> Result<NewText, ActError> {
    let directory = kapok_parties::directory(env).await?;
    let mut conn = env.db.read().await?;
    let decisions = kapok_decisions::of_matter(&mut conn, matter.id).await?;
    let promises = kapok_commitments::of_matter(&mut conn, matter.id).await?;
    let outcome = kapok_outcomes::of_matter(&mut conn, matter.id).await?;
    let mut moves = Vec::new();
    for (promise, _) in promises.iter().filter(|(c, _)| c.moves > 0).take(3) {
        moves.extend(kapok_commitments::moves_of(&mut conn, promise.id).await?);
    }
    let mut names: Vec<&str> = Vec::new();
    for id in matter.lead.into_iter().chain(
        promises
            .iter()
            .flat_map(|(c, with)| std::iter::once(c.lead).chain(with.iter().copied())),
    ) {
        let name = directory.name(id);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let resources = promises.iter().map(|(c, _)| match c.money {
        Some(money) => format!(
            "{}: {}",
            c.title,
            t.matter_money_of(&t.number(c.spent), &t.money(money))
        ),
        None => format!("{}: {}", c.title, t.money(c.spent)),
    });
    let results = outcome.indicators.iter().filter_map(|i| {
        let value = format!("{} {}", measured(t, i.value?), i.unit);
        Some(format!(
            "{}: {}. {}",
            i.name,
            t.matter_indicator_value(&measured(t, i.baseline), &value),
            i.value_source
        ))
    });
    let checks = t.front_check_counts(&t.number(matter.done_count), &t.number(matter.not_yet_count));
    let text = |parts: Vec<String>| {
        parts
            .into_iter()
            .filter(|p| !p.is_empty())
            .collect::<Vec<_>>()
            .join("\n\n")
    };
    let sections = vec![
        (
            Section::Context,
            text(vec![matter.summary.clone(), t.front_joined(matter.voice_count)]),
        ),
        (Section::Actors, t.list(&names)),
        (Section::Resources, text(resources.collect())),
        (
            Section::Innovation,
            text(
                decisions
                    .iter()
                    .flat_map(|d| [d.text.clone(), d.reasons.clone()])
                    .collect(),
            ),
        ),
        (
            Section::Obstacles,
            text(moves.into_iter().map(|m| m.reason).collect()),
        ),
        (Section::Outcomes, text(results.chain([checks]).collect())),
        (
            Section::Lessons,
            outcome.evaluation.map(|e| e.text).unwrap_or_default(),
        ),
    ];
    Ok(NewText {
        title: matter.title.clone(),
        summary: matter.summary.clone(),
        sections,
    })
}

fn page(visit: &Visit, matter: &Matter, text: &NewText, errors: Vec<(String, String)>) -> SharePage {
    let said = |section: Section| {
        text.sections
            .iter()
            .find(|(s, _)| *s == section)
            .map(|(_, words)| words.clone())
            .unwrap_or_default()
    };
    let parts: Vec<Part> = Section::ALL
        .into_iter()
        .map(|section| Part {
            id: section.id(),
            label: kapok_cases::section_name(visit.t, section).to_owned(),
            text: said(section),
            error: errors
                .iter()
                .find(|(name, _)| name == section.id())
                .map(|(_, e)| e.clone())
                .unwrap_or_default(),
        })
        .collect();
    let empty: Vec<&str> = parts
        .iter()
        .filter(|p| p.text.is_empty())
        .map(|p| p.label.as_str())
        .collect();
    SharePage {
        c: visit.chrome("matters"),
        number: matter.number,
        matter_title: matter.title.clone(),
        case_title: text.title.clone(),
        case_summary: text.summary.clone(),
        missing: if empty.is_empty() {
            String::new()
        } else {
            visit.t.share_missing(&visit.t.list(&empty))
        },
        parts,
        errors,
    }
}

async fn form(visit: Visit, Path(number): Path<String>) -> Outcome {
    let matter = find(&visit, &number).await?;
    let text = prefill(&visit.app.env, visit.t, &matter)
        .await
        .map_err(|e| visit.problem(e))?;
    Ok(Page::private(page(&visit, &matter, &text, Vec::new())).into_response())
}

async fn share(visit: Visit, Path(number): Path<String>, form: Form) -> Outcome {
    let matter = find(&visit, &number).await?;
    let env = &visit.app.env;
    let text = NewText {
        title: form.get("title").to_owned(),
        summary: form.get("summary").to_owned(),
        sections: Section::ALL
            .into_iter()
            .map(|s| (s, form.get(s.id()).to_owned()))
            .collect(),
    };
    let new = new_case(env, &matter, text.clone());
    let done = async {
        let once = form.once(&visit).await?;
        share_matter(&once, &visit.actor, new).await
    };
    match done.await {
        Ok(()) => Ok(redirect_with(&matter.path(), Notice("share-done"))),
        Err(ActError::SentBefore) => Ok(redirect_with(&matter.path(), Notice("web-sent-before"))),
        Err(ActError::Fields(fields)) => {
            let errors = summary(visit.t, &fields);
            Ok(Page::again(page(&visit, &matter, &text, errors)).into_response())
        }
        Err(error) => Err(visit.problem(error)),
    }
}
