//! The texts that are measured with.

use std::path::Path;

use anyhow::Context;
use kapok_meaning::Random;

/// Columns of a CSV file by name, row by row.
fn rows(path: &Path, columns: &[&str]) -> anyhow::Result<Vec<Vec<String>>> {
    let name = path.display().to_string();
    let mut reader = csv::Reader::from_path(path).with_context(|| name.clone())?;
    let headers = reader.headers().with_context(|| name.clone())?.clone();
    let places = columns
        .iter()
        .map(|column| {
            headers
                .iter()
                .position(|h| h == *column)
                .with_context(|| format!("{name}: no column {column}"))
        })
        .collect::<Result<Vec<_>, _>>()?;
    let row = |record: csv::Result<csv::StringRecord>| {
        let record = record.with_context(|| name.clone())?;
        Ok(places
            .iter()
            .map(|&p| record.get(p).unwrap_or_default().to_owned())
            .collect())
    };
    reader.records().map(row).collect()
}

/// A voice with what people said of it.
pub(super) struct Labelled {
    pub id: String,
    pub text: String,
    pub language: String,
    pub topic: String,
    pub department: String,
    pub matter: String,
    pub same_as: String,
    pub translation_of: String,
}

/// The civic set.
pub(super) fn civic(data: &Path) -> anyhow::Result<Vec<Labelled>> {
    let columns = [
        "id",
        "text",
        "language",
        "topic",
        "department",
        "matter",
        "same_as",
        "translation_of",
    ];
    let rows = rows(&data.join("civic/voices.csv"), &columns)?;
    Ok(rows
        .into_iter()
        .filter_map(|row| <[String; 8]>::try_from(row).ok())
        .map(labelled)
        .collect())
}

fn labelled(
    [
        id,
        text,
        language,
        topic,
        department,
        matter,
        same_as,
        translation_of,
    ]: [String; 8],
) -> Labelled {
    Labelled {
        id,
        text,
        language,
        topic,
        department,
        matter,
        same_as,
        translation_of,
    }
}

/// The voices of the demo city that belong to a matter, as (text, topic of the matter, matter).
pub(super) fn riverton(data: &Path) -> anyhow::Result<Vec<(String, String, String)>> {
    let mut voices = Vec::new();
    for part in ["a", "b", "c", "d"] {
        let folder = data.join("riverton").join(part);
        let matters = rows(&folder.join("matters.csv"), &["key", "topic"])?;
        for voice in rows(&folder.join("voices.csv"), &["text", "matter"])? {
            if let Some(matter) = matters.iter().find(|m| m[0] == voice[1]) {
                voices.push((voice[0].clone(), matter[1].clone(), matter[0].clone()));
            }
        }
    }
    Ok(voices)
}

/// Up to `most` comments of more than 15 characters of each conversation, with the number of the conversation; nothing
/// where the folder is not there.
pub(super) fn conversations(folder: &Path, most: usize) -> anyhow::Result<Vec<(String, usize)>> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Ok(Vec::new());
    };
    let mut folders = entries
        .map(|e| Ok(e?.path().join("comments.csv")))
        .collect::<std::io::Result<Vec<_>>>()?;
    folders.retain(|path| path.exists());
    folders.sort();
    let mut comments = Vec::new();
    for (label, path) in folders.iter().enumerate() {
        let mut texts: Vec<String> = rows(path, &["comment-body"])?.into_iter().flatten().collect();
        texts.retain(|text| text.chars().count() > 15);
        Random::new(0).shuffle(&mut texts);
        texts.truncate(most);
        comments.extend(texts.into_iter().map(|text| (text, label)));
    }
    Ok(comments)
}

/// All texts at hand, to draw great synthetic sets from: the comments if they are there, else the civic set.
pub(super) fn pool(data: &Path, folder: &Path) -> anyhow::Result<Vec<String>> {
    let comments = conversations(folder, usize::MAX)?;
    if comments.is_empty() {
        return Ok(civic(data)?.into_iter().map(|v| v.text).collect());
    }
    Ok(comments.into_iter().map(|(text, _)| text).collect())
}
