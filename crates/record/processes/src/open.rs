//! What is public of processes: the catalogue of channels and the ladder.

use kapok_tables::{Table, table};

table! {
    /// The catalogue of channels.
    pub static CHANNEL_KINDS: "channel_kinds" = "One row for each channel of participation in the catalogue.";
    key: ["position"];
    from: "channel_kind WHERE position > $1 ORDER BY position LIMIT $2";
    id: Text = "id", "Id of the channel.";
    position: Int = "position", "Its place in lists.";
    class: Text = "class", "Class.", empty;
    path: Text = "path", "Path.", empty;
    name: Text = "name", "Its name.";
    description: Text = "description", "What it is.", empty;
    answer: Text = "answer", "What answer it gives.", empty;
    report_ref: Text = "report_ref", "Where the report names it.", empty;
    began: Text = "began", "Since when.", empty;
    ends: Text = "ends", "Until when.", empty;
}

table! {
    /// The ladder.
    pub static RUNGS: "rungs" = "One row for each rung of the ladder of participation.";
    key: ["position"];
    from: "rung WHERE position > $1 ORDER BY position LIMIT $2";
    id: Text = "id", "Id of the rung.";
    position: Int = "position", "Its place, from the lowest.";
    level: Text = "level", "Level.";
    name: Text = "name", "Its name.";
    meaning: Text = "meaning", "What it means.", empty;
    promise: Text = "promise", "What the city promises on it.", empty;
}

/// The public tables of this room.
pub const OPEN: &[&Table] = &[&CHANNEL_KINDS, &RUNGS];
