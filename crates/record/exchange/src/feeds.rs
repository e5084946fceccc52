//! Feeds: Atom (RFC 4287) and JSON Feed 1.1 with the same entries. The Atom feeds of the log and of one matter are pages of
//! `front`; their JSON twins are here.
//!
//! | Address | Entries |
//! |---|---|
//! | `/log/feed.json` | newest acts |
//! | `/matters/NUMBER/feed.json` | newest acts of a matter |
//! | `/matters/feed.atom`, `.json` | newest matters; `?place=`, `?topic=` and `?lead=` narrow them |
//! | `/promises/feed.atom`, `.json` | newest acts about promises |

use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use kapok_acts::{ActError, Kind, log};
use kapok_front::log::EntryView;
use kapok_matters::{Filter, Order, reads};
use kapok_store::Value;
use kapok_web::{App, Outcome, Visit, url};
use serde_json::json;

use crate::pages::answer;

/// Entries of a feed.
const ENTRIES: i64 = 40;

/// The routes of the feeds.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/log/feed.json", get(log_json))
        .route("/matters/{number}/feed.json", get(matter_json))
        .route(
            "/matters/feed.atom",
            get(|v: Visit| async move { matters(&v, Form::Atom).await.map_err(|e| v.problem(e)) }),
        )
        .route(
            "/matters/feed.json",
            get(|v: Visit| async move { matters(&v, Form::Json).await.map_err(|e| v.problem(e)) }),
        )
        .route(
            "/promises/feed.atom",
            get(|v: Visit| async move { promises(&v, Form::Atom).await.map_err(|e| v.problem(e)) }),
        )
        .route(
            "/promises/feed.json",
            get(|v: Visit| async move { promises(&v, Form::Json).await.map_err(|e| v.problem(e)) }),
        )
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Atom,
    Json,
}

/// One entry.
struct Item {
    /// Path of its page; with the server's address also its id.
    path: String,
    title: String,
    summary: String,
    at: String,
    who: String,
    lang: String,
}

/// A feed, before it is written.
struct Feed {
    base: String,
    lang: &'static str,
    title: String,
    /// Path of the page that it follows.
    page: String,
    /// Its own path without ending.
    me: String,
    query: String,
    /// When it last changed; now for a feed without entries.
    updated: String,
    items: Vec<Item>,
}

impl Feed {
    fn new(visit: &Visit, title: &str, page: &str, me: &str, items: Vec<Item>) -> Self {
        let env = &visit.app.env;
        let pairs = visit.query.iter().map(|(n, v)| (n.as_str(), v.as_str()));
        Self {
            base: env.city.public_url.clone(),
            lang: visit.t.lang().bcp47(),
            title: format!("{title} – {}", env.city.name),
            page: page.to_owned(),
            me: me.to_owned(),
            query: url::query(&pairs.collect::<Vec<_>>()),
            updated: items
                .iter()
                .map(|i| i.at.clone())
                .max()
                .unwrap_or_else(|| env.now().to_string()),
            items,
        }
    }

    fn respond(&self, form: Form) -> Response {
        match form {
            Form::Atom => answer("application/atom+xml; charset=utf-8", self.atom()),
            Form::Json => answer("application/feed+json", self.json()),
        }
    }

    fn atom(&self) -> String {
        let base = xml(&self.base);
        let page = format!("{base}{}{}", xml(&self.page), xml(&self.query));
        let mut out = format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
             <id>{page}</id>\n<title>{}</title>\n<updated>{}</updated>\n\
             <link rel=\"self\" type=\"application/atom+xml\" href=\"{base}{}.atom{}\"/>\n\
             <link rel=\"alternate\" type=\"text/html\" href=\"{page}\"/>\n<generator>Kapok</generator>\n",
            self.lang,
            xml(&self.title),
            self.updated,
            xml(&self.me),
            xml(&self.query),
        );
        for i in &self.items {
            let at = format!("{base}{}", xml(&i.path));
            let lang = if i.lang.is_empty() {
                String::new()
            } else {
                format!(" xml:lang=\"{}\"", xml(&i.lang))
            };
            out.push_str(&format!(
                "<entry{lang}>\n<id>{at}</id>\n<title>{}</title>\n<updated>{}</updated>\n<author><name>{}</name></author>\n\
                 <link rel=\"alternate\" type=\"text/html\" href=\"{at}\"/>\n<summary>{}</summary>\n</entry>\n",
                xml(&i.title),
                i.at,
                xml(&i.who),
                xml(&i.summary),
            ));
        }
        out.push_str("</feed>\n");
        out
    }

    fn json(&self) -> String {
        let item = |i: &Item| {
            let at = format!("{}{}", self.base, i.path);
            let mut out = json!({
                "id": at,
                "url": at,
                "title": i.title,
                // An item must have content; where there is no more to say, the title is said again.
                "content_text": if i.summary.is_empty() { &i.title } else { &i.summary },
                "date_modified": i.at,
                "authors": [{ "name": i.who }],
            });
            if !i.lang.is_empty() {
                out["language"] = json!(i.lang);
            }
            out
        };
        json!({
            "version": "https://jsonfeed.org/version/1.1",
            "title": self.title,
            "home_page_url": format!("{}{}{}", self.base, self.page, self.query),
            "feed_url": format!("{}{}.json{}", self.base, self.me, self.query),
            "language": self.lang,
            "items": self.items.iter().map(item).collect::<Vec<_>>(),
        })
        .to_string()
    }
}

