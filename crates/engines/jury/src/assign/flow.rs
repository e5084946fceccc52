//! Minimum-cost flow by cost scaling: push and relabel with prices that are right up to an error that is divided until it
//! cannot matter (Goldberg, "An efficient implementation of a scaling minimum-cost flow algorithm", J. Algorithms 22, 1997).
//!
//! Costs are whole numbers. They are multiplied by the number of nodes plus one, so that an error below 1 proves the
//! optimum. 128 bits, because the costs of four aims in order of importance share one number.

use std::collections::VecDeque;

/// A number that holds costs and prices.
pub type Cost = i128;

/// How much the error shrinks from phase to phase.
const SHRINK: Cost = 12;

/// An arc to be added to a network.
#[derive(Debug, Clone, Copy)]
pub struct Arc {
    /// Where it begins.
    pub from: u32,
    /// Where it ends.
    pub to: u32,
    /// How much it can carry.
    pub capacity: i32,
    /// What each unit costs.
    pub cost: Cost,
}

/// A network with its flow.
#[derive(Debug)]
pub struct Network {
    /// First arc of each node in the arrays below, one more at the end.
    first: Vec<u32>,
    head: Vec<u32>,
    residual: Vec<i32>,
    cost: Vec<Cost>,
    /// The same arc the other way round.
    reverse: Vec<u32>,
    /// Where the arcs given to `new` stand.
    place: Vec<u32>,
    price: Vec<Cost>,
}

impl Network {
    /// Nodes are numbered from zero.
    pub fn new(nodes: usize, arcs: &[Arc]) -> Self {
        let scale = nodes as Cost + 1;
        let mut first = vec![0u32; nodes + 1];
        for arc in arcs {
            first[arc.from as usize + 1] += 1;
            first[arc.to as usize + 1] += 1;
        }
        for node in 0..nodes {
            first[node + 1] += first[node];
        }
        let mut next = first.clone();
        let size = arcs.len() * 2;
        let mut network = Self {
            first,
            head: vec![0; size],
            residual: vec![0; size],
            cost: vec![0; size],
            reverse: vec![0; size],
            place: Vec::with_capacity(arcs.len()),
            price: vec![0; nodes],
        };
        for arc in arcs {
            let (forward, backward) = (next[arc.from as usize], next[arc.to as usize]);
            next[arc.from as usize] += 1;
            next[arc.to as usize] += 1;
            network.put(forward as usize, arc.to, arc.capacity, arc.cost * scale, backward);
            network.put(backward as usize, arc.from, 0, -arc.cost * scale, forward);
            network.place.push(forward);
        }
        network
    }

    fn put(&mut self, at: usize, head: u32, residual: i32, cost: Cost, reverse: u32) {
        self.head[at] = head;
        self.residual[at] = residual;
        self.cost[at] = cost;
        self.reverse[at] = reverse;
    }

    /// Sends what the nodes have too much of to those that lack it, at least cost. Every amount must find a way.
    pub fn send(&mut self, surplus: &[i32]) {
        let dearest = self.cost.iter().map(|cost| cost.abs()).max().unwrap_or(0);
        self.scale_down(dearest / SHRINK, &mut surplus.to_vec());
    }

    /// Goes on from the optimum of a network with the same nodes and fewer arcs: `carried` says which arcs have flow.
    pub fn resume(&mut self, before: &Network, carried: impl Fn(usize) -> bool) {
        self.price.clone_from(&before.price);
        for arc in 0..self.place.len() {
            if carried(arc) {
                let forward = self.place[arc] as usize;
                self.residual[self.reverse[forward] as usize] = self.residual[forward];
                self.residual[forward] = 0;
            }
        }
        let mut worst = 0;
        for node in 0..self.price.len() {
            for arc in self.first[node] as usize..self.first[node + 1] as usize {
                if self.residual[arc] > 0 {
                    worst = worst.max(-self.reduced(node, arc));
                }
            }
        }
        self.scale_down(worst / SHRINK, &mut vec![0; self.price.len()]);
    }

    fn scale_down(&mut self, first: Cost, excess: &mut [i32]) {
        let mut error = first.max(1);
        loop {
            self.refine(error, excess);
            if error == 1 {
                break;
            }
            error = (error / SHRINK).max(1);
        }
        self.settle_prices();
    }

    /// Makes the prices exact: whole multiples of the scale at which no arc with room is cheaper than its prices say. They
    /// exist because the flow is optimal; those of the last phase are off by less than one multiple, so few change.
    fn settle_prices(&mut self) {
        let nodes = self.price.len();
        let scale = nodes as Cost + 1;
        for price in &mut self.price {
            *price = price.div_euclid(scale) * scale;
        }
        let mut waiting: VecDeque<u32> = (0..nodes as u32).collect();
        let mut is_waiting = vec![true; nodes];
        while let Some(node) = waiting.pop_front() {
            let node = node as usize;
            is_waiting[node] = false;
            for arc in self.first[node] as usize..self.first[node + 1] as usize {
                let head = self.head[arc] as usize;
                let limit = self.cost[arc] + self.price[node];
                if self.residual[arc] > 0 && self.price[head] > limit {
                    self.price[head] = limit;
                    if !std::mem::replace(&mut is_waiting[head], true) {
                        waiting.push_back(head as u32);
                    }
                }
            }
        }
    }

