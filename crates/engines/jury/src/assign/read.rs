//! Entries, reviewers and conflicts from CSV.

use std::collections::{HashMap, HashSet};
use std::io::Read;

use super::{Entry, Origin, Reviewer};
use crate::fault::{Fault, InputError};
use crate::table::{Table, hint};

/// Names of the column that holds the id of an entry.
pub(crate) const ENTRY_ID: [&str; 8] = [
    "id",
    "entry",
    "entry_id",
    "submission",
    "submission_id",
    "project",
    "project_id",
    "case",
];
/// Names of the column that holds the id of a reviewer.
pub(crate) const REVIEWER_ID: [&str; 8] = [
    "id",
    "reviewer",
    "reviewer_id",
    "judge",
    "member",
    "member_id",
    "juror",
    "evaluator",
];
const COUNTRY: [&str; 2] = ["country", "nation"];
const CITY: [&str; 3] = ["city", "town", "municipality"];
const EMPLOYER: [&str; 6] = [
    "employer",
    "organisation",
    "organization",
    "institution",
    "affiliation",
    "applicant",
];
const REGION: [&str; 3] = ["region", "un_region", "continent"];
const LANGUAGES: [&str; 2] = ["languages", "language"];
const FIELDS: [&str; 7] = [
    "fields",
    "field",
    "topics",
    "topic",
    "expertise",
    "themes",
    "theme",
];
const CONFLICTS: [&str; 4] = ["conflicts", "conflict", "conflicts_of_interest", "coi"];
const AUTHORS: [&str; 6] = ["authors", "author", "own", "submitter", "submitted_by", "contact"];
const MAX_LOAD: [&str; 6] = ["max_load", "max", "cap", "load", "capacity", "limit"];
const NAMES: [&str; 3] = ["title", "name", "entry_name"];

/// Reads entries: an id, and if there are such columns title, country, city, employer, region, languages, fields,
/// authors (ids of reviewers) and conflicts (ids of reviewers). Lists are separated by `;`.
///
/// # Errors
/// [`InputError`] for no column of ids, no rows, an empty or repeated id.
pub fn read_entries(file: &str, input: impl Read) -> Result<Vec<Entry>, InputError> {
    let table = Table::read(file, input)?;
    let id = table.need("the id of an entry", &ENTRY_ID)?;
    table.some_rows("entry")?;
    let columns = Columns::of(&table);
    let authors = table.find(&AUTHORS);
    let mut ids = Ids::default();
    table
        .rows
        .iter()
        .map(|row| {
            let name = ids.take(&table, row, id)?;
            Ok(Entry {
                title: columns
                    .name
                    .map_or_else(|| name.clone(), |column| row.cell(column).to_owned()),
                id: name,
                origin: columns.origin(row),
                languages: row.list(columns.languages),
                fields: row.list(columns.fields),
                authors: row.list(authors),
                conflicts: row.list(columns.conflicts),
                row: row.number,
            })
        })
        .collect()
}

/// Reads reviewers: an id, and if there are such columns name, country, city, employer, region, languages, fields, largest
/// load and conflicts (ids of entries). Lists are separated by `;`.
///
/// # Errors
/// [`InputError`] for no column of ids, no rows, an empty or repeated id, a load that is no whole number.
pub fn read_reviewers(file: &str, input: impl Read) -> Result<Vec<Reviewer>, InputError> {
    let table = Table::read(file, input)?;
    let id = table.need("the id of a reviewer", &REVIEWER_ID)?;
    table.some_rows("reviewer")?;
    let columns = Columns::of(&table);
    let max_load = table.find(&MAX_LOAD);
    let mut ids = Ids::default();
    table
        .rows
        .iter()
        .map(|row| {
            let name = ids.take(&table, row, id)?;
            let own_limit = max_load.filter(|&column| !row.cell(column).is_empty());
            Ok(Reviewer {
                name: columns
                    .name
                    .map_or_else(|| name.clone(), |column| row.cell(column).to_owned()),
                id: name,
                origin: columns.origin(row),
                languages: row.list(columns.languages),
                fields: row.list(columns.fields),
                max_load: own_limit.map(|column| table.count(row, column)).transpose()?,
                conflicts: row.list(columns.conflicts),
                row: row.number,
            })
        })
        .collect()
}

