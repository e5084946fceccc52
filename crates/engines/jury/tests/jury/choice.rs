//! The best choice under limits.

use kapok_jury::choose::{ChooseError, Item, Limit, Problem, SearchLimit, choose, clash, prices};
use kapok_jury::random::SplitMix;
use kapok_jury::rank::TieRule;
use proptest::prelude::*;

const ENOUGH: SearchLimit = SearchLimit {
    branches: 1_000_000,
    least: None,
};

fn item(id: usize, score: f64, values: &[String]) -> Item {
    let values = values.iter().map(|value| vec![value.clone()]).collect();
    Item {
        id: format!("E{id}"),
        title: String::new(),
        score,
        values,
        row: id as u64 + 2,
    }
}

fn limit(category: &str, value: Option<&str>, min: u32, max: Option<u32>) -> Limit {
    Limit {
        category: category.to_owned(),
        value: value.map(str::to_owned),
        min,
        max,
        row: 0,
    }
}

fn categories() -> Vec<String> {
    ["region", "topic", "group", "city"].map(str::to_owned).to_vec()
}

/// Entries of 6 regions, 12 topics, 4 groups and many cities.
pub fn award(entries: usize, seed: u64, coarse: bool) -> Vec<Item> {
    let mut random = SplitMix::new(seed);
    (0..entries)
        .map(|id| {
            let region = random.index(6).min(random.index(6));
            let values = [
                format!("region {region}"),
                format!("topic {}", random.index(12)),
                format!("group {}", random.index(4)),
                format!("city {}", random.index(entries * 2 / 3 + 1)),
            ];
            let score = 6.0 + random.normal();
            item(id, if coarse { score.round() } else { score }, &values)
        })
        .collect()
}

#[test]
fn the_choice_and_the_prices_of_a_small_award_are_those_found_by_hand() {
    // Scores 9, 8, 7, 6, 5; regions A A A B C. Three seats; at most 1 of A; at least 1 of C.
    let regions = ["A", "A", "A", "B", "C"];
    let items: Vec<Item> = regions
        .iter()
        .enumerate()
        .map(|(id, region)| item(id, 9.0 - id as f64, &[(*region).to_owned()]))
        .collect();
    let limits = [
        limit("region", Some("A"), 0, Some(1)),
        limit("region", Some("C"), 1, None),
    ];
    let problem = Problem::new(&["region".to_owned()], &items, &limits, 3);
    let choice = choose(&problem, &TieRule::Shared, ENOUGH).unwrap();
    assert_eq!(choice.chosen, [0, 3, 4]);
    assert!(choice.optimal && choice.alternative.is_none());
    assert!((choice.total - 20.0).abs() < 1e-9);
    let prices = prices(&problem, &choice, ENOUGH);
    // Without any limit 9 + 8 + 7; without the first 9 + 8 + 5; without the second nothing changes, for with at most one
    // of A all others are in.
    assert_eq!(prices[0].displaced, [1, 2]);
    assert_eq!(
        prices
            .iter()
            .map(|price| (price.price * 1e6).round() / 1e6)
            .collect::<Vec<_>>(),
        [4.0, 2.0, 0.0]
    );
    assert_eq!(
        (prices[1].displaced.as_slice(), prices[1].admitted.as_slice()),
        ([1].as_slice(), [3].as_slice())
    );
}

#[test]
fn limits_that_cannot_hold_together_are_named() {
    let regions = ["A", "A", "B", "B", "C"];
    let items: Vec<Item> = regions
        .iter()
        .enumerate()
        .map(|(id, region)| item(id, 1.0, &[(*region).to_owned()]))
        .collect();
    let limits = [
        limit("region", Some("C"), 0, Some(1)),
        limit("region", Some("A"), 0, Some(0)),
        limit("region", Some("B"), 0, Some(1)),
    ];
    let problem = Problem::new(&["region".to_owned()], &items, &limits, 3);
    let error = choose(&problem, &TieRule::Shared, ENOUGH).unwrap_err();
    assert_eq!(
        error,
        ChooseError::Clash {
            seats: 3,
            limits: vec![1, 2]
        }
    );
    assert_eq!(clash(&problem, ENOUGH), [1, 2]);
}

