//! Accounts of staff, and the rules for what is filled in when they are made or changed.

use kapok_acts::{Actor, Fields, Role};
use kapok_store::ids::{AccountId, PartyId};

/// Fewest characters of a password. Length is what makes a password strong; rules about kinds of characters make people
/// choose worse ones (NIST SP 800-63B, section 5.1.1.2).
pub(crate) const PASSWORD_MIN: usize = 12;
/// Most characters of a password: hashing is slow, and slower for long ones.
pub(crate) const PASSWORD_MAX: usize = 200;
const NAME_MAX: usize = 100;
const EMAIL_MAX: usize = 200;

/// An account of somebody who works for the city.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// Address to sign in with, in small letters.
    pub email: String,
    /// Name shown in public beside the office.
    pub name: String,
    /// The office.
    pub office: PartyId,
    /// Its name.
    pub office_name: String,
    /// What it is trusted with.
    pub roles: Vec<Role>,
    /// Whether a second factor is needed to sign in.
    pub has_totp: bool,
    /// Whether it may sign in.
    pub active: bool,
    /// When it was made.
    pub created: jiff::Timestamp,
}

impl Account {
    /// The account as somebody who acts.
    #[must_use]
    pub fn actor(&self) -> Actor {
        Actor::Staff {
            account: self.id,
            name: self.name.clone(),
            office: self.office,
            office_name: self.office_name.clone(),
            roles: self.roles.clone(),
        }
    }
}

/// A signed-in browser, for the list on the page of one's account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenSession {
    /// Digest of its token.
    pub digest: [u8; 32],
    /// When it signed in.
    pub created: jiff::Timestamp,
    /// When it was last seen; exact to a minute.
    pub seen: jiff::Timestamp,
}

/// The token of a session, for its cookie: 64 hexadecimal digits. Stored nowhere but in the browser.
pub struct SessionToken(pub String);

impl std::fmt::Debug for SessionToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SessionToken(..)")
    }
}

/// An account to be made.
#[derive(Clone)]
pub struct NewAccount {
    /// Address to sign in with.
    pub email: String,
    /// Name shown in public.
    pub name: String,
    /// The office.
    pub office: PartyId,
    /// What it is trusted with; at least one.
    pub roles: Vec<Role>,
    /// 12 characters or more.
    pub password: String,
}

impl NewAccount {
    /// The same with its address in small letters and without spaces around its words, or everything that is wrong.
    ///
    /// # Errors
    /// [`kapok_acts::ActError::Fields`] on `email`, `name`, `roles` and `password`.
    pub(crate) fn checked(mut self) -> Result<Self, kapok_acts::ActError> {
        let mut fields = Fields::default();
        self.email = email(&self.email);
        self.name = self.name.trim().to_owned();
        if !is_email(&self.email) {
            fields.add("email", "parties-email-wrong");
        }
        if self.name.is_empty() {
            fields.add("name", "form-missing");
        } else if self.name.chars().count() > NAME_MAX || self.name.chars().any(char::is_control) {
            fields.add("name", "form-too-long");
        }
        if let Some(message) = roles_problem(&self.roles) {
            fields.add("roles", message);
        }
        if let Some(message) = password_problem(&self.password) {
            fields.add("password", message);
        }
        fields.check()?;
        self.roles = sorted(&self.roles);
        Ok(self)
    }
}

/// What is wrong with a set of roles, if anything: an auditor writes nothing, so it has no other role.
pub(crate) fn roles_problem(roles: &[Role]) -> Option<&'static str> {
    match roles {
        [] => Some("parties-roles-missing"),
        [_] => None,
        several if several.contains(&Role::Auditor) => Some("parties-auditor-alone"),
        _ => None,
    }
}

/// What is wrong with a new password, if anything.
pub(crate) fn password_problem(password: &str) -> Option<&'static str> {
    match password.chars().count() {
        n if n < PASSWORD_MIN => Some("parties-password-short"),
        n if n > PASSWORD_MAX => Some("form-too-long"),
        _ => None,
    }
}

/// An address as it is stored and compared.
pub(crate) fn email(typed: &str) -> String {
    typed.trim().to_lowercase()
}

fn is_email(text: &str) -> bool {
    let odd = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | ',' | ';');
    text.len() <= EMAIL_MAX
        && !text.contains(odd)
        && text
            .split_once('@')
            .is_some_and(|(local, host)| !local.is_empty() && host.contains('.') && !host.contains('@'))
}

/// Roles as stored: ids with a space between.
pub(crate) fn roles_text(roles: &[Role]) -> String {
    let ids: Vec<_> = sorted(roles).iter().map(|role| role.id()).collect();
    ids.join(" ")
}

/// Reads [`roles_text`]; an id that this version does not know gives no rights.
pub(crate) fn roles_of(text: &str) -> Vec<Role> {
    text.split(' ').filter_map(Role::parse).collect()
}

/// Roles in their order, each once.
pub(crate) fn sorted(roles: &[Role]) -> Vec<Role> {
    Role::ALL
        .into_iter()
        .filter(|role| roles.contains(role))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_from_other_words() {
        for good in ["a@b.c", "o.bright@riverton.example", "名@例.cn"] {
            assert!(is_email(good), "{good}");
        }
        for bad in [
            "",
            "a",
            "@b.c",
            "a@b",
            "a@b@c.d",
            "a b@c.d",
            "a@b.c\n",
            "A <a@b.c>",
        ] {
            assert!(!is_email(bad), "{bad}");
        }
    }

    #[test]
    fn a_password_needs_length_and_nothing_else() {
        assert_eq!(password_problem("eleven char"), Some("parties-password-short"));
        assert_eq!(password_problem("twelve chars"), None);
        assert_eq!(password_problem("十二个字的密码也可以的呀"), None);
        assert_eq!(password_problem(&"x".repeat(201)), Some("form-too-long"));
    }

    #[test]
    fn roles_are_kept_in_order_and_once() {
        let text = roles_text(&[Role::Auditor, Role::Officer, Role::Auditor]);
        assert_eq!(text, "officer auditor");
        assert_eq!(roles_of("officer auditor king"), [Role::Officer, Role::Auditor]);
    }
}
