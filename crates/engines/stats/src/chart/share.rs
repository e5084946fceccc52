//! Parts of a whole: one bar of 100 percent with a line per part, and progress.

use super::canvas::{Anchor, Area, LINE, TEXT, WIDTH, width_of};
use super::{Frame, canvas, label};
use crate::table::{Cell, Table};

const BAR: f64 = 30.0;
const SWATCH: f64 = 12.0;

pub(super) fn share(table: &Table, frame: Frame<'_>) -> String {
    let mut sheet = canvas(table, frame);
    let whole: f64 = table.rows.iter().filter_map(|row| row.cells[1].number()).sum();
    let track = Area {
        x: 0.0,
        y: 0.0,
        width: WIDTH,
        height: BAR,
    };
    if whole > 0.0 {
        sheet.track(track);
    } else {
        sheet.missing(track);
    }
    let mut x = 0.0;
    for (series, row) in table.rows.iter().enumerate() {
        let Some(number) = row.cells[1].number().filter(|&n| n > 0.0) else {
            continue;
        };
        let width = WIDTH * number / whole;
        // A hair between slices, so that their border shows without colour.
        let gap = if x + width < WIDTH - 0.5 && width > 2.0 {
            1.0
        } else {
            0.0
        };
        sheet.mark(
            Area {
                x,
                width: width - gap,
                ..track
            },
            "slice",
            series,
        );
        x += width;
    }
    let mut y = BAR + 10.0;
    for (series, row) in table.rows.iter().enumerate() {
        let values = row.cells[1..]
            .iter()
            .map(|cell| frame.words.cell(cell))
            .collect::<Vec<_>>()
            .join(" · ");
        let area = Area {
            x: 0.0,
            y: y + 3.0,
            width: SWATCH,
            height: SWATCH,
        };
        match row.cells[1].number() {
            Some(_) => sheet.mark(area, "swatch", series),
            None => sheet.missing(area),
        }
        sheet.text(WIDTH, y + TEXT, Anchor::End, "value", &values);
        let room = (WIDTH - SWATCH - 8.0 - width_of(&values) * 1.1 - TEXT).max(WIDTH / 3.0);
        y = sheet.lines(SWATCH + 8.0, y + TEXT, room, label(row)) + LINE - TEXT + 3.0;
    }
    sheet.finish("chart share", "img", y)
}

/// What is done in a row, the whole in the next. More than the whole fills the bar; the numbers say
/// how much more.
pub(super) fn progress(table: &Table, frame: Frame<'_>) -> String {
    let mut sheet = canvas(table, frame);
    let cell = |row: usize| -> &Cell { &table.rows[row].cells[1] };
    let text = frame
        .words
        .part(&frame.words.cell(cell(0)), &frame.words.cell(cell(1)));
    sheet.text(WIDTH, TEXT, Anchor::End, "value", &text);
    let room = (WIDTH - width_of(&text) * 1.1 - TEXT).max(WIDTH / 3.0);
    let y = sheet.lines(0.0, TEXT, room, label(&table.rows[0])) + LINE - TEXT + 1.0;
    let track = Area {
        x: 0.0,
        y,
        width: WIDTH,
        height: 14.0,
    };
    match (cell(0).number(), cell(1).number()) {
        (Some(done), Some(whole)) if whole > 0.0 => {
            sheet.track(track);
            sheet.mark(
                Area {
                    width: WIDTH * (done / whole).min(1.0),
                    ..track
                },
                "bar",
                0,
            );
        }
        _ => sheet.missing(track),
    }
    sheet.finish("chart progress", "img", y + track.height + 1.0)
}
