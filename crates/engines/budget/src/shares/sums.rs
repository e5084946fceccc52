//! Sums over balances, in lanes: the compiler turns them into vector instructions, and the rounding error shrinks.

/// Half the distance from 1 to the next float: the largest relative error of one operation.
pub(super) const UNIT: f64 = f64::EPSILON / 2.0;

const LANES: usize = 8;

/// The sum of `values`.
pub(super) fn sum(values: &[f64]) -> f64 {
    let mut lanes = [0.0; LANES];
    let chunks = values.chunks_exact(LANES);
    let rest: f64 = chunks.remainder().iter().sum();
    for chunk in chunks {
        for lane in 0..LANES {
            lanes[lane] += chunk[lane];
        }
    }
    lanes.iter().sum::<f64>() + rest
}

/// How many roundings lie on the longest path through a sum of `count` terms, generously.
pub(super) fn depth(count: usize) -> f64 {
    (count / LANES + 2 * LANES + 4) as f64
}

/// Sum and number of the values below `limit`.
pub(super) fn below(values: &[f64], limit: f64) -> (f64, f64) {
    let (mut sums, mut counts) = ([0.0; LANES], [0.0; LANES]);
    let chunks = values.chunks_exact(LANES);
    let rest = chunks.remainder();
    for chunk in chunks {
        for lane in 0..LANES {
            let poor = chunk[lane] < limit;
            sums[lane] += if poor { chunk[lane] } else { 0.0 };
            counts[lane] += if poor { 1.0 } else { 0.0 };
        }
    }
    let (mut sum, mut count) = (sums.iter().sum::<f64>(), counts.iter().sum::<f64>());
    for &value in rest.iter().filter(|&&value| value < limit) {
        sum += value;
        count += 1.0;
    }
    (sum, count)
}

/// The least value.
pub(super) fn least(values: &[f64]) -> f64 {
    let mut lanes = [f64::INFINITY; LANES];
    let chunks = values.chunks_exact(LANES);
    let rest = chunks.remainder().iter().copied().fold(f64::INFINITY, f64::min);
    for chunk in chunks {
        for lane in 0..LANES {
            lanes[lane] = if chunk[lane] < lanes[lane] {
                chunk[lane]
            } else {
                lanes[lane]
            };
        }
    }
    lanes.into_iter().fold(rest, f64::min)
}
