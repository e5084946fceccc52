//! Import of the report's tables.
//!
//! All files are read and checked against each other before the first is written. Then each file is one transaction with
//! one act. What the record has already is not written again.

mod read;

use std::path::Path;

use kapok_acts::{ActError, Actor, Env, Kind};
use kapok_processes::actions::{differences, import_channels, import_ladder};
use kapok_processes::sheet::{import_act, may_import};
use kapok_processes::{Files, Import, ImportError};
use kapok_store::{StoreError, Tx};

use crate::store;
use read::Report;

/// What an import did, file by file in the order written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportReport {
    /// One entry per file.
    pub files: Vec<Import>,
}

impl ImportReport {
    /// Rows read from all files.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.files.iter().map(|f| f.rows).sum()
    }

    /// Rows that were new or different.
    #[must_use]
    pub fn changed(&self) -> usize {
        self.files.iter().map(|f| f.changed).sum()
    }
}

/// Imports the CSV files of a folder: `ladder`, `channels` (and `channel_dates`), `topics`, `cases` (and
/// `case_aliases`), `sessions`, `workshops`, `questionnaire`, `discrepancies`. Importing the same again changes nothing.
///
/// # Errors
/// [`ImportError`] with file, row, column, what is wrong and what to do. Files written before the one that is named stay:
/// mend it and import again.
pub async fn import_report(env: &Env, actor: &Actor, dir: &Path) -> Result<ImportReport, ImportError> {
    import_report_files(env, actor, &Files::of(dir)?).await
}

/// As [`import_report`], with files in memory.
///
/// # Errors
/// As [`import_report`].
pub async fn import_report_files(
    env: &Env,
    actor: &Actor,
    files: &Files,
) -> Result<ImportReport, ImportError> {
    may_import(actor)?;
    let report = Report::read(files)?;
    let written = vec![
        import_ladder(env, actor, files).await?,
        import_channels(env, actor, files).await?,
        topics(env, actor, &report).await?,
        kapok_cases::import_cases(env, actor, files).await?,
        sessions(env, actor, &report).await?,
        workshops(env, actor, &report).await?,
        questionnaire(env, actor, &report).await?,
        discrepancies(env, actor, &report).await?,
    ];
    Ok(ImportReport { files: written })
}

/// Closes the transaction of a file: with its act where something changed, without a trace where nothing did.
async fn close(
    tx: Tx,
    env: &Env,
    actor: &Actor,
    file: &str,
    rows: usize,
    changed: usize,
) -> Result<Import, ImportError> {
    let done = Import {
        file: file.to_owned(),
        rows,
        changed,
    };
    if changed > 0 {
        tx.commit(import_act(env, actor, Kind::ProgrammeImported, &done)?)
            .await?;
    }
    Ok(done)
}

async fn topics(env: &Env, actor: &Actor, report: &Report) -> Result<Import, ImportError> {
    let mut tx = env.db.change().await?;
    let topics = kapok_cases::put_topics_in(&mut tx, &report.topics)
        .await
        .map_err(|error| match error {
            StoreError::Duplicate(_) => ImportError::Value {
                file: "topics.csv".into(),
                row: 1, // the column as a whole
                column: "order, aliases".into(),
                what: "Two topics have the same place in the order, or the same alias.".into(),
                cure: "Number the topics from 1, and give each alias to one topic.".into(),
            },
            other => other.into(),
        })?;
    let counts = differences(&store::topic_counts(&mut tx).await?, &report.topic_counts);
    if counts > 0 {
        store::put_topic_counts(&mut tx, &report.topic_counts).await?;
    }
    close(
        tx,
        env,
        actor,
        "topics.csv",
        report.topics.len(),
        topics.max(counts),
    )
    .await
}

async fn sessions(env: &Env, actor: &Actor, report: &Report) -> Result<Import, ImportError> {
    let mut tx = env.db.change().await?;
    let winners = kapok_cases::winners(&mut tx).await?;
    for (line, year, key) in &report.named_winners {
        let known = winners.iter().any(|w| w.key == *key && w.year == Some(*year));
        if !known {
            return Err(ImportError::Value {
                file: "sessions.csv".into(),
                row: *line,
                column: "winner_case_ids".into(),
                what: format!("cases.csv has no winner {key:?} of {year}."),
                cure: "Give the case the stage winner and the year of the session, or take the id out."
                    .into(),
            });
        }
    }
    let old = (store::sessions(&mut tx).await?, store::regions(&mut tx).await?);
    let changed = differences(&old.0, &report.sessions).max(differences(&old.1, &report.regions));
    if changed > 0 {
        store::put_sessions(&mut tx, &report.sessions, &report.regions).await?;
    }
    close(tx, env, actor, "sessions.csv", report.sessions.len(), changed).await
}

async fn workshops(env: &Env, actor: &Actor, report: &Report) -> Result<Import, ImportError> {
    let mut tx = env.db.change().await?;
    let changed = differences(&store::workshops(&mut tx).await?, &report.workshops);
    if changed > 0 {
        store::put_workshops(&mut tx, &report.workshops).await?;
    }
    close(tx, env, actor, "workshops.csv", report.workshops.len(), changed).await
}

async fn questionnaire(env: &Env, actor: &Actor, report: &Report) -> Result<Import, ImportError> {
    let mut tx = env.db.change().await?;
    let old = (store::questions(&mut tx).await?, store::choices(&mut tx).await?);
    let changed = differences(&old.0, &report.questions).max(differences(&old.1, &report.choices));
    if changed > 0 {
        store::put_questions(&mut tx, &report.questions, &report.choices).await?;
    }
    close(tx, env, actor, "questionnaire.csv", report.choices.len(), changed).await
}

async fn discrepancies(env: &Env, actor: &Actor, report: &Report) -> Result<Import, ImportError> {
    let mut tx = env.db.change().await?;
    let changed = differences(&store::discrepancies(&mut tx).await?, &report.discrepancies);
    if changed > 0 {
        store::put_discrepancies(&mut tx, &report.discrepancies).await?;
    }
    close(
        tx,
        env,
        actor,
        "discrepancies.csv",
        report.discrepancies.len(),
        changed,
    )
    .await
}

/// Whether an import failed because the actor may not import.
#[must_use]
pub fn is_forbidden(error: &ImportError) -> bool {
    matches!(error, ImportError::Act(ActError::Forbidden))
}
