//! The encoder behind the pieces: projection, three convolutions of two layers, sum, dense layers.
//! The first layer of a convolution adds, for each place in its window, a product that depends on one piece only, which is
//! remembered for pieces that come again. What is computed for every piece is computed in whole numbers ([`super::whole`]).

use std::collections::BTreeSet;

use super::archive::Archive;
use super::array::{bytes, floats};
use super::dense::Dense;
use super::whole::{Whole, length, scale};
use super::{DIMENSIONS, ModelError};
use crate::lanes::{sum_of, wide};
use crate::mix::HashedMap;

/// The table is in so many chunks, each with a scale of its own; piece p is row p / 17 of chunk p % 17.
const CHUNKS: usize = 17;
const CHUNK_ROWS: usize = 7_530;
/// Numbers a convolution works on.
const WIDTH: usize = 256;
/// How many pieces a convolution sees, and how many of them before the one at hand.
const WINDOWS: [(usize, usize); 3] = [(2, 0), (3, 1), (5, 2)];
/// Numbers of a piece before they are summed: its own and three convolutions'.
const FEATURES: usize = DIMENSIONS + 3 * WIDTH;
/// Pieces remembered, 13 kB each: so many that were needed last, and at most so many that were needed before those.
const REMEMBERED: usize = 3_072;
const EPSILON: f32 = 1e-12;

/// One of the three convolutions.
struct Convolution {
    projection: Whole,
    projection_base: Vec<f32>,
    /// One for each place in the window.
    first: Vec<Whole>,
    first_base: Vec<f32>,
    second: Whole,
    second_base: Vec<f32>,
}

/// Mean 0 and variance 1, then a scale and a shift (Ba, Kiros and Hinton, "Layer normalization", 2016).
struct Norm {
    scale: Vec<f32>,
    shift: Vec<f32>,
}

impl Norm {
    #[inline(always)]
    fn apply(&self, numbers: &mut [f32]) {
        let n = numbers.len() as f32;
        let mean = sum_of(numbers, |x| x) / n;
        let variance = sum_of(numbers, |x| (x - mean) * (x - mean)) / n;
        let factor = 1.0 / (variance + EPSILON).sqrt();
        for ((x, scale), shift) in numbers.iter_mut().zip(&self.scale).zip(&self.shift) {
            *x = (*x - mean) * factor * scale + shift;
        }
    }
}

/// The weights.
pub(super) struct Network {
    table: Vec<Vec<u8>>,
    scale: Vec<f32>,
    low: Vec<f32>,
    convolutions: Vec<Convolution>,
    /// Over what enters all three convolutions together.
    entering: Norm,
    norm: Norm,
    sum: Dense,
    sum_base: Vec<f32>,
    d0: Dense,
    d1: Dense,
    d2: Dense,
    d3: Dense,
    p1: Dense,
    p3: Dense,
}

/// What depends on one piece only.
#[derive(Clone, Default)]
struct Remembered {
    /// The piece's numbers in each convolution, before its first layer.
    entering: Vec<f32>,
    /// Its part of the first layer's sums for each place in each window.
    parts: Vec<f32>,
}

/// Remembered pieces, by number.
#[derive(Default)]
pub(super) struct Memory {
    lately: HashedMap<Remembered>,
    before: HashedMap<Remembered>,
}

impl Memory {
    /// Makes room for so many pieces: what was not needed for long is forgotten.
    fn make_room(&mut self, pieces: usize) {
        if self.lately.len() + pieces > REMEMBERED {
            self.before = std::mem::take(&mut self.lately);
        }
    }

    /// Whether a piece is known, which from now on counts as needed lately.
    fn knows(&mut self, key: u64) -> bool {
        if let Some(known) = self.before.remove(&key) {
            self.lately.insert(key, known);
        }
        self.lately.contains_key(&key)
    }
}

