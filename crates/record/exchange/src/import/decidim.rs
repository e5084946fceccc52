//! Decidim's open-data archive: a zip, or its unpacked folder, with `HOST-open-data-proposals.csv`, `…-meetings.csv`,
//! `…-results.csv`. Columns are as Decidim's serializers name them, with `title/en` for texts in languages and `category/id`
//! for what lies within; versions differ in which they have, so none but the id is needed.

use std::collections::HashMap;
use std::path::Path;

use jiff::tz::TimeZone;
use kapok_decisions::Verdict;
use kapok_voices::Channel;

use super::mapping::Mapping;
use super::sheet::{Row, Sheet, day, moment, words};
use super::{ImportError, Item, Problem, Promise, Read, zip};

/// What we read of an archive.
const PARTS: [&str; 3] = ["proposals", "meetings", "results"];

/// Reads an archive.
///
/// # Errors
/// When it cannot be read, or has none of the files.
pub fn read(path: &Path, mapping: &Mapping, zone: &TimeZone) -> Result<Read, ImportError> {
    let files = files(path)?;
    let mut out = Read::default();
    let find = |part: &str| {
        files
            .iter()
            .find(|(name, _)| name.ends_with(&format!("open-data-{part}.csv")))
    };
    if PARTS.iter().all(|part| find(part).is_none()) {
        let why = "holds no …-open-data-proposals.csv, …-open-data-meetings.csv or …-open-data-results.csv";
        return Err(ImportError::Form(path.display().to_string(), why.into()));
    }
    let sheet = |part: &str, problems: &mut Vec<Problem>| match find(part) {
        // A part without rows is an empty file.
        Some((name, bytes)) if !bytes.trim_ascii().is_empty() => Sheet::read(name, bytes, problems).map(Some),
        _ => Ok(None),
    };
    if let Some(mut proposals) = sheet("proposals", &mut out.problems)? {
        proposals.uses(&[
            "id",
            "category",
            "scope",
            "title",
            "body",
            "state",
            "answer",
            "published_at",
            "created_at",
            "url",
            "meeting_urls",
            "is_amend",
            "address",
        ]);
        for row in &proposals.rows {
            proposal(row, proposals.names(), mapping, zone, &mut out);
        }
        leave_out(&mut out, &proposals);
    }
    if let Some(mut meetings) = sheet("meetings", &mut out.problems)? {
        meetings.uses(&["id", "url"]);
        for row in &meetings.rows {
            let why = "the record has no meetings yet; proposals that name it came by the channel meeting";
            out.problems.push(Problem::new(&row.at, "", why));
        }
        leave_out(&mut out, &meetings);
    }
    if let Some(mut results) = sheet("results", &mut out.problems)? {
        results.uses(&["id", "title", "end_date", "progress", "proposal_urls"]);
        let by_url: HashMap<String, usize> = (0..)
            .zip(&out.items)
            .map(|(i, item)| (item.url.clone(), i))
            .collect();
        for row in &results.rows {
            result(row, results.names(), mapping, &by_url, &mut out);
        }
        leave_out(&mut out, &results);
    }
    Ok(out)
}

fn leave_out(out: &mut Read, sheet: &Sheet) {
    let names = sheet.left_out();
    if let Some(row) = sheet.rows.first().filter(|_| !names.is_empty()) {
        out.left_out.push((row.at.file.clone(), names));
    }
}

/// The files of an archive: name and bytes.
fn files(path: &Path) -> Result<Vec<(String, Vec<u8>)>, ImportError> {
    let failed = |e| ImportError::File(path.display().to_string(), e);
    if !path.is_dir() {
        let bytes = std::fs::read(path).map_err(failed)?;
        return zip::entries(&bytes, |name| name.ends_with(".csv"))
            .map_err(|why| ImportError::Form(path.display().to_string(), why));
    }
    let mut out = Vec::new();
    for entry in std::fs::read_dir(path).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.ends_with(".csv") {
            out.push((name, std::fs::read(entry.path()).map_err(failed)?));
        }
    }
    out.sort();
    Ok(out)
}

fn proposal(row: &Row, names: &[String], mapping: &Mapping, zone: &TimeZone, out: &mut Read) {
    let at = &row.at;
    let mut problem = |column: &str, why: &str| out.problems.push(Problem::new(at, column, why));
    if row.cell("id").is_empty() {
        return problem(
            "id",
            "a row without an id could not be known again, and is not imported",
        );
    }
    if row.cell("is_amend") == "true" {
        return problem("is_amend", "an amendment; the record has none yet");
    }
    if row.cell("state") == "withdrawn" {
        return problem("state", "withdrawn by its author");
    }
    let (title, _) = row.spoken("title", names, &mapping.lang);
    let (body, lang) = row.spoken("body", names, &mapping.lang);
    let date = if row.cell("published_at").is_empty() {
        row.cell("created_at")
    } else {
        row.cell("published_at")
    };
    let heard = moment(date, zone);
    if heard.is_none() && !date.is_empty() {
        return problem(
            "published_at",
            "not a date that is understood; the row is not imported",
        );
    }
    let (category, _) = row.spoken("category/name", names, &mapping.lang);
    let topic = mapping.topic(&category);
    if topic.is_empty() && !category.is_empty() {
        problem(
            "category/name",
            &format!("{category:?} is not mapped to a topic; the topic stays open"),
        );
    }
    let verdict = match row.cell("state") {
        "accepted" => Some(Verdict::Accepted),
        "rejected" => Some(Verdict::Declined),
        other => mapping.verdict(other),
    };
    let (title, body) = (words(&title), words(&body));
    let channel = if row.cell("meeting_urls").is_empty() {
        mapping.channel("")
    } else {
        Some(Channel::Meeting)
    };
    let place = match row.cell("address") {
        "" => row.spoken("scope/name", names, &mapping.lang).0,
        address => address.to_owned(),
    };
    out.items.push(Item {
        at: at.clone(),
        id: format!("proposal-{}", row.cell("id")),
        url: row.cell("url").to_owned(),
        text: if body.is_empty() { title.clone() } else { body },
        title,
        lang,
        place,
        channel: channel.unwrap_or(Channel::Web),
        heard,
        topic,
        answer: words(&row.spoken("answer", names, &mapping.lang).0),
        verdict,
        promises: Vec::new(),
    });
}

fn result(row: &Row, names: &[String], mapping: &Mapping, by_url: &HashMap<String, usize>, out: &mut Read) {
    let urls = row
        .cell("proposal_urls")
        .split(',')
        .map(str::trim)
        .filter(|u| !u.is_empty());
    let found = urls.into_iter().find_map(|url| by_url.get(url));
    let Some(item) = found.and_then(|i| out.items.get_mut(*i)) else {
        let why = "no proposal of this archive is named, so there is no matter that it could belong to";
        return out.problems.push(Problem::new(&row.at, "proposal_urls", why));
    };
    item.promises.push(Promise {
        at: row.at.clone(),
        title: words(&row.spoken("title", names, &mapping.lang).0),
        due: day(row.cell("end_date")),
        percent: row
            .cell("progress")
            .parse::<f64>()
            .ok()
            .map(|p| p.round().clamp(0.0, 100.0) as i64),
    });
}
