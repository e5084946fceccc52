//! Who reviews what.

use kapok_jury::assign::{
    Assignment, Entry, Match, Origin, Pairs, Refusal, Reviewer, Rules, assign, components,
};
use kapok_jury::random::SplitMix;
use proptest::prelude::*;

/// A made-up award: entries and reviewers of some countries, cities, languages and fields.
fn award(entries: usize, reviewers: usize, countries: u64, seed: u64) -> (Vec<Entry>, Vec<Reviewer>) {
    let mut random = SplitMix::new(seed);
    let mut origin = || {
        let country = random.below(countries);
        let city = random.below(5);
        Origin {
            country: format!("country {country}"),
            city: format!("city {country}.{city}"),
            employer: format!("employer {}", random.below(countries * 20)),
            region: format!("region {}", country % 5),
        }
    };
    let origins: Vec<Origin> = (0..entries + reviewers).map(|_| origin()).collect();
    let languages = ["en", "es", "zh", "ar"];
    let mut of_entry = |index: usize| Entry {
        id: format!("E{index}"),
        origin: origins[index].clone(),
        languages: vec![languages[random.index(4).saturating_sub(random.index(3))].to_owned()],
        fields: vec![
            format!("field {}", random.below(12)),
            format!("field {}", random.below(12)),
        ],
        conflicts: (0..random.index(3))
            .map(|_| format!("R{}", random.index(reviewers)))
            .collect(),
        ..Entry::default()
    };
    let of_entries = (0..entries).map(&mut of_entry).collect();
    let mut of_reviewer = |index: usize| Reviewer {
        id: format!("R{index}"),
        origin: origins[entries + index].clone(),
        languages: vec!["en".to_owned(), languages[random.index(4)].to_owned()],
        fields: (0..3).map(|_| format!("field {}", random.below(12))).collect(),
        ..Reviewer::default()
    };
    let of_reviewers = (0..reviewers).map(&mut of_reviewer).collect();
    (of_entries, of_reviewers)
}

fn assert_rules_hold(entries: &[Entry], reviewers: &[Reviewer], rules: &Rules, assignment: &Assignment) {
    let pairs = Pairs::new(entries, reviewers, rules);
    let mut loads = vec![0; reviewers.len()];
    for (entry, list) in assignment.reviewers.iter().enumerate() {
        assert!(list.len() <= rules.per_entry as usize);
        assert!(
            list.windows(2).all(|two| two[0] < two[1]),
            "nobody reviews an entry twice"
        );
        for &reviewer in list {
            loads[reviewer] += 1;
            let (e, r) = (&entries[entry], &reviewers[reviewer]);
            assert!(!(rules.country && !e.origin.country.is_empty() && e.origin.country == r.origin.country));
            assert!(!(rules.city && !e.origin.city.is_empty() && e.origin.city == r.origin.city));
            assert!(
                !(rules.employer && !e.origin.employer.is_empty() && e.origin.employer == r.origin.employer)
            );
            assert!(
                !e.conflicts.contains(&r.id) && !r.conflicts.contains(&e.id) && !e.authors.contains(&r.id)
            );
            assert_eq!(pairs.refusal(entry, reviewer), None);
        }
        let own = list
            .iter()
            .filter(|&&reviewer| entries[entry].origin.region == reviewers[reviewer].origin.region);
        assert!(!rules.one_of_region || own.count() <= 1);
    }
    assert_eq!(loads, assignment.loads);
    assert!(
        loads
            .iter()
            .enumerate()
            .all(|(reviewer, &load)| load <= pairs.cap(reviewer))
    );
}

#[test]
fn an_award_of_273_entries_is_served_evenly_and_connected() {
    let (entries, reviewers) = award(273, 24, 24, 1);
    let rules = Rules {
        one_of_region: true,
        ..Rules::new(3)
    };
    let assignment = assign(&entries, &reviewers, &rules).unwrap();
    assert_rules_hold(&entries, &reviewers, &rules, &assignment);
    println!("{:?}", Quality(&assignment));
    assert!(assignment.quality.connected);
}

struct Quality<'a>(&'a Assignment);
impl std::fmt::Debug for Quality<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} short {}", self.0.quality, self.0.shortages.len())
    }
}

