//! What a matter is made of, and the rules for what people fill in. No database here.

use jiff::Timestamp;
use jiff::civil::Date;
use kapok_acts::{ActError, Fields};
use kapok_store::ids::{ActId, MatterId, PartyId, PlaceId};
use kapok_store::row;

pub use kapok_text::TOPICS;

use crate::priority::{Factors, Terms, Weights};
use crate::state::State;

/// Levels of need, from the material to the spiritual.
pub const LEVELS: [&str; 5] = ["safety", "basic-service", "livelihood", "belonging", "culture"];
/// Fields of need: of everybody, of a group, of one household.
pub const FIELDS: [&str; 3] = ["public", "shared", "private"];

/// Most characters of a title.
pub const TITLE_CHARS: usize = 200;
/// Most characters of a summary, a reason or the grounds of an appeal.
pub const SUMMARY_CHARS: usize = 5_000;
/// Most characters of an answer.
pub const ANSWER_CHARS: usize = 20_000;
/// Largest urgency, safety or equity.
pub const LARGEST_GRADE: i64 = 3;

row! {
    /// A matter as stored.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Matter {
        /// UUIDv7.
        pub id: MatterId,
        /// Number in addresses and on paper, from 1.
        pub number: i64,
        /// One line, in the officer's words.
        pub title: String,
        /// A few lines: what is asked.
        pub summary: String,
        /// Language of title and summary (BCP 47).
        pub lang: String,
        /// Where it is; none for unknown.
        pub place: Option<PlaceId>,
        /// One of [`TOPICS`]; empty until it is sorted.
        pub topic: String,
        /// One of [`LEVELS`]; empty until it is sorted.
        pub level: String,
        /// One of [`FIELDS`]; empty until it is sorted.
        pub field: String,
        /// Where it stands.
        pub state: State,
        /// Since when.
        pub state_at: Timestamp,
        /// The office in the lead.
        pub lead: Option<PartyId>,
        /// 0 to 3.
        pub urgency: i64,
        /// 0 to 3.
        pub safety: i64,
        /// 0 to 3.
        pub equity: i64,
        /// Points for the deprivation of the place, 0 to 3.
        pub deprived: i64,
        /// How many voices it is made of.
        pub voice_count: i64,
        /// When the first of them reached the city.
        pub first_heard: Timestamp,
        /// Its day in the city, counted from 1970-01-01.
        pub first_day: i64,
        /// When the voices became a matter.
        pub created: Timestamp,
        /// When it was opened for weighing.
        pub opened: Option<Timestamp>,
        /// Day by which the city answers.
        pub reply_by: Option<Date>,
        /// When its voices were first answered.
        pub answered: Option<Timestamp>,
        /// Where its voices went.
        pub merged_into: Option<MatterId>,
        /// Who is in charge instead; empty unless it was referred.
        pub referred_to: String,
        /// Residents who say "done", since it was last finished.
        pub done_count: i64,
        /// Residents who say "not yet", since it was last finished.
        pub not_yet_count: i64,
        /// Its order among matters that wait for a decision, see [`Factors::rank_key`].
        pub rank_key: i64,
        /// People who follow it by e-mail.
        pub followers: i64,
        /// Grows with every change of the row.
        pub version: i64,
    }
}

impl Matter {
    /// Address of its page.
    #[must_use]
    pub fn path(&self) -> String {
        format!("/matters/{}", self.number)
    }

    /// What the priority formula looks at.
    #[must_use]
    pub fn factors(&self) -> Factors {
        Factors {
            voices: self.voice_count,
            urgency: self.urgency,
            safety: self.safety,
            equity: self.equity,
            deprived: self.deprived,
            first_day: self.first_day,
        }
    }

    /// The terms of its priority on a day.
    #[must_use]
    pub fn terms(&self, weights: &Weights, today: Date) -> Terms {
        self.factors().terms(weights, today)
    }

    /// Days from the first voice to the first answer, if there is one.
    #[must_use]
    pub fn days_to_answer(&self) -> Option<i64> {
        self.answered
            .map(|at| (at.as_second() - self.first_heard.as_second()).max(0) / 86_400)
    }
}

/// A new matter, as an officer describes it while joining voices. More is asked when it is sorted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewMatter {
    /// One line.
    pub title: String,
    /// A few lines; may be empty.
    pub summary: String,
    /// Language of both; empty: detected.
    pub lang: String,
    /// Where it is.
    pub place: Option<PlaceId>,
    /// One of [`TOPICS`], or empty.
    pub topic: String,
}

impl NewMatter {
    /// Trims and checks.
    ///
    /// # Errors
    /// [`ActError::Fields`] on `title`, `summary` or `topic`.
    pub fn check(mut self) -> Result<Self, ActError> {
        let mut wrong = Fields::default();
        self.title = line(&self.title);
        self.summary = self.summary.trim().to_owned();
        words(&mut wrong, "title", &self.title, TITLE_CHARS);
        if self.summary.chars().count() > SUMMARY_CHARS {
            wrong.add("summary", "form-too-long");
        }
        if !self.topic.is_empty() && !TOPICS.contains(&self.topic.as_str()) {
            wrong.add("topic", "form-unknown");
        }
        if self.lang.is_empty() {
            self.lang = language_of(&format!("{} {}", self.title, self.summary));
        }
        wrong.check()?;
        Ok(self)
    }
}

