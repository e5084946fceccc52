//! What offices and residents reply: requests to other offices, answers to voices, appeals.

use jiff::Timestamp;
use kapok_store::ids::{AnswerId, AppealId, MatterId, PartyId};
use kapok_store::row;

use crate::model::by_id;
use crate::state::State;

/// What another office was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Asked {
    /// To take part.
    Part,
    /// To take the lead.
    Lead,
}

/// What it said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartnerState {
    /// Nothing yet.
    Asked,
    /// Yes.
    Accepted,
    /// No, with a reason.
    Refused,
}

by_id!(Asked, "what an office is asked for", Part => "part", Lead => "lead");
by_id!(PartnerState, "state of a request", Asked => "asked", Accepted => "accepted", Refused => "refused");
by_id!(AppealState, "state of an appeal", Open => "open", Upheld => "upheld", Rejected => "rejected");

row! {
    /// An office that was asked to take part in a matter or to take it over.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Partner {
        /// The office.
        pub party: PartyId,
        /// For what.
        pub asked: Asked,
        /// What it said.
        pub state: PartnerState,
        /// When it was asked.
        pub asked_at: Timestamp,
        /// When it replied.
        pub replied_at: Option<Timestamp>,
        /// What it was asked in words, then why it refused.
        pub note: String,
    }
}

row! {
    /// A public answer to all voices of a matter.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Answer {
        /// Its id.
        pub id: AnswerId,
        /// The office that answers.
        pub party: Option<PartyId>,
        /// Name of the officer.
        pub author: String,
        /// The words.
        pub text: String,
        /// Their language (BCP 47).
        pub lang: String,
        /// When.
        pub at: Timestamp,
    }
}

/// What became of an appeal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AppealState {
    /// Not ruled on yet.
    Open,
    /// The matter is weighed again.
    Upheld,
    /// It stays as it was.
    Rejected,
}

row! {
    /// An appeal against a decision or a side exit.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Appeal {
        /// Its id.
        pub id: AppealId,
        /// The matter.
        pub matter: MatterId,
        /// Why, in the resident's words.
        pub grounds: String,
        /// State of the matter that it is against.
        pub against: State,
        /// When.
        pub at: Timestamp,
        /// What became of it.
        pub state: AppealState,
        /// The reasons of the ruling.
        pub ruling: String,
        /// When it was ruled on.
        pub ruled_at: Option<Timestamp>,
    }
}
