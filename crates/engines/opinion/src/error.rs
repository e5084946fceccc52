//! What can be wrong with files of votes. Each error names the file, the place where it is known, and what to do.

use thiserror::Error;

/// Why votes cannot be read.
#[derive(Debug, Error)]
pub enum ImportError {
    /// The file cannot be read.
    #[error("{file}: cannot be read ({source}). Check that the file is complete and readable")]
    Read {
        /// Which file.
        file: String,
        /// Why.
        source: std::io::Error,
    },
    /// It is no CSV file, or breaks off.
    #[error(
        "{file}, line {line}: not readable as CSV ({reason}). Save the file again as CSV in UTF-8 with commas"
    )]
    Csv {
        /// Which file.
        file: String,
        /// Where; 1 is the first line.
        line: u64,
        /// What the reader says.
        reason: String,
    },
    /// A column that is needed is not there.
    #[error(
        "{file}: the column \"{column}\" is missing; the first line has: {found}. Export the file again with its header"
    )]
    Column {
        /// Which file.
        file: String,
        /// The name wanted.
        column: &'static str,
        /// The names that are there.
        found: String,
    },
    /// A cell holds something else than it must.
    #[error("{file}, line {line}, column \"{column}\": \"{found}\" is not {wanted}")]
    Cell {
        /// Which file.
        file: String,
        /// Where.
        line: u64,
        /// Which column.
        column: String,
        /// What stands there.
        found: String,
        /// What would be right.
        wanted: &'static str,
    },
    /// Agree and disagree are exchanged.
    #[error(
        "{file}: agree and disagree are exchanged: {exchanged} of {compared} {what} fit the totals in {totals} only with the \
         signs turned round. Files use 1 for agree and -1 for disagree; multiply the votes by -1 and try again"
    )]
    Inverted {
        /// The file with the votes.
        file: String,
        /// How many fit only the other way.
        exchanged: usize,
        /// How many were compared.
        compared: usize,
        /// Participants or statements.
        what: &'static str,
        /// The file with the totals.
        totals: String,
    },
    /// JSON that is no JSON, or has other fields.
    #[error("{file}: not readable as JSON of a Polis export ({reason})")]
    Json {
        /// Which file.
        file: String,
        /// What the reader says.
        reason: String,
    },
    /// There is more than is taken in.
    #[error(
        "{found} {what}: the limit is {allowed}. Nothing was read; raise the limit or divide the conversation"
    )]
    Limit {
        /// Of what.
        what: &'static str,
        /// How many there are.
        found: usize,
        /// How many may be.
        allowed: usize,
    },
    /// None of the files that could hold votes is there.
    #[error("{folder}: no votes here. Expected votes.csv or participants-votes.csv (or votes.json)")]
    NoVotes {
        /// The folder.
        folder: String,
    },
}
