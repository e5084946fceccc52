//! One result per set of votes; groups only where there are some; false discoveries under control.

use kapok_opinion::bridging;
use kapok_opinion::centred::Centred;
use kapok_opinion::conversation::Conversation;
use kapok_opinion::groups::agreement::adjusted_rand;
use kapok_opinion::groups::stability::Finding;
use kapok_opinion::live::Live;
use kapok_opinion::map::{self, Map, Options};
use kapok_opinion::pca::{Precision, components};
use kapok_opinion::random::Random;
use kapok_opinion::representative;
use kapok_opinion::synthetic::{Shape, planted, random};
use kapok_opinion::tally::Tallies;
use kapok_opinion::votes::{Limits, Votes};

use crate::shared::{conversation, real_conversation};

const SMALL: Shape = Shape {
    participants: 200,
    statements: 40,
    votes: 5_000,
};

fn map(conversation: &Conversation) -> Map {
    map::kapok(conversation, &Options::default())
}

fn json(map: &Map) -> String {
    serde_json::to_string(map).expect("plain data")
}

#[test]
fn any_order_of_votes_gives_the_same_json_to_the_byte() {
    let (mut events, _) = planted(SMALL, 3);
    let first = json(&map(&conversation(events.clone())));
    let mut order = Random::new(5);
    for _ in 0..5 {
        order.shuffle(&mut events);
        assert!(json(&map(&conversation(events.clone()))) == first);
    }
}

#[test]
fn a_map_that_grew_vote_by_vote_is_the_map_made_at_once() {
    let (events, _) = planted(SMALL, 4);
    let mut live = Live::new(Vec::new(), Limits::default());
    for part in events.chunks(events.len() / 3) {
        part.iter().for_each(|event| live.vote(*event));
        live.map(&Options::default()).unwrap();
    }
    let grown = live.map(&Options::default()).unwrap();
    let at_once = map(&conversation(events));
    assert_eq!(grown.groups, at_once.groups);
    assert!(
        json(&grown) == json(&at_once),
        "axes {:?} and {:?}",
        grown.axes,
        at_once.axes
    );
}

#[test]
fn random_votes_have_no_groups() {
    let shapes = [(60, 30, 1_200), (150, 20, 3_000), (300, 60, 6_000)];
    for seed in 0..12 {
        let (participants, statements, votes) = shapes[seed as usize % 3];
        let events = random(
            Shape {
                participants,
                statements,
                votes,
            },
            seed,
        );
        let map = map(&conversation(events));
        assert!(map.groups.is_empty(), "{seed}: {:?}", map.stability);
        assert_eq!(map.stability.finding, Finding::NoPattern);
    }
}

#[test]
#[ignore = "100 conversations: half a minute"]
fn random_votes_have_no_groups_in_at_least_95_of_100_runs() {
    let shapes = [
        (30, 20, 500),
        (60, 30, 1_200),
        (200, 40, 4_000),
        (500, 100, 15_000),
    ];
    let none = |seed: &u64| {
        let (participants, statements, votes) = shapes[*seed as usize % 4];
        map(&conversation(random(
            Shape {
                participants,
                statements,
                votes,
            },
            *seed,
        )))
        .groups
        .is_empty()
    };
    assert!((0..100).filter(none).count() >= 95);
}

#[test]
fn planted_groups_are_found_and_carry_canonical_numbers() {
    let (events, groups) = planted(
        Shape {
            participants: 2_000,
            statements: 300,
            votes: 120_000,
        },
        1,
    );
    let map = map(&conversation(events));
    assert_eq!(
        (map.stability.k, map.stability.finding),
        (3, Finding::Groups),
        "{:?}",
        map.stability
    );
    assert!(map.groups.windows(2).all(|pair| pair[0].size >= pair[1].size));
    let pairs = map
        .participants
        .iter()
        .filter_map(|one| Some((groups[one.id as usize], one.group? as usize)));
    let (theirs, ours): (Vec<usize>, Vec<usize>) = pairs.unzip();
    assert!(adjusted_rand(&theirs, &ours) > 0.7);
}

#[test]
fn refused_statements_move_nobody() {
    let (events, _) = planted(SMALL, 6);
    let mut with = conversation(events.clone());
    with.statements[3].moderated = -1;
    let refused = with.statements[3].id;
    let without = conversation(
        events
            .into_iter()
            .filter(|event| event.statement != refused)
            .collect(),
    );
    assert_eq!(map(&with).groups, map(&without).groups);
    assert_eq!(map(&with).statements[3].extremity, None);
}

#[test]
fn few_people_get_no_groups_and_no_panic() {
    for participants in 1..12 {
        let (events, _) = planted(
            Shape {
                participants,
                statements: 5,
                votes: participants * 3,
            },
            2,
        );
        assert!(map(&conversation(events)).groups.len() <= 1);
    }
}

