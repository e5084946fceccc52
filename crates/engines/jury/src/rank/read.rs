//! Ballots from CSV, in any of these shapes:
//!
//! * a column `ballot` with orders such as `A > B = C > D`, and perhaps a column `count`;
//! * a row for each ballot and a column for each entry, with ranks, grades, scores or approvals, and perhaps `count`;
//! * a row for each ballot and entry, with columns for voter, entry and rank, grade, score or approval.

use std::collections::HashMap;
use std::io::Read;

use super::{Ballot, Ballots, Unlisted};
use crate::fault::{Fault, InputError};
use crate::table::{Row, Table, hint, key};

const VOTER: [&str; 10] = [
    "voter",
    "reviewer",
    "reviewer_id",
    "judge",
    "juror",
    "member",
    "member_id",
    "evaluator",
    "id",
    "name",
];
const ENTRY: [&str; 9] = [
    "entry",
    "entry_id",
    "candidate",
    "option",
    "submission",
    "submission_id",
    "project",
    "project_id",
    "case",
];
const COUNT: [&str; 5] = ["count", "votes", "ballots", "weight", "n"];
const ORDER: [&str; 5] = ["ballot", "ranking", "order", "preferences", "preference"];

/// What the cells of a file of ballots hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// Ranks: 1 is first.
    Ranks,
    /// Grades, named from best to worst. Empty: the numbers in the file, the largest is best.
    Grades(Vec<String>),
    /// Scores of which only the order on each ballot counts: the largest is first.
    Scores,
    /// 1 or 0, yes or no.
    Approvals,
}

/// Reads ballots. `form` is what cells hold; the shape of the file is found from its columns. `unlisted` is what an entry
/// without a cell means.
///
/// # Errors
/// [`InputError`] for missing columns, no rows, cells that are not of the form, an entry twice on a ballot.
pub fn read_ballots(
    file: &str,
    input: impl Read,
    form: &Form,
    unlisted: Unlisted,
) -> Result<Ballots, InputError> {
    let table = Table::read(file, input)?;
    table.some_rows("ballot")?;
    let value_names: &[&str] = match form {
        Form::Ranks => &["rank", "place", "position", "preference"],
        Form::Grades(_) => &["grade", "score", "mark", "rating"],
        Form::Scores => &["score", "mark", "points", "value", "rating"],
        Form::Approvals => &["approval", "approved", "approve", "yes", "vote"],
    };
    let long = table.find(&ENTRY).and_then(|entry| {
        Some((
            entry,
            table.find(&VOTER[..8]).or_else(|| table.find(&ORDER[..1]))?,
        ))
    });
    let mut raw = match (table.find(&ORDER), long) {
        (order, Some((entry, voter)))
            if order != Some(entry)
                && (order.is_none() || order == Some(voter) || table.find(value_names).is_some()) =>
        {
            read_long(&table, (voter, entry), value_names, form)?
        }
        (Some(order), _) => read_orders(&table, order, form)?,
        _ => read_wide(&table, form)?,
    };
    raw.ballots.retain(|ballot| ballot.count > 0);
    Ok(raw.finish(form, unlisted))
}

/// Ballots whose levels are still numbers of any kind: smaller is better.
struct Raw {
    entries: Vec<String>,
    ballots: Vec<RawBallot>,
    grades: Vec<String>,
}

struct RawBallot {
    name: String,
    count: u64,
    levels: Vec<Option<f64>>,
}

impl Raw {
    fn finish(self, form: &Form, unlisted: Unlisted) -> Ballots {
        let numbered = matches!(form, Form::Grades(names) if names.is_empty());
        let (grades, grade_values) = if numbered {
            self.numbered_grades()
        } else {
            (self.grades.clone(), Vec::new())
        };
        let entries = self.entries.len();
        let ballots = self.ballots.into_iter().map(|raw| {
            let mut levels = raw.levels;
            levels.resize(entries, None);
            // Levels become whole numbers in the same order.
            let mut own: Vec<f64> = levels.iter().flatten().copied().collect();
            own.sort_by(f64::total_cmp);
            own.dedup();
            let level = |value: f64| match form {
                Form::Grades(_) if numbered => grade_values.partition_point(|&other| other < value) as u32,
                Form::Grades(_) => value as u32,
                _ => own.partition_point(|&other| other < value) as u32,
            };
            Ballot {
                name: raw.name,
                count: raw.count,
                levels: levels.into_iter().map(|value| value.map(level)).collect(),
            }
        });
        Ballots {
            entries: self.entries,
            grades,
            approvals: *form == Form::Approvals,
            unlisted,
            ballots: ballots.collect(),
        }
    }

    /// The different numbers given, the largest (stored negative) first, as grades.
    fn numbered_grades(&self) -> (Vec<String>, Vec<f64>) {
        let mut values: Vec<f64> = self
            .ballots
            .iter()
            .flat_map(|ballot| ballot.levels.iter().flatten().copied())
            .collect();
        values.sort_by(f64::total_cmp);
        values.dedup();
        (
            values.iter().map(|value| (-value + 0.0).to_string()).collect(),
            values,
        )
    }

    fn place(&mut self, places: &mut HashMap<String, usize>, entry: &str) -> usize {
        let next = self.entries.len();
        let place = *places.entry(entry.to_owned()).or_insert(next);
        if place == next {
            self.entries.push(entry.to_owned());
        }
        place
    }

    fn new(form: &Form) -> Self {
        let grades = if let Form::Grades(names) = form {
            names.clone()
        } else {
            Vec::new()
        };
        Self {
            entries: Vec::new(),
            ballots: Vec::new(),
            grades,
        }
    }
}

