//! What can be wrong with an input: where it is, what is wrong, and what to do.

use std::fmt;

use thiserror::Error;

/// A place in a file and what is wrong there.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub struct InputError {
    /// The file as the caller named it.
    pub file: String,
    /// The row as a spreadsheet counts: the head is row 1. `None` when it is about the whole file.
    pub row: Option<u64>,
    /// The column by the name in its head.
    pub column: Option<String>,
    /// What is wrong.
    pub fault: Box<Fault>,
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(row) = self.row {
            write!(f, ", row {row}")?;
        }
        if let Some(column) = &self.column {
            write!(f, ", column {column}")?;
        }
        write!(f, ": {}", self.fault)
    }
}

/// What is wrong with an input, with its cure.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
#[expect(missing_docs, reason = "the sentence of each says what it and its fields are")]
pub enum Fault {
    #[error("the file is empty. Give it a first row with the names of the columns and a row for each item.")]
    Empty,
    #[error("there is no row below the head. Add a row for each {of}.")]
    NoRows { of: &'static str },
    #[error("this is not UTF-8 text. Save the file as CSV in UTF-8.")]
    NotUtf8,
    #[error(
        "the row has {found} cells but the head has {wanted}. Add or remove a separator, or put quotes around a cell that holds one."
    )]
    Ragged { found: u64, wanted: u64 },
    #[error("this is not CSV: {0}. Check its quotes.")]
    NotCsv(String),
    #[error("there is no column for {what}. Name one of the columns {names}; the file has {found}.")]
    NoColumn {
        what: &'static str,
        names: String,
        found: String,
    },
    #[error("the column stands twice. Remove or rename one of them.")]
    ColumnTwice,
    #[error("the cell is empty. {cure}")]
    Missing { cure: &'static str },
    #[error("{id:?} stands already in row {first}. Remove one of the two rows or give it another id.")]
    Twice { id: String, first: u64 },
    #[error("{first_of:?} has a row for {second_of:?} already, row {first}. Keep one of the two.")]
    PairTwice {
        first_of: String,
        second_of: String,
        first: u64,
    },
    #[error("{value:?} is not known{hint}. Use {known}, or add it there.")]
    Unknown {
        value: String,
        known: String,
        hint: String,
    },
    #[error("{value:?} is not a number. Write digits with a point, such as 7.5.")]
    NotANumber { value: String },
    #[error("{value:?} is not a whole number from 0 up. Write one, such as 3.")]
    NotACount { value: String },
    #[error(
        "the score {value} is outside the range from {min} to {max}. Correct it, or change the range of the scores."
    )]
    OutOfRange { value: String, min: String, max: String },
    #[error("the weight {value} is not above 0. Give each criterion a weight above 0, or leave it out.")]
    Weight { value: String },
    #[error(
        "{reviewer:?} is an author of {entry:?} and must not review it. Remove the row or give the entry another reviewer."
    )]
    OwnEntry { reviewer: String, entry: String },
    #[error(
        "{reviewer:?} gave {entry:?} no score for the criterion {criterion:?}. Add it, or allow missing scores."
    )]
    NoScore {
        reviewer: String,
        entry: String,
        criterion: String,
    },
    #[error("{entry:?} has no score in {file}. Add one there, or remove the entry.")]
    NoScoreIn { entry: String, file: String },
    #[error("the minimum {min} is above the maximum {max}. Lower the minimum or raise the maximum.")]
    MinAboveMax { min: u64, max: u64 },
    #[error(
        "the minima of {category:?} add up to {sum}, more than the {seats} seats. Lower some of them or give more seats."
    )]
    MinimaAboveSeats { category: String, sum: u64, seats: u64 },
    #[error("there are {seats} seats and only {entries} entries. Ask for at most {entries}.")]
    SeatsAboveEntries { seats: u64, entries: u64 },
    #[error(
        "no entry has {value:?} in the column {category:?}{hint}. Correct the value or remove the limit."
    )]
    NoEntryWith {
        category: String,
        value: String,
        hint: String,
    },
    #[error("the range ends at {max}, not above its beginning {min}. Give a range such as 0 to 10.")]
    EmptyRange { min: String, max: String },
    #[error("{value:?} is not a rank. Write 1 for the first, 2 for the second and so on.")]
    NotARank { value: String },
    #[error("{value:?} does not say yes or no. Write 1 or 0, yes or no.")]
    NotYesNo { value: String },
    #[error(
        "two entries share the place of {entry:?} and this rule needs a strict order. Give each its own rank, or use a rule that allows equal ranks (schulze, ranked-pairs, borda)."
    )]
    SharedRank { entry: String },
    #[error("{entry:?} stands twice on the ballot. Keep one.")]
    TwiceOnBallot { entry: String },
    #[error(
        "{value:?} is not one of the grades {grades}. Correct it, or name the grades from best to worst."
    )]
    NotAGrade { value: String, grades: String },
    #[error("the ballots are {found}, and this rule needs {wanted}. Use another file or another rule.")]
    WrongBallots {
        found: &'static str,
        wanted: &'static str,
    },
    #[error("{0}")]
    Other(String),
}

impl Fault {
    /// A short stable name, for programs and for translations.
    pub fn code(&self) -> &'static str {
        match self {
            Fault::Empty => "empty",
            Fault::NoRows { .. } => "no_rows",
            Fault::NotUtf8 => "not_utf8",
            Fault::Ragged { .. } => "ragged",
            Fault::NotCsv(_) => "not_csv",
            Fault::NoColumn { .. } => "no_column",
            Fault::ColumnTwice => "column_twice",
            Fault::Missing { .. } => "missing_cell",
            Fault::Twice { .. } => "duplicate_id",
            Fault::PairTwice { .. } => "duplicate_pair",
            Fault::Unknown { .. } => "unknown_value",
            Fault::NotANumber { .. } => "not_a_number",
            Fault::NotACount { .. } => "not_a_count",
            Fault::OutOfRange { .. } => "out_of_range",
            Fault::Weight { .. } => "weight",
            Fault::OwnEntry { .. } => "own_entry",
            Fault::NoScore { .. } => "no_score",
            Fault::NoScoreIn { .. } => "no_score",
            Fault::MinAboveMax { .. } => "min_above_max",
            Fault::MinimaAboveSeats { .. } => "minima_above_seats",
            Fault::SeatsAboveEntries { .. } => "seats_above_entries",
            Fault::NoEntryWith { .. } => "no_entry_with",
            Fault::EmptyRange { .. } => "empty_range",
            Fault::NotARank { .. } => "not_a_rank",
            Fault::NotYesNo { .. } => "not_yes_no",
            Fault::SharedRank { .. } => "shared_rank",
            Fault::TwiceOnBallot { .. } => "twice_on_ballot",
            Fault::NotAGrade { .. } => "not_a_grade",
            Fault::WrongBallots { .. } => "wrong_ballots",
            Fault::Other(_) => "other",
        }
    }
}
