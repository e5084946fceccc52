//! Indicators, checks and rechecks, and the rule that reopens. No I/O here.

use jiff::civil::Date;
use kapok_acts::{ActError, City, Fields};
use kapok_decisions::words;
use kapok_matters::Says;
use kapok_store::ids::{IndicatorId, MatterId, PartyId};
use kapok_store::{FromValue, Value, row};

/// Years after the evaluation at which a result is looked at again.
pub const RECHECK_YEARS: [i64; 3] = [1, 3, 5];

/// Characters of an indicator's name.
pub const MOST_NAME: usize = 200;
/// Characters of its unit.
pub const MOST_UNIT: usize = 80;
/// Characters of a source.
pub const MOST_SOURCE: usize = 1_000;
/// Characters of an evaluation.
pub const MOST_TEXT: usize = 10_000;
/// Characters that a resident adds to a check.
pub const MOST_WORDS: usize = 2_000;
/// Measurements beyond this are mistakes in typing; below it every whole number is exact.
const LARGEST: f64 = 1e15;

/// Whether the residents' checks reopen the matter: at least `city.reopen_at_least` say "not yet", and they are more than
/// `city.reopen_percent` percent of all checks since the last finish. Computed in whole numbers: with the defaults
/// (5 and 33), 5 of 14 and 5 of 15 reopen (33.3 % is more than 33 %), 5 of 16 and 4 of 4 do not.
#[must_use]
pub fn reopens(city: &City, done: i64, not_yet: i64) -> bool {
    let all = i128::from(done) + i128::from(not_yet);
    not_yet >= city.reopen_at_least && i128::from(not_yet) * 100 > i128::from(city.reopen_percent) * all
}

/// The days on which a result evaluated on `day` is looked at again. Who evaluates on 29 February looks again on the 28th
/// where the year has no 29th.
#[must_use]
pub fn recheck_dates(day: Date) -> [(i64, Date); 3] {
    RECHECK_YEARS.map(|years| {
        let span = jiff::Span::new().try_years(years).unwrap_or_default();
        (years, day.checked_add(span).unwrap_or(Date::MAX))
    })
}

/// In which direction a number gets better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Better {
    /// More is better.
    Up,
    /// Less is better.
    Down,
}

impl Better {
    /// Both of them.
    pub const ALL: [Better; 2] = [Better::Up, Better::Down];

    /// Name in the database and forms.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Better::Up => "up",
            Better::Down => "down",
        }
    }

    /// Reads [`Better::id`].
    #[must_use]
    pub fn parse(id: &str) -> Option<Self> {
        [Better::Up, Better::Down].into_iter().find(|b| b.id() == id)
    }
}

impl FromValue for Better {
    const NAME: &'static str = "up or down";
    fn from_value(v: Value) -> Option<Self> {
        match v {
            Value::Text(id) => Self::parse(&id),
            _ => None,
        }
    }
}

row! {
    /// A number by which one sees whether it helped.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Indicator {
        /// Its id.
        pub id: IndicatorId,
        /// What is counted.
        pub name: String,
        /// In what.
        pub unit: String,
        /// Before.
        pub baseline: f64,
        /// Where that number comes from.
        pub baseline_source: String,
        /// What was aimed at.
        pub target: Option<f64>,
        /// What was measured last; none when nothing was yet.
        pub value: Option<f64>,
        /// Where that number comes from.
        pub value_source: String,
        /// In which direction it gets better.
        pub better: Better,
        /// Language of name, unit and sources (BCP 47).
        pub lang: String,
        /// When it was written down last.
        pub measured_at: jiff::Timestamp,
        /// Counts the changes.
        pub version: i64,
    }
}

/// What a measured value means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Measured {
    /// As good as was aimed at, or better.
    Reached,
    /// Better than before, but short of the target; or better, where no target was set.
    Improved,
    /// As before.
    Same,
    /// Worse than before.
    Worse,
}

impl Indicator {
    /// What the value means against baseline and target; none while nothing was measured.
    #[must_use]
    pub fn measured(&self) -> Option<Measured> {
        let value = self.value?;
        // Turned so that more is always better.
        let up = |n: f64| if self.better == Better::Up { n } else { -n };
        if self.target.is_some_and(|target| up(value) >= up(target)) {
            return Some(Measured::Reached);
        }
        Some(if up(value) > up(self.baseline) {
            Measured::Improved
        } else if up(value) < up(self.baseline) {
            Measured::Worse
        } else {
            Measured::Same
        })
    }
}

