//! The nearest vectors of each vector.
//!
//! Up to [`EXACT`] vectors every pair is compared. Beyond, the vectors are put into cells (spherical k-means on a sample)
//! and compared only with those of the nearest cells (the inverted file of Jégou, Douze and Schmid, "Product quantization
//! for nearest neighbor search", 2011); what that misses is measured by `kapok bench text`.

use crate::kmeans::{kmeans, nearest};
use crate::lanes::wide;
use crate::vectors::{Vectors, product};

/// Up to so many vectors are compared pair by pair.
pub const EXACT: usize = 12_000;
/// Vectors that the cells are learned from.
const SAMPLE: usize = 8_000;
/// Rounds of k-means for cells: they need not be perfect.
const ROUNDS: usize = 6;
/// Vectors compared at once, so that they stay in the cache.
const BLOCK: usize = 256;

/// For each vector up to `k` others, nearest first, with their product; the lower position first on a tie.
pub type Lists = Vec<Vec<(i32, u32)>>;

/// The `k` nearest others of each vector, of those whose product reaches `floor`; `tell` hears how many are done.
#[must_use]
pub fn neighbours(vectors: &Vectors, k: usize, floor: i32, tell: &dyn Fn(usize)) -> Lists {
    if vectors.len() <= EXACT {
        exact(vectors, k, floor, tell)
    } else {
        by_cells(vectors, k, floor, tell)
    }
}

fn exact(vectors: &Vectors, k: usize, floor: i32, tell: &dyn Fn(usize)) -> Lists {
    let n = vectors.len();
    let mut lists = vec![Nearest::new(k, floor); n];
    for from in (0..n).step_by(BLOCK) {
        tell(from);
        for to in (0..=from).step_by(BLOCK) {
            wide(
                #[inline(always)]
                || {
                    for a in from..(from + BLOCK).min(n) {
                        for b in to..(to + BLOCK).min(a) {
                            let p = product(vectors.raw(a), vectors.raw(b));
                            lists[a].offer(p, b as u32);
                            lists[b].offer(p, a as u32);
                        }
                    }
                },
            );
        }
    }
    lists.into_iter().map(Nearest::sorted).collect()
}

fn by_cells(vectors: &Vectors, k: usize, floor: i32, tell: &dyn Fn(usize)) -> Lists {
    let index = Index::build(vectors);
    (0..vectors.len())
        .map(|at| {
            tell(at);
            // One more than asked for, since the vector finds itself.
            let mut list = index.nearest(vectors, vectors.raw(at), k + 1, floor);
            list.retain(|&(_, other)| other as usize != at);
            list.truncate(k);
            list
        })
        .collect()
}

/// The best so far; the worst of them is known, so that most offers are refused at once.
#[derive(Clone)]
struct Nearest {
    k: usize,
    floor: i32,
    best: Vec<(i32, u32)>,
}

impl Nearest {
    fn new(k: usize, floor: i32) -> Self {
        Self {
            k,
            floor,
            best: Vec::new(),
        }
    }

    #[inline(always)]
    fn offer(&mut self, product: i32, other: u32) {
        if product < self.floor {
            return;
        }
        self.best.push((product, other));
        if self.best.len() >= 2 * self.k.max(1) {
            self.shrink();
        }
    }

    /// Keeps the `k` best; from then on an offer must reach the worst of them.
    #[inline(never)]
    fn shrink(&mut self) {
        self.best
            .sort_unstable_by_key(|&(p, at)| (std::cmp::Reverse(p), at));
        self.best.truncate(self.k);
        if let (true, Some(&(worst, _))) = (self.best.len() == self.k, self.best.last()) {
            self.floor = self.floor.max(worst);
        }
    }

    fn sorted(mut self) -> Vec<(i32, u32)> {
        self.shrink();
        self.best
    }
}

/// Vectors in cells, for finding the nearest among many; grows one by one.
#[derive(Clone, Debug)]
pub struct Index {
    centres: Vectors,
    cells: Vec<Vec<u32>>,
}

impl Index {
    /// Puts vectors into about 1.5 times the square root of their number of cells.
    #[must_use]
    pub fn build(vectors: &Vectors) -> Self {
        let step = vectors.len().div_ceil(SAMPLE).max(1);
        let mut sample = Vectors::new(vectors.dimensions());
        for at in (0..vectors.len()).step_by(step) {
            sample.push_raw(vectors.raw(at));
        }
        let cells = ((vectors.len() as f64).sqrt() * 1.5) as usize + 1;
        let centres = kmeans(&sample, cells.min(sample.len() / 8 + 1), 1, Some(ROUNDS)).centres;
        // Without a vector to learn from, all that comes goes into one cell.
        let mut index = Self {
            cells: vec![Vec::new(); centres.len().max(1)],
            centres,
        };
        for at in 0..vectors.len() {
            index.add(at as u32, vectors.raw(at));
        }
        index
    }

    /// Adds a vector under its number. Cells keep their centres, so that the order of adding does not matter.
    pub fn add(&mut self, number: u32, vector: &[i16]) {
        let (_, cell) = nearest(vector, &self.centres);
        self.cells[cell as usize].push(number);
    }

    /// The numbers in the cells nearest to a vector, cell by cell: one cell in 24, and at least eight.
    fn near(&self, vector: &[i16]) -> impl Iterator<Item = &[u32]> {
        let mut cells: Vec<(i32, usize)> = Vec::with_capacity(self.cells.len());
        wide(
            #[inline(always)]
            || cells.extend((0..self.centres.len()).map(|c| (product(vector, self.centres.raw(c)), c))),
        );
        if cells.is_empty() {
            cells.push((0, 0));
        }
        cells.sort_unstable_by_key(|&(p, c)| (std::cmp::Reverse(p), c));
        cells.truncate((cells.len() / 24).max(8));
        cells.into_iter().map(|(_, cell)| self.cells[cell].as_slice())
    }

    /// The `k` nearest of the vectors that were added under their positions, best first.
    #[must_use]
    pub fn nearest(&self, vectors: &Vectors, vector: &[i16], k: usize, floor: i32) -> Vec<(i32, u32)> {
        let mut list = Nearest::new(k, floor);
        for cell in self.near(vector) {
            wide(
                #[inline(always)]
                || {
                    for &other in cell {
                        list.offer(product(vector, vectors.raw(other as usize)), other);
                    }
                },
            );
        }
        list.sorted()
    }
}
