//! Imports from other platforms: Decidim's open-data archives and plain CSV with a mapping.
//!
//! Reading gives [`Item`]s and a list of what could not be read ([`Problem`]); [`run`] hears each item as a voice, begins a
//! matter of it, and answers, decides and promises as far as the item and the mapping say. All of it by the rooms' own
//! actions, with their acts. A voice keeps where it came from, so that a second import changes nothing. A dry run
//! reads and checks everything and writes nothing.

mod decidim;
mod mapping;
mod plain;
mod run;
mod sheet;
mod zip;

pub use decidim::read as read_decidim;
pub use mapping::Mapping;
pub use plain::read as read_csv;
pub use run::{Outcome, run};

use jiff::Timestamp;
use jiff::civil::Date;
use kapok_decisions::Verdict;
use kapok_voices::Channel;

/// Something that was published elsewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// File and line that it was read from.
    pub at: At,
    /// Its id on the other platform.
    pub id: String,
    /// Its page there.
    pub url: String,
    /// One line; empty for a voice that begins no matter.
    pub title: String,
    /// What was said.
    pub text: String,
    /// Language (BCP 47), if the source says.
    pub lang: Option<String>,
    /// Where, in words.
    pub place: String,
    /// How it reached the city.
    pub channel: Channel,
    /// When.
    pub heard: Option<Timestamp>,
    /// Topic, by our id; empty for unknown.
    pub topic: String,
    /// The official answer.
    pub answer: String,
    /// What was decided.
    pub verdict: Option<Verdict>,
    /// What was promised.
    pub promises: Vec<Promise>,
}

/// A result that follows from an item.
#[derive(Debug, Clone, PartialEq)]
pub struct Promise {
    /// File and line that it was read from.
    pub at: At,
    /// What is promised.
    pub title: String,
    /// By when.
    pub due: Option<Date>,
    /// How far it is, in percent.
    pub percent: Option<i64>,
}

/// A line of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct At {
    /// Name of the file.
    pub file: String,
    /// Line, from 1.
    pub line: u64,
}

/// What could not be imported, where, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// File and line.
    pub at: At,
    /// Column, as it is named in the file; empty for the whole row.
    pub column: String,
    /// Why, in English.
    pub why: String,
}

impl Problem {
    fn new(at: &At, column: &str, why: impl Into<String>) -> Self {
        Self {
            at: at.clone(),
            column: column.to_owned(),
            why: why.into(),
        }
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let column = if self.column.is_empty() {
            String::new()
        } else {
            format!(", {}", self.column)
        };
        write!(f, "{} line {}{column}: {}", self.at.file, self.at.line, self.why)
    }
}

/// What was read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Read {
    /// What can be imported.
    pub items: Vec<Item>,
    /// What cannot.
    pub problems: Vec<Problem>,
    /// Columns that nothing is made of: file and names.
    pub left_out: Vec<(String, Vec<String>)>,
}

/// Why a source cannot be read at all.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// A file could not be read.
    #[error("cannot read {0}: {1}")]
    File(String, std::io::Error),
    /// A file is not what it should be.
    #[error("{0}: {1}")]
    Form(String, String),
    /// The database said no.
    #[error(transparent)]
    Act(#[from] kapok_acts::ActError),
}
