//! Tokens of programs, and the rules for making one.

use jiff::Timestamp;
use kapok_acts::{ActError, Fields, Scope};
use kapok_store::id;
use kapok_store::ids::AccountId;

id! {
    /// A token of a program.
    TokenId,
}

/// Days that a token may be good for. None is good for ever: what is forgotten ends by itself.
pub const TOKEN_DAYS: [i64; 4] = [7, 30, 90, 365];
/// Tokens of one account that are good at the same time.
pub(crate) const MOST_TOKENS: usize = 20;
const NAME_MAX: usize = 80;

/// A token as its owner sees it; the secret itself is stored nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Its id.
    pub id: TokenId,
    /// Whose.
    pub account: AccountId,
    /// What its owner calls it.
    pub name: String,
    /// What it may be used for.
    pub scopes: Vec<Scope>,
    /// When it was made.
    pub created: Timestamp,
    /// When it ends.
    pub expires: Timestamp,
    /// When it was last used, exact to a minute; none for never.
    pub seen: Option<Timestamp>,
}

/// A token to be made.
#[derive(Debug, Clone, Default)]
pub struct NewToken {
    /// What its owner calls it.
    pub name: String,
    /// What it may be used for; at least one.
    pub scopes: Vec<Scope>,
    /// One of [`TOKEN_DAYS`].
    pub days: i64,
}

impl NewToken {
    /// The same without spaces around its name, or everything that is wrong with it.
    ///
    /// # Errors
    /// [`ActError::Fields`] on `token-name`, `scopes` and `days`.
    pub(crate) fn checked(mut self) -> Result<Self, ActError> {
        let mut wrong = Fields::default();
        self.name = self.name.trim().to_owned();
        if self.name.is_empty() {
            wrong.add("token-name", "form-missing");
        } else if self.name.chars().count() > NAME_MAX || self.name.chars().any(char::is_control) {
            wrong.add("token-name", "form-too-long");
        }
        if self.scopes.is_empty() {
            wrong.add("scopes", "parties-scopes-missing");
        }
        if !TOKEN_DAYS.contains(&self.days) {
            wrong.add("days", "form-unknown");
        }
        wrong.check()?;
        Ok(self)
    }
}

/// Scopes as stored: ids with a space between, each once.
pub(crate) fn scopes_text(scopes: &[Scope]) -> String {
    let all = Scope::ALL.into_iter().filter(|s| scopes.contains(s));
    all.map(Scope::id).collect::<Vec<_>>().join(" ")
}

/// Reads [`scopes_text`]; an id that this version does not know gives nothing.
pub(crate) fn scopes_of(text: &str) -> Vec<Scope> {
    text.split(' ').filter_map(Scope::parse).collect()
}
