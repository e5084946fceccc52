//! The proof that one act is in the log, as a file that anyone can keep (C2SP tlog-proof).
//!
//! The line `extra` carries the act's canonical bytes, so that the file proves something without any other.

use crate::note::{Checkpoint, Key, NoteError, from_base64, to_base64};
use crate::tree::{self, Hash};

/// First line of such a file.
pub const FIRST_LINE: &str = "c2sp.org/tlog-proof@v1";

/// Writes a proof: the act, its place, the path to the root, and the checkpoint.
#[must_use]
pub fn write(canonical: &str, index: u64, path: &[Hash], checkpoint: &str) -> String {
    let mut out = format!(
        "{FIRST_LINE}\nextra {}\nindex {index}\n",
        to_base64(canonical.as_bytes())
    );
    for hash in path {
        out.push_str(&to_base64(hash));
        out.push('\n');
    }
    out.push('\n');
    out.push_str(checkpoint);
    out
}

/// An act that was shown to be in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proven {
    /// The act's canonical form.
    pub canonical: String,
    /// Its place in the log, from 0.
    pub index: u64,
    /// The checkpoint under which it was shown.
    pub checkpoint: Checkpoint,
}

/// Why a proof was not accepted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProofError {
    /// Not in the form of a proof.
    #[error("line {line}: {expected}")]
    Form {
        /// Line, from 1.
        line: usize,
        /// What should stand there.
        expected: &'static str,
    },
    /// Its checkpoint does not hold.
    #[error(transparent)]
    Note(#[from] NoteError),
    /// The path does not lead to the signed root.
    #[error(
        "the path does not lead from this act to the root in the checkpoint: act, place, path or root was changed"
    )]
    Path,
}

/// Verifies a proof.
///
/// # Errors
/// Says which part does not hold.
pub fn verify(text: &str, key: &Key) -> Result<Proven, ProofError> {
    let form = |line, expected| ProofError::Form { line, expected };
    let (head, checkpoint) = text
        .split_once("\n\n")
        .ok_or(form(1, "a blank line before the checkpoint"))?;
    let mut lines = head.split('\n');
    if lines.next() != Some(FIRST_LINE) {
        return Err(form(1, "the name of the format, c2sp.org/tlog-proof@v1"));
    }
    let canonical = lines
        .next()
        .and_then(|line| line.strip_prefix("extra "))
        .and_then(from_base64)
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .ok_or(form(2, "the act, as \"extra\" and base64"))?;
    let index: u64 = lines
        .next()
        .and_then(|line| line.strip_prefix("index "))
        .and_then(|digits| digits.parse().ok().filter(|n: &u64| n.to_string() == digits))
        .ok_or(form(3, "the place of the act, as \"index\" and a number"))?;
    let mut path = Vec::new();
    for (i, line) in lines.enumerate() {
        let hash = from_base64(line).and_then(|bytes| bytes.try_into().ok());
        path.push(hash.ok_or(form(i + 4, "a hash of 32 bytes in base64"))?);
    }
    let checkpoint = key.open(checkpoint)?;
    let leaf = tree::leaf(canonical.as_bytes());
    if !tree::included(&leaf, index, checkpoint.size, &path, &checkpoint.root) {
        return Err(ProofError::Path);
    }
    Ok(Proven {
        canonical,
        index,
        checkpoint,
    })
}
