use std::collections::HashMap;

use super::*;

fn calendar(now: &str) -> Calendar {
    let zone = TimeZone::fixed(jiff::tz::offset(1));
    let now: Timestamp = now.parse().unwrap();
    Calendar {
        today: now.to_zoned_datetime(zone.clone()).date(),
        zone,
        now,
    }
}

/// Where each voice, matter and row stands in the list.
fn places<'a>(list: &[Happening<'a>]) -> (HashMap<usize, usize>, HashMap<&'a str, usize>) {
    let (mut voices, mut begins) = (HashMap::new(), HashMap::new());
    for (at, happening) in list.iter().enumerate() {
        match &happening.what {
            What::Voice(index, _) => assert!(voices.insert(*index, at).is_none()),
            What::Begin(key, _) => assert!(begins.insert(*key, at).is_none()),
            _ => {}
        }
    }
    (voices, begins)
}

#[test]
fn everything_is_in_order_and_nothing_lies_ahead() {
    let content = Content::read().unwrap();
    for now in [
        "2026-03-02T09:00:00Z",
        "2026-10-25T23:30:00Z",
        "2028-02-29T23:00:00.001Z",
    ] {
        let calendar = calendar(now);
        let list = plan(&content, &calendar);
        assert!(list.is_sorted_by_key(|h| h.at));
        assert!(list.iter().all(|h| h.at <= calendar.now), "{now}");
        assert_eq!(
            list.iter().filter(|h| matches!(h.what, What::Voice(..))).count(),
            content.voices.len()
        );
        let (voices, begins) = places(&list);
        assert_eq!(begins.len(), content.matters.len());
        let mut joined = std::collections::HashSet::new();
        for (at, happening) in list.iter().enumerate() {
            match &happening.what {
                What::Begin(_, new) | What::Join(_, new) => {
                    assert!(new.iter().all(|v| voices[v] < at && joined.insert(*v)));
                    assert!(!new.is_empty());
                }
                What::Event(row) | What::Reply(row) | What::Check(row, _) => {
                    assert!(begins[row.matter.as_str()] < at, "{}", happening.origin);
                }
                What::Voice(..) => {}
            }
            if let What::Join(key, _) = happening.what {
                assert!(begins[key] < at);
            }
        }
    }
}

#[test]
fn rows_of_a_matter_keep_the_order_of_the_file() {
    let content = Content::read().unwrap();
    let list = plan(&content, &calendar("2026-03-02T09:00:00Z"));
    let mut last: HashMap<&str, (Origin, Timestamp)> = HashMap::new();
    for happening in &list {
        if let What::Event(row) | What::Check(row, _) = &happening.what {
            let before = last.insert(&row.matter, (happening.origin, happening.at));
            assert!(
                before.is_none_or(|(origin, _)| origin.row <= happening.origin.row),
                "{}",
                happening.origin
            );
        }
    }
}

#[test]
fn nearly_every_voice_of_a_matter_joins_it_within_days() {
    let content = Content::read().unwrap();
    let list = plan(&content, &calendar("2026-03-02T09:00:00Z"));
    let meant = content
        .voices
        .iter()
        .filter(|(_, v)| !v.matter.is_empty())
        .count();
    let joined: usize = list
        .iter()
        .map(|h| match &h.what {
            What::Begin(_, v) | What::Join(_, v) => v.len(),
            _ => 0,
        })
        .sum();
    assert!(joined <= meant && joined + 5 >= meant, "{joined} of {meant}");
}

#[test]
fn residents_check_one_by_one_through_their_day() {
    let content = Content::read().unwrap();
    let list = plan(&content, &calendar("2026-03-02T09:00:00Z"));
    let checks: Vec<_> = list
        .iter()
        .filter_map(|h| match &h.what {
            What::Check(row, words) if row.matter == "a-river-lights" && row.days_ago == 130 => {
                Some((h.at, *words))
            }
            _ => None,
        })
        .collect();
    assert_eq!(checks.len(), 9);
    assert!(checks.windows(2).all(|two| two[0].0 < two[1].0));
    assert!(
        checks[..4].iter().all(|(_, words)| !words.is_empty())
            && checks[4..].iter().all(|(_, w)| w.is_empty())
    );
}
