//! The demo city's content as files: what people said, and what came of it, in days before today.
//!
//! Four parts of sixteen matters each, one folder a part: `matters.csv`, `voices.csv` and `events.csv`. The files are part of
//! the program, so that `kapok demo` needs nothing beside itself.

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::event::Event;

macro_rules! riverton {
    ($file:literal) => {
        (
            concat!("data/riverton/", $file),
            include_str!(concat!("../../../data/riverton/", $file)),
        )
    };
}

/// A file of the demo: its name for messages, and its text.
pub type File = (&'static str, &'static str);

/// The tree of places.
pub const PLACES: File = riverton!("places.csv");
/// Offices, organisations, groups and businesses.
pub const PARTIES: File = riverton!("parties.csv");
/// Who works for the city.
pub const STAFF: File = riverton!("staff.csv");
const PARTS: [[File; 3]; 4] = [
    [
        riverton!("a/matters.csv"),
        riverton!("a/voices.csv"),
        riverton!("a/events.csv"),
    ],
    [
        riverton!("b/matters.csv"),
        riverton!("b/voices.csv"),
        riverton!("b/events.csv"),
    ],
    [
        riverton!("c/matters.csv"),
        riverton!("c/voices.csv"),
        riverton!("c/events.csv"),
    ],
    [
        riverton!("d/matters.csv"),
        riverton!("d/voices.csv"),
        riverton!("d/events.csv"),
    ],
];

/// Where a row stands, for messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origin {
    /// Name of the file.
    pub file: &'static str,
    /// Line of the file on which the row begins; the heading is 1.
    pub row: u64,
}

impl std::fmt::Display for Origin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} row {}", self.file, self.row)
    }
}

/// A matter as an office will describe it.
#[derive(Debug, Clone, Deserialize)]
pub struct MatterRow {
    pub key: String,
    pub title: String,
    pub summary: String,
    pub lang: String,
    pub place: String,
    pub topic: String,
    pub level: String,
    pub field: String,
    pub urgency: i64,
    pub safety: i64,
    pub equity: i64,
    pub lead: String,
}

/// One voice in somebody's own words.
#[derive(Debug, Clone, Deserialize)]
pub struct VoiceRow {
    /// The matter it will join; empty when it stays in the inbox.
    pub matter: String,
    pub channel: String,
    pub lang: String,
    pub place: String,
    pub days_ago: i64,
    pub kind: String,
    /// Key of the organisation or business that speaks; empty for a resident.
    pub author: String,
    pub text: String,
}

#[derive(Deserialize)]
struct EventCells {
    matter: String,
    days_ago: i64,
    event: String,
    by: String,
    args: String,
    text: String,
}

/// One thing that happened to a matter.
#[derive(Debug, Clone)]
pub struct EventRow {
    /// Key of the matter.
    pub matter: String,
    /// When.
    pub days_ago: i64,
    /// What.
    pub event: Event,
    /// Key of the office that did it; empty for residents.
    pub by: String,
    /// In words.
    pub text: String,
}

/// Somebody who works for the city.
#[derive(Debug, Clone, Deserialize)]
pub struct StaffRow {
    /// Address to sign in with.
    pub email: String,
    /// Key of the office.
    pub office: String,
}

/// Everything, each row with its origin, in the order of the files.
#[derive(Debug)]
pub struct Content {
    pub matters: Vec<(Origin, MatterRow)>,
    pub voices: Vec<(Origin, VoiceRow)>,
    pub events: Vec<(Origin, EventRow)>,
    pub staff: Vec<(Origin, StaffRow)>,
}

impl Content {
    /// Reads the embedded files.
    ///
    /// # Errors
    /// The first row that cannot be read or that names a matter which is not there, with file and row.
    pub fn read() -> Result<Self> {
        let mut content = Self {
            matters: Vec::new(),
            voices: Vec::new(),
            events: Vec::new(),
            staff: rows(STAFF)?,
        };
        for [matters, voices, events] in PARTS {
            content.matters.extend(rows(matters)?);
            content.voices.extend(rows(voices)?);
            for (origin, cells) in rows(events)? {
                content
                    .events
                    .push((origin, event(cells).with_context(|| origin.to_string())?));
            }
        }
        content.check()?;
        Ok(content)
    }

