//! Percentages with their base, and the way back from printed percentages to a base.

/// Percentages of one distribution, rounded half up, with the n they are of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shares {
    /// How many in all.
    pub n: i64,
    /// Decimals kept.
    pub digits: u32,
    /// Percentages in units of the last decimal: 823 is 82.3 where `digits` is 1.
    pub scaled: Vec<i64>,
}

impl Shares {
    /// The percentages as numbers; 82.0 is 82 percent.
    #[must_use]
    pub fn percents(&self) -> Vec<f64> {
        let unit = 10f64.powi(self.digits as i32);
        self.scaled.iter().map(|&s| s as f64 / unit).collect()
    }

    /// Whether the rounded percentages add to exactly 100. Where they do not, say so beside them.
    #[must_use]
    pub fn adds_to_100(&self) -> bool {
        self.scaled.iter().sum::<i64>() == 100 * 10i64.pow(self.digits)
    }
}

/// Each count as a percentage of all, rounded half up (0.5 becomes 1) to `digits` decimals, at most
/// six. Nothing if a count is negative or all are zero.
#[must_use]
pub fn percentages(counts: &[i64], digits: u32) -> Option<Shares> {
    let digits = digits.min(6);
    let n: i128 = counts.iter().map(|&c| i128::from(c)).sum();
    if n == 0 || counts.iter().any(|&c| c < 0) {
        return None;
    }
    let hundred = 100 * 10i128.pow(digits);
    // Half up in whole numbers: floor(x + 1/2) = floor((2 * count * hundred + n) / 2n).
    let round = |&count: &i64| ((2 * i128::from(count) * hundred + n) / (2 * n)) as i64; // at most 10^8
    Some(Shares {
        n: i64::try_from(n).ok()?,
        digits,
        scaled: counts.iter().map(round).collect(),
    })
}

/// The smallest number of respondents that can give all these distributions, each printed in
/// percent with `digits` decimals, rounded half up. See [`bases`].
#[must_use]
pub fn smallest_base(distributions: &[&[u32]], digits: u32) -> Option<u64> {
    bases(distributions, digits).next()
}

/// All numbers of respondents, ascending, that can give all these distributions, up to ten times
/// 100 percent in units of the last decimal (1,000 for whole percentages).
///
/// A distribution lists the printed percentages of options of which everyone chose exactly one, in
/// units of the last decimal. A printed p allows a count c if `p - 1/2 <= 100 c / n < p + 1/2`; n is
/// possible if the least allowed counts add to at most n and the greatest to at least n.
pub fn bases<'a>(distributions: &'a [&'a [u32]], digits: u32) -> impl Iterator<Item = u64> + 'a {
    let hundred = 100 * 10u64.pow(digits.min(6));
    (1..=10 * hundred).filter(move |&n| distributions.iter().all(|shares| fits(shares, n, hundred)))
}

fn fits(shares: &[u32], n: u64, hundred: u64) -> bool {
    let mut least = 0;
    let mut most = 0;
    for share in shares.iter().map(|&s| u64::from(s)) {
        let low = (n * (2 * share).saturating_sub(1)).div_ceil(2 * hundred);
        let end = (n * (2 * share + 1)).div_ceil(2 * hundred); // first count that is too many
        if low >= end {
            return false;
        }
        least += low;
        most += end - 1;
    }
    (least..=most).contains(&n)
}