impl Network {
    pub(super) fn read(archive: &Archive<'_>) -> Result<Self, ModelError> {
        let list = |name: &str, n: usize| floats(archive, name, &[n]);
        let dense = |name: &str, inputs, outputs| Dense::read(archive, name, inputs, outputs);
        let whole =
            |name: String, inputs: usize| Ok(Whole::of(&floats(archive, &name, &[inputs, WIDTH])?, WIDTH));
        let convolution = |n: usize| {
            let first = floats(archive, &format!("w1_{n}"), &[n * WIDTH, WIDTH])?;
            Ok(Convolution {
                projection: whole(format!("proj{n}"), DIMENSIONS)?,
                projection_base: list(&format!("proj_b{n}"), WIDTH)?,
                first: first
                    .chunks_exact(WIDTH * WIDTH)
                    .map(|rows| Whole::of(rows, WIDTH))
                    .collect(),
                first_base: list(&format!("b1_{n}"), WIDTH)?,
                second: whole(format!("w2_{n}"), n * WIDTH)?,
                second_base: list(&format!("b2_{n}"), WIDTH)?,
            })
        };
        // One after the other for the three convolutions.
        let joined = |name: &str| {
            let parts = WINDOWS.iter().map(|(n, _)| list(&format!("{name}{n}"), WIDTH));
            Ok(parts.collect::<Result<Vec<_>, ModelError>>()?.concat())
        };
        let chunk = |n: usize| bytes(archive, &format!("q{n}"), &[CHUNK_ROWS, DIMENSIONS]);
        Ok(Self {
            table: (1..=CHUNKS).map(chunk).collect::<Result<_, _>>()?,
            scale: list("scale", CHUNKS)?,
            low: list("lo", CHUNKS)?,
            convolutions: WINDOWS
                .iter()
                .map(|&(n, _)| convolution(n))
                .collect::<Result<_, ModelError>>()?,
            entering: Norm {
                scale: joined("ln_g")?,
                shift: joined("ln_b")?,
            },
            norm: Norm {
                scale: list("ln_g", FEATURES)?,
                shift: list("ln_b", FEATURES)?,
            },
            sum: dense("cnn_W", FEATURES, DIMENSIONS)?,
            sum_base: list("cnn_b", DIMENSIONS)?,
            d0: dense("d0", DIMENSIONS, 320)?,
            d1: dense("d1", 320, 320)?,
            d2: dense("d2", 320, DIMENSIONS)?,
            d3: dense("d3", DIMENSIONS, DIMENSIONS)?,
            p1: dense("p1", DIMENSIONS, 320)?,
            p3: dense("p3", 320, DIMENSIONS)?,
        })
    }

    /// Rows in the table of pieces.
    pub(super) fn rows(&self) -> usize {
        CHUNKS * CHUNK_ROWS
    }

    /// The vectors of texts cut into pieces, each of length 1.
    pub(super) fn vectors(&self, texts: &[Vec<u32>], memory: &mut Memory) -> Vec<Vec<f32>> {
        self.remember(texts, memory);
        let totals = texts
            .iter()
            .map(|cut| self.total(cut, memory))
            .collect::<Vec<_>>();
        let counts: Vec<f32> = texts.iter().map(|cut| cut.len() as f32).collect();
        self.head(&totals, &counts)
    }

    /// The sum of the features of all pieces of a text.
    fn total(&self, cut: &[u32], memory: &Memory) -> Vec<f32> {
        let known: Vec<&Remembered> = cut.iter().map(|&piece| &memory.lately[&key(piece)]).collect();
        let mut features = vec![0.0; cut.len() * FEATURES];
        for (features, &piece) in features.chunks_exact_mut(FEATURES).zip(cut) {
            self.numbers(piece, &mut features[..DIMENSIONS]);
        }
        let mut place = 0;
        for (at, (convolution, &(window, before))) in self.convolutions.iter().zip(&WINDOWS).enumerate() {
            let mut first = vec![0.0; known.len() * WIDTH];
            wide(
                #[inline(always)]
                || first_layer(convolution, &known, (at, place), (window, before), &mut first),
            );
            let begin = DIMENSIONS + at * WIDTH;
            second_layer(convolution, &first, (window, before), &mut features, begin);
            place += window;
        }
        let mut total = vec![0.0; FEATURES];
        wide(
            #[inline(always)]
            || {
                for features in features.chunks_exact_mut(FEATURES) {
                    self.norm.apply(features);
                    total.iter_mut().zip(features).for_each(|(t, f)| *t += *f);
                }
            },
        );
        total
    }

    /// The 512 numbers of a piece.
    fn numbers(&self, piece: u32, numbers: &mut [f32]) {
        let (chunk, row) = (piece as usize % CHUNKS, piece as usize / CHUNKS);
        let (scale, low) = (self.scale[chunk], self.low[chunk]);
        let stored = &self.table[chunk][row * DIMENSIONS..][..DIMENSIONS];
        for (number, &b) in numbers.iter_mut().zip(stored) {
            *number = f32::from(b) * scale + low;
        }
    }

    /// Makes sure that all pieces of some texts are remembered.
    fn remember(&self, texts: &[Vec<u32>], memory: &mut Memory) {
        let mut new: BTreeSet<u32> = texts.iter().flatten().copied().collect();
        memory.make_room(new.len());
        new.retain(|&piece| !memory.knows(key(piece)));
        let mut numbers = vec![0.0; new.len() * DIMENSIONS];
        for (numbers, &piece) in numbers.chunks_exact_mut(DIMENSIONS).zip(&new) {
            self.numbers(piece, numbers);
        }
        let mut known = vec![Remembered::default(); new.len()];
        let (rows, scales) = scaled(numbers.chunks_exact(DIMENSIONS));
        let rows: Vec<&[i16]> = rows.chunks_exact(DIMENSIONS).collect();
        for convolution in &self.convolutions {
            let products = convolution.projection.products(&rows);
            for ((known, products), scale) in known.iter_mut().zip(products.chunks_exact(WIDTH)).zip(&scales)
            {
                let entering = products.iter().zip(&convolution.projection_base);
                known.entering.extend(entering.map(|(p, base)| p * scale + base));
            }
        }
        known
            .iter_mut()
            .for_each(|k| self.entering.apply(&mut k.entering));
        for (at, convolution) in self.convolutions.iter().enumerate() {
            let (rows, scales) = scaled(known.iter().map(|k| &k.entering[at * WIDTH..][..WIDTH]));
            let rows: Vec<&[i16]> = rows.chunks_exact(WIDTH).collect();
            for place in &convolution.first {
                let products = place.products(&rows);
                for ((known, products), scale) in
                    known.iter_mut().zip(products.chunks_exact(WIDTH)).zip(&scales)
                {
                    known.parts.extend(products.iter().map(|p| p * scale));
                }
            }
        }
        memory.lately.extend(new.into_iter().map(key).zip(known));
    }

