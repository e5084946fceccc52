//! `/matters/{number}/work`: everything that offices do with one matter, each as a form of its own. A form is shown only to
//! those whose action would be accepted; auditors see the facts and no form.
//!
//! [`view`] puts the facts in words, [`act`] does what a form asks for.

mod act;
mod view;

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::IntoResponse;
use axum::routing::get;
use kapok_acts::{ActError, Actor, Right, log};
use kapok_i18n::T;
use kapok_parties::Directory;
use kapok_places::Tree;
use kapok_store::ids::{ActId, PartyId};
use kapok_web::{App, Chrome, Form, Outcome, Page, Visit};

use super::choose::{self, Choices};
use crate::beside::{Beside, beside};
use crate::model::{Describe, FIELDS, LARGEST_GRADE, LEVELS, Matter, TOPICS};
use crate::replies::{AppealState, Asked, PartnerState};
use crate::state::State;
use crate::{likeness, reads};
use view::{ActLine, AnswerLine, AppealLine, Fact, Request, VoiceLine, Words};

/// Voices on one page.
const VOICES: i64 = 50;
/// Acts that are read to show the last of them.
const ACTS: i64 = 2_000;
/// Acts that are shown; all are on the matter's own page.
const LAST_ACTS: usize = 12;
/// Matters offered to merge into or to move voices to.
const ALIKE: usize = 8;

/// The routes of the work page.
pub(super) fn routes() -> Router<App> {
    Router::new().route("/matters/{number}/work", get(show).post(act::send))
}

#[derive(Template)]
#[template(path = "work.html")]
struct WorkPage {
    c: Chrome,
    m: Matter,
    path: String,
    here: String,
    voices_count: String,
    facts: Vec<Fact>,
    may: May,
    typed: Typed,
    describe: DescribeForm,
    /// What somebody else changed meanwhile: the field and what stands there now.
    changed: Vec<(&'static str, String)>,
    reply_by: String,
    exits: Choices,
    ask: Choices,
    hand_over: Choices,
    requests: Vec<Request>,
    answers: Vec<AnswerLine>,
    appeals: Vec<AppealLine>,
    voices: Vec<VoiceLine>,
    next: String,
    acts: Vec<ActLine>,
    alike: Vec<(i64, String)>,
    undo: String,
}

/// What the actor may do with this matter as it stands.
#[derive(Default)]
struct May {
    sort: bool,
    describe: bool,
    open: bool,
    answer: bool,
    close: bool,
    merge: bool,
    ask: bool,
    split: bool,
    hide: bool,
    rule: bool,
    decide: bool,
    commit: bool,
    outcome: bool,
    /// The role would do, but another office leads and this one takes no part.
    foreign: bool,
}

impl May {
    fn new(actor: &Actor, m: &Matter, beside: &Beside) -> Self {
        let taking_part = beside.partners.iter();
        let taking_part = taking_part.filter(|p| p.asked == Asked::Part && p.state == PartnerState::Accepted);
        let offices: Vec<PartyId> = m.lead.into_iter().chain(taking_part.map(|p| p.party)).collect();
        // A matter without a lead belongs to nobody yet: the same rule as `actions::may`.
        let may = |right| match m.lead {
            None => actor.may(right),
            Some(_) => actor.may_for(right, &offices),
        };
        let going = !m.state.is_exit();
        let works = [Right::Describe, Right::Answer, Right::Decide, Right::Commit];
        Self {
            sort: may(Right::Describe) && m.state == State::Voiced,
            describe: may(Right::Describe) && going,
            open: may(Right::Describe) && m.state == State::Sorted,
            answer: may(Right::Answer) && m.state.takes_voices(),
            close: may(Right::Decide) && m.state.is_open(),
            merge: actor.may(Right::Sort) && m.state.leads_to(State::Merged).is_some(),
            ask: may(Right::Describe) && going,
            split: actor.may(Right::Sort),
            hide: actor.may(Right::Moderate),
            rule: actor.may(Right::Rule),
            decide: may(Right::Decide) && matches!(m.state, State::Open | State::Decided),
            commit: may(Right::Commit) && matches!(m.state, State::Decided | State::Doing),
            outcome: (may(Right::Report) || may(Right::Commit))
                && (m.state.can_be_checked() || m.state == State::Doing),
            foreign: works.iter().any(|r| actor.may(*r)) && !works.iter().any(|r| may(*r)),
        }
    }