    /// Units that an arc given to `new` carries.
    pub fn carries(&self, arc: usize) -> i32 {
        self.residual[self.reverse[self.place[arc] as usize] as usize]
    }

    /// By how much the prices say that an arc which is not in the network could help, in the network's own
    /// measure. Where it is above 0 for none, the flow is optimal with all of them.
    pub fn gain(&self, from: u32, to: u32, cost: Cost) -> Cost {
        let scale = self.price.len() as Cost + 1;
        self.price[to as usize] - self.price[from as usize] - cost * scale
    }

    fn refine(&mut self, error: Cost, excess: &mut [i32]) {
        for node in 0..self.price.len() {
            for arc in self.first[node] as usize..self.first[node + 1] as usize {
                if self.residual[arc] > 0 && self.reduced(node, arc) < 0 {
                    self.push(node, arc, self.residual[arc], excess);
                }
            }
        }
        let mut current: Vec<u32> = self.first[..self.price.len()].to_vec();
        let mut active: VecDeque<u32> = (0..self.price.len() as u32)
            .filter(|&node| excess[node as usize] > 0)
            .collect();
        let mut relabels = 0;
        while let Some(node) = active.pop_front() {
            relabels += self.discharge(node as usize, error, excess, &mut current, &mut active);
            if relabels > self.price.len() {
                relabels = 0;
                self.lower_prices(error, excess);
                current.copy_from_slice(&self.first[..self.price.len()]);
            }
        }
    }

    fn reduced(&self, node: usize, arc: usize) -> Cost {
        self.cost[arc] + self.price[node] - self.price[self.head[arc] as usize]
    }

    fn push(&mut self, node: usize, arc: usize, amount: i32, excess: &mut [i32]) {
        self.residual[arc] -= amount;
        self.residual[self.reverse[arc] as usize] += amount;
        excess[node] -= amount;
        excess[self.head[arc] as usize] += amount;
    }

    /// Pushes all excess of a node on; returns how often its price fell.
    fn discharge(
        &mut self,
        node: usize,
        error: Cost,
        excess: &mut [i32],
        current: &mut [u32],
        active: &mut VecDeque<u32>,
    ) -> usize {
        let end = self.first[node + 1];
        let mut relabels = 0;
        while excess[node] > 0 {
            if current[node] == end {
                let arcs = self.first[node] as usize..end as usize;
                let best = arcs
                    .filter(|&arc| self.residual[arc] > 0)
                    .map(|arc| self.price[self.head[arc] as usize] - self.cost[arc])
                    .max();
                let Some(best) = best else { return relabels };
                self.price[node] = best - error;
                current[node] = self.first[node];
                relabels += 1;
            }
            let arc = current[node] as usize;
            if self.residual[arc] > 0 && self.reduced(node, arc) < 0 {
                let head = self.head[arc] as usize;
                let was_active = excess[head] > 0;
                self.push(node, arc, excess[node].min(self.residual[arc]), excess);
                if !was_active && excess[head] > 0 {
                    active.push_back(head as u32);
                }
                if self.residual[arc] > 0 {
                    continue;
                }
            }
            current[node] += u32::from(excess[node] > 0);
        }
        relabels
    }

    /// Lowers prices at once as far as each node is from a node that lacks something, counted in errors (Dijkstra's
    /// search with buckets). Without it prices creep down one error at a time.
    fn lower_prices(&mut self, error: Cost, excess: &[i32]) {
        let nodes = self.price.len();
        let far = 4 * nodes + 1;
        let mut distance = vec![far; nodes];
        let mut buckets: Vec<Vec<u32>> = vec![Vec::new()];
        let mut waiting = excess.iter().filter(|&&amount| amount > 0).count();
        for node in 0..nodes {
            if excess[node] < 0 {
                distance[node] = 0;
                buckets[0].push(node as u32);
            }
        }
        let mut done = vec![false; nodes];
        let mut level = 0;
        while level < buckets.len() && waiting > 0 {
            while let Some(node) = buckets[level].pop() {
                let node = node as usize;
                if done[node] || distance[node] != level {
                    continue;
                }
                done[node] = true;
                waiting -= usize::from(excess[node] > 0);
                for arc in self.first[node] as usize..self.first[node + 1] as usize {
                    let back = self.reverse[arc] as usize;
                    let tail = self.head[arc] as usize;
                    if done[tail] || self.residual[back] == 0 {
                        continue;
                    }
                    let steps = self.reduced(tail, back).div_euclid(error) + 1;
                    let reach = usize::try_from(steps).unwrap_or(far).saturating_add(level);
                    if reach < distance[tail].min(far) {
                        distance[tail] = reach;
                        if buckets.len() <= reach {
                            buckets.resize_with(reach + 1, Vec::new);
                        }
                        buckets[reach].push(tail as u32);
                    }
                }
            }
            level += 1;
        }
        let beyond = level.min(far);
        for node in 0..nodes {
            let steps = if done[node] { distance[node] } else { beyond };
            self.price[node] -= steps as Cost * error;
        }
    }
}
