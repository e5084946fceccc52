//! Plain CSV with a mapping.

use jiff::tz::TimeZone;

use super::mapping::Mapping;
use super::sheet::{Sheet, moment, words};
use super::{ImportError, Item, Problem, Read};

/// Reads a file.
///
/// # Errors
/// When the mapping names no column for the id or the text, or one that the file does not have.
pub fn read(file: &str, bytes: &[u8], mapping: &Mapping, zone: &TimeZone) -> Result<Read, ImportError> {
    let wrong = |why: String| ImportError::Form(file.to_owned(), why);
    let mut out = Read::default();
    let mut sheet = Sheet::read(file, bytes, &mut out.problems)?;
    if mapping.source.is_empty() {
        return Err(wrong(
            "the mapping needs `source`, the name of the platform that the file is from".into(),
        ));
    }
    for needed in ["id", "text"] {
        if !mapping.columns.contains_key(needed) {
            return Err(wrong(format!("the mapping needs `{needed}` under [columns]")));
        }
    }
    for column in mapping.columns.values() {
        if !sheet.names().contains(column) {
            return Err(wrong(format!(
                "there is no column {column:?}; there is: {}",
                sheet.names().join(", ")
            )));
        }
    }
    sheet.uses(&mapping.columns.values().map(String::as_str).collect::<Vec<_>>());
    for row in &sheet.rows {
        let name = |ours: &str| mapping.columns.get(ours).map_or("", String::as_str);
        let cell = |ours: &str| row.cell(name(ours)).to_owned();
        let mut problem = |ours: &str, why: &str| out.problems.push(Problem::new(&row.at, name(ours), why));
        if cell("id").is_empty() {
            problem(
                "id",
                "a row without an id could not be known again, and is not imported",
            );
            continue;
        }
        let Some(channel) = mapping.channel(&cell("channel")) else {
            problem("channel", "not mapped to a channel; the row is not imported");
            continue;
        };
        let date = cell("date");
        let heard = moment(&date, zone);
        if heard.is_none() && !date.is_empty() {
            problem("date", "not a date that is understood; the row is not imported");
            continue;
        }
        let (topic, state) = (cell("topic"), cell("state"));
        if mapping.topic(&topic).is_empty() && !topic.is_empty() {
            problem("topic", "not mapped; the topic stays open");
        }
        out.items.push(Item {
            at: row.at.clone(),
            id: cell("id"),
            url: cell("url"),
            title: words(&cell("title")),
            text: words(&cell("text")),
            lang: Some(cell("lang")).filter(|l| !l.is_empty()),
            place: cell("place"),
            channel,
            heard,
            topic: mapping.topic(&topic),
            answer: words(&cell("answer")),
            verdict: mapping.verdict(&state),
            promises: Vec::new(),
        });
    }
    out.left_out
        .extend(Some((file.to_owned(), sheet.left_out())).filter(|(_, names)| !names.is_empty()));
    Ok(out)
}
