//! Orders made of numbers, and how far two of them agree.

/// The rank of each value, the largest first; equal values share the best of their places (1, 2, 2, 4). Values that are
/// missing have none.
pub fn ranks(values: &[Option<f64>]) -> Vec<Option<usize>> {
    let mut sorted: Vec<f64> = values.iter().flatten().copied().collect();
    sorted.sort_by(|a, b| b.total_cmp(a));
    let rank = |value: f64| sorted.partition_point(|&other| other > value) + 1;
    values.iter().map(|value| value.map(rank)).collect()
}

/// Kendall's tau-b of two lists of numbers: 1 for the same order, -1 for the opposite; pairs tied in a list count as neither
/// and shrink the base (Kendall, "The treatment of ties in ranking problems", Biometrika 33, 1945). `None` where a list has
/// fewer than two different values.
pub fn kendall(a: &[f64], b: &[f64]) -> Option<f64> {
    let (mut sum, mut tied_a, mut tied_b, mut pairs) = (0i64, 0i64, 0i64, 0i64);
    for (i, (&a1, &b1)) in a.iter().zip(b).enumerate() {
        for (&a2, &b2) in a.iter().zip(b).skip(i + 1) {
            let (x, y) = (a1.total_cmp(&a2) as i64, b1.total_cmp(&b2) as i64);
            sum += x * y;
            tied_a += i64::from(x == 0);
            tied_b += i64::from(y == 0);
            pairs += 1;
        }
    }
    let base = ((pairs - tied_a) as f64 * (pairs - tied_b) as f64).sqrt();
    (base > 0.0).then(|| sum as f64 / base)
}
