//! Maximin support: in each step the project is bought whose costs, with those of all bought before, can be spread
//! over the supporters with the lowest largest load.
//!
//! By the duality of flows and cuts that load is the highest ratio `cost(T) / voters who support something in T` over
//! all subsets T of the projects. It is found exactly: guess a ratio, let a flow of whole numbers say whether every
//! project can be paid at it, take a better T from the cut where not (Dinkelbach's method).

use std::collections::{HashMap, VecDeque};
use std::ops::{AddAssign, SubAssign};

use crate::exact::Fraction;
use crate::profile::Profile;
use crate::purchases::Purchases;
use crate::shares::Ground;
use crate::ties::Tie;

/// What the method chose: the projects in order, the ties met. Projects that no longer fit are passed over.
pub(crate) fn maximin(ground: &Ground, progress: &(dyn Fn(u64) + Sync)) -> (Vec<u32>, Vec<Tie>) {
    let mut this = Counter::new(ground);
    while this.step() {
        progress(this.purchases.bought.len() as u64);
    }
    (this.purchases.bought, this.purchases.log)
}

struct Counter<'a> {
    profile: &'a Profile,
    purchases: Purchases<'a>,
    /// The projects bought at a cost.
    paid: Vec<u32>,
    /// Voters who support the same of them are one group: the group of each class, and for each group the places in
    /// `paid`. Group 0 supports none.
    group_of: Vec<u32>,
    groups: Vec<Vec<u32>>,
    /// The load that each project had when it was last looked at, and the projects that cause it. Loads only grow with
    /// the projects bought, so an old load is a lower bound.
    bounds: Vec<(Fraction, Vec<u32>)>,
}

impl<'a> Counter<'a> {
    fn new(ground: &'a Ground<'a>) -> Self {
        let profile = ground.profile;
        let alone = |p: usize| {
            let load = Fraction::new(profile.costs[p], profile.votes[p].max(1));
            (load, vec![p as u32])
        };
        Self {
            profile,
            purchases: Purchases::new(ground),
            paid: Vec::new(),
            group_of: vec![0; profile.classes_len()],
            groups: vec![Vec::new()],
            bounds: (0..profile.projects_len()).map(alone).collect(),
        }
    }

    /// Buys one project; false when there is none.
    fn step(&mut self) -> bool {
        let mut waiting = self.purchases.candidates();
        waiting.sort_by(|&a, &b| self.bounds[a].0.cmp(&self.bounds[b].0).then(a.cmp(&b)));
        let mut best: Option<Fraction> = None;
        let mut tied = Vec::new();
        for project in waiting {
            if best.as_ref().is_some_and(|best| self.bounds[project].0 > *best) {
                break;
            }
            self.look_at(project, best.as_ref());
            let load = &self.bounds[project].0;
            match best.as_ref().map(|best| load.cmp(best)) {
                None | Some(std::cmp::Ordering::Less) => {
                    (best, tied) = (Some(load.clone()), vec![project as u32])
                }
                Some(std::cmp::Ordering::Equal) => tied.push(project as u32),
                Some(std::cmp::Ordering::Greater) => {}
            }
        }
        let chosen = self.purchases.first_of(tied);
        chosen.inspect(|&project| self.buy(project)).is_some()
    }

    fn buy(&mut self, project: u32) {
        let place = self.paid.len() as u32;
        self.paid.push(project);
        self.purchases.buy(project);
        let mut moved: HashMap<u32, u32> = HashMap::new();
        for &class in self.profile.supporters(project as usize) {
            let group = &mut self.group_of[class as usize];
            *group = *moved.entry(*group).or_insert_with(|| {
                let mut places = self.groups[*group as usize].clone();
                places.push(place);
                self.groups.push(places);
                self.groups.len() as u32 - 1
            });
        }
    }

