//! Reads ZIP archives: wheels and `.npz` files. Stored and deflated entries below 4 GiB, as APPNOTE.TXT 6.3 has them.

use std::collections::BTreeMap;

use super::ModelError;

/// Largest entry that is unpacked, in bytes: a damaged archive must not fill the memory.
const LARGEST: usize = 256 << 20;

struct Entry {
    method: u16,
    packed: usize,
    size: usize,
    header: usize,
}

/// An archive in memory.
pub(super) struct Archive<'a> {
    bytes: &'a [u8],
    entries: BTreeMap<String, Entry>,
}

fn cut_off() -> ModelError {
    ModelError::Archive("it is cut off or damaged")
}

fn number<const N: usize>(bytes: &[u8], at: usize) -> Result<usize, ModelError> {
    let field = bytes
        .get(at..)
        .and_then(|rest| rest.first_chunk::<N>())
        .ok_or_else(cut_off)?;
    Ok(field.iter().rev().fold(0, |n, &b| n << 8 | usize::from(b)))
}

impl<'a> Archive<'a> {
    /// Reads the directory at the end.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, ModelError> {
        let end = bytes
            .windows(4)
            .rposition(|w| w == b"PK\x05\x06")
            .ok_or(ModelError::Archive("it is no ZIP archive"))?;
        let count = number::<2>(bytes, end + 10)?;
        let mut at = number::<4>(bytes, end + 16)?;
        let mut entries = BTreeMap::new();
        for _ in 0..count {
            if bytes.get(at..at.saturating_add(4)) != Some(b"PK\x01\x02") {
                return Err(cut_off());
            }
            let name = number::<2>(bytes, at + 28)?;
            let beyond = number::<2>(bytes, at + 30)? + number::<2>(bytes, at + 32)?;
            let entry = Entry {
                method: number::<2>(bytes, at + 10)? as u16,
                packed: number::<4>(bytes, at + 20)?,
                size: number::<4>(bytes, at + 24)?,
                header: number::<4>(bytes, at + 42)?,
            };
            let name_bytes = bytes.get(at + 46..at + 46 + name).ok_or_else(cut_off)?;
            entries.insert(String::from_utf8_lossy(name_bytes).into_owned(), entry);
            at += 46 + name + beyond;
        }
        Ok(Self { bytes, entries })
    }

    /// The content of a file.
    pub(super) fn file(&self, name: &str) -> Result<Vec<u8>, ModelError> {
        let entry = self
            .entries
            .get(name)
            .ok_or_else(|| ModelError::Missing(name.to_owned()))?;
        let from = entry.header
            + 30
            + number::<2>(self.bytes, entry.header + 26)?
            + number::<2>(self.bytes, entry.header + 28)?;
        let packed = self.bytes.get(from..from + entry.packed).ok_or_else(cut_off)?;
        let content = match entry.method {
            0 => packed.to_vec(),
            8 if entry.size <= LARGEST => {
                miniz_oxide::inflate::decompress_to_vec_with_limit(packed, entry.size)
                    .map_err(|_| cut_off())?
            }
            _ => {
                return Err(ModelError::Archive(
                    "it is packed in a way that Kapok does not read",
                ));
            }
        };
        if content.len() == entry.size {
            Ok(content)
        } else {
            Err(cut_off())
        }
    }
}
