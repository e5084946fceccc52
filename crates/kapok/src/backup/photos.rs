//! Photos are named by their content and never change, so a backup links them where it can and copies them where it cannot.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;

use super::{Manifest, Part, hash_of, private};

/// The latest earlier backup in a folder: what it has of photos need not be read again.
pub fn latest(into: &Path, but: &str) -> Option<(PathBuf, Manifest)> {
    let mut folders: Vec<PathBuf> = fs::read_dir(into)
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default();
            name.starts_with("kapok-") && !name.ends_with(".unfinished") && name != but
        })
        .collect();
    folders.sort();
    folders
        .into_iter()
        .rev()
        .find_map(|folder| Manifest::read(&folder).ok().map(|manifest| (folder, manifest)))
}

/// Takes all photos over; gives them with their hashes.
pub fn take(from: &Path, folder: &Path, before: Option<&(PathBuf, Manifest)>) -> anyhow::Result<Vec<Part>> {
    let known: HashMap<&str, &Part> = before
        .iter()
        .flat_map(|(_, manifest)| &manifest.photos)
        .map(|part| (part.path.as_str(), part))
        .collect();
    let mut out = Vec::new();
    for path in names(from)? {
        let source = from.join(&path);
        let part = format!("photos/{path}");
        let to = folder.join(&part);
        if let Some(parent) = to.parent() {
            crate::server::private_folder(parent)?;
        }
        let earlier = known.get(part.as_str()).copied();
        let linked = match (earlier, before) {
            (Some(_), Some((place, _))) => fs::hard_link(place.join(&part), &to).is_ok(),
            _ => false,
        };
        let found = match earlier {
            // The backup before has it with this hash, and its file is ours now.
            Some(earlier) if linked => (earlier.bytes, earlier.sha256.clone()),
            // A photo that was erased while we came to it is no longer part of the record.
            _ if !copy(&source, &to)? => continue,
            _ => hash_of(&to)?,
        };
        out.push(Part {
            path: part,
            bytes: found.0,
            sha256: found.1,
        });
    }
    Ok(out)
}

/// Copies a file; `false` when it is gone. A copy and no link to the server's own file: what damages that must not reach the backup.
fn copy(from: &Path, to: &Path) -> anyhow::Result<bool> {
    let mut source = match fs::File::open(from) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error).with_context(|| format!("cannot read {}", from.display())),
    };
    let mut file = private(to)?;
    std::io::copy(&mut source, &mut file).with_context(|| format!("cannot write {}", to.display()))?;
    file.sync_data()?;
    Ok(true)
}

/// Paths of the photos within their folder: two digits, then the name.
pub fn names(from: &Path) -> anyhow::Result<Vec<String>> {
    let mut out = Vec::new();
    let Ok(shelves) = fs::read_dir(from) else {
        return Ok(out); // no photo was ever sent
    };
    for shelf in shelves {
        let shelf = shelf?;
        let Some(name) = shelf.file_name().to_str().map(str::to_owned) else {
            continue;
        };
        if name.len() != 2 {
            continue; // what is still being written
        }
        for file in fs::read_dir(shelf.path())? {
            if let Some(file) = file?.file_name().to_str() {
                out.push(format!("{name}/{file}"));
            }
        }
    }
    out.sort();
    Ok(out)
}
