//! The list of matters, and the same list as CSV.

use askama::Template;
use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use kapok_acts::ActError;
use kapok_i18n::T;
use kapok_parties::Directory;
use kapok_places::Tree;
use kapok_voices::Channel;
use kapok_web::{App, Chrome, Outcome, Page, Visit, url};

use super::{facts_of, points};
use crate::filter::{Filter, Order};
use crate::model::{Matter, TOPICS};
use crate::priority::Weights;
use crate::reads;
use crate::state::{State, Step};

const PER_PAGE: i64 = 25;
/// Rows of a CSV file; a city has fewer matters for many years.
const IN_FILE: i64 = 50_000;
/// Pages that one can go back; the address stays short.
const BACK: usize = 40;

/// The routes of the list.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/matters", get(list))
        .route("/matters.csv", get(file))
}

type Choices = Vec<(String, String, bool)>;

#[derive(Template)]
#[template(path = "matters_list.html")]
struct ListPage {
    c: Chrome,
    count: String,
    narrowed: bool,
    topics: Choices,
    places: Choices,
    states: Vec<(String, Choices)>,
    unknown: String,
    channels: Choices,
    langs: Choices,
    leads: Choices,
    orders: Choices,
    text: String,
    rows: Vec<Line>,
    previous: String,
    next: String,
    at: String,
    csv: String,
    ranked: bool,
}

struct Line {
    href: String,
    title: String,
    lang: String,
    state: &'static str,
    number: String,
    caption: String,
    facts: String,
}

/// What the address asks for.
pub(super) struct Asked {
    /// The conditions.
    pub filter: Filter,
    order: Order,
    trail: Vec<i64>,
}

/// Reads the filter; what is not offered is left out.
pub(super) fn asked(visit: &Visit, tree: &Tree, offices: &Directory) -> Asked {
    let known = |name: &str, ids: &[&str]| {
        let value = visit.ask(name);
        let value = if ids.contains(&value) { value } else { "" };
        value.to_owned()
    };
    let lang = visit.ask("spoken");
    let state = visit.ask("state");
    // Four ids name a step and a state; the step is what people see counted.
    let step = Step::parse(state).or_else(|| Step::parse(visit.ask("step")));
    Asked {
        filter: Filter {
            topic: known("topic", &TOPICS),
            place: tree.by_key(visit.ask("place")).map(|p| p.id),
            state: State::parse(state).filter(|_| step.is_none()),
            step,
            channel: Channel::parse(visit.ask("channel"))
                .map_or("", Channel::id)
                .to_owned(),
            lang: if lang.len() <= 8 {
                lang.to_owned()
            } else {
                String::new()
            },
            lead: offices.by_key(visit.ask("lead")).map(|p| p.id),
            text: visit.ask("text").chars().take(200).collect(),
        },
        order: Order::parse(visit.ask("order")).unwrap_or_default(),
        trail: visit.ask_all("after").filter_map(|n| n.parse().ok()).collect(),
    }
}

async fn list(visit: Visit) -> Outcome {
    page(&visit).await.map_err(|e| visit.problem(e))
}

async fn page(visit: &Visit) -> Result<Response, ActError> {
    let env = &visit.app.env;
    let (tree, offices) = (
        kapok_places::tree(env).await?,
        kapok_parties::directory(env).await?,
    );
    let weights = reads::weights(env).await?;
    let asked = asked(visit, &tree, &offices);
    let mut conn = env.db.read().await?;
    let n = reads::count(&mut conn, &asked.filter).await?;
    let after = asked.trail.last().copied();
    let mut matters = reads::list(&mut conn, &asked.filter, asked.order, after, PER_PAGE + 1).await?;
    drop(conn);
    let more = matters.len() as i64 > PER_PAGE;
    matters.truncate(PER_PAGE as usize);
    let next = matters.last().filter(|_| more).map(|m| m.number);
    let t = visit.t;
    let rows = matters
        .into_iter()
        .map(|m| line(visit, m, asked.order, &weights, &tree, &offices))
        .collect();
    let page = ListPage {
        c: visit.chrome("matters").feed(&feed(visit)),
        count: t.matters_count(n),
        narrowed: asked.filter != Filter::default(),
        topics: choices(t, TOPICS, visit.ask("topic"), |id| t.topic(id).to_owned()),
        places: places(visit, &tree),
        states: states(visit),
        unknown: unknown(visit, &asked.filter),
        channels: choices(
            t,
            Channel::ALL.iter().map(|c| c.id()),
            &asked.filter.channel,
            |id| t.channel(id).to_owned(),
        ),
        langs: choices(t, ["en", "zh", "es", "ar"], &asked.filter.lang, |id| {
            t.language(id).to_owned()
        }),
        leads: leads(visit, &offices),
        orders: orders(t, asked.order),
        text: asked.filter.text.clone(),
        rows,
        previous: previous(visit, &asked.trail),
        at: at(t, &asked.trail, n),
        next: next
            .map(|n| with_trail(visit, asked.trail.iter().copied().chain([n])))
            .unwrap_or_default(),
        csv: format!("/matters.csv{}", query_of(visit, [])),
        ranked: asked.order == Order::Priority,
    };
    Ok(Page::public(page).into_response())
}

