//! Single numbers about many: middle values, intervals, change. Durations are whole numbers of
//! whatever unit the caller counts in.

/// The middle value; for an even number of values the mean of the two in the middle. Nothing for no
/// values.
#[must_use]
pub fn median(values: &[i64]) -> Option<f64> {
    quantile(values, 1, 2)
}

/// The value below which `of` of `parts` equal parts lie: `quantile(v, 1, 4)` is the first quartile.
/// Linear between the two nearest values: type 7 of Hyndman and Fan, "Sample quantiles in
/// statistical packages", The American Statistician 50 (1996), 361. Nothing for no values and for
/// fractions outside 0 to 1.
#[must_use]
pub fn quantile(values: &[i64], of: u32, parts: u32) -> Option<f64> {
    if of > parts || parts == 0 {
        return None;
    }
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let position = sorted.len().checked_sub(1)? as u128 * u128::from(of);
    let below = *sorted.get((position / u128::from(parts)) as usize)?;
    let above = sorted
        .get((position / u128::from(parts)) as usize + 1)
        .copied()
        .unwrap_or(below);
    let rest = (position % u128::from(parts)) as i128;
    // Exact up to the last division.
    let parts = i128::from(parts);
    Some((i128::from(below) * (parts - rest) + i128::from(above) * rest) as f64 / parts as f64)
}

/// The interval of Wilson ("Probable inference, the law of succession, and statistical inference",
/// Journal of the American Statistical Association 22 (1927), 209) for a share, as two shares from 0
/// to 1. `z` is 1.96 for 95 percent. Nothing if n is zero, fewer than the successes, or z is no
/// positive number.
#[must_use]
pub fn wilson(successes: u64, n: u64, z: f64) -> Option<(f64, f64)> {
    if n == 0 || successes > n || !z.is_finite() || z <= 0.0 {
        return None;
    }
    let (count, share, square) = (n as f64, successes as f64 / n as f64, z * z);
    let middle = share + square / (2.0 * count);
    let reach = z * (share * (1.0 - share) / count + square / (4.0 * count * count)).sqrt();
    let whole = 1.0 + square / count;
    // The ends are exact for none and all; rounding must not push them past 0 or 1.
    let low = if successes == 0 {
        0.0
    } else {
        ((middle - reach) / whole).max(0.0)
    };
    let high = if successes == n {
        1.0
    } else {
        ((middle + reach) / whole).min(1.0)
    };
    Some((low, high))
}

/// Where a number went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// It grew.
    Up,
    /// It fell.
    Down,
    /// It is the same.
    Same,
}

/// The change of a count between two years, for sentences that name the base year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trend {
    /// Year and count that the change is measured from.
    pub from: (i32, i64),
    /// Year and count that it leads to.
    pub to: (i32, i64),
    /// The difference, with its sign.
    pub change: i64,
    /// The difference in percent of the first count with one decimal, half away from zero, with its
    /// sign; nothing where the first count is zero, for nothing is a percentage of nothing.
    pub percent: Option<f64>,
    /// Where it went.
    pub direction: Direction,
}

/// The change from the first count to the last. The counts are none negative.
#[must_use]
pub fn trend(first: (i32, i64), last: (i32, i64)) -> Trend {
    let change = last.1.saturating_sub(first.1);
    let base = i128::from(first.1);
    let percent = (base > 0).then(|| {
        let size = (2 * 1000 * i128::from(change.unsigned_abs()) + base) / (2 * base);
        size as f64 / 10.0 * f64::from(change.signum() as i32) + 0.0 // no minus before a zero
    });
    let direction = match change {
        0 => Direction::Same,
        1.. => Direction::Up,
        _ => Direction::Down,
    };
    Trend {
        from: first,
        to: last,
        change,
        percent,
        direction,
    }
}
