//! The JSON of Polis' server, as it stands beside `math-pca2.json`.

use serde_json::Value;

use super::{Folder, Options, open, sign};
use crate::conversation::{Conversation, Note};
use crate::error::ImportError;
use crate::polis::export::{self, Math};
use crate::votes::{Event, Votes};

const VOTES: &str = "votes.json";
const COMMENTS: &str = "comments.json";

/// Fills the conversation, and says whether there were votes. The server gives out votes with either sign, so these are
/// turned round where the statements' totals say so, with a note.
pub(crate) fn read(
    folder: &dyn Folder,
    conversation: &mut Conversation,
    options: Options,
) -> Result<bool, ImportError> {
    let Some(reader) = open(folder, VOTES)? else {
        return Ok(false);
    };
    let mut events = export::read_votes(reader, VOTES)?;
    if let Some(reader) = open(folder, COMMENTS)? {
        conversation.statements = export::read_comments(reader, COMMENTS)?;
        conversation.statements.sort_by_key(|statement| statement.id);
        conversation.statements.dedup_by_key(|statement| statement.id);
    }
    conversation.notes.clear();
    let votes = Votes::from_events(events.clone(), options.limits)?.0;
    match sign::check_statements(&votes, &conversation.statements, VOTES, COMMENTS) {
        Ok(true) => {}
        Ok(false) => conversation.notes.push(Note::SignUnchecked),
        Err(ImportError::Inverted { .. }) => {
            events
                .iter_mut()
                .for_each(|event: &mut Event| *event = event.inverted());
            let file = VOTES.to_owned();
            conversation.notes.push(Note::SignTurned { file });
        }
        Err(other) => return Err(other),
    }
    if options.keep_log {
        conversation.log.clone_from(&events);
        conversation.log.sort_unstable();
    }
    let (votes, replaced) = Votes::from_events(events, options.limits)?;
    if replaced > 0 {
        conversation.notes.push(Note::Replaced { votes: replaced });
    }
    conversation.votes = votes;
    about(folder, conversation)?;
    Ok(true)
}

/// Topic and description from `conversation.json`.
fn about(folder: &dyn Folder, conversation: &mut Conversation) -> Result<(), ImportError> {
    const FILE: &str = "conversation.json";
    let Some(reader) = open(folder, FILE)? else {
        return Ok(());
    };
    let value: Value =
        serde_json::from_reader(std::io::BufReader::new(reader)).map_err(|error| ImportError::Json {
            file: FILE.to_owned(),
            reason: error.to_string(),
        })?;
    for (name, key) in [("topic", "topic"), ("description", "conversation-description")] {
        if let Some(text) = value.get(name).and_then(Value::as_str) {
            conversation.summary.push((key.to_owned(), text.to_owned()));
        }
    }
    Ok(())
}

/// Reads `math-pca2.json` of a folder, if it is there.
///
/// # Errors
/// [`ImportError`] when it cannot be read.
pub fn read_math(folder: &dyn Folder) -> Result<Option<Math>, ImportError> {
    const FILE: &str = "math-pca2.json";
    open(folder, FILE)?
        .map(|reader| export::read_math(reader, FILE))
        .transpose()
}
