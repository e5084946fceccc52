//! Voices: one input in someone’s own words, from any channel.
//!
//! A voice is heard once ([`actions::hear`]), gets a number that everybody may use and a code that only its author knows, and is
//! counted by year, channel and place whatever becomes of it. Phone, letter, card and meeting count the same as the web. It
//! waits in the inbox until it joins a matter or is answered; both can be looked up by number, and by code with what only
//! the author may see. Contact data is sealed in a table of its own, read by nobody but the job that sends a reply, and
//! deleted after the city's term.
//!
//! The room of matters, which comes later in the loop, joins and answers voices in its own transactions with the
//! functions of [`joining`] (`join_in` and its like).

pub mod actions;
pub mod api;
mod cards;
mod clean;
pub mod contacts;
pub mod joining;
mod model;
mod new;
pub mod open;
pub mod pages;
pub mod reads;
mod store;

pub use actions::code_of;
pub use contacts::{due_mails, mark_mailed, open_contact_for_job};
pub use joining::{join_in, leave_in, mark_answered_in, merge_in, schedule_purge_in, tell_in};
pub use model::{
    Answer, Channel, ContactKind, DueMail, Heard, Version, Voice, VoiceFacts, VoiceKind, VoiceState,
    VoiceView,
};
pub use new::{LONGEST_CONTACT, LONGEST_PLACE, LONGEST_TEXT, NewVoice};
pub use pages::routes;
pub use reads::{
    InboxFilter, PlaceHeard, VoiceFilter, Waiting, answers, by_code, by_number, facts, first_heard,
    first_of_matter, heard_by_place, heard_this_year, hides_photo, ids_of_matter, inbox, inbox_count,
    of_matter, one, unanswered, unanswered_count, versions, waiting, words_of_matter,
};

/// The room's tables, statements and lists.
pub const SCHEMA: kapok_store::Schema = kapok_store::Schema {
    room: "voices",
    migrations: store::MIGRATIONS,
    statements: store::ALL,
    lists: store::LISTS,
};
