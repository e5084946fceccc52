//! Votes one at a time. A map is made anew when asked for; it starts where the last one ended, which saves passes over the
//! votes, and is the same to the last byte as a map made from nothing.

use crate::conversation::{Conversation, Statement};
use crate::error::ImportError;
use crate::map::{self, Map, Options, Start};
use crate::votes::{Event, Limits, Votes};

/// A conversation that goes on.
#[derive(Clone, Debug, Default)]
pub struct Live {
    conversation: Conversation,
    /// The votes that count, and since the last map those that came in.
    events: Vec<Event>,
    fresh: usize,
    limits: Limits,
    start: Option<Start>,
}

impl Live {
    /// A conversation with its statements, without votes.
    pub fn new(statements: Vec<Statement>, limits: Limits) -> Self {
        let mut conversation = Conversation {
            statements,
            ..Conversation::default()
        };
        conversation.complete();
        Self {
            conversation,
            limits,
            ..Self::default()
        }
    }

    /// Adds a statement, or replaces the one with its number.
    pub fn say(&mut self, statement: Statement) {
        self.conversation
            .statements
            .retain(|other| other.id != statement.id);
        self.conversation.statements.push(statement);
        self.conversation.complete();
    }

    /// Takes a vote, in any order of time.
    pub fn vote(&mut self, event: Event) {
        self.events.push(event);
        self.fresh += 1;
    }

    /// The map of all votes so far.
    ///
    /// # Errors
    /// [`ImportError::Limit`] beyond a limit.
    pub fn map(&mut self, options: &Options) -> Result<Map, ImportError> {
        if self.fresh > 0 {
            let (votes, _) = Votes::from_events(self.events.clone(), self.limits)?;
            self.conversation.votes = votes;
            self.conversation.complete();
            self.fresh = 0;
        }
        let options = Options {
            start: self.start.take(),
            ..options.clone()
        };
        let map = map::kapok(&self.conversation, &options);
        self.start = Some(map.start.clone());
        Ok(map)
    }
}