    /// Finds the load of `project` with all that is bought: the lowest largest one. Ends early, with a lower bound, once
    /// that is above `best`.
    fn look_at(&mut self, project: usize, best: Option<&Fraction>) {
        let network = self.network(project);
        let mut chosen: Vec<bool> = network
            .projects
            .iter()
            .map(|p| self.bounds[project].1.contains(p))
            .collect();
        // The old cause, with the voters of today; or everything, if that weighs more.
        let everything = vec![true; chosen.len()];
        let (one, all) = (network.load(&chosen), network.load(&everything));
        let mut load = one.clone();
        if all > one {
            (chosen, load) = (everything, all);
        }
        while best.is_none_or(|best| load <= *best) {
            match network.worse(&chosen) {
                None => break,
                Some(worse) => {
                    load = network.load(&worse);
                    chosen = worse;
                }
            }
        }
        let cause = network
            .projects
            .iter()
            .zip(&chosen)
            .filter(|(_, chosen)| **chosen);
        self.bounds[project] = (load, cause.map(|(project, _)| *project).collect());
    }

    /// All that is bought and `project`, with the voters who support any of it.
    fn network(&self, project: usize) -> Network {
        let place = self.paid.len() as u32;
        // Voters of each group who support the project, and who do not.
        let mut voters = vec![(0i128, 0i128); self.groups.len()];
        for (class, &group) in self.group_of.iter().enumerate() {
            voters[group as usize].1 += i128::from(self.profile.multiplicity[class]);
        }
        for &class in self.profile.supporters(project) {
            let many = i128::from(self.profile.multiplicity[class as usize]);
            let both = &mut voters[self.group_of[class as usize] as usize];
            *both = (both.0 + many, both.1 - many);
        }
        let mut groups = Vec::new();
        for (places, (with, without)) in self.groups.iter().zip(voters) {
            if without > 0 && !places.is_empty() {
                groups.push((places.clone(), without));
            }
            if with > 0 {
                let mut places = places.clone();
                places.push(place);
                groups.push((places, with));
            }
        }
        let projects: Vec<u32> = self.paid.iter().copied().chain([project as u32]).collect();
        let cost = |&p: &u32| i128::from(self.profile.costs[p as usize]);
        Network {
            costs: projects.iter().map(cost).collect(),
            projects,
            groups,
        }
    }
}

/// Projects, and groups of voters with the projects that they support (by their places).
struct Network {
    projects: Vec<u32>,
    costs: Vec<i128>,
    groups: Vec<(Vec<u32>, i128)>,
}

impl Network {
    /// What `chosen` cost together, and how many voters support any of them.
    fn weight(&self, chosen: &[bool]) -> (i128, i128) {
        let money = self
            .costs
            .iter()
            .zip(chosen)
            .filter(|(_, chosen)| **chosen)
            .map(|(cost, _)| cost);
        let touched = |places: &[u32]| places.iter().any(|&p| chosen[p as usize]);
        let voters = self
            .groups
            .iter()
            .filter(|(places, _)| touched(places))
            .map(|(_, many)| many);
        (money.sum(), voters.sum())
    }

    /// The load that `chosen` cause at least.
    fn load(&self, chosen: &[bool]) -> Fraction {
        let (money, voters) = self.weight(chosen);
        Fraction::new(money, voters.max(1))
    }

    /// Projects that cause a higher load than `chosen`; none if there are none.
    fn worse(&self, chosen: &[bool]) -> Option<Vec<bool>> {
        let (money, voters) = self.weight(chosen);
        // All that could flow: numbers of half the length take half the memory, and memory is what the search waits for.
        let all = self.costs.iter().sum::<i128>() * voters;
        let takes = self.groups.iter().map(|(_, many)| many).sum::<i128>() * money;
        if all.max(takes) < i128::from(i64::MAX / 4) {
            Flow::<i64>::new(&self.costs, &self.groups, money, voters).unpaid()
        } else {
            Flow::<i128>::new(&self.costs, &self.groups, money, voters).unpaid()
        }
    }
}

/// A flow from a source over projects and groups of voters to a sink. Project `p` must pass `cost * many`, a voter
/// can take `money`: so each voter takes at most `money / many`.
struct Flow<Room> {
    /// Edges as (to, room left); an edge and its reverse are neighbours.
    edges: Vec<(u32, Room)>,
    out: Vec<Vec<u32>>,
    projects: usize,
    sink: usize,
}