/// A measurement about to be written down: a new indicator, or a new value of the one with the same name.
#[derive(Debug, Clone, PartialEq)]
pub struct NewIndicator {
    /// What is counted.
    pub name: String,
    /// In what. Kept from the first time.
    pub unit: String,
    /// Before. Kept from the first time: what a result is compared with does not change afterwards.
    pub baseline: f64,
    /// Where that number comes from. Kept from the first time.
    pub baseline_source: String,
    /// What is aimed at. Kept from the first time, unless none was set.
    pub target: Option<f64>,
    /// What was measured.
    pub value: Option<f64>,
    /// Where that number comes from. Owed with a value.
    pub value_source: String,
    /// In which direction it gets better. Kept from the first time.
    pub better: Better,
}

impl NewIndicator {
    /// The measurement with clean words.
    ///
    /// # Errors
    /// [`ActError::Fields`] on `name`, `unit`, `baseline`, `baseline_source`, `target`, `value`, `value_source`.
    pub fn check(mut self) -> Result<Self, ActError> {
        let mut errors = Fields::default();
        self.name = words::line(&mut errors, "name", &self.name, MOST_NAME);
        self.unit = words::line(&mut errors, "unit", &self.unit, MOST_UNIT);
        self.baseline_source =
            words::required(&mut errors, "baseline_source", &self.baseline_source, MOST_SOURCE);
        self.value_source = words::optional(&mut errors, "value_source", &self.value_source, MOST_SOURCE);
        if self.value.is_some() && self.value_source.is_empty() {
            errors.add("value_source", "outcomes-source-missing");
        }
        for (field, number) in [
            ("baseline", Some(self.baseline)),
            ("target", self.target),
            ("value", self.value),
        ] {
            if number.is_some_and(|n| !n.is_finite() || n.abs() > LARGEST) {
                errors.add(field, "outcomes-number-wrong");
            }
        }
        errors.check()?;
        Ok(self)
    }
}

/// A measurement as people type it: digits of any script, a point or a comma before the decimals, a minus in front. A comma
/// or space between groups is refused rather than guessed at: "1,234" reads as 1.234 in half of the world.
#[must_use]
pub fn number(text: &str) -> Option<f64> {
    let mut plain = String::new();
    let mut points = 0;
    for (i, c) in text.trim().chars().enumerate() {
        match c {
            '-' | '\u{2212}' if i == 0 => plain.push('-'),
            '.' | ',' | '\u{66b}' => {
                points += 1;
                plain.push('.');
            }
            c => plain.push(words::digit(c)?),
        }
    }
    let decimals = plain.rsplit_once('.').map_or(0, |(_, d)| d.len());
    let comma_of_thousands = decimals == 3 && text.contains(',');
    (points <= 1 && !comma_of_thousands)
        .then(|| plain.parse().ok())
        .flatten()
}

row! {
    /// A value that was measured.
    #[derive(Debug, Clone, PartialEq)]
    pub struct MeasuredValue {
        /// The value.
        pub value: f64,
        /// Where it comes from.
        pub source: String,
        /// Who wrote it down.
        pub author: String,
        /// For which office.
        pub party_id: Option<PartyId>,
        /// When.
        pub at: jiff::Timestamp,
    }
}

/// What a resident said about a result, in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// Its id.
    pub id: [u8; 16],
    /// Done or not yet.
    pub says: Says,
    /// In their words.
    pub words: String,
    /// Their language (BCP 47).
    pub lang: String,
    /// When.
    pub at: jiff::Timestamp,
}

/// What the city learned.
#[derive(Debug, Clone, PartialEq)]
pub struct Evaluation {
    /// In words.
    pub text: String,
    /// Their language (BCP 47).
    pub lang: String,
    /// Who wrote it.
    pub author: String,
    /// For which office.
    pub party_id: Option<PartyId>,
    /// When.
    pub at: jiff::Timestamp,
}

/// A day on which the result is looked at again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recheck {
    /// Years after the evaluation.
    pub years: i64,
    /// The day.
    pub due: Date,
    /// When it was done.
    pub done_at: Option<jiff::Timestamp>,
}

row! {
    /// A recheck whose day has come and that nobody did.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct DueRecheck {
        /// The matter.
        pub matter_id: MatterId,
        /// Its number.
        pub matter_number: i64,
        /// Years after the evaluation.
        pub years: i64,
        /// The day.
        pub due: Date,
    }
}

/// Everything that a page shows of the outcome of a matter.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Outcome {
    /// By name.
    pub indicators: Vec<Indicator>,
    /// The latest, if there is one.
    pub evaluation: Option<Evaluation>,
    /// In order of years; empty before the evaluation.
    pub rechecks: Vec<Recheck>,
    /// Checks that came with words, newest first, at most 20.
    pub words: Vec<Check>,
}

#[cfg(test)]
mod tests;
