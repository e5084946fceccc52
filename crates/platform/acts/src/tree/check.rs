//! Whether the database still holds the log that was signed.

use kapok_log::hex;
use kapok_log::note::{Key, NoteError};
use kapok_log::tree::{Frontier, TileRoot};
use kapok_store::{Conn, StoreError, params};

use super::{ROOTS, SIGNED, TREE, key, signed, unsigned};
use crate::{ActError, Env, log};

const AT_ONCE: u64 = 1_000;
/// More findings than these add nothing.
const MOST_FINDINGS: usize = 100;

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checked {
    /// Acts that were recomputed.
    pub acts: u64,
    /// Checkpoints that were verified.
    pub checkpoints: u64,
    /// Root of the tree, in hexadecimal.
    pub root: String,
    /// Acts that wait for their place.
    pub waiting: u64,
    /// What does not fit, in words; empty when the log holds. At most a hundred.
    pub findings: Vec<String>,
}

/// Recomputes the log from the rows of the database: every act, every root of a tile, every checkpoint.
///
/// # Errors
/// From the database. What does not fit is no error but a finding.
pub async fn check(env: &Env) -> Result<Checked, ActError> {
    let mut conn = env.db.read_long().await?;
    let (size, roots) = conn.opt(&TREE, &[]).await?.unwrap_or_default();
    let mut checking = Checking {
        key: key(env)?,
        tree: Frontier::default(),
        out: Checked::default(),
    };
    while checking.tree.size() < unsigned(size) {
        let from = checking.tree.size();
        let to = unsigned(size).min(from + AT_ONCE);
        checking.acts(&mut conn, from, to).await?;
        if checking.tree.size() < to {
            let missing = checking.tree.size();
            checking.found(format!("act {missing} is missing"));
            break;
        }
    }
    if checking.tree.bytes() != roots {
        checking.found("the right edge of the tree does not fit the acts".into());
    }
    let all = unsigned(log::count(&mut conn).await?);
    let mut out = checking.out;
    out.waiting = all.saturating_sub(out.acts);
    out.root = hex(&checking.tree.root());
    Ok(out)
}

struct Checking {
    key: Key,
    tree: Frontier,
    out: Checked,
}

impl Checking {
    fn found(&mut self, what: String) {
        if self.out.findings.len() < MOST_FINDINGS {
            self.out.findings.push(what);
        }
    }

    async fn acts(&mut self, conn: &mut Conn, from: u64, to: u64) -> Result<(), StoreError> {
        let notes = conn.all(&SIGNED, params![signed(from), signed(to)]).await?;
        let mut notes = notes.iter().peekable();
        for entry in log::placed(conn, from, to).await? {
            let place = self.tree.size();
            if entry.index() != Some(place) {
                return Ok(()); // the caller sees that the tree did not grow
            }
            let leaf = entry.act().leaf_hash();
            if leaf != entry.leaf_hash {
                self.found(format!(
                    "act {place} ({}) was changed after it was written",
                    entry.id
                ));
            }
            let mut full = Vec::new();
            self.tree.push(leaf, |root| full.push(root));
            for root in full {
                self.tile(conn, root).await?;
            }
            self.out.acts += 1;
            if let Some((_, note)) = notes.next_if(|(size, _)| unsigned(*size) == place + 1) {
                self.checkpoint(note);
            }
        }
        Ok(())
    }

    async fn tile(&mut self, conn: &mut Conn, root: TileRoot) -> Result<(), StoreError> {
        let number = signed(root.number);
        let stored = conn.all(&ROOTS, params![root.level, number, number + 1]).await?;
        if stored.first().map(Vec::as_slice) != Some(&root.hash) {
            self.found(format!(
                "the root of tile {number} of level {} does not fit",
                root.level - 1
            ));
        }
        Ok(())
    }

    /// Compares a checkpoint with the tree, which has its size now.
    fn checkpoint(&mut self, note: &str) {
        let size = self.tree.size();
        match self.key.open(note) {
            Ok(signed) if (signed.size, signed.root) != (size, self.tree.root()) => {
                self.found(format!("the first {size} acts are not those that were signed"));
            }
            Ok(_) => self.out.checkpoints += 1,
            // Signed under a name that the log had before, by a key of that name.
            Err(NoteError::Origin { .. }) => {}
            Err(error) => self.found(format!("the checkpoint of {size} acts: {error}")),
        }
    }
}
