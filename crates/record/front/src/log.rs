//! The public log: every act in order, with filters and a feed.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::IntoResponse;
use axum::routing::get;
use kapok_acts::log::{self, Entry};
use kapok_acts::{Env, Kind, Role};
use kapok_i18n::T;
use kapok_store::Value;
use kapok_store::ids::ActId;
use kapok_web::{App, Chrome, Outcome, Page, Visit, said, url, xml};

const PER_PAGE: i64 = 50;
const IN_FEED: i64 = 40;

/// The routes of the log.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/log", get(list))
        .route("/log/feed.atom", get(feed))
        .route("/log/{id}", get(one))
}

/// An act in the reader's words.
pub struct EntryView {
    /// Its id, for its own page.
    pub id: String,
    /// Time for machines.
    pub iso: String,
    /// Time for people.
    pub time: String,
    /// Who, with the office.
    pub who: String,
    /// What.
    pub sentence: String,
    /// Why.
    pub reason: String,
    /// Facts with their labels.
    pub facts: Vec<(String, String)>,
    /// Address of the matter, empty for none.
    pub matter: String,
    /// Name of the kind.
    pub kind: String,
}

/// Message id of a kind's sentence.
#[must_use]
pub fn sentence_id(kind: &str) -> String {
    format!("log-act-{}", kind.replace('.', "-"))
}

/// Who acted, in public: staff under name and office, residents never by name.
#[must_use]
pub fn who(t: T, entry: &Entry) -> String {
    match entry.actor_kind.as_str() {
        "officer" if entry.actor_office.is_empty() => entry.actor_name.clone(),
        "officer" => format!("{}, {}", entry.actor_name, entry.actor_office),
        "resident" => t.log_resident().to_owned(),
        _ => t.log_system().to_owned(),
    }
}

/// The facts of an act with labels; facts that are only there for machines are left out.
#[must_use]
pub fn facts(t: T, entry: &Entry) -> Vec<(String, String)> {
    facts_named(t, entry, "")
}

/// The fact of one name, or all for an empty name.
#[must_use]
pub fn facts_named(t: T, entry: &Entry, only: &str) -> Vec<(String, String)> {
    entry
        .facts()
        .into_iter()
        .filter(|(name, _)| only.is_empty() || name == only)
        .filter_map(|(name, fact)| {
            let label = t.message(&format!("log-fact-{}", name.replace('_', "-")))?;
            let value = match fact {
                kapok_log::Fact::Int(n) => t.number(n),
                kapok_log::Fact::Flag(true) => t.form_yes().to_owned(),
                kapok_log::Fact::Flag(false) => t.form_no().to_owned(),
                kapok_log::Fact::Text(text) => words(t, &name, text),
            };
            Some((label.to_owned(), value))
        })
        .collect()
}

/// A fact of text as people read it: codes of topics and states by their names, dates by the language's habit.
fn words(t: T, name: &str, text: String) -> String {
    if let Ok(date) = text.parse::<jiff::civil::Date>() {
        return t.date(date);
    }
    let named = match name {
        "topic" => t.topic(&text),
        "channel" => t.channel(&text),
        "state" | "to" | "from" | "against" => t.state(&text),
        "level" => t.level(&text),
        "field" => t.field(&text),
        "lang" => t.language(&text),
        "case" | "title" | "title_before" | "indicator" | "name" | "office" | "lead" | "unit" | "file" => {
            &text
        }
        // Older acts say whose second factor was switched on or off.
        "what" => t.log_value_sign_in(),
        "roles" | "roles_before" => {
            return text
                .split(' ')
                .filter_map(Role::parse)
                .map(|role| kapok_parties::pages::role_name(t, role))
                .collect::<Vec<_>>()
                .join(", ");
        }
        _ => t.message(&format!("log-value-{text}")).unwrap_or(&text),
    };
    t.isolate(named).into_owned()
}