#[test]
#[ignore = "takes some seconds: run it when the solver changes"]
fn ten_thousand_entries_are_assigned() {
    let (entries, reviewers) = award(10_000, 1_000, 60, 1);
    let rules = Rules {
        one_of_region: true,
        ..Rules::new(3)
    };
    let assignment = assign(&entries, &reviewers, &rules).unwrap();
    println!("{:.300}", format!("{:?}", Quality(&assignment)));
    assert_rules_hold(&entries, &reviewers, &rules, &assignment);
}

/// All assignments of a small award that keep the rules: for each the reviewers of each entry.
fn all_assignments(pairs: &Pairs) -> Vec<Vec<Vec<usize>>> {
    let mut all = vec![Vec::new()];
    for entry in 0..pairs.entries() {
        let sets: Vec<Vec<usize>> = (0u32..1 << pairs.reviewers())
            .map(|set| {
                (0..pairs.reviewers())
                    .filter(|reviewer| set >> reviewer & 1 == 1)
                    .collect::<Vec<usize>>()
            })
            .filter(|set| {
                let own = set
                    .iter()
                    .filter(|&&reviewer| pairs.of_own_region(entry, reviewer))
                    .count();
                set.len() <= pairs.per_entry() as usize
                    && own <= 1
                    && set.iter().all(|&reviewer| pairs.may(entry, reviewer))
            })
            .collect();
        all = all
            .iter()
            .flat_map(|before| {
                sets.iter()
                    .map(move |set| [before.as_slice(), std::slice::from_ref(set)].concat())
            })
            .collect();
    }
    let keeps_caps = |lists: &Vec<Vec<usize>>| {
        (0..pairs.reviewers()).all(|reviewer| {
            lists.iter().filter(|list| list.contains(&reviewer)).count() as u32 <= pairs.cap(reviewer)
        })
    };
    all.retain(keeps_caps);
    all
}