/// Under permuted groups almost nothing stands for a group; under the real ones most of what Polis accepts stays.
#[test]
fn representative_statements_vanish_when_groups_are_shuffled() {
    for name in [
        "scoop-hivemind.biodiversity",
        "vtaiwan.uberx",
        "american-assembly.bowling-green",
    ] {
        let Some(conversation) = real_conversation(name) else {
            return;
        };
        let shown: Vec<bool> = conversation
            .votes
            .statements()
            .iter()
            .map(|id| {
                conversation
                    .statement(*id)
                    .is_none_or(|statement| statement.moderated >= 0 && !statement.meta)
            })
            .collect();
        let votes = conversation.votes.keep_columns(&shown);
        let group = |id: &u32| {
            let at = conversation
                .people
                .binary_search_by_key(id, |person| person.id)
                .ok()?;
            conversation.people[at].group.map(|group| group as usize)
        };
        let real: Vec<Option<usize>> = votes.participants().iter().map(group).collect();
        let columns: Vec<usize> = (0..votes.statements().len()).collect();
        let count = |groups: &[Option<usize>]| -> usize {
            let tallies = Tallies::count(&votes, groups, 2);
            representative::lists(&tallies, votes.statements(), &columns)
                .iter()
                .map(Vec::len)
                .sum()
        };
        let polis: usize = {
            let tallies = Tallies::count(&votes, &real, 2);
            let passes = |group, column: &usize| {
                let here = kapok_opinion::polis::representative::compared(&tallies, group, *column);
                [
                    kapok_opinion::tally::Side::Agree,
                    kapok_opinion::tally::Side::Disagree,
                ]
                .iter()
                .any(|side| here.ratio_test(*side) > 1.2816 && here.share_test(*side) > 1.2816)
            };
            (0..2)
                .map(|group| columns.iter().filter(|column| passes(group, column)).count())
                .sum()
        };
        let places: Vec<usize> = (0..real.len()).filter(|row| real[*row].is_some()).collect();
        let mut random = Random::new(1);
        let mut accepted = 0;
        for _ in 0..20 {
            let mut labels: Vec<Option<usize>> = places.iter().map(|row| real[*row]).collect();
            random.shuffle(&mut labels);
            let mut shuffled = vec![None; real.len()];
            places
                .iter()
                .zip(labels)
                .for_each(|(row, label)| shuffled[*row] = label);
            accepted += count(&shuffled);
        }
        let kept = count(&real);
        println!("{name}: real {kept} of {polis}, shuffled {accepted} in 20");
        assert!(accepted <= 10, "{name}: {accepted} in 20");
        assert!(kept * 10 >= polis * 6, "{name}: {kept} of {polis}");
    }
}

/// The factor model against an independent implementation (other start, other stopping).
#[test]
fn support_beyond_leaning_ranks_as_an_independent_implementation_does() {
    for name in [
        "scoop-hivemind.biodiversity",
        "vtaiwan.uberx",
        "american-assembly.bowling-green",
    ] {
        let Some(conversation) = real_conversation(name) else {
            return;
        };
        let path = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../../../shared/data/opinion/expected/"
        );
        let Ok(text) = std::fs::read_to_string(format!("{path}{name}.mf.json")) else {
            return;
        };
        let expected: serde_json::Value = serde_json::from_str(&text).unwrap();
        let list: Vec<f64> = expected["statement_intercept"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one.as_f64().unwrap())
            .collect();
        let votes = &conversation.votes;
        let start = components(&Centred::new(votes), Precision::FULL, None).directions;
        let ours = bridging::factors(votes, &start[0]);
        let correlation = correlation(&ours.statement_intercepts, &list);
        println!(
            "{name}: correlation {correlation:.4} after {} rounds",
            ours.rounds
        );
        assert!(correlation > 0.9, "{name}: {correlation}");
    }
}

fn correlation(left: &[f64], right: &[f64]) -> f64 {
    let mean = |list: &[f64]| list.iter().sum::<f64>() / list.len() as f64;
    let (a, b) = (mean(left), mean(right));
    let sum = |f: &dyn Fn(f64, f64) -> f64| left.iter().zip(right).map(|(x, y)| f(x - a, y - b)).sum::<f64>();
    sum(&|x, y| x * y) / (sum(&|x, _| x * x) * sum(&|_, y| y * y)).sqrt()
}

#[test]
fn rows_of_a_real_conversation_in_any_order_give_the_same() {
    let Some(conversation) = real_conversation("london.youth.policing") else {
        return;
    };
    let first = json(&map(&conversation));
    let votes = &conversation.votes;
    let mut events = Vec::new();
    for row in (0..votes.participants().len()).rev() {
        let (columns, values) = votes.row(row);
        for (column, value) in columns.iter().zip(values) {
            let vote = kapok_opinion::votes::Vote::from_value(*value);
            let (person, statement) = (votes.participants()[row], votes.statements()[*column as usize]);
            events.push(kapok_opinion::votes::Event::new(person, statement, 1, vote));
        }
    }
    let (votes, _) = Votes::from_events(events, Limits::default()).unwrap();
    assert!(
        json(&map(&Conversation {
            votes,
            ..conversation
        })) == first
    );
}
