//! `/late`: what waits too long in one's office. Voices without an answer, days of reply that have passed, requests that
//! nobody replied to, promises overdue. The mayor's office and auditors see all offices, and one line for each.
//!
//! Lateness is counted from dates alone, as residents see it; nothing here can be ticked away.

mod parts;

use std::collections::HashMap;

use askama::Template;
use axum::Router;
use axum::response::IntoResponse;
use axum::routing::get;
use jiff::Timestamp;
use jiff::civil::Date;
use kapok_acts::{ActError, Actor, Right, Role};
use kapok_commitments::Commitment;
use kapok_i18n::T;
use kapok_matters::{Appeal, Filter, Matter, Order, Partner, reads};
use kapok_parties::Directory;
use kapok_store::ids::{MatterId, PartyId};
use kapok_voices::Waiting;
use kapok_web::{App, Chrome, Outcome, Page, Visit};

use parts::{SHOWN, appeal, language, lines, promises, replies, requests, voices};

/// Matters, groups of voices, requests and promises that are looked at: more than a city has late at once.
const MOST: i64 = 2_000;

/// The routes of this page.
pub fn routes() -> Router<App> {
    Router::new().route("/late", get(show))
}

#[derive(Template)]
#[template(path = "front_late.html")]
struct LatePage {
    c: Chrome,
    lede: String,
    /// The office whose lateness is shown; empty for all.
    office: String,
    parts: Vec<Part>,
    appeals: Vec<Row>,
    offices: Vec<Line>,
}

/// One sort of lateness.
struct Part {
    id: &'static str,
    heading: &'static str,
    number: String,
    text: String,
    none: bool,
    rows: Vec<Row>,
    /// Said when not all rows are shown.
    cut: String,
}

/// One thing that is late.
struct Row {
    href: String,
    title: String,
    lang: String,
    state: &'static str,
    number: String,
    caption: String,
    facts: String,
}

/// One office in numbers: voices, replies, requests, promises.
struct Line {
    name: String,
    href: String,
    counts: [String; 4],
    late: bool,
}

/// Whose lateness is asked for.
#[derive(Clone, Copy)]
pub(crate) struct Scope {
    /// One office, or all.
    pub(crate) office: Option<PartyId>,
    /// Whether the actor looks over all offices.
    oversees: bool,
}

impl Scope {
    fn has(self, office: Option<PartyId>) -> bool {
        self.office.is_none_or(|own| office == Some(own))
    }
}

async fn show(visit: Visit) -> Outcome {
    visit.need(Right::ReadStaffPages)?;
    let page = build(&visit).await.map_err(|e| visit.problem(e))?;
    Ok(Page::private(page).into_response())
}

/// The lateness that an actor may look at: that of their own office, or of the one asked for and of all for those who look
/// over all offices.
pub(crate) fn scope(actor: &Actor, asked: Option<PartyId>) -> Scope {
    let oversees = match actor {
        Actor::Staff { roles, .. } => roles
            .iter()
            .any(|r| matches!(r, Role::MayorsOffice | Role::Auditor)),
        Actor::Resident | Actor::System => false,
    };
    let office = if oversees { asked } else { actor.office() };
    Scope { office, oversees }
}

/// What was read.
struct Found {
    waiting: Vec<Waiting>,
    matters: Vec<Matter>,
    asked: Vec<(Matter, Partner)>,
    promises: Vec<Commitment>,
    appeals: Vec<Appeal>,
}

/// Five queries; one office is read alone unless all are compared.
async fn load(visit: &Visit, scope: Scope) -> Result<Found, ActError> {
    let env = &visit.app.env;
    let one = scope.office.filter(|_| !scope.oversees);
    let before = env.days_ago(env.city.days_to_answer);
    let mut conn = env.db.read().await?;
    let filter = Filter {
        lead: one,
        ..Filter::default()
    };
    let promised = kapok_commitments::Filter {
        lead: one,
        overdue_on: Some(env.today()),
        ..kapok_commitments::Filter::default()
    };
    Ok(Found {
        waiting: kapok_voices::waiting(&mut conn, before, MOST).await?,
        matters: reads::list(&mut conn, &filter, Order::Priority, None, MOST).await?,
        asked: match one {
            Some(office) => reads::asked_of(&mut conn, office, MOST).await?,
            None => reads::asked(&mut conn, MOST).await?,
        },
        promises: kapok_commitments::list(&mut conn, promised, MOST).await?,
        appeals: if visit.actor.may(Right::Rule) {
            reads::open_appeals(&mut conn, MOST).await?
        } else {
            Vec::new()
        },
    })
}

/// What every row is made with.
struct Words<'a> {
    visit: &'a Visit,
    t: T,
    directory: &'a Directory,
    today: Date,
    /// Whether the office is named in each row.
    name: bool,
}

impl Words<'_> {
    fn days_since(&self, date: Date) -> i64 {
        i64::from(date.until(self.today).map_or(0, |span| span.get_days()))
    }

    fn date(&self, at: Timestamp) -> Date {
        self.visit.app.env.city.date(at)
    }

    fn office(&self, office: Option<PartyId>) -> String {
        match office {
            _ if !self.name => String::new(),
            None => self.t.late_no_office().to_owned(),
            Some(_) => self.directory.name(office).to_owned(),
        }
    }

    fn matter(&self, m: &Matter, number: String, caption: String, facts: [String; 2]) -> Row {
        Row {
            href: format!("{}/work", m.path()),
            title: m.title.clone(),
            lang: language(&m.lang),
            state: m.state.id(),
            number,
            caption,
            facts: self.t.beside(facts),
        }
    }
}

async fn build(visit: &Visit) -> Result<LatePage, ActError> {
    let (env, t) = (&visit.app.env, visit.t);
    let directory = kapok_parties::directory(env).await?;
    let asked = directory.by_key(visit.ask("office")).map(|p| p.id);
    let scope = scope(&visit.actor, asked);
    let found = load(visit, scope).await?;
    let w = Words {
        visit,
        t,
        directory: &directory,
        today: env.today(),
        name: scope.office.is_none(),
    };
    let by_id: HashMap<MatterId, &Matter> = found.matters.iter().map(|m| (m.id, m)).collect();
    let office = directory.name(scope.office).to_owned();
    Ok(LatePage {
        lede: if office.is_empty() {
            t.late_lede_all().to_owned()
        } else {
            t.late_lede(&office)
        },
        parts: vec![
            voices(&w, scope, &found.waiting, &by_id),
            replies(&w, scope, &found.matters),
            requests(&w, scope, &found.asked),
            promises(&w, scope, &found.promises),
        ],
        appeals: found.appeals.iter().take(SHOWN).map(|a| appeal(&w, a)).collect(),
        offices: if scope.oversees {
            lines(&w, &found, &by_id)
        } else {
            Vec::new()
        },
        c: visit.chrome("late"),
        office: if scope.oversees { office } else { String::new() },
    })
}
