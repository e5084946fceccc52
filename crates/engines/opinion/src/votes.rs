//! Votes of participants on statements, stored by participant: one sparse row per person.
//!
//! The order in which votes, rows or files came in leaves no trace: ids are sorted, and of several votes of one person on
//! one statement the latest counts.

use serde::Serialize;

use crate::error::ImportError;

/// What one person said to one statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Vote {
    /// Seen and passed: neither.
    Pass,
    /// Against.
    Disagree,
    /// For.
    Agree,
}

impl Vote {
    /// Agree +1, disagree -1, pass 0: the signs of exported files.
    pub fn value(self) -> i8 {
        match self {
            Self::Agree => 1,
            Self::Disagree => -1,
            Self::Pass => 0,
        }
    }

    /// The vote with this sign.
    pub fn from_value(value: i8) -> Self {
        match value {
            1.. => Self::Agree,
            0 => Self::Pass,
            _ => Self::Disagree,
        }
    }

    /// The same with agree and disagree exchanged.
    pub fn inverted(self) -> Self {
        Self::from_value(-self.value())
    }
}

/// One vote as it was cast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Event {
    /// Who.
    pub participant: u32,
    /// On which statement.
    pub statement: u32,
    /// When, with the vote in the two lowest bits: 16 bytes for a vote, so that millions fit into memory.
    stamp: u64,
}

/// The latest moment an [`Event`] can carry.
const LATEST: u64 = u64::MAX >> 2;

impl Event {
    /// A vote at a time in any unit that grows; times before zero count as zero.
    pub fn new(participant: u32, statement: u32, time: i64, vote: Vote) -> Self {
        let time = u64::try_from(time).unwrap_or(0).min(LATEST);
        Self {
            participant,
            statement,
            stamp: (time << 2) | vote as u64,
        }
    }

    /// The vote.
    pub fn vote(self) -> Vote {
        match self.stamp & 3 {
            0 => Vote::Pass,
            1 => Vote::Disagree,
            _ => Vote::Agree,
        }
    }

    /// When it was cast, in the unit of the file; 0 when unknown.
    pub fn time(self) -> u64 {
        self.stamp >> 2
    }

    /// The same with agree and disagree exchanged.
    pub fn inverted(self) -> Self {
        let time = i64::try_from(self.time()).unwrap_or(i64::MAX);
        Self::new(self.participant, self.statement, time, self.vote().inverted())
    }
}

/// How much is taken in. Beyond it there is an error that names the limit; nothing is dropped silently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Participants with at least one vote.
    pub participants: usize,
    /// Statements with at least one vote.
    pub statements: usize,
    /// Votes, changed ones included.
    pub votes: usize,
}

impl Default for Limits {
    /// Five million people, 100,000 statements, 200 million votes: about 6 GB of memory.
    fn default() -> Self {
        Self {
            participants: 5_000_000,
            statements: 100_000,
            votes: 200_000_000,
        }
    }
}

/// The latest vote of every participant on every statement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Votes {
    participants: Vec<u32>,
    statements: Vec<u32>,
    starts: Vec<usize>,
    columns: Vec<u32>,
    values: Vec<i8>,
}

impl Votes {
    /// Builds the table from votes in any order, and says how many were replaced by a later vote of the same person. Two
    /// votes at the same instant: agree is taken before disagree before pass, so that the order of rows does not matter.
    ///
    /// # Errors
    /// [`ImportError::Limit`] beyond a limit.
    pub fn from_events(mut events: Vec<Event>, limits: Limits) -> Result<(Self, usize), ImportError> {
        limit("votes", events.len(), limits.votes)?;
        events.sort_unstable();
        let before = events.len();
        events.dedup_by(|later, kept| {
            let same = later.participant == kept.participant && later.statement == kept.statement;
            if same {
                *kept = *later;
            }
            same
        });
        let replaced = before - events.len();
        let votes = Self::from_sorted(&events);
        limit("participants", votes.participants.len(), limits.participants)?;
        limit("statements", votes.statements.len(), limits.statements)?;
        Ok((votes, replaced))
    }

    fn from_sorted(events: &[Event]) -> Self {
        let statements = statement_ids(events);
        let place = Places::new(&statements);
        let mut votes = Self {
            statements: statements.clone(),
            columns: Vec::with_capacity(events.len()),
            values: Vec::with_capacity(events.len()),
            ..Self::default()
        };
        for event in events {
            if votes.participants.last() != Some(&event.participant) {
                votes.participants.push(event.participant);
                votes.starts.push(votes.columns.len());
            }
            votes.columns.push(place.of(event.statement));
            votes.values.push(event.vote().value());
        }
        votes.starts.push(votes.columns.len());
        votes
    }

    /// Ids of the participants, ascending: the rows.
    pub fn participants(&self) -> &[u32] {
        &self.participants
    }

    /// Ids of the statements, ascending: the columns.
    pub fn statements(&self) -> &[u32] {
        &self.statements
    }

    /// How many votes there are.
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether there is no vote.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// A person's votes: columns, ascending, and the value on each (agree +1, disagree -1, pass 0).
    pub fn row(&self, row: usize) -> (&[u32], &[i8]) {
        let range = self.starts[row]..self.starts[row + 1];
        (&self.columns[range.clone()], &self.values[range])
    }

    /// How many votes a person cast.
    pub fn row_len(&self, row: usize) -> usize {
        self.starts[row + 1] - self.starts[row]
    }

