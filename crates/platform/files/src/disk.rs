//! Photos on disk, in a folder per first two digits of their name.
//!
//! A file appears under its name only when it is complete and on the disk: it is written beside, flushed, renamed, and
//! the folder is flushed too. A power cut leaves the old state or the new one, never half a photo.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::SystemTime;

use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use crate::{FileName, Photo, PhotoError, accept};

/// How many photos are decoded at the same time, whatever arrives: bounds memory.
const DECODERS: usize = 2;

/// Which of the two stored sizes of a photo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// The photo, at most [`crate::FULL_SIDE`] pixels.
    Full,
    /// The thumbnail, at most [`crate::SMALL_SIDE`] pixels.
    Small,
}

/// Why a photo was not taken in.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FilesError {
    /// The upload is not a photo that can be accepted.
    #[error(transparent)]
    Photo(#[from] PhotoError),
    /// The disk refused.
    #[error("the files directory cannot be read or written")]
    Disk(#[from] io::Error),
}

/// The place where photos are kept. Cheap to clone; clones share one limit on decoding.
#[derive(Debug, Clone)]
pub struct Files {
    shelf: Arc<Shelf>,
    decoders: Arc<Semaphore>,
}

/// The blocking half: paths and system calls.
#[derive(Debug)]
struct Shelf {
    root: PathBuf,
    written: AtomicU64,
}

impl Files {
    /// Opens the directory, and creates it where it is missing.
    ///
    /// # Errors
    /// The directory cannot be created or written.
    pub fn open(dir: impl Into<PathBuf>) -> io::Result<Self> {
        let root = dir.into();
        fs::create_dir_all(root.join("incoming"))?;
        let shelf = Shelf {
            root,
            written: AtomicU64::new(0),
        };
        Ok(Self {
            shelf: Arc::new(shelf),
            decoders: Arc::new(Semaphore::new(DECODERS)),
        })
    }

    /// Checks an upload with [`accept`], stores the photo and returns it.
    ///
    /// Runs on the blocking threads, two at a time; more wait their turn.
    ///
    /// # Errors
    /// The upload is refused, or the disk refused.
    pub async fn take_in(&self, upload: Vec<u8>) -> Result<Photo, FilesError> {
        // The semaphore is never closed; were it, decoding without a turn would still be right.
        let turn = self.decoders.clone().acquire_owned().await.ok();
        let shelf = self.shelf.clone();
        let work = spawn_blocking(move || {
            let photo = accept(&upload)?;
            shelf.put(&photo)?;
            drop(turn);
            Ok(photo)
        });
        // A decoder that panics has met a file it was not made for; that must not take the request down.
        work.await.unwrap_or(Err(FilesError::Photo(PhotoError::Damaged)))
    }

    /// Stores a photo. Storing one that is there already changes nothing.
    ///
    /// # Errors
    /// The disk refused; nothing is stored under the name then.
    pub async fn put(&self, photo: &Photo) -> io::Result<()> {
        let photo = photo.clone();
        self.on_disk(move |shelf| shelf.put(&photo)).await
    }

    /// The bytes of a stored photo (a JPEG file), or `None` where there is none of this name.
    ///
    /// # Errors
    /// The disk refused.
    pub async fn get(&self, name: &FileName, size: Size) -> io::Result<Option<Vec<u8>>> {
        let name = name.clone();
        self.on_disk(move |shelf| match fs::read(shelf.path(&name, size)) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(missing) if missing.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(other) => Err(other),
        })
        .await
    }

    /// Removes a photo and its thumbnail; says whether it was there.
    ///
    /// # Errors
    /// The disk refused.
    pub async fn delete(&self, name: &FileName) -> io::Result<bool> {
        let name = name.clone();
        self.on_disk(move |shelf| shelf.delete(&name)).await
    }

    /// Removes what interrupted writes before `then` have left behind; returns how many files.
    ///
    /// # Errors
    /// The disk refused.
    pub async fn sweep(&self, then: SystemTime) -> io::Result<usize> {
        self.on_disk(move |shelf| shelf.sweep(then)).await
    }

    async fn on_disk<R: Send + 'static>(
        &self,
        work: impl FnOnce(&Shelf) -> io::Result<R> + Send + 'static,
    ) -> io::Result<R> {
        let shelf = self.shelf.clone();
        spawn_blocking(move || work(&shelf))
            .await
            .unwrap_or_else(|gone| Err(io::Error::other(gone)))
    }
}

impl Shelf {
    fn folder(&self, name: &FileName) -> PathBuf {
        // The first two of 64 ASCII digits.
        self.root.join(&name.as_str()[..2])
    }

    fn path(&self, name: &FileName, size: Size) -> PathBuf {
        let ending = match size {
            Size::Full => "",
            Size::Small => "-small",
        };
        self.folder(name).join(format!("{name}{ending}.jpg"))
    }

    fn put(&self, photo: &Photo) -> io::Result<()> {
        let full = self.path(&photo.name, Size::Full);
        if full.try_exists()? {
            return Ok(());
        }
        let folder = self.folder(&photo.name);
        if !folder.try_exists()? {
            fs::create_dir_all(&folder)?;
            flush(&self.root)?;
        }
        // The thumbnail first: where the photo is, its thumbnail is.
        self.write(&photo.small, &self.path(&photo.name, Size::Small))?;
        self.write(&photo.full, &full)?;
        flush(&folder)
    }

    fn write(&self, bytes: &[u8], to: &Path) -> io::Result<()> {
        let (beside, file) = self.beside()?;
        let written = fill(file, bytes).and_then(|()| fs::rename(&beside, to));
        if written.is_err() {
            // The first error is the one worth reporting; what stays behind is swept later.
            let _ = fs::remove_file(&beside);
        }
        written
    }

    /// A new file to write into. Its name may be taken: by a crash, or by a process with the same number in another
    /// container on the same directory.
    fn beside(&self) -> io::Result<(PathBuf, File)> {
        loop {
            let number = self.written.fetch_add(1, Ordering::Relaxed);
            let path = self
                .root
                .join("incoming")
                .join(format!("{}-{number}", std::process::id()));
            match OpenOptions::new().write(true).create_new(true).open(&path) {
                Err(taken) if taken.kind() == io::ErrorKind::AlreadyExists => {}
                opened => return Ok((path, opened?)),
            }
        }
    }

    fn delete(&self, name: &FileName) -> io::Result<bool> {
        let was_there = remove(&self.path(name, Size::Full))?;
        let had_small = remove(&self.path(name, Size::Small))?;
        if was_there || had_small {
            flush(&self.folder(name))?;
        }
        Ok(was_there)
    }

    fn sweep(&self, then: SystemTime) -> io::Result<usize> {
        let mut swept = 0;
        for entry in fs::read_dir(self.root.join("incoming"))? {
            let entry = entry?;
            if entry.metadata()?.modified()? < then && remove(&entry.path())? {
                swept += 1;
            }
        }
        Ok(swept)
    }
}

/// Writes a file and waits until it is on the disk.
fn fill(mut file: File, bytes: &[u8]) -> io::Result<()> {
    file.write_all(bytes)?;
    file.sync_all()
}

/// Waits until the names in a folder are on the disk.
fn flush(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Removes a file; says whether it was there.
fn remove(path: &Path) -> io::Result<bool> {
    match fs::remove_file(path) {
        Ok(()) => Ok(true),
        Err(missing) if missing.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(other) => Err(other),
    }
}
