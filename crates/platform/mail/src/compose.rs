//! From a [`Message`] to the bytes of a mail (RFC 5322).

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::str::FromStr;
use std::time::{SystemTime, UNIX_EPOCH};

use lettre::Address;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MessageBuilder};

use crate::{MailError, Message};

/// Who the mails come from: `Riverton <kapok@riverton.example>` or the address alone.
#[derive(Clone, Debug)]
pub struct Sender(Mailbox);

impl FromStr for Sender {
    type Err = MailError;

    fn from_str(text: &str) -> Result<Self, MailError> {
        let one_line = !text.chars().any(char::is_control);
        let mailbox = text.parse().ok().filter(|_| one_line);
        mailbox.map(Self).ok_or(MailError::BadSetting(
            "the sender is written \"City <mail@city.example>\"",
        ))
    }
}

/// The mail as it goes out. `now` becomes its date; the same arguments give the same bytes.
pub(crate) fn compose(
    message: &Message,
    from: &Sender,
    now: SystemTime,
) -> Result<lettre::Message, MailError> {
    let to = address(&message.to)?;
    let mut mail = MessageBuilder::new()
        .date(now)
        .message_id(Some(message_id(message, from, now)))
        .from(from.0.clone())
        .to(Mailbox::new(None, to))
        .subject(one_line(&message.subject))
        .header(ContentType::TEXT_PLAIN)
        // Keeps holiday replies away (RFC 3834).
        .raw_header(header("Auto-Submitted", "auto-generated".to_owned()));
    if let Some(link) = &message.list_unsubscribe {
        mail = mail.raw_header(header(
            "List-Unsubscribe",
            format!("<{}>", unsubscribe_link(link)?),
        ));
    }
    mail.body(message.text.clone()).map_err(|_| MailError::BadMessage)
}

/// A bare address: no name, no list, nothing that ends a header.
fn address(text: &str) -> Result<Address, MailError> {
    let text = text.trim();
    let plain = !text.chars().any(|c| c.is_control() || c.is_whitespace());
    text.parse().ok().filter(|_| plain).ok_or(MailError::BadAddress)
}

/// Control characters, line breaks above all, become spaces; spaces at the ends go.
fn one_line(text: &str) -> String {
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    text.replace(breaks, " ").trim().to_owned()
}

/// A link that fits between angle brackets on a header line.
fn unsubscribe_link(link: &str) -> Result<&str, MailError> {
    let known = ["https://", "http://", "mailto:"]
        .iter()
        .any(|start| link.starts_with(start));
    let plain = link
        .bytes()
        .all(|b| b.is_ascii_graphic() && !matches!(b, b'<' | b'>' | b','));
    if known && plain {
        Ok(link)
    } else {
        Err(MailError::BadUnsubscribe)
    }
}

fn header(name: &'static str, value: String) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value)
}

/// A name for the mail that no other has: its moment and a hash of its content.
///
/// Mail programs drop a second mail of the same name, so a repeated attempt in the same job run arrives once. The
/// library's own choice would put this machine's host name into every mail.
fn message_id(message: &Message, from: &Sender, now: SystemTime) -> String {
    let nanoseconds = now.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_nanos());
    let mut content = DefaultHasher::new();
    (&message.to, &message.subject, &message.text).hash(&mut content);
    format!(
        "<{nanoseconds:x}.{:x}@{}>",
        content.finish(),
        from.0.email.domain()
    )
}
