//! The commands that write the record for others, and count it again.

use std::path::Path;
use std::process::ExitCode;

use kapok_acts::Env;

/// Writes the open data to a folder.
///
/// # Errors
/// When a file cannot be written, or from the database.
pub async fn export(env: &Env, folder: &Path) -> anyhow::Result<()> {
    let files = kapok_exchange::export::folder(env, folder).await?;
    println!("{files} files are in {}.", folder.display());
    Ok(())
}

/// Counts the counters kept on rows again and prints what differs.
///
/// # Errors
/// From the database.
pub async fn recount(env: &Env) -> anyhow::Result<ExitCode> {
    let found = kapok_exchange::recount::all(env).await?;
    for difference in &found.differences {
        println!("{difference}");
    }
    let (n, of) = (found.differences.len(), found.counted);
    println!("{of} counters were counted again; {n} differ.");
    Ok(if n == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