/// What counts, in order of importance; smaller is better: reviews missing, how they are spread, evenness, match.
fn worth(pairs: &Pairs, lists: &[Vec<usize>]) -> (i64, i64, i64, i64) {
    let missing: Vec<i64> = lists
        .iter()
        .map(|list| i64::from(pairs.per_entry()) - list.len() as i64)
        .collect();
    let loads = (0..pairs.reviewers())
        .map(|reviewer| lists.iter().filter(|list| list.contains(&reviewer)).count() as i64);
    let penalty = lists
        .iter()
        .enumerate()
        .flat_map(|(entry, list)| list.iter().map(move |&reviewer| pairs.penalty(entry, reviewer)));
    (
        missing.iter().sum(),
        missing.iter().map(|missing| missing * missing).sum(),
        loads.map(|load| load * load).sum(),
        penalty.sum(),
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn a_small_assignment_is_as_good_as_the_best_of_all_and_connected_if_an_equally_even_one_is(
        seed in any::<u64>(), entries in 1usize..5, reviewers in 2usize..5, per_entry in 1u32..4, countries in 2u64..9, one_of_region in any::<bool>(), cap in 1u32..6,
    ) {
        prop_assume!(per_entry as usize <= reviewers);
        let (of_entries, of_reviewers) = award(entries, reviewers, countries, seed);
        let rules = Rules { one_of_region, max_load: (cap < 5).then_some(cap), seed, language: Match::Prefer, ..Rules::new(per_entry) };
        let assignment = assign(&of_entries, &of_reviewers, &rules).unwrap();
        assert_rules_hold(&of_entries, &of_reviewers, &rules, &assignment);
        let pairs = Pairs::new(&of_entries, &of_reviewers, &rules);
        let all = all_assignments(&pairs);
        let best = all.iter().map(|lists| worth(&pairs, lists)).min().unwrap();
        let found = worth(&pairs, &assignment.reviewers);
        prop_assert_eq!((found.0, found.1), (best.0, best.1));
        prop_assert_eq!(assignment.quality.least_mismatch, best.3);
        let groups = |lists: &Vec<Vec<usize>>| components(lists, reviewers).len();
        let fewest = all.iter().filter(|lists| { let worth = worth(&pairs, lists); (worth.0, worth.1, worth.2) == (best.0, best.1, best.2) }).map(groups).min().unwrap();
        if found.2 == best.2 {
            prop_assert!(assignment.quality.as_even_as_possible);
        } else {
            prop_assert!(fewest > 1, "evenness given up although an even assignment is connected");
        }
        prop_assert!(assignment.quality.components.len() <= fewest, "{} groups, {} possible", assignment.quality.components.len(), fewest);
        for shortage in &assignment.shortages {
            let refused: usize = shortage.refused.iter().map(|(_, count)| count).sum();
            prop_assert_eq!(refused + shortage.may, reviewers);
        }
    }

    #[test]
    fn no_rule_is_ever_broken(
        seed in any::<u64>(), entries in 1usize..80, reviewers in 1usize..30, per_entry in 1u32..5, countries in 1u64..40, one_of_region in any::<bool>(), cap in prop::option::of(1u32..40),
    ) {
        prop_assume!(per_entry as usize <= reviewers);
        let (of_entries, of_reviewers) = award(entries, reviewers, countries, seed);
        let rules = Rules { one_of_region, max_load: cap, seed, ..Rules::new(per_entry) };
        let assignment = assign(&of_entries, &of_reviewers, &rules).unwrap();
        assert_rules_hold(&of_entries, &of_reviewers, &rules, &assignment);
        prop_assert_eq!(&assign(&of_entries, &of_reviewers, &rules).unwrap(), &assignment);
    }

    #[test]
    fn without_conflicts_loads_are_within_one_and_the_overlap_is_connected(
        entries in 2usize..60, reviewers in 2usize..20, per_entry in 2u32..5, seed in any::<u64>(),
    ) {
        prop_assume!(per_entry as usize <= reviewers && entries * per_entry as usize >= entries + reviewers - 1);
        let of_entries: Vec<Entry> = (0..entries).map(|at| Entry { id: format!("E{at}"), ..Entry::default() }).collect();
        let of_reviewers: Vec<Reviewer> = (0..reviewers).map(|at| Reviewer { id: format!("R{at}"), ..Reviewer::default() }).collect();
        let quality = assign(&of_entries, &of_reviewers, &Rules { seed, ..Rules::new(per_entry) }).unwrap().quality;
        prop_assert!(quality.balanced && quality.connected && quality.assigned == quality.wanted);
    }
}

#[test]
fn an_entry_that_nobody_may_review_is_named_with_the_reasons() {
    let entry = |id: &str, country: &str| Entry {
        id: id.to_owned(),
        origin: Origin {
            country: country.to_owned(),
            ..Origin::default()
        },
        languages: vec!["zh".to_owned()],
        ..Entry::default()
    };
    let reviewer = |id: &str, country: &str, language: &str| Reviewer {
        id: id.to_owned(),
        origin: Origin {
            country: country.to_owned(),
            ..Origin::default()
        },
        languages: vec![language.to_owned()],
        ..Reviewer::default()
    };
    let entries = [entry("E1", "Perú"), entry("E2", "Chile")];
    let reviewers = [
        reviewer("R1", "PERU", "zh"),
        reviewer("R2", "Kenya", "en"),
        reviewer("R3", "", "ZH"),
    ];
    let assignment = assign(&entries, &reviewers, &Rules::new(2)).unwrap();
    assert_eq!(assignment.reviewers, [vec![2], vec![0, 2]]);
    assert_eq!(assignment.shortages.len(), 1);
    assert_eq!(
        assignment.shortages[0].refused,
        [(Refusal::Country, 1), (Refusal::Language, 1)]
    );
}

#[test]
fn authors_and_declared_conflicts_from_either_side_are_kept() {
    let entries = [Entry {
        id: "E1".into(),
        authors: vec!["R1".into()],
        conflicts: vec!["R2".into()],
        ..Entry::default()
    }];
    let reviewers = ["R1", "R2", "R3", "R4"].map(|id| Reviewer {
        id: id.into(),
        conflicts: if id == "R3" { vec!["E1".into()] } else { Vec::new() },
        ..Reviewer::default()
    });
    let assignment = assign(&entries, &reviewers, &Rules::new(1)).unwrap();
    assert_eq!(assignment.reviewers, [vec![3]]);
}
