//! What a voice is. No database here.

use jiff::Timestamp;
use kapok_acts::Sealed;
use kapok_store::ids::{AccountId, AnswerId, MatterId, PartyId, PlaceId, VoiceId};
use kapok_store::{FromValue, Value, row};

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
    /// Nobody said: whoever writes in their own words is not asked to choose.
    #[default]
    Unstated => "unstated",
    /// Something should be done or changed.
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
    /// Whether its words are shown in public.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        self.state.is_shown()
    }

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
