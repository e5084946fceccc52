//! What a commitment is, as it stands in the record. No I/O here.

use jiff::civil::Date;
use kapok_store::ids::{CaseId, CommitmentId, DecisionId, MatterId, PartyId};
use kapok_store::{FromValue, Value, row};

/// Where a commitment stands. Overdue is not a state: it follows from the dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// Promised and not finished.
    Running,
    /// Finished with evidence.
    Finished,
    /// Given up or made in error, in public and with a reason.
    Withdrawn,
}

impl State {
    /// All of them.
    pub const ALL: [State; 3] = [State::Running, State::Finished, State::Withdrawn];

    /// Name in addresses and exports.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            State::Running => "running",
            State::Finished => "finished",
            State::Withdrawn => "withdrawn",
        }
    }

    /// Reads [`State::id`].
    #[must_use]
    pub fn parse(id: &str) -> Option<Self> {
        [State::Running, State::Finished, State::Withdrawn]
            .into_iter()
            .find(|s| s.id() == id)
    }
}

impl FromValue for State {
    const NAME: &'static str = "0 (running), 1 (finished) or 2 (withdrawn)";
    fn from_value(v: Value) -> Option<Self> {
        match v {
            Value::Int(0) => Some(State::Running),
            Value::Int(1) => Some(State::Finished),
            Value::Int(2) => Some(State::Withdrawn),
            _ => None,
        }
    }
}

impl From<State> for Value {
    fn from(state: State) -> Self {
        Value::Int(match state {
            State::Running => 0,
            State::Finished => 1,
            State::Withdrawn => 2,
        })
    }
}

/// What a party beside the lead is to a commitment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Another department of the city.
    Department,
    /// An organisation, business or group of residents.
    Partner,
}

impl Role {
    /// Reads [`Role::id`].
    #[must_use]
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|r| r.id() == id)
    }

    /// All of them.
    pub const ALL: [Role; 2] = [Role::Department, Role::Partner];

    /// Name in the database.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Role::Department => "department",
            Role::Partner => "partner",
        }
    }
}

impl FromValue for Role {
    const NAME: &'static str = "department or partner";
    fn from_value(v: Value) -> Option<Self> {
        match v {
            Value::Text(id) => [Role::Department, Role::Partner]
                .into_iter()
                .find(|r| r.id() == id),
            _ => None,
        }
    }
}

/// What a report says happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UpdateKind {
    /// Work went on.
    Progress,
    /// The work was finished; the text is the evidence.
    Finished,
    /// The work was taken up again; the text is the reason.
    Reopened,
    /// The promise was withdrawn; the text is the reason.
    Withdrawn,
    /// The title was corrected; the text is the title before.
    Retitled,
}

impl UpdateKind {
    /// Reads [`UpdateKind::id`].
    #[must_use]
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.id() == id)
    }

    /// All of them.
    pub const ALL: [UpdateKind; 5] = [
        UpdateKind::Progress,
        UpdateKind::Finished,
        UpdateKind::Reopened,
        UpdateKind::Withdrawn,
        UpdateKind::Retitled,
    ];

    /// Name in the database.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            UpdateKind::Progress => "progress",
            UpdateKind::Finished => "finished",
            UpdateKind::Reopened => "reopened",
            UpdateKind::Withdrawn => "withdrawn",
            UpdateKind::Retitled => "retitled",
        }
    }
}

impl FromValue for UpdateKind {
    const NAME: &'static str = "progress, finished, reopened, withdrawn or retitled";
    fn from_value(v: Value) -> Option<Self> {
        let all = [
            UpdateKind::Progress,
            UpdateKind::Finished,
            UpdateKind::Reopened,
            UpdateKind::Withdrawn,
            UpdateKind::Retitled,
        ];
        match v {
            Value::Text(id) => all.into_iter().find(|k| k.id() == id),
            _ => None,
        }
    }
}

row! {
    /// A commitment as it stands in the record.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Commitment {
        /// Its id.
        pub id: CommitmentId,
        /// The number that people quote.
        pub number: i64,
        /// The matter it is for.
        pub matter_id: MatterId,
        /// The number of that matter.
        pub matter_number: i64,
        /// The decision it follows from.
        pub decision_id: Option<DecisionId>,
        /// What will be true when it is done, in one line.
        pub title: String,
        /// Language of the title and the evidence (BCP 47).
        pub lang: String,
        /// The office that answers for it.
        pub lead: PartyId,
        /// The day by which it is promised now.
        pub due: Date,
        /// The day that was promised first.
        pub first_due: Date,
        /// What may be spent, in whole units of the city's currency; none when not known.
        pub money: Option<i64>,
        /// What was spent so far.
        pub spent: i64,
        /// Staff and volunteers; none when not known.
        pub people: Option<i64>,
        /// How much is done, 0 to 100, as last reported.
        pub percent: i64,
        /// Where it stands.
        pub state: State,
        /// When it was made.
        pub made_at: jiff::Timestamp,
        /// When it was finished.
        pub finished_at: Option<jiff::Timestamp>,
        /// What shows that it is finished; empty while it runs.
        pub evidence: String,
        /// The case from another city that it copies.
        pub case_id: Option<CaseId>,
        /// How many departments and partners take part beside the lead.
        pub partners: i64,
        /// How often the date moved.
        pub moves: i64,
        /// Counts the changes.
        pub version: i64,
    }
}

impl Commitment {
    /// Days by which it is late on this day: 0 when it is finished or not yet due. Due today is not late.
    #[must_use]
    pub fn days_late(&self, today: Date) -> i64 {
        match self.state {
            State::Running => days_between(self.due, today).max(0),
            State::Finished | State::Withdrawn => 0,
        }
    }

    /// Whether it is late on this day.
    #[must_use]
    pub fn is_overdue(&self, today: Date) -> bool {
        self.days_late(today) > 0
    }
}

/// Whole days from one date to another; negative when the second is earlier.
#[must_use]
pub fn days_between(from: Date, to: Date) -> i64 {
    i64::from(from.until(to).map_or(0, |span| span.get_days()))
}

row! {
    /// A date that moved.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Move {
        /// The day promised before.
        pub from: Date,
        /// The day promised since.
        pub to: Date,
        /// Why.
        pub reason: String,
        /// Who moved it.
        pub author: String,
        /// For which office.
        pub party_id: Option<PartyId>,
        /// When.
        pub at: jiff::Timestamp,
    }
}

row! {
    /// What was reported.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Update {
        /// What happened.
        pub kind: UpdateKind,
        /// How much is done, 0 to 100.
        pub percent: i64,
        /// What was spent so far.
        pub spent: i64,
        /// In words.
        pub text: String,
        /// Their language (BCP 47).
        pub lang: String,
        /// Name of the stored photo.
        pub photo: Option<String>,
        /// Its width in pixels.
        pub photo_width: Option<i64>,
        /// Its height in pixels.
        pub photo_height: Option<i64>,
        /// The office that reports.
        pub party_id: Option<PartyId>,
        /// Who reports.
        pub author: String,
        /// When.
        pub at: jiff::Timestamp,
    }
}

/// What a list of commitments shows. Nothing set: all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Filter {
    /// Led by this office.
    pub lead: Option<PartyId>,
    /// This office or organisation takes part beside the lead.
    pub party: Option<PartyId>,
    /// Only these.
    pub state: Option<State>,
    /// Only those that are late on this day.
    pub overdue_on: Option<Date>,
    /// Continues below the commitment with this number.
    pub after: Option<i64>,
}