/// The description of a matter: all that an officer sets when sorting it, and may change later.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Describe {
    /// One line.
    pub title: String,
    /// A few lines.
    pub summary: String,
    /// Where it is.
    pub place: Option<PlaceId>,
    /// One of [`TOPICS`].
    pub topic: String,
    /// One of [`LEVELS`].
    pub level: String,
    /// One of [`FIELDS`].
    pub field: String,
    /// 0 to 3.
    pub urgency: i64,
    /// 0 to 3.
    pub safety: i64,
    /// 0 to 3.
    pub equity: i64,
    /// The office in the lead. Later it changes by [`crate::actions::hand_over`] only.
    pub lead: Option<PartyId>,
    /// [`Matter::version`] that the form was filled in from; none to overwrite whatever is there.
    pub version: Option<i64>,
}

impl Describe {
    /// What a matter has now, to fill in a form or to change one thing.
    #[must_use]
    pub fn of(matter: &Matter) -> Self {
        Self {
            title: matter.title.clone(),
            summary: matter.summary.clone(),
            place: matter.place,
            topic: matter.topic.clone(),
            level: matter.level.clone(),
            field: matter.field.clone(),
            urgency: matter.urgency,
            safety: matter.safety,
            equity: matter.equity,
            lead: matter.lead,
            version: Some(matter.version),
        }
    }

    /// Trims and checks.
    ///
    /// # Errors
    /// [`ActError::Fields`] by field name.
    pub fn check(mut self) -> Result<Self, ActError> {
        let mut wrong = Fields::default();
        self.title = line(&self.title);
        self.summary = self.summary.trim().to_owned();
        words(&mut wrong, "title", &self.title, TITLE_CHARS);
        if self.summary.chars().count() > SUMMARY_CHARS {
            wrong.add("summary", "form-too-long");
        }
        let chosen = [
            ("topic", &self.topic, TOPICS.as_slice()),
            ("level", &self.level, LEVELS.as_slice()),
            ("field", &self.field, FIELDS.as_slice()),
        ];
        for (name, value, known) in chosen {
            if !known.contains(&value.as_str()) {
                wrong.add(
                    name,
                    if value.is_empty() {
                        "form-missing"
                    } else {
                        "form-unknown"
                    },
                );
            }
        }
        for (name, grade) in [
            ("urgency", self.urgency),
            ("safety", self.safety),
            ("equity", self.equity),
        ] {
            if !(0..=LARGEST_GRADE).contains(&grade) {
                wrong.add(name, "matters-grade-wrong");
            }
        }
        if self.lead.is_none() {
            wrong.add("lead", "matters-lead-missing");
        }
        wrong.check()?;
        Ok(self)
    }
}

/// The side exits that an office can choose, with what each needs to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Exit {
    /// Answered without action; the answer must have been given.
    Answered,
    /// Somebody else is in charge: who, in words.
    Referred(String),
    /// Taken back.
    Withdrawn,
}

impl Exit {
    /// The state it leads to.
    #[must_use]
    pub fn state(&self) -> State {
        match self {
            Exit::Answered => State::Answered,
            Exit::Referred(_) => State::Referred,
            Exit::Withdrawn => State::Withdrawn,
        }
    }
}

/// What a resident says about finished work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says {
    /// It is done.
    Done,
    /// It is not.
    NotYet,
}

impl Says {
    /// Both of them.
    pub const ALL: [Says; 2] = [Says::Done, Says::NotYet];

    /// Name in forms and the database.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Says::Done => "done",
            Says::NotYet => "not-yet",
        }
    }
    /// Reads [`Says::id`].
    #[must_use]
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.id() == id)
    }
}

/// A matter after an action, and the act that says so: what undo takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// As it is now.
    pub matter: Matter,
    /// The act.
    pub act: ActId,
}

/// Reads and writes an enum by its id.
macro_rules! by_id {
    ($name:ident, $what:literal, $($variant:ident => $id:literal),*) => {
        impl $name {
            /// All of them.
            pub const ALL: &[$name] = &[$($name::$variant),*];
            /// Name in the database and the style sheet.
            #[must_use]
            pub fn id(self) -> &'static str { match self { $($name::$variant => $id),* } }
            /// Reads the id.
            #[must_use]
            pub fn parse(id: &str) -> Option<Self> { match id { $($id => Some($name::$variant),)* _ => None } }
        }
        impl kapok_store::FromValue for $name {
            const NAME: &'static str = $what;
            fn from_value(v: kapok_store::Value) -> Option<Self> {
                match v { kapok_store::Value::Text(id) => Self::parse(&id), _ => None }
            }
        }
        impl From<$name> for kapok_store::Value { fn from(v: $name) -> Self { kapok_store::Value::from(v.id()) } }
    };
}
pub(crate) use by_id;

/// One line without control characters.
fn line(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Notes what is wrong with words that must be there.
pub(crate) fn words(wrong: &mut Fields, field: &'static str, text: &str, most: usize) {
    if text.is_empty() {
        wrong.add(field, "form-missing");
    } else if text.chars().count() > most {
        wrong.add(field, "form-too-long");
    }
}

/// The language of a text as the detector sees it; `und` when it cannot tell.
#[must_use]
pub fn language_of(text: &str) -> String {
    kapok_text::language(text)
        .map_or("und", |lang| lang.tag())
        .to_owned()
}
