//! Where a matter stands: the states, the six counted steps, and the one `match` that names every move.

use kapok_acts::Kind;
use kapok_store::{FromValue, Value};

/// Where a matter stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Made of one or more voices; nobody has described it yet.
    Voiced,
    /// Described: topic, need, urgency, office in the lead.
    Sorted,
    /// Being weighed, with a date by which the city answers.
    Open,
    /// Decided, with reasons.
    Decided,
    /// Commitments run.
    Doing,
    /// All commitments are finished; residents check.
    Done,
    /// The result was compared with what was promised.
    Evaluated,
    /// Written up for other cities.
    Shared,
    /// Side exit: answered without action.
    Answered,
    /// Side exit: its voices went to another matter.
    Merged,
    /// Side exit: somebody else is in charge.
    Referred,
    /// Side exit: taken back.
    Withdrawn,
}

/// The six steps that residents see counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Said, and joined to a matter.
    Heard,
    /// Described and being weighed.
    Weighed,
    /// Decided with reasons.
    Decided,
    /// Commitments run.
    Doing,
    /// Finished.
    Done,
    /// Written up for other cities.
    Shared,
}

/// What a move is, which decides how it is logged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Move {
    /// One state further on the way.
    Forward,
    /// Out of the loop without action, with a public reason.
    Exit,
    /// Declined by a decision: answered without action.
    Decline,
    /// Finished work is taken up again, because residents say "not yet".
    Reopen,
    /// An appeal was upheld: it is weighed again.
    Uphold,
    /// A merger was undone by the officer who made it.
    Undo,
}

use State::*;

impl State {
    /// All of them: the way in order, then the side exits.
    pub const ALL: [State; 12] = [
        Voiced, Sorted, Open, Decided, Doing, Done, Evaluated, Shared, Answered, Merged, Referred, Withdrawn,
    ];

    /// The side exits.
    pub const EXITS: [State; 4] = [Answered, Merged, Referred, Withdrawn];

    /// Name in the database, the catalogues and addresses.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Voiced => "voiced",
            Sorted => "sorted",
            Open => "open",
            Decided => "decided",
            Doing => "doing",
            Done => "done",
            Evaluated => "evaluated",
            Shared => "shared",
            Answered => "answered",
            Merged => "merged",
            Referred => "referred",
            Withdrawn => "withdrawn",
        }
    }

    /// Reads [`State::id`].
    #[must_use]
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.id() == id)
    }

    /// The move that leads from here to `to`, or nothing when there is none. Every move of a matter stands here.
    #[must_use]
    pub fn leads_to(self, to: State) -> Option<Move> {
        match (self, to) {
            (Voiced, Sorted)
            | (Sorted, Open)
            | (Open, Decided)
            | (Decided, Doing)
            | (Doing, Done)
            | (Done, Evaluated)
            | (Evaluated, Shared) => Some(Move::Forward),
            (Voiced | Sorted | Open, Answered | Merged | Referred | Withdrawn) => Some(Move::Exit),
            (Decided, Answered) => Some(Move::Decline),
            (Done | Evaluated | Shared, Doing) => Some(Move::Reopen),
            (Decided | Doing | Answered | Merged | Referred | Withdrawn, Open) => Some(Move::Uphold),
            (Merged, Voiced | Sorted) => Some(Move::Undo),
            _ => None,
        }
    }

    /// The kind of act that says a matter came here from `from`.
    #[must_use]
    pub fn reached(self, from: State) -> Kind {
        match (self, from) {
            (Voiced, _) => Kind::MatterVoiced,
            (Sorted, _) => Kind::MatterSorted,
            (Open, _) => Kind::MatterOpened,
            (Decided, _) => Kind::MatterDecided,
            (Doing, Done | Evaluated | Shared) => Kind::MatterReopened,
            (Doing, _) => Kind::MatterDoing,
            (Done, _) => Kind::MatterDone,
            (Evaluated, _) => Kind::MatterEvaluated,
            (Shared, _) => Kind::MatterShared,
            (Answered | Merged | Referred | Withdrawn, _) => Kind::MatterClosed,
        }
    }

    /// The counted step; none for a side exit.
    #[must_use]
    pub fn step(self) -> Option<Step> {
        match self {
            Voiced => Some(Step::Heard),
            Sorted | Open => Some(Step::Weighed),
            Decided => Some(Step::Decided),
            Doing => Some(Step::Doing),
            Done | Evaluated => Some(Step::Done),
            Shared => Some(Step::Shared),
            Answered | Merged | Referred | Withdrawn => None,
        }
    }

    /// Whether it waits for a decision: only these are ranked by priority.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Voiced | Sorted | Open)
    }

    /// Whether it left the loop by a side exit.
    #[must_use]
    pub fn is_exit(self) -> bool {
        matches!(self, Answered | Merged | Referred | Withdrawn)
    }

    /// Whether voices may join it. One that was answered may still grow: its answer holds for voices that were heard before it.
    #[must_use]
    pub fn takes_voices(self) -> bool {
        !matches!(self, Merged | Referred | Withdrawn)
    }

    /// Whether residents may appeal: against a decision or a side exit.
    #[must_use]
    pub fn can_be_appealed(self) -> bool {
        self.leads_to(Open) == Some(Move::Uphold)
    }

    /// Whether residents may say "done" or "not yet".
    #[must_use]
    pub fn can_be_checked(self) -> bool {
        matches!(self, Done | Evaluated | Shared)
    }
}

impl Step {
    /// All of them, in order.
    pub const ALL: [Step; 6] = [
        Step::Heard,
        Step::Weighed,
        Step::Decided,
        Step::Doing,
        Step::Done,
        Step::Shared,
    ];

    /// Name in the catalogues, the style sheet and addresses.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Step::Heard => "heard",
            Step::Weighed => "weighed",
            Step::Decided => "decided",
            Step::Doing => "doing",
            Step::Done => "done",
            Step::Shared => "shared",
        }
    }

    /// Reads [`Step::id`].
    #[must_use]
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.id() == id)
    }

    /// The states that count for this step.
    pub fn states(self) -> impl Iterator<Item = State> {
        State::ALL.into_iter().filter(move |s| s.step() == Some(self))
    }
}

impl FromValue for State {
    const NAME: &'static str = "state of a matter";
    fn from_value(v: Value) -> Option<Self> {
        match v {
            Value::Text(id) => Self::parse(&id),
            _ => None,
        }
    }
}

impl From<State> for Value {
    fn from(v: State) -> Self {
        Value::from(v.id())
    }
}
