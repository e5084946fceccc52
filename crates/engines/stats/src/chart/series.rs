//! Several numbers per row: grouped bars (to compare them) and stacked bars (to add them).

use super::canvas::{Anchor, Area, Canvas, LINE, TEXT, WIDTH, width_of};
use super::{Frame, canvas, label, largest, row_total};
use crate::known::Sum;
use crate::table::{Row, Table};
use crate::words::Words;

const BAR: f64 = 15.0;
const GAP: f64 = 14.0;
/// Side of the sample of colour and pattern beside a name.
const SWATCH: f64 = 12.0;

/// Every bar has its series' name before it and its number after it; names too long for that stand
/// above their bars.
pub(super) fn grouped(table: &Table, frame: Frame<'_>) -> String {
    let mut sheet = canvas(table, frame);
    let longest = largest(table.rows.iter().flat_map(|row| &row.cells[1..]));
    let texts = || {
        table
            .rows
            .iter()
            .flat_map(|row| &row.cells[1..])
            .map(|cell| frame.words.cell(cell))
    };
    let values = texts().map(|text| width_of(&text)).fold(0.0, f64::max) * 1.1; // bold
    let names = table.columns[1..]
        .iter()
        .map(|head| width_of(head))
        .fold(0.0, f64::max);
    let beside = names <= WIDTH / 4.0 && values <= WIDTH / 4.0;
    let start = if beside { names + 8.0 } else { 0.0 };
    let room = if beside {
        WIDTH - start - values - 8.0
    } else {
        WIDTH
    };
    let mut y = 0.0;
    for row in &table.rows {
        y = sheet.lines(0.0, y + TEXT, WIDTH, label(row)) + LINE - TEXT + 1.0;
        for (series, (cell, head)) in row.cells[1..].iter().zip(&table.columns[1..]).enumerate() {
            let value = frame.words.cell(cell);
            if !beside {
                let names_room = (WIDTH - width_of(&value) - TEXT).max(WIDTH / 3.0);
                sheet.text(WIDTH, y + TEXT - 2.0, Anchor::End, "value", &value);
                y = sheet.lines(0.0, y + TEXT - 2.0, names_room, head) + LINE - TEXT + 1.0;
            }
            let area = Area {
                x: start,
                y,
                width: room,
                height: BAR,
            };
            let end = match cell.number() {
                Some(number) => {
                    let bar = Area {
                        width: room * number / longest,
                        ..area
                    };
                    sheet.mark(bar, "bar", series);
                    bar.x + bar.width
                }
                None => {
                    sheet.missing(area);
                    area.x + area.width
                }
            };
            if beside {
                sheet.text(0.0, y + BAR - 3.0, Anchor::Start, "label", head);
                sheet.text(end + 6.0, y + BAR - 3.0, Anchor::Start, "value", &value);
            }
            y += BAR + if beside { 3.0 } else { 6.0 };
        }
        y += GAP;
    }
    sheet.finish("chart grouped", "img", y - GAP)
}

/// A legend above, the total beside each label, the parts' numbers below each bar in the order of
/// the legend.
pub(super) fn stacked(table: &Table, frame: Frame<'_>) -> String {
    let mut sheet = canvas(table, frame);
    let known = |row: &Row| {
        row.cells[1..]
            .iter()
            .filter_map(|cell| cell.number())
            .sum::<f64>()
    };
    let longest = table.rows.iter().map(known).fold(f64::MIN_POSITIVE, f64::max);
    // A row with a missing part needs room for the box that says so.
    let missing = table
        .rows
        .iter()
        .any(|row| row.cells[1..].iter().any(|cell| cell.number().is_none()));
    let room = if missing { WIDTH - 40.0 } else { WIDTH };
    let mut y = legend(&mut sheet, &table.columns[1..]);
    for row in &table.rows {
        let total = total_text(row, frame.words);
        y += TEXT;
        sheet.text(WIDTH, y, Anchor::End, "value", &total);
        y = sheet.lines(
            0.0,
            y,
            (WIDTH - width_of(&total) - TEXT).max(WIDTH / 3.0),
            label(row),
        ) + LINE
            - TEXT
            + 1.0;
        let mut x = 0.0;
        for (series, cell) in row.cells[1..].iter().enumerate() {
            let Some(number) = cell.number() else { continue };
            let width = room * number / longest;
            sheet.mark(
                Area {
                    x,
                    y,
                    width,
                    height: BAR,
                },
                "bar",
                series,
            );
            x += width;
        }
        if row.cells[1..].iter().any(|cell| cell.number().is_none()) {
            sheet.missing(Area {
                x: x + 2.0,
                y,
                width: 36.0,
                height: BAR,
            });
        }
        y = parts(&mut sheet, row, frame.words, y + BAR + 5.0) + GAP;
    }
    sheet.finish("chart stacked", "img", y - GAP)
}

/// The total of a row as far as it is known.
fn total_text(row: &Row, words: &dyn Words) -> String {
    match row_total(row) {
        (Sum::Exact(total), true) => words.count(total),
        (Sum::AtLeast { bound, .. }, true) => words.at_least(&words.count(bound)),
        (Sum::Unknown, true) => words.unknown(),
        _ => String::new(), // percentages: their sum says nothing
    }
}

/// The names of the series with their samples; where the legend ends.
fn legend(sheet: &mut Canvas, names: &[String]) -> f64 {
    let (mut x, mut y) = (0.0, 0.0);
    for (series, name) in names.iter().enumerate() {
        let width = SWATCH + 6.0 + width_of(name);
        if x > 0.0 && x + width > WIDTH {
            (x, y) = (0.0, y + LINE);
        }
        sheet.mark(
            Area {
                x,
                y: y + 2.0,
                width: SWATCH,
                height: SWATCH,
            },
            "swatch",
            series,
        );
        y = sheet.lines(x + SWATCH + 6.0, y + TEXT - 2.0, WIDTH - SWATCH - 6.0, name) - TEXT + 2.0;
        x += width + TEXT;
    }
    y + LINE + 8.0
}

/// The numbers of a row with their samples, in slots of equal width; where they end.
fn parts(sheet: &mut Canvas, row: &Row, words: &dyn Words, y: f64) -> f64 {
    let texts: Vec<String> = row.cells[1..].iter().map(|cell| words.cell(cell)).collect();
    let widest = texts.iter().map(|text| width_of(text)).fold(0.0, f64::max) + SWATCH + TEXT;
    let slots = ((WIDTH / widest) as usize).clamp(1, texts.len());
    for (series, text) in texts.iter().enumerate() {
        let x = WIDTH / slots as f64 * (series % slots) as f64;
        let top = y + LINE * (series / slots) as f64;
        sheet.mark(
            Area {
                x,
                y: top + 1.0,
                width: SWATCH,
                height: SWATCH,
            },
            "swatch",
            series,
        );
        sheet.text(x + SWATCH + 5.0, top + SWATCH, Anchor::Start, "small", text);
    }
    y + LINE * texts.len().div_ceil(slots) as f64
}
