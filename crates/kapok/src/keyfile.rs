//! The secret key: a file outside the database that only the server may read.

use std::io::Write;
use std::path::Path;

use anyhow::{Context, bail};
use kapok_acts::Keys;
use kapok_store::{Db, Entropy};

/// The key of this database: read from its file, or made at the first start. The database keeps a fingerprint of it, so that it
/// is never opened with another key or a new one: contact data and codes would be lost without a word.
///
/// # Errors
/// As [`load`]; when the file is missing and the database has data; when the key is another one.
pub async fn of(db: &Db, path: &Path, entropy: &dyn Entropy) -> anyhow::Result<Keys> {
    let (print, used) = kapok_store::key_print(&mut db.read().await?).await?;
    if !path.exists() && (used || print.is_some()) {
        bail!(
            "the key file {} is missing, but the database has data. Restore the key from its backup, or name its place in \
             key_file: with a new key, contact data and codes could never be read again",
            path.display()
        );
    }
    let keys = load(path, entropy)?;
    let own = keys.tag("fingerprint", b"kapok");
    match print {
        None => kapok_store::keep_key_print(db, own).await?,
        Some(known) if Keys::same(&known, &own) => {}
        Some(_) => bail!(
            "the key in {} is not the key of this database. Restore the right key from its backup, or name the database it \
             belongs to",
            path.display()
        ),
    }
    Ok(keys)
}

/// Says so when others may read the key.
#[cfg(unix)]
fn warn_if_open(path: &Path) {
    let mode = std::fs::metadata(path).map(|m| std::os::unix::fs::PermissionsExt::mode(&m.permissions()));
    if mode.is_ok_and(|mode| mode & 0o077 != 0) {
        tracing::warn!(
            "other users of this machine may read the key file {}: chmod 600 it",
            path.display()
        );
    }
}

/// Reads the key, or makes one where there is none.
///
/// # Errors
/// When the file cannot be read or written, or does not hold 64 hexadecimal digits.
pub fn load(path: &Path, entropy: &dyn Entropy) -> anyhow::Result<Keys> {
    if !path.exists() {
        make(path, entropy).with_context(|| format!("cannot write the key file {}", path.display()))?;
    }
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("cannot read the key file {}", path.display()))?;
    #[cfg(unix)]
    warn_if_open(path);
    let digits = text.trim();
    let half = |i: usize| kapok_store::ids::parse_hex(digits.get(i..i + 32).unwrap_or_default());
    match (digits.len(), half(0), half(32)) {
        (64, Some(a), Some(b)) => {
            let mut root = [0; 32];
            root[..16].copy_from_slice(&a);
            root[16..].copy_from_slice(&b);
            Ok(Keys::new(root))
        }
        _ => bail!(
            "the key file {} does not hold 64 hexadecimal digits. Restore it from the backup: without it, contact data and codes cannot be read",
            path.display()
        ),
    }
}

fn make(path: &Path, entropy: &dyn Entropy) -> std::io::Result<()> {
    let mut bytes = [0u8; 32];
    entropy.fill(&mut bytes);
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    writeln!(file, "{}", kapok_log::hex(&bytes))?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;
    use kapok_store::SystemEntropy;

    #[test]
    fn a_key_is_made_once_and_read_again() {
        let path = std::env::temp_dir().join(format!("kapok-key-{}", std::process::id()));
        let _ = std::fs::remove_file(&path);
        let first = load(&path, &SystemEntropy).unwrap().tag("test", b"x");
        assert_eq!(load(&path, &SystemEntropy).unwrap().tag("test", b"x"), first);
        #[cfg(unix)]
        assert_eq!(
            std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(&path).unwrap().permissions()) & 0o777,
            0o600
        );
        std::fs::write(&path, "short").unwrap();
        assert!(load(&path, &SystemEntropy).is_err());
    }

    #[tokio::test]
    async fn a_database_is_not_opened_with_another_key_nor_with_a_new_one() {
        let dir = std::env::temp_dir().join(format!("kapok-keys-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&dir);
        std::fs::create_dir_all(&dir).unwrap();
        let key = dir.join("key");
        let file = format!("sqlite:{}", dir.join("kapok.db").display());
        let db = Db::open(&file, kapok_store::Options::default()).unwrap();
        db.migrate(kapok_store::SCHEMA.migrations, jiff::Timestamp::UNIX_EPOCH)
            .await
            .unwrap();
        assert!(
            of(&db, &key, &SystemEntropy).await.is_ok(),
            "the first start makes the key"
        );
        assert!(
            of(&db, &key, &SystemEntropy).await.is_ok(),
            "and the next finds it"
        );
        let kept = std::fs::read(&key).unwrap();
        std::fs::write(&key, "ab".repeat(32)).unwrap();
        let other = of(&db, &key, &SystemEntropy).await.err().unwrap().to_string();
        assert!(other.contains("not the key of this database"), "{other}");
        std::fs::remove_file(&key).unwrap();
        let missing = of(&db, &key, &SystemEntropy).await.err().unwrap().to_string();
        assert!(missing.contains("is missing") && !key.exists(), "{missing}");
        std::fs::write(&key, kept).unwrap();
        assert!(of(&db, &key, &SystemEntropy).await.is_ok());
    }
}
