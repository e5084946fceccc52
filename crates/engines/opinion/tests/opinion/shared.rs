//! Folders in memory and on disk, and small conversations.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Cursor, Read};
use std::path::PathBuf;

use kapok_opinion::conversation::{Conversation, Statement};
use kapok_opinion::error::ImportError;
use kapok_opinion::import::{self, Folder, Options};
use kapok_opinion::votes::{Event, Limits, Votes};

/// Files in memory.
#[derive(Clone, Debug, Default)]
pub struct Memory(pub BTreeMap<String, Vec<u8>>);

impl Memory {
    pub fn with(mut self, name: &str, content: impl Into<Vec<u8>>) -> Self {
        self.0.insert(name.to_owned(), content.into());
        self
    }

    pub fn read(&self) -> Result<Conversation, ImportError> {
        import::read_folder(
            self,
            Options {
                keep_log: true,
                ..Options::default()
            },
        )
    }
}

impl Folder for Memory {
    fn open(&self, name: &str) -> io::Result<Option<Box<dyn Read + '_>>> {
        Ok(self
            .0
            .get(name)
            .map(|content| Box::new(Cursor::new(content)) as Box<dyn Read>))
    }

    fn name(&self) -> String {
        "memory".to_owned()
    }
}

/// Files on disk.
pub struct Disk(pub PathBuf);

impl Folder for Disk {
    fn open(&self, name: &str) -> io::Result<Option<Box<dyn Read + '_>>> {
        match File::open(self.0.join(name)) {
            Ok(file) => Ok(Some(Box::new(file))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn name(&self) -> String {
        self.0.display().to_string()
    }
}

/// Folders of real data under a name; none, with a line, where they are not at hand.
pub fn real(what: &str) -> Vec<PathBuf> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../../shared/data/opinion/");
    let Ok(entries) = std::fs::read_dir(format!("{root}{what}")) else {
        println!("no data at {root}{what}: skipped");
        return Vec::new();
    };
    let mut folders: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    folders
}

pub fn real_conversation(name: &str) -> Option<Conversation> {
    let folder = real("conversations")
        .into_iter()
        .find(|path| path.ends_with(name))?;
    Some(import::read_folder(&Disk(folder), Options::default()).expect("as made here"))
}

/// A conversation of votes, all statements accepted.
pub fn conversation(events: Vec<Event>) -> Conversation {
    let (votes, _) = Votes::from_events(events, Limits::default()).expect("as made here");
    let statements = votes
        .statements()
        .iter()
        .map(|id| Statement::unknown(*id))
        .collect();
    Conversation {
        votes,
        statements,
        ..Conversation::default()
    }
}
