//! The words and number formats of the reader's language, passed in by the caller.

use crate::known::Known;
use crate::table::Cell;

/// How numbers are written and what is written where there is none.
pub trait Words {
    /// A count, such as `1,825`.
    fn count(&self, count: i64) -> String;

    /// A percentage; 82.0 is 82 percent.
    fn percent(&self, percent: f64) -> String;

    /// What stands for a number that nobody recorded.
    fn unknown(&self) -> String;

    /// What stands for a number that is too small to be shown.
    fn hidden(&self) -> String;

    /// The base of a table, such as `n = 38 answers`.
    fn base(&self, n: Known<i64>, unit: &str) -> String;

    /// A number, already written, that is only known not to be smaller, such as `at least 15`.
    fn at_least(&self, bound: &str) -> String;

    /// A part of a whole, both already written, such as `64 of 80`.
    fn part(&self, done: &str, whole: &str) -> String;

    /// A cell as people read it.
    fn cell(&self, cell: &Cell) -> String {
        match cell {
            Cell::Text(text) => text.clone(),
            Cell::Count(Known::Known(count)) => self.count(*count),
            Cell::Percent(Known::Known(percent)) => self.percent(*percent),
            Cell::AtLeast(bound) => self.at_least(&self.count(*bound)),
            Cell::Change(change) => signed(*change as f64, &self.count(change.saturating_abs())),
            Cell::ChangePercent(Known::Known(percent)) => signed(*percent, &self.percent(percent.abs())),
            Cell::Count(Known::Unknown)
            | Cell::Percent(Known::Unknown)
            | Cell::ChangePercent(Known::Unknown) => self.unknown(),
            Cell::Hidden => self.hidden(),
        }
    }
}

/// A number, written without its sign, with it: a true minus or a plus, kept before the number where the page reads from
/// right to left (U+200E).
fn signed(number: f64, written: &str) -> String {
    if number == 0.0 {
        written.to_owned()
    } else {
        let sign = if number < 0.0 { '\u{2212}' } else { '+' };
        format!("\u{200E}{sign}{written}")
    }
}
