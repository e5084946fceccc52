//! What a promise and a channel are, and how long a channel lasts.

use jiff::civil::Date;

/// Levels of the ladder, lowest first, by id.
pub const LEVELS: [&str; 3] = ["nonparticipation", "tokenism", "citizen power"];
/// Classes of channels, by id.
pub const CLASSES: [&str; 3] = ["formal", "informal", "case-type"];
/// Paths of channels, by id; none for the forms that cases brought up.
pub const PATHS: [&str; 5] = ["official", "unofficial", "public opinion", "direct action", ""];
/// Columns of the report's Table 2-1, by id.
pub const GROUPS: [&str; 6] = [
    "temporary",
    "permanent",
    "independent",
    "multi-subject",
    "women-and-disabled",
    "",
];

kapok_store::row! {
    /// A rung of the ladder of participation (S. Arnstein, "A ladder of citizen participation", Journal of the American
    /// Institute of Planners 35 (1969), 216).
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Rung {
        /// Stable id, as in the catalogues (`partnership`).
        pub id: String,
        /// 1 is the lowest.
        pub position: i64,
        /// One of [`LEVELS`].
        pub level: String,
        /// English name.
        pub name: String,
        /// What the report says it means.
        pub meaning: String,
        /// What a process on this rung may promise.
        pub promise: String,
    }
}

kapok_store::row! {
    /// A channel by which residents take part.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct ChannelKind {
        /// Stable id (`hearings`).
        pub id: String,
        /// Order in the catalogue.
        pub position: i64,
        /// One of [`CLASSES`].
        pub class: String,
        /// One of [`PATHS`].
        pub path: String,
        /// Column of Table 2-1 in which the report prints it, one of [`GROUPS`].
        pub printed_group: String,
        /// English name.
        pub name: String,
        /// What it is.
        pub description: String,
        /// What a platform answers it with.
        pub answer: String,
        /// Keys of the cases that show it, separated by `|`.
        pub case_keys: String,
        /// Where the report names it.
        pub report_ref: String,
        /// First day, or its year; empty when nobody recorded it.
        pub began: String,
        /// Last day, or its year; empty when none is set or nobody recorded it.
        pub ends: String,
        /// Where the dates come from.
        pub dates_source: String,
    }
}

/// How long a channel lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lasting {
    /// It began and no end is set.
    Permanent,
    /// An end is set, or has passed.
    Temporary,
    /// Nobody recorded when it began or ends.
    Unknown,
}

impl Lasting {
    /// Computed from the dates: an end makes a channel temporary, a beginning without an end makes it permanent.
    /// Nothing else decides, least of all the table in which a channel happens to be printed.
    #[must_use]
    pub fn of(began: &str, ends: &str) -> Self {
        match (is_day_or_year(began), is_day_or_year(ends)) {
            (_, true) => Self::Temporary,
            (true, false) => Self::Permanent,
            (false, false) => Self::Unknown,
        }
    }

    /// Name in files and catalogues.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Permanent => "permanent",
            Self::Temporary => "temporary",
            Self::Unknown => "unknown",
        }
    }
}

/// Whether a text is an ISO day or a year of four digits.
#[must_use]
pub fn is_day_or_year(text: &str) -> bool {
    let year = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    year || text.parse::<Date>().is_ok()
}

impl ChannelKind {
    /// How long it lasts, computed from its dates.
    #[must_use]
    pub fn lasting(&self) -> Lasting {
        Lasting::of(&self.began, &self.ends)
    }

    /// Who carries it, where Table 2-1 says so. Its columns mix two questions, how long and by whom; how long is
    /// computed ([`ChannelKind::lasting`]), so only the second kind of column is taken from print.
    #[must_use]
    pub fn carried_by(&self) -> Option<&str> {
        match self.printed_group.as_str() {
            group @ ("independent" | "multi-subject" | "women-and-disabled") => Some(group),
            _ => None,
        }
    }

    /// Keys of the cases that show it.
    pub fn cases(&self) -> impl Iterator<Item = &str> {
        self.case_keys.split('|').filter(|key| !key.is_empty())
    }

    /// Ids of the voice channels by which it is open on this platform today; none where it is only described.
    #[must_use]
    pub fn open_by(&self) -> &'static [&'static str] {
        match self.id.as_str() {
            "petition-letters-visits" | "letters-visits" => &["letter", "desk"],
            "internet" | "suggestion-channel" | "one-click-app" => &["web"],
            "radio" => &["radio"],
            "social-media" => &["social"],
            "mayors-mailbox" | "emails" => &["email"],
            "mayors-hotline" | "phone-calls" => &["phone"],
            "hotline-12319" => &["phone", "open311"],
            "consultation-meetings" | "dialogue-meetings" => &["meeting"],
            "workshops" | "seminars" => &["workshop"],
            "liaison-stations" => &["station"],
            "festivals" => &["paper-card"],
            _ => &[],
        }
    }
}
