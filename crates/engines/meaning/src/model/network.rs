//! The encoder behind the pieces: projection, three convolutions of two layers, sum, dense layers.
//!
//! The first layer of a convolution adds, for each place in its window, a product that depends on one piece only; those
//! products are remembered for pieces that come again, which most do. The second layer is computed in whole numbers of 16
//! bits, scaled so that no sum can overflow: |x * w| <= |x| |w| (Cauchy and Schwarz), each at most 2^15.

use super::archive::Archive;
use super::array::{bytes, floats};
use super::{DIMENSIONS, ModelError};
use crate::mix::HashedMap;
use crate::vectors::product;

/// The table is in so many chunks, each with a scale of its own; piece p is row p / 17 of chunk p % 17.
const CHUNKS: usize = 17;
const CHUNK_ROWS: usize = 7_530;
/// Numbers a convolution works on.
const WIDTH: usize = 256;
/// How many pieces a convolution sees, and how many of them before the one at hand.
const WINDOWS: [(usize, usize); 3] = [(2, 0), (3, 1), (5, 2)];
/// Numbers of a piece before they are summed: its own and three convolutions'.
const FEATURES: usize = DIMENSIONS + 3 * WIDTH;
/// Windows of all convolutions together.
const PLACES: usize = 10;
/// Pieces remembered: 13 kB each.
const REMEMBERED: usize = 4_096;
const EPSILON: f32 = 1e-12;
/// Length to which vectors of whole numbers are scaled.
const SCALED: f32 = 32_000.0;

/// A dense layer without a base: `inputs` rows of `outputs` weights.
struct Dense {
    weights: Vec<f32>,
    outputs: usize,
}

impl Dense {
    fn read(archive: &Archive<'_>, name: &str, inputs: usize, outputs: usize) -> Result<Self, ModelError> {
        Ok(Self { weights: floats(archive, name, &[inputs, outputs])?, outputs })
    }

    /// Adds the products with the inputs, beginning at a row of the weights.
    fn add(&self, from: usize, inputs: &[f32], sums: &mut [f32]) {
        for (&x, weights) in inputs.iter().zip(self.weights[from * self.outputs..].chunks_exact(self.outputs)) {
            for (sum, w) in sums.iter_mut().zip(weights) {
                *sum += x * w;
            }
        }
    }

    fn of(&self, inputs: &[f32]) -> Vec<f32> {
        let mut sums = vec![0.0; self.outputs];
        self.add(0, inputs, &mut sums);
        sums
    }
}

/// The second layer of a convolution in whole numbers: for each output its weights, one after the other.
struct Whole {
    weights: Vec<i16>,
    /// What a product is to be multiplied by, before the scale of the input.
    scales: Vec<f32>,
    inputs: usize,
}

impl Whole {
    fn of(dense: &Dense) -> Self {
        let inputs = dense.weights.len() / dense.outputs;
        let (mut weights, mut scales) = (Vec::with_capacity(dense.weights.len()), Vec::new());
        for output in 0..dense.outputs {
            let column: Vec<f32> = dense.weights.iter().skip(output).step_by(dense.outputs).copied().collect();
            let (numbers, scale) = whole(&column, length(&column));
            weights.extend(numbers);
            scales.push(scale);
        }
        Self { weights, scales, inputs }
    }
}

/// One of the three convolutions.
struct Convolution {
    projection: Dense,
    projection_base: Vec<f32>,
    first: Dense,
    first_base: Vec<f32>,
    second: Whole,
    second_base: Vec<f32>,
}

/// Brings mean 0 and variance 1, then a scale and a shift (Ba, Kiros and Hinton, "Layer normalization", 2016).
struct Norm {
    scale: Vec<f32>,
    shift: Vec<f32>,
}

