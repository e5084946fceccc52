//! Who reviews what.

use kapok_jury::assign::{Assignment, Entry, Origin, Pairs, Reviewer, Rules, assign};
use kapok_jury::random::SplitMix;

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
