//! What a party is.

use kapok_store::ids::{PartyId, PlaceId};

/// What sort of party.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartyKind {
    /// A public office of the city: has accounts, leads matters, keeps promises.
    Office,
    /// An association, school, church or other body.
    Organisation,
    /// A company or trader.
    Business,
    /// Residents who act together.
    Group,
    /// One person who is known by name because they wish to be.
    Person,
}

impl PartyKind {
    /// All of them.
    pub const ALL: [PartyKind; 5] = [
        PartyKind::Office,
        PartyKind::Organisation,
        PartyKind::Business,
        PartyKind::Group,
        PartyKind::Person,
    ];

    /// Name in the database and in files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            PartyKind::Office => "office",
            PartyKind::Organisation => "organisation",
            PartyKind::Business => "business",
            PartyKind::Group => "group",
            PartyKind::Person => "person",
        }
    }

    /// Reads [`PartyKind::id`].
    #[must_use]
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }
}

/// A party.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// Its id.
    pub id: PartyId,
    /// The city's short name for it, as in addresses and files.
    pub key: String,
    /// What sort of party.
    pub kind: PartyKind,
    /// Name.
    pub name: String,
    /// What it does, in one sentence; may be empty.
    pub about: String,
    /// Where it is at home.
    pub place: Option<PlaceId>,
}

/// A party as a file brings it. It names its place by key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewParty {
    /// See [`Party::key`].
    pub key: String,
    /// What sort of party.
    pub kind: PartyKind,
    /// Name.
    pub name: String,
    /// What it does.
    pub about: String,
    /// Key of the place where it is at home.
    pub place: Option<String>,
}