impl EntryView {
    /// An entry in the reader's words.
    #[must_use]
    pub fn new(t: T, env: &Env, entry: &Entry) -> Self {
        let zoned = entry.at.to_zoned_datetime(env.city.time_zone.clone());
        Self {
            id: entry.id.to_string(),
            iso: entry.at.to_string(),
            time: t.date_time(zoned.datetime()),
            who: who(t, entry),
            sentence: said::sentence(t, entry),
            reason: said::reason_of(t, entry),
            facts: facts(t, entry),
            matter: entry
                .matter_id
                .map(|id| format!("/m/{}", kapok_store::ids::MatterId(id)))
                .unwrap_or_default(),
            kind: entry.kind.clone(),
        }
    }
}

#[derive(Template)]
#[template(path = "front_log.html")]
struct LogPage {
    c: Chrome,
    entries: Vec<EntryView>,
    kinds: Vec<(String, String, bool)>,
    actors: Vec<(String, String, bool)>,
    offices: Vec<(String, String, bool)>,
    from: String,
    to: String,
    filtered: bool,
    next: String,
    total: String,
}

/// What the address asks for, as conditions of the list; words that cannot be read are left out.
async fn asked(visit: &Visit) -> Result<Vec<(&'static str, Value)>, kapok_web::Problem> {
    let env = &visit.app.env;
    let mut out: Vec<(&'static str, Value)> = Vec::new();
    if let Some(kind) = Kind::parse(visit.ask("kind")) {
        out.push(("kind", kind.name().into()));
    }
    if matches!(visit.ask("actor"), "resident" | "officer" | "system") {
        out.push(("actor", visit.ask("actor").into()));
    }
    let directory = kapok_parties::directory(env)
        .await
        .map_err(|e| visit.problem(e))?;
    if let Some(office) = directory.by_key(visit.ask("office")) {
        out.push(("office", office.id.into()));
    }
    if let Ok(from) = visit.ask("from").parse() {
        out.push(("from", env.city.start_of(from).into()));
    }
    if let Some(after) = visit
        .ask("to")
        .parse::<jiff::civil::Date>()
        .ok()
        .and_then(|d| d.tomorrow().ok())
    {
        out.push(("to", env.city.start_of(after).into()));
    }
    if let Ok(number) = visit.ask("matter").parse() {
        let mut conn = env.db.read().await.map_err(|e| visit.problem(e))?;
        let found = kapok_matters::reads::by_number(&mut conn, number)
            .await
            .map_err(|e| visit.problem(e))?;
        out.extend(found.map(|m| ("matter", m.id.into())));
    }
    if let Some(before) = ActId::parse(visit.ask("before")) {
        out.push(("before", before.into()));
    }
    Ok(out)
}

async fn list(visit: Visit) -> Outcome {
    let t = visit.t;
    let env = &visit.app.env;
    let conditions = asked(&visit).await?;
    let filtered = !conditions.is_empty();
    let mut conn = env.db.read().await.map_err(|e| visit.problem(e))?;
    let mut entries = log::page(&mut conn, conditions, PER_PAGE + 1)
        .await
        .map_err(|e| visit.problem(e))?;
    let total = log::count(&mut conn).await.map_err(|e| visit.problem(e))?;
    drop(conn);
    let more = entries.len() > usize::try_from(PER_PAGE).unwrap_or_default();
    entries.truncate(usize::try_from(PER_PAGE).unwrap_or_default());
    let c = visit.chrome("log").feed("/log/feed.atom");
    let next = match entries.last() {
        Some(last) if more => c.with("before", &last.id.to_string()),
        _ => String::new(),
    };
    let option =
        |value: &str, label: &str, name: &str| (value.to_owned(), label.to_owned(), visit.ask(name) == value);
    let mut kinds: Vec<_> = Kind::all()
        .map(|k| {
            option(
                k.name(),
                t.message(&sentence_id(k.name())).unwrap_or(k.name()),
                "kind",
            )
        })
        .collect();
    kinds.sort_by(|a, b| t.compare(&a.1, &b.1));
    kinds.insert(0, option("", t.form_all(), "kind"));
    let actors = vec![
        option("", t.form_all(), "actor"),
        option("resident", t.log_actor_resident(), "actor"),
        option("officer", t.log_actor_officer(), "actor"),
        option("system", t.log_actor_system(), "actor"),
    ];
    let directory = kapok_parties::directory(env)
        .await
        .map_err(|e| visit.problem(e))?;
    let mut offices: Vec<_> = directory
        .offices()
        .map(|o| option(&o.key, &o.name, "office"))
        .collect();
    offices.insert(0, option("", t.form_all(), "office"));
    let page = LogPage {
        entries: entries.iter().map(|e| EntryView::new(t, env, e)).collect(),
        kinds,
        actors,
        offices,
        from: visit.ask("from").to_owned(),
        to: visit.ask("to").to_owned(),
        filtered,
        next,
        total: t.number(total),
        c,
    };
    Ok(Page::public(page).into_response())
}

#[derive(Template)]
#[template(path = "front_log_act.html")]
struct ActPage {
    c: Chrome,
    entry: EntryView,
    canonical: String,
    hash: String,
    intact: bool,
    reason_removed: bool,
}

async fn one(visit: Visit, Path(id): Path<String>) -> Outcome {
    let env = &visit.app.env;
    let id = ActId::parse(&id).ok_or_else(|| visit.not_found())?;
    let mut conn = env.db.read().await.map_err(|e| visit.problem(e))?;
    let found = log::one(&mut conn, id).await.map_err(|e| visit.problem(e))?;
    let entry = found.ok_or_else(|| visit.not_found())?;
    let page = ActPage {
        c: visit.chrome("log"),
        canonical: entry.act().canonical(),
        hash: kapok_log::hex(&entry.leaf_hash),
        intact: entry.intact(),
        reason_removed: entry.reason.as_deref() == Some(""),
        entry: EntryView::new(visit.t, env, &entry),
    };
    Ok(Page::public(page).into_response())
}

/// An Atom feed (RFC 4287) of acts.
#[derive(Template)]
#[template(path = "front_feed.xml")]
pub struct Feed {
    /// Language of the words.
    pub lang: &'static str,
    /// Title of the feed.
    pub title: String,
    /// Address of the page it follows.
    pub page: String,
    /// Address of the feed.
    pub me: String,
    /// Public address of the server.
    pub base: String,
    /// Time of the newest entry.
    pub updated: String,
    /// Entries, newest first.
    pub entries: Vec<EntryView>,
}

impl Feed {
    /// The answer that carries it.
    pub fn respond(&self) -> axum::response::Response {
        xml("application/atom+xml; charset=utf-8", self)
    }
}

async fn feed(State(app): State<App>, visit: Visit) -> Outcome {
    let conditions = asked(&visit).await?;
    let mut conn = app.env.db.read().await.map_err(|e| visit.problem(e))?;
    let entries = log::page(&mut conn, conditions, IN_FEED)
        .await
        .map_err(|e| visit.problem(e))?;
    let pairs: Vec<(&str, &str)> = visit
        .query
        .iter()
        .map(|(n, v)| (n.as_str(), v.as_str()))
        .collect();
    let query = url::query(&pairs);
    let feed = Feed {
        lang: visit.t.lang().bcp47(),
        title: format!("{} – {}", visit.t.log_title(), app.env.city.name),
        page: format!("/log{query}"),
        me: format!("/log/feed.atom{query}"),
        base: app.env.city.public_url.clone(),
        updated: entries
            .first()
            .map_or_else(|| app.env.now().to_string(), |e| e.at.to_string()),
        entries: entries
            .iter()
            .map(|e| EntryView::new(visit.t, &app.env, e))
            .collect(),
    };
    Ok(feed.respond())
}
