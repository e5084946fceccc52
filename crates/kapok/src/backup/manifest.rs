//! What a backup says of itself: every file with its size and hash.

use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;

use anyhow::{Context, bail};
use kapok_log::hex;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Version of the layout; a backup of a later one is refused.
pub const FORMAT: u32 = 1;
/// Name of the list in the folder of a backup.
pub const LIST: &str = "backup.json";
/// Name of the file with the list's own hash.
pub const SEAL: &str = "backup.json.sha256";

/// A file of a backup.
#[derive(Debug, Clone, Serialize, Deserialize, PartialEq, Eq)]
pub struct Part {
    /// Path within the backup.
    pub path: String,
    /// Its size.
    pub bytes: u64,
    /// Its SHA-256, hexadecimal.
    pub sha256: String,
}

/// A table of a backup.
#[derive(Debug, Clone, Serialize, Deserialize, PartialEq, Eq)]
pub struct TablePart {
    /// Name of the table.
    pub table: String,
    /// How many rows it has.
    pub rows: u64,
    /// The file with the rows.
    #[serde(flatten)]
    pub part: Part,
}

/// The list.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Manifest {
    /// See [`FORMAT`].
    pub format: u32,
    /// Version of Kapok that made it.
    pub kapok: String,
    /// When.
    pub made: jiff::Timestamp,
    /// `sqlite` or `postgres`.
    pub from: String,
    /// Migrations that the database had.
    pub migrations: Vec<String>,
    /// Acts in the log.
    pub acts: u64,
    /// The last signed checkpoint of the log, as a note; empty when there is none.
    pub checkpoint: String,
    /// Fingerprint of the key that the contact data is sealed with; it tells nothing about the key.
    pub key_print: String,
    /// Whether the key is in the backup.
    pub with_key: bool,
    /// The tables, in the order in which they are filled.
    pub tables: Vec<TablePart>,
    /// The photos.
    pub photos: Vec<Part>,
    /// The key, where it was asked for.
    pub key: Option<Part>,
}

impl Manifest {
    /// Reads the list of a backup.
    ///
    /// # Errors
    /// When it is damaged, or of a later version.
    pub fn read(folder: &Path) -> anyhow::Result<Self> {
        let path = folder.join(LIST);
        let text = std::fs::read(&path).with_context(|| {
            format!(
                "{} is not the folder of a backup: it has no {LIST}",
                folder.display()
            )
        })?;
        let seal = std::fs::read_to_string(folder.join(SEAL))
            .with_context(|| format!("the backup has no readable {SEAL}"))?;
        if seal != seal_of(&text) {
            bail!(
                "{} is damaged: its hash is not that in {SEAL}. Use another backup",
                path.display()
            );
        }
        let manifest: Self =
            serde_json::from_slice(&text).with_context(|| format!("cannot read {}", path.display()))?;
        if manifest.format > FORMAT {
            bail!(
                "this backup was made by a newer version of Kapok ({}): restore it with that version",
                manifest.kapok
            );
        }
        Ok(manifest)
    }

    /// Writes it, with its own hash beside it.
    ///
    /// # Errors
    /// When the files cannot be written.
    pub fn write(&self, folder: &Path) -> anyhow::Result<()> {
        let mut text = serde_json::to_vec_pretty(self).context("the list cannot be written")?;
        text.push(b'\n');
        for (name, bytes) in [(LIST, text.as_slice()), (SEAL, seal_of(&text).as_bytes())] {
            let mut file = private(&folder.join(name))?;
            file.write_all(bytes)?;
            file.sync_all()?;
        }
        Ok(())
    }

    /// Every file that the list names.
    pub fn parts(&self) -> impl Iterator<Item = &Part> {
        let tables = self.tables.iter().map(|t| &t.part);
        tables.chain(&self.photos).chain(&self.key)
    }

    /// What is wrong with the files of a backup; nothing when all are as they were written.
    #[must_use]
    pub fn damage(&self, folder: &Path) -> Vec<String> {
        self.parts()
            .filter_map(|part| {
                if !is_inside(&part.path) {
                    return Some(format!("{} is no path within a backup", part.path));
                }
                match hash_of(&folder.join(&part.path)) {
                    Err(error) => Some(format!("{} cannot be read: {error}", part.path)),
                    Ok((bytes, _)) if bytes != part.bytes => {
                        Some(format!("{} has {bytes} bytes, and had {}", part.path, part.bytes))
                    }
                    Ok((_, sha256)) if sha256 != part.sha256 => Some(format!("{} was changed", part.path)),
                    Ok(_) => None,
                }
            })
            .collect()
    }
}

fn seal_of(text: &[u8]) -> String {
    format!("{}  {LIST}\n", hex(&Sha256::digest(text)))
}

/// A relative path without steps upwards: a list that somebody wrote must not reach out of its folder.
fn is_inside(path: &str) -> bool {
    let path = Path::new(path);
    path.components()
        .all(|c| matches!(c, std::path::Component::Normal(_)))
}

/// Size and SHA-256 of a file.
///
/// # Errors
/// When it cannot be read.
pub fn hash_of(path: &Path) -> std::io::Result<(u64, String)> {
    let mut file = File::open(path)?;
    let (mut hash, mut buffer, mut bytes) = (Sha256::new(), vec![0; 1 << 18], 0);
    loop {
        let n = file.read(&mut buffer)?;
        if n == 0 {
            return Ok((bytes, hex(&hash.finalize())));
        }
        hash.update(&buffer[..n]);
        bytes += n as u64;
    }
}

/// A new file that only its owner may read.
///
/// # Errors
/// When it is there already or cannot be made.
pub fn private(path: &Path) -> anyhow::Result<File> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
        .open(path)
        .with_context(|| format!("cannot write {}", path.display()))
}

/// A file that is hashed while it is written, and flushed to the disk piece by piece: one large flush at the end would hold up
/// the commits of the server that runs beside.
pub struct Hashed {
    file: File,
    hash: Sha256,
    bytes: u64,
    buffer: Vec<u8>,
}

/// Bytes that are written and flushed at once.
const PIECE: usize = 1 << 20;

impl Hashed {
    /// Begins a file.
    ///
    /// # Errors
    /// As [`private`].
    pub fn begin(path: &Path) -> anyhow::Result<Self> {
        Ok(Self {
            file: private(path)?,
            hash: Sha256::new(),
            bytes: 0,
            buffer: Vec::with_capacity(PIECE + 4096),
        })
    }

    fn push(&mut self) -> std::io::Result<()> {
        self.hash.update(&self.buffer);
        self.bytes += self.buffer.len() as u64;
        self.file.write_all(&self.buffer)?;
        self.file.sync_data()?;
        self.buffer.clear();
        Ok(())
    }

    /// Ends it, on the disk.
    ///
    /// # Errors
    /// From the disk.
    pub fn end(mut self, path: String) -> anyhow::Result<Part> {
        self.push().with_context(|| format!("cannot write {path}"))?;
        self.file
            .sync_all()
            .with_context(|| format!("cannot write {path}"))?;
        Ok(Part {
            path,
            bytes: self.bytes,
            sha256: hex(&self.hash.finalize()),
        })
    }
}

impl Write for Hashed {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.buffer.extend_from_slice(bytes);
        if self.buffer.len() >= PIECE {
            self.push()?;
        }
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
