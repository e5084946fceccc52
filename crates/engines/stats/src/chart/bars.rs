//! Horizontal bars: label and number above, bar below.

use super::canvas::{Anchor, Area, LINE, TEXT, WIDTH, width_of};
use super::{Frame, canvas, label, largest};
use crate::table::Table;

const BAR: f64 = 16.0;
const GAP: f64 = 12.0;

pub(super) fn bars(table: &Table, frame: Frame<'_>) -> String {
    let mut sheet = canvas(table, frame);
    let longest = largest(table.rows.iter().map(|row| &row.cells[1]));
    let mut y = 0.0;
    for row in &table.rows {
        let value = frame.words.cell(&row.cells[1]);
        let room = (WIDTH - width_of(&value) - TEXT).max(WIDTH / 3.0);
        y += TEXT;
        sheet.text(WIDTH, y, Anchor::End, "value", &value);
        y = sheet.lines(0.0, y, room, label(row)) + LINE - TEXT + 1.0;
        let track = Area {
            x: 0.0,
            y,
            width: WIDTH,
            height: BAR,
        };
        match row.cells[1].number() {
            Some(number) => {
                sheet.track(track);
                sheet.mark(
                    Area {
                        width: WIDTH * number / longest,
                        ..track
                    },
                    "bar",
                    0,
                );
            }
            None => sheet.missing(track),
        }
        y += BAR + GAP;
    }
    sheet.finish("chart bars", "img", y - GAP + 1.0)
}
