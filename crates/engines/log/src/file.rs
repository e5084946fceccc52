//! The log as one file, and its verification in one pass with constant memory.
//!
//! ```text
//! kapok-log/1 NAME+ID+KEY                            the log's public key
//! HASH⇥ACT                                           an act: hash of its entry, then its canonical form
//! HASH⇥ACT⇥SALT⇥"reason"                             an act with the words of its reason
//! "NAME\n2\nROOT\n\n— NAME SIGNATURE\n"              the checkpoint that was signed after the lines above it
//! ```
//!
//! Each line has one spelling only, so a changed byte anywhere is found: in a hash or an act by the hash of that line, in
//! a reason by the digest in its act, in a checkpoint by its signature, in the key by every signature. A line left out,
//! added or moved changes the root. The last line is a checkpoint.

use std::io::{BufRead, Write};

use sha2::{Digest, Sha256};

use crate::note::{Checkpoint, Key, NoteError};
use crate::tree::{Frontier, Hash, leaf};
use crate::{canonical, hex};

/// First word of the file.
pub const FORMAT: &str = "kapok-log/1";
/// Lines longer than this are no lines of a log: an entry has at most 65,535 bytes, and a reason a page of text.
const LONGEST_LINE: u64 = 4 << 20;

/// Writes the first line.
///
/// # Errors
/// From the writer.
pub fn write_head(out: &mut impl Write, key: &Key) -> std::io::Result<()> {
    writeln!(out, "{FORMAT} {key}")
}

/// Writes an act; `reason` are salt and words, when there are any.
///
/// # Errors
/// From the writer.
pub fn write_act(
    out: &mut impl Write,
    canonical: &str,
    reason: Option<(&[u8; 16], &str)>,
) -> std::io::Result<()> {
    write!(out, "{}\t{canonical}", hex(&leaf(canonical.as_bytes())))?;
    if let Some((salt, words)) = reason {
        write!(out, "\t{}\t{}", hex(salt), canonical::quoted(words))?;
    }
    writeln!(out)
}

/// Writes a checkpoint, as it was signed after the acts before it.
///
/// # Errors
/// From the writer.
pub fn write_checkpoint(out: &mut impl Write, note: &str) -> std::io::Result<()> {
    writeln!(out, "{}", canonical::quoted(note))
}

/// What a whole, unchanged file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// The key in the file.
    pub key: Key,
    /// The last checkpoint.
    pub last: Checkpoint,
    /// Checkpoints in the file.
    pub checkpoints: u64,
    /// Acts that owe a reason whose words were taken out; their digest still stands in the act.
    pub reasons_removed: u64,
}

/// Why a file was not accepted.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// It cannot be read.
    #[error("the file cannot be read")]
    Read(#[from] std::io::Error),
    /// A line was changed.
    #[error("line {line}: {what}")]
    Line {
        /// Line, from 1.
        line: u64,
        /// What is wrong.
        what: String,
    },
    /// Another key was expected.
    #[error("the file carries the key {found}, not the expected {expected}")]
    Key {
        /// Key in the file.
        found: Box<Key>,
        /// Key asked for.
        expected: Box<Key>,
    },
    /// It ends in the middle.
    #[error("the file ends after {acts} acts without a checkpoint over them: its end is missing")]
    End {
        /// Acts read.
        acts: u64,
    },
    /// An earlier checkpoint does not fit: the log was rewritten.
    #[error("the log is not a continuation of the earlier checkpoint of {size} acts: {why}")]
    Earlier {
        /// Its size.
        size: u64,
        /// Why.
        why: &'static str,
    },
}

/// Verifies a log file. With `expected`, the file's key must be that one. With `earlier`, a checkpoint kept from before,
/// the log must begin with exactly the acts that it was signed over.
///
/// # Errors
/// Names the first line that does not hold.
pub fn verify(
    file: impl BufRead,
    expected: Option<&Key>,
    earlier: Option<&Checkpoint>,
) -> Result<Verified, FileError> {
    let mut lines = Lines { file, line: 0 };
    let first = lines.next()?.unwrap_or_default();
    let key: Key = first
        .strip_prefix(FORMAT)
        .and_then(|rest| rest.strip_prefix(' '))
        .and_then(|key| key.parse().ok())
        .ok_or_else(|| lines.wrong(format!("expected {FORMAT:?} and the key of a log")))?;
    if let Some(expected) = expected.filter(|expected| **expected != key) {
        return Err(FileError::Key {
            found: Box::new(key),
            expected: Box::new(expected.clone()),
        });
    }
    let mut tree = Frontier::default();
    let mut reading = Reading {
        last: None,
        checkpoints: 0,
        reasons_removed: 0,
        earlier: Earlier::new(earlier),
    };
    reading.earlier.at(&tree);
    while let Some(line) = lines.next()? {
        let read = if line.starts_with('"') {
            reading.checkpoint(&line, &key, &tree)
        } else {
            reading.act(&line).map(|hash| {
                tree.push(hash, |_| ());
                reading.earlier.at(&tree);
            })
        };
        read.map_err(|what| lines.wrong(what))?;
    }
    let acts = tree.size();
    let last = reading
        .last
        .filter(|last| last.size == acts)
        .ok_or(FileError::End { acts })?;
    reading.earlier.done()?;
    Ok(Verified {
        key,
        last,
        checkpoints: reading.checkpoints,
        reasons_removed: reading.reasons_removed,
    })
}