    /// The column of a statement.
    pub fn column_of(&self, statement: u32) -> Option<usize> {
        self.statements.binary_search(&statement).ok()
    }

    /// The row of a participant.
    pub fn row_of(&self, participant: u32) -> Option<usize> {
        self.participants.binary_search(&participant).ok()
    }

    /// Only the columns marked; rows that lose their last vote stay, empty.
    pub fn keep_columns(&self, keep: &[bool]) -> Self {
        let mut new = vec![u32::MAX; keep.len()];
        let mut statements = Vec::new();
        for (column, _) in keep.iter().enumerate().filter(|(_, keep)| **keep) {
            new[column] = u32::try_from(statements.len()).unwrap_or(u32::MAX);
            statements.push(self.statements[column]);
        }
        let mut kept = Self {
            participants: self.participants.clone(),
            statements,
            starts: vec![0],
            ..Self::default()
        };
        for row in 0..self.participants.len() {
            let (columns, values) = self.row(row);
            for (column, value) in columns.iter().zip(values) {
                let column = new[*column as usize];
                if column != u32::MAX {
                    kept.columns.push(column);
                    kept.values.push(*value);
                }
            }
            kept.starts.push(kept.columns.len());
        }
        kept
    }

    /// The same votes with exactly these columns, ascending: new ones are empty, votes on others are left out. Says how many
    /// votes were.
    pub fn arranged(&self, statements: &[u32]) -> (Self, usize) {
        let keep: Vec<bool> = self
            .statements
            .iter()
            .map(|id| statements.binary_search(id).is_ok())
            .collect();
        let mut arranged = self.keep_columns(&keep);
        let place = Places::new(statements);
        let new: Vec<u32> = arranged.statements.iter().map(|id| place.of(*id)).collect();
        arranged
            .columns
            .iter_mut()
            .for_each(|column| *column = new[*column as usize]);
        arranged.statements = statements.to_vec();
        let left_out = self.len() - arranged.len();
        (arranged, left_out)
    }

    /// The same with agree and disagree exchanged.
    pub fn inverted(&self) -> Self {
        self.with_values(self.values.iter().map(|value| -value).collect())
    }

    /// The same with passes in the columns marked.
    pub fn passed_over(&self, marked: &[bool]) -> Self {
        let pair = |(column, value): (&u32, &i8)| if marked[*column as usize] { 0 } else { *value };
        self.with_values(self.columns.iter().zip(&self.values).map(pair).collect())
    }

    /// Some rows in the order given, all columns. A row may come several times.
    pub fn take_rows(&self, rows: &[usize]) -> Self {
        let mut taken = Self {
            participants: rows.iter().map(|row| self.participants[*row]).collect(),
            statements: self.statements.clone(),
            starts: vec![0],
            ..Self::default()
        };
        for row in rows {
            let (columns, values) = self.row(*row);
            taken.columns.extend_from_slice(columns);
            taken.values.extend_from_slice(values);
            taken.starts.push(taken.columns.len());
        }
        taken
    }

    /// The same cells with other values, for null models. `values` follow the rows in order.
    pub fn with_values(&self, values: Vec<i8>) -> Self {
        assert_eq!(values.len(), self.values.len(), "one value per vote");
        Self {
            values,
            ..self.clone()
        }
    }

    /// All columns of the votes, row after row.
    pub fn columns(&self) -> &[u32] {
        &self.columns
    }

    /// All values of the votes, row after row.
    pub fn values(&self) -> &[i8] {
        &self.values
    }
}

/// The ids of the statements that have a vote, ascending.
fn statement_ids(events: &[Event]) -> Vec<u32> {
    let largest = events.iter().map(|event| event.statement).max();
    match largest {
        // Ids are small numbers nearly always: mark them.
        Some(largest) if (largest as usize) < 64 * 1024 * 1024 => {
            let mut seen = vec![false; largest as usize + 1];
            for event in events {
                seen[event.statement as usize] = true;
            }
            (0..=largest).filter(|id| seen[*id as usize]).collect()
        }
        _ => {
            let mut ids: Vec<u32> = events.iter().map(|event| event.statement).collect();
            ids.sort_unstable();
            ids.dedup();
            ids
        }
    }
}

/// From ids to columns.
enum Places<'a> {
    Direct(Vec<u32>),
    Search(&'a [u32]),
}

impl<'a> Places<'a> {
    fn new(ids: &'a [u32]) -> Self {
        match ids.last() {
            Some(last) if (*last as usize) < 64 * 1024 * 1024 => {
                let mut place = vec![0; *last as usize + 1];
                for (at, id) in (0u32..).zip(ids) {
                    place[*id as usize] = at;
                }
                Self::Direct(place)
            }
            _ => Self::Search(ids),
        }
    }

    fn of(&self, id: u32) -> u32 {
        match self {
            Self::Direct(place) => place[id as usize],
            // The ids were collected from these events, so each is there and fits.
            Self::Search(ids) => u32::try_from(ids.partition_point(|other| *other < id)).unwrap_or(u32::MAX),
        }
    }
}

/// An error when there is more than allowed.
pub(crate) fn limit(what: &'static str, found: usize, allowed: usize) -> Result<(), ImportError> {
    if found > allowed {
        return Err(ImportError::Limit { what, found, allowed });
    }
    Ok(())
}
