//! Maximin support: in each step the project is bought whose costs, with those of all bought before, can be spread
//! over the supporters with the lowest largest load.
//!
//! By the duality of flows and cuts that load is the highest ratio `cost(T) / voters who support something in T` over
//! all subsets T of the projects. It is found exactly: guess a ratio, let a flow of whole numbers say whether every
//! project can be paid at it, take a better T from the cut where not (Dinkelbach's method).

use std::collections::{HashMap, VecDeque};

use crate::exact::Fraction;
use crate::shares::Ground;
use crate::ties::Tie;

/// What the method chose: the projects in order, the ties met. Projects that no longer fit are passed over.
pub(crate) fn maximin(ground: &Ground, progress: &(dyn Fn(u64) + Sync)) -> (Vec<u32>, Vec<Tie>) {
    let profile = ground.profile;
    let mut bought: Vec<u32> = ground.free.to_vec();
    let mut paid: Vec<u32> = Vec::new();
    let mut log = Vec::new();
    let mut left = u128::from(ground.budget);
    let may = |p: &u32| {
        let p = *p as usize;
        ground.eligible[p] && profile.votes[p] > 0 && profile.costs[p] > 0
    };
    // The load of a set only grows with the set: an old value is a lower bound.
    let mut waiting: Vec<(Fraction, u32)> = (0..profile.projects_len() as u32)
        .filter(may)
        .map(|p| {
            (
                Fraction::new(profile.costs[p as usize], profile.votes[p as usize]),
                p,
            )
        })
        .collect();
    let shut = |waiting: &mut Vec<(Fraction, u32)>, project: u32| {
        let group = ground.groups[project as usize];
        waiting.retain(|(_, p)| *p != project && (group.is_none() || ground.groups[*p as usize] != group));
    };
    ground
        .free
        .iter()
        .for_each(|&project| shut(&mut waiting, project));
    loop {
        waiting.retain(|(_, p)| u128::from(profile.costs[*p as usize]) <= left);
        waiting.sort();
        let mut best: Option<Fraction> = None;
        let mut tied = Vec::new();
        for (bound, project) in &mut waiting {
            if best.as_ref().is_some_and(|best| &*bound > best) {
                break;
            }
            paid.push(*project);
            *bound = load(ground, &paid);
            paid.pop();
            progress(1);
            match best.as_ref().map(|best| (*bound).cmp(best)) {
                None | Some(std::cmp::Ordering::Less) => (best, tied) = (Some(bound.clone()), vec![*project]),
                Some(std::cmp::Ordering::Equal) => tied.push(*project),
                Some(std::cmp::Ordering::Greater) => {}
            }
        }
        let Some(&chosen) = tied.iter().min_by_key(|&&p| ground.ties.place(p)) else {
            return (bought, log);
        };
        if tied.len() > 1 {
            tied.sort_unstable();
            log.push(Tie {
                by: ground.ties.decided_by(chosen, &tied),
                chosen,
                projects: tied,
            });
        }
        left -= u128::from(profile.costs[chosen as usize]);
        shut(&mut waiting, chosen);
        paid.push(chosen);
        bought.push(chosen);
    }
}

/// The lowest largest load with which `projects` can be paid by their supporters.
fn load(ground: &Ground, projects: &[u32]) -> Fraction {
    let profile = ground.profile;
    let mut place = vec![u32::MAX; profile.projects_len()];
    projects
        .iter()
        .enumerate()
        .for_each(|(at, &p)| place[p as usize] = at as u32);
    let mut voters: HashMap<Vec<u32>, i128> = HashMap::new();
    for class in 0..profile.classes_len() {
        let signature: Vec<u32> = profile
            .marks(class)
            .iter()
            .map(|&p| place[p as usize])
            .filter(|&at| at != u32::MAX)
            .collect();
        if !signature.is_empty() {
            *voters.entry(signature).or_default() += i128::from(profile.multiplicity[class]);
        }
    }
    let mut groups: Vec<(Vec<u32>, i128)> = voters.into_iter().collect();
    groups.sort();
    let costs: Vec<i128> = projects
        .iter()
        .map(|&p| i128::from(profile.costs[p as usize]))
        .collect();
    let mut chosen: Vec<bool> = vec![true; projects.len()];
    loop {
        let money: i128 = (0..costs.len()).filter(|&p| chosen[p]).map(|p| costs[p]).sum();
        let touched = |signature: &[u32]| signature.iter().any(|&p| chosen[p as usize]);
        let many: i128 = groups
            .iter()
            .filter(|(signature, _)| touched(signature))
            .map(|(_, many)| many)
            .sum();
        let mut flow = Flow::new(&costs, &groups, money, many);
        match flow.unpaid() {
            None => return Fraction::new(money, many),
            Some(better) => chosen = better,
        }
    }
}

/// A flow from a source over projects and groups of voters to a sink. Project `p` must pass `cost * many`, a voter
/// can take `money`: so each voter takes at most `money / many`.
struct Flow {
    /// Edges as (to, room left); an edge and its reverse are neighbours.
    edges: Vec<(u32, i128)>,
    out: Vec<Vec<u32>>,
    projects: usize,
    sink: usize,
}

impl Flow {
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
            flow.edge(0, 1 + p, cost * many);
        }
        for (g, (signature, voters)) in groups.iter().enumerate() {
            signature
                .iter()
                .for_each(|&p| flow.edge(1 + p as usize, 1 + projects + g, i128::MAX / 4));
            flow.edge(1 + projects + g, sink, voters * money);
        }
        flow
    }

    fn edge(&mut self, from: usize, to: usize, room: i128) {
        self.out[from].push(self.edges.len() as u32);
        self.edges.push((to as u32, room));
        self.out[to].push(self.edges.len() as u32);
        self.edges.push((from as u32, 0));
    }

    /// Sends all that can be sent (Dinic). If some project stays unpaid: the projects on the source's side of the cut.
    fn unpaid(&mut self) -> Option<Vec<bool>> {
        loop {
            let level = self.levels();
            if level[self.sink] == u32::MAX {
                let open = self.out[0].iter().any(|&edge| self.edges[edge as usize].1 > 0);
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
                if room > 0 && level[to as usize] == u32::MAX {
                    level[to as usize] = level[node] + 1;
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
            if room > 0 && level[to as usize] == level[node] + 1 {
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
            .unwrap_or(0);
        for &edge in &path {
            self.edges[edge as usize].1 -= amount;
            self.edges[edge as usize ^ 1].1 += amount;
        }
        true
    }
}
