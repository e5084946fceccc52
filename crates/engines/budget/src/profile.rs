//! Ballots as a counting method sees them: equal ballots together, a weight per mark, supporters per project.

use std::collections::HashMap;

use crate::election::{Election, VoteType};
use crate::rule::Utility;

/// Voters with equal ballots form one class; `multiplicity` says how many they are.
///
/// The utility of project `p` for a voter of class `i` is `weight(i, p) * scale(p)`.
#[derive(Clone, Debug)]
pub struct Profile {
    /// How many voters each class holds.
    pub multiplicity: Vec<u32>,
    /// The class of each ballot.
    pub class_of: Vec<u32>,
    starts: Vec<u32>,
    marks: Vec<u32>,
    /// Beside `marks`; empty when every weight is 1.
    weights: Vec<u32>,
    supporter_starts: Vec<u32>,
    supporters: Vec<u32>,
    supporter_weights: Vec<u32>,
    /// What one unit of weight is worth, per project.
    pub scale: Vec<u64>,
    /// Sum of weight times multiplicity over the supporters, per project.
    pub total_weight: Vec<u64>,
    /// How many voters support each project with a positive weight.
    pub votes: Vec<u64>,
    /// The cost of each project.
    pub costs: Vec<u64>,
    /// How many voters there are.
    pub voters: u64,
}

/// After so many ballots it shows whether many are equal.
const WORTH_A_LOOK: usize = 10_000;

/// The utility that `Auto` stands for in this election.
pub fn resolve(election: &Election, utility: Utility) -> Utility {
    match (utility, election.vote_type) {
        (Utility::Auto, VoteType::Ordinal) => Utility::Borda,
        (Utility::Auto, kind) if kind.has_points() => Utility::Points,
        (Utility::Auto, _) => Utility::Cost,
        (utility, _) => utility,
    }
}

/// The weight of the mark at `place` of ballot `ballot` under `utility`.
fn weight(election: &Election, ballot: usize, place: usize, utility: Utility) -> u32 {
    let length = election.ballots.marks(ballot).len();
    let points = election.ballots.points(ballot);
    match utility {
        Utility::Points | Utility::PointsCost if election.vote_type == VoteType::Ordinal => {
            (length - place) as u32
        }
        Utility::Points | Utility::PointsCost if !points.is_empty() => points[place].max(0) as u32,
        Utility::Borda => (length - place - 1) as u32,
        Utility::ThreeTwoOne => (length - place) as u32,
        _ if !points.is_empty() => u32::from(points[place] > 0),
        _ => 1,
    }
}

/// The score of each project: points where ballots carry them, L - place for rankings (Pabulib's `score`), else votes.
/// Where the utility is `Borda`, rankings give L - 1 - place.
pub fn scores(election: &Election, utility: Utility) -> Vec<i64> {
    let last = i64::from(utility == Utility::Borda);
    let mut scores = vec![0; election.projects.len()];
    for ballot in 0..election.ballots.len() {
        let (marks, points) = (election.ballots.marks(ballot), election.ballots.points(ballot));
        for (place, &project) in marks.iter().enumerate() {
            scores[project as usize] += match election.vote_type {
                VoteType::Ordinal => (marks.len() - place) as i64 - last,
                _ if !points.is_empty() => points[place],
                _ => 1,
            };
        }
    }
    scores
}

impl Profile {
    /// Packs the ballots of `election` under `utility`.
    pub fn new(election: &Election, utility: Utility) -> Self {
        let utility = resolve(election, utility);
        // Long ballots are hardly ever equal; then keeping count of equal ones costs more than it saves.
        let mut profile = Self::classes(election, utility, true);
        if profile.multiplicity.len() > profile.class_of.len() * 6 / 10 {
            profile = Self::classes(election, utility, false);
        }
        let projects = election.projects.len();
        profile.costs = election.projects.iter().map(|project| project.cost).collect();
        let by_cost = matches!(utility, Utility::Cost | Utility::PointsCost);
        profile.scale = profile
            .costs
            .iter()
            .map(|&cost| if by_cost { cost.max(1) } else { 1 })
            .collect();
        profile.voters = election.ballots.len() as u64;
        profile.index_supporters(projects);
        profile
    }

