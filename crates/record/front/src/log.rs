//! The public log: every act in order, with filters and a feed.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::IntoResponse;
use axum::routing::get;
use kapok_acts::Kind;
use kapok_acts::log;
use kapok_store::Value;
use kapok_store::ids::ActId;
use kapok_web::{App, Chrome, Outcome, Page, Problem, Visit, url, xml};

mod open;
mod words;

pub use words::{EntryView, facts, facts_named, sentence_id, who};

const PER_PAGE: i64 = 50;
/// Acts that are counted for a filter; beyond that the count is a lower limit, so that no filter costs a walk over all.
const COUNTED: i64 = 1_000;
const IN_FEED: i64 = 40;

/// The routes of the log.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/log", get(list))
        .route("/log/feed.atom", get(feed))
        .route("/log/{id}", get(one))
        .merge(open::routes())
}

/// What the address asks for.
struct Asked {
    /// Conditions of the list, without where the page begins.
    conditions: Vec<(&'static str, Value)>,
    /// The act below which the page begins.
    before: Option<ActId>,
    /// Number and title of the matter asked for.
    matter: Option<(i64, String)>,
    /// Names of what was asked for and is not known.
    unknown: Vec<&'static str>,
}

/// A choice of a filter: value, words, whether it is chosen.
type Choice = (String, String, bool);

#[derive(Template)]
#[template(path = "front_log.html")]
struct LogPage {
    c: Chrome,
    entries: Vec<EntryView>,
    kinds: Vec<(String, Vec<Choice>)>,
    actors: Vec<Choice>,
    offices: Vec<Choice>,
    from: String,
    to: String,
    /// Number of the matter asked for, as it was typed.
    number: String,
    /// Number and title of the matter asked for, when there is one.
    matter: Option<(i64, String)>,
    /// Names of the filters that were not understood.
    unknown: String,
    filtered: bool,
    next: String,
    count: String,
}

/// Reads the address; what cannot be read is named, so that nobody takes the whole log for a part of it.
async fn asked(visit: &Visit) -> Result<Asked, Problem> {
    let env = &visit.app.env;
    let mut out: Vec<(&'static str, Value)> = Vec::new();
    let mut unknown = Vec::new();
    let mut take = |name: &'static str, value: Option<Value>| match value {
        Some(value) => out.push((name, value)),
        None if visit.ask(name).is_empty() => {}
        None => unknown.push(name),
    };
    take("kind", Kind::parse(visit.ask("kind")).map(|k| k.name().into()));
    let actor = Some(visit.ask("actor")).filter(|a| ["resident", "officer", "system"].contains(a));
    take("actor", actor.map(Value::from));
    let directory = kapok_parties::directory(env)
        .await
        .map_err(|e| visit.problem(e))?;
    take(
        "office",
        directory.by_key(visit.ask("office")).map(|o| o.id.into()),
    );
    let day = |name| visit.ask(name).parse::<jiff::civil::Date>().ok();
    take("from", day("from").map(|d| env.city.start_of(d).into()));
    let after = day("to").and_then(|d| d.tomorrow().ok());
    take("to", after.map(|d| env.city.start_of(d).into()));
    let matter = match visit.ask("matter").parse() {
        Ok(number) => {
            let mut conn = env.db.read().await.map_err(|e| visit.problem(e))?;
            kapok_matters::reads::by_number(&mut conn, number)
                .await
                .map_err(|e| visit.problem(e))?
        }
        Err(_) => None,
    };
    take("matter", matter.as_ref().map(|m| m.id.into()));
    Ok(Asked {
        conditions: out,
        before: ActId::parse(visit.ask("before")),
        matter: matter.map(|m| (m.number, m.title)),
        unknown,
    })
}

impl Asked {
    /// The conditions of one page of the list.
    fn page(&self) -> Vec<(&'static str, Value)> {
        let mut out = self.conditions.clone();
        out.extend(self.before.map(|before| ("before", before.into())));
        out
    }
}

/// The kinds of act, in the order of the loop, under the thing they are about.
fn kinds(visit: &Visit) -> Vec<(String, Vec<Choice>)> {
    let (t, chosen) = (visit.t, visit.ask("kind"));
    let group = |kind: Kind| match kind.name().split('.').next().unwrap_or_default() {
        "voice" => t.log_group_voices(),
        "matter" | "appeal" | "weights" => t.log_group_matters(),
        "commitment" => t.log_group_promises(),
        "outcome" => t.log_group_results(),
        "case" | "programme" => t.log_group_cases(),
        _ => t.log_group_register(),
    };
    let all = (String::new(), t.form_all().to_owned(), chosen.is_empty());
    let mut out = vec![(String::new(), vec![all])];
    for kind in Kind::all() {
        let name = kind.name();
        let words = t.message(&sentence_id(name)).unwrap_or(name);
        let choice = (name.to_owned(), words.to_owned(), chosen == name);
        match out.last_mut() {
            Some((label, choices)) if label == group(kind) => choices.push(choice),
            _ => out.push((group(kind).to_owned(), vec![choice])),
        }
    }
    out
}

/// The filters that were not understood, by the names they have on the form.
fn unknown(visit: &Visit, names: &[&str]) -> String {
    let t = visit.t;
    let label = |name: &&str| match *name {
        "kind" => t.log_filter_kind(),
        "actor" => t.log_filter_actor(),
        "office" => t.log_filter_office(),
        "matter" => t.log_filter_matter(),
        "from" => t.log_filter_from(),
        _ => t.log_filter_to(),
    };
    t.list(&names.iter().map(label).collect::<Vec<_>>())
}

async fn list(visit: Visit) -> Outcome {
    let t = visit.t;
    let env = &visit.app.env;
    let asked = asked(&visit).await?;
    let filtered = !asked.conditions.is_empty() || !asked.unknown.is_empty();
    let mut conn = env.db.read().await.map_err(|e| visit.problem(e))?;
    let mut entries = log::page(&mut conn, asked.page(), PER_PAGE + 1)
        .await
        .map_err(|e| visit.problem(e))?;
    let total = t.number(log::count(&mut conn).await.map_err(|e| visit.problem(e))?);
    let count = if asked.conditions.is_empty() {
        t.log_total(&total)
    } else {
        let found = log::found(&mut conn, asked.conditions, COUNTED)
            .await
            .map_err(|e| visit.problem(e))?;
        let words = match found {
            Some(n) => t.number(n),
            None => t.base_at_least(&t.number(COUNTED)),
        };
        t.log_found(&words, &total)
    };
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
    let kinds = kinds(&visit);
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
        number: visit.ask("matter").to_owned(),
        unknown: unknown(&visit, &asked.unknown),
        matter: asked.matter,
        filtered,
        next,
        count,
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
    /// Its place in the log; empty while it waits for one.
    place: String,
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
        place: entry
            .tree_index
            .map(|index| visit.t.number(index))
            .unwrap_or_default(),
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
    let conditions = asked(&visit).await?.page();
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
