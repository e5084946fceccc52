//! What the scores say.

use kapok_jury::score::{Level, Mark, alpha, kendall, ranks, statistics};

fn mark(entry: usize, reviewer: usize, score: f64) -> Mark {
    Mark {
        entry,
        reviewer,
        score,
    }
}

#[test]
fn alpha_is_that_of_krippendorff_2011() {
    // K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), part C: 4 observers, 12 units, missing data.
    // Nominal .743, ordinal .815, interval .849.
    let data = [
        [
            Some(1),
            Some(2),
            Some(3),
            Some(3),
            Some(2),
            Some(1),
            Some(4),
            Some(1),
            Some(2),
            None,
            None,
            None,
        ],
        [
            Some(1),
            Some(2),
            Some(3),
            Some(3),
            Some(2),
            Some(2),
            Some(4),
            Some(1),
            Some(2),
            Some(5),
            None,
            Some(3),
        ],
        [
            None,
            Some(3),
            Some(3),
            Some(3),
            Some(2),
            Some(3),
            Some(4),
            Some(2),
            Some(2),
            Some(5),
            Some(1),
            None,
        ],
        [
            Some(1),
            Some(2),
            Some(3),
            Some(3),
            Some(2),
            Some(4),
            Some(4),
            Some(1),
            Some(2),
            Some(5),
            Some(1),
            None,
        ],
    ];
    let units: Vec<Vec<f64>> = (0..12)
        .map(|unit| data.iter().filter_map(|row| row[unit].map(f64::from)).collect())
        .collect();
    for (level, expected) in [
        (Level::Nominal, 0.743),
        (Level::Ordinal, 0.815),
        (Level::Interval, 0.849),
    ] {
        assert!(
            (alpha(&units, level).unwrap() - expected).abs() < 5e-4,
            "{level:?}"
        );
    }
}

#[test]
fn least_squares_takes_severity_out_exactly_when_the_model_holds() {
    // Values 5, 6, 7, 8; severities -1, 0, +1; each entry seen by two.
    let values = [5.0, 6.0, 7.0, 8.0];
    let severity = [-1.0, 0.0, 1.0];
    let pairs = [(0, 0), (0, 1), (1, 1), (1, 2), (2, 0), (2, 2), (3, 0), (3, 1)];
    let marks: Vec<Mark> = pairs
        .iter()
        .map(|&(entry, reviewer)| mark(entry, reviewer, values[entry] + severity[reviewer]))
        .collect();
    let result = statistics(4, 3, &marks, 3.0);
    for (entry, value) in result.entries.iter().zip(values) {
        assert!((entry.as_ref().unwrap().calibrated.unwrap() - value).abs() < 1e-9);
    }
    for (reviewer, severity) in result.reviewers.iter().zip(severity) {
        assert!((reviewer.as_ref().unwrap().severity - severity).abs() < 1e-9);
    }
    assert_eq!(result.degrees_of_freedom, 2);
    assert!(result.residual_sd.unwrap() < 1e-9 && result.outliers.is_empty() && result.connected);
}

#[test]
fn the_standard_errors_of_a_full_table_are_those_of_the_textbook() {
    // Two entries, three reviewers, every pair: 1 2 3 and 3 3 6. Means 2 and 4; reviewers 2, 2.5, 4.5, mean 3.
    // Rest by hand: +-0, +-.5, +-.5 in signs (+0, +.5, -.5), (-0, -.5, +.5): squares add up to 1, freedom 2, sd = sqrt(.5).
    let scores = [[1.0, 2.0, 3.0], [3.0, 3.0, 6.0]];
    let marks: Vec<Mark> = (0..2)
        .flat_map(|entry| (0..3).map(move |reviewer| mark(entry, reviewer, scores[entry][reviewer])))
        .collect();
    let result = statistics(2, 3, &marks, 3.0);
    let first = result.entries[0].as_ref().unwrap();
    assert!((first.calibrated.unwrap() - 2.0).abs() < 1e-12 && (first.mean - 2.0).abs() < 1e-12);
    assert!((result.residual_sd.unwrap() - 0.5f64.sqrt()).abs() < 1e-12);
    // All reviewers saw the entry: the variance of its value is sd^2 / 3.
    assert!((first.standard_error.unwrap() - (0.5f64 / 3.0).sqrt()).abs() < 1e-12);
    // A reviewer's severity against the mean of three, each from two scores: sd^2 (1/2)(1 - 1/3) = sd^2 / 3.
    let reviewer = result.reviewers[0].as_ref().unwrap();
    assert!((reviewer.severity + 1.0).abs() < 1e-12);
    assert!((reviewer.standard_error.unwrap() - (0.5f64 / 3.0).sqrt()).abs() < 1e-12);
}

#[test]
fn a_jury_in_two_parts_is_not_calibrated() {
    let marks = [
        mark(0, 0, 1.0),
        mark(0, 1, 2.0),
        mark(1, 0, 3.0),
        mark(1, 1, 4.0),
        mark(2, 2, 5.0),
        mark(2, 3, 9.0),
    ];
    let result = statistics(3, 4, &marks, 3.0);
    assert!(!result.connected);
    assert_eq!(result.parts, [vec![0, 1], vec![2, 3]]);
    assert!(
        result
            .entries
            .iter()
            .all(|entry| entry.as_ref().unwrap().calibrated.is_none())
    );
    assert!((result.entries[2].as_ref().unwrap().calibrated_in_part - 7.0).abs() < 1e-12);
}

#[test]
fn a_score_far_from_all_others_is_an_outlier() {
    let noise = [0.1, -0.1, 0.05, -0.05, 0.0, 0.08, -0.07, 0.03];
    let mut marks: Vec<Mark> = (0..40)
        .map(|at| {
            mark(
                at / 4,
                (at / 4 + at % 4) % 8,
                5.0 + (at / 4) as f64 * 0.1 + noise[at * 3 % 8],
            )
        })
        .collect();
    marks[17].score += 3.0;
    let result = statistics(10, 8, &marks, 3.0);
    assert_eq!(result.outliers.len(), 1);
    assert_eq!(
        (result.outliers[0].entry, result.outliers[0].reviewer),
        (marks[17].entry, marks[17].reviewer)
    );
    assert!((result.outliers[0].expected - (marks[17].score - 3.0)).abs() < 0.3);
}

#[test]
fn kendalls_tau_counts_pairs() {
    assert_eq!(kendall(&[1.0, 2.0, 3.0], &[1.0, 2.0, 3.0]), Some(1.0));
    assert_eq!(kendall(&[1.0, 2.0, 3.0], &[3.0, 2.0, 1.0]), Some(-1.0));
    // Kendall 1945: ties shrink the base. Pairs: (1,2) agree, (1,3) agree, (2,3) tied in one list.
    let tau = kendall(&[1.0, 2.0, 2.0], &[1.0, 2.0, 3.0]).unwrap();
    assert!((tau - 2.0 / 6f64.sqrt()).abs() < 1e-12);
    assert_eq!(kendall(&[1.0, 1.0], &[1.0, 2.0]), None);
}

#[test]
fn equal_values_share_the_better_rank() {
    assert_eq!(
        ranks(&[Some(2.0), Some(5.0), None, Some(5.0), Some(1.0)]),
        [Some(3), Some(1), None, Some(1), Some(4)]
    );
}
