//! Small tables worked out by hand.

use kapok_opinion::centred::Centred;
use kapok_opinion::pca::{Precision, components};
use kapok_opinion::place;
use kapok_opinion::polis::consensus::group_informed;
use kapok_opinion::polis::priority::priority;
use kapok_opinion::random::Random;
use kapok_opinion::routing::{Router, fit};
use kapok_opinion::stats::{above_half, above_others, false_discovery, interval, normal_tail};
use kapok_opinion::tally::{Tallies, Tally};
use kapok_opinion::votes::{Event, Limits, Vote, Votes};

fn event(participant: u32, statement: u32, time: i64, vote: Vote) -> Event {
    Event::new(participant, statement, time, vote)
}

/// Two against two on statements 0 and 1; everyone agrees with 2; person 3 has not seen 1.
fn four_people() -> Votes {
    use Vote::{Agree, Disagree};
    let events = vec![
        event(0, 0, 0, Agree),
        event(0, 1, 0, Agree),
        event(0, 2, 0, Agree),
        event(1, 0, 0, Agree),
        event(1, 1, 0, Agree),
        event(1, 2, 0, Agree),
        event(2, 0, 0, Disagree),
        event(2, 1, 0, Disagree),
        event(2, 2, 0, Agree),
        event(3, 0, 0, Disagree),
        event(3, 2, 0, Agree),
    ];
    Votes::from_events(events, Limits::default())
        .expect("as made here")
        .0
}

#[test]
fn means_components_and_places_are_those_worked_out_by_hand() {
    let votes = four_people();
    let table = Centred::new(&votes);
    assert_eq!(table.means(), [0.0, 1.0 / 3.0, 1.0]);
    // Sums of products: 4, 2 (1-1/3) + 4/3 = 8/3 on both crossings of the first two, 8/9 + 16/9 = 8/3 for the second.
    let found = components(&table, Precision::FULL, None);
    let middle = f64::midpoint(4.0, 8.0 / 3.0);
    let root = ((4.0 - middle).powi(2) + (8.0f64 / 3.0).powi(2)).sqrt();
    assert!((found.strengths[0] - (middle + root)).abs() < 1e-12);
    assert!((found.strengths[1] - (middle - root)).abs() < 1e-12);
    assert!((found.total - 20.0 / 3.0).abs() < 1e-12);
    let direction = &found.directions[0];
    assert!((direction[1] / direction[0] - (middle + root - 4.0) / (8.0 / 3.0)).abs() < 1e-12);
    let places = place::participants(&votes, &table, &found.directions, &[]);
    let expected = direction[0] + 2.0 / 3.0 * direction[1];
    assert!(
        (places[0][0] - expected).abs() < 1e-12,
        "3 columns, 3 votes: no stretch"
    );
    assert!(
        (places[3][0] + direction[0] * 1.5f64.sqrt()).abs() < 1e-12,
        "3 columns, 2 votes"
    );
    let statements = place::statements(&table, &found.directions);
    assert!((statements[0][0] - 3.0f64.sqrt() * direction[0]).abs() < 1e-12);
    assert!(
        place::extremity(statements[2]) < 1e-12,
        "what everyone agrees with is in the middle"
    );
}

#[test]
fn the_latest_vote_counts_whatever_the_order_of_rows() {
    let events = vec![
        event(5, 1, 20, Vote::Disagree),
        event(5, 1, 10, Vote::Agree),
        event(5, 1, 20, Vote::Disagree),
    ];
    let (votes, replaced) = Votes::from_events(events, Limits::default()).unwrap();
    assert_eq!((votes.row(0).1, replaced), (&[-1i8][..], 2));
}

#[test]
fn tests_of_shares_agree_with_figures_from_an_export() {
    // below-100: 6 of 6 in the group; 15 of 16 over all; and a tie of shares.
    assert!((above_half(6, 6) - 2.645_751_311_064_590_7).abs() < 1e-15);
    assert!((above_half(15, 16) - 3.638_034_375_544_994_4).abs() < 1e-15);
    assert!(above_others(1, 3, 3, 7).abs() < f64::EPSILON);
    assert!(above_others(3, 4, 3, 4).abs() < f64::EPSILON, "everyone agrees");
}

#[test]
fn tail_probabilities_agree_with_tables() {
    let known = [
        (0.0, 0.5),
        (1.0, 0.158_655_253_931_457_05),
        (1.959_963_984_540_054, 0.025),
        (4.0, 3.167_124_183_311_992e-5),
    ];
    for (z, p) in known {
        assert!(
            (normal_tail(z) / p - 1.0).abs() < 1e-11,
            "{z}: {}",
            normal_tail(z)
        );
    }
    assert!((normal_tail(8.0) / 6.220_960_574_271_785e-16 - 1.0).abs() < 1e-10);
    assert!((normal_tail(-1.0) + normal_tail(1.0) - 1.0).abs() < 1e-15);
}

#[test]
fn false_discovery_keeps_what_the_textbook_keeps() {
    // Thresholds at 10 % of five: .02 .04 .06 .08 .10. The fourth is the last below its own.
    assert_eq!(
        false_discovery(&[0.01, 0.9, 0.05, 0.07, 0.045], 5, 0.1),
        [true, false, true, true, true]
    );
    assert_eq!(false_discovery(&[0.01], 20, 0.1), [false]);
    let [low, high] = interval(8, 10);
    assert!((low - 0.490).abs() < 1e-3 && (high - 0.943).abs() < 1e-3);
}

#[test]
fn consensus_and_priority_as_by_hand() {
    let votes = four_people();
    let tallies = Tallies::count(&votes, &[Some(0), Some(0), Some(1), Some(1)], 2);
    assert!((group_informed(&tallies, 0) - 3.0 / 4.0 * 1.0 / 4.0).abs() < 1e-15);
    assert!((group_informed(&tallies, 1) - 3.0 / 4.0 * 1.0 / 3.0).abs() < 1e-15);
    let tally = Tally {
        agree: 6,
        disagree: 2,
        pass: 2,
        seen: 10,
    };
    // (1 - 3/12) (1 + 1) 7/12 (1 + 8/4) = 2.625
    assert!((priority(tally, 1.0) - 2.625f64.powi(2)).abs() < 1e-12);
}

#[test]
fn statements_are_drawn_as_often_as_their_priorities_say() {
    let mut router = Router::new((0..150u32).map(|id| (id, 0.05 + f64::from(id % 17))));
    let mut random = Random::new(7);
    for _ in 0..100_000 {
        router.next(|_| false, &mut random);
    }
    let (_, freedom, p) = fit(&router);
    assert!(freedom > 100 && p > 0.01, "p = {p}");
    assert_eq!(
        router.exposures().iter().map(|(_, shown)| shown).sum::<u64>(),
        100_000
    );
}

#[test]
fn nobody_is_shown_what_they_have_seen() {
    let mut router = Router::new([(1, 1.0), (2, 5.0), (3, f64::NAN)]);
    let mut random = Random::new(1);
    for _ in 0..50 {
        assert_eq!(router.next(|id| id != 3, &mut random), Some(3));
    }
    assert_eq!(router.next(|_| true, &mut random), None);
}