fn line(visit: &Visit, m: Matter, order: Order, weights: &Weights, tree: &Tree, offices: &Directory) -> Line {
    let t = visit.t;
    let ranked = order == Order::Priority && m.state.is_open();
    let (number, caption) = if ranked {
        let score = m.terms(weights, visit.app.env.today()).score();
        (points(t, score), t.matters_points().to_owned())
    } else if order == Order::Newest {
        (t.number(m.number), t.matters_number().to_owned())
    } else {
        (t.number(m.voice_count), t.matters_voices_caption(m.voice_count))
    };
    Line {
        href: m.path(),
        state: m.state.id(),
        facts: facts_of(t, &m, tree, offices),
        lang: if m.lang == "und" { String::new() } else { m.lang },
        title: m.title,
        number,
        caption,
    }
}

/// The choices of a filter, with "all" before them.
fn choices<'a>(
    t: T,
    ids: impl IntoIterator<Item = &'a str>,
    chosen: &str,
    name: impl Fn(&'a str) -> String,
) -> Choices {
    let all = (String::new(), t.form_all().to_owned(), chosen.is_empty());
    let each = ids.into_iter().map(|id| (id.to_owned(), name(id), id == chosen));
    std::iter::once(all).chain(each).collect()
}

fn places(visit: &Visit, tree: &Tree) -> Choices {
    let chosen = visit.ask("place");
    let mut out = choices(visit.t, [], chosen, str::to_owned);
    for (depth, place) in tree.in_order() {
        let name = format!("{}{}", "\u{2003}".repeat(depth.saturating_sub(1)), place.name);
        out.push((place.key.clone(), name, place.key == chosen));
    }
    out
}

/// The six steps that residents see counted; under them the states that are finer than a step, and the side exits.
fn states(visit: &Visit) -> Vec<(String, Choices)> {
    let t = visit.t;
    let chosen = if visit.ask("state").is_empty() {
        visit.ask("step")
    } else {
        visit.ask("state")
    };
    let group = |wanted: &dyn Fn(State) -> bool| -> Choices {
        let further = State::ALL
            .into_iter()
            .filter(|s| Step::parse(s.id()).is_none() && wanted(*s));
        further
            .map(|s| (s.id().to_owned(), t.state(s.id()).to_owned(), s.id() == chosen))
            .collect()
    };
    let mut steps = choices(t, Step::ALL.map(Step::id), chosen, |id| t.step(id).to_owned());
    let all: Choices = steps.drain(..1).collect();
    vec![
        (String::new(), all),
        (t.matters_filter_steps().to_owned(), steps),
        (
            t.matters_filter_within().to_owned(),
            group(&|s| s.step().is_some()),
        ),
        (
            t.matters_filter_exits().to_owned(),
            group(&|s| s.step().is_none()),
        ),
    ]
}

/// The filters whose value is not one of those offered, by the names they have on the form.
fn unknown(visit: &Visit, filter: &Filter) -> String {
    let t = visit.t;
    let names = [
        ("topic", t.matters_filter_topic(), !filter.topic.is_empty()),
        ("place", t.matters_filter_place(), filter.place.is_some()),
        (
            "state",
            t.matters_filter_state(),
            filter.state.is_some() || filter.step.is_some(),
        ),
        ("channel", t.matters_filter_channel(), !filter.channel.is_empty()),
        ("lead", t.matters_filter_lead(), filter.lead.is_some()),
    ];
    let left_out: Vec<&str> = names
        .into_iter()
        .filter(|(name, _, known)| !visit.ask(name).is_empty() && !known)
        .map(|(_, label, _)| label)
        .collect();
    t.list(&left_out)
}

fn leads(visit: &Visit, offices: &Directory) -> Choices {
    let chosen = visit.ask("lead");
    let mut named: Vec<_> = offices.offices().collect();
    named.sort_by(|a, b| visit.t.compare(&a.name, &b.name));
    let mut out = choices(visit.t, [], chosen, str::to_owned);
    out.extend(
        named
            .into_iter()
            .map(|p| (p.key.clone(), p.name.clone(), p.key == chosen)),
    );
    out
}

