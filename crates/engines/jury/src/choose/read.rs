//! Entries with scores, and limits, from CSV.

use std::collections::{HashMap, HashSet};
use std::io::Read;

use super::{Item, Limit};
use crate::fault::{Fault, InputError};
use crate::table::{Table, hint, key};

const ENTRY: [&str; 8] = [
    "id",
    "entry",
    "entry_id",
    "submission",
    "submission_id",
    "project",
    "project_id",
    "case",
];
const SCORE: [&str; 9] = [
    "calibrated",
    "score",
    "value",
    "total",
    "mean",
    "points",
    "mark",
    "rating",
    "result",
];
const EACH: [&str; 4] = ["*", "each", "any", "all"];
/// Scores beyond this would not add up exactly.
const LARGEST: f64 = 1e9;

/// Entries to choose from, and the table they came from, so that a choice can be written with all its columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Pool {
    /// Names of all columns but id and score.
    pub categories: Vec<String>,
    /// The entries.
    pub items: Vec<Item>,
    /// The file.
    pub table: Table,
}

/// Reads entries: an id, a score (the column `score_column`, or the first that is called `calibrated`, `score`, `value`,
/// `total` or `mean`), and any other columns as categories. A cell may hold several values separated by `;`.
/// Without a score column, scores must be joined by [`join_scores`].
///
/// # Errors
/// [`InputError`] for missing columns, no rows, an empty or repeated id, an empty score or one that is no number.
pub fn read_pool(
    file: &str,
    input: impl Read,
    score_column: Option<&str>,
    with_scores: bool,
) -> Result<Pool, InputError> {
    let table = Table::read(file, input)?;
    let id = table.need("the id of an entry", &ENTRY)?;
    table.some_rows("entry")?;
    let score = match (score_column, with_scores) {
        (_, false) => None,
        (Some(name), true) => Some(
            table
                .find(&[key(name).as_str()])
                .ok_or_else(|| no_column(&table, name))?,
        ),
        (None, true) => Some(table.need("the score", &SCORE)?),
    };
    let title = table.find(&["title", "name"]);
    let columns: Vec<usize> = (0..table.columns.len())
        .filter(|&column| column != id && Some(column) != score)
        .collect();
    let mut seen: HashMap<String, u64> = HashMap::new();
    let mut items = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        let name = table
            .filled(row, id, "Give each row an id of its own.")?
            .to_owned();
        if let Some(first) = seen.insert(name.clone(), row.number) {
            return Err(table.at(row, id, Fault::Twice { id: name, first }));
        }
        let score = match score {
            Some(column) => read_score(&table, row, column)?,
            None => 0.0,
        };
        let values = columns.iter().map(|&column| split(row.cell(column))).collect();
        let title = title.map_or_else(|| name.clone(), |column| row.cell(column).to_owned());
        items.push(Item {
            id: name,
            title,
            score,
            values,
            row: row.number,
        });
    }
    let categories = columns
        .iter()
        .map(|&column| table.columns[column].clone())
        .collect();
    Ok(Pool {
        categories,
        items,
        table,
    })
}

/// Gives the entries the scores of another file with columns for id and score.
///
/// # Errors
/// As for [`read_pool`]; also for an entry without a score. Scores of entries that are not in the pool are passed over.
pub fn join_scores(
    file: &str,
    input: impl Read,
    score_column: Option<&str>,
    pool: &mut Pool,
) -> Result<(), InputError> {
    let scores = read_pool(file, input, score_column, true)?;
    let by_id: HashMap<&str, f64> = scores
        .items
        .iter()
        .map(|item| (item.id.as_str(), item.score))
        .collect();
    for item in &mut pool.items {
        item.score = *by_id.get(item.id.as_str()).ok_or_else(|| {
            let known = format!("an id of {file}");
            let fault = Fault::Unknown {
                hint: hint(&item.id, by_id.keys().copied()),
                value: item.id.clone(),
                known,
            };
            let column = pool
                .table
                .find(&ENTRY)
                .and_then(|column| pool.table.columns.get(column))
                .cloned();
            InputError {
                file: pool.table.file.clone(),
                row: Some(item.row),
                column,
                fault: Box::new(fault),
            }
        })?;
    }
    Ok(())
}

