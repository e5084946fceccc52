//! E-mail out: the texts, the transport, a sink for tests.
//!
//! One [`Message`] goes to one person. A room writes its subject and text from the message catalogues and queues a job;
//! the job hands the message to the [`Mailer`] that the configuration chose. Nothing here retries: an error says whether
//! trying again can help ([`MailError::is_permanent`]), and the job decides.
//!
//! Addresses are contact data. They appear in no log line, no error and no `Debug` output of this crate, and not in the
//! names of the files it writes. Titles and names that people chose end up in headers: a line break in one must not
//! start a header of its own, so headers are checked here and not by whoever calls.

mod compose;
mod mailer;

pub use compose::Sender;
pub use mailer::{Mailer, Smtp, Spool};

use std::fmt;

/// One mail to one person.
#[derive(Clone, PartialEq, Eq)]
pub struct Message {
    /// The address, as the person gave it.
    pub to: String,
    /// The subject. Line breaks and other control characters become spaces.
    pub subject: String,
    /// The text, plain, in any language.
    pub text: String,
    /// Where one leaves the list that this mail belongs to (`https:`, `http:` or `mailto:`, RFC 2369); `None` for a
    /// mail that answers one person.
    pub list_unsubscribe: Option<String>,
}

impl fmt::Debug for Message {
    /// Everything but the address.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Message")
            .field("to", &"(not shown)")
            .field("subject", &self.subject)
            .field("text", &self.text)
            .field("list_unsubscribe", &self.list_unsubscribe)
            .finish()
    }
}

/// Why a mail was not sent, or a mailer not set up. Holds no address and no password.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum MailError {
    /// What the person gave is not an e-mail address.
    #[error("the address cannot be written to")]
    BadAddress,
    /// The link to leave the list is not a plain `https:`, `http:` or `mailto:` link.
    #[error("the link to unsubscribe is not a plain https, http or mailto link")]
    BadUnsubscribe,
    /// The text cannot be put into a mail.
    #[error("the mail cannot be composed")]
    BadMessage,
    /// The mail server said no.
    #[error("the mail server refused the mail ({})", reply(*.code, *.permanent))]
    Refused {
        /// The server's reply code (RFC 5321, 4.2), if it gave one.
        code: Option<u16>,
        /// Whether the server says that trying again does not help.
        permanent: bool,
    },
    /// The mail server cannot be reached, or the conversation broke off.
    #[error("the mail server cannot be reached or broke off")]
    Unreachable,
    /// The mail folder cannot be written.
    #[error("the mail folder cannot be written")]
    Disk(#[from] std::io::Error),
    /// The setting for mail is wrong; says what is expected.
    #[error("the mail setting is wrong: {0}")]
    BadSetting(&'static str),
}

impl MailError {
    /// Whether sending the same mail again later cannot help.
    #[must_use]
    pub fn is_permanent(&self) -> bool {
        match self {
            Self::BadAddress | Self::BadUnsubscribe | Self::BadMessage | Self::BadSetting(_) => true,
            Self::Refused { permanent, .. } => *permanent,
            Self::Unreachable | Self::Disk(_) => false,
        }
    }
}

fn reply(code: Option<u16>, permanent: bool) -> String {
    let kind = if permanent { "permanently" } else { "for now" };
    code.map_or_else(|| kind.to_owned(), |code| format!("{kind}, code {code}"))
}
