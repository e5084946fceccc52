//! Reads the folder of a conversation: the files that Polis exports, in both header styles.
//!
//! | file | what | needed |
//! |---|---|---|
//! | `votes.csv` | every vote: timestamp, comment-id, voter-id, vote | one of these two |
//! | `participants-votes.csv` | one row per participant, one column per statement | one of these two |
//! | `comments.csv` | the statements | no |
//! | `summary.csv` | topic and numbers, one `key,value` per line | no |
//!
//! With both files of votes, `votes.csv` counts and the other is compared with it. Where neither is there, the JSON of Polis'
//! server is read instead: `votes.json`, `comments.json`, `conversation.json`.

mod comments;
mod json;
mod log;
mod matrix;
mod sign;
mod summary;
mod table;

use std::io::Read;

use crate::conversation::{Conversation, Note};
use crate::error::ImportError;
use crate::votes::{Limits, Votes};

pub use json::read_math;
pub use sign::Totals;

/// A folder of files, wherever it is.
pub trait Folder {
    /// Opens a file; `None` when it is not there.
    ///
    /// # Errors
    /// When it is there and cannot be read.
    fn open(&self, name: &str) -> std::io::Result<Option<Box<dyn Read + '_>>>;

    /// What to call the folder in messages.
    fn name(&self) -> String;
}

const COMMENTS: &str = "comments.csv";

/// What to take in.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// How much at most.
    pub limits: Limits,
    /// Whether to keep every vote of `votes.csv` as it was cast (16 bytes each).
    pub keep_log: bool,
}

/// Reads a conversation from the CSV files of a folder.
///
/// # Errors
/// [`ImportError`] when there are no votes, a file is broken, a limit is passed, or agree and disagree are exchanged.
pub fn read_folder(folder: &dyn Folder, options: Options) -> Result<Conversation, ImportError> {
    let mut conversation = Conversation::default();
    read(folder, "summary.csv", |file| {
        conversation.summary = summary::read(file)?;
        Ok(())
    })?;
    let has_comments = read(folder, COMMENTS, |file| {
        (conversation.statements, conversation.notes) = comments::read(file)?;
        Ok(())
    })?;
    if !has_comments {
        let file = COMMENTS.to_owned();
        conversation.notes.push(Note::Missing { file });
    }
    let mut events = Vec::new();
    read(folder, "votes.csv", |file| {
        events = log::read(file, options.limits)?;
        Ok(())
    })?;
    let mut totals = Vec::new();
    let mut cells = None;
    read(folder, "participants-votes.csv", |file| {
        let matrix = matrix::read(file, options.limits)?;
        (conversation.people, totals) = (matrix.people, matrix.totals);
        cells = Some(Votes::from_events(matrix.events, options.limits)?.0);
        Ok(())
    })?;
    if events.is_empty() && cells.is_none() && json::read(folder, &mut conversation, options)? {
        conversation.complete();
        return Ok(conversation);
    }
    take_votes(&mut conversation, events, cells.as_ref(), &totals, options)
        .map_err(|error| named(error, folder))?;
    conversation.complete();
    Ok(conversation)
}

/// Chooses the votes that count and checks their signs.
fn take_votes(
    conversation: &mut Conversation,
    events: Vec<crate::votes::Event>,
    cells: Option<&Votes>,
    totals: &[Totals],
    options: Options,
) -> Result<(), ImportError> {
    const LOG: &str = "votes.csv";
    const MATRIX: &str = "participants-votes.csv";
    let mut checked = false;
    if let Some(cells) = cells {
        checked = sign::check_people(cells, totals, MATRIX, MATRIX, &mut conversation.notes)?;
    }
    let from_log = !events.is_empty();
    let source = if from_log { LOG } else { MATRIX };
    if from_log {
        if options.keep_log {
            conversation.log.clone_from(&events);
            conversation.log.sort_unstable();
        }
        let (votes, replaced) = Votes::from_events(events, options.limits)?;
        if replaced > 0 {
            conversation.notes.push(Note::Replaced { votes: replaced });
        }
        conversation.votes = votes;
        checked |= sign::check_people(&conversation.votes, totals, LOG, MATRIX, &mut conversation.notes)?;
        compare(conversation, cells, LOG, MATRIX);
    } else {
        let nothing = || ImportError::NoVotes {
            folder: String::new(),
        };
        conversation.votes = cells.cloned().ok_or_else(nothing)?;
    }
    if conversation.votes.is_empty() {
        return Err(ImportError::NoVotes {
            folder: String::new(),
        });
    }
    if !checked {
        checked = sign::check_statements(&conversation.votes, &conversation.statements, source, COMMENTS)?;
    }
    if !checked {
        conversation.notes.push(Note::SignUnchecked);
    }
    Ok(())
}

/// Notes how far two files of votes differ.
fn compare(conversation: &mut Conversation, cells: Option<&Votes>, used: &str, other: &str) {
    let Some(cells) = cells else { return };
    let differing = differing(&conversation.votes, cells);
    if differing > 0 {
        conversation.notes.push(Note::Differ {
            used: used.to_owned(),
            other: other.to_owned(),
            cells: differing,
        });
    }
}

/// In how many cells two tables of votes differ.
fn differing(left: &Votes, right: &Votes) -> usize {
    if left == right {
        return 0;
    }
    let cells = |votes: &Votes| {
        let mut cells = Vec::with_capacity(votes.len());
        for (row, participant) in votes.participants().iter().enumerate() {
            let (columns, values) = votes.row(row);
            let ids = columns.iter().map(|column| votes.statements()[*column as usize]);
            cells.extend(
                ids.zip(values)
                    .map(|(statement, value)| (*participant, statement, *value)),
            );
        }
        cells
    };
    let (left, right) = (cells(left), cells(right));
    let (mut at, mut other, mut differ) = (0, 0, 0);
    while at < left.len() && other < right.len() {
        let (here, there) = (left[at], right[other]);
        let order = (here.0, here.1).cmp(&(there.0, there.1));
        differ += usize::from(here != there);
        at += usize::from(order.is_le());
        other += usize::from(order.is_ge());
    }
    differ + (left.len() - at) + (right.len() - other)
}

/// Reads a file if it is there, and says whether it was.
fn read(
    folder: &dyn Folder,
    name: &str,
    work: impl FnOnce(table::File<'_>) -> Result<(), ImportError>,
) -> Result<bool, ImportError> {
    let Some(reader) = open(folder, name)? else {
        return Ok(false);
    };
    work(table::File { name, reader })?;
    Ok(true)
}

/// Opens a file if it is there.
fn open<'a>(folder: &'a dyn Folder, name: &str) -> Result<Option<Box<dyn Read + 'a>>, ImportError> {
    folder.open(name).map_err(|source| ImportError::Read {
        file: name.to_owned(),
        source,
    })
}

fn named(error: ImportError, at: &dyn Folder) -> ImportError {
    match error {
        ImportError::NoVotes { .. } => ImportError::NoVotes { folder: at.name() },
        other => other,
    }
}
