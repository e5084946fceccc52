//! A conversation as it is read from files: statements, people, votes, and what was noticed while reading.

use std::fmt;

use serde::Serialize;

use crate::votes::{Event, Votes};

/// A statement to vote on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statement {
    /// Its number in the files.
    pub id: u32,
    /// Who wrote it, where known.
    pub author: Option<u32>,
    /// When it was written, in the unit of the file.
    pub time: Option<i64>,
    /// What it says.
    pub text: String,
    /// -1 refused, 0 not yet looked at, 1 accepted.
    pub moderated: i8,
    /// Whether it is about the conversation itself or asks who one is, and takes no part in the map.
    pub meta: bool,
    /// Whether the organisers wrote it.
    pub seed: bool,
    /// Agrees as the file counts them, every change included.
    pub agrees: Option<u64>,
    /// Disagrees as the file counts them, every change included.
    pub disagrees: Option<u64>,
}

impl Statement {
    /// A statement of which only the votes are known: taken as accepted.
    pub fn unknown(id: u32) -> Self {
        Self {
            id,
            moderated: 1,
            ..Self::default()
        }
    }

    /// Whether it takes part in the map: neither refused nor meta.
    pub fn shown(&self) -> bool {
        self.moderated >= 0 && !self.meta
    }
}

/// A participant as the files describe them, beside their votes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// Number in the files.
    pub id: u32,
    /// Number in the organisers' own list, where given.
    pub xid: Option<String>,
    /// The group that the export put them in.
    pub group: Option<u32>,
}

/// What was noticed while reading. Nothing of it is an error, all of it is said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "note")]
pub enum Note {
    /// Votes that a later vote of the same person on the same statement replaced.
    Replaced {
        /// How many.
        votes: usize,
    },
    /// Participants whose totals in the file differ from their votes.
    Totals {
        /// The file with the totals.
        file: String,
        /// How many differ.
        differ: usize,
        /// How many were compared.
        compared: usize,
    },
    /// Cells in which two files disagree.
    Differ {
        /// The file that was used.
        used: String,
        /// The file that was compared with it.
        other: String,
        /// How many cells differ.
        cells: usize,
    },
    /// Votes on statements that the list of statements does not have.
    Unlisted {
        /// How many statements.
        statements: usize,
    },
    /// The same statement is listed again; the first line was kept.
    Again {
        /// How many lines.
        lines: usize,
    },
    /// Bytes that are no UTF-8 were replaced by a sign.
    NotUtf8 {
        /// Which file.
        file: String,
        /// In how many lines.
        lines: usize,
    },
    /// A file that would help is not there.
    Missing {
        /// Which file.
        file: String,
    },
    /// Nothing there to compare the signs of the votes with.
    SignUnchecked,
    /// The votes came with the signs of the database (-1 for agree) and were turned round.
    SignTurned {
        /// Which file.
        file: String,
    },
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Replaced { votes } => write!(
                f,
                "{votes} votes were changed later by the same person; the last one counts"
            ),
            Self::Totals {
                file,
                differ,
                compared,
            } => {
                write!(
                    f,
                    "{file}: the totals of {differ} of {compared} participants differ from their votes"
                )
            }
            Self::Differ { used, other, cells } => {
                write!(f, "{cells} votes differ between {used} (used) and {other}")
            }
            Self::Unlisted { statements } => write!(f, "{statements} statements have votes but no text"),
            Self::Again { lines } => {
                write!(f, "{lines} statements are listed twice; the first line was kept")
            }
            Self::NotUtf8 { file, lines } => {
                write!(
                    f,
                    "{file}: {lines} lines are not in UTF-8; unreadable letters were replaced"
                )
            }
            Self::Missing { file } => write!(f, "{file} is not there"),
            Self::SignUnchecked => {
                write!(
                    f,
                    "no totals to compare with: 1 was taken as agree and -1 as disagree, unchecked"
                )
            }
            Self::SignTurned { file } => write!(f, "{file} uses -1 for agree; the signs were turned round"),
        }
    }
}

/// Everything that the files of one conversation say.
#[derive(Clone, Debug, Default)]
pub struct Conversation {
    /// Rows of the summary in their order: topic, address, description and others.
    pub summary: Vec<(String, String)>,
    /// All statements by ascending id, with votes or without.
    pub statements: Vec<Statement>,
    /// All participants by ascending id, with votes or without.
    pub people: Vec<Person>,
    /// The latest votes.
    pub votes: Votes,
    /// Every vote as it was cast, where a log was read and kept.
    pub log: Vec<Event>,
    /// What was noticed.
    pub notes: Vec<Note>,
}

impl Conversation {
    /// A row of the summary.
    pub fn about(&self, key: &str) -> Option<&str> {
        let row = self.summary.iter().find(|(name, _)| name == key);
        row.map(|(_, value)| value.as_str())
            .filter(|value| !value.is_empty())
    }

    /// A statement by its id.
    pub fn statement(&self, id: u32) -> Option<&Statement> {
        let at = self
            .statements
            .binary_search_by_key(&id, |statement| statement.id)
            .ok()?;
        self.statements.get(at)
    }

    /// Adds statements and people that only the votes know, so that every vote has both.
    pub(crate) fn complete(&mut self) {
        self.statements.sort_by_key(|statement| statement.id);
        self.people.sort_by_key(|person| person.id);
        let known: Vec<u32> = self.statements.iter().map(|statement| statement.id).collect();
        let new = missing(&known, self.votes.statements());
        if !known.is_empty() && !new.is_empty() {
            self.notes.push(Note::Unlisted {
                statements: new.len(),
            });
        }
        self.statements.extend(new.into_iter().map(Statement::unknown));
        self.statements.sort_by_key(|statement| statement.id);
        let known: Vec<u32> = self.people.iter().map(|person| person.id).collect();
        let new = missing(&known, self.votes.participants());
        self.people.extend(new.into_iter().map(|id| Person {
            id,
            ..Person::default()
        }));
        self.people.sort_by_key(|person| person.id);
    }
}

/// Those of `ids` that are not among the sorted `known`.
fn missing(known: &[u32], ids: &[u32]) -> Vec<u32> {
    ids.iter()
        .copied()
        .filter(|id| known.binary_search(id).is_err())
        .collect()
}