/// Text as it may stand in XML 1.0, where most control characters may not stand at all.
pub(crate) fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(c),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            c => out.push(c),
        }
    }
    out
}

fn acts(visit: &Visit, entries: &[log::Entry]) -> Vec<Item> {
    entries
        .iter()
        .map(|entry| {
            let view = EntryView::new(visit.t, &visit.app.env, entry);
            let mut said: Vec<String> = view
                .facts
                .iter()
                .map(|(label, value)| format!("{label}: {value}"))
                .collect();
            said.extend((!view.reason.is_empty()).then(|| view.reason.clone()));
            Item {
                path: format!("/log/{}", view.id),
                title: view.sentence,
                summary: said.join("; "),
                at: view.iso,
                who: view.who,
                lang: String::new(),
            }
        })
        .collect()
}

async fn log_json(visit: Visit) -> Outcome {
    let mut conn = visit.app.env.db.read().await.map_err(|e| visit.problem(e))?;
    let entries = log::page(&mut conn, Vec::new(), ENTRIES)
        .await
        .map_err(|e| visit.problem(e))?;
    let items = acts(&visit, &entries);
    Ok(Feed::new(&visit, visit.t.log_title(), "/log", "/log/feed", items).respond(Form::Json))
}

async fn matter_json(visit: Visit, Path(number): Path<String>) -> Outcome {
    let number = number.parse::<i64>().map_err(|_| visit.not_found())?;
    let mut conn = visit.app.env.db.read().await.map_err(|e| visit.problem(e))?;
    let found = reads::by_number(&mut conn, number)
        .await
        .map_err(|e| visit.problem(e))?;
    let matter = found.ok_or_else(|| visit.not_found())?;
    let asked = vec![("matter", Value::from(matter.id))];
    let entries = log::page(&mut conn, asked, ENTRIES)
        .await
        .map_err(|e| visit.problem(e))?;
    let items = acts(&visit, &entries);
    let me = format!("{}/feed", matter.path());
    Ok(Feed::new(&visit, &matter.title, &matter.path(), &me, items).respond(Form::Json))
}

async fn matters(visit: &Visit, form: Form) -> Result<Response, ActError> {
    let env = &visit.app.env;
    let (tree, directory) = (
        kapok_places::tree(env).await?,
        kapok_parties::directory(env).await?,
    );
    let place = tree.by_key(visit.ask("place"));
    let topic = kapok_matters::model::TOPICS
        .iter()
        .find(|t| **t == visit.ask("topic"));
    let filter = Filter {
        place: place.map(|p| p.id),
        topic: topic.map(|t| (*t).to_owned()).unwrap_or_default(),
        lead: directory.by_key(visit.ask("lead")).map(|p| p.id),
        ..Filter::default()
    };
    let mut conn = env.db.read().await?;
    let found = reads::list(&mut conn, &filter, Order::Newest, None, ENTRIES).await?;
    let items = found
        .into_iter()
        .map(|m| Item {
            path: m.path(),
            at: m.state_at.to_string(),
            summary: format!("{}: {}", visit.t.state(m.state.id()), m.summary),
            who: m
                .lead
                .map_or_else(|| env.city.name.clone(), |lead| directory.name(lead).to_owned()),
            lang: if m.lang == "und" { String::new() } else { m.lang },
            title: m.title,
        })
        .collect();
    let mut title = visit.t.nav_matters().to_owned();
    for part in [place.map(|p| p.name.as_str()), topic.map(|t| visit.t.topic(t))]
        .into_iter()
        .flatten()
    {
        title = format!("{title} – {part}");
    }
    Ok(Feed::new(visit, &title, "/matters", "/matters/feed", items).respond(form))
}

async fn promises(visit: &Visit, form: Form) -> Result<Response, ActError> {
    let mut conn = visit.app.env.db.read().await?;
    let mut entries = Vec::new();
    for kind in Kind::all().filter(|k| k.name().starts_with("commitment.")) {
        let asked = vec![("kind", Value::from(kind.name()))];
        entries.extend(log::page(&mut conn, asked, ENTRIES).await?);
    }
    entries.sort_by_key(|e| std::cmp::Reverse((e.at, e.id)));
    entries.truncate(usize::try_from(ENTRIES).unwrap_or_default());
    let items = acts(visit, &entries);
    Ok(Feed::new(
        visit,
        visit.t.nav_promises(),
        "/promises",
        "/promises/feed",
        items,
    )
    .respond(form))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_carry_is_left_out() {
        assert_eq!(
            xml("a<b & \"c\"\u{1}\u{b}\n>"),
            "a&lt;b &amp; &quot;c&quot;\n&gt;"
        );
    }
}
