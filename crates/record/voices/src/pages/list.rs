//! All voices, or those that wait for an answer: the rows behind the number on the front page.

use askama::Template;
use axum::response::IntoResponse;
use kapok_acts::ActError;
use kapok_places::Tree;
use kapok_store::Conn;
use kapok_store::ids::MatterId;
use kapok_web::{Chrome, Outcome, Page, Visit};

use super::{Choice, View, Words, channels, languages};
use crate::model::Channel;
use crate::reads::{self, VoiceFilter};

/// Voices on a page.
const PAGE: i64 = 50;
/// Voices that are counted one by one for a filter; beyond that the count is a lower limit.
const COUNTED: i64 = 1_000;

#[derive(Template)]
#[template(path = "voices_list.html")]
struct ListPage {
    c: Chrome,
    title: String,
    lede: String,
    count: String,
    /// Page of the matter whose voices these are; empty for voices of all matters.
    matter: String,
    /// What the filters keep besides their fields: names and values.
    kept: Vec<(&'static str, String)>,
    unanswered: bool,
    filtered: bool,
    places: Vec<Choice>,
    channels: Vec<Choice>,
    langs: Vec<Choice>,
    rows: Vec<View>,
    next: String,
}

pub(super) async fn page(visit: Visit) -> Outcome {
    let page = build(&visit).await.map_err(|e| visit.problem(e))?;
    Ok(Page::public(page).into_response())
}

async fn build(visit: &Visit) -> Result<ListPage, ActError> {
    let (env, t) = (&visit.app.env, visit.t);
    let tree = kapok_places::tree(env).await?;
    let directory = kapok_parties::directory(env).await?;
    let unanswered = !visit.ask("unanswered").is_empty();
    let year = visit
        .ask("year")
        .parse::<i16>()
        .ok()
        .filter(|y| (1900..=9998).contains(y));
    let new_year = |year: i16| env.city.start_of(jiff::civil::date(year, 1, 1));
    let matter = MatterId::parse(visit.ask("matter"));
    let filter = VoiceFilter {
        matter,
        since: year.map(new_year),
        until: year.map(|y| new_year(y + 1)),
        channel: Channel::parse(visit.ask("channel")),
        lang: Some(visit.ask("lang-said").to_owned()).filter(|l| !l.is_empty()),
        places: tree.by_key(visit.ask("place")).map(|p| tree.within(p.id)),
    };
    let from = visit.ask("from").parse::<i64>().ok();
    let before = env.days_ago(env.city.days_to_answer);
    let mut conn = env.db.read().await?;
    // One more than shown tells whether there is a next page.
    let (mut voices, count) = if unanswered {
        let rows = reads::unanswered(&mut conn, &filter, before, from, PAGE + 1).await?;
        (rows, count(&mut conn, &filter, Some(before), None).await?)
    } else {
        let rows = reads::list(&mut conn, &filter, from, PAGE + 1).await?;
        (rows, count(&mut conn, &filter, None, year).await?)
    };
    drop(conn);
    let more = i64::try_from(voices.len()).unwrap_or(0) > PAGE;
    voices.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    let c = visit.chrome("");
    let last = voices.last().map(|v| v.number.to_string());
    let words = Words {
        t,
        env,
        tree: &tree,
        directory: &directory,
    };
    Ok(ListPage {
        title: match year {
            _ if unanswered => t.voices_unanswered_title().to_owned(),
            _ if matter.is_some() => t.voices_of_matter().to_owned(),
            Some(year) => t.voices_of_year(&year.to_string()),
            None => t.voices_title().to_owned(),
        },
        matter: matter.map(|id| format!("/m/{id}")).unwrap_or_default(),
        kept: [
            ("year", year.map(|y| y.to_string())),
            ("matter", matter.map(|id| id.to_string())),
        ]
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .collect(),
        lede: if unanswered {
            t.voices_unanswered_lede(&t.days(env.city.days_to_answer))
        } else {
            t.voices_lede().to_owned()
        },
        count: match count {
            Some(n) => t.matters_voices(n),
            None => t.voices_at_least(&t.number(COUNTED)),
        },
        unanswered,
        filtered: filter != VoiceFilter::default(),
        places: places(&tree, t.form_all(), visit.ask("place")),
        channels: channels(t, Some(t.form_all()), visit.ask("channel"), |_| true),
        langs: languages(t, t.form_all(), visit.ask("lang-said")),
        rows: voices.iter().map(|v| View::in_list(&words, v)).collect(),
        next: last
            .filter(|_| more)
            .map(|n| c.with("from", &n))
            .unwrap_or_default(),
        c,
    })
}

/// How many voices the list has; none for more than are counted one by one. All, those of a year and those without an
/// answer have counters of their own.
async fn count(
    conn: &mut Conn,
    filter: &VoiceFilter,
    unanswered_before: Option<jiff::Timestamp>,
    year: Option<i16>,
) -> Result<Option<i64>, ActError> {
    let all_of_it = VoiceFilter {
        since: filter.since,
        until: filter.until,
        ..VoiceFilter::default()
    };
    match (unanswered_before, year) {
        (Some(before), _) if *filter == VoiceFilter::default() => {
            Ok(Some(reads::unanswered_count(conn, before).await?))
        }
        (None, None) if *filter == VoiceFilter::default() => Ok(Some(reads::heard_ever(conn).await?)),
        (None, Some(year)) if *filter == all_of_it => {
            let by_channel = reads::heard_this_year(conn, year).await?;
            Ok(Some(by_channel.iter().map(|(_, n)| n).sum()))
        }
        _ => reads::fitting(conn, filter, unanswered_before, COUNTED).await,
    }
}

/// Places to choose from by their keys, indented by their depth.
fn places(tree: &Tree, all: &str, chosen: &str) -> Vec<Choice> {
    let none = (String::new(), all.to_owned(), chosen.is_empty());
    let choice = |(depth, place): (usize, &kapok_places::Place)| {
        let name = format!("{}{}", "\u{2003}".repeat(depth), place.name);
        (place.key.clone(), name, place.key == chosen)
    };
    std::iter::once(none)
        .chain(tree.in_order().into_iter().map(choice))
        .collect()
}
