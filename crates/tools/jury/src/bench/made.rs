//! Awards made up for measuring: regions, countries, cities, languages, fields.

use kapok_jury::assign::{Entry, Origin, Reviewer};
use kapok_jury::choose::{Item, Limit};
use kapok_jury::random::SplitMix;

/// Entries and reviewers of 6 regions and 60 countries; most can be read in English.
pub fn award(entries: usize, reviewers: usize, seed: u64) -> (Vec<Entry>, Vec<Reviewer>) {
    let mut random = SplitMix::new(seed);
    let languages = ["es", "zh", "fr", "ar"];
    let origin = |random: &mut SplitMix| {
        let country = random.index(60);
        Origin {
            country: format!("country {country}"),
            city: format!("city {country}.{}", random.index(6)),
            employer: format!("employer {}", random.index(2_000)),
            region: format!("region {}", country % 6),
        }
    };
    let of_entries = (0..entries)
        .map(|at| Entry {
            id: format!("E{at:05}"),
            origin: origin(&mut random),
            languages: if random.index(6) == 0 {
                vec![languages[random.index(4)].to_owned(), "en".to_owned()]
            } else {
                vec!["en".to_owned()]
            },
            fields: vec![format!("field {}", random.index(12))],
            conflicts: if random.index(4) == 0 {
                vec![format!("R{:04}", random.index(reviewers))]
            } else {
                Vec::new()
            },
            ..Entry::default()
        })
        .collect();
    let of_reviewers = (0..reviewers)
        .map(|at| Reviewer {
            id: format!("R{at:04}"),
            origin: origin(&mut random),
            languages: vec!["en".to_owned(), languages[random.index(4)].to_owned()],
            fields: (0..3).map(|_| format!("field {}", random.index(12))).collect(),
            ..Reviewer::default()
        })
        .collect();
    (of_entries, of_reviewers)
}

/// Names of the categories of [`items`].
pub fn categories() -> Vec<String> {
    ["region", "topic", "group", "city"].map(str::to_owned).to_vec()
}

/// Entries with scores, in regions of unequal size and strength.
pub fn items(count: usize, seed: u64) -> Vec<Item> {
    let mut random = SplitMix::new(seed);
    (0..count)
        .map(|at| {
            let region = random.index(6).min(random.index(6));
            let values = [
                format!("region {region}"),
                format!("topic {}", random.index(12)),
                format!("group {}", random.index(4)),
                format!("city {}", random.index(190)),
            ];
            Item {
                id: format!("E{at:03}"),
                title: String::new(),
                score: 6.0 - 0.15 * region as f64 + random.normal(),
                values: values.map(|value| vec![value]).to_vec(),
                row: at as u64 + 2,
            }
        })
        .collect()
}

/// Limits on regions, topics, groups and cities for 45, 15 or 5 seats.
pub fn limits(seats: usize) -> Vec<Limit> {
    let limit = |category: &str, value: Option<String>, min: usize, max: usize| Limit {
        category: category.to_owned(),
        value,
        min: min as u32,
        max: Some(max as u32),
        row: 0,
    };
    let mut limits = vec![limit("city", None, 0, 1)];
    limits.extend((0..6).map(|region| {
        limit(
            "region",
            Some(format!("region {region}")),
            if seats > 5 { seats / 9 } else { 0 },
            seats / 4 + 1,
        )
    }));
    limits.extend((0..12).map(|topic| {
        limit(
            "topic",
            Some(format!("topic {topic}")),
            if seats > 15 { 2 } else { 0 },
            seats / 9 + 1,
        )
    }));
    limits
        .extend((0..4).map(|group| limit("group", Some(format!("group {group}")), seats / 6, seats / 3 + 1)));
    limits
}
