//! Whether the rows of a database hold together, without the key: for a backup and a restore, which may have none.

use kapok_log::tree::Frontier;
use kapok_store::{Conn, StoreError};

use super::{LATEST, TREE, WAITING, unsigned};
use crate::log;

/// More findings than these add nothing.
const MOST_FINDINGS: usize = 100;

/// How many acts there are, and the latest checkpoint as a note; empty when none was signed. `has_tree` says whether the
/// database has the tables of the tree, which an old one has not.
///
/// # Errors
/// From the database.
pub async fn standing(conn: &mut Conn, has_tree: bool) -> Result<(u64, String), StoreError> {
    let acts = unsigned(log::count(conn).await?);
    let latest = if has_tree {
        conn.opt(&LATEST, &[]).await?
    } else {
        None
    };
    Ok((acts, latest.map(|(_, _, note)| note).unwrap_or_default()))
}

/// When the oldest act was written that waits for its place; none when all have theirs.
///
/// # Errors
/// From the database.
pub async fn oldest_waiting(conn: &mut Conn) -> Result<Option<i64>, StoreError> {
    conn.opt(&WAITING, &[]).await
}

/// Recomputes every act and the tree over those that have their place. What does not fit, in words.
///
/// # Errors
/// From the database.
pub async fn rows(conn: &mut Conn) -> Result<Vec<String>, StoreError> {
    let mut findings = Vec::new();
    let mut tree = Frontier::default();
    let mut look = |entry: &log::Entry| {
        let leaf = entry.act().leaf_hash();
        if leaf != entry.leaf_hash && findings.len() < MOST_FINDINGS {
            findings.push(format!("act {} was changed after it was written", entry.id));
        }
        leaf
    };
    let mut gap = None;
    log::each_placed(conn, |entry| {
        if entry.index() != Some(tree.size()) {
            gap.get_or_insert(tree.size());
        }
        let leaf = look(&entry);
        tree.push(leaf, |_| {});
    })
    .await?;
    log::each_waiting(conn, |entry| {
        look(&entry);
    })
    .await?;
    if let Some(place) = gap {
        findings.push(format!("act {place} is missing"));
    }
    let (size, roots) = conn.opt(&TREE, &[]).await?.unwrap_or_default();
    if tree.size() != unsigned(size) || (tree.size() > 0 && tree.bytes() != roots) {
        findings.push("the right edge of the tree does not fit the acts".into());
    }
    Ok(findings)
}
