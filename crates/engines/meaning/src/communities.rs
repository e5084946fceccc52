//! Communities of a graph: parts with more weight inside than chance would put there.
//!
//! The modularity of Newman and Girvan (2004) with the resolution of Reichardt and Bornholdt (2006), raised by the moves
//! of Blondel and others ("Fast unfolding of communities in large networks", 2008); between two levels each community is
//! first put together again from single members, so that it cannot be held together by a member that has left (the
//! refinement of Traag, Waltman and van Eck, "From Louvain to Leiden", 2019, with the best merge instead of a random
//! one). All is done in the order of the nodes with the lowest number winning a tie, so that one graph gives one answer.

use std::collections::VecDeque;

/// An undirected graph with weights.
#[derive(Clone, Debug)]
pub struct Graph {
    /// For each node the nodes it is joined with and the weights; each edge stands with both its nodes.
    edges: Vec<Vec<(u32, f64)>>,
    /// For each node twice the weight inside it (from merging) and the sum of its edges.
    weight: Vec<f64>,
}

impl Graph {
    /// A graph of `n` nodes with these edges (a, b, weight), a different from b; equal pairs add up.
    #[must_use]
    pub fn new(n: usize, list: &[(u32, u32, f64)]) -> Self {
        let mut edges = vec![Vec::new(); n];
        for &(a, b, w) in list {
            edges[a as usize].push((b, w));
            edges[b as usize].push((a, w));
        }
        let weight = edges
            .iter()
            .map(|e: &Vec<(u32, f64)>| e.iter().map(|&(_, w)| w).sum())
            .collect();
        let mut graph = Self { edges, weight };
        graph.tidy();
        graph
    }

    /// Sorts the edges and adds up double ones.
    fn tidy(&mut self) {
        for edges in &mut self.edges {
            edges.sort_unstable_by_key(|&(to, _)| to);
            edges.dedup_by(|next, kept| {
                let same = next.0 == kept.0;
                kept.1 += if same { next.1 } else { 0.0 };
                same
            });
        }
    }

    fn len(&self) -> usize {
        self.edges.len()
    }

    /// One node for each part, with all weights.
    fn merged(&self, part: &[u32], parts: usize) -> Self {
        let mut merged = Self {
            edges: vec![Vec::new(); parts],
            weight: vec![0.0; parts],
        };
        for (node, edges) in self.edges.iter().enumerate() {
            let own = part[node];
            merged.weight[own as usize] += self.weight[node];
            let outside = edges
                .iter()
                .map(|&(to, w)| (part[to as usize], w))
                .filter(|&(to, _)| to != own);
            merged.edges[own as usize].extend(outside);
        }
        merged.tidy();
        merged
    }
}

/// The community of each node, numbered from 0 in the order of their first nodes. Greater resolution, smaller
/// communities.
#[must_use]
pub fn communities(graph: &Graph, resolution: f64) -> Vec<u32> {
    let total: f64 = graph.weight.iter().sum();
    let scale = if total > 0.0 { resolution / total } else { 0.0 };
    let mut level = graph.clone();
    // Where each node of the given graph is in this level.
    let mut place: Vec<u32> = (0..graph.len() as u32).collect();
    let mut start: Vec<u32> = (0..graph.len() as u32).collect();
    loop {
        let mut state = Communities::new(&level, start, scale);
        let moved = state.settle();
        let coarse = state.of;
        let (fine, parts) = numbered(&refined(&level, &coarse, scale));
        if !moved || parts == level.len() {
            return numbered(&place.iter().map(|&p| coarse[p as usize]).collect::<Vec<_>>()).0;
        }
        start = vec![0; parts];
        for (node, &part) in fine.iter().enumerate() {
            start[part as usize] = coarse[node];
        }
        start = numbered(&start).0;
        level = level.merged(&fine, parts);
        for p in &mut place {
            *p = fine[*p as usize];
        }
    }
}

/// Numbers from 0 in the order of first appearance, and how many there are.
fn numbered(of: &[u32]) -> (Vec<u32>, usize) {
    let mut names = vec![u32::MAX; of.iter().max().map_or(0, |&m| m as usize + 1)];
    let mut count = 0;
    let of = of
        .iter()
        .map(|&old| {
            let name = &mut names[old as usize];
            if *name == u32::MAX {
                *name = count;
                count += 1;
            }
            *name
        })
        .collect();
    (of, count as usize)
}

