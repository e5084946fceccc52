//! How late promises are: counted from dates alone.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kapok_store::ids::PartyId;

use crate::model::days_between;

/// The commitments that are late on a day.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Lateness {
    /// How many.
    pub n: i64,
    /// Days late, of all together.
    pub days: i64,
    /// The middle of their days late; for an even number the mean of the two in the middle. None for none.
    pub median: Option<f64>,
}

impl Lateness {
    /// From dates that have passed and how many commitments were due on each. Dates that lie on or after `today` are left
    /// out: due today is not late.
    #[must_use]
    pub fn of(dates: impl IntoIterator<Item = (Date, i64)>, today: Date) -> Self {
        let mut each = Vec::new();
        for (due, n) in dates {
            let late = days_between(due, today);
            if late > 0 {
                each.extend((0..n).map(|_| late));
            }
        }
        Self {
            n: i64::try_from(each.len()).unwrap_or(i64::MAX),
            days: each.iter().sum(),
            median: kapok_stats::median(&each),
        }
    }

    /// Mean days late, to the nearest whole day, half upwards. None for none.
    #[must_use]
    pub fn average(&self) -> Option<i64> {
        (self.n > 0).then(|| (2 * self.days + self.n) / (2 * self.n))
    }
}

/// The promises that one office leads.
#[derive(Debug, Clone, PartialEq)]
pub struct OfficeLine {
    /// The office.
    pub office: PartyId,
    /// How many it made.
    pub made: i64,
    /// How many of them are finished.
    pub finished: i64,
    /// How many of the others are late, and by how much.
    pub late: Lateness,
}

/// The lines of all offices: counters joined with the dates that have passed, in the order of the offices' ids.
#[must_use]
pub fn lines(
    counters: Vec<(PartyId, i64, i64)>,
    passed: Vec<(PartyId, Date, i64)>,
    today: Date,
) -> Vec<OfficeLine> {
    let mut dates: BTreeMap<PartyId, Vec<(Date, i64)>> = BTreeMap::new();
    for (office, due, n) in passed {
        dates.entry(office).or_default().push((due, n));
    }
    counters
        .into_iter()
        .map(|(office, made, finished)| OfficeLine {
            office,
            made,
            finished,
            late: Lateness::of(dates.remove(&office).unwrap_or_default(), today),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn days_late_are_those_counted_by_hand() {
        let today = day("2026-03-02");
        // Late by 1, 1, 10 and 59 days; one is due today and one tomorrow.
        let dates = [
            ("2026-03-01", 2),
            ("2026-02-20", 1),
            ("2026-01-02", 1),
            ("2026-03-02", 1),
            ("2026-03-03", 1),
        ];
        let late = Lateness::of(dates.map(|(d, n)| (day(d), n)), today);
        assert_eq!((late.n, late.days), (4, 71));
        assert_eq!(late.median, Some(5.5));
        assert_eq!(late.average(), Some(18), "71 / 4 = 17.75");
    }

    #[test]
    fn a_half_day_is_rounded_up_and_none_have_no_average() {
        let today = day("2028-03-01");
        let late = Lateness::of([(day("2028-02-29"), 1), (day("2028-02-28"), 1)], today);
        assert_eq!((late.days, late.average(), late.median), (3, Some(2), Some(1.5)));
        let none = Lateness::of([(today, 5)], today);
        assert_eq!((none.n, none.average(), none.median), (0, None, None));
    }

    #[test]
    fn an_odd_number_has_one_in_the_middle() {
        let today = day("2026-03-31");
        let late = Lateness::of(
            [
                (day("2026-03-28"), 1),
                (day("2025-03-31"), 1),
                (day("2026-03-01"), 1),
            ],
            today,
        );
        assert_eq!(
            (late.median, late.average()),
            (Some(30.0), Some(133)),
            "(3 + 30 + 365) / 3 = 132.67"
        );
    }
}
