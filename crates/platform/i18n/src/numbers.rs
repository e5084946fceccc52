//! The words and number formats of charts and tables, in the reader's language.

use kapok_stats::{Known, Words};

use crate::T;

/// A language, and how many decimals its percentages have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numbers {
    /// The words.
    pub t: T,
    /// Decimals of percentages.
    pub digits: usize,
}

impl Words for Numbers {
    fn count(&self, count: i64) -> String {
        self.t.number(count)
    }
    fn percent(&self, percent: f64) -> String {
        self.t.percent(percent, self.digits)
    }
    fn unknown(&self) -> String {
        self.t.base_unknown().to_owned()
    }
    fn hidden(&self) -> String {
        self.t.base_hidden().to_owned()
    }
    fn base(&self, n: Known<i64>, unit: &str) -> String {
        match n {
            Known::Known(n) => self.t.base_n_of(n, unit),
            Known::Unknown => self.t.base_n_unknown(unit),
        }
    }
    fn at_least(&self, bound: &str) -> String {
        self.t.base_at_least(bound)
    }
    fn part(&self, done: &str, whole: &str) -> String {
        self.t.base_part(done, whole)
    }
}
