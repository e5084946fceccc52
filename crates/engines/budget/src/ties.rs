//! Ties: one order for all steps, and a log of every tie that was met.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::election::Election;
use crate::rule::{Rule, TieBreak};

/// The place of each project in the order that breaks ties: a lower place wins.
#[derive(Clone, Debug)]
pub struct TieOrder {
    places: Vec<u32>,
    order: Vec<u32>,
    breaks: Vec<TieBreak>,
    votes: Vec<u64>,
    costs: Vec<u64>,
}

impl TieOrder {
    /// The order that `rule` sets for `election`. `votes` are the counts that "more votes" looks at.
    pub fn new(election: &Election, rule: &Rule, votes: &[u64]) -> Self {
        let costs: Vec<u64> = election.projects.iter().map(|project| project.cost).collect();
        let drawn = drawn_keys(election, rule);
        let id = |p: u32| election.projects[p as usize].id.as_str();
        let mut order: Vec<u32> = (0..costs.len() as u32).collect();
        order.sort_by(|&a, &b| {
            let by = |tie: &TieBreak| match tie {
                TieBreak::Draw => drawn[a as usize].cmp(&drawn[b as usize]),
                TieBreak::IdAsText => id(a).cmp(id(b)),
                TieBreak::LowerId => compare_ids(id(a), id(b)),
                TieBreak::HigherId => compare_ids(id(b), id(a)),
                tie => by_merit(*tie, a, b, &costs, votes),
            };
            rule.ties
                .iter()
                .map(by)
                .find(|o| o.is_ne())
                .unwrap_or_else(|| id(a).cmp(id(b)))
        });
        let mut places = vec![0; order.len()];
        for (place, &project) in order.iter().enumerate() {
            places[project as usize] = place as u32;
        }
        Self {
            places,
            order,
            breaks: rule.ties.clone(),
            votes: votes.to_vec(),
            costs,
        }
    }

    /// The place of a project; the lowest wins.
    pub fn place(&self, project: u32) -> u32 {
        self.places[project as usize]
    }

    /// All projects, the one that wins every tie first.
    pub fn order(&self) -> &[u32] {
        &self.order
    }

    /// What decided between the winner of a tie and the others: the last criterion that was needed.
    pub fn decided_by(&self, winner: u32, tied: &[u32]) -> Decider {
        let mut hardest = 0;
        for &other in tied.iter().filter(|&&p| p != winner) {
            let first = |tie: &TieBreak| match tie {
                TieBreak::LowerCost | TieBreak::HigherCost | TieBreak::MoreVotes => {
                    by_merit(*tie, winner, other, &self.costs, &self.votes).is_ne()
                }
                _ => true,
            };
            hardest = hardest.max(self.breaks.iter().position(first).unwrap_or(self.breaks.len()));
        }
        match self.breaks.get(hardest) {
            Some(TieBreak::LowerCost) => Decider::LowerCost,
            Some(TieBreak::HigherCost) => Decider::HigherCost,
            Some(TieBreak::MoreVotes) => Decider::MoreVotes,
            Some(TieBreak::Draw) => Decider::Draw,
            _ => Decider::Id,
        }
    }
}

fn by_merit(tie: TieBreak, a: u32, b: u32, costs: &[u64], votes: &[u64]) -> Ordering {
    let (a, b) = (a as usize, b as usize);
    match tie {
        TieBreak::LowerCost => costs[a].cmp(&costs[b]),
        TieBreak::HigherCost => costs[b].cmp(&costs[a]),
        TieBreak::MoreVotes => votes[b].cmp(&votes[a]),
        _ => Ordering::Equal,
    }
}

fn compare_ids(a: &str, b: &str) -> Ordering {
    match (a.parse::<u64>(), b.parse::<u64>()) {
        (Ok(x), Ok(y)) => x.cmp(&y).then_with(|| a.cmp(b)),
        (Ok(_), Err(_)) => Ordering::Less,
        (Err(_), Ok(_)) => Ordering::Greater,
        _ => a.cmp(b),
    }
}

/// A key per project by which the public draw sorts.
fn drawn_keys(election: &Election, rule: &Rule) -> Vec<(usize, Vec<u8>)> {
    let seed = rule.draw.seed.as_deref().unwrap_or("");
    let order = &rule.draw.order;
    let key = |id: &str| {
        let place = order.iter().position(|drawn| drawn == id).unwrap_or(order.len());
        (place, Sha256::digest(format!("{seed}\n{id}")).to_vec())
    };
    election.projects.iter().map(|project| key(&project.id)).collect()
}

/// What decided a tie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Decider {
    /// The lower cost.
    LowerCost,
    /// The higher cost.
    HigherCost,
    /// The higher number of votes.
    MoreVotes,
    /// The public draw.
    Draw,
    /// The id; where the rule names a draw as its last resort, this stands for a draw not yet made.
    Id,
}

impl Decider {
    /// A stable word for programs.
    pub fn code(self) -> &'static str {
        match self {
            Self::LowerCost => "lower-cost",
            Self::HigherCost => "higher-cost",
            Self::MoreVotes => "more-votes",
            Self::Draw => "draw",
            Self::Id => "id",
        }
    }
}

/// A tie that was met, in one step of one run.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tie {
    /// The tied projects, in the order of the election.
    pub projects: Vec<u32>,
    /// The one chosen.
    pub chosen: u32,
    /// What decided.
    pub by: Decider,
}

/// Equal ties of all runs together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoggedTie {
    /// The tie.
    pub tie: Tie,
    /// The first and the last run in which it was met, counted from 1.
    pub runs: (u64, u64),
    /// In how many runs it was met.
    pub times: u64,
}

/// Every tie met.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TieLog {
    entries: BTreeMap<Tie, (u64, u64, u64)>,
}

impl TieLog {
    /// Notes a tie of run `run` (counted from 1).
    pub fn note(&mut self, run: u64, tie: &Tie) {
        self.note_times(run, run, 1, tie);
    }

    pub(crate) fn note_times(&mut self, first: u64, last: u64, times: u64, tie: &Tie) {
        if let Some(entry) = self.entries.get_mut(tie) {
            *entry = (entry.0.min(first), entry.1.max(last), entry.2 + times);
        } else {
            self.entries.insert(tie.clone(), (first, last, times));
        }
    }

    /// All ties, those met first at the front.
    pub fn entries(&self) -> Vec<LoggedTie> {
        let entry = |(tie, &(first, last, times)): (&Tie, &(u64, u64, u64))| LoggedTie {
            tie: tie.clone(),
            runs: (first, last),
            times,
        };
        let mut all: Vec<LoggedTie> = self.entries.iter().map(entry).collect();
        all.sort_by_key(|logged| logged.runs.0);
        all
    }

    /// How often ties were met, over all runs.
    pub fn times(&self) -> u64 {
        self.entries.values().map(|entry| entry.2).sum()
    }
}