    /// Finds equal ballots, if `merge`; gives up where the first of them show that few are equal. Keys are the ballots' marks, sorted, with their weights; zero weights drop out.
    fn classes(election: &Election, utility: Utility, merge: bool) -> Self {
        let mut this = Self::empty();
        let mut known: HashMap<Box<[u64]>, u32> = HashMap::new();
        let mut key: Vec<u64> = Vec::new();
        let count = election.ballots.len();
        this.class_of.reserve_exact(count);
        this.marks.reserve(election.ballots.mark_count());
        let mut uneven = false;
        for ballot in 0..count {
            if merge && ballot == WORTH_A_LOOK && known.len() > WORTH_A_LOOK * 6 / 10 {
                return this;
            }
            key.clear();
            for (place, &project) in election.ballots.marks(ballot).iter().enumerate() {
                let weight = weight(election, ballot, place, utility);
                if weight > 0 {
                    key.push(u64::from(project) << 32 | u64::from(weight));
                    uneven |= weight != 1;
                }
            }
            key.sort_unstable();
            if merge && let Some(&class) = known.get(key.as_slice()) {
                this.multiplicity[class as usize] += 1;
                this.class_of.push(class);
                continue;
            }
            let class = this.multiplicity.len() as u32;
            if merge {
                known.insert(key.clone().into_boxed_slice(), class);
            }
            this.multiplicity.push(1);
            this.class_of.push(class);
            this.marks.extend(key.iter().map(|entry| (entry >> 32) as u32));
            if uneven || !this.weights.is_empty() {
                // All marks before the first uneven one weigh 1.
                this.weights.resize(this.marks.len() - key.len(), 1);
                this.weights.extend(key.iter().map(|&entry| entry as u32));
            }
            this.starts.push(this.marks.len() as u32);
        }
        this
    }

    fn empty() -> Self {
        Self {
            multiplicity: Vec::new(),
            class_of: Vec::new(),
            starts: vec![0],
            marks: Vec::new(),
            weights: Vec::new(),
            supporter_starts: Vec::new(),
            supporters: Vec::new(),
            supporter_weights: Vec::new(),
            scale: Vec::new(),
            total_weight: Vec::new(),
            votes: Vec::new(),
            costs: Vec::new(),
            voters: 0,
        }
    }

    fn index_supporters(&mut self, projects: usize) {
        let mut starts = vec![0u32; projects + 1];
        for &project in &self.marks {
            starts[project as usize + 1] += 1;
        }
        for project in 0..projects {
            starts[project + 1] += starts[project];
        }
        let mut next = starts.clone();
        self.supporters = vec![0; self.marks.len()];
        self.supporter_weights = vec![0; self.weights.len()];
        self.total_weight = vec![0; projects];
        self.votes = vec![0; projects];
        for class in 0..self.multiplicity.len() {
            let many = u64::from(self.multiplicity[class]);
            for at in self.starts[class] as usize..self.starts[class + 1] as usize {
                let project = self.marks[at] as usize;
                let slot = next[project] as usize;
                next[project] += 1;
                self.supporters[slot] = class as u32;
                let weight = self.weights.get(at).copied().unwrap_or(1);
                if !self.weights.is_empty() {
                    self.supporter_weights[slot] = weight;
                }
                self.total_weight[project] += many * u64::from(weight);
                self.votes[project] += many;
            }
        }
        self.supporter_starts = starts;
    }

    /// How many classes there are.
    pub fn classes_len(&self) -> usize {
        self.multiplicity.len()
    }

    /// How many projects there are.
    pub fn projects_len(&self) -> usize {
        self.costs.len()
    }

    /// Whether every weight and every multiplicity is 1.
    pub fn is_plain(&self) -> bool {
        self.weights.is_empty() && self.multiplicity.len() as u64 == self.voters
    }

    /// The projects that class `class` supports, sorted.
    pub fn marks(&self, class: usize) -> &[u32] {
        &self.marks[self.starts[class] as usize..self.starts[class + 1] as usize]
    }

    /// The weight of the mark at `place` of `marks(class)`.
    pub fn weight_at(&self, class: usize, place: usize) -> u32 {
        self.weights
            .get(self.starts[class] as usize + place)
            .copied()
            .unwrap_or(1)
    }

    /// The classes that support `project`, ascending.
    pub fn supporters(&self, project: usize) -> &[u32] {
        &self.supporters[self.supporter_starts[project] as usize..self.supporter_starts[project + 1] as usize]
    }

    /// The classes that support `project`, with their weights.
    pub fn weighted_supporters(&self, project: usize) -> impl Iterator<Item = (u32, u32)> + '_ {
        let range = self.supporter_range(project);
        let weights = self.supporter_weights.get(range.clone());
        let weight = move |at: usize| weights.map_or(1, |weights| weights[at]);
        self.supporters[range]
            .iter()
            .enumerate()
            .map(move |(at, &class)| (class, weight(at)))
    }

    /// Where the supporters of `project` lie in the list of all.
    pub(crate) fn supporter_range(&self, project: usize) -> std::ops::Range<usize> {
        self.supporter_starts[project] as usize..self.supporter_starts[project + 1] as usize
    }

    pub(crate) fn all_supporters(&self) -> (&[u32], &[u32]) {
        (&self.supporters, &self.supporter_weights)
    }
}
