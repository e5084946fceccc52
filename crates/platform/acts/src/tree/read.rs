//! What others read of the tree: checkpoint, tiles, and the proof of an act.

use std::collections::{BTreeMap, btree_map};

use kapok_log::proof as file;
use kapok_log::tiles::{Source, TilePath, WIDTH, bundle, fold};
use kapok_log::tree::{Hash, Span, inclusion, join};
use kapok_store::ids::ActId;
use kapok_store::{Conn, Result, params};

use super::{LATEST, LEAVES, PLACE_OF, ROOTS, SIZE, damaged, hash, signed, unsigned};
use crate::log::{self, Entry};

/// The latest checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Acts in the tree.
    pub size: u64,
    /// When it was signed.
    pub at: jiff::Timestamp,
    /// The signed text.
    pub note: String,
}

/// The latest checkpoint; none until the sequencer has run once.
///
/// # Errors
/// From the database.
pub async fn head(conn: &mut Conn) -> Result<Option<Head>> {
    let latest = conn.opt(&LATEST, &[]).await?;
    Ok(latest.map(|(size, at, note)| Head {
        size: unsigned(size),
        at,
        note,
    }))
}

/// The place of an act in the log, from 0; none while it waits for one, or when there is no such act.
///
/// # Errors
/// From the database.
pub async fn index_of(conn: &mut Conn, act: ActId) -> Result<Option<u64>> {
    Ok(conn.opt(&PLACE_OF, params![act]).await?.flatten().map(unsigned))
}

/// The bytes of a tile or of a bundle of entries; none when the tree does not have all of it yet.
///
/// # Errors
/// From the database.
pub async fn tile(conn: &mut Conn, path: TilePath) -> Result<Option<Vec<u8>>> {
    let size = unsigned(conn.opt(&SIZE, &[]).await?.unwrap_or(0));
    if !path.is_in(size) {
        return Ok(None);
    }
    let (from, to) = path.range();
    let Some(level) = path.level else {
        let entries: Vec<Entry> = log::placed(conn, from, to).await?;
        let texts: Vec<String> = entries.iter().map(|e| e.act().canonical()).collect();
        return Ok(bundle(texts.iter().map(String::as_str)));
    };
    let hashes = hashes(conn, level, from, to).await?;
    Ok(Some(hashes.concat()))
}

/// Hashes of a level of tiles.
async fn hashes(conn: &mut Conn, level: u8, from: u64, to: u64) -> Result<Vec<Hash>> {
    let (first, end) = (signed(from), signed(to));
    let rows = match level {
        0 => conn.all(&LEAVES, params![first, end]).await?,
        _ => conn.all(&ROOTS, params![level, first, end]).await?,
    };
    rows.iter().map(|bytes| hash(bytes)).collect()
}

/// The proof that an act is in the log, as a file, against the latest checkpoint; none while it waits for its place.
///
/// # Errors
/// From the database.
pub async fn proof(conn: &mut Conn, entry: &Entry) -> Result<Option<String>> {
    let (Some(index), Some(head)) = (entry.index(), head(conn).await?) else {
        return Ok(None);
    };
    if index >= head.size {
        return Ok(None);
    }
    let path = path(conn, &inclusion(index, head.size), head.size).await?;
    Ok(Some(file::write(
        &entry.act().canonical(),
        index,
        &path,
        &head.note,
    )))
}

/// The hashes of spans. All that is needed of one tile is read at once.
async fn path(conn: &mut Conn, spans: &[Span], size: u64) -> Result<Vec<Hash>> {
    let mut tiles: BTreeMap<(u8, u64), Vec<Hash>> = BTreeMap::new();
    let mut out = Vec::with_capacity(spans.len());
    for span in spans {
        let mut parts = Vec::new();
        for subtree in span.subtrees() {
            let Source { level, from, count } = subtree.source();
            let number = from / WIDTH;
            if let btree_map::Entry::Vacant(place) = tiles.entry((level, number)) {
                let end = ((number + 1) * WIDTH).min(size >> (8 * u32::from(level)));
                place.insert(hashes(conn, level, number * WIDTH, end).await?);
            }
            let at = usize::try_from(from % WIDTH).unwrap_or_default();
            let hashes = tiles
                .get(&(level, number))
                .and_then(|tile| tile.get(at..at + usize::try_from(count).ok()?));
            parts.push(hashes.and_then(fold).ok_or_else(damaged)?);
        }
        out.push(join(&parts).ok_or_else(damaged)?);
    }
    Ok(out)
}
