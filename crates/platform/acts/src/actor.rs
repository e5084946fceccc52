//! Actors, roles and rights.

use kapok_store::ids::{AccountId, PartyId};

/// What a staff account is trusted with. An account may hold several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Works on the voices and matters of an office.
    Officer,
    /// Answers, decides and commits for an office.
    LeadOfficer,
    /// Hides what breaks the rules, with a reason, and restores it.
    Moderator,
    /// Acts for the whole city: weights, decisions across offices, rulings on appeals.
    MayorsOffice,
    /// Reads everything that staff read; writes nothing.
    Auditor,
    /// Runs the platform: accounts, imports, settings. Does not act on matters.
    Administrator,
}

impl Role {
    /// All of them, in the order in which they are printed.
    pub const ALL: [Role; 6] = [
        Role::Officer,
        Role::LeadOfficer,
        Role::Moderator,
        Role::MayorsOffice,
        Role::Auditor,
        Role::Administrator,
    ];

    /// Name in the database, the catalogues and files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Role::Officer => "officer",
            Role::LeadOfficer => "lead-officer",
            Role::Moderator => "moderator",
            Role::MayorsOffice => "mayors-office",
            Role::Auditor => "auditor",
            Role::Administrator => "administrator",
        }
    }

    /// Reads [`Role::id`].
    #[must_use]
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|r| r.id() == id)
    }
}

/// One thing that somebody may be allowed to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Right {
    /// Read staff pages: inbox, work pages, what is late.
    ReadStaffPages,
    /// Read words that were hidden, to judge whether that was right. Withdrawn words stay unread.
    ReadHidden,
    /// Read who has an account, in which office, with which roles.
    ReadAccounts,
    /// Enter voices that came by phone, letter, visit, card or meeting.
    EnterVoices,
    /// Join, split, merge and refer voices and matters.
    Sort,
    /// Set topic, level, field and urgency of a matter, and ask other offices to take part.
    Describe,
    /// Answer voices and matters in public.
    Answer,
    /// Decide a matter, or close it without action.
    Decide,
    /// Make commitments and move their dates.
    Commit,
    /// Report progress and close a commitment with evidence.
    Report,
    /// Hide and restore content.
    Moderate,
    /// Rule on appeals.
    Rule,
    /// Change the weights of the priority formula.
    Weigh,
    /// Write a matter up as a case.
    Share,
    /// Create accounts and change their roles.
    ManageAccounts,
    /// Import places, parties, cases and statistics.
    Import,
}

impl Right {
    /// All of them, in the order in which they are printed.
    pub const ALL: [Right; 16] = [
        Right::ReadStaffPages,
        Right::ReadHidden,
        Right::ReadAccounts,
        Right::EnterVoices,
        Right::Sort,
        Right::Describe,
        Right::Answer,
        Right::Decide,
        Right::Commit,
        Right::Report,
        Right::Moderate,
        Right::Rule,
        Right::Weigh,
        Right::Share,
        Right::ManageAccounts,
        Right::Import,
    ];

    /// Name in the catalogues.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Right::ReadStaffPages => "read-staff-pages",
            Right::ReadHidden => "read-hidden",
            Right::ReadAccounts => "read-accounts",
            Right::EnterVoices => "enter-voices",
            Right::Sort => "sort",
            Right::Describe => "describe",
            Right::Answer => "answer",
            Right::Decide => "decide",
            Right::Commit => "commit",
            Right::Report => "report",
            Right::Moderate => "moderate",
            Right::Rule => "rule",
            Right::Weigh => "weigh",
            Right::Share => "share",
            Right::ManageAccounts => "manage-accounts",
            Right::Import => "import",
        }
    }
}

/// The permission table. The page "who answers for what" prints it; nothing else decides.
#[must_use]
pub fn permitted(role: Role, right: Right) -> bool {
    use Right::*;
    match role {
        Role::Officer => matches!(right, ReadStaffPages | EnterVoices | Sort | Describe | Report),
        Role::LeadOfficer => matches!(
            right,
            ReadStaffPages | EnterVoices | Sort | Describe | Answer | Decide | Commit | Report | Share
        ),
        Role::Moderator => matches!(right, ReadStaffPages | Sort | Moderate | ReadHidden),
        Role::MayorsOffice => matches!(
            right,
            ReadStaffPages
                | EnterVoices
                | Sort
                | Describe
                | Answer
                | Decide
                | Commit
                | Report
                | Rule
                | Weigh
                | Share
        ),
        Role::Auditor => matches!(right, ReadStaffPages | ReadHidden | ReadAccounts),
        Role::Administrator => matches!(right, ReadStaffPages | ReadAccounts | ManageAccounts | Import),
    }
}

/// Who acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// A resident, or anybody without an account. Never named in the log.
    Resident,
    /// Somebody who signed in to a staff account.
    Staff {
        /// The account.
        account: AccountId,
        /// Name shown in public beside the office.
        name: String,
        /// The office acted for.
        office: PartyId,
        /// Its name.
        office_name: String,
        /// What the account is trusted with.
        roles: Vec<Role>,
    },
    /// The platform itself: rules that fire by date or count, imports, the demo.
    System,
}

impl Actor {
    /// Whether the permission table lets this actor do it. The system may do everything that its code does.
    #[must_use]
    pub fn may(&self, right: Right) -> bool {
        match self {
            Actor::Resident => false,
            Actor::Staff { roles, .. } => roles.iter().any(|r| permitted(*r, right)),
            Actor::System => true,
        }
    }

    /// Whether the actor may do it for this office: its own staff, the mayor's office and the system may.
    #[must_use]
    pub fn may_for(&self, right: Right, offices: &[PartyId]) -> bool {
        match self {
            Actor::Staff { office, roles, .. } => {
                self.may(right) && (roles.contains(&Role::MayorsOffice) || offices.contains(office))
            }
            other => other.may(right),
        }
    }

    /// The office acted for.
    #[must_use]
    pub fn office(&self) -> Option<PartyId> {
        match self {
            Actor::Staff { office, .. } => Some(*office),
            Actor::Resident | Actor::System => None,
        }
    }

    /// Whether somebody signed in.
    #[must_use]
    pub fn is_staff(&self) -> bool {
        matches!(self, Actor::Staff { .. })
    }
}
