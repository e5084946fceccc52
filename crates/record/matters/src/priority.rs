//! Which matter comes first: a public formula with weights that the city sets.
//!
//! In milli-points (a thousandth of a point), all in whole numbers so that every machine gives the same order:
//!
//! ```text
//! score = Wv * 1000 * log2(1 + voices)
//!       + 1000 * (Wu * urgency + Ws * safety + We * (equity + deprivation))
//!       + Wa * 1000 * days since the first voice / 30
//! ```
//!
//! Urgency, safety and equity are 0 to 3, given by an officer with a reason; deprivation is the index of the place
//! (0 to 100) divided by 34 and rounded, so 0 to 3. The logarithm lets the tenth voice count more than the hundredth:
//! many voices weigh, but a loud street does not outweigh a dangerous one. The formula is ours; the six terms are
//! the ones that participatory budgets and service desks publish most often, and the city may set any weight to 0.
//!
//! Every matter ages at the same pace, so the order of two matters does not depend on the day on which one looks.
//! Therefore [`Factors::rank_key`] leaves the day out, is stored on the row and indexed, and changes only with the
//! matter or the weights. It is thirty times the score, so that the age needs no division and no rounding.

use jiff::civil::Date;
use kapok_acts::{ActError, Fields};

/// Largest weight.
pub const LARGEST_WEIGHT: i64 = 10;
/// Days in which the age of a matter earns one point per unit of its weight.
pub const AGE_DAYS: i64 = 30;
const MILLI: i64 = 1000;

kapok_store::row! {
    /// What each term of the formula counts, 0 to 10.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct Weights {
        /// Number of voices.
        pub voices: i64,
        /// Urgency.
        pub urgency: i64,
        /// Danger to people.
        pub safety: i64,
        /// Equity, with the deprivation of the place.
        pub equity: i64,
        /// Age.
        pub age: i64,
    }
}

impl Default for Weights {
    /// The weights of a new city; the migration writes the same.
    fn default() -> Self {
        Self {
            voices: 2,
            urgency: 3,
            safety: 4,
            equity: 2,
            age: 1,
        }
    }
}

impl Weights {
    /// The weights by the names of their fields, in the order of the formula.
    #[must_use]
    pub fn named(&self) -> [(&'static str, i64); 5] {
        [
            ("voices", self.voices),
            ("urgency", self.urgency),
            ("safety", self.safety),
            ("equity", self.equity),
            ("age", self.age),
        ]
    }

    /// Each weight must be a whole number from 0 to [`LARGEST_WEIGHT`], and one of them above 0.
    ///
    /// # Errors
    /// [`ActError::Fields`], by the names of [`Weights::named`].
    pub fn check(&self) -> Result<(), ActError> {
        let mut wrong = Fields::default();
        for (name, weight) in self.named() {
            if !(0..=LARGEST_WEIGHT).contains(&weight) {
                wrong.add(name, "matters-weight-wrong");
            }
        }
        if wrong.is_empty() && self.named().iter().all(|(_, weight)| *weight == 0) {
            wrong.add("voices", "matters-weights-all-zero");
        }
        wrong.check()
    }
}

/// What the formula looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Factors {
    /// Number of voices, 0 or more.
    pub voices: i64,
    /// 0 to 3.
    pub urgency: i64,
    /// 0 to 3.
    pub safety: i64,
    /// 0 to 3.
    pub equity: i64,
    /// 0 to 3, see [`deprived`].
    pub deprived: i64,
    /// Day of the first voice, counted from 1970-01-01.
    pub first_day: i64,
}

/// The terms of one matter's score in milli-points; they add up to [`Terms::score`] exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    /// From the number of voices.
    pub voices: i64,
    /// From urgency.
    pub urgency: i64,
    /// From safety.
    pub safety: i64,
    /// From equity.
    pub equity: i64,
    /// From the deprivation of the place.
    pub deprivation: i64,
    /// From age.
    pub age: i64,
}

impl Terms {
    /// The sum.
    #[must_use]
    pub fn score(&self) -> i64 {
        self.voices + self.urgency + self.safety + self.equity + self.deprivation + self.age
    }
}

impl Factors {
    /// The terms on a day.
    #[must_use]
    pub fn terms(&self, w: &Weights, today: Date) -> Terms {
        let age_days = (day_number(today) - self.first_day).max(0);
        Terms {
            voices: w.voices * voice_points(self.voices),
            urgency: MILLI * w.urgency * self.urgency,
            safety: MILLI * w.safety * self.safety,
            equity: MILLI * w.equity * self.equity,
            deprivation: MILLI * w.equity * self.deprived,
            age: w.age * MILLI * age_days / AGE_DAYS,
        }
    }

    /// The order of matters, whatever the day: thirty times the score at day 0. The larger comes first.
    #[must_use]
    pub fn rank_key(&self, w: &Weights) -> i64 {
        let still = w.voices * voice_points(self.voices)
            + MILLI
                * (w.urgency * self.urgency
                    + w.safety * self.safety
                    + w.equity * (self.equity + self.deprived));
        AGE_DAYS * still - w.age * MILLI * self.first_day
    }
}

/// `1000 * log2(1 + voices)`, rounded down.
///
/// Found by repeated squaring of the mantissa (Knuth, "The Art of Computer Programming" 1, section 1.2.2, exercise 25):
/// 24 binary places, then times 1000. Powers of two are exact; nothing depends on floating point.
#[must_use]
pub fn voice_points(voices: i64) -> i64 {
    const PLACES: u32 = 24;
    let n = voices.clamp(0, i64::from(u32::MAX)).unsigned_abs() + 1;
    let whole = n.ilog2();
    // The mantissa in [1, 2), with 63 binary places.
    let mut mantissa = u128::from(n) << (63 - whole);
    let mut log = u64::from(whole);
    for _ in 0..PLACES {
        mantissa = (mantissa * mantissa) >> 63;
        log <<= 1;
        if mantissa >> 64 != 0 {
            mantissa >>= 1;
            log |= 1;
        }
    }
    i64::try_from((log * 1000) >> PLACES).unwrap_or_default() // at most 32 * 1000
}

/// Deprivation of a place, 0 to 100, as points 0 to 3: divided by 34, rounded to the nearest. Unknown counts as 0.
#[must_use]
pub fn deprived(index: Option<i64>) -> i64 {
    (index.unwrap_or(0).clamp(0, 100) + 17) / 34
}

/// Days from 1970-01-01; negative before.
#[must_use]
pub fn day_number(date: Date) -> i64 {
    let first = jiff::civil::date(1970, 1, 1);
    date.duration_since(first).as_hours() / 24
}
