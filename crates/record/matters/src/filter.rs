//! What a list of matters shows, and in which order.

use kapok_store::ids::{PartyId, PlaceId};

use crate::model::by_id;
use crate::state::{State, Step};

/// What a list of matters is narrowed to; empty means all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// One of [`TOPICS`].
    pub topic: String,
    /// A place and everything in it.
    pub place: Option<PlaceId>,
    /// One state.
    pub state: Option<State>,
    /// One counted step.
    pub step: Option<Step>,
    /// Has a voice from this channel.
    pub channel: String,
    /// Has a voice in this language.
    pub lang: String,
    /// The office in the lead.
    pub lead: Option<PartyId>,
    /// Words of title, summary or voices.
    pub text: String,
}

/// Order of a list of matters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// Waiting for a decision first, highest priority first.
    #[default]
    Priority,
    /// Last begun first.
    Newest,
    /// Most voices first.
    Voices,
}
by_id!(Order, "order of a list", Priority => "priority", Newest => "newest", Voices => "voices");
