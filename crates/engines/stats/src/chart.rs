//! Charts drawn from tables. A chart and its table cannot disagree, for there is one set of numbers.
//!
//! Each chart is one SVG element, 360 units wide and as wide as its container allows, readable on a
//! screen of 320 px: labels stand above bars. It has a title, a description (all its numbers, if
//! the caller gives none) and ids that begin with the prefix given. Right to left it is mirrored.
//! Series differ by pattern as well as colour, and every number is printed.
//!
//! For the page's CSS: the element has class `chart`; marks have `c1` to `c6` with `bar`, `slice`,
//! `column`, `line`; `track` is the ground of a bar, `missing` what is unknown or hidden, `hatch`
//! the lines of patterns; texts have `label`, `value`, `small`. Cap the width (about 40rem), since
//! the text grows with the picture.

mod bars;
pub(crate) mod canvas;
mod series;
mod share;
mod time;

use thiserror::Error;

use crate::known::{Known, Sum, sum};
use crate::table::{Cell, Row, Table};
use crate::words::Words;
use canvas::Canvas;

/// A picture and the table that carries the same facts.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// An `<svg>` element to put into a page.
    pub svg: String,
    /// The facts.
    pub table: Table,
}

/// Why a table cannot be drawn. Rows and columns count from zero, without the heads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ChartError {
    /// There is nothing to draw: show a sentence instead.
    #[error("the table has no rows or no column of numbers")]
    Empty,
    /// The picture shows a fixed number of rows.
    #[error("the table has {found} rows instead of {wanted}")]
    Rows {
        /// Rows it has.
        found: usize,
        /// Rows it should have.
        wanted: usize,
    },
    /// A row has more or fewer cells than there are columns.
    #[error("row {row} has {found} cells instead of {wanted}")]
    Ragged {
        /// Which row.
        row: usize,
        /// Cells it has.
        found: usize,
        /// Cells it should have.
        wanted: usize,
    },
    /// The first cell of a row is no text, or another one is.
    #[error("row {row}, column {column}: text and number in each other's place")]
    Kind {
        /// Which row.
        row: usize,
        /// Which column.
        column: usize,
    },
    /// Bars cannot show a number below zero or one that is no number.
    #[error("row {row}, column {column}: not a number from zero up")]
    Number {
        /// Which row.
        row: usize,
        /// Which column.
        column: usize,
    },
    /// A longitude or latitude is outside the globe, or a ring has fewer than three points.
    #[error("shape {0} is not on the globe or has no area")]
    Shape(usize),
}

/// What a chart needs besides its numbers.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    /// Begins every id in the picture; must differ between charts of a page.
    pub id: &'a str,
    /// What the picture shows, for those who do not see it. Empty: all its numbers, in order.
    pub description: &'a str,
    /// Whether the page reads from right to left.
    pub rtl: bool,
    /// Words and number formats.
    pub words: &'a dyn Words,
}

impl Chart {
    /// Horizontal bars from the first column of numbers, in the table's order.
    ///
    /// # Errors
    /// [`ChartError`] if the table is empty, ragged or has a number that is no length.
    pub fn bars(table: Table, frame: Frame<'_>) -> Result<Self, ChartError> {
        check(&table)?;
        let svg = bars::bars(&table, frame);
        Ok(Self { svg, table })
    }

    /// One group of bars per row, one bar per column of numbers: two sessions by six regions.
    ///
    /// # Errors
    /// [`ChartError`] if the table is empty, ragged or has a number that is no length.
    pub fn grouped(table: Table, frame: Frame<'_>) -> Result<Self, ChartError> {
        check(&table)?;
        let svg = series::grouped(&table, frame);
        Ok(Self { svg, table })
    }

    /// One bar per row in which the columns of numbers follow each other. A row with an unknown
    /// part prints "unknown" for it and ends in a dashed box.
    ///
    /// # Errors
    /// [`ChartError`] if the table is empty, ragged or has a number that is no length.
    pub fn stacked(table: Table, frame: Frame<'_>) -> Result<Self, ChartError> {
        check(&table)?;
        let svg = series::stacked(&table, frame);
        Ok(Self { svg, table })
    }

    /// One bar for the whole, divided by the first column of numbers, with a line for every row that
    /// prints all its numbers: the answers to a question.
    ///
    /// # Errors
    /// [`ChartError`] if the table is empty, ragged or has a number that is no length.
    pub fn share(table: Table, frame: Frame<'_>) -> Result<Self, ChartError> {
        check(&table)?;
        let svg = share::share(&table, frame);
        Ok(Self { svg, table })
    }