/// Whole numbers that a flow is counted in.
trait Whole: Copy + Ord + Default + AddAssign + SubAssign {
    /// More than all that flows.
    const PLENTY: Self;
    /// The number; [`Network::worse`] has seen that it is long enough.
    fn of(number: i128) -> Self;
}

impl Whole for i64 {
    const PLENTY: Self = Self::MAX / 4;
    fn of(number: i128) -> Self {
        number as Self
    }
}

impl Whole for i128 {
    const PLENTY: Self = Self::MAX / 4;
    fn of(number: i128) -> Self {
        number
    }
}

impl<Room: Whole> Flow<Room> {
    fn new(costs: &[i128], groups: &[(Vec<u32>, i128)], money: i128, many: i128) -> Self {
        let projects = costs.len();
        let sink = 1 + projects + groups.len();
        let mut flow = Self {
            edges: Vec::new(),
            out: vec![Vec::new(); sink + 1],
            projects,
            sink,
        };
        for (p, cost) in costs.iter().enumerate() {
            flow.edge(0, 1 + p, Room::of(cost * many));
        }
        for (g, (signature, voters)) in groups.iter().enumerate() {
            signature
                .iter()
                .for_each(|&p| flow.edge(1 + p as usize, 1 + projects + g, Room::PLENTY));
            flow.edge(1 + projects + g, sink, Room::of(voters * money));
        }
        flow
    }

    fn edge(&mut self, from: usize, to: usize, room: Room) {
        self.out[from].push(self.edges.len() as u32);
        self.edges.push((to as u32, room));
        self.out[to].push(self.edges.len() as u32);
        self.edges.push((from as u32, Room::default()));
    }

    /// Sends all that can be sent (Dinic). If some project stays unpaid: the projects on the source's side of the cut.
    fn unpaid(&mut self) -> Option<Vec<bool>> {
        loop {
            let level = self.levels();
            if level[self.sink] == u32::MAX {
                let open = self.out[0]
                    .iter()
                    .any(|&edge| self.edges[edge as usize].1 > Room::default());
                return open.then(|| (0..self.projects).map(|p| level[1 + p] != u32::MAX).collect());
            }
            let mut next = vec![0; self.out.len()];
            while self.send(&level, &mut next) {}
        }
    }

    fn levels(&self) -> Vec<u32> {
        let mut level = vec![u32::MAX; self.out.len()];
        level[0] = 0;
        let mut queue = VecDeque::from([0]);
        while let Some(node) = queue.pop_front() {
            for &edge in &self.out[node] {
                let (to, room) = self.edges[edge as usize];
                if room > Room::default() && level[to as usize] == u32::MAX {
                    level[to as usize] = level[node] + 1;
                    // What is as far as the sink leads nowhere.
                    if to as usize == self.sink {
                        return level;
                    }
                    queue.push_back(to as usize);
                }
            }
        }
        level
    }

    /// Sends along one path; false when none is left at these levels.
    fn send(&mut self, level: &[u32], next: &mut [usize]) -> bool {
        let mut path: Vec<u32> = Vec::new();
        let mut node = 0;
        while node != self.sink {
            let Some(&edge) = self.out[node].get(next[node]) else {
                let Some(back) = path.pop() else { return false };
                node = self.edges[back as usize ^ 1].0 as usize;
                next[node] += 1;
                continue;
            };
            let (to, room) = self.edges[edge as usize];
            if room > Room::default() && level[to as usize] == level[node] + 1 {
                path.push(edge);
                node = to as usize;
            } else {
                next[node] += 1;
            }
        }
        let amount = path
            .iter()
            .map(|&edge| self.edges[edge as usize].1)
            .min()
            .unwrap_or_default();
        for &edge in &path {
            self.edges[edge as usize].1 -= amount;
            self.edges[edge as usize ^ 1].1 += amount;
        }
        true
    }
}
