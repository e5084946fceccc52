//! Sums, percentages, middles and changes, worked out by hand.

use kapok_stats::Known::{Known, Unknown};
use kapok_stats::*;
use proptest::prelude::*;

#[test]
fn unknown_parts_do_not_vanish_from_a_sum() {
    assert_eq!(sum(&[]), Sum::Exact(0));
    assert_eq!(sum(&[Known(3), Known(0)]), Sum::Exact(3));
    assert_eq!(
        sum(&[Known(3), Unknown, Unknown]),
        Sum::AtLeast { bound: 3, unknown: 2 }
    );
    assert_eq!(sum(&[Unknown]), Sum::Unknown);
    assert_eq!(sum(&[Unknown]).exact(), Unknown);
    assert_eq!(sum(&[Known(i64::MAX), Known(1)]), Sum::Exact(i64::MAX));
    // The sessions of the award: 201, 206, 301 and 273 valid cases.
    assert_eq!(sum(&[201, 206, 301, 273].map(Known)).exact(), Known(981));
}

#[test]
fn percentages_round_half_up() {
    for (counts, digits, scaled) in [
        (&[31i64, 7][..], 0, &[82i64, 18][..]),
        (&[34, 4], 0, &[89, 11]),
        (&[28, 8, 2], 0, &[74, 21, 5]),
        (&[1, 7], 0, &[13, 88]),
        (&[1, 1, 1], 1, &[333, 333, 333]),
        (&[146, 15, 51, 30, 56, 3], 1, &[485, 50, 169, 100, 186, 10]),
        (&[0, 5], 0, &[0, 100]),
    ] {
        let shares = percentages(counts, digits).expect("a base");
        assert_eq!(
            (shares.scaled.as_slice(), shares.n),
            (scaled, counts.iter().sum()),
            "{counts:?}"
        );
    }
    assert_eq!(percentages(&[1, 7], 0).map(|s| s.adds_to_100()), Some(false));
    assert_eq!(
        percentages(&[1, 3], 2).map(|s| s.percents()),
        Some(vec![25.0, 75.0])
    );
    assert_eq!(percentages(&[], 0), None);
    assert_eq!(percentages(&[0, 0], 0), None);
    assert_eq!(percentages(&[-1, 2], 0), None);
}

#[test]
fn printed_percentages_betray_their_base() {
    let satisfaction: &[u32] = &[82, 18, 0, 0, 0];
    let role: &[u32] = &[89, 11, 0, 0, 0];
    let importance: &[u32] = &[74, 21, 5, 0, 0];
    assert_eq!(smallest_base(&[satisfaction, role, importance], 0), Some(38));
    assert_eq!(bases(&[satisfaction, role, importance], 0).nth(1), Some(57));
    assert_eq!(smallest_base(&[role, importance], 0), Some(19));
    for (shares, digits, base) in [
        (&[100u32][..], 0, Some(1)),
        (&[50, 50], 0, Some(2)),
        (&[33, 33, 33], 0, Some(3)),
        (&[33, 67], 0, Some(3)),
        (&[333, 667], 1, Some(3)),
        (&[17, 17, 17, 17, 17, 17], 0, Some(6)),
        (&[60, 60], 0, None),
        (&[10, 20], 0, None),
    ] {
        assert_eq!(smallest_base(&[shares], digits), base, "{shares:?}");
    }
}

#[test]
fn middles_are_those_of_type_7() {
    assert_eq!(median(&[]), None);
    assert_eq!(median(&[7]), Some(7.0));
    assert_eq!(median(&[4, 1]), Some(2.5));
    assert_eq!(median(&[9, 1, 5]), Some(5.0));
    // Positions 5 / 4 and 5 * 9 / 10: a quarter of the way from 2 to 4, halfway from 16 to 32.
    assert_eq!(quantile(&[32, 16, 8, 4, 2, 1], 1, 4), Some(2.5));
    assert_eq!(quantile(&[32, 16, 8, 4, 2, 1], 9, 10), Some(24.0));
    assert_eq!(quantile(&[3, 5], 0, 1), Some(3.0));
    assert_eq!(quantile(&[3, 5], 1, 1), Some(5.0));
    assert_eq!(quantile(&[3, 5], 2, 1), None);
    assert_eq!(quantile(&[3, 5], 0, 0), None);
    assert_eq!(median(&[i64::MIN, i64::MAX]), Some(-0.5));
}

#[test]
fn intervals_are_wilsons() {
    let near = |got: Option<(f64, f64)>, low: f64, high: f64| {
        let (l, h) = got.expect("an interval");
        assert!((l - low).abs() < 5e-5 && (h - high).abs() < 5e-5, "{l} {h}");
    };
    // Newcombe, Statistics in Medicine 17 (1998), 857, table I, method 3.
    near(wilson(81, 263, 1.959_964), 0.2553, 0.3662);
    near(wilson(15, 148, 1.959_964), 0.0624, 0.1605);
    near(wilson(0, 20, 1.959_964), 0.0, 0.1611);
    near(wilson(1, 29, 1.959_964), 0.0061, 0.1718);
    near(wilson(20, 20, 1.959_964), 0.8389, 1.0);
    assert_eq!(wilson(1, 0, 1.96), None);
    assert_eq!(wilson(3, 2, 1.96), None);
    assert_eq!(wilson(1, 2, f64::NAN), None);
}

#[test]
fn trends_name_their_base_year() {
    for (first, last, change, percent, direction) in [
        ((2016, 146), (2018, 121), -25, Some(-17.1), Direction::Down),
        ((2016, 15), (2018, 16), 1, Some(6.7), Direction::Up),
        ((2016, 51), (2018, 63), 12, Some(23.5), Direction::Up),
        ((2016, 3), (2018, 3), 0, Some(0.0), Direction::Same),
        ((2016, 0), (2018, 3), 3, None, Direction::Up),
    ] {
        let trend = trend(first, last);
        assert_eq!((trend.from, trend.to), (first, last));
        assert_eq!(
            (trend.change, trend.percent, trend.direction),
            (change, percent, direction)
        );
    }
}

proptest! {
    #[test]
    fn a_base_is_never_larger_than_the_true_one(counts in prop::collection::vec(0i64..40, 1..6)) {
        prop_assume!(counts.iter().sum::<i64>() > 0);
        let shares = percentages(&counts, 0).expect("a base");
        let printed: Vec<u32> = shares.scaled.iter().map(|&s| s as u32).collect();
        let n = shares.n as u64;
        prop_assert!(smallest_base(&[&printed], 0).is_some_and(|base| base <= n));
        prop_assert!(bases(&[&printed], 0).any(|base| base == n));
    }

    #[test]
    fn quantiles_lie_between_the_ends_and_rise(values in prop::collection::vec(-1000i64..1000, 1..30), of in 0u32..=20) {
        let value = quantile(&values, of, 20).expect("values");
        prop_assert!(value >= *values.iter().min().expect("one") as f64 && value <= *values.iter().max().expect("one") as f64);
        prop_assert!(of == 20 || value <= quantile(&values, of + 1, 20).expect("values"));
    }

    #[test]
    fn intervals_contain_the_share(n in 1u64..10_000, part in 0.0f64..=1.0) {
        let successes = (n as f64 * part) as u64;
        let (low, high) = wilson(successes, n, 1.96).expect("an interval");
        let share = successes as f64 / n as f64;
        prop_assert!(0.0 <= low && low <= share && share <= high && high <= 1.0);
    }
}
