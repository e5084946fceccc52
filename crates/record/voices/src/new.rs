//! A voice as it comes in, and the rules for what people fill in. No database here.

use jiff::Timestamp;
use kapok_acts::{ActError, Env, Fields};
use kapok_store::ids::{PartyId, PlaceId};

use crate::clean;
use crate::model::{Channel, ContactKind, VoiceKind};

/// Most characters of a voice or an answer.
pub const LONGEST_TEXT: usize = 20_000;
/// Most characters of the words for a place.
pub const LONGEST_PLACE: usize = 200;
/// Most characters of a contact.
pub const LONGEST_CONTACT: usize = 300;
/// No voice is older: a date before it is a slip of the pen.
const FIRST_YEAR: i16 = 1900;

impl ContactKind {
    /// What a contact is, by its look.
    #[must_use]
    pub fn of(contact: &str) -> Self {
        if is_email(contact) {
            Self::Email
        } else if is_phone(contact) {
            Self::Phone
        } else {
            Self::Post
        }
    }
}

/// The shape of an address, not the whole of RFC 5322: the mail server has the last word.
fn is_email(text: &str) -> bool {
    let split = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '<' | '>');
    let plain = text.len() <= 254 && !text.contains(split);
    let Some((local, domain)) = text.split_once('@') else {
        return false;
    };
    let parts_fit = domain.contains('.') && domain.split('.').all(|part| !part.is_empty());
    plain && !local.is_empty() && !domain.contains('@') && parts_fit
}

/// Looks like an address that was mistyped: no reply would ever arrive.
fn is_broken_email(text: &str) -> bool {
    let one_word = !text.contains(char::is_whitespace);
    one_word && text.find('@').is_some_and(|at| at > 0) && !is_email(text)
}

/// One word without a number: no postal address, and nothing else by which anybody could be reached. Where words stand
/// together without spaces (Chinese, Thai), one cannot tell.
fn is_no_contact(text: &str) -> bool {
    let reaches = |c: char| c.is_whitespace() || c.is_numeric() || c == '@' || together(c);
    !text.is_empty() && !text.chars().any(reaches)
}

/// Characters of writing without spaces between words.
fn together(c: char) -> bool {
    c >= '\u{2e80}' || ('\u{e00}'..='\u{eff}').contains(&c)
}

fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(|c| c.is_numeric()).count();
    let fits =
        |c: char| c.is_numeric() || c.is_whitespace() || matches!(c, '+' | '-' | '(' | ')' | '/' | '.');
    (5..=20).contains(&digits) && text.chars().all(fits)
}

/// A voice as it comes in, unchecked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewVoice {
    /// What is said, 1 to [`LONGEST_TEXT`] characters.
    pub text: String,
    /// Where, in the author's words, up to [`LONGEST_PLACE`] characters.
    pub place_words: String,
    /// Where, if it is known; else it is guessed from `place_words`.
    pub place: Option<PlaceId>,
    /// E-mail, phone or post address as typed, up to [`LONGEST_CONTACT`] characters; none for no reply.
    pub contact: Option<String>,
    /// How it reached the city.
    pub channel: Channel,
    /// Its language (BCP 47); none to find it out from the words.
    pub lang: Option<String>,
    /// What it is.
    pub kind: VoiceKind,
    /// The organisation or business that speaks; none for a resident. Staff and imports only.
    pub party: Option<PartyId>,
    /// Name of a stored photo.
    pub photo: Option<String>,
    /// Key of the form: the same form sent twice is heard once.
    pub form_key: Option<[u8; 16]>,
    /// When it reached the city; none for now.
    pub heard_at: Option<Timestamp>,
}

impl NewVoice {
    /// `Ok` when it can be heard. The fields of errors are `text`, `place`, `contact`, `lang` and `heard`.
    ///
    /// # Errors
    /// [`ActError::Fields`] with everything that is wrong.
    pub fn check(&self, env: &Env) -> Result<(), ActError> {
        let mut wrong = Fields::default();
        check_text(&mut wrong, &self.text);
        check_place(&mut wrong, &self.place_words);
        if let Some(contact) = &self.contact {
            let contact = clean::line(contact);
            if contact.chars().count() > LONGEST_CONTACT {
                wrong.add("contact", "form-too-long");
            } else if is_broken_email(&contact) {
                wrong.add("contact", "voices-contact-wrong");
            } else if is_no_contact(&contact) {
                wrong.add("contact", "voices-contact-unclear");
            }
        }
        if self.lang.as_deref().is_some_and(|tag| !is_tag(tag)) {
            wrong.add("lang", "form-unknown");
        }
        if let Some(at) = self.heard_at {
            if at > env.now() {
                wrong.add("heard", "voices-heard-later");
            } else if env.city.date(at).year() < FIRST_YEAR {
                wrong.add("heard", "form-date-wrong");
            }
        }
        wrong.check()
    }

    /// The same without what nobody sees, and with the language found, if the city has that switched on.
    pub(crate) fn cleaned(&self, detect: bool) -> Self {
        let text = clean::words(&self.text);
        let lang = self
            .lang
            .clone()
            .unwrap_or_else(|| if detect { language(&text) } else { "und".to_owned() });
        let contact = self.contact.as_deref().map(clean::line);
        Self {
            lang: Some(lang),
            place_words: clean::line(&self.place_words),
            contact: contact.filter(|c| !c.is_empty()),
            text,
            ..self.clone()
        }
    }
}

/// Language of a text, `und` when unsure.
pub(crate) fn language(text: &str) -> String {
    kapok_text::language(text)
        .map_or("und", |lang| lang.tag())
        .to_owned()
}

pub(crate) fn check_text(wrong: &mut Fields, text: &str) {
    let text = clean::words(text);
    if !clean::is_visible(&text) {
        wrong.add("text", "voices-text-missing");
    } else if text.chars().count() > LONGEST_TEXT {
        wrong.add("text", "voices-text-too-long");
    }
}

pub(crate) fn check_place(wrong: &mut Fields, words: &str) {
    if clean::line(words).chars().count() > LONGEST_PLACE {
        wrong.add("place", "form-too-long");
    }
}

/// Letters, digits and hyphens, as a language tag has them (RFC 5646, section 2.1, by its look only).
fn is_tag(tag: &str) -> bool {
    (2..=35).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}
