//! Imports of the ladder and of the catalogue of channels.

use std::collections::BTreeMap;

use kapok_acts::{Actor, Env, Kind};

use crate::model::{CLASSES, ChannelKind, GROUPS, LEVELS, PATHS, Rung, is_day_or_year};
use crate::sheet::{Files, Import, ImportError, import_act, may_import};
use crate::store;

/// How many rows of `new` are not in `old`, or are different there; rows that only `old` has count too.
#[must_use]
pub fn differences<T: PartialEq>(old: &[T], new: &[T]) -> usize {
    let added = new.iter().filter(|row| !old.contains(row)).count();
    let gone = old.iter().filter(|row| !new.contains(row)).count();
    added.max(gone)
}

/// Imports `ladder.csv`: the rungs and the promise that each allows. Importing the same again changes nothing.
///
/// # Errors
/// [`ImportError`] with file, row, column and cure; nothing is kept then.
pub async fn import_ladder(env: &Env, actor: &Actor, files: &Files) -> Result<Import, ImportError> {
    may_import(actor)?;
    let columns = [
        "id",
        "rung",
        "level",
        "name",
        "report_meaning",
        "allowed_promise_in_software",
    ];
    let sheet = files.sheet("ladder.csv", &columns)?;
    let rungs = sheet.each("id", |position, line| {
        if line.count("rung")? != Some(position) {
            let what = format!("This is row {position} of the ladder.");
            return Err(line.wrong("rung", &what, "Number the rungs from 1, the lowest first."));
        }
        Ok(Rung {
            id: line.text("id"),
            position,
            level: line.one_of("level", &LEVELS)?,
            name: line.need("name")?.to_owned(),
            meaning: line.text("report_meaning"),
            promise: line.text("allowed_promise_in_software"),
        })
    })?;
    let mut tx = env.db.change().await?;
    let changed = differences(&store::rungs(&mut tx).await?, &rungs);
    let done = Import {
        file: sheet.file().to_owned(),
        rows: rungs.len(),
        changed,
    };
    if changed > 0 {
        store::put_rungs(&mut tx, &rungs).await?;
        tx.commit(import_act(env, actor, Kind::ProgrammeImported, &done)?)
            .await?;
    }
    Ok(done)
}

/// Imports `channels.csv`, and the dates of `channel_dates.csv` where that file is there. Importing the same again
/// changes nothing.
///
/// # Errors
/// [`ImportError`] with file, row, column and cure; nothing is kept then.
pub async fn import_channels(env: &Env, actor: &Actor, files: &Files) -> Result<Import, ImportError> {
    may_import(actor)?;
    let channels = read_channels(files)?;
    let mut tx = env.db.change().await?;
    let changed = differences(&store::channels(&mut tx).await?, &channels);
    let done = Import {
        file: "channels.csv".into(),
        rows: channels.len(),
        changed,
    };
    if changed > 0 {
        store::put_channels(&mut tx, &channels).await?;
        tx.commit(import_act(env, actor, Kind::ProgrammeImported, &done)?)
            .await?;
    }
    Ok(done)
}

/// First day, last day, source.
type Dates = BTreeMap<String, (String, String, String)>;

fn read_channels(files: &Files) -> Result<Vec<ChannelKind>, ImportError> {
    let columns = [
        "id",
        "channel",
        "class",
        "path",
        "table_2_1",
        "description",
        "platform_function",
        "example_case_ids",
        "report_ref",
    ];
    let sheet = files.sheet("channels.csv", &columns)?;
    let mut dates = read_dates(files)?;
    let channels = sheet.each("id", |position, line| {
        let (began, ends, dates_source) = dates.remove(line.get("id")).unwrap_or_default();
        Ok(ChannelKind {
            id: line.text("id"),
            position,
            class: line.one_of("class", &CLASSES)?,
            path: line.one_of("path", &PATHS)?,
            printed_group: line.one_of("table_2_1", &GROUPS)?,
            name: line.need("channel")?.to_owned(),
            description: line.text("description"),
            answer: line.text("platform_function"),
            case_keys: line.text("example_case_ids"),
            report_ref: line.text("report_ref"),
            began,
            ends,
            dates_source,
        })
    })?;
    if let Some(id) = dates.keys().next() {
        return Err(ImportError::Value {
            file: "channel_dates.csv".into(),
            row: 1, // the column as a whole
            column: "id".into(),
            what: format!("channels.csv has no channel {id:?}."),
            cure: "Write the id of a channel, or take the row out.".into(),
        });
    }
    Ok(channels)
}

fn read_dates(files: &Files) -> Result<Dates, ImportError> {
    let Some(sheet) = files.sheet_if_there("channel_dates.csv", &["id", "began", "ends", "source"])? else {
        return Ok(Dates::new());
    };
    let rows = sheet.each("id", |_, line| {
        for column in ["began", "ends"] {
            let value = line.get(column);
            if !value.is_empty() && !is_day_or_year(value) {
                let what = format!("{value:?} is neither a day nor a year.");
                return Err(line.wrong(column, &what, "Write 2026-05-31 or 2026, or leave it empty."));
            }
        }
        line.need("source")?;
        Ok((
            line.text("id"),
            (line.text("began"), line.text("ends"), line.text("source")),
        ))
    })?;
    Ok(rows.into_iter().collect())
}
