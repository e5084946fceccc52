//! `/late`: what waits too long in one's office. Voices without an answer, days of reply that have passed, requests that
//! nobody replied to, promises overdue. The mayor's office and auditors see all offices, and one line for each.
//!
//! Lateness is counted from dates alone, as residents see it; nothing here can be ticked away.

use std::collections::{BTreeMap, HashMap};

use askama::Template;
use axum::Router;
use axum::response::IntoResponse;
use axum::routing::get;
use jiff::Timestamp;
use jiff::civil::Date;
use kapok_acts::{ActError, Actor, Right, Role};
use kapok_commitments::Commitment;
use kapok_i18n::T;
use kapok_matters::{Appeal, Asked, Filter, Matter, Order, Partner, reads};
use kapok_parties::Directory;
use kapok_store::ids::{MatterId, PartyId};
use kapok_voices::Waiting;
use kapok_web::{App, Chrome, Outcome, Page, Visit};

/// Rows of each part that are shown; its number counts all.
const SHOWN: usize = 50;
/// Matters, groups of voices, requests and promises that are looked at: more than a city has late at once.
const MOST: i64 = 2_000;
/// Characters of the grounds of an appeal.
const GROUNDS: usize = 120;

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
struct Scope {
    /// One office, or all.
    office: Option<PartyId>,
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

fn scope(visit: &Visit, directory: &Directory) -> Scope {
    let oversees = match &visit.actor {
        Actor::Staff { roles, .. } => roles
            .iter()
            .any(|r| matches!(r, Role::MayorsOffice | Role::Auditor)),
        Actor::Resident | Actor::System => false,
    };
    let asked = directory.by_key(visit.ask("office")).map(|p| p.id);
    let office = if oversees { asked } else { visit.actor.office() };
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
            facts: joined(facts),
        }
    }
}