/// Reads limits: `category,feature,min,max`, `category,name,min,max`, `feature,value,min,max` or `category,value,min,max`, in the
/// forms that quotas of panels have. The value `*` means each value. An empty maximum is no limit.
///
/// # Errors
/// [`InputError`] for missing columns, a category or value that the pool does not have, a limit that stands twice, counts
/// that are none, a minimum above its maximum, and minima of a category that add up to more than the seats.
pub fn read_limits(file: &str, input: impl Read, pool: &Pool, seats: u32) -> Result<Vec<Limit>, InputError> {
    let table = Table::read(file, input)?;
    let (category, value) = match table.find(&["category"]) {
        Some(category) => (category, table.need("the value", &["feature", "name", "value"])?),
        None => (
            table.need("the category", &["category", "feature"])?,
            table.need("the value", &["value", "name"])?,
        ),
    };
    let min = table.find(&["min", "minimum", "at_least"]);
    let max = table.find(&["max", "maximum", "at_most"]);
    if min.is_none() && max.is_none() {
        table.need("the minimum or maximum", &["min", "max"])?;
    }
    let mut limits: Vec<Limit> = Vec::new();
    let mut seen: HashMap<(String, String), u64> = HashMap::new();
    for row in &table.rows {
        let name = table.filled(row, category, "Write the name of a column of the entries.")?;
        let Some(place) = pool.categories.iter().position(|other| key(other) == key(name)) else {
            let known = format!("a column of {}", pool.table.file);
            let hint = hint(name, pool.categories.iter().map(String::as_str));
            return Err(table.at(
                row,
                category,
                Fault::Unknown {
                    value: name.to_owned(),
                    known,
                    hint,
                },
            ));
        };
        let wanted = table.filled(row, value, "Write a value of the category, or * for each value.")?;
        let each = EACH.contains(&wanted);
        if !each {
            check_value(&table, (row, value), pool, (place, wanted))?;
        }
        if let Some(first) = seen.insert(
            (key(name), if each { "*".to_owned() } else { key(wanted) }),
            row.number,
        ) {
            return Err(table.at(
                row,
                value,
                Fault::Twice {
                    id: wanted.to_owned(),
                    first,
                },
            ));
        }
        let count = |column: Option<usize>| {
            column
                .filter(|&column| !row.cell(column).is_empty())
                .map(|column| table.count(row, column))
                .transpose()
        };
        let (least, most) = (count(min)?.unwrap_or(0), count(max)?);
        if let Some(most) = most.filter(|&most| most < least) {
            let fault = Fault::MinAboveMax {
                min: u64::from(least),
                max: u64::from(most),
            };
            return Err(table.at(row, min.unwrap_or(value), fault));
        }
        limits.push(Limit {
            category: pool.categories[place].clone(),
            value: (!each).then(|| wanted.to_owned()),
            min: least,
            max: most,
            row: row.number,
        });
        check_minima(&table, row, min, pool, place, &limits, seats)?;
    }
    Ok(limits)
}

/// Fails when the minima of a category, of which each entry has one value, add up to more than the seats.
fn check_minima(
    table: &Table,
    row: &crate::table::Row,
    column: Option<usize>,
    pool: &Pool,
    place: usize,
    limits: &[Limit],
    seats: u32,
) -> Result<(), InputError> {
    let single = pool.items.iter().all(|item| item.values[place].len() <= 1);
    let own = limits
        .iter()
        .filter(|limit| limit.value.is_some() && key(&limit.category) == key(&pool.categories[place]));
    let sum: u64 = own.map(|limit| u64::from(limit.min)).sum();
    if single && sum > u64::from(seats) {
        let fault = Fault::MinimaAboveSeats {
            category: pool.categories[place].clone(),
            sum,
            seats: u64::from(seats),
        };
        return Err(table.at(row, column.unwrap_or(0), fault));
    }
    Ok(())
}

fn check_value(
    table: &Table,
    (row, column): (&crate::table::Row, usize),
    pool: &Pool,
    (place, wanted): (usize, &str),
) -> Result<(), InputError> {
    let known: HashSet<&str> = pool
        .items
        .iter()
        .flat_map(|item| item.values[place].iter().map(String::as_str))
        .collect();
    if known.iter().any(|value| key(value) == key(wanted)) {
        return Ok(());
    }
    let hint = hint(wanted, known.iter().copied());
    let fault = Fault::NoEntryWith {
        category: pool.categories[place].clone(),
        value: wanted.to_owned(),
        hint,
    };
    Err(table.at(row, column, fault))
}

fn split(cell: &str) -> Vec<String> {
    cell.split(';')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

fn read_score(table: &Table, row: &crate::table::Row, column: usize) -> Result<f64, InputError> {
    table.filled(row, column, "Write the score.")?;
    let score = table.number(row, column)?;
    if score.abs() > LARGEST {
        let fault = Fault::OutOfRange {
            value: score.to_string(),
            min: (-LARGEST).to_string(),
            max: LARGEST.to_string(),
        };
        return Err(table.at(row, column, fault));
    }
    Ok(score)
}

fn no_column(table: &Table, name: &str) -> InputError {
    let fault = Fault::NoColumn {
        what: "the score",
        names: name.to_owned(),
        found: table.columns.join(", "),
    };
    InputError {
        row: Some(1),
        ..table.whole(fault)
    }
}
