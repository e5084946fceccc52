//! Ballots from a seeded model, for benchmarks and for teaching: nothing of it comes from real people.
//!
//! Voters and projects lie on a square; a voter marks the projects that are near and liked. Appeal falls off along the
//! projects as in real elections. Same numbers and seed, same file, on every machine.

use rand_chacha::ChaCha12Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use crate::election::{Ballots, Election, Project, VoteType};

/// What to simulate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Model {
    /// How many voters.
    pub voters: u32,
    /// How many projects.
    pub projects: u32,
    /// How many marks a voter may give at most; on average a little less are given.
    pub most_marks: u32,
    /// The budget, in whole units.
    pub budget: u64,
    /// The kind of ballot.
    pub vote_type: VoteType,
    /// The seed.
    pub seed: u64,
}

/// A number from 0 up to, not including, `limit`.
fn below(random: &mut impl Rng, limit: u64) -> u64 {
    // The bias is under limit / 2^64: without meaning for a simulation.
    ((u128::from(random.next_u64()) * u128::from(limit)) >> 64) as u64
}

/// Makes an election by `model`.
pub fn simulate(model: &Model) -> Election {
    let mut random = ChaCha12Rng::seed_from_u64(model.seed);
    let projects: Vec<Project> = (0..model.projects)
        .map(|index| project(model, index, &mut random))
        .collect();
    let places: Vec<(i64, i64, i64)> = (0..model.projects)
        .map(|index| {
            let appeal = 400_000 / (i64::from(index) + 8);
            (
                below(&mut random, 1000) as i64,
                below(&mut random, 1000) as i64,
                appeal,
            )
        })
        .collect();
    let mut ballots = Ballots::new(Vec::new());
    let most = u64::from(model.most_marks.min(model.projects).max(1));
    let mut ranked: Vec<(i64, u32)> = Vec::new();
    for voter in 0..model.voters {
        let (x, y) = (below(&mut random, 1000) as i64, below(&mut random, 1000) as i64);
        ranked.clear();
        for (index, &(px, py, appeal)) in places.iter().enumerate() {
            let far = ((x - px) * (x - px) + (y - py) * (y - py)) / 40;
            let mood = below(&mut random, 20_000) as i64;
            ranked.push((far - appeal + mood, index as u32));
        }
        // Mostly full ballots: half of the voters use all their marks, the others some.
        let count = if below(&mut random, 2) == 0 {
            most
        } else {
            1 + below(&mut random, most)
        };
        let count = if model.vote_type == VoteType::ChooseOne {
            1
        } else {
            count as usize
        };
        ranked.select_nth_unstable(count - 1);
        ranked.truncate(count);
        ranked.sort_unstable();
        let marks: Vec<u32> = ranked.iter().map(|&(_, project)| project).collect();
        let points: Vec<i64> = if model.vote_type.has_points() {
            (1..=marks.len() as i64).rev().collect()
        } else {
            Vec::new()
        };
        ballots.push(&(voter + 1).to_string(), &marks, &points, &[]);
    }
    Election {
        meta: meta(model),
        budget: model.budget,
        vote_type: model.vote_type,
        projects,
        ballots,
    }
}

fn project(model: &Model, index: u32, random: &mut impl Rng) -> Project {
    let largest = (model.budget / 6).max(2);
    let cost = 1 + below(random, largest) * (1 + below(random, 100)) / 100;
    let districts = ["North", "East", "South", "West"];
    let district = districts[below(random, 4) as usize];
    let topics = ["green", "streets", "culture", "sport", "schools"];
    let topic = topics[below(random, 5) as usize];
    let more = [
        ("votes", "0".to_owned()),
        ("name", format!("Project {}", index + 1)),
        ("category", topic.into()),
        ("district", district.into()),
    ];
    Project {
        id: (index + 1).to_string(),
        cost,
        more: more
            .into_iter()
            .map(|(key, text)| (key.to_owned(), text))
            .collect(),
    }
}

fn meta(model: &Model) -> Vec<(String, String)> {
    let most_marks = if model.vote_type == VoteType::ChooseOne {
        1
    } else {
        model.most_marks
    };
    let mut meta = vec![
        ("description", format!("Simulated election, seed {}", model.seed)),
        ("country", "Worldwide".into()),
        ("unit", "Simulated City".into()),
        ("instance", "simulated".into()),
        ("num_projects", model.projects.to_string()),
        ("num_votes", model.voters.to_string()),
        ("budget", model.budget.to_string()),
        ("vote_type", model.vote_type.word().into()),
        ("rule", "unknown".into()),
        ("date_begin", "2026".into()),
        ("date_end", "2026".into()),
        ("min_length", "1".into()),
        ("max_length", most_marks.to_string()),
    ];
    if model.vote_type == VoteType::Cumulative {
        let most = u64::from(model.most_marks);
        meta.push(("max_sum_points", (most * (most + 1) / 2).to_string()));
    }
    meta.push(("experimental", "1".into()));
    meta.into_iter()
        .map(|(key, value)| (key.to_owned(), value))
        .collect()
}
