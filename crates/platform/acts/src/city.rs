//! The city's settings.

/// The automatic functions that a city may switch off. The platform works with all of them off; none decides anything. Each has
/// its risk sheet on the page "how your words are used".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Automatic {
    /// Offer matters that look like a text.
    pub similar: bool,
    /// Find the place that somebody means in the words they wrote.
    pub place: bool,
    /// Tell the language of a voice.
    pub language: bool,
}

impl Default for Automatic {
    fn default() -> Self {
        Self {
            similar: true,
            place: true,
            language: true,
        }
    }
}

/// What a city sets once.
#[derive(Debug, Clone)]
pub struct City {
    /// Name, as on the front page.
    pub name: String,
    /// Address under which residents reach this server, without a slash at the end.
    pub public_url: String,
    /// Name of the public log, under which its checkpoints are signed. It must not change during the log's life.
    pub log_name: String,
    /// Time zone in which days begin.
    pub time_zone: jiff::tz::TimeZone,
    /// Days within which a new voice is read and sorted.
    pub days_to_sort: i64,
    /// Days within which a voice gets an answer; later it is counted as unanswered.
    pub days_to_answer: i64,
    /// Days after which contact data of a closed matter is deleted.
    pub days_to_keep_contact: i64,
    /// A matter that was done goes back to doing when at least this many residents say "not yet" …
    pub reopen_at_least: i64,
    /// … and they are more than this share of all checks, in percent.
    pub reopen_percent: i64,
    /// Which automatic functions are on.
    pub automatic: Automatic,
}

impl City {
    /// Settings with the defaults of the handbook.
    #[must_use]
    pub fn new(name: &str, public_url: &str, time_zone: jiff::tz::TimeZone) -> Self {
        Self {
            name: name.to_owned(),
            public_url: public_url.trim_end_matches('/').to_owned(),
            log_name: log_name(public_url),
            time_zone,
            days_to_sort: 3,
            days_to_answer: 14,
            days_to_keep_contact: 90,
            reopen_at_least: 5,
            reopen_percent: 33,
            automatic: Automatic::default(),
        }
    }

    /// The day of a moment in the city.
    #[must_use]
    pub fn date(&self, at: jiff::Timestamp) -> jiff::civil::Date {
        at.to_zoned_datetime(self.time_zone.clone()).date()
    }

    /// The first moment of a day in the city.
    #[must_use]
    pub fn start_of(&self, date: jiff::civil::Date) -> jiff::Timestamp {
        self.time_zone
            .to_timestamp(date.at(0, 0, 0, 0))
            .unwrap_or_default()
    }
}

/// The name of a log by default: where it is served, without the scheme (C2SP tlog-tiles, "Parameters").
fn log_name(public_url: &str) -> String {
    let address = public_url
        .split_once("://")
        .map_or(public_url, |(_, address)| address);
    format!("{}/log", address.trim_end_matches('/'))
}
