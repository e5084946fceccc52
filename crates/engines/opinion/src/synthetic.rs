//! Made-up conversations with known groups, to measure speed and whether groups are found.
//!
//! The recipe: three groups of 50, 30 and 20 % around three points of a plane of opinions, each person a little away from
//! their group's point (standard deviation 0.6); each statement has a direction in that plane and an offset (mean 0.4, so
//! people agree more often than not); how often people vote is log-normal (sigma 1.1); 15 % of the votes are passes; noise
//! from a logistic distribution of scale 0.6 decides the rest.

use crate::random::Random;
use crate::votes::{Event, Vote};

/// Where the groups' middles are, and their shares.
const GROUPS: [([f64; 2], f64); 3] = [([1.2, 0.0], 0.5), ([-1.0, 0.9], 0.3), ([-0.6, -1.3], 0.2)];

/// Size of a conversation to make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// People.
    pub participants: usize,
    /// Statements.
    pub statements: usize,
    /// Votes, about.
    pub votes: usize,
}

/// Votes with three planted groups, and the group of each participant.
pub fn planted(shape: Shape, seed: u64) -> (Vec<Event>, Vec<usize>) {
    let mut random = Random::new(seed);
    let statements: Vec<[f64; 3]> = (0..shape.statements)
        .map(|_| [random.normal(), random.normal(), 0.4 + 0.8 * random.normal()])
        .collect();
    let activity = activity(shape, &mut random);
    let (mut events, mut groups) = (Vec::with_capacity(shape.votes + shape.participants), Vec::new());
    for (person, votes) in (0u32..).zip(activity) {
        let group = pick(random.unit());
        let middle = GROUPS[group].0;
        let place = [
            middle[0] + 0.6 * random.normal(),
            middle[1] + 0.6 * random.normal(),
        ];
        groups.push(group);
        for statement in some(shape.statements, votes, &mut random) {
            let [first, second, offset] = statements[statement];
            let chance = random.unit().clamp(1e-12, 1.0 - 1e-12);
            let noise = 0.6 * (chance / (1.0 - chance)).ln();
            let vote = match random.unit() < 0.15 {
                true => Vote::Pass,
                false if first * place[0] + second * place[1] + offset + noise > 0.0 => Vote::Agree,
                false => Vote::Disagree,
            };
            events.push(Event::new(person, u32::try_from(statement).unwrap_or(0), 0, vote));
        }
    }
    (events, groups)
}

/// Votes without any opinion behind: each statement has its own shares of agree, disagree and pass, the same for everyone.
pub fn random(shape: Shape, seed: u64) -> Vec<Event> {
    let mut random = Random::new(seed);
    let shares: Vec<f64> = (0..shape.statements).map(|_| 0.1 + 0.8 * random.unit()).collect();
    let activity = activity(shape, &mut random);
    let mut events = Vec::with_capacity(shape.votes + shape.participants);
    for (person, votes) in (0u32..).zip(activity) {
        for statement in some(shape.statements, votes, &mut random) {
            let vote = match (random.unit() < 0.15, random.unit() < shares[statement]) {
                (true, _) => Vote::Pass,
                (_, true) => Vote::Agree,
                _ => Vote::Disagree,
            };
            events.push(Event::new(person, u32::try_from(statement).unwrap_or(0), 0, vote));
        }
    }
    events
}

fn pick(chance: f64) -> usize {
    if chance < GROUPS[0].1 {
        0
    } else if chance < GROUPS[0].1 + GROUPS[1].1 {
        1
    } else {
        2
    }
}

/// How often each person votes: log-normal, at least once, together about as many as wanted.
fn activity(shape: Shape, random: &mut Random) -> Vec<usize> {
    let raw: Vec<f64> = (0..shape.participants)
        .map(|_| (1.1 * random.normal()).exp())
        .collect();
    let most = crate::centred::number(shape.statements);
    let wanted = crate::centred::number(shape.votes);
    // The most active meet the number of statements; what they lose goes to the others.
    let together = |scale: f64| raw.iter().map(|one| (one * scale).clamp(1.0, most)).sum::<f64>();
    let (mut low, mut high) = (0.0, most * 1e4);
    for _ in 0..100 {
        let middle = f64::midpoint(low, high);
        if together(middle) < wanted {
            low = middle
        } else {
            high = middle
        }
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 1 and the number of statements"
    )]
    let votes = |one: &f64| (one * high).clamp(1.0, most) as usize;
    raw.iter().map(votes).collect()
}

/// Some of the statements, each once.
fn some(all: usize, wanted: usize, random: &mut Random) -> Vec<usize> {
    // Floyd's sampling keeps memory at the number wanted.
    let mut chosen = std::collections::BTreeSet::new();
    for last in all - wanted.min(all)..all {
        let here = random.below(last + 1);
        chosen.insert(if chosen.contains(&here) { last } else { here });
    }
    chosen.into_iter().collect()
}
