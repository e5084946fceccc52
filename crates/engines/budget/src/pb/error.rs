//! What can be wrong with a file so that it cannot be counted: where, what, and what to do.

use thiserror::Error;

/// A file that cannot be counted as it is.
#[derive(Debug, Error)]
pub enum PbError {
    /// The text of the file is wrong at a place.
    #[error("line {line}, column {column}: {problem}\n  What to do: {}", .problem.cure())]
    At {
        /// The line, counted from 1.
        line: u64,
        /// The cell in that line, counted from 1.
        column: u64,
        /// What is wrong.
        problem: Problem,
    },
    /// The file as a whole is wrong.
    #[error("{problem}\n  What to do: {}", .problem.cure())]
    File {
        /// What is wrong.
        problem: Problem,
    },
    /// The file could not be read to its end.
    #[error(
        "the file cannot be read: {0}\n  What to do: check that the file is there, is readable and is complete"
    )]
    Io(#[from] std::io::Error),
}

/// What is wrong. The words are English, as those of a compiler; a page translates by the variant.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[expect(
    missing_docs,
    reason = "each message says what its variant means, and its fields are named in it"
)]
pub enum Problem {
    #[error("the file is empty")]
    Empty,
    #[error("this byte is not UTF-8 (byte {byte} of the line, value 0x{value:02X})")]
    NotUtf8 { byte: usize, value: u8 },
    #[error("the file is UTF-16, not UTF-8")]
    Utf16,
    #[error("a line is longer than {limit} bytes")]
    LineTooLong { limit: usize },
    #[error("a quoted cell is not closed before the file ends")]
    OpenQuote,
    #[error("text before the first section: `{text}`")]
    BeforeSections { text: String },
    #[error("section {section} comes a second time")]
    SectionTwice { section: &'static str },
    #[error("section {section} comes before section {before}")]
    SectionOrder {
        section: &'static str,
        before: &'static str,
    },
    #[error("section {section} is missing")]
    SectionMissing { section: &'static str },
    #[error("section {section} has no line that names its columns")]
    HeaderMissing { section: &'static str },
    #[error("section {section} has no column `{column}`")]
    ColumnMissing {
        section: &'static str,
        column: &'static str,
    },
    #[error("column `{column}` is named twice")]
    ColumnTwice { column: String },
    #[error("META has no `{key}`")]
    KeyMissing { key: &'static str },
    #[error("META has `{key}` twice")]
    KeyTwice { key: String },
    #[error("`{word}` is not a vote type")]
    VoteType { word: String },
    #[error("{what} is not a number: `{text}`")]
    NotANumber { what: &'static str, text: String },
    #[error("{what} has a fraction: `{text}`")]
    Fraction { what: &'static str, text: String },
    #[error("{what} is negative: `{text}`")]
    Negative { what: &'static str, text: String },
    #[error("{what} is too large: `{text}`")]
    TooLarge { what: &'static str, text: String },
    #[error("a project has no id")]
    ProjectWithoutId,
    #[error("project id `{id}` contains a comma, so a list of ids cannot name it")]
    CommaInId { id: String },
    #[error("project `{id}` is listed twice")]
    ProjectTwice { id: String },
    #[error("there are no projects")]
    NoProjects,
    #[error("there are more than {limit} projects")]
    TooManyProjects { limit: usize },
    #[error("there is no valid ballot{}", if *.invalid == 0 { String::new() } else { format!(" ({invalid} invalid)") })]
    NoBallots { invalid: u64 },
    #[error("META says {said} ballots, the file holds {found}")]
    BallotsMissing { said: u64, found: u64 },
    #[error("META says {said} projects, the file holds {found}")]
    ProjectsMissing { said: u64, found: u64 },
    #[error("the file holds more marks than can be counted (4 billion)")]
    TooManyMarks,
}

impl Problem {
    /// What the owner of the file can do about it.
    pub fn cure(&self) -> String {
        match self {
            Self::Empty => "choose a file with the sections META, PROJECTS and VOTES".into(),
            Self::NotUtf8 { .. } | Self::Utf16 => {
                "save the file as UTF-8 (in a spreadsheet: export as CSV, character set UTF-8)".into()
            }
            Self::LineTooLong { .. } => {
                "part the ballots by line ends, one ballot a line; old Mac line ends (CR only) must become LF".into()
            }
            Self::OpenQuote => "close the quote, or double it (\"\") where it belongs to the text".into(),
            Self::BeforeSections { .. } => "begin the file with a line that says META".into(),
            Self::SectionTwice { section } => format!("keep one section {section}"),
            Self::SectionOrder { .. } => "put the sections in the order META, PROJECTS, VOTES".into(),
            Self::SectionMissing { section } => {
                format!("add a line `{section}` and its columns; if the file was cut off, fetch it again")
            }
            Self::HeaderMissing { section } => match *section {
                "META" => "put the line `key;value` below META".into(),
                "PROJECTS" => "put a line such as `project_id;cost;name` below PROJECTS".into(),
                _ => "put a line such as `voter_id;vote` below VOTES".into(),
            },
            Self::ColumnMissing { column, .. } => format!("name the column `{column}` in the line below the title"),
            Self::ColumnTwice { .. } => "give each column its own name".into(),
            Self::KeyMissing { key } => format!("add a line `{key};...` to META"),
            Self::KeyTwice { .. } => "keep one of the two lines".into(),
            Self::VoteType { .. } => "use approval, choose-1, ordinal, cumulative or scoring".into(),
            Self::NotANumber { .. } => "write digits only, without blanks or separators, e.g. 12000".into(),
            Self::Fraction { .. } => {
                "give all money in the smallest unit (cents, grosze), points in whole numbers: nothing is rounded".into()
            }
            Self::Negative { .. } => "write zero or more".into(),
            Self::TooLarge { .. } => "use a larger unit of money; amounts go up to 9,000,000,000,000,000".into(),
            Self::ProjectWithoutId => "give the project an id in the column project_id".into(),
            Self::CommaInId { .. } => "use an id without a comma".into(),
            Self::ProjectTwice { .. } => "give each project its own id, or delete the second line".into(),
            Self::NoProjects => "list the projects below PROJECTS".into(),
            Self::TooManyProjects { .. } => "split the election by district".into(),
            Self::NoBallots { .. } => "put the ballots below VOTES; `check` lists the invalid ones".into(),
            Self::BallotsMissing { .. } => {
                "fetch the whole file again; if it is whole, correct num_votes (or pass --accept-incomplete)".into()
            }
            Self::ProjectsMissing { .. } => {
                "fetch the whole file again; if it is whole, correct num_projects (or pass --accept-incomplete)".into()
            }
            Self::TooManyMarks => "count by district".into(),
        }
    }
}
