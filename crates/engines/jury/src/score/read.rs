//! Scores from CSV, in any of the shapes that people have.
//!
//! * One row for each score: columns for reviewer, entry, score and, if there are several, criterion.
//! * One row for each review: columns for reviewer and entry, and a column for each criterion.

use std::collections::HashMap;
use std::io::Read;

use super::{Criterion, Review, Scores, Weight};
use crate::fault::{Fault, InputError};
use crate::table::{Row, Table, key};

const ENTRY: [&str; 7] = [
    "entry",
    "entry_id",
    "submission",
    "submission_id",
    "project",
    "project_id",
    "case",
];
const REVIEWER: [&str; 7] = [
    "reviewer",
    "reviewer_id",
    "judge",
    "member",
    "member_id",
    "juror",
    "evaluator",
];
const CRITERION: [&str; 2] = ["criterion", "criteria"];
const SCORE: [&str; 6] = ["score", "mark", "points", "value", "grade", "rating"];
/// Columns of a file with a column for each criterion that hold none.
const NOT_CRITERIA: [&str; 8] = [
    "comment",
    "comments",
    "note",
    "notes",
    "text",
    "date",
    "confidence",
    "recommendation",
];
/// Cells that say that there is no score.
const NO_SCORE: [&str; 5] = ["na", "n_a", "none", "abstain", "-"];

/// How a file of scores is to be read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Layout {
    /// Lowest and highest score allowed, where a criterion has no range of its own.
    pub range: Option<(f64, f64)>,
    /// What is known of criteria; others count 1.
    pub weights: Vec<Weight>,
    /// A review may lack the score for a criterion.
    pub allow_missing: bool,
    /// Columns whose values split the file into juries of their own.
    pub by: Vec<String>,
    /// Authors of entries (entry, reviewer): a review by an author is an error.
    pub authors: Vec<(String, String)>,
}

/// Reads scores: a jury for each group of the columns `layout.by` (one, named "", without them), in order of appearance.
///
/// # Errors
/// [`InputError`] for missing columns, no rows, empty cells, what is not a number or outside the range, a reviewer who
/// scores an entry twice or their own, a criterion without a score (unless allowed), and a weight for no criterion.
pub fn read_scores(
    file: &str,
    input: impl Read,
    layout: &Layout,
) -> Result<Vec<(String, Scores)>, InputError> {
    let table = Table::read(file, input)?;
    let entry = table.need("the entry", &ENTRY)?;
    let reviewer = table.need("the reviewer", &REVIEWER)?;
    table.some_rows("score")?;
    let by: Vec<usize> = layout
        .by
        .iter()
        .map(|name| group_column(&table, name))
        .collect::<Result<_, _>>()?;
    let shape = Shape::of(&table, &[&[entry, reviewer], by.as_slice()].concat())?;
    let mut juries: Vec<Reading> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for row in &table.rows {
        let group = by
            .iter()
            .map(|&column| row.cell(column))
            .collect::<Vec<_>>()
            .join(" · ");
        let place = *places.entry(group.clone()).or_insert_with(|| {
            juries.push(Reading {
                name: group,
                criteria: shape.names(),
                ..Reading::default()
            });
            juries.len() - 1
        });
        let who = (
            table.filled(row, entry, "Write the id of the entry.")?,
            table.filled(row, reviewer, "Write the id of the reviewer.")?,
        );
        if who.0 == who.1
            || layout
                .authors
                .iter()
                .any(|(entry, author)| entry == who.0 && author == who.1)
        {
            let fault = Fault::OwnEntry {
                reviewer: who.1.to_owned(),
                entry: who.0.to_owned(),
            };
            return Err(table.at(row, reviewer, fault));
        }
        juries[place].take(&table, row, (entry, reviewer), &shape, layout)?;
    }
    juries
        .into_iter()
        .map(|jury| jury.finish(&table, &shape, layout))
        .collect()
}

