//! `kapok restore`: into an empty place only; the hashes first, then the rows, then the log.

use std::fs::{self, File};
use std::io::BufReader;
use std::path::Path;

use anyhow::{Context, bail};
use kapok_acts::{Env, Keys};
use kapok_log::hex;
use kapok_store::{Db, Durability, Loader, Options, SystemEntropy};

use super::{Manifest, hash_of, migrations_named, private, search_indexes};
use crate::config::Config;
use crate::{keyfile, server};

/// What was restored.
#[derive(Debug)]
pub struct Restored {
    /// The list of the backup.
    pub manifest: Manifest,
    /// Whether the checkpoints were verified too, which needs the key.
    pub checkpoints: Option<u64>,
    /// Whether the key was put back.
    pub key: bool,
}

/// Reads a backup and compares every file with its hash.
///
/// # Errors
/// Names every file that is not as it was written.
pub fn check(folder: &Path) -> anyhow::Result<Manifest> {
    let manifest = Manifest::read(folder)?;
    let damage = manifest.damage(folder);
    if !damage.is_empty() {
        bail!(
            "the backup is damaged, and nothing was restored:\n  {}\nUse another backup",
            damage.join("\n  ")
        );
    }
    migrations_named(&manifest.migrations)?;
    Ok(manifest)
}

/// Restores a backup to where the settings point.
///
/// # Errors
/// When the backup is damaged, the place is not empty, or the log does not hold.
pub async fn restore(folder: &Path, config: &Config, now: jiff::Timestamp) -> anyhow::Result<Restored> {
    let manifest = check(folder)?;
    let photos = config.data.join("files");
    if !super::photos::names(&photos)?.is_empty() {
        bail!("{} holds photos: restore into an empty place", photos.display());
    }
    server::private_folder(&config.data).with_context(|| format!("cannot make {}", config.data.display()))?;
    // An SQLite file gets its name when everything is in it.
    let (url, beside) = match config.database.strip_prefix("sqlite:") {
        Some(path) => {
            if Path::new(path).exists() {
                bail!("the database {path} is there already: restore into an empty place, or move it away");
            }
            let beside = format!("{path}.restoring");
            remove_sqlite(&beside);
            server::private_file(Path::new(&beside)).with_context(|| format!("cannot write {beside}"))?;
            (format!("sqlite:{beside}"), Some((beside, path)))
        }
        None => (config.database.clone(), None),
    };
    let result = fill(folder, &manifest, &url, config, now).await;
    let (checkpoints, key) = match (result, beside) {
        (Ok(done), Some((beside, path))) => {
            File::open(&beside)?.sync_all()?;
            for ending in ["-wal", "-shm"] {
                let _ = fs::remove_file(format!("{beside}{ending}"));
            }
            fs::rename(&beside, path).with_context(|| format!("cannot name {path}"))?;
            done
        }
        (Ok(done), None) => done,
        (Err(error), Some((beside, _))) => {
            remove_sqlite(&beside);
            return Err(error);
        }
        (Err(error), None) => {
            return Err(error
                .context("the PostgreSQL database is not restored: drop and create it before the next try"));
        }
    };
    for part in &manifest.photos {
        photo(folder, &photos, part)?;
    }
    Ok(Restored {
        manifest,
        checkpoints,
        key,
    })
}

fn remove_sqlite(path: &str) {
    for ending in ["", "-wal", "-shm"] {
        let _ = fs::remove_file(format!("{path}{ending}"));
    }
}

async fn fill(
    folder: &Path,
    manifest: &Manifest,
    url: &str,
    config: &Config,
    now: jiff::Timestamp,
) -> anyhow::Result<(Option<u64>, bool)> {
    let options = Options {
        durability: Durability::Bulk,
        ..Options::default()
    };
    let db = Db::open(url, options).context("cannot open the database")?;
    if !db.is_empty().await.context("the database does not answer")? {
        bail!("the database has tables of Kapok already: restore into an empty one");
    }
    let migrations = migrations_named(&manifest.migrations)?;
    db.migrate(&migrations, now).await?;
    let tables = kapok_store::tables(&migrations, &search_indexes())?;
    let mut loader: Loader = db.loader().await?;
    for part in &manifest.tables {
        let table = tables
            .iter()
            .find(|table| table.name == part.table)
            .with_context(|| {
                format!(
                    "the backup has a table {} that its migrations do not make",
                    part.table
                )
            })?;
        let file = File::open(folder.join(&part.part.path))?;
        let mut file = BufReader::with_capacity(1 << 20, file);
        loader
            .rows(table, part.rows, &mut file)
            .await
            .with_context(|| format!("table {}", part.table))?;
    }
    loader.finish().await?;
    db.migrate(&crate::wiring::migrations(), now).await?;
    let key = key(folder, manifest, config)?;
    Ok((log(&db, manifest, config, now).await?, key))
}

/// Puts the key back where there is none; says whether it did.
fn key(folder: &Path, manifest: &Manifest, config: &Config) -> anyhow::Result<bool> {
    let (Some(part), path) = (&manifest.key, config.key_path()) else {
        return Ok(false);
    };
    if path.exists() {
        return Ok(false);
    }
    let bytes = fs::read(folder.join(&part.path))?;
    let mut file = private(&path)?;
    std::io::Write::write_all(&mut file, &bytes)?;
    file.sync_all()?;
    Ok(true)
}

/// Recomputes the log from the restored rows; with the key, its checkpoints too.
async fn log(
    db: &Db,
    manifest: &Manifest,
    config: &Config,
    now: jiff::Timestamp,
) -> anyhow::Result<Option<u64>> {
    let known = config
        .key_path()
        .exists()
        .then(|| keyfile::load(&config.key_path(), &SystemEntropy))
        .transpose()?;
    let own = known.filter(|keys| hex(&keys.tag("fingerprint", b"kapok")) == manifest.key_print);
    let with_key = own.is_some();
    let keys = own.unwrap_or_else(|| Keys::new([0; 32]));
    let clock = std::sync::Arc::new(kapok_store::FixedClock::new(now));
    let env = Env::new(
        db.clone(),
        clock,
        std::sync::Arc::new(SystemEntropy),
        keys,
        config.city()?,
    );
    // An old backup has no tree yet: its tables come with the migrations, and the acts wait for their place.
    let mut findings = kapok_acts::tree::rows(&mut db.read_long().await?).await?;
    let mut checkpoints = None;
    if with_key {
        let checked = kapok_acts::tree::check(&env).await?;
        findings.extend(checked.findings);
        checkpoints = Some(checked.checkpoints);
    }
    if findings.is_empty() {
        return Ok(checkpoints);
    }
    bail!(
        "the files of the backup are as they were written, but the log in it does not hold:\n  {}\nUse an earlier backup",
        findings.join("\n  ")
    )
}

fn photo(folder: &Path, photos: &Path, part: &super::Part) -> anyhow::Result<()> {
    let to = photos.join(part.path.trim_start_matches("photos/"));
    if let Some(parent) = to.parent() {
        server::private_folder(parent)?;
    }
    let mut source = File::open(folder.join(&part.path))?;
    let mut file = private(&to)?;
    std::io::copy(&mut source, &mut file).with_context(|| format!("cannot write {}", to.display()))?;
    file.sync_all()?;
    let (_, sha256) = hash_of(&to)?;
    if sha256 != part.sha256 {
        bail!(
            "{} did not arrive as it is in the backup: look at the disk",
            to.display()
        );
    }
    Ok(())
}
