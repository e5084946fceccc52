//! The open data as files in a folder: the same bytes that the server sends.

use std::path::Path;

use bytes::Bytes;
use futures_util::{Stream, StreamExt};
use kapok_acts::{ActError, Env};
use kapok_store::Result as Stored;
use kapok_tables::{csvw, csvw_group, stream};
use serde_json::Value;
use std::io::Write;

use crate::{counters, dcat, geo, tables};

/// Why an export ended.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// A file could not be written.
    #[error("cannot write {0}: {1}")]
    File(String, std::io::Error),
    /// The database said no.
    #[error(transparent)]
    Act(#[from] ActError),
    /// The database said no.
    #[error(transparent)]
    Store(#[from] kapok_store::StoreError),
}

/// Writes all files into a folder, which is made if it is not there; tells how many they are.
///
/// # Errors
/// When a file cannot be written, or from the database.
pub async fn folder(env: &Env, to: &Path) -> Result<usize, ExportError> {
    std::fs::create_dir_all(to).map_err(|e| ExportError::File(to.display().to_string(), e))?;
    let mut n = 0;
    for table in tables::all() {
        let csv = format!("{}.csv", table.name);
        if table.rows.is_some() {
            let rows = stream(table, env.db.clone(), env.city.time_zone.clone());
            pour(to, &csv, rows).await?;
        }
        write(
            to,
            &format!("{csv}-metadata.json"),
            pretty(&csvw(table)).as_bytes(),
        )?;
        n += 2;
    }
    // After the tables: what was counted on the way is nearest to what they hold.
    write(
        to,
        "counters.csv",
        &counters::csv(env, &counters::all(env).await?),
    )?;
    let tree = kapok_places::tree(env).await?;
    write(to, "places.geojson", kapok_places::geojson(&tree).as_bytes())?;
    pour(to, "matters.geojson", geo::matters(env, tree)).await?;
    for (name, text) in described(env) {
        write(to, name, text.as_bytes())?;
    }
    Ok(n + 5)
}

/// The files that describe the others.
pub(crate) fn described(env: &Env) -> [(&'static str, String); 3] {
    [
        ("csv-metadata.json", pretty(&csvw_group(&tables::all()))),
        ("datapackage.json", pretty(&dcat::package(env))),
        ("catalog.jsonld", pretty(&dcat::catalogue(env))),
    ]
}

pub(crate) fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}

fn write(to: &Path, name: &str, bytes: &[u8]) -> Result<(), ExportError> {
    std::fs::write(to.join(name), bytes).map_err(|e| ExportError::File(name.to_owned(), e))
}

async fn pour(to: &Path, name: &str, rows: impl Stream<Item = Stored<Bytes>>) -> Result<(), ExportError> {
    let failed = |e| ExportError::File(name.to_owned(), e);
    let mut file = std::fs::File::create(to.join(name)).map_err(failed)?;
    let mut rows = std::pin::pin!(rows);
    while let Some(bytes) = rows.next().await {
        file.write_all(&bytes?).map_err(failed)?;
    }
    Ok(())
}