async fn build(visit: &Visit) -> Result<LatePage, ActError> {
    let (env, t) = (&visit.app.env, visit.t);
    let directory = kapok_parties::directory(env).await?;
    let scope = scope(visit, &directory);
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

/// The office that owes these voices an answer: the one they were referred to, or the lead of their matter. `Err` for those
/// of a matter that was not read, because it is another office's.
fn owes(waiting: &Waiting, by_id: &HashMap<MatterId, &Matter>) -> Result<Option<PartyId>, ()> {
    match waiting.matter {
        None => Ok(waiting.office),
        Some(id) => by_id.get(&id).map(|m| m.lead).ok_or(()),
    }
}

/// Whether a day of reply has passed without an answer.
fn reply_is_late(m: &Matter, today: Date) -> bool {
    m.state.is_open() && m.answered.is_none() && m.reply_by.is_some_and(|day| day < today)
}

fn voices(w: &Words<'_>, scope: Scope, waiting: &[Waiting], by_id: &HashMap<MatterId, &Matter>) -> Part {
    let t = w.t;
    let own = |g: &&Waiting| owes(g, by_id).is_ok_and(|office| scope.has(office));
    let groups: Vec<&Waiting> = waiting.iter().filter(own).collect();
    let n: i64 = groups.iter().map(|g| g.n).sum();
    let rows = groups.iter().map(|g| {
        let (number, caption) = (t.number(g.n), t.matters_voices_caption(g.n));
        let since = t.late_oldest(&t.days(w.days_since(w.date(g.oldest))));
        match g.matter.and_then(|id| by_id.get(&id)) {
            Some(m) => w.matter(m, number, caption.to_owned(), [since, w.office(m.lead)]),
            None => Row {
                href: if g.office.is_some() {
                    "/inbox?box=office"
                } else {
                    "/inbox"
                }
                .to_owned(),
                title: match g.office {
                    Some(_) => t.late_referred(),
                    None => t.late_unsorted(),
                }
                .to_owned(),
                lang: String::new(),
                state: "voiced",
                number,
                caption: caption.to_owned(),
                facts: joined([since, w.office(g.office)]),
            },
        }
    });
    let days = t.days(w.visit.app.env.city.days_to_answer);
    part(
        t,
        "voices",
        t.late_voices(),
        n,
        t.late_voices_tell(n, &days),
        groups.len(),
        rows,
    )
}

fn replies(w: &Words<'_>, scope: Scope, matters: &[Matter]) -> Part {
    let t = w.t;
    let mut late: Vec<(Date, &Matter)> = matters
        .iter()
        .filter(|m| scope.has(m.lead) && reply_is_late(m, w.today))
        .filter_map(|m| m.reply_by.map(|day| (day, m)))
        .collect();
    late.sort_by_key(|(day, m)| (*day, m.number));
    let rows = late.iter().map(|(day, m)| {
        let days = w.days_since(*day);
        let facts = [t.late_reply_was(&t.date(*day)), w.office(m.lead)];
        w.matter(m, t.number(days), t.late_days_caption(days).to_owned(), facts)
    });
    let n = late.len() as i64;
    part(
        t,
        "replies",
        t.late_replies(),
        n,
        t.late_replies_tell(n),
        late.len(),
        rows,
    )
}

fn requests(w: &Words<'_>, scope: Scope, asked: &[(Matter, Partner)]) -> Part {
    let t = w.t;
    let own: Vec<_> = asked.iter().filter(|(_, p)| scope.has(Some(p.party))).collect();
    let rows = own.iter().map(|(m, p)| {
        let days = w.days_since(w.date(p.asked_at));
        let what = match p.asked {
            Asked::Part => t.late_asked_part(),
            Asked::Lead => t.late_asked_lead(),
        };
        let facts = [what.to_owned(), w.office(Some(p.party))];
        w.matter(m, t.number(days), t.late_waits_caption(days).to_owned(), facts)
    });
    let n = own.len() as i64;
    part(
        t,
        "requests",
        t.late_requests(),
        n,
        t.late_requests_tell(n),
        own.len(),
        rows,
    )
}

fn promises(w: &Words<'_>, scope: Scope, promises: &[Commitment]) -> Part {
    let t = w.t;
    let own: Vec<_> = promises.iter().filter(|c| scope.has(Some(c.lead))).collect();
    let rows = own.iter().map(|c| {
        let days = c.days_late(w.today);
        Row {
            href: format!("/promises/{}/work", c.number),
            title: c.title.clone(),
            lang: language(&c.lang),
            state: "doing",
            number: t.number(days),
            caption: t.late_days_caption(days).to_owned(),
            facts: joined([t.late_promise_was(&t.date(c.due)), w.office(Some(c.lead))]),
        }
    });
    let n = own.len() as i64;
    part(
        t,
        "promises",
        t.late_promises(),
        n,
        t.late_promises_tell(n),
        own.len(),
        rows,
    )
}

fn appeal(w: &Words<'_>, a: &Appeal) -> Row {
    let days = w.days_since(w.date(a.at));
    Row {
        href: format!("/m/{}", a.matter),
        title: kapok_text::excerpt(&a.grounds, GROUNDS),
        lang: String::new(),
        state: a.against.id(),
        number: w.t.number(days),
        caption: w.t.late_waits_caption(days).to_owned(),
        facts: String::new(),
    }
}

fn part(
    t: T,
    id: &'static str,
    heading: &'static str,
    n: i64,
    text: String,
    all: usize,
    rows: impl Iterator<Item = Row>,
) -> Part {
    Part {
        id,
        heading,
        number: t.number(n),
        text,
        none: n == 0,
        rows: rows.take(SHOWN).collect(),
        cut: if all > SHOWN {
            t.late_cut(&t.number(SHOWN as i64))
        } else {
            String::new()
        },
    }
}

/// One line for each office in the order of their names, and one for what is nobody's yet.
fn lines(w: &Words<'_>, found: &Found, by_id: &HashMap<MatterId, &Matter>) -> Vec<Line> {
    let mut counts: BTreeMap<Option<PartyId>, [i64; 4]> = BTreeMap::new();
    let mut add = |office: Option<PartyId>, column: usize, n: i64| {
        counts.entry(office).or_default()[column] += n;
    };
    for group in &found.waiting {
        if let Ok(office) = owes(group, by_id) {
            add(office, 0, group.n);
        }
    }
    for m in found.matters.iter().filter(|m| reply_is_late(m, w.today)) {
        add(m.lead, 1, 1);
    }
    for (_, partner) in &found.asked {
        add(Some(partner.party), 2, 1);
    }
    for c in &found.promises {
        add(Some(c.lead), 3, 1);
    }
    let mut offices: Vec<_> = w.directory.offices().collect();
    offices.sort_by(|a, b| w.t.compare(&a.name, &b.name));
    let line = |name: &str, href: String, counts: [i64; 4]| Line {
        name: name.to_owned(),
        href,
        counts: counts.map(|n| w.t.number(n)),
        late: counts.iter().any(|n| *n > 0),
    };
    let mut out: Vec<Line> = offices
        .into_iter()
        .map(|o| {
            let counts = counts.get(&Some(o.id)).copied().unwrap_or_default();
            line(&o.name, format!("/late?office={}", o.key), counts)
        })
        .collect();
    if let Some(nobodys) = counts.get(&None) {
        out.push(line(w.t.late_no_office(), String::new(), *nobodys));
    }
    out
}

/// A language tag as an attribute; unknown languages give none.
fn language(tag: &str) -> String {
    if tag == "und" {
        String::new()
    } else {
        tag.to_owned()
    }
}

fn joined(parts: [String; 2]) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}
