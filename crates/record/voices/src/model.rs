//! What a voice is, and the rules for what people fill in. No database here.

use jiff::Timestamp;
use kapok_acts::{ActError, Env, Fields, Sealed};
use kapok_store::ids::{AccountId, AnswerId, MatterId, PartyId, PlaceId, VoiceId};
use kapok_store::{FromValue, Value, row};

use crate::clean;

/// Most characters of a voice or an answer.
pub const LONGEST_TEXT: usize = 20_000;
/// Most characters of the words for a place.
pub const LONGEST_PLACE: usize = 200;
/// Most characters of a contact.
pub const LONGEST_CONTACT: usize = 300;
/// No voice is older: a date before it is a slip of the pen.
const FIRST_YEAR: i16 = 1900;

/// An enum that is stored by its id.
macro_rules! by_id {
    ($(#[$m:meta])* $name:ident, $what:literal, $($(#[$vm:meta])* $variant:ident => $id:literal),* $(,)?) => {
        $(#[$m])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vm])* $variant),* }
        impl $name {
            /// All of them, in the order in which lists show them.
            pub const ALL: &[$name] = &[$($name::$variant),*];
            /// Name in the database, in addresses and in files.
            #[must_use]
            pub fn id(self) -> &'static str { match self { $($name::$variant => $id),* } }
            /// Reads the id.
            #[must_use]
            pub fn parse(id: &str) -> Option<Self> { match id { $($id => Some($name::$variant),)* _ => None } }
        }
        impl FromValue for $name {
            const NAME: &'static str = $what;
            fn from_value(v: Value) -> Option<Self> {
                match v { Value::Text(id) => Self::parse(&id), _ => None }
            }
        }
        impl From<$name> for Value { fn from(v: $name) -> Self { Value::from(v.id()) } }
    };
}

by_id! {
    /// How a voice reached the city.
    Channel, "channel",
    /// The form on the city's pages.
    #[default]
    Web => "web",
    /// Said at the service desk.
    Desk => "desk",
    /// Said on the phone.
    Phone => "phone",
    /// Written on paper and sent.
    Letter => "letter",
    /// E-mail.
    Email => "email",
    /// A card filled in at a stall, a station or a school.
    PaperCard => "paper-card",
    /// Said at a dialogue meeting.
    Meeting => "meeting",
    /// Said at a liaison station of the neighbourhood.
    Station => "station",
    /// Said in a radio programme.
    Radio => "radio",
    /// Sent by another app (Open311 GeoReport).
    Open311 => "open311",
    /// Written down in a workshop.
    Workshop => "workshop",
    /// A public post, entered with its link.
    Social => "social",
}

impl Channel {
    /// Whether the city runs the channel and owes it an answer by rule; the others it listens to.
    #[must_use]
    pub fn is_formal(self) -> bool {
        !matches!(self, Channel::Radio | Channel::Workshop | Channel::Social)
    }

    /// Whether somebody else writes the words down for the person who says them.
    #[must_use]
    pub fn is_assisted(self) -> bool {
        !matches!(self, Channel::Web | Channel::Email | Channel::Open311)
    }

    /// Whether anybody may send by it without an account. What comes by all others is entered by staff, or by the
    /// platform itself (mail).
    #[must_use]
    pub fn is_self_service(self) -> bool {
        matches!(self, Channel::Web | Channel::Open311)
    }
}

by_id! {
    /// What a voice is, as far as it says.
    VoiceKind, "kind of voice",
    /// Something should be done or changed.
    #[default]
    Idea => "idea",
    /// Something is broken or missing.
    Report => "report",
    /// Something is asked.
    Question => "question",
    /// An argument for or against something.
    Point => "point",
    /// What somebody lived through.
    Testimony => "testimony",
}

by_id! {
    /// What became of the voice itself; what became of its matter lies with the matter.
    VoiceState, "state of a voice",
    /// Counted and shown.
    #[default]
    Heard => "heard",
    /// Taken back by its author: counted, no longer shown.
    Withdrawn => "withdrawn",
    /// Hidden by a moderator with a public reason: counted, not shown.
    Hidden => "hidden",
    /// Passed to another office, which finds it in its inbox; the clock runs on.
    Referred => "referred",
}

impl VoiceState {
    /// Whether the words are shown in public.
    #[must_use]
    pub fn is_shown(self) -> bool {
        matches!(self, VoiceState::Heard | VoiceState::Referred)
    }
}

by_id! {
    /// What sort of contact somebody left.
    ContactKind, "kind of contact",
    /// An e-mail address: the reply goes out by itself.
    #[default]
    Email => "email",
    /// A phone number.
    Phone => "phone",
    /// Anything else: a street, a name at a station.
    Post => "post",
}

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

    /// The same without what nobody sees, and with the language found.
    pub(crate) fn cleaned(&self) -> Self {
        let text = clean::words(&self.text);
        let lang = self.lang.clone().unwrap_or_else(|| language(&text));
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

/// What is said back to whoever sent a voice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// The voice.
    pub id: VoiceId,
    /// Its public number.
    pub number: i64,
    /// Its code, as shown: `XXX-XXX-XXX`.
    pub code: String,
    /// Whether the same form had been sent before; nothing was written then.
    pub again: bool,
}

row! {
    /// A voice as stored. Public reads empty the words of what is not shown ([`Voice::masked`]).
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Voice {
        /// UUIDv7.
        pub id: VoiceId,
        /// Public number, from 1.
        pub number: i64,
        /// How it reached the city.
        pub channel: Channel,
        /// Language (BCP 47), `und` for unknown.
        pub lang: String,
        /// What it is.
        pub kind: VoiceKind,
        /// What is said.
        pub text: String,
        /// Where; none for unknown.
        pub place: Option<PlaceId>,
        /// Where, in the author's words.
        pub place_words: String,
        /// The organisation that speaks; none for a resident.
        pub party: Option<PartyId>,
        /// Name of its photo.
        pub photo: Option<String>,
        /// When it reached the city.
        pub heard: Timestamp,
        /// The account that entered it.
        pub entered_by: Option<AccountId>,
        /// The matter it joined.
        pub matter: Option<MatterId>,
        /// When it joined.
        pub joined: Option<Timestamp>,
        /// When it was first answered, by itself or with its matter.
        pub answered: Option<Timestamp>,
        /// The office it was referred to.
        pub office: Option<PartyId>,
        /// What became of it.
        pub state: VoiceState,
        /// Why it was hidden or referred; empty otherwise.
        pub state_reason: String,
        /// 1, and one more with each edit.
        pub version: i64,
        /// Whether its author can be reached.
        pub has_contact: bool,
    }
}

impl Voice {
    /// As anybody may see it: without words, place and photo when it is hidden or withdrawn, and without an author's reason.
    #[must_use]
    pub fn masked(mut self) -> Self {
        if !self.state.is_shown() {
            self.text.clear();
            self.place_words.clear();
            self.photo = None;
        }
        if self.state == VoiceState::Withdrawn {
            self.state_reason.clear();
        }
        self
    }
}

row! {
    /// What the counters of a matter need to know of a voice.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct VoiceFacts {
        /// The voice.
        pub id: VoiceId,
        /// Its number.
        pub number: i64,
        /// How it reached the city.
        pub channel: Channel,
        /// Its language.
        pub lang: String,
        /// Where.
        pub place: Option<PlaceId>,
        /// When it reached the city.
        pub heard: Timestamp,
        /// When it was first answered.
        pub answered: Option<Timestamp>,
        /// The matter it is part of now.
        pub matter: Option<MatterId>,
    }
}

row! {
    /// What a voice said before an edit.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Version {
        /// From 1.
        pub version: i64,
        /// What it said.
        pub text: String,
        /// Where, in the author's words.
        pub place_words: String,
        /// When it was replaced.
        pub at: Timestamp,
    }
}

row! {
    /// An office's public answer to one voice.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Answer {
        /// UUIDv7.
        pub id: AnswerId,
        /// The office.
        pub party: Option<PartyId>,
        /// Who wrote it.
        pub author: String,
        /// The answer.
        pub text: String,
        /// Its language.
        pub lang: String,
        /// When.
        pub at: Timestamp,
    }
}

row! {
    /// A mail that is due: somebody left an address, and there is something to tell.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct DueMail {
        /// The voice.
        pub voice: VoiceId,
        /// Its number.
        pub number: i64,
        /// Its language, to write in.
        pub lang: String,
        /// Its matter, if the answer lies there.
        pub matter: Option<MatterId>,
        /// Since when it is due.
        pub wants: Timestamp,
        /// The address, sealed.
        pub sealed: Vec<u8>,
    }
}

impl DueMail {
    /// The address as the keys open it.
    pub(crate) fn sealed(&self) -> Sealed {
        Sealed(self.sealed.clone())
    }
}

/// A voice with what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoiceView {
    /// The voice, masked unless its author asks.
    pub voice: Voice,
    /// Answers to it alone, oldest first.
    pub answers: Vec<Answer>,
    /// What it said before, oldest first; empty unless its author asks.
    pub versions: Vec<Version>,
}
