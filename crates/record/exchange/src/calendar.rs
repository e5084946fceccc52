//! Days that the city promised, as iCalendar (RFC 5545): `/calendar.ics` for all, `?matter=NUMBER`, `?office=KEY` and
//! `?place=KEY` for less. The day of a promise that runs, and the day by which a matter is to be answered. An event keeps
//! its UID when its day moves, and leaves the calendar when it is kept.

use std::collections::HashSet;

use axum::Router;
use axum::routing::get;
use jiff::civil::Date;
use kapok_acts::ActError;
use kapok_commitments::State as Progress;
use kapok_matters::{Filter, Order, State, reads};
use kapok_web::{App, Visit};

use crate::pages::answer;

/// Days of one kind that a calendar holds; the nearest come first.
const MOST: i64 = 1_000;
/// Octets of a line without its end (RFC 5545, section 3.1).
const LINE: usize = 75;

/// The route of the calendar.
pub fn routes() -> Router<App> {
    Router::new().route(
        "/calendar.ics",
        get(|v: Visit| async move {
            let events = events(&v).await.map_err(|e| v.problem(e))?;
            let name = format!("{} – {}", v.t.nav_promises(), v.app.env.city.name);
            Ok::<_, kapok_web::Problem>(answer("text/calendar; charset=utf-8", written(&name, &events)))
        }),
    )
}

/// A day on which something is due.
struct Event {
    uid: String,
    /// How often its day moved.
    sequence: i64,
    day: Date,
    summary: String,
    description: String,
    url: String,
    /// When it was last changed, as far as is known.
    stamp: jiff::Timestamp,
}

async fn events(visit: &Visit) -> Result<Vec<Event>, ActError> {
    let (env, t) = (&visit.app.env, visit.t);
    let (tree, directory) = (
        kapok_places::tree(env).await?,
        kapok_parties::directory(env).await?,
    );
    let known = |name: &str, found: bool| visit.ask(name).is_empty() || found;
    let (place, office) = (
        tree.by_key(visit.ask("place")),
        directory.by_key(visit.ask("office")),
    );
    let mut conn = env.db.read().await?;
    let matter = match visit.ask("matter").parse() {
        Ok(number) => reads::by_number(&mut conn, number).await?,
        Err(_) => None,
    };
    if !(known("place", place.is_some())
        && known("office", office.is_some())
        && known("matter", matter.is_some()))
    {
        return Err(ActError::NotFound);
    }
    let filter = |state| Filter {
        place: place.map(|p| p.id),
        lead: office.map(|o| o.id),
        state,
        ..Filter::default()
    };
    let host = env
        .city
        .public_url
        .split("://")
        .last()
        .unwrap_or_default()
        .to_owned();
    let base = &env.city.public_url;
    let mut out = Vec::new();
    let mut waiting = Vec::new();
    match &matter {
        Some(m) => waiting.push(m.clone()),
        None => {
            for state in [State::Voiced, State::Sorted, State::Open] {
                waiting
                    .extend(reads::list(&mut conn, &filter(Some(state)), Order::Priority, None, MOST).await?);
            }
        }
    }
    for m in waiting
        .iter()
        .filter(|m| m.state.is_open() && m.answered.is_none())
    {
        let Some(day) = m.reply_by else { continue };
        out.push(Event {
            uid: format!("matter-{}-reply@{host}", m.number),
            sequence: 0,
            day,
            summary: format!("{}: {}", t.log_fact_reply_by(), m.title),
            description: directory.name(m.lead).to_owned(),
            url: format!("{base}{}", m.path()),
            stamp: m.state_at,
        });
    }
    let promised = match &matter {
        Some(m) => kapok_commitments::of_matter(&mut conn, m.id)
            .await?
            .into_iter()
            .map(|(c, _)| c)
            .collect(),
        None => {
            let running = kapok_commitments::Filter {
                lead: office.map(|o| o.id),
                state: Some(Progress::Running),
                ..Default::default()
            };
            kapok_commitments::list(&mut conn, running, MOST).await?
        }
    };
    let within: Option<HashSet<_>> = match place {
        Some(_) => {
            let all = reads::list(&mut conn, &filter(Some(State::Doing)), Order::Newest, None, MOST).await?;
            Some(all.into_iter().map(|m| m.id).collect())
        }
        None => None,
    };
    for c in promised.iter().filter(|c| c.state == Progress::Running) {
        if within.as_ref().is_some_and(|ids| !ids.contains(&c.matter_id)) {
            continue;
        }
        out.push(Event {
            uid: format!("promise-{}-due@{host}", c.number),
            sequence: c.moves,
            day: c.due,
            summary: c.title.clone(),
            description: directory.name(c.lead).to_owned(),
            url: format!("{base}/promises/{}", c.number),
            stamp: c.made_at,
        });
    }
    Ok(out)
}

fn written(name: &str, events: &[Event]) -> String {
    let mut out = String::new();
    for line in [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Kapok//Kapok//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ] {
        folded(&mut out, line);
    }
    folded(&mut out, &format!("X-WR-CALNAME:{}", escaped(name)));
    for e in events {
        let lines = [
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{}", escaped(&e.uid)),
            format!("DTSTAMP:{}", e.stamp.strftime("%Y%m%dT%H%M%SZ")),
            format!("DTSTART;VALUE=DATE:{}", e.day.strftime("%Y%m%d")),
            format!("SEQUENCE:{}", e.sequence),
            format!("SUMMARY:{}", escaped(&e.summary)),
            format!("DESCRIPTION:{}", escaped(&e.description)),
            format!("URL:{}", e.url),
            "TRANSP:TRANSPARENT".to_owned(),
            "END:VEVENT".to_owned(),
        ];
        lines.iter().for_each(|line| folded(&mut out, line));
    }
    folded(&mut out, "END:VCALENDAR");
    out
}

/// Text as RFC 5545, section 3.3.11, wants it.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            ';' => out.push_str("\\;"),
            ',' => out.push_str("\\,"),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// A line, folded where it has more than 75 octets, never inside a character.
fn folded(out: &mut String, line: &str) {
    let mut room = LINE;
    for c in line.chars() {
        if c.len_utf8() > room {
            out.push_str("\r\n ");
            room = LINE - 1;
        }
        room -= c.len_utf8();
        out.push(c);
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_has_more_than_75_octets_and_unfolding_gives_the_line_back() {
        let line = format!("SUMMARY:{}", "路灯 at night, 照明; ".repeat(20));
        let mut out = String::new();
        folded(&mut out, &line);
        assert!(out.split("\r\n").all(|l| l.len() <= LINE), "{out}");
        assert_eq!(out.replace("\r\n ", ""), format!("{line}\r\n"));
        assert_eq!(escaped("a,b;c\\d\r\ne"), "a\\,b\\;c\\\\d\\ne");
    }
}
