//! Writing a matter up as a case, from what its record says.

use std::collections::BTreeSet;

use anyhow::Result;
use kapok_acts::Env;
use kapok_cases::{NewCase, NewText, Section};
use kapok_decisions::words::lang_of;
use kapok_matters::Says;
use kapok_parties::Directory;
use kapok_store::ids::MatterId;

use crate::content::{Content, EventRow, MatterRow};
use crate::event::{Event, ExitTo, Promise, REASONS};

/// The case of a matter, in the words of its record.
///
/// # Errors
/// From the database.
pub async fn write_up(env: &Env, content: &Content, row: &MatterRow, matter: MatterId) -> Result<NewCase> {
    let directory = kapok_parties::directory(env).await?;
    let events: Vec<&EventRow> = content
        .events
        .iter()
        .map(|(_, e)| e)
        .filter(|e| e.matter == row.key)
        .collect();
    let said = |wanted: fn(&Event) -> bool| {
        let texts = events
            .iter()
            .filter(|e| wanted(&e.event))
            .map(|e| e.text.as_str());
        texts.collect::<Vec<_>>().join("\n\n")
    };
    let lessons = [said(|e| *e == Event::Evaluate), said(|e| *e == Event::Share)].join("\n\n");
    let decision = said(|e| matches!(e, Event::Decide { .. })).replace(REASONS, "\n\n");
    let sections = vec![
        (
            Section::Context,
            format!("{}\n\n{}", row.summary, voices(content, row, &events)),
        ),
        (Section::Actors, actors(&directory, row, &events)),
        (Section::Resources, resources(&events)),
        (Section::Innovation, decision),
        (Section::Obstacles, obstacles(&events)),
        (Section::Outcomes, outcomes(&events)),
        (Section::Lessons, lessons),
        (
            Section::Sustainability,
            "The city looks at the result again after 1, 3 and 5 years.".to_owned(),
        ),
    ];
    Ok(NewCase {
        matter,
        lang: lang_of(&row.summary),
        text: NewText {
            title: row.title.clone(),
            summary: row.summary.clone(),
            sections,
        },
        topic: row.topic.clone(),
        city: env.city.name.clone(),
        country: String::new(),
        country_code: String::new(),
        region: String::new(),
    })
}

/// How many had spoken when it was written up.
fn voices(content: &Content, row: &MatterRow, events: &[&EventRow]) -> String {
    let today = events
        .iter()
        .find(|e| e.event == Event::Share)
        .map_or(0, |e| e.days_ago);
    let merged: Vec<&str> = content
        .events
        .iter()
        .map(|(_, e)| e)
        .filter(|e| matches!(&e.event, Event::Exit(ExitTo::Merged(into)) if *into == row.key))
        .map(|e| e.matter.as_str())
        .collect();
    let of_matter =
        || {
            content.voices.iter().map(|(_, v)| v).filter(|v| {
                v.days_ago > today && (v.matter == row.key || merged.contains(&v.matter.as_str()))
            })
        };
    let channels: BTreeSet<_> = of_matter().map(|v| &v.channel).collect();
    let langs: BTreeSet<_> = of_matter().map(|v| &v.lang).collect();
    let (n, channels, langs) = (of_matter().count(), channels.len(), langs.len());
    format!("{n} voices, by {channels} channels and in {langs} languages.")
}

/// Why dates moved, and what was found when residents said that it was not done.
fn obstacles(events: &[&EventRow]) -> String {
    let mut checked = false;
    let mut texts = Vec::new();
    for row in events {
        match &row.event {
            Event::Check { .. } => checked = true,
            Event::Redate { .. } => texts.push(row.text.as_str()),
            Event::Progress { .. } if checked => texts.push(row.text.as_str()),
            _ => {}
        }
    }
    texts.join("\n\n")
}

fn promises<'a>(events: &[&'a EventRow]) -> impl Iterator<Item = (&'a EventRow, &'a Promise)> {
    events.iter().filter_map(|row| match &row.event {
        Event::Commit(promise) => Some((*row, promise)),
        _ => None,
    })
}

fn actors(directory: &Directory, row: &MatterRow, events: &[&EventRow]) -> String {
    let mut keys = vec![row.lead.as_str()];
    for (_, promise) in promises(events) {
        keys.push(&promise.lead);
        keys.extend(promise.with.iter().map(String::as_str));
    }
    let mut names: Vec<&str> = Vec::new();
    for name in keys
        .into_iter()
        .filter_map(|key| directory.by_key(key))
        .map(|p| p.name.as_str())
    {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    format!("{} (lead), {}.", names.remove(0), names.join(", "))
}

fn resources(events: &[&EventRow]) -> String {
    let lines = promises(events).map(|(row, promise)| {
        let spent = events.iter().rev().find_map(|e| match &e.event {
            Event::Finish { promise: key, spent } if *key == promise.key => *spent,
            _ => None,
        });
        let crowns = |n: Option<i64>| n.map_or("unknown".to_owned(), grouped);
        format!(
            "{}: {} crowns planned, {} spent; {} people, staff and volunteers.",
            row.text,
            crowns(promise.money),
            crowns(spent),
            crowns(promise.people)
        )
    });
    lines.collect::<Vec<_>>().join("\n\n")
}

fn outcomes(events: &[&EventRow]) -> String {
    let mut lines: Vec<String> = Vec::new();
    let (mut done, mut not_yet) = (0, 0);
    for row in events {
        match &row.event {
            Event::Indicator(n) => {
                let known = |n: Option<f64>| n.map_or("unknown".to_owned(), |n| n.to_string());
                lines.push(format!(
                    "{}: {} before, {} after, {} aimed at ({}). {}",
                    n.name,
                    n.baseline,
                    known(n.value),
                    known(n.target),
                    n.unit,
                    row.text
                ));
            }
            // Residents check what was finished last.
            Event::Finish { .. } => (done, not_yet) = (0, 0),
            Event::Check {
                says: Says::Done,
                count,
            } => done += count,
            Event::Check {
                says: Says::NotYet,
                count,
            } => not_yet += count,
            _ => {}
        }
    }
    lines.push(format!(
        "{done} residents said that it is done, {not_yet} that it is not yet."
    ));
    lines.join("\n\n")
}

/// A whole number with commas between groups of three.
fn grouped(n: i64) -> String {
    let digits = n.unsigned_abs().to_string();
    let groups: Vec<&str> = digits
        .as_bytes()
        .rchunks(3)
        .rev()
        .filter_map(|g| std::str::from_utf8(g).ok())
        .collect();
    format!("{}{}", if n < 0 { "-" } else { "" }, groups.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_numbers_are_grouped() {
        for (n, text) in [
            (0, "0"),
            (999, "999"),
            (1000, "1,000"),
            (118_000, "118,000"),
            (-1_234_567, "-1,234,567"),
        ] {
            assert_eq!(grouped(n), text);
        }
    }
}