/// Adds declared conflicts from a file with a column of entries and one of reviewers.
///
/// # Errors
/// [`InputError`] for a missing column, an empty cell, and an entry or reviewer that the other files do not know.
pub fn read_conflicts(
    file: &str,
    input: impl Read,
    entries: &mut [Entry],
    reviewers: &[Reviewer],
) -> Result<(), InputError> {
    let table = Table::read(file, input)?;
    let entry_column = table.need("the entry", &ENTRY_ID[1..])?;
    let reviewer_column = table.need("the reviewer", &REVIEWER_ID[1..])?;
    let places: HashMap<String, usize> = entries
        .iter()
        .enumerate()
        .map(|(index, entry)| (entry.id.clone(), index))
        .collect();
    let known: HashSet<&str> = reviewers.iter().map(|reviewer| reviewer.id.as_str()).collect();
    for row in &table.rows {
        let cure = "Write the id as it stands in the other file.";
        let entry = table.filled(row, entry_column, cure)?;
        let reviewer = table.filled(row, reviewer_column, cure)?;
        let Some(&place) = places.get(entry) else {
            return Err(unknown(
                &table,
                row,
                entry_column,
                entry,
                "an id of the file of entries",
                places.keys().map(String::as_str),
            ));
        };
        if !known.contains(reviewer) {
            return Err(unknown(
                &table,
                row,
                reviewer_column,
                reviewer,
                "an id of the file of reviewers",
                known.iter().copied(),
            ));
        }
        entries[place].conflicts.push(reviewer.to_owned());
    }
    Ok(())
}

/// Checks that the conflicts declared beside entries and reviewers name somebody: a misspelt id would be a conflict that
/// nobody keeps.
///
/// # Errors
/// [`Fault::Unknown`] at the row of the first that does not.
pub fn check_conflicts(
    (entries_file, entries): (&str, &[Entry]),
    (reviewers_file, reviewers): (&str, &[Reviewer]),
) -> Result<(), InputError> {
    let entry_ids: HashSet<&str> = entries.iter().map(|entry| entry.id.as_str()).collect();
    let reviewer_ids: HashSet<&str> = reviewers.iter().map(|reviewer| reviewer.id.as_str()).collect();
    let check = |file: &str, row: u64, named: &[String], ids: &HashSet<&str>, other: &str| {
        let Some(value) = named.iter().find(|id| !ids.contains(id.as_str())) else {
            return Ok(());
        };
        let known = format!("an id of {other}");
        let fault = Fault::Unknown {
            hint: hint(value, ids.iter().copied()),
            value: value.clone(),
            known,
        };
        Err(InputError {
            file: file.to_owned(),
            row: Some(row),
            column: Some("conflicts".to_owned()),
            fault: Box::new(fault),
        })
    };
    for entry in entries {
        check(
            entries_file,
            entry.row,
            &entry.conflicts,
            &reviewer_ids,
            reviewers_file,
        )?;
    }
    for reviewer in reviewers {
        check(
            reviewers_file,
            reviewer.row,
            &reviewer.conflicts,
            &entry_ids,
            entries_file,
        )?;
    }
    Ok(())
}

/// An error about an id that another file does not have.
pub(crate) fn unknown<'a>(
    table: &Table,
    row: &crate::table::Row,
    column: usize,
    value: &str,
    known: &str,
    ids: impl Iterator<Item = &'a str>,
) -> InputError {
    table.at(
        row,
        column,
        Fault::Unknown {
            value: value.to_owned(),
            known: known.to_owned(),
            hint: hint(value, ids),
        },
    )
}

/// Columns that entries and reviewers share.
struct Columns {
    name: Option<usize>,
    country: Option<usize>,
    city: Option<usize>,
    employer: Option<usize>,
    region: Option<usize>,
    languages: Option<usize>,
    fields: Option<usize>,
    conflicts: Option<usize>,
}

impl Columns {
    fn of(table: &Table) -> Self {
        Self {
            name: table.find(&NAMES),
            country: table.find(&COUNTRY),
            city: table.find(&CITY),
            employer: table.find(&EMPLOYER),
            region: table.find(&REGION),
            languages: table.find(&LANGUAGES),
            fields: table.find(&FIELDS),
            conflicts: table.find(&CONFLICTS),
        }
    }

    fn origin(&self, row: &crate::table::Row) -> Origin {
        let text =
            |column: Option<usize>| column.map_or_else(String::new, |column| row.cell(column).to_owned());
        Origin {
            country: text(self.country),
            city: text(self.city),
            employer: text(self.employer),
            region: text(self.region),
        }
    }
}

/// Ids seen so far, with their rows.
#[derive(Default)]
pub(crate) struct Ids(HashMap<String, u64>);

impl Ids {
    /// The id in this row, which must be there and new.
    pub(crate) fn take(
        &mut self,
        table: &Table,
        row: &crate::table::Row,
        column: usize,
    ) -> Result<String, InputError> {
        let id = table
            .filled(row, column, "Give each row an id of its own.")?
            .to_owned();
        match self.0.insert(id.clone(), row.number) {
            Some(first) => Err(table.at(row, column, Fault::Twice { id, first })),
            None => Ok(id),
        }
    }
}
