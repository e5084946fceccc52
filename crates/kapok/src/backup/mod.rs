//! `kapok backup`: everything at one moment, while the server runs; the same format from both databases, so that a backup of
//! SQLite can be restored into PostgreSQL and the other way round.
//!
//! A backup is a folder: `backup.json` lists every file with its SHA-256; `tables/NAME.rows` holds the rows of a table;
//! `photos/` the photos. The key is left out unless asked for: whoever has both has the contact data.

mod manifest;
mod photos;
mod restore;

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use kapok_log::hex;
use kapok_store::{Db, Migration, SearchIndex, Snapshot, Table};

pub use manifest::{FORMAT, LIST, Manifest, Part, SEAL, TablePart};
pub use restore::{Restored, check, restore};

use crate::config::Config;
use crate::wiring;
use manifest::{Hashed, hash_of, private};

/// The search indexes of the rooms. A test fails when one is missing.
pub fn search_indexes() -> Vec<SearchIndex> {
    let statement = |room: &str, name: &str| {
        wiring::SCHEMAS
            .iter()
            .filter(|schema| schema.room == room)
            .flat_map(|schema| schema.statements)
            .find(|s| s.sql().name == name)
            .map_or("", |s| s.sql().text(kapok_store::Dialect::Postgres))
    };
    vec![
        SearchIndex {
            table: "matter_text",
            postgres_select: "SELECT number, tokens FROM matter_text",
            postgres_insert: statement("matters", "TEXT_ADD"),
        },
        SearchIndex {
            table: "case_text",
            postgres_select: "SELECT rowid, array_to_string(tsvector_to_array(tokens), ' ') FROM case_text",
            postgres_insert: statement("cases", "INDEX_TEXT"),
        },
    ]
}

/// The migrations of these names, in the order in which this version runs them.
///
/// # Errors
/// When one is not known to this version.
pub fn migrations_named(names: &[String]) -> anyhow::Result<Vec<Migration>> {
    let known = wiring::migrations();
    if let Some(newer) = names.iter().find(|name| known.iter().all(|m| m.name != **name)) {
        bail!("{newer} was made by a newer version of Kapok, which this one does not know: use that version");
    }
    Ok(known
        .into_iter()
        .filter(|m| names.iter().any(|name| name == m.name))
        .collect())
}

/// What was made.
#[derive(Debug)]
pub struct Made {
    /// The folder.
    pub folder: PathBuf,
    /// Its list.
    pub manifest: Manifest,
}

/// Makes a backup in a new folder within `into`.
///
/// # Errors
/// From the database and the disk. What was written of an unfinished backup ends in `.unfinished`.
pub async fn make(
    db: &Db,
    config: &Config,
    into: &Path,
    with_key: bool,
    now: jiff::Timestamp,
) -> anyhow::Result<Made> {
    let name = format!("kapok-{}", now.strftime("%Y-%m-%dT%H%M%SZ"));
    let (folder, unfinished) = (into.join(&name), into.join(format!("{name}.unfinished")));
    if folder.exists() {
        bail!("{} is there already", folder.display());
    }
    for path in [into, &unfinished, &unfinished.join("tables")] {
        crate::server::private_folder(path)
            .with_context(|| format!("cannot make the folder {}", path.display()))?;
    }
    let mut manifest = rows(db, &unfinished, now).await?;
    let before = photos::latest(into, &name);
    manifest.photos = photos::take(&config.data.join("files"), &unfinished, before.as_ref())?;
    if with_key {
        manifest.key = Some(key(config, &unfinished)?);
        manifest.with_key = true;
    }
    manifest.write(&unfinished)?;
    std::fs::rename(&unfinished, &folder).with_context(|| format!("cannot name {}", folder.display()))?;
    std::fs::File::open(into)
        .and_then(|f| f.sync_all())
        .context("the backup's folder")?;
    Ok(Made { folder, manifest })
}

/// The rows of all tables, at one moment.
async fn rows(db: &Db, folder: &Path, now: jiff::Timestamp) -> anyhow::Result<Manifest> {
    let mut snapshot = db.snapshot().await?;
    let migrations = kapok_store::applied(snapshot.conn())
        .await
        .context("the database has no tables of Kapok")?;
    let tables = kapok_store::tables(&migrations_named(&migrations)?, &search_indexes())?;
    let (print, _) = kapok_store::key_print(snapshot.conn()).await?;
    let (acts, checkpoint) =
        kapok_acts::tree::standing(snapshot.conn(), has(&migrations, "tree/0001_tree")).await?;
    let mut out = Vec::with_capacity(tables.len());
    for table in &tables {
        out.push(table_rows(&mut snapshot, table, folder).await?);
    }
    Ok(Manifest {
        format: FORMAT,
        kapok: env!("CARGO_PKG_VERSION").into(),
        made: now,
        from: match db.dialect() {
            kapok_store::Dialect::Sqlite => "sqlite".into(),
            kapok_store::Dialect::Postgres => "postgres".into(),
        },
        migrations,
        acts,
        checkpoint,
        key_print: hex(&print.unwrap_or_default()),
        with_key: false,
        tables: out,
        photos: Vec::new(),
        key: None,
    })
}

fn has(migrations: &[String], name: &str) -> bool {
    migrations.iter().any(|m| m == name)
}

async fn table_rows(snapshot: &mut Snapshot, table: &Table, folder: &Path) -> anyhow::Result<TablePart> {
    let path = format!("tables/{}.rows", table.name);
    let mut file = Hashed::begin(&folder.join(&path))?;
    let rows = snapshot
        .rows(table, &mut file)
        .await
        .with_context(|| format!("table {}", table.name))?;
    Ok(TablePart {
        table: table.name.clone(),
        rows,
        part: file.end(path)?,
    })
}

fn key(config: &Config, folder: &Path) -> anyhow::Result<Part> {
    let from = config.key_path();
    let bytes =
        std::fs::read(&from).with_context(|| format!("cannot read the key file {}", from.display()))?;
    let mut file = Hashed::begin(&folder.join("key"))?;
    std::io::Write::write_all(&mut file, &bytes)?;
    file.end("key".into())
}