    /// Whether there is anything to do for this actor beside replying and ruling.
    fn any(&self) -> bool {
        self.describe || self.answer || self.merge || self.split || self.hide
    }

    fn leads_on(&self) -> bool {
        self.decide || self.commit || self.outcome
    }
}

/// The description as it is filled in.
struct DescribeForm {
    title: String,
    summary: String,
    places: Choices,
    topics: Choices,
    levels: Choices,
    fields: Choices,
    urgency: Choices,
    safety: Choices,
    equity: Choices,
    leads: Choices,
    lead: String,
}

/// A form that came back, with what was wrong. Empty the first time.
#[derive(Default)]
struct Typed {
    form: Form,
    errors: Vec<(String, String)>,
    stale: bool,
}

impl Typed {
    /// What was typed into a field of a form, or else what stands there at first.
    fn was<'a>(&'a self, form: &str, field: &str, first: &'a str) -> &'a str {
        if self.form.get("do") == form {
            self.form.get(field)
        } else {
            first
        }
    }

    /// The summary with the names of the fields of the description, in the order of the page.
    fn named(&self, t: T) -> Vec<(String, String)> {
        let fields = [
            ("describe-title", t.work_title()),
            ("describe-summary", t.work_summary()),
            ("describe-place", t.work_place()),
            ("describe-topic", t.work_topic()),
            ("describe-level", t.work_level()),
            ("describe-field", t.work_field()),
            ("describe-urgency", t.work_urgency()),
            ("describe-safety", t.work_safety()),
            ("describe-equity", t.work_equity()),
            ("describe-lead", t.work_lead()),
            ("describe-reason", t.work_reason()),
        ];
        kapok_web::named(t, &self.errors, &fields)
    }