impl Norm {
    fn apply(&self, numbers: &mut [f32]) {
        let n = numbers.len() as f32;
        let mean = numbers.iter().sum::<f32>() / n;
        let variance = numbers.iter().map(|x| (x - mean) * (x - mean)).sum::<f32>() / n;
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
struct Remembered {
    /// The piece's numbers in each convolution, before its first layer.
    entering: Vec<f32>,
    /// Its part of the first layer's sums for each place in each window.
    parts: Vec<f32>,
}

/// Remembered pieces, by number.
#[derive(Default)]
pub(super) struct Memory(HashedMap<Remembered>);

impl Network {
    pub(super) fn read(archive: &Archive<'_>) -> Result<Self, ModelError> {
        let list = |name: &str, n: usize| floats(archive, name, &[n]);
        let dense = |name: &str, inputs, outputs| Dense::read(archive, name, inputs, outputs);
        let convolution = |n: usize| {
            Ok(Convolution {
                projection: dense(&format!("proj{n}"), DIMENSIONS, WIDTH)?,
                projection_base: list(&format!("proj_b{n}"), WIDTH)?,
                first: dense(&format!("w1_{n}"), n * WIDTH, WIDTH)?,
                first_base: list(&format!("b1_{n}"), WIDTH)?,
                second: Whole::of(&dense(&format!("w2_{n}"), n * WIDTH, WIDTH)?),
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
            convolutions: WINDOWS.iter().map(|&(n, _)| convolution(n)).collect::<Result<_, ModelError>>()?,
            entering: Norm { scale: joined("ln_g")?, shift: joined("ln_b")? },
            norm: Norm { scale: list("ln_g", FEATURES)?, shift: list("ln_b", FEATURES)? },
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

    /// The vector of a text cut into pieces, of length 1.
    pub(super) fn vector(&self, cut: &[u32], memory: &mut Memory) -> Vec<f32> {
        if memory.0.len() + cut.len() > REMEMBERED {
            memory.0.clear();
        }
        for &piece in cut {
            memory.0.entry(u64::from(piece).wrapping_mul(0x9e37_79b9_7f4a_7c15)).or_insert_with(|| self.remember(piece));
        }
        let known: Vec<&Remembered> =
            cut.iter().map(|&piece| &memory.0[&u64::from(piece).wrapping_mul(0x9e37_79b9_7f4a_7c15)]).collect();
        let mut features: Vec<Vec<f32>> = cut.iter().map(|&piece| self.numbers(piece)).collect();
        let mut place = 0;
        for (at, (convolution, &(window, before))) in self.convolutions.iter().zip(&WINDOWS).enumerate() {
            let first = first_layer(convolution, &known, (at, place), (window, before));
            second_layer(convolution, &first, (window, before), &mut features);
            place += window;
        }
        let mut total = vec![0.0; FEATURES];
        for features in &mut features {
            self.norm.apply(features);
            total.iter_mut().zip(features).for_each(|(t, f)| *t += *f);
        }
        self.head(&total, cut.len() as f32)
    }

    /// The 512 numbers of a piece.
    fn numbers(&self, piece: u32) -> Vec<f32> {
        let (chunk, row) = (piece as usize % CHUNKS, piece as usize / CHUNKS);
        let (scale, low) = (self.scale[chunk], self.low[chunk]);
        let mut numbers = Vec::with_capacity(FEATURES);
        numbers.extend(self.table[chunk][row * DIMENSIONS..][..DIMENSIONS].iter().map(|&b| f32::from(b) * scale + low));
        numbers
    }

    fn remember(&self, piece: u32) -> Remembered {
        let numbers = self.numbers(piece);
        let mut entering = Vec::with_capacity(3 * WIDTH);
        for convolution in &self.convolutions {
            let mut x = convolution.projection_base.clone();
            convolution.projection.add(0, &numbers, &mut x);
            entering.extend(x);
        }
        self.entering.apply(&mut entering);
        let mut parts = vec![0.0; PLACES * WIDTH];
        let windows = self.convolutions.iter().zip(entering.chunks_exact(WIDTH)).zip(&WINDOWS);
        let rows = windows.flat_map(|((convolution, x), &(window, _))| (0..window).map(move |at| (convolution, x, at)));
        for ((convolution, x, at), part) in rows.zip(parts.chunks_exact_mut(WIDTH)) {
            convolution.first.add(at * WIDTH, x, part);
        }
        Remembered { entering, parts }
    }

    /// From the sum over the pieces to the vector. The sum is divided by the square root of the number of pieces.
    fn head(&self, total: &[f32], n: f32) -> Vec<f32> {
        let mut mean = self.sum.of(total);
        for (m, base) in mean.iter_mut().zip(&self.sum_base) {
            *m = (*m + n * base) / n.sqrt();
        }
        let y0 = positive(self.d0.of(&mean));
        let mut y1 = self.p1.of(&mean);
        self.d1.add(0, &y0, &mut y1);
        let y1 = positive(y1);
        let y2 = positive(self.d2.of(&y1));
        let mut z = self.p3.of(&y1);
        self.d3.add(0, &y2, &mut z);
        z.iter_mut().for_each(|x| *x = x.tanh());
        crate::latent::normalize(&mut z);
        z
    }
}

fn positive(mut numbers: Vec<f32>) -> Vec<f32> {
    numbers.iter_mut().for_each(|x| *x = x.max(0.0));
    numbers
}

fn length(numbers: &[f32]) -> f32 {
    numbers.iter().map(|x| x * x).sum::<f32>().sqrt()
}

/// Numbers scaled so that a vector of this length has the length [`SCALED`], and what to multiply by to come back.
fn whole(numbers: &[f32], length: f32) -> (impl Iterator<Item = i16> + '_, f32) {
    let factor = if length > 0.0 { SCALED / length } else { 0.0 };
    (numbers.iter().map(move |x| (x * factor).round() as i16), if length > 0.0 { length / SCALED } else { 0.0 })
}

/// The first layer with what entered added, one row for each piece.
fn first_layer(
    convolution: &Convolution,
    known: &[&Remembered],
    (at, place): (usize, usize),
    (window, before): (usize, usize),
) -> Vec<f32> {
    let mut rows = Vec::with_capacity(known.len() * WIDTH);
    for (piece, own) in known.iter().enumerate() {
        let mut row = convolution.first_base.clone();
        for offset in 0..window {
            if let Some(other) = (piece + offset).checked_sub(before).and_then(|other| known.get(other)) {
                let part = &other.parts[(place + offset) * WIDTH..][..WIDTH];
                row.iter_mut().zip(part).for_each(|(r, p)| *r += p);
            }
        }
        rows.extend(row.iter().zip(&own.entering[at * WIDTH..]).map(|(r, x)| r.max(0.0) + x));
    }
    rows
}

/// The second layer with the first added, put behind the features of each piece.
fn second_layer(
    convolution: &Convolution,
    first: &[f32],
    (window, before): (usize, usize),
    features: &mut [Vec<f32>],
) {
    let after = window - 1 - before;
    let longest = first.chunks_exact(WIDTH).map(length).fold(0.0, f32::max) * (window as f32).sqrt();
    let (numbers, scale) = whole(first, longest);
    let mut padded = vec![0_i16; before * WIDTH];
    padded.extend(numbers);
    padded.resize(padded.len() + after * WIDTH, 0);
    let second = &convolution.second;
    for features in features.iter_mut() {
        features.resize(features.len() + WIDTH, 0.0);
    }
    // A row of weights stays at hand while all pieces of the text pass by.
    for (output, weights) in second.weights.chunks_exact(second.inputs).enumerate() {
        let (scale, base) = (scale * second.scales[output], convolution.second_base[output]);
        for (piece, features) in features.iter_mut().enumerate() {
            let sum = product(&padded[piece * WIDTH..][..second.inputs], weights) as f32 * scale + base;
            let end = features.len() - WIDTH;
            features[end + output] = sum.max(0.0) + first[piece * WIDTH + output];
        }
    }
}