fn orders(t: T, chosen: Order) -> Choices {
    [
        (Order::Priority, t.matters_order_priority()),
        (Order::Newest, t.matters_order_newest()),
        (Order::Voices, t.matters_order_voices()),
    ]
    .map(|(order, name)| (order.id().to_owned(), name.to_owned(), order == chosen))
    .into()
}

/// The feed of newest matters, narrowed as the list is as far as feeds can be.
fn feed(visit: &Visit) -> String {
    let pairs = ["place", "topic", "lead"].map(|name| (name, visit.ask(name)));
    format!("/matters/feed.atom{}", url::query(&pairs))
}

/// The query of the page with another trail of cursors.
fn query_of(visit: &Visit, trail: impl IntoIterator<Item = i64>) -> String {
    let trail: Vec<String> = trail.into_iter().map(|n| n.to_string()).collect();
    let kept = visit
        .query
        .iter()
        .filter(|(name, _)| name != "after" && name != "lang")
        .map(|(name, value)| (name.as_str(), value.as_str()));
    let pairs: Vec<(&str, &str)> = kept.chain(trail.iter().map(|n| ("after", n.as_str()))).collect();
    url::query(&pairs)
}

fn with_trail(visit: &Visit, trail: impl IntoIterator<Item = i64>) -> String {
    let trail: Vec<i64> = trail.into_iter().collect();
    let kept = trail.len().saturating_sub(BACK);
    format!("/matters{}", query_of(visit, trail.into_iter().skip(kept)))
}

/// Which page this is of how many; empty where the trail was cut and so does not say.
fn at(t: T, trail: &[i64], all: i64) -> String {
    let page = trail.len() as i64 + 1;
    if trail.len() >= BACK {
        return String::new();
    }
    t.web_pager_at(&t.number(page), &t.number((all + PER_PAGE - 1) / PER_PAGE))
}

fn previous(visit: &Visit, trail: &[i64]) -> String {
    match trail.split_last() {
        Some((_, before)) => with_trail(visit, before.iter().copied()),
        None => String::new(),
    }
}

async fn file(visit: Visit) -> Outcome {
    rows(&visit).await.map_err(|e| visit.problem(e))
}

/// One row for each matter, all facts that the list knows, numbers as plain digits.
async fn rows(visit: &Visit) -> Result<Response, ActError> {
    let env = &visit.app.env;
    let (tree, offices) = (
        kapok_places::tree(env).await?,
        kapok_parties::directory(env).await?,
    );
    let weights = reads::weights(env).await?;
    let asked = asked(visit, &tree, &offices);
    let mut conn = env.db.read_long().await?;
    let matters = reads::list(&mut conn, &asked.filter, asked.order, None, IN_FILE).await?;
    let mut out = csv::Writer::from_writer(Vec::new());
    let mut write = |fields: Vec<String>| {
        // Writing into memory cannot fail for records of one length.
        let _ = out.write_record(fields);
    };
    let head = "number,title,language,state,since,topic,level,field,place,lead,voices,first_heard,reply_by,\
        answered,urgency,safety,equity,score_milli,done,not_yet";
    write(head.split(',').map(str::to_owned).collect());
    let day = |at: jiff::Timestamp| env.city.date(at).to_string();
    for m in &matters {
        let score = m
            .state
            .is_open()
            .then(|| m.terms(&weights, env.today()).score().to_string());
        write(vec![
            m.number.to_string(),
            tame(&m.title),
            m.lang.clone(),
            m.state.id().to_owned(),
            day(m.state_at),
            m.topic.clone(),
            m.level.clone(),
            m.field.clone(),
            tame(tree.name(m.place)),
            tame(offices.name(m.lead)),
            m.voice_count.to_string(),
            day(m.first_heard),
            m.reply_by.map(|d| d.to_string()).unwrap_or_default(),
            m.answered.map(day).unwrap_or_default(),
            m.urgency.to_string(),
            m.safety.to_string(),
            m.equity.to_string(),
            score.unwrap_or_default(),
            m.done_count.to_string(),
            m.not_yet_count.to_string(),
        ]);
    }
    let bytes = out.into_inner().unwrap_or_default();
    Ok(kapok_web::csv(
        "matters",
        String::from_utf8(bytes).unwrap_or_default(),
    ))
}

/// Text that a spreadsheet would take for a formula gets an apostrophe (OWASP, "CSV Injection").
fn tame(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}
