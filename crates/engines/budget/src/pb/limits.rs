//! What a ballot may hold: the limits in META, and whether a ballot keeps them.

use super::error::{PbError, Problem};
use super::finding::FindingKind;

/// The limits that META sets for a ballot. What META does not say is not limited.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    least_marks: u64,
    most_marks: u64,
    least_cost: u64,
    most_cost: u64,
    least_points: i64,
    most_points: i64,
    least_sum: i64,
    most_sum: i64,
}

/// A whole amount of money or count. `4000.0` is a whole number too; `4000.50` is an error, not a rounding.
pub(super) fn whole(what: &'static str, text: &str) -> Result<u64, Problem> {
    let digits = text.trim();
    if digits.starts_with('-') {
        return Err(Problem::Negative {
            what,
            text: text.into(),
        });
    }
    let (digits, fraction) = digits.split_once(['.', ',']).unwrap_or((digits, ""));
    // "1,000" may be one or a thousand.
    let ambiguous = fraction == "000" && digits.len() <= 3;
    if ambiguous
        || digits.is_empty()
        || !digits.bytes().all(|b| b.is_ascii_digit())
        || !fraction.bytes().all(|b| b.is_ascii_digit())
    {
        return Err(Problem::NotANumber {
            what,
            text: text.into(),
        });
    }
    if fraction.bytes().any(|b| b != b'0') {
        return Err(Problem::Fraction {
            what,
            text: text.into(),
        });
    }
    match digits.parse::<u64>() {
        Ok(number) if number <= 9_000_000_000_000_000 => Ok(number),
        _ => Err(Problem::TooLarge {
            what,
            text: text.into(),
        }),
    }
}

/// Points: a whole number of at most nine digits, with or without a sign.
pub(super) fn points(text: &str) -> Option<i64> {
    let text = text.trim();
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    let number = whole("points", digits).ok()?;
    (number < 1_000_000_000).then_some(sign * number as i64)
}

impl Limits {
    /// Reads the limits from META.
    pub(super) fn of(meta: &[(String, String, u64)]) -> Result<Self, PbError> {
        let number = |key: &'static str| -> Result<Option<u64>, PbError> {
            match meta.iter().find(|(name, _, _)| name == key) {
                Some((_, text, line)) if !text.is_empty() => {
                    whole(key, text).map(Some).map_err(|problem| PbError::At {
                        line: *line,
                        column: 2,
                        problem,
                    })
                }
                _ => Ok(None),
            }
        };
        let signed = |value: Option<u64>, missing: i64| {
            value.map_or(missing, |n| i64::try_from(n).unwrap_or(i64::MAX))
        };
        Ok(Self {
            least_marks: number("min_length")?.unwrap_or(0),
            most_marks: number("max_length")?.unwrap_or(u64::MAX),
            least_cost: number("min_sum_cost")?.unwrap_or(0),
            most_cost: number("max_sum_cost")?.unwrap_or(u64::MAX),
            least_points: signed(number("min_points")?, i64::MIN),
            most_points: signed(number("max_points")?, i64::MAX),
            least_sum: signed(number("min_sum_points")?, i64::MIN),
            most_sum: signed(number("max_sum_points")?, i64::MAX),
        })
    }

    /// The first limit that a ballot breaks. `points` is empty where the ballot carries none.
    pub(super) fn broken(&self, marks: u64, cost: u64, points: &[i64]) -> Option<FindingKind> {
        if marks > self.most_marks {
            return Some(FindingKind::TooManyMarks {
                marks,
                limit: self.most_marks,
            });
        }
        if marks < self.least_marks {
            return Some(FindingKind::TooFewMarks {
                marks,
                limit: self.least_marks,
            });
        }
        if cost > self.most_cost {
            return Some(FindingKind::TooDear {
                cost,
                limit: self.most_cost,
            });
        }
        if cost < self.least_cost {
            return Some(FindingKind::TooCheap {
                cost,
                limit: self.least_cost,
            });
        }
        if points.is_empty() {
            return None;
        }
        let (least, most) = (self.least_points, self.most_points);
        if let Some(&points) = points.iter().find(|&&p| p < least || p > most) {
            return Some(FindingKind::PointsOutOfRange { points, least, most });
        }
        let sum = points.iter().sum();
        let (least, most) = (self.least_sum, self.most_sum);
        (sum < least || sum > most).then_some(FindingKind::PointsSum { sum, least, most })
    }
}
