//! Spherical k-means (Dhillon and Modha, "Concept decompositions for large sparse text data using clustering", 2001):
//! each vector goes to the centre with the smallest angle. For cells of an index, and as the yardstick of a benchmark.

use crate::lanes::wide;
use crate::latent::normalize;
use crate::mix::Random;
use crate::vectors::{Vectors, product};

/// Most rounds of one run.
const ROUNDS: usize = 50;

/// Centres and who belongs to them.
#[derive(Clone, Debug)]
pub struct Cells {
    /// The centres.
    pub centres: Vectors,
    /// For each vector its centre.
    pub of: Vec<u32>,
    /// The sum of cosines of all vectors with their centres.
    pub closeness: f64,
}

/// The best of `runs` runs from seeded starting points (k-means++: Arthur and Vassilvitskii 2007). There are fewer than
/// `k` centres if there are fewer different vectors.
#[must_use]
pub fn kmeans(vectors: &Vectors, k: usize, runs: usize, rounds: Option<usize>) -> Cells {
    let run = |seed: usize| {
        let mut centres = starting(vectors, k, &mut Random::new(seed as u64));
        let (mut of, mut closeness) = assign(vectors, &centres);
        for _ in 0..rounds.unwrap_or(ROUNDS) {
            centres = means(vectors, &of, &centres);
            let (next, close) = assign(vectors, &centres);
            let settled = next == of;
            (of, closeness) = (next, close);
            if settled {
                break;
            }
        }
        Cells {
            centres,
            of,
            closeness,
        }
    };
    let mut best = run(0);
    for seed in 1..runs {
        let other = run(seed);
        if other.closeness > best.closeness {
            best = other;
        }
    }
    best
}

/// Starting points: the first at random, each next with a chance that grows with its distance from those taken.
fn starting(vectors: &Vectors, k: usize, random: &mut Random) -> Vectors {
    let mut centres = Vectors::new(vectors.dimensions());
    if vectors.is_empty() {
        return centres;
    }
    let mut taken = random.below(vectors.len());
    let mut far = vec![f64::INFINITY; vectors.len()];
    while centres.len() < k {
        centres.push(&vectors.get(taken));
        let mut total = 0.0;
        for (at, far) in far.iter_mut().enumerate() {
            *far = far.min((1.0 - vectors.cosine(at, taken)).max(0.0));
            total += if *far > 1e-3 { *far } else { 0.0 };
        }
        let mut left = random.unit() * total;
        let next = far.iter().position(|&far| {
            left -= if far > 1e-3 { far } else { 0.0 };
            far > 1e-3 && left <= 0.0
        });
        match next {
            Some(next) => taken = next,
            None => break, // all the others lie on a centre
        }
    }
    centres
}

/// The nearest centre of each vector, the first on a tie, and the sum of cosines.
pub(crate) fn assign(vectors: &Vectors, centres: &Vectors) -> (Vec<u32>, f64) {
    let mut closeness = 0_i64;
    let of = (0..vectors.len())
        .map(|at| {
            let (best, centre) = nearest(vectors.raw(at), centres);
            closeness += i64::from(best);
            centre
        })
        .collect();
    (of, closeness as f64 / f64::from(1 << 28))
}

/// The greatest product with a centre and which it is; the first on a tie.
pub(crate) fn nearest(vector: &[i16], centres: &Vectors) -> (i32, u32) {
    if centres.is_empty() {
        return (0, 0);
    }
    let mut best = (i32::MIN, 0);
    wide(
        #[inline(always)]
        || {
            for centre in 0..centres.len() {
                let found = product(vector, centres.raw(centre));
                if found > best.0 {
                    best = (found, centre as u32);
                }
            }
        },
    );
    best
}

fn means(vectors: &Vectors, of: &[u32], old: &Vectors) -> Vectors {
    let dimensions = vectors.dimensions();
    let mut sums = vec![0.0_f32; old.len() * dimensions];
    for (at, &cell) in of.iter().enumerate() {
        vectors.add_to(
            at,
            1.0 / 16_384.0,
            &mut sums[cell as usize * dimensions..][..dimensions],
        );
    }
    let mut centres = Vectors::new(dimensions);
    for cell in 0..old.len() {
        let sum = &mut sums[cell * dimensions..][..dimensions];
        normalize(sum);
        if sum.iter().all(|&x| x == 0.0) {
            centres.push(&old.get(cell));
        } else {
            centres.push(sum);
        }
    }
    centres
}
