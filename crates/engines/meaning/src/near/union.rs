//! Sets that grow together (Tarjan's union-find; roots are the least positions, so that they do not depend on the
//! order of joining).

pub(super) struct Union(Vec<u32>);

impl Union {
    pub(super) fn new(n: usize) -> Self {
        Self((0..n as u32).collect())
    }

    pub(super) fn root(&mut self, mut at: u32) -> u32 {
        while self.0[at as usize] != at {
            let up = self.0[self.0[at as usize] as usize];
            self.0[at as usize] = up; // halves the way for the next
            at = up;
        }
        at
    }

    pub(super) fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b) as usize] = a.min(b);
    }

    /// The least member of each position's set.
    pub(super) fn firsts(mut self) -> Vec<u32> {
        (0..self.0.len() as u32).map(|at| self.root(at)).collect()
    }
}