    /// What is wrong with a field; its id begins with the name of the form.
    fn on(&self, id: &str) -> &str {
        self.errors
            .iter()
            .find(|(name, _)| name == id)
            .map_or("", |(_, words)| words)
    }
}

async fn show(visit: Visit, Path(number): Path<String>) -> Outcome {
    visit.need(Right::ReadStaffPages)?;
    let page = build(&visit, &number, Typed::default())
        .await
        .map_err(|e| visit.problem(e))?;
    Ok(Page::private(page).into_response())
}

async fn find(visit: &Visit, number: &str) -> Result<Matter, ActError> {
    let number = number.parse::<i64>().map_err(|_| ActError::NotFound)?;
    let found = reads::by_number(&mut visit.app.env.db.read().await?, number).await?;
    found.ok_or(ActError::NotFound)
}

async fn build(visit: &Visit, number: &str, typed: Typed) -> Result<WorkPage, ActError> {
    let (env, t) = (&visit.app.env, visit.t);
    let m = find(visit, number).await?;
    let tree = kapok_places::tree(env).await?;
    let directory = kapok_parties::directory(env).await?;
    let words = Words {
        t,
        env,
        tree: &tree,
        directory: &directory,
    };
    let after = visit.ask("after").parse().ok();
    let mut conn = env.db.read().await?;
    let beside = beside(&mut conn, &m).await?;
    let mut voices = kapok_voices::of_matter(&mut conn, m.id, after, VOICES + 1).await?;
    let acts = log::of_matter(&mut conn, m.id, ACTS).await?;
    let may = May::new(&visit.actor, &m, &beside);
    let alike = if env.city.automatic.similar && (may.merge || may.split) {
        likeness::similar(&mut conn, &format!("{} {}", m.title, m.summary), ALIKE).await?
    } else {
        Vec::new()
    };
    drop(conn);
    let more = voices.len() as i64 > VOICES;
    voices.truncate(VOICES as usize);
    let c = visit.chrome("matters");
    let sent = |voice: &kapok_voices::Voice| typed.form.all("voices").any(|id| id == voice.id.to_string());
    let offices = |form: &str| {
        let without: Vec<PartyId> = m.lead.into_iter().collect();
        let chosen = typed.was(form, "office", "");
        choose::offices(t, &directory, t.work_choose_office(), chosen, &without)
    };
    Ok(WorkPage {
        path: m.path(),
        here: format!("{}/work", m.path()),
        voices_count: t.matters_voices(m.voice_count),
        facts: view::facts(&words, &m, &beside),
        describe: describe_form(visit, &m, &tree, &directory, &typed),
        changed: if typed.stale {
            view::changed(&words, &m, &typed.form)
        } else {
            Vec::new()
        },
        reply_by: typed
            .was(
                "open",
                "reply_by",
                &m.reply_by
                    .filter(|holds| *holds >= env.today())
                    .unwrap_or_else(|| env.in_days(env.city.days_to_answer))
                    .to_string(),
            )
            .to_owned(),
        exits: exits(t, &m, typed.was("close", "exit", "")),
        ask: offices("ask"),
        hand_over: offices("hand-over"),
        requests: beside
            .partners
            .iter()
            .map(|p| Request::new(&words, &visit.actor, p))
            .collect(),
        answers: beside
            .answers
            .iter()
            .map(|a| AnswerLine::new(&words, a))
            .collect(),
        appeals: beside
            .appeals
            .iter()
            .map(|a| AppealLine::new(&words, a))
            .collect(),
        next: match voices.last() {
            Some(last) if more => c.with("after", &last.number.to_string()),
            _ => String::new(),
        },
        voices: voices
            .iter()
            .map(|v| VoiceLine::new(&words, v, sent(v)))
            .collect(),
        acts: acts
            .iter()
            .rev()
            .take(LAST_ACTS)
            .map(|a| ActLine::new(&words, a))
            .collect(),
        alike: alike
            .into_iter()
            .filter(|(other, _)| other.id != m.id && other.state.takes_voices())
            .map(|(other, _)| (other.number, other.title))
            .collect(),
        undo: ActId::parse(visit.ask("undo"))
            .filter(|_| visit.actor.may(Right::Sort))
            .map(|act| act.to_string())
            .unwrap_or_default(),
        c,
        m,
        may,
        typed,
    })
}

fn describe_form(
    visit: &Visit,
    m: &Matter,
    tree: &Tree,
    directory: &Directory,
    typed: &Typed,
) -> DescribeForm {
    let t = visit.t;
    let now = Describe::of(m);
    let key = |id: PartyId| directory.get(id).map_or("", |p| p.key.as_str());
    let place = m.place.and_then(|id| tree.get(id)).map_or("", |p| p.key.as_str());
    let was = |field: &str, first: &str| typed.was("describe", field, first).to_owned();
    let grade = |field: &str, now: i64| {
        let chosen = was(field, &now.to_string());
        (0..=LARGEST_GRADE)
            .map(|n| (n.to_string(), view::grade(t, n), n.to_string() == chosen))
            .collect::<Choices>()
    };
    // Whoever sorts it most likely takes it.
    let lead = m.lead.or(visit.actor.office()).map_or("", key);
    DescribeForm {
        title: was("title", &now.title),
        summary: was("summary", &now.summary),
        places: choose::places(tree, t.work_place_none(), &was("place", place)),
        topics: choose::of(t.work_choose(), TOPICS, &was("topic", &now.topic), |id| {
            t.topic(id).to_owned()
        }),
        levels: choose::of(t.work_choose(), LEVELS, &was("level", &now.level), |id| {
            t.level(id).to_owned()
        }),
        fields: choose::of(t.work_choose(), FIELDS, &was("field", &now.field), |id| {
            t.field(id).to_owned()
        }),
        urgency: grade("urgency", now.urgency),
        safety: grade("safety", now.safety),
        equity: grade("equity", now.equity),
        leads: choose::offices(t, directory, t.work_choose_office(), &was("lead", lead), &[]),
        lead: directory.name(m.lead).to_owned(),
    }
}

/// The side exits that are open now: "answered" only once it was.
fn exits(t: T, m: &Matter, chosen: &str) -> Choices {
    let exits = [State::Answered, State::Referred, State::Withdrawn];
    let exits = exits
        .into_iter()
        .filter(|s| *s != State::Answered || m.answered.is_some());
    choose::of(t.work_choose(), exits.map(State::id), chosen, |id| {
        t.state(id).to_owned()
    })
}

/// Whether an appeal waits for its ruling.
fn waits(state: AppealState) -> bool {
    state == AppealState::Open
}
