//! How far two divisions of the same people agree.

use crate::centred::number;

/// Adjusted Rand index (Hubert and Arabie 1985): 1 when the divisions are the same whatever the names of the groups, 0 on
/// average when one of them is random.
pub fn adjusted_rand(left: &[usize], right: &[usize]) -> f64 {
    let groups = |labels: &[usize]| labels.iter().max().map_or(0, |most| most + 1);
    let (rows, columns) = (groups(left), groups(right));
    let mut table = vec![0usize; rows * columns];
    for (row, column) in left.iter().zip(right) {
        table[row * columns + column] += 1;
    }
    let pairs = |count: usize| number(count) * (number(count) - 1.0) / 2.0;
    let together: f64 = table.iter().map(|count| pairs(*count)).sum();
    let row_sum = |row: usize| table[row * columns..(row + 1) * columns].iter().sum();
    let column_sum = |column: usize| (0..rows).map(|row| table[row * columns + column]).sum();
    let in_rows: f64 = (0..rows).map(|row| pairs(row_sum(row))).sum();
    let in_columns: f64 = (0..columns).map(|column| pairs(column_sum(column))).sum();
    let all = pairs(left.len());
    if all == 0.0 {
        return 1.0;
    }
    let chance = in_rows * in_columns / all;
    let most = f64::midpoint(in_rows, in_columns);
    if (most - chance).abs() < 1e-12 {
        1.0
    } else {
        (together - chance) / (most - chance)
    }
}

#[cfg(test)]
mod tests {
    use super::adjusted_rand;

    #[test]
    fn the_same_under_other_names_agrees_fully() {
        assert!((adjusted_rand(&[0, 0, 1, 1, 2], &[2, 2, 0, 0, 1]) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_known_table() {
        // Cells (2, 0), (1, 1) of 4 people: 1 pair together, 1 and 3 pairs in rows and columns expected 2 * 3 / 6 = 1.
        let index = adjusted_rand(&[0, 0, 1, 1], &[0, 0, 0, 1]);
        assert!(index.abs() < 1e-12, "{index}");
    }
}
