//! `votes.csv`: one row for every vote, in any order, changed votes included.

use csv::ByteRecord;

use super::table::{File, Table};
use crate::error::ImportError;
use crate::votes::{Event, Limits, Vote, limit};

/// The votes in the file's order.
pub(crate) fn read(file: File<'_>, limits: Limits) -> Result<Vec<Event>, ImportError> {
    let mut table = Table::open(file)?;
    let participant = table.need(&["voter-id", "participant-id", "participant", "voter", "pid"])?;
    let statement = table.need(&["comment-id", "statement-id", "tid"])?;
    let vote = table.need(&["vote"])?;
    let time = table.column(&["timestamp", "modified", "created"]);
    let mut events = Vec::new();
    let mut row = ByteRecord::new();
    while table.next(&mut row)? {
        let moment = time
            .map_or(Ok(None), |time| table.whole(&row, time))?
            .unwrap_or(0);
        let value = table.vote(&row, vote)?;
        let value =
            value.ok_or_else(|| table.wrong(&row, vote, "a vote: 1 (agree), -1 (disagree) or 0 (pass)"))?;
        events.push(Event::new(
            table.id(&row, participant)?,
            table.id(&row, statement)?,
            moment,
            Vote::from_value(value),
        ));
        if events.len().is_multiple_of(1_000_000) {
            limit("votes", events.len(), limits.votes)?;
        }
    }
    Ok(events)
}