struct Communities<'a> {
    graph: &'a Graph,
    of: Vec<u32>,
    total: Vec<f64>,
    scale: f64,
    /// Weight from the node at hand to each community; only `touched` entries are not zero.
    toward: Vec<f64>,
    touched: Vec<u32>,
}

impl<'a> Communities<'a> {
    fn new(graph: &'a Graph, of: Vec<u32>, scale: f64) -> Self {
        let mut total = vec![0.0; graph.len()];
        for (node, &community) in of.iter().enumerate() {
            total[community as usize] += graph.weight[node];
        }
        Self {
            graph,
            of,
            total,
            scale,
            toward: vec![0.0; graph.len()],
            touched: Vec::new(),
        }
    }

    /// Moves nodes until none gains; whether any moved.
    fn settle(&mut self) -> bool {
        let mut waiting: VecDeque<u32> = (0..self.graph.len() as u32).collect();
        let mut queued = vec![true; self.graph.len()];
        let mut moved = false;
        while let Some(node) = waiting.pop_front() {
            queued[node as usize] = false;
            let old = self.of[node as usize];
            let new = self.best(node, |_| true);
            if new != old {
                moved = true;
                self.shift(node, new);
                for &(to, _) in &self.graph.edges[node as usize] {
                    if self.of[to as usize] != new && !queued[to as usize] {
                        queued[to as usize] = true;
                        waiting.push_back(to);
                    }
                }
            }
        }
        moved
    }

    fn shift(&mut self, node: u32, new: u32) {
        let weight = self.graph.weight[node as usize];
        self.total[self.of[node as usize] as usize] -= weight;
        self.total[new as usize] += weight;
        self.of[node as usize] = new;
    }

    /// The community of a neighbour that passes `may`, or its own, where the node adds most.
    fn best(&mut self, node: u32, may: impl Fn(u32) -> bool) -> u32 {
        for &(to, w) in &self.graph.edges[node as usize] {
            let community = self.of[to as usize];
            if may(to) {
                if self.toward[community as usize] == 0.0 {
                    self.touched.push(community);
                }
                self.toward[community as usize] += w;
            }
        }
        let old = self.of[node as usize];
        let weight = self.graph.weight[node as usize];
        let gain = |community: u32, total: f64| self.toward[community as usize] - self.scale * weight * total;
        let mut best = (gain(old, self.total[old as usize] - weight), old);
        self.touched.sort_unstable();
        for &community in self.touched.iter().filter(|&&c| c != old) {
            let found = gain(community, self.total[community as usize]);
            if found > best.0 + 1e-9 {
                best = (found, community);
            }
        }
        for community in self.touched.drain(..) {
            self.toward[community as usize] = 0.0;
        }
        best.1
    }
}

/// Puts each community together again from single nodes: a node that is still alone joins the part of its own
/// community where it adds most.
fn refined(graph: &Graph, coarse: &[u32], scale: f64) -> Vec<u32> {
    let mut state = Communities::new(graph, (0..graph.len() as u32).collect(), scale);
    let mut alone = vec![true; graph.len()];
    for node in 0..graph.len() as u32 {
        if alone[node as usize] {
            let own = coarse[node as usize];
            let part = state.best(node, |to| coarse[to as usize] == own);
            if part != node {
                state.shift(node, part);
                alone[node as usize] = false;
                alone[part as usize] = false; // its first node bears the part's number
            }
        }
    }
    state.of
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_triangles_with_one_bridge_are_two_communities() {
        let edges = [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5), (2, 3)].map(|(a, b)| (a, b, 1.0));
        assert_eq!(communities(&Graph::new(6, &edges), 1.0), [0, 0, 0, 1, 1, 1]);
    }

    #[test]
    fn nodes_without_edges_stay_alone() {
        assert_eq!(communities(&Graph::new(3, &[]), 1.0), [0, 1, 2]);
        assert!(communities(&Graph::new(0, &[]), 1.0).is_empty());
    }
}
