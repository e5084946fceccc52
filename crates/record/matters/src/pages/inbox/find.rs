//! What the inbox reads, in six queries whatever the number of voices.

use kapok_acts::{ActError, Actor};
use kapok_store::Conn;
use kapok_store::ids::ActId;
use kapok_voices::{InboxFilter, Voice};
use kapok_web::Visit;

use super::Typed;
use super::asked::{Asked, Did};
use super::view::{Suggestion, Words};
use crate::filter::{Filter, Order};
use crate::{likeness, reads};

/// Voices in the list beside the one that is shown.
const WINDOW: i64 = 12;
/// Suggested matters: one key each.
const SUGGESTED: usize = 3;
/// Matters found by words.
const FOUND: i64 = 6;
/// Below this likeness a suggested matter does not give its topic to a new one.
const LENDS_TOPIC: f64 = 0.3;

/// What was read for the page.
pub(super) struct Found {
    pub voices: Vec<Voice>,
    pub more: bool,
    pub left: i64,
    pub in_other_box: i64,
    pub suggestions: Vec<Suggestion>,
    pub topic: String,
    pub current: Option<usize>,
    /// Whether the voice that the address names is in the list.
    pub has_asked: bool,
    pub last: Option<ActId>,
}

/// Six queries: the list, two counts, what looks like the voice or was searched, what can be undone.
pub(super) async fn find(
    visit: &Visit,
    w: &Words<'_>,
    asked: &Asked,
    typed: &Typed,
) -> Result<Found, ActError> {
    let env = &visit.app.env;
    let office = visit.actor.office();
    let filter = asked.filter(w.tree, office);
    let other = InboxFilter {
        office: office.filter(|_| !asked.mine),
        ..InboxFilter::default()
    };
    let mut conn = env.db.read().await?;
    let mut voices = kapok_voices::inbox(&mut conn, &filter, asked.from, WINDOW + 1).await?;
    let more = voices.len() as i64 > WINDOW;
    voices.truncate(WINDOW as usize);
    let left = kapok_voices::inbox_count(&mut conn, &filter).await?;
    let in_other_box = kapok_voices::inbox_count(&mut conn, &other).await?;
    let sent = typed.form.get("voice");
    let current = voices
        .iter()
        .position(|v| v.id.to_string() == sent)
        .or_else(|| voices.iter().position(|v| Some(v.number) == asked.at))
        .or(if voices.is_empty() { None } else { Some(0) });
    let has_asked = voices.iter().any(|v| Some(v.number) == asked.at);
    let mut topic = String::new();
    let suggestions = match current.and_then(|i| voices.get(i)) {
        Some(_) if !asked.search.is_empty() => search(&mut conn, w, &asked.search).await?,
        Some(voice) if env.city.automatic.similar => alike(&mut conn, w, &voice.text, &mut topic).await?,
        _ => Vec::new(),
    };
    let last = match (&visit.actor, asked.did) {
        (Actor::Staff { account, .. }, Did::Nothing) => reads::last_sorting(env, &mut conn, *account).await?,
        _ => None,
    };
    Ok(Found {
        voices,
        more,
        left,
        in_other_box,
        suggestions,
        topic,
        current,
        has_asked,
        last,
    })
}

/// Matters that look like the voice; the topic of a likely one is proposed for a new matter.
async fn alike(
    conn: &mut Conn,
    w: &Words<'_>,
    text: &str,
    topic: &mut String,
) -> Result<Vec<Suggestion>, ActError> {
    let found = likeness::alike(conn, text, SUGGESTED).await?;
    if let Some(first) = found.first().filter(|a| a.likeness >= LENDS_TOPIC) {
        topic.clone_from(&first.matter.topic);
    }
    let found = found
        .into_iter()
        .filter(|a| a.matter.state.takes_voices())
        .enumerate();
    Ok(found.map(|(n, a)| Suggestion::alike(w, n, a, text)).collect())
}

/// Matters by their words, or one by its number.
async fn search(conn: &mut Conn, w: &Words<'_>, words: &str) -> Result<Vec<Suggestion>, ActError> {
    let found = match words.parse::<i64>() {
        Ok(number) => reads::by_number(conn, number).await?.into_iter().collect(),
        Err(_) => {
            let filter = Filter {
                text: words.to_owned(),
                ..Filter::default()
            };
            reads::list(conn, &filter, Order::Priority, None, FOUND).await?
        }
    };
    let found = found.into_iter().filter(|m| m.state.takes_voices()).enumerate();
    Ok(found.map(|(n, m)| Suggestion::found(w, n, m)).collect())
}