/// Orders such as `A > B = C`.
fn read_orders(table: &Table, order: usize, form: &Form) -> Result<Raw, InputError> {
    if matches!(form, Form::Grades(_)) {
        return Err(table.at_column(
            order,
            Fault::WrongBallots {
                found: "orders",
                wanted: "grades",
            },
        ));
    }
    let mut raw = Raw::new(form);
    let mut places = HashMap::new();
    let voter = table.find(&VOTER);
    for row in &table.rows {
        let text = table.filled(row, order, "Write an order such as A > B > C.")?;
        let mut levels: Vec<Option<f64>> = Vec::new();
        for (level, group) in text.split('>').enumerate() {
            for entry in group.split('=').map(str::trim) {
                if entry.is_empty() {
                    return Err(table.at(
                        row,
                        order,
                        Fault::Missing {
                            cure: "Write an entry on both sides of each > and =.",
                        },
                    ));
                }
                let place = raw.place(&mut places, entry);
                levels.resize(levels.len().max(place + 1), None);
                if levels[place].replace(level as f64).is_some() {
                    return Err(table.at(
                        row,
                        order,
                        Fault::TwiceOnBallot {
                            entry: entry.to_owned(),
                        },
                    ));
                }
            }
        }
        raw.ballots.push(RawBallot {
            name: name(voter, row),
            count: count(table, row)?,
            levels,
        });
    }
    Ok(raw)
}

/// A column for each entry.
fn read_wide(table: &Table, form: &Form) -> Result<Raw, InputError> {
    let mut raw = Raw::new(form);
    let voter = table.find(&VOTER);
    let counts = table.find(&COUNT);
    let columns: Vec<usize> = (0..table.columns.len())
        .filter(|&column| {
            Some(column) != voter && Some(column) != counts && !table.columns[column].is_empty()
        })
        .collect();
    if columns.is_empty() {
        table.need("each entry, or the order on a ballot", &ORDER)?;
    }
    raw.entries = columns
        .iter()
        .map(|&column| table.columns[column].clone())
        .collect();
    for row in &table.rows {
        let levels = columns
            .iter()
            .map(|&column| level(table, row, column, form))
            .collect::<Result<Vec<_>, _>>()?;
        raw.ballots.push(RawBallot {
            name: name(voter, row),
            count: count(table, row)?,
            levels,
        });
    }
    Ok(raw)
}

/// A row for each ballot and entry.
fn read_long(
    table: &Table,
    (voter, entry): (usize, usize),
    value_names: &[&str],
    form: &Form,
) -> Result<Raw, InputError> {
    let value = match (table.find(value_names), form) {
        (Some(column), _) => Some(column),
        // A list of what each voter approves needs no cell that says so.
        (None, Form::Approvals) => None,
        (None, _) => Some(table.need("the rank, grade or score", value_names)?),
    };
    let mut raw = Raw::new(form);
    let mut places = HashMap::new();
    let mut voters: HashMap<String, usize> = HashMap::new();
    let mut rows: HashMap<(usize, usize), u64> = HashMap::new();
    for row in &table.rows {
        let who = table.filled(row, voter, "Write who cast the ballot.")?;
        let what = table.filled(row, entry, "Write the id of the entry.")?;
        let place = raw.place(&mut places, what);
        let next = raw.ballots.len();
        let ballot = *voters.entry(who.to_owned()).or_insert(next);
        if ballot == next {
            raw.ballots.push(RawBallot {
                name: who.to_owned(),
                count: count(table, row)?,
                levels: Vec::new(),
            });
        }
        if let Some(first) = rows.insert((ballot, place), row.number) {
            let fault = Fault::PairTwice {
                first_of: who.to_owned(),
                second_of: what.to_owned(),
                first,
            };
            return Err(table.at(row, entry, fault));
        }
        let given = match value {
            Some(column) => level(table, row, column, form)?,
            None => Some(0.0),
        };
        let levels = &mut raw.ballots[ballot].levels;
        levels.resize(levels.len().max(place + 1), None);
        levels[place] = given;
    }
    Ok(raw)
}

fn name(voter: Option<usize>, row: &Row) -> String {
    match voter.map(|column| row.cell(column)) {
        Some(name) if !name.is_empty() => name.to_owned(),
        _ => format!("in row {}", row.number),
    }
}

fn count(table: &Table, row: &Row) -> Result<u64, InputError> {
    table
        .find(&COUNT)
        .map_or(Ok(1), |column| table.count(row, column).map(u64::from))
}

/// What a cell says of an entry; `None`: nothing. Smaller is better.
fn level(table: &Table, row: &Row, column: usize, form: &Form) -> Result<Option<f64>, InputError> {
    let cell = row.cell(column);
    let value = || cell.to_owned();
    if cell.is_empty() {
        return Ok(None);
    }
    match form {
        Form::Ranks => match cell.parse::<u32>() {
            Ok(rank) if rank > 0 => Ok(Some(f64::from(rank))),
            _ => Err(table.at(row, column, Fault::NotARank { value: value() })),
        },
        Form::Grades(names) if !names.is_empty() => {
            match names.iter().position(|name| key(name) == key(cell)) {
                Some(place) => Ok(Some(place as f64)),
                None => {
                    let near = hint(cell, names.iter().map(String::as_str));
                    Err(table.at(
                        row,
                        column,
                        Fault::NotAGrade {
                            value: value(),
                            grades: format!("{}{near}", names.join(", ")),
                        },
                    ))
                }
            }
        }
        Form::Grades(_) | Form::Scores => Ok(Some(-table.number(row, column)?)),
        Form::Approvals => match key(cell).as_str() {
            "1" | "yes" | "y" | "true" | "x" => Ok(Some(0.0)),
            "0" | "no" | "n" | "false" => Ok(None),
            _ => Err(table.at(row, column, Fault::NotYesNo { value: value() })),
        },
    }
}
