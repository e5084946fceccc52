//! A folder on disk, with a line of progress on the terminal while long files are read.

use std::fs::File;
use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

use kapok_opinion::import::Folder;

/// From this size on, reading takes long enough to show how far it is.
const LONG: u64 = 20_000_000;

/// A folder on disk.
pub struct Disk {
    path: PathBuf,
}

impl Disk {
    /// The folder at a path.
    pub fn new(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
        }
    }
}

impl Folder for Disk {
    fn open(&self, name: &str) -> io::Result<Option<Box<dyn Read + '_>>> {
        let file = match File::open(self.path.join(name)) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        let length = file.metadata()?.len();
        if length < LONG || !io::stderr().is_terminal() {
            return Ok(Some(Box::new(file)));
        }
        Ok(Some(Box::new(Progress {
            file,
            name: name.to_owned(),
            length,
            read: 0,
            shown: 0,
        })))
    }

    fn name(&self) -> String {
        self.path.display().to_string()
    }
}

/// A file that shows on the terminal how much of it has been read.
struct Progress {
    file: File,
    name: String,
    length: u64,
    read: u64,
    shown: u64,
}

impl Read for Progress {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(buffer)?;
        self.read += read as u64;
        let percent = (self.read * 100 / self.length.max(1)).min(100);
        if percent > self.shown {
            self.shown = percent;
            let done = usize::try_from(percent / 4).unwrap_or(0);
            let bar = "█".repeat(done) + &"░".repeat(25 - done);
            // A terminal that does not take the line is no reason to stop.
            let _ = write!(io::stderr(), "\r{} {bar} {percent:3} %", self.name);
            if percent == 100 {
                let _ = writeln!(io::stderr());
            }
        }
        Ok(read)
    }
}
