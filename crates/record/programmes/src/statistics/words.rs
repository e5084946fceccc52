//! Numbers in the reader's language, for tables and charts.

use kapok_i18n::T;
use kapok_stats::{Known, Words};

/// A language, and how many decimals its percentages have.
#[derive(Debug, Clone, Copy)]
pub struct Say {
    /// The words.
    pub t: T,
    /// Decimals of percentages.
    pub digits: usize,
}

impl Words for Say {
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
        self.t.programmes_hidden().to_owned()
    }
    fn base(&self, n: Known<i64>, unit: &str) -> String {
        match n {
            Known::Known(n) => self.t.programmes_base(n, unit),
            Known::Unknown => self.t.programmes_base_unknown(unit),
        }
    }
    fn at_least(&self, bound: &str) -> String {
        self.t.programmes_at_least(bound)
    }
    fn part(&self, done: &str, whole: &str) -> String {
        self.t.programmes_part(done, whole)
    }
}
