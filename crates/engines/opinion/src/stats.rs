//! Tests of shares, tail probabilities, false-discovery control.

use crate::centred::exact;

/// Polis' level: one-sided 90 %.
pub const LEVEL: f64 = 1.2816;

/// How far a share lies above one half: 2 sqrt(S+1) ((A+1)/(S+1) - 1/2), with A votes of one kind among S
/// (Polis, `stats.clj`).
pub fn above_half(votes: u64, seen: u64) -> f64 {
    let (votes, seen) = (count(votes) + 1.0, count(seen) + 1.0);
    2.0 * seen.sqrt() * (votes / seen - 0.5)
}

/// How far one group's share lies above another's, with one added to all four counts; 0 when everyone agrees
/// (Polis, `stats.clj`). Polis reckons with fractions, so whole numbers are multiplied here and divided once: equal
/// shares give exactly 0, and order by this number has the same ties.
pub fn above_others(votes: u64, others: u64, seen: u64, others_seen: u64) -> f64 {
    let (votes, others) = (i128::from(votes) + 1, i128::from(others) + 1);
    let (seen, others_seen) = (i128::from(seen) + 1, i128::from(others_seen) + 1);
    let (together, all) = (votes + others, seen + others_seen);
    if together == all {
        return 0.0;
    }
    let apart = wide(votes * others_seen - others * seen) / wide(seen * others_seen);
    let variance = wide(together * (all - together)) / wide(all * seen * others_seen);
    apart / variance.sqrt()
}

/// A product of counts as a number.
#[expect(
    clippy::cast_precision_loss,
    reason = "rounded once, as a division of whole numbers must be"
)]
fn wide(count: i128) -> f64 {
    count as f64
}

/// How many times as large one smoothed share is as another: (A+1)/(S+2) over (A'+1)/(S'+2), divided once.
pub fn times(votes: u64, seen: u64, others: u64, others_seen: u64) -> f64 {
    let above = (i128::from(votes) + 1) * (i128::from(others_seen) + 2);
    wide(above) / wide((i128::from(seen) + 2) * (i128::from(others) + 1))
}

/// A share pulled a little towards one half: (A+1)/(S+2).
pub fn smoothed(votes: u64, seen: u64) -> f64 {
    (count(votes) + 1.0) / (count(seen) + 2.0)
}

/// The probability that a standard normal number is above `z`.
///
/// Abramowitz and Stegun: the series 26.2.11 below 3, the continued fraction 26.2.14 above; at least 13 digits.
pub fn normal_tail(z: f64) -> f64 {
    if z.is_nan() {
        return 1.0;
    }
    if z < 0.0 {
        return 1.0 - normal_tail(-z);
    }
    let density = (-0.5 * z * z).exp() / std::f64::consts::TAU.sqrt();
    if z < 3.0 {
        let (mut term, mut sum, mut odd) = (z, z, 1.0);
        while term > sum * 1e-17 && term > 0.0 {
            odd += 2.0;
            term *= z * z / odd;
            sum += term;
        }
        return 0.5 - density * sum;
    }
    let mut fraction = 0.0;
    for step in (1..=120).rev() {
        fraction = f64::from(step) / (z + fraction);
    }
    density / (z + fraction)
}

/// Which of some findings stay when at most `rate` of those kept may be false on average (Benjamini and Hochberg 1995).
/// `tests` is how many were made in all; those not listed count as failed.
pub fn false_discovery(p_values: &[f64], tests: usize, rate: f64) -> Vec<bool> {
    let mut order: Vec<usize> = (0..p_values.len()).collect();
    order.sort_by(|left, right| p_values[*left].total_cmp(&p_values[*right]).then(left.cmp(right)));
    let tests = crate::centred::number(tests.max(p_values.len()));
    let passes = |(rank, at): (usize, &usize)| {
        (p_values[*at] <= rate * crate::centred::number(rank + 1) / tests).then_some(rank)
    };
    let last = order.iter().enumerate().filter_map(passes).next_back();
    let mut kept = vec![false; p_values.len()];
    if let Some(last) = last {
        for at in &order[..=last] {
            kept[*at] = true;
        }
    }
    kept
}

/// The range in which a share lies with 95 % confidence (Wilson 1927), from 0 to 1.
pub fn interval(votes: u64, seen: u64) -> [f64; 2] {
    const Z: f64 = 1.959_963_984_540_054;
    if seen == 0 {
        return [0.0, 1.0];
    }
    let (votes, seen) = (count(votes), count(seen));
    let share = votes / seen;
    let middle = share + Z * Z / (2.0 * seen);
    let spread = Z * (share * (1.0 - share) / seen + Z * Z / (4.0 * seen * seen)).sqrt();
    let whole = 1.0 + Z * Z / seen;
    [
        ((middle - spread) / whole).max(0.0),
        ((middle + spread) / whole).min(1.0),
    ]
}

/// A count as a number.
pub(crate) fn count(votes: u64) -> f64 {
    exact(i64::try_from(votes).unwrap_or(i64::MAX))
}
