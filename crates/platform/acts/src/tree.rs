//! The tree over the log: acts get their place, checkpoints are signed, tiles and proofs are read.
//!
//! An act is written without a place, in the transaction of its change. The sequencer ([`sequence`]) gives places to acts
//! that have none, in the order of their time, and signs the new root. It holds the row of table `tree` while it does, so
//! several server processes may run it and one at a time works. A place, once given, is never changed.

mod check;
mod export;
mod read;
mod rows;

use kapok_log::note::{Key, Signer};
use kapok_log::tree::{Frontier, Hash, TileRoot};
use kapok_store::{ChoreTx, Migration, Schema, StoreError, params, statements};

use crate::{ActError, Env};

pub use check::{Checked, check};
pub use export::Export;
pub use read::{Head, head, index_of, proof, tile};
pub use rows::{oldest_waiting, rows, standing};

/// The tables of the tree.
pub const SCHEMA: Schema = Schema {
    room: "tree",
    migrations: &[Migration {
        name: "tree/0001_tree",
        sql: include_str!("../migrations/0001_tree.sql"),
    }],
    statements: ALL,
    lists: &[],
};

/// Acts that get their place in one transaction: other writers wait no longer than for these.
const AT_ONCE: i64 = 2_000;

statements! {
    read WAITING: i64 = "SELECT at_ms FROM act WHERE tree_index IS NULL ORDER BY at_ms, id LIMIT 1";
    read SIZE: i64 = "SELECT size FROM tree WHERE id = 1";
    chore PLANT = "INSERT INTO tree (id, size, roots, at_ms) VALUES (1, 0, $1, $2) ON CONFLICT (id) DO NOTHING";
    chore HOLD: (i64, Vec<u8>) = "UPDATE tree SET at_ms = $1 WHERE id = 1 RETURNING size, roots";
    chore PLACE = "UPDATE act SET tree_index = w.place FROM \
        (SELECT id, $1 + row_number() OVER (ORDER BY at_ms, id) - 1 AS place FROM act WHERE tree_index IS NULL \
        ORDER BY at_ms, id LIMIT $2) w WHERE act.id = w.id";
    read LEAVES: Vec<u8> = "SELECT leaf_hash FROM act WHERE tree_index >= $1 AND tree_index < $2 ORDER BY tree_index";
    chore KEEP_ROOT = "INSERT INTO tree_hash (level, number, hash) VALUES ($1, $2, $3)";
    read ROOTS: Vec<u8> = "SELECT hash FROM tree_hash WHERE level = $1 AND number >= $2 AND number < $3 ORDER BY number";
    chore GROW = "UPDATE tree SET size = $1, roots = $2 WHERE id = 1";
    chore REPLACE = "DELETE FROM checkpoint WHERE at_ms >= $1 AND size < $2";
    chore SIGN = "INSERT INTO checkpoint (size, at_ms, note) VALUES ($1, $2, $3) \
        ON CONFLICT (size) DO UPDATE SET at_ms = $2, note = $3";
    read LATEST: (i64, jiff::Timestamp, String) = "SELECT size, at_ms, note FROM checkpoint WHERE size >= 0 ORDER BY size DESC LIMIT 1";
    read SIGNED: (i64, String) = "SELECT size, note FROM checkpoint WHERE size > $1 AND size <= $2 ORDER BY size";
    read PLACE_OF: Option<i64> = "SELECT tree_index FROM act WHERE id = $1";
    read TREE: (i64, Vec<u8>) = "SELECT size, roots FROM tree WHERE id = 1";
}

/// What signs this city's log. The key follows from the secret outside the database.
///
/// # Errors
/// [`ActError::Store`] when the log's name cannot stand in a checkpoint; the settings are checked for that at the start.
pub fn signer(env: &Env) -> Result<Signer, ActError> {
    let name = &env.city.log_name;
    let secret = env.keys.tag("log", b"ed25519");
    Signer::new(name, &secret)
        .ok_or_else(|| StoreError::Address(format!("{name:?} cannot be the name of a log")).into())
}

/// The key that verifies this city's log.
///
/// # Errors
/// As [`signer`].
pub fn key(env: &Env) -> Result<Key, ActError> {
    Ok(signer(env)?.key().clone())
}

/// Gives every act that has none its place, and signs the tree. Tells how many got one.
///
/// # Errors
/// From the database; what was done before stays.
pub async fn sequence(env: &Env) -> Result<u64, ActError> {
    let signer = signer(env)?;
    let mut placed = 0;
    loop {
        let mut conn = env.db.read().await?;
        if conn.opt(&WAITING, &[]).await?.is_none() && is_signed(&mut conn, signer.key()).await? {
            return Ok(placed);
        }
        drop(conn);
        placed += sequence_some(env, &signer).await?;
    }
}

/// Whether there is a checkpoint, and it has the name that the log has now.
async fn is_signed(conn: &mut kapok_store::Conn, key: &Key) -> Result<bool, StoreError> {
    let latest = conn.opt(&LATEST, &[]).await?;
    Ok(latest.is_some_and(|(_, _, note)| note.lines().next() == Some(key.name())))
}

async fn sequence_some(env: &Env, signer: &Signer) -> Result<u64, ActError> {
    let now = env.now();
    let mut tx = env.db.chore().await?;
    tx.run(&PLANT, params![Vec::new(), now]).await?;
    let (size, roots) = tx.returning(&HOLD, params![now]).await?.ok_or_else(damaged)?;
    let mut tree = Frontier::from_bytes(unsigned(size), &roots).ok_or_else(damaged)?;
    tx.run(&PLACE, params![size, AT_ONCE]).await?;
    let leaves = tx.all(&LEAVES, params![size, size + AT_ONCE]).await?;
    for leaf in &leaves {
        let mut full = Vec::new();
        tree.push(hash(leaf)?, |root| full.push(root));
        keep_roots(&mut tx, &full).await?;
    }
    let size = signed(tree.size());
    tx.run(&GROW, params![size, tree.bytes()]).await?;
    let minute = now.as_millisecond() / 60_000 * 60_000;
    tx.run(&REPLACE, params![minute, size]).await?;
    let note = signer.checkpoint(tree.size(), &tree.root());
    tx.run(&SIGN, params![size, now, note]).await?;
    tx.commit().await?;
    Ok(leaves.len() as u64)
}

async fn keep_roots(tx: &mut ChoreTx, full: &[TileRoot]) -> Result<(), StoreError> {
    for root in full {
        let number = signed(root.number);
        tx.run(&KEEP_ROOT, params![root.level, number, root.hash]).await?;
    }
    Ok(())
}

/// Sizes fit both types: a log of 2^63 acts is not reached.
fn signed(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

fn unsigned(n: i64) -> u64 {
    u64::try_from(n).unwrap_or_default()
}

fn hash(bytes: &[u8]) -> Result<Hash, StoreError> {
    bytes.try_into().map_err(|_| damaged())
}

fn damaged() -> StoreError {
    StoreError::Damaged("the tree over the log does not fit its size; run kapok log check")
}
