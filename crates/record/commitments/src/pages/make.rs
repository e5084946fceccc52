//! `/matters/{number}/commit`: staff promise something.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use jiff::civil::Date;
use kapok_acts::{ActError, Fields, Right};
use kapok_decisions::forms::FormErrors;
use kapok_decisions::words;
use kapok_matters::{Matter, reads};
use kapok_parties::Directory;
use kapok_store::ids::{CaseId, PartyId};
use kapok_web::{Chrome, Form, Notice, Outcome, Page, Problem, Visit, redirect_with};

use crate::{NewCommitment, actions};

#[derive(Template)]
#[template(path = "commitments_make.html")]
struct MakePage {
    c: Chrome,
    errors: FormErrors,
    matter: Matter,
    title: String,
    leads: Vec<(String, String, bool)>,
    with: Vec<(String, String, bool)>,
    due: String,
    money: String,
    people: String,
    case: String,
}

pub(super) async fn form(visit: Visit, Path(number): Path<i64>) -> Outcome {
    visit.need(Right::Commit)?;
    let asked = Form {
        pairs: visit.query.clone(),
        upload: None,
    };
    let page = page(&visit, number, &asked, FormErrors::default()).await?;
    Ok(Page::private(page).into_response())
}

async fn page(visit: &Visit, number: i64, sent: &Form, errors: FormErrors) -> Result<MakePage, Problem> {
    let env = &visit.app.env;
    let directory = kapok_parties::directory(env)
        .await
        .map_err(|e| visit.problem(e))?;
    let mut conn = env.db.read().await.map_err(|e| visit.problem(e))?;
    let matter = reads::by_number(&mut conn, number)
        .await
        .map_err(|e| visit.problem(e))?;
    let matter = matter.ok_or_else(|| visit.not_found())?;
    // A form that would be refused is not offered.
    let may = kapok_matters::actions::may(&mut conn, &visit.actor, Right::Commit, &matter).await;
    if may.is_err() {
        return Err(visit.other_office(directory.name(matter.lead), &format!("{}/work", matter.path())));
    }
    let chosen = directory.by_key(sent.get("lead")).map(|p| p.id).or(matter.lead);
    let ticked = |key: &str| sent.all("with").any(|k| k == key);
    let option = |p: &kapok_parties::Party, on: bool| (p.key.clone(), p.name.clone(), on);
    Ok(MakePage {
        c: visit.chrome("matters"),
        errors,
        matter,
        title: sent.get("title").to_owned(),
        leads: directory
            .offices()
            .filter(|p| actions::may_lead(&visit.actor, p.id))
            .map(|p| option(p, chosen == Some(p.id)))
            .collect(),
        with: directory
            .offices()
            .chain(directory.organisations())
            .map(|p| option(p, ticked(&p.key)))
            .collect(),
        due: sent.get("due").to_owned(),
        money: sent.get("money").to_owned(),
        people: sent.get("people").to_owned(),
        case: CaseId::parse(sent.get("case"))
            .map(|id| id.to_string())
            .unwrap_or_default(),
    })
}

pub(super) async fn send(visit: Visit, Path(number): Path<i64>, form: Form) -> Outcome {
    visit.need(Right::Commit)?;
    match try_make(&visit, number, &form).await {
        Ok(number) => Ok(redirect_with(&super::path(number), Notice("commitments-made"))),
        Err(ActError::SentBefore) => Ok(redirect_with(
            &format!("/matters/{number}"),
            Notice("web-sent-before"),
        )),
        Err(error) => {
            let errors = FormErrors::of(visit.t, error, "title").map_err(|e| visit.problem(e))?;
            Ok(Page::again(page(&visit, number, &form, errors).await?).into_response())
        }
    }
}

async fn try_make(visit: &Visit, number: i64, form: &Form) -> Result<i64, ActError> {
    let env = &form.once(visit).await?;
    let directory = kapok_parties::directory(env).await?;
    let new = parse(form, &directory)?;
    let matter = reads::by_number(&mut env.db.read().await?, number).await?;
    let matter = matter.ok_or(ActError::NotFound)?;
    Ok(actions::make(env, &visit.actor, matter.id, new).await?.number)
}

/// The form as a commitment. What the model finds wrong besides is found by the action.
fn parse(form: &Form, directory: &Directory) -> Result<NewCommitment, ActError> {
    let mut errors = Fields::default();
    let due = day(&mut errors, "due", form.get("due"));
    let lead = directory.by_key(form.get("lead")).map(|p| p.id);
    if lead.is_none() {
        errors.add("lead", "form-unknown");
    }
    if words::one_line(form.get("title")).is_empty() {
        errors.add("title", "form-missing");
    }
    let with: Vec<Option<PartyId>> = form
        .all("with")
        .map(|key| directory.by_key(key).map(|p| p.id))
        .collect();
    if with.contains(&None) {
        errors.add("with", "form-unknown");
    }
    let money = amount(&mut errors, "money", form.get("money"));
    let people = amount(&mut errors, "people", form.get("people"));
    match (lead, due, errors.is_empty()) {
        (Some(lead), Some(due), true) => Ok(NewCommitment {
            title: form.get("title").to_owned(),
            lead,
            with: with.into_iter().flatten().collect(),
            due,
            money,
            people,
            case: CaseId::parse(form.get("case")),
        }),
        _ => Err(ActError::Fields(errors)),
    }
}

/// A date that must be there.
pub(super) fn day(errors: &mut Fields, field: &'static str, text: &str) -> Option<Date> {
    let day = text.trim().parse().ok();
    if day.is_none() {
        errors.add(field, "form-date-wrong");
    }
    day
}

/// A whole number that may be missing.
pub(super) fn amount(errors: &mut Fields, field: &'static str, text: &str) -> Option<i64> {
    if text.trim().is_empty() {
        return None;
    }
    let amount = words::whole(text);
    if amount.is_none() {
        errors.add(field, "form-number-wrong");
    }
    amount
}
