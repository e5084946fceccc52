//! What a token for programs may be used for.

/// A part of what an account may do. A token has some of them and never more rights than its account: the permission table
/// is asked as for a person, the scope only narrows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Read what staff read.
    Read,
    /// Enter, refer, answer, hide and restore voices.
    Voices,
    /// Work on matters: sort, describe, answer, decide, check results, weigh.
    Matters,
    /// Make and report promises.
    Promises,
    /// Write matters up as cases.
    Cases,
    /// Manage accounts.
    Admin,
}

impl Scope {
    /// All of them, in the order in which they are printed.
    pub const ALL: [Scope; 6] = [
        Scope::Read,
        Scope::Voices,
        Scope::Matters,
        Scope::Promises,
        Scope::Cases,
        Scope::Admin,
    ];

    /// Name in the database, in forms and in the description of the API.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Scope::Read => "read",
            Scope::Voices => "voices:write",
            Scope::Matters => "matters:write",
            Scope::Promises => "promises:write",
            Scope::Cases => "cases:write",
            Scope::Admin => "admin",
        }
    }

    /// Reads [`Scope::id`].
    #[must_use]
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.id() == id)
    }
}