    /// The matter of a key.
    #[must_use]
    pub fn matter(&self, key: &str) -> Option<&MatterRow> {
        self.matters.iter().map(|(_, m)| m).find(|m| m.key == key)
    }

    /// Keys are there and unique, and nothing happens to a matter on the day of its first voice or before.
    fn check(&self) -> Result<()> {
        let mut keys = std::collections::HashMap::new();
        for (origin, matter) in &self.matters {
            ensure!(
                keys.insert(matter.key.as_str(), None).is_none(),
                "{origin}: {:?} is there twice",
                matter.key
            );
        }
        for (origin, voice) in self.voices.iter().filter(|(_, v)| !v.matter.is_empty()) {
            ensure!(voice.days_ago >= 0, "{origin}: the day is in the future");
            let Some(first) = keys.get_mut(voice.matter.as_str()) else {
                bail!("{origin}: there is no matter {:?}", voice.matter);
            };
            *first = Some(first.map_or(voice.days_ago, |day: i64| day.max(voice.days_ago)));
        }
        let mut last: std::collections::HashMap<&str, i64> = std::collections::HashMap::new();
        for (origin, event) in &self.events {
            let Some(first) = keys.get(event.matter.as_str()) else {
                bail!("{origin}: there is no matter {:?}", event.matter);
            };
            ensure!(event.days_ago >= 0, "{origin}: the day is in the future");
            ensure!(
                first.is_some_and(|first| event.days_ago < first),
                "{origin}: must be at least a day after the first voice of {:?}",
                event.matter
            );
            let before = last.insert(&event.matter, event.days_ago);
            ensure!(
                before.is_none_or(|day| event.days_ago <= day),
                "{origin}: the events of {:?} are not in order of time",
                event.matter
            );
        }
        Ok(())
    }
}

fn event(cells: EventCells) -> Result<EventRow> {
    let event = Event::read(&cells.event, &cells.args)?;
    if let Event::Partner {
        reply: Some(reply), ..
    } = &event
    {
        ensure!(
            (0..=cells.days_ago).contains(&reply.days_ago),
            "the reply must come between the request and today"
        );
    }
    Ok(EventRow {
        matter: cells.matter,
        days_ago: cells.days_ago,
        event,
        by: cells.by,
        text: cells.text,
    })
}

/// The rows of a file with a heading.
fn rows<T: DeserializeOwned>((file, text): File) -> Result<Vec<(Origin, T)>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let heading = reader.headers().with_context(|| file.to_owned())?.clone();
    let mut out = Vec::new();
    for record in reader.records() {
        let record = record.with_context(|| file.to_owned())?;
        let origin = Origin {
            file,
            row: record.position().map_or(0, csv::Position::line),
        };
        let row = record
            .deserialize(Some(&heading))
            .with_context(|| origin.to_string())?;
        out.push((origin, row));
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_are_readable_and_rich_enough() {
        let content = Content::read().unwrap();
        assert!(content.matters.len() >= 60, "{} matters", content.matters.len());
        assert!(content.voices.len() >= 600, "{} voices", content.voices.len());
        let many = |set: std::collections::BTreeSet<&str>| set.len();
        assert_eq!(
            many(content.voices.iter().map(|(_, v)| v.lang.as_str()).collect()),
            4
        );
        assert!(many(content.voices.iter().map(|(_, v)| v.channel.as_str()).collect()) >= 10);
        assert!(
            content
                .matters
                .iter()
                .all(|(_, m)| content.voices.iter().any(|(_, v)| v.matter == m.key))
        );
    }

    #[test]
    fn an_error_names_file_and_line() {
        let text = "name,email,office\nN,e@x.y,mayor\n\"a\nb\",N\n";
        let error = rows::<StaffRow>(("staff.csv", text)).unwrap_err();
        assert!(error.to_string().starts_with("staff.csv"), "{error:#}");
        let text = "matter,channel,lang,place,days_ago,kind,author,text\nm,web,en,p,\"1\n2\",idea,,t\nm,web,en,p,x,idea,,t\n";
        let error = rows::<VoiceRow>(("voices.csv", text)).unwrap_err();
        assert_eq!(error.to_string(), "voices.csv row 2");
    }
}