#[test]
fn the_best_45_of_273_are_found_and_proven_in_few_branches() {
    for (seed, coarse) in [(1, false), (2, false), (3, true)] {
        let items = award(273, seed, coarse);
        let mut limits: Vec<Limit> = (0..6)
            .map(|region| limit("region", Some(&format!("region {region}")), 5, Some(12)))
            .collect();
        limits.extend((0..12).map(|topic| limit("topic", Some(&format!("topic {topic}")), 2, Some(5))));
        limits.extend((0..4).map(|group| limit("group", Some(&format!("group {group}")), 8, Some(15))));
        limits.push(limit("city", None, 0, Some(1)));
        let problem = Problem::new(&categories(), &items, &limits, 45);
        let choice = choose(&problem, &TieRule::Shared, ENOUGH).unwrap();
        assert!(choice.optimal && problem.is_kept_by(&choice.chosen));
        let prices = prices(&problem, &choice, ENOUGH);
        println!(
            "{} branches, total {}, alternative {}, prices {:?}",
            choice.branches,
            choice.total,
            choice.alternative.is_some(),
            prices.iter().map(|p| p.price).collect::<Vec<_>>()
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn the_choice_is_as_good_as_trying_all(
        seed in any::<u64>(), entries in 1usize..13, seats in 1usize..7, bounds in prop::collection::vec((0u32..3, 0u32..4), 5), coarse in any::<bool>(),
    ) {
        prop_assume!(seats <= entries);
        let items = award(entries, seed, coarse);
        let limits: Vec<Limit> = bounds.iter().enumerate().map(|(at, &(min, more))| {
            let max = (more < 3).then_some(min + more);
            let (category, value) = [("region", "region 0"), ("region", "region 1"), ("topic", "topic 3"), ("group", "group 1"), ("city", "*")][at];
            if value == "*" { limit(category, None, 0, max) } else { limit(category, Some(value), min.saturating_sub(1), max) }
        }).collect();
        let problem = Problem::new(&categories(), &items, &limits, seats);
        let all = (0u32..1 << entries).filter(|set| set.count_ones() as usize == seats).map(|set| {
            (0..entries).filter(|item| set >> item & 1 == 1).collect::<Vec<usize>>()
        }).filter(|chosen| problem.is_kept_by(chosen));
        let values: Vec<i128> = all.map(|chosen| problem.value(&chosen)).collect();
        let best = values.iter().max().copied();
        match choose(&problem, &TieRule::Lot(seed), ENOUGH) {
            Ok(choice) => {
                prop_assert!(choice.optimal && problem.is_kept_by(&choice.chosen));
                prop_assert_eq!(Some(problem.value(&choice.chosen)), best);
                let equals = values.iter().filter(|&&value| Some(value) == best).count();
                prop_assert_eq!(choice.alternative.is_some(), equals > 1);
                for price in prices(&problem, &choice, ENOUGH) {
                    prop_assert!(price.exact && price.price >= 0.0);
                    prop_assert_eq!(price.displaced.len(), price.admitted.len());
                }
            }
            Err(ChooseError::Clash { limits: clashing, .. }) => {
                prop_assert_eq!(best, None);
                let some = |kept: &[usize]| choose(&problem.with_only(kept), &TieRule::Shared, ENOUGH).is_ok();
                prop_assert!(!some(&clashing));
                for &left_out in &clashing {
                    let fewer: Vec<usize> = clashing.iter().copied().filter(|&other| other != left_out).collect();
                    prop_assert!(some(&fewer));
                }
            }
            Err(error) => prop_assert!(false, "{}", error),
        }
    }
}