    /// From the sums over the pieces to the vectors. A sum is divided by the square root of the number of pieces.
    fn head(&self, totals: &[Vec<f32>], counts: &[f32]) -> Vec<Vec<f32>> {
        let mut means = self.sum.of(totals);
        for (mean, n) in means.iter_mut().zip(counts) {
            mean.iter_mut()
                .zip(&self.sum_base)
                .for_each(|(m, base)| *m = (*m + n * base) / n.sqrt());
        }
        let y0 = positive(self.d0.of(&means));
        let y1 = positive(plus(self.p1.of(&means), self.d1.of(&y0)));
        let y2 = positive(self.d2.of(&y1));
        let mut vectors = plus(self.p3.of(&y1), self.d3.of(&y2));
        for z in &mut vectors {
            z.iter_mut().for_each(|x| *x = x.tanh());
            crate::latent::normalize(z);
        }
        vectors
    }
}

fn positive(mut rows: Vec<Vec<f32>>) -> Vec<Vec<f32>> {
    rows.iter_mut().flatten().for_each(|x| *x = x.max(0.0));
    rows
}

fn plus(mut a: Vec<Vec<f32>>, b: Vec<Vec<f32>>) -> Vec<Vec<f32>> {
    a.iter_mut()
        .flatten()
        .zip(b.into_iter().flatten())
        .for_each(|(x, y)| *x += y);
    a
}

/// A piece's number as a key that is spread already.
fn key(piece: u32) -> u64 {
    u64::from(piece).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// Rows in whole numbers, each with its scale.
fn scaled<'a>(rows: impl Iterator<Item = &'a [f32]>) -> (Vec<i16>, Vec<f32>) {
    let mut numbers = Vec::new();
    let scales = rows.map(|row| scale(row, length(row), &mut numbers)).collect();
    (numbers, scales)
}

/// The first layer with what entered added, one row for each piece.
#[inline(always)]
fn first_layer(
    convolution: &Convolution,
    known: &[&Remembered],
    (at, place): (usize, usize),
    (window, before): (usize, usize),
    rows: &mut [f32],
) {
    for (piece, (row, own)) in rows.chunks_exact_mut(WIDTH).zip(known).enumerate() {
        row.copy_from_slice(&convolution.first_base);
        for offset in 0..window {
            let other = (piece + offset).checked_sub(before);
            if let Some(other) = other.and_then(|other| known.get(other)) {
                let part = &other.parts[(place + offset) * WIDTH..][..WIDTH];
                row.iter_mut().zip(part).for_each(|(r, p)| *r += p);
            }
        }
        let entering = &own.entering[at * WIDTH..][..WIDTH];
        row.iter_mut()
            .zip(entering)
            .for_each(|(r, x)| *r = r.max(0.0) + x);
    }
}

/// The second layer with the first added, put into the features of each piece from `begin` on.
fn second_layer(
    convolution: &Convolution,
    first: &[f32],
    (window, before): (usize, usize),
    features: &mut [f32],
    begin: usize,
) {
    let after = window - 1 - before;
    let mut padded = Vec::with_capacity(first.len() + (window - 1) * WIDTH);
    padded.resize(before * WIDTH, 0_i16);
    let scale = wide(
        #[inline(always)]
        || {
            let longest = first.chunks_exact(WIDTH).map(length).fold(0.0, f32::max);
            scale(first, longest * (window as f32).sqrt(), &mut padded)
        },
    );
    padded.resize(padded.len() + after * WIDTH, 0);
    let second = &convolution.second;
    let windows: Vec<&[i16]> = (0..first.len() / WIDTH)
        .map(|piece| &padded[piece * WIDTH..][..second.inputs()])
        .collect();
    let products = second.products(&windows);
    let rows = products.chunks_exact(WIDTH).zip(first.chunks_exact(WIDTH));
    for (features, (products, first)) in features.chunks_exact_mut(FEATURES).zip(rows) {
        let row = features[begin..].iter_mut().zip(products);
        for (((f, p), base), x) in row.zip(&convolution.second_base).zip(first) {
            *f = (p * scale + base).max(0.0) + x;
        }
    }
}