struct Lines<R> {
    file: R,
    line: u64,
}

impl<R: BufRead> Lines<R> {
    /// The next line without its end; none at the end of the file.
    fn next(&mut self) -> Result<Option<String>, FileError> {
        let mut bytes = Vec::new();
        let mut part = std::io::Read::take(&mut self.file, LONGEST_LINE);
        self.line += 1;
        if part.read_until(b'\n', &mut bytes)? == 0 {
            return Ok(None);
        }
        if bytes.pop() != Some(b'\n') {
            return Err(
                self.wrong("the line does not end: it was cut, or is longer than any line of a log".into())
            );
        }
        String::from_utf8(bytes)
            .map(Some)
            .map_err(|_| self.wrong("it is not UTF-8".into()))
    }

    fn wrong(&self, what: String) -> FileError {
        FileError::Line {
            line: self.line,
            what,
        }
    }
}

struct Reading<'a> {
    last: Option<Checkpoint>,
    checkpoints: u64,
    reasons_removed: u64,
    earlier: Earlier<'a>,
}

impl Reading<'_> {
    /// Reads a line with an act; gives the hash of its entry.
    fn act(&mut self, line: &str) -> Result<Hash, String> {
        let mut parts = line.split('\t');
        let (Some(written), Some(act)) = (parts.next(), parts.next()) else {
            return Err("expected a hash and an act with a tab between them".into());
        };
        let hash = leaf(act.as_bytes());
        if hex(&hash) != written {
            return Err(format!(
                "the act does not have the hash that stands before it: one of them was changed; the act's is {}",
                hex(&hash)
            ));
        }
        let digest = canonical::reason_digest(act);
        match (digest, parts.next(), parts.next(), parts.next()) {
            (None, None, None, None) => {}
            (Some(_), None, None, None) => self.reasons_removed += 1,
            (Some(digest), Some(salt), Some(words), None) => check_reason(digest, salt, words)?,
            _ => {
                return Err(
                    "expected salt and words of the reason after an act that has one, and nothing else"
                        .into(),
                );
            }
        }
        Ok(hash)
    }

    /// Reads a line with a checkpoint over the acts before it.
    fn checkpoint(&mut self, line: &str, key: &Key, tree: &Frontier) -> Result<(), String> {
        let note = canonical::unquoted(line).ok_or("the checkpoint is not written as it should be")?;
        let checkpoint = key.open(&note).map_err(|error: NoteError| error.to_string())?;
        if checkpoint.size != tree.size() {
            return Err(format!(
                "the checkpoint is of {} acts and stands after {}: acts were left out, added or moved",
                checkpoint.size,
                tree.size()
            ));
        }
        if checkpoint.root != tree.root() {
            return Err("the acts before it are not those that this checkpoint was signed over".into());
        }
        self.checkpoints += 1;
        self.last = Some(checkpoint);
        Ok(())
    }
}

fn check_reason(digest: &str, salt: &str, words: &str) -> Result<(), String> {
    let changed = || "the reason is not the one that the act was written with".to_owned();
    let salt = crate::unhex(salt)
        .filter(|salt| salt.len() == 16)
        .ok_or_else(changed)?;
    let words = canonical::unquoted(words).ok_or_else(changed)?;
    let hash = Sha256::new().chain_update(salt).chain_update(words).finalize();
    (hex(&hash) == digest).then_some(()).ok_or_else(changed)
}

/// Watches for the moment when the tree is as large as a checkpoint kept from before.
struct Earlier<'a> {
    kept: Option<&'a Checkpoint>,
    root: Option<Hash>,
}

impl<'a> Earlier<'a> {
    fn new(kept: Option<&'a Checkpoint>) -> Self {
        Self { kept, root: None }
    }

    fn at(&mut self, tree: &Frontier) {
        if self.kept.is_some_and(|kept| kept.size == tree.size()) {
            self.root = Some(tree.root());
        }
    }

    fn done(&self) -> Result<(), FileError> {
        let Some(kept) = self.kept else { return Ok(()) };
        let why = match self.root {
            None => "it has fewer acts now",
            Some(root) if root != kept.root => "the acts it was signed over were changed",
            Some(_) => return Ok(()),
        };
        Err(FileError::Earlier { size: kept.size, why })
    }
}
