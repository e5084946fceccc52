//! Eigenvalues and eigenvectors of a small symmetric tridiagonal matrix, by the implicit QL method (Bowdler, Martin,
//! Reinsch and Wilkinson 1968).

/// Eigenvalues in falling order, each with its eigenvector. `off` has one entry less than `diagonal`.
pub(crate) fn eigen(diagonal: &[f64], off: &[f64]) -> (Vec<f64>, Vec<Vec<f64>>) {
    let size = diagonal.len();
    let mut values = diagonal.to_vec();
    let mut beside: Vec<f64> = off.iter().copied().chain([0.0]).take(size).collect();
    // Row i of `vectors` is column i of the matrix of eigenvectors.
    let mut vectors: Vec<Vec<f64>> = (0..size).map(|row| unit(size, row)).collect();
    for low in 0..size {
        for _ in 0..60 {
            let high = first_small(&values, &beside, low);
            if high == low {
                break;
            }
            sweep(&mut values, &mut beside, &mut vectors, low, high);
        }
    }
    let mut order: Vec<usize> = (0..size).collect();
    order.sort_by(|left, right| values[*right].total_cmp(&values[*left]));
    let sorted = order.iter().map(|at| values[*at]).collect();
    (sorted, order.iter().map(|at| vectors[*at].clone()).collect())
}

fn unit(size: usize, at: usize) -> Vec<f64> {
    let mut vector = vec![0.0; size];
    vector[at] = 1.0;
    vector
}

/// Where, from `low` on, the matrix falls into two parts.
fn first_small(values: &[f64], beside: &[f64], low: usize) -> usize {
    let last = values.len() - 1;
    (low..last)
        .find(|at| {
            let around = values[*at].abs() + values[at + 1].abs();
            beside[*at].abs() <= f64::EPSILON * around || beside[*at] == 0.0
        })
        .unwrap_or(last)
}

/// One implicit QL step on the part from `low` to `high`.
fn sweep(values: &mut [f64], beside: &mut [f64], vectors: &mut [Vec<f64>], low: usize, high: usize) {
    let mut shifted = (values[low + 1] - values[low]) / (2.0 * beside[low]);
    let radius = shifted.hypot(1.0);
    shifted = values[high] - values[low] + beside[low] / (shifted + radius.copysign(shifted));
    let (mut sine, mut cosine, mut carried) = (1.0, 1.0, 0.0);
    for at in (low..high).rev() {
        let scaled = sine * beside[at];
        let rest = cosine * beside[at];
        let length = scaled.hypot(shifted);
        beside[at + 1] = length;
        if length == 0.0 {
            values[at + 1] -= carried;
            beside[high] = 0.0;
            return;
        }
        sine = scaled / length;
        cosine = shifted / length;
        shifted = values[at + 1] - carried;
        let turned = (values[at] - shifted) * sine + 2.0 * cosine * rest;
        carried = sine * turned;
        values[at + 1] = shifted + carried;
        shifted = cosine * turned - rest;
        rotate(vectors, at, sine, cosine);
    }
    values[low] -= carried;
    beside[low] = shifted;
    beside[high] = 0.0;
}

fn rotate(vectors: &mut [Vec<f64>], at: usize, sine: f64, cosine: f64) {
    let (left, right) = vectors.split_at_mut(at + 1);
    for (lower, upper) in left[at].iter_mut().zip(right[0].iter_mut()) {
        let kept = *upper;
        *upper = sine * *lower + cosine * kept;
        *lower = cosine * *lower - sine * kept;
    }
}

#[cfg(test)]
mod tests {
    use super::eigen;

    #[test]
    fn two_by_two_as_by_hand() {
        let (values, vectors) = eigen(&[2.0, 2.0], &[1.0]);
        assert!((values[0] - 3.0).abs() < 1e-14 && (values[1] - 1.0).abs() < 1e-14);
        assert!((vectors[0][0] - vectors[0][1]).abs() < 1e-14);
    }

    #[test]
    fn a_chain_has_the_known_values() {
        // Second differences on n points: 2 - 2 cos(k pi / (n + 1)).
        let size = 50;
        let (values, vectors) = eigen(&vec![2.0; size], &vec![-1.0; size - 1]);
        for (at, value) in values.iter().enumerate() {
            let angle = std::f64::consts::PI * (size - at) as f64 / (size + 1) as f64;
            assert!((value - (2.0 - 2.0 * angle.cos())).abs() < 1e-12);
        }
        let top = &vectors[0];
        for at in 1..size - 1 {
            let image = 2.0 * top[at] - top[at - 1] - top[at + 1];
            assert!((image - values[0] * top[at]).abs() < 1e-12);
        }
    }
}
