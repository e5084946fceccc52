//! What is public of parties. Accounts are not.

use kapok_tables::{Table, table};

use crate::PartyKind;

fn kinds() -> Vec<&'static str> {
    PartyKind::ALL.iter().map(|k| k.id()).collect()
}

table! {
    /// Offices, organisations and businesses.
    pub static PARTIES: "parties" = "One row for each office of the city and each organisation, business or group that takes part.";
    key: ["id"];
    from: "party WHERE id > $1 ORDER BY id LIMIT $2";
    id: Id = "id", "Id of the party.";
    key: Text = "key", "The city's own short name for it; it never changes.";
    kind: Text[kinds] = "kind", "What it is.";
    name: Text = "name", "Its name.";
    about: Text = "about", "What it does.", empty;
    place_id: Id = "place_id", "Where it is." -> "places", empty;
}

/// The public tables of this room.
pub const OPEN: &[&Table] = &[&PARTIES];