    /// Columns over time from the first column of numbers; one row per month, week or year.
    ///
    /// # Errors
    /// [`ChartError`] if the table is empty, ragged or has a number that is no length.
    pub fn timeline(table: Table, frame: Frame<'_>) -> Result<Self, ChartError> {
        check(&table)?;
        let svg = time::timeline(&table, frame);
        Ok(Self { svg, table })
    }

    /// A small line over time without words, to stand in a sentence or a list. Unknown periods
    /// interrupt it.
    ///
    /// # Errors
    /// [`ChartError`] if the table is empty, ragged or has a number that is no length.
    pub fn sparkline(table: Table, frame: Frame<'_>) -> Result<Self, ChartError> {
        check(&table)?;
        let svg = time::sparkline(&table, frame);
        Ok(Self { svg, table })
    }

    /// How much of a whole is done. The table has two rows: what is done, and the whole.
    ///
    /// # Errors
    /// [`ChartError`] if the table is empty, ragged, has other than two rows or a number that is no
    /// length.
    pub fn progress(table: Table, frame: Frame<'_>) -> Result<Self, ChartError> {
        check(&table)?;
        if table.rows.len() != 2 {
            return Err(ChartError::Rows {
                found: table.rows.len(),
                wanted: 2,
            });
        }
        let svg = share::progress(&table, frame);
        Ok(Self { svg, table })
    }
}

fn check(table: &Table) -> Result<(), ChartError> {
    if table.rows.is_empty() || table.columns.len() < 2 {
        return Err(ChartError::Empty);
    }
    for (at, row) in table.rows.iter().enumerate() {
        check_row(row, at, table.columns.len())?;
    }
    Ok(())
}

fn check_row(row: &Row, at: usize, wanted: usize) -> Result<(), ChartError> {
    if row.cells.len() != wanted {
        return Err(ChartError::Ragged {
            row: at,
            found: row.cells.len(),
            wanted,
        });
    }
    for (column, cell) in row.cells.iter().enumerate() {
        if cell.is_text() != (column == 0) {
            return Err(ChartError::Kind { row: at, column });
        }
        if cell.number().is_some_and(|n| !n.is_finite() || n < 0.0) {
            return Err(ChartError::Number { row: at, column });
        }
    }
    Ok(())
}

/// The facts of a table in one sentence-like line, for the description of its picture.
pub(crate) fn facts(table: &Table, words: &dyn Words) -> String {
    let several = table.columns.len() > 2;
    let row = |row: &Row| {
        let label = row.cells.first().map(|cell| words.cell(cell)).unwrap_or_default();
        let values = row.cells.iter().zip(&table.columns).skip(1).map(|(cell, head)| {
            let value = words.cell(cell);
            if several { format!("{head} {value}") } else { value }
        });
        format!("{label}: {}", values.collect::<Vec<_>>().join(", "))
    };
    let rows = table.rows.iter().map(row).collect::<Vec<_>>().join("; ");
    format!("{}. {rows}", words.base(table.n, &table.unit))
}

/// An empty drawing for a table.
fn canvas(table: &Table, frame: Frame<'_>) -> Canvas {
    let description = if frame.description.is_empty() {
        facts(table, frame.words)
    } else {
        frame.description.to_owned()
    };
    Canvas::new(frame.id, &table.caption, &description, frame.rtl)
}

/// The largest number in some columns, at least a little above zero so that one can divide by it.
fn largest<'a>(cells: impl Iterator<Item = &'a Cell>) -> f64 {
    cells.filter_map(Cell::number).fold(f64::MIN_POSITIVE, f64::max)
}

/// The label of a row, which `check` has made sure is there.
fn label(row: &Row) -> &str {
    match row.cells.first() {
        Some(Cell::Text(text)) => text,
        _ => "",
    }
}

/// What a row of counts sums to, as a cell: exact, or unknown where a part is.
fn row_total(row: &Row) -> (Sum, bool) {
    let counts: Vec<Known<i64>> = row.cells[1..]
        .iter()
        .map(|cell| match cell {
            Cell::Count(count) => *count,
            _ => Known::Unknown,
        })
        .collect();
    (
        sum(&counts),
        row.cells[1..]
            .iter()
            .all(|cell| matches!(cell, Cell::Count(_) | Cell::Hidden)),
    )
}
