//! The report's library: cases, award sessions, workshops, topics, channels, questionnaire.

use kapok_acts::{Actor, Env};
use kapok_processes::{Files, ImportError};

macro_rules! report {
    ($($file:literal),* $(,)?) => { &[$(($file, include_str!(concat!("../../../data/report/", $file)))),*] };
}

const FILES: &[(&str, &str)] = report![
    "case_aliases.csv",
    "cases.csv",
    "channel_dates.csv",
    "channels.csv",
    "discrepancies.csv",
    "ladder.csv",
    "questionnaire.csv",
    "sessions.csv",
    "topics.csv",
    "workshops.csv",
];

/// Imports the embedded tables, as `kapok import report` does with a folder.
///
/// # Errors
/// With file and row.
pub async fn import(env: &Env) -> Result<(), ImportError> {
    let mut files = Files::default();
    FILES.iter().for_each(|(name, text)| files.put(name, text));
    kapok_programmes::import_report_files(env, &Actor::System, &files).await?;
    Ok(())
}