fn group_column(table: &Table, name: &str) -> Result<usize, InputError> {
    table.find(&[key(name).as_str()]).ok_or_else(|| {
        let (names, found) = (name.to_owned(), table.columns.join(", "));
        InputError {
            row: Some(1),
            ..table.whole(Fault::NoColumn {
                what: "a group",
                names,
                found,
            })
        }
    })
}

/// Where a row has its scores.
enum Shape {
    /// A score and perhaps the column that names its criterion.
    Single { score: usize, criterion: Option<usize> },
    /// A column for each criterion.
    Columns(Vec<(usize, String)>),
}

impl Layout {
    fn weight(&self, criterion: &str) -> Option<&Weight> {
        self.weights
            .iter()
            .find(|weight| key(&weight.criterion) == key(criterion))
    }

    fn range_of(&self, criterion: &str) -> Option<(f64, f64)> {
        self.weight(criterion)
            .and_then(|weight| weight.range)
            .or(self.range)
    }
}

impl Shape {
    fn of(table: &Table, taken: &[usize]) -> Result<Self, InputError> {
        if let Some(score) = table.find(&SCORE).filter(|column| !taken.contains(column)) {
            return Ok(Shape::Single {
                score,
                criterion: table.find(&CRITERION),
            });
        }
        let is_criterion = |(column, name): &(usize, &String)| {
            let named = !name.is_empty() && !NOT_CRITERIA.contains(&key(name).as_str());
            named && !taken.contains(column) && table.find(&["title"]) != Some(*column)
        };
        let columns: Vec<_> = table
            .columns
            .iter()
            .enumerate()
            .filter(is_criterion)
            // A column without any number, such as a country, is no criterion.
            .filter(|&(column, _)| {
                let empty = table.rows.iter().all(|row| row.cell(column).is_empty());
                empty || table.rows.iter().any(|row| table.number(row, column).is_ok())
            })
            .map(|(column, name)| (column, name.clone()))
            .collect();
        if columns.is_empty() {
            table.need("the score", &SCORE)?;
        }
        Ok(Shape::Columns(columns))
    }

    fn names(&self) -> Vec<String> {
        match self {
            Shape::Columns(columns) => columns.iter().map(|(_, name)| name.clone()).collect(),
            Shape::Single { criterion: None, .. } => vec!["score".to_owned()],
            Shape::Single { .. } => Vec::new(),
        }
    }

    /// The column that an error about a missing score points to.
    fn column(&self, criterion: usize) -> usize {
        match self {
            Shape::Columns(columns) => columns[criterion].0,
            Shape::Single { score, criterion } => criterion.unwrap_or(*score),
        }
    }
}

/// A jury while its rows are read.
#[derive(Default)]
struct Reading {
    name: String,
    entries: Vec<String>,
    reviewers: Vec<String>,
    criteria: Vec<String>,
    entry_places: HashMap<String, usize>,
    reviewer_places: HashMap<String, usize>,
    review_places: HashMap<(usize, usize), usize>,
    reviews: Vec<Review>,
}

impl Reading {
    fn take(
        &mut self,
        table: &Table,
        row: &Row,
        (entry, reviewer): (usize, usize),
        shape: &Shape,
        layout: &Layout,
    ) -> Result<(), InputError> {
        let pair = (
            place(&mut self.entries, &mut self.entry_places, row.cell(entry)),
            place(&mut self.reviewers, &mut self.reviewer_places, row.cell(reviewer)),
        );
        let next = self.reviews.len();
        let at = *self.review_places.entry(pair).or_insert(next);
        if at == next {
            self.reviews.push(Review {
                entry: pair.0,
                reviewer: pair.1,
                scores: Vec::new(),
                row: row.number,
            });
        }
        let first = self.reviews[at].row;
        let twice = |second_of: String| Fault::PairTwice {
            first_of: row.cell(reviewer).to_owned(),
            second_of,
            first,
        };
        match shape {
            Shape::Columns(columns) => {
                if at != next {
                    return Err(table.at(row, reviewer, twice(row.cell(entry).to_owned())));
                }
                let scores = columns
                    .iter()
                    .map(|(column, name)| read_score(table, row, *column, (layout, name)))
                    .collect::<Result<_, _>>()?;
                self.reviews[at].scores = scores;
            }
            Shape::Single { score, criterion } => {
                let criterion_at = match criterion {
                    None => 0,
                    Some(column) => {
                        let name = table.filled(row, *column, "Write the name of the criterion.")?;
                        let known = self.criteria.iter().position(|other| key(other) == key(name));
                        known.unwrap_or_else(|| {
                            self.criteria.push(name.to_owned());
                            self.criteria.len() - 1
                        })
                    }
                };
                let given = read_score(table, row, *score, (layout, &self.criteria[criterion_at]))?;
                let scores = &mut self.reviews[at].scores;
                if scores.len() <= criterion_at {
                    scores.resize(criterion_at + 1, None);
                } else if scores[criterion_at].is_some() || criterion.is_none() {
                    let what = criterion.map_or(String::new(), |column| format!(" ({})", row.cell(column)));
                    return Err(table.at(row, reviewer, twice(format!("{}{what}", row.cell(entry)))));
                }
                scores[criterion_at] = given;
            }
        }
        Ok(())
    }

