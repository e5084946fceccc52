//! `/matters/{number}/outcome`: staff write down measurements, evaluate, hide words that break the rules.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use kapok_acts::{ActError, Env, Fields, Right};
use kapok_decisions::forms::FormErrors;
use kapok_i18n::T;
use kapok_matters::{Matter, State, reads};
use kapok_store::ids;
use kapok_web::{Chrome, Form, Notice, Outcome, Page, Problem, Visit, redirect_with};

use crate::model::number;
use crate::{Better, Indicator, Measured, NewIndicator, actions, store};

#[derive(Template)]
#[template(path = "outcomes_outcome.html")]
struct OutcomePage {
    c: Chrome,
    errors: FormErrors,
    /// Which form came back: indicator, value, evaluate or hide.
    sent: String,
    matter: Matter,
    counts: String,
    indicators: Vec<IndicatorView>,
    /// What was typed, by name of the field.
    typed: Form,
    betters: Vec<(&'static str, String, bool)>,
    names: Vec<(String, String, bool)>,
    evaluation: Option<(String, String, String)>,
    rechecks: Vec<RecheckView>,
    words: Vec<WordsView>,
    may_report: bool,
    may_evaluate: bool,
    may_hide: bool,
}

impl OutcomePage {
    /// The error on a field of a form, if that form came back.
    fn on(&self, form: &str, field: &str) -> &str {
        if self.sent == form {
            self.errors.on(field)
        } else {
            ""
        }
    }

    /// What was typed into a field of a form, if that form came back.
    fn was(&self, form: &str, field: &str) -> &str {
        if self.sent == form {
            self.typed.get(field)
        } else {
            ""
        }
    }
}

/// A number in the reader's words.
struct IndicatorView {
    name: String,
    lang: String,
    unit: String,
    baseline: String,
    baseline_source: String,
    target: String,
    value: String,
    value_source: String,
    judged: &'static str,
}

/// A recheck in the reader's words.
struct RecheckView {
    after: String,
    due: (String, String),
    done: bool,
}

/// Words of a resident.
struct WordsView {
    id: String,
    date: (String, String),
    text: String,
    lang: String,
}

/// A measurement with as many decimals as it has, at most six.
fn measurement(t: T, n: f64) -> String {
    let digits = (0..=6).find(|d| (n * 10f64.powi(*d)).fract() == 0.0).unwrap_or(6);
    t.decimal(n, usize::try_from(digits).unwrap_or_default())
}

/// What a value means, in the reader's words; empty while nothing was measured.
#[must_use]
pub fn judged(t: T, measured: Option<Measured>) -> &'static str {
    match measured {
        Some(Measured::Reached) => t.outcomes_reached(),
        Some(Measured::Improved) => t.outcomes_improved(),
        Some(Measured::Same) => t.outcomes_same(),
        Some(Measured::Worse) => t.outcomes_worse(),
        None => "",
    }
}

fn indicator_view(t: T, i: &Indicator) -> IndicatorView {
    let known = |n: Option<f64>| n.map(|n| measurement(t, n)).unwrap_or_default();
    IndicatorView {
        name: i.name.clone(),
        lang: i.lang.clone(),
        unit: i.unit.clone(),
        baseline: measurement(t, i.baseline),
        baseline_source: i.baseline_source.clone(),
        target: known(i.target),
        value: known(i.value),
        value_source: i.value_source.clone(),
        judged: judged(t, i.measured()),
    }
}

fn day(t: T, env: &Env, at: jiff::Timestamp) -> (String, String) {
    (at.to_string(), t.date(env.city.date(at)))
}

async fn page(visit: &Visit, number: i64, sent: &Form, errors: FormErrors) -> Result<OutcomePage, Problem> {
    let env = &visit.app.env;
    let t = visit.t;
    let (matter, outcome) = load(env, number).await.map_err(|e| visit.problem(e))?;
    let may_report = visit.actor.may(Right::Report);
    let chosen = |b: Better| sent.get("better") == b.id();
    let named = |i: &Indicator| (i.name.clone(), i.name.clone(), sent.get("indicator") == i.name);
    Ok(OutcomePage {
        c: visit.chrome("matters"),
        errors,
        sent: sent.get("do").to_owned(),
        counts: t.outcomes_counts(&t.number(matter.done_count), &t.number(matter.not_yet_count)),
        indicators: outcome.indicators.iter().map(|i| indicator_view(t, i)).collect(),
        typed: sent.clone(),
        betters: vec![
            (
                Better::Down.id(),
                t.outcomes_better_down().to_owned(),
                chosen(Better::Down),
            ),
            (
                Better::Up.id(),
                t.outcomes_better_up().to_owned(),
                chosen(Better::Up),
            ),
        ],
        names: outcome.indicators.iter().map(named).collect(),
        evaluation: outcome.evaluation.map(|e| (e.text, e.lang, day(t, env, e.at).1)),
        rechecks: outcome
            .rechecks
            .iter()
            .map(|r| RecheckView {
                after: t.outcomes_recheck(r.years),
                due: (r.due.to_string(), t.date(r.due)),
                done: r.done_at.is_some(),
            })
            .collect(),
        words: outcome
            .words
            .into_iter()
            .map(|w| WordsView {
                id: ids::ActId(w.id).to_string(),
                date: day(t, env, w.at),
                text: w.words,
                lang: w.lang,
            })
            .collect(),
        may_report,
        may_evaluate: may_report && matter.state == State::Done,
        may_hide: visit.actor.may(Right::Moderate),
        matter,
    })
}

