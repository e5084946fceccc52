//! Counts over time: columns with words, and a small line without.

use super::canvas::{Anchor, Area, LINE, TEXT, WIDTH, width_of};
use super::{Frame, canvas, label, largest};
use crate::markup::px;
use crate::table::Table;

const COLUMNS: f64 = 110.0;

/// Columns. Where every number and period fits above and below its column, all are written. Else the number of the
/// highest one stands above it and the periods at both ends below; all other numbers stand in the table. A row that is
/// unknown is a dashed column of full height.
pub(super) fn timeline(table: &Table, frame: Frame<'_>) -> String {
    let mut sheet = canvas(table, frame);
    let highest = largest(table.rows.iter().map(|row| &row.cells[1]));
    let step = WIDTH / table.rows.len() as f64;
    let width = (step * 0.8).min(step - 0.5).min(40.0).max(step * 0.5);
    let top = LINE;
    let foot = top + COLUMNS;
    let mut peak: Option<(f64, usize)> = None;
    for (at, row) in table.rows.iter().enumerate() {
        let x = step * at as f64 + (step - width) / 2.0;
        match row.cells[1].number() {
            Some(number) => {
                let height = COLUMNS * number / highest;
                sheet.mark(
                    Area {
                        x,
                        y: foot - height,
                        width,
                        height,
                    },
                    "column",
                    0,
                );
                if number > 0.0 && peak.is_none_or(|(best, _)| number > best) {
                    peak = Some((number, at));
                }
            }
            None => sheet.missing(Area {
                x,
                y: top,
                width,
                height: COLUMNS,
            }),
        }
    }
    sheet.rect(
        Area {
            x: 0.0,
            y: foot,
            width: WIDTH,
            height: 1.0,
        },
        "axis",
        "fill-opacity=\"0.55\"",
    );
    if fits(table, frame, step) {
        for (at, row) in table.rows.iter().enumerate() {
            let middle = step * (at as f64 + 0.5);
            let share = row.cells[1].number().map_or(1.0, |number| number / highest);
            let value = frame.words.cell(&row.cells[1]);
            sheet.text(
                middle,
                foot - COLUMNS * share - 5.0,
                Anchor::Middle,
                "value",
                &value,
            );
            sheet.text(middle, foot + LINE, Anchor::Middle, "label", label(row));
        }
        return sheet.finish("chart timeline", "img", foot + LINE + 5.0);
    }
    if let Some((_, at)) = peak {
        let value = frame.words.cell(&table.rows[at].cells[1]);
        let half = width_of(&value) / 2.0;
        let middle = (step * (at as f64 + 0.5)).clamp(half, (WIDTH - half).max(half));
        sheet.text(middle, top - 5.0, Anchor::Middle, "value", &value);
    }
    let foot = ends(&mut sheet, table, foot + LINE);
    sheet.finish("chart timeline", "img", foot + 5.0)
}

/// Whether the number and the period of every row are no wider than its column and the space around it.
fn fits(table: &Table, frame: Frame<'_>, step: f64) -> bool {
    table.rows.iter().all(|row| {
        let value = width_of(&frame.words.cell(&row.cells[1])) * 1.1; // bold
        value.max(width_of(label(row))) + 6.0 <= step
    })
}

/// The first and the last period; one below the other if they do not fit side by side.
fn ends(sheet: &mut super::Canvas, table: &Table, y: f64) -> f64 {
    let (Some(first), Some(last)) = (table.rows.first().map(label), table.rows.last().map(label)) else {
        return y;
    };
    sheet.text(0.0, y, Anchor::Start, "label", first);
    if table.rows.len() == 1 {
        return y;
    }
    let apart = width_of(first) + width_of(last) + TEXT <= WIDTH;
    let y = if apart { y } else { y + LINE };
    sheet.text(WIDTH, y, Anchor::End, "label", last);
    y
}

/// A line of 120 by 28; single periods between unknown ones are dots.
pub(super) fn sparkline(table: &Table, frame: Frame<'_>) -> String {
    const SIZE: (f64, f64) = (120.0, 28.0);
    const EDGE: f64 = 3.0;
    let mut sheet = canvas(table, frame);
    sheet.width = SIZE.0;
    let highest = largest(table.rows.iter().map(|row| &row.cells[1]));
    let step = (SIZE.0 - 2.0 * EDGE) / table.rows.len().saturating_sub(1).max(1) as f64;
    let point = |at: usize, number: f64| {
        let x = EDGE + step * at as f64;
        let x = if frame.rtl { SIZE.0 - x } else { x };
        (x, SIZE.1 - EDGE - (SIZE.1 - 2.0 * EDGE) * number / highest)
    };
    let points: Vec<Option<(f64, f64)>> = (0..)
        .zip(&table.rows)
        .map(|(at, row)| row.cells[1].number().map(|number| point(at, number)))
        .collect();
    for stretch in points
        .split(Option::is_none)
        .filter(|stretch| !stretch.is_empty())
    {
        let mut path: Vec<String> = stretch
            .iter()
            .flatten()
            .map(|&(x, y)| format!("{},{}", px(x), px(y)))
            .collect();
        if let [alone] = path.as_slice() {
            path.push(alone.clone()); // a line of no length has round ends: a dot
        }
        sheet.raw(&format!(
            "<polyline class=\"line c1\" points=\"{}\" fill=\"none\" stroke=\"#b3261e\" stroke-width=\"2\" \
             stroke-linejoin=\"round\" stroke-linecap=\"round\"/>",
            path.join(" ")
        ));
    }
    // The last known value is where the reader looks.
    if let Some(&(x, y)) = points.iter().flatten().last() {
        sheet.raw(&format!(
            "<circle class=\"bar c1\" cx=\"{}\" cy=\"{}\" r=\"2.5\" fill=\"#b3261e\"/>",
            px(x),
            px(y)
        ));
    }
    sheet.finish("chart sparkline", "img", SIZE.1)
}
