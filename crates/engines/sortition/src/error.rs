//! What can be wrong with the files, where, and what to do about it.

use std::fmt;

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Where {
    /// The file as the caller named it.
    pub file: String,
    /// Line from 1.
    pub line: u64,
    /// Name of the column, where it is about a cell.
    pub column: Option<String>,
}

impl Where {
    /// A whole line.
    pub fn line(file: &str, line: u64) -> Self {
        Self {
            file: file.to_string(),
            line,
            column: None,
        }
    }
}

impl fmt::Display for Where {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, row {}", self.file, self.line)?;
        self.column
            .as_ref()
            .map_or(Ok(()), |c| write!(f, ", column \"{c}\""))
    }
}

/// A file that cannot be used as it is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The file cannot be read as CSV at all.
    #[error("{file}: cannot be read ({cause}). Check that it is a CSV file.")]
    Io {
        /// The file.
        file: String,
        /// What the reader said.
        cause: String,
    },
    /// Not UTF-8.
    #[error("{at}: is not UTF-8 text. Save the table again as \"CSV UTF-8\".")]
    NotUtf8 {
        /// Where.
        at: Where,
    },
    /// The header is not one of the known ones.
    #[error("{at}: the header is \"{found}\". Expected {expected}.")]
    Header {
        /// Where.
        at: Where,
        /// The header found.
        found: String,
        /// The headers understood.
        expected: String,
    },
    /// Nothing in the file.
    #[error("{at}: the file has no {what}. Add at least one row below the header.")]
    Empty {
        /// Where.
        at: Where,
        /// What is missing.
        what: &'static str,
    },
    /// A row longer than the header.
    #[error(
        "{at}: {found} cells where the header has {expected}. Put quotation marks around text with commas."
    )]
    TooManyCells {
        /// Where.
        at: Where,
        /// Cells found.
        found: usize,
        /// Cells of the header.
        expected: usize,
    },
    /// Two columns of one name.
    #[error("{at}: the column \"{column}\" is there twice. Rename or remove one.")]
    ColumnTwice {
        /// Where.
        at: Where,
        /// Its name.
        column: String,
    },
    /// An empty cell where a value is needed.
    #[error("{at}: the cell is empty. Fill it in, or remove the row.")]
    Missing {
        /// Where.
        at: Where,
    },
    /// Not a whole number.
    #[error("{at}: \"{found}\" is not a whole number from 0 to 1000000. Write digits only.")]
    NotANumber {
        /// Where.
        at: Where,
        /// The cell.
        found: String,
    },
    /// Minimum above maximum.
    #[error("{at}: the minimum {min} is above the maximum {max}. Exchange or correct them.")]
    MinAboveMax {
        /// Where.
        at: Where,
        /// Minimum.
        min: u32,
        /// Maximum.
        max: u32,
    },
    /// Flexible limits inside the fixed ones.
    #[error(
        "{at}: min_flex must be at most min, and max_flex at least max. Correct them, or leave the cells empty."
    )]
    FlexInside {
        /// Where.
        at: Where,
    },
    /// A value twice in the quotas.
    #[error("{at}: \"{value}\" already has a quota in row {first}. Remove one of the two rows.")]
    TwiceInQuotas {
        /// Where.
        at: Where,
        /// The value.
        value: String,
        /// Line of the first.
        first: u64,
    },
    /// The pool has no column for a category.
    #[error(
        "{at}: there is no column \"{category}\", which the quotas or the options name. The columns are: {columns}. Add the column, or correct the name in the quotas or the option."
    )]
    NoColumn {
        /// Where.
        at: Where,
        /// The category.
        category: String,
        /// Columns there are.
        columns: String,
    },
    /// A value of the pool that the quotas do not know.
    #[error(
        "{at}: \"{found}\" has no quota. The quotas know: {known}. Correct the cell, or add a quota for it."
    )]
    UnknownValue {
        /// Where.
        at: Where,
        /// The cell.
        found: String,
        /// Values with a quota.
        known: String,
    },
    /// An id twice.
    #[error("{at}: the id \"{id}\" is already used in row {first}. Every person needs an id of their own.")]
    IdTwice {
        /// Where.
        at: Where,
        /// The id.
        id: String,
        /// Line of the first.
        first: u64,
    },
}

/// Quotas and pool that cannot go together, whatever the lot says.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DrawError {
    /// No seats.
    #[error("the number of seats is {seats}. It must be at least 1.")]
    NoSeats {
        /// Seats asked for.
        seats: u32,
    },
    /// More seats than people.
    #[error(
        "{seats} seats, but only {people} people in the pool. Lower the number of seats, or invite more people."
    )]
    PoolTooSmall {
        /// Seats asked for.
        seats: u32,
        /// People in the pool.
        people: usize,
    },
    /// Minima of a category above the seats.
    #[error(
        "the minima of \"{category}\" add up to {sum}, more than the {seats} seats. Lower some minima, or add seats."
    )]
    MinimaAboveSeats {
        /// The category.
        category: String,
        /// Their sum.
        sum: u64,
        /// Seats.
        seats: u32,
    },
    /// Maxima of a category below the seats.
    #[error(
        "the maxima of \"{category}\" add up to {sum}, fewer than the {seats} seats. Raise some maxima, or take away seats."
    )]
    MaximaBelowSeats {
        /// The category.
        category: String,
        /// Their sum.
        sum: u64,
        /// Seats.
        seats: u32,
    },
    /// Not enough people of a value.
    #[error(
        "\"{category}\": {min} people with \"{value}\" are asked for, but the pool has {people}. Lower the minimum to {people}, or invite more such people."
    )]
    TooFewPeople {
        /// The category.
        category: String,
        /// The value.
        value: String,
        /// The minimum.
        min: u32,
        /// People who have it.
        people: usize,
    },
    /// Each quota can be met, but not all at once.
    #[error("no panel meets all quotas{households} at once. {advice}")]
    Contradiction {
        /// " and the household rule", or nothing.
        households: &'static str,
        /// The smallest relaxation in words, or what else to do.
        advice: String,
    },
    /// The search ended before a panel was found or shown not to exist.
    #[error("no panel was found before the search was stopped. Allow more time.")]
    Stopped,
}