async fn load(env: &Env, number: i64) -> Result<(Matter, crate::Outcome), ActError> {
    let mut conn = env.db.read().await?;
    let matter = reads::by_number(&mut conn, number)
        .await?
        .ok_or(ActError::NotFound)?;
    let outcome = store::of_matter(&mut conn, matter.id).await?;
    Ok((matter, outcome))
}

pub(super) async fn form(visit: Visit, Path(number): Path<i64>) -> Outcome {
    visit.need(Right::ReadStaffPages)?;
    let page = page(&visit, number, &Form::default(), FormErrors::default()).await?;
    Ok(Page::private(page).into_response())
}

pub(super) async fn send(visit: Visit, Path(number): Path<i64>, form: Form) -> Outcome {
    visit.need(Right::ReadStaffPages)?;
    match try_send(&visit, number, &form).await {
        Ok(notice) => Ok(redirect_with(&visit.path, notice)),
        Err(error) => {
            let first = match form.get("do") {
                "indicator" => "name",
                "value" => "value",
                "hide" => "reason",
                _ => "text",
            };
            let errors = FormErrors::of(visit.t, error, first).map_err(|e| visit.problem(e))?;
            Ok(Page::again(page(&visit, number, &form, errors).await?).into_response())
        }
    }
}

async fn try_send(visit: &Visit, number: i64, form: &Form) -> Result<Notice, ActError> {
    let (env, actor) = (&form.once(visit).await?, &visit.actor);
    let (matter, outcome) = load(env, number).await?;
    match form.get("do") {
        "indicator" => {
            actions::measure(env, actor, matter.id, indicator(form)?).await?;
            Ok(Notice("outcomes-measured"))
        }
        "value" => {
            actions::measure(env, actor, matter.id, value(form, &outcome.indicators)?).await?;
            Ok(Notice("outcomes-measured"))
        }
        "hide" => {
            let check = ids::parse_hex(form.get("check")).ok_or(ActError::NotFound)?;
            actions::hide_words(env, actor, matter.id, check, form.get("reason")).await?;
            Ok(Notice("outcomes-hidden"))
        }
        _ => {
            actions::evaluate(env, actor, matter.id, form.get("text")).await?;
            Ok(Notice("outcomes-evaluated"))
        }
    }
}

/// A number that may be missing.
fn measured(errors: &mut Fields, field: &'static str, text: &str) -> Option<f64> {
    if text.trim().is_empty() {
        return None;
    }
    let read = number(text);
    if read.is_none() {
        errors.add(field, "outcomes-number-wrong");
    }
    read
}

/// The form for a new number. Everything that is wrong is found at once: the model's own rules run too.
fn indicator(form: &Form) -> Result<NewIndicator, ActError> {
    let mut errors = Fields::default();
    let baseline = measured(&mut errors, "baseline", form.get("baseline"));
    if form.get("baseline").trim().is_empty() {
        errors.add("baseline", "form-missing");
    }
    let better = Better::parse(form.get("better"));
    if better.is_none() {
        errors.add("better", "form-unknown");
    }
    let new = NewIndicator {
        name: form.get("name").to_owned(),
        unit: form.get("unit").to_owned(),
        baseline: baseline.unwrap_or_default(),
        baseline_source: form.get("baseline_source").to_owned(),
        target: measured(&mut errors, "target", form.get("target")),
        value: measured(&mut errors, "value", form.get("value")),
        value_source: form.get("value_source").to_owned(),
        better: better.unwrap_or(Better::Up),
    };
    match new.check() {
        Err(ActError::Fields(more)) => {
            errors.0.extend(more.0);
            Err(ActError::Fields(errors))
        }
        other => errors.check().and(other),
    }
}

/// The form for a new value: what is kept from the first time comes from the record.
fn value(form: &Form, indicators: &[Indicator]) -> Result<NewIndicator, ActError> {
    let mut errors = Fields::default();
    let value = measured(&mut errors, "value", form.get("value"));
    if form.get("value").trim().is_empty() {
        errors.add("value", "form-missing");
    }
    let known = indicators.iter().find(|i| i.name == form.get("indicator"));
    if known.is_none() {
        errors.add("indicator", "form-unknown");
    }
    errors.check()?;
    let known = known.ok_or(ActError::NotFound)?;
    Ok(NewIndicator {
        name: known.name.clone(),
        unit: known.unit.clone(),
        baseline: known.baseline,
        baseline_source: known.baseline_source.clone(),
        target: known.target,
        value,
        value_source: form.get("value_source").to_owned(),
        better: known.better,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_measurement_is_shown_with_the_decimals_it_has() {
        let t = T(kapok_i18n::Lang::En);
        for (n, shown) in [
            (3.0, "3"),
            (4.5, "4.5"),
            (0.25, "0.25"),
            (-2.0, "-2"),
            (1.0 / 3.0, "0.333333"),
        ] {
            assert_eq!(measurement(t, n), shown);
        }
    }
}