    fn finish(
        mut self,
        table: &Table,
        shape: &Shape,
        layout: &Layout,
    ) -> Result<(String, Scores), InputError> {
        for review in &mut self.reviews {
            review.scores.resize(self.criteria.len(), None);
            let missing = review.scores.iter().position(Option::is_none);
            if let Some(criterion) = missing.filter(|_| !layout.allow_missing) {
                let fault = Fault::NoScore {
                    reviewer: self.reviewers[review.reviewer].clone(),
                    entry: self.entries[review.entry].clone(),
                    criterion: self.criteria[criterion].clone(),
                };
                return Err(InputError {
                    row: Some(review.row),
                    ..table.at_column(shape.column(criterion), fault)
                });
            }
        }
        let known: Vec<String> = self.criteria.iter().map(|name| key(name)).collect();
        if let Some(Weight { criterion: name, .. }) = layout
            .weights
            .iter()
            .find(|weight| !known.contains(&key(&weight.criterion)))
        {
            let hint = crate::table::hint(name, self.criteria.iter().map(String::as_str));
            let known = format!("one of the criteria {}", self.criteria.join(", "));
            return Err(table.whole(Fault::Unknown {
                value: name.clone(),
                known,
                hint,
            }));
        }
        let weight = |name: &String| layout.weight(name).map_or(1.0, |weight| weight.weight);
        let criteria = self
            .criteria
            .iter()
            .map(|name| Criterion {
                name: name.clone(),
                weight: weight(name),
            })
            .collect();
        Ok((
            self.name,
            Scores {
                entries: self.entries,
                reviewers: self.reviewers,
                criteria,
                reviews: self.reviews,
            },
        ))
    }
}

fn place(names: &mut Vec<String>, places: &mut HashMap<String, usize>, name: &str) -> usize {
    if let Some(&place) = places.get(name) {
        return place;
    }
    places.insert(name.to_owned(), names.len());
    names.push(name.to_owned());
    names.len() - 1
}

fn read_score(
    table: &Table,
    row: &Row,
    column: usize,
    (layout, criterion): (&Layout, &str),
) -> Result<Option<f64>, InputError> {
    let cell = row.cell(column);
    if cell.is_empty() && !layout.allow_missing {
        let cure = "Write the score; or allow missing scores, if the reviewer gave none.";
        return Err(table.at(row, column, Fault::Missing { cure }));
    }
    if cell.is_empty() || (layout.allow_missing && NO_SCORE.contains(&key(cell).as_str())) {
        return Ok(None);
    }
    let number = table.number(row, column)?;
    if let Some((min, max)) = layout.range_of(criterion)
        && !(min..=max).contains(&number)
    {
        let fault = Fault::OutOfRange {
            value: cell.to_owned(),
            min: bound(min),
            max: bound(max),
        };
        return Err(table.at(row, column, fault));
    }
    Ok(Some(number))
}

/// The end of a range for people.
fn bound(end: f64) -> String {
    if end.is_finite() {
        end.to_string()
    } else {
        "any number".to_owned()
    }
}
