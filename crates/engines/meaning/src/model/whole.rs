//! Products in whole numbers of 16 bits: twice the numbers in a register of floats, and the same result in registers of
//! any width.
//!
//! Both sides are scaled so that a vector has the length 32,000. Then no sum of products, whole or in part, can leave 32
//! bits: |x * w| <= |x| |w| (Cauchy and Schwarz) < 2^30.

use crate::lanes::{sum_of, wide};

/// Length to which vectors are scaled.
const SCALED: f32 = 32_000.0;
/// Inputs that stay in the nearest cache while all weights pass by.
const BLOCK: usize = 24;
/// Added and taken away again, this leaves of a number below 2^22 the nearest whole one.
const ROUNDING: f32 = 12_582_912.0;

/// Weights of a dense layer: for each output its weights, one after the other. The number of outputs is even.
pub(super) struct Whole {
    weights: Vec<i16>,
    /// What a product is to be multiplied by, before the scale of the input.
    scales: Vec<f32>,
    inputs: usize,
}

impl Whole {
    /// From rows of `outputs` weights, one row for each input.
    pub(super) fn of(rows: &[f32], outputs: usize) -> Self {
        let (mut weights, mut scales) = (Vec::with_capacity(rows.len()), Vec::new());
        for output in 0..outputs {
            let column: Vec<f32> = rows.iter().skip(output).step_by(outputs).copied().collect();
            scales.push(scale(&column, length(&column), &mut weights));
        }
        Self {
            weights,
            scales,
            inputs: rows.len() / outputs.max(1),
        }
    }

    /// Numbers in an input.
    pub(super) fn inputs(&self) -> usize {
        self.inputs
    }

    /// For each input a row of products, one for each output; they still lack the input's scale.
    pub(super) fn products(&self, inputs: &[&[i16]]) -> Vec<f32> {
        let outputs = self.scales.len();
        let mut products = vec![0.0; inputs.len() * outputs];
        let blocks = inputs
            .chunks(BLOCK)
            .zip(products.chunks_mut(BLOCK * outputs.max(1)));
        for (inputs, products) in blocks {
            wide(
                #[inline(always)]
                || self.block(inputs, products),
            );
        }
        products
    }

    /// Weights of two outputs stay at hand while the inputs pass by, four at a time.
    #[inline(always)]
    fn block(&self, inputs: &[&[i16]], products: &mut [f32]) {
        let outputs = self.scales.len();
        let pairs = self
            .weights
            .chunks_exact(2 * self.inputs)
            .zip(self.scales.chunks_exact(2));
        for (pair, (weights, scales)) in pairs.enumerate() {
            let weights = weights.split_at(self.inputs);
            for (some, products) in inputs.chunks(4).zip(products.chunks_mut(4 * outputs)) {
                // The last of an incomplete four stands in for the missing.
                let input = |n: usize| some[n.min(some.len() - 1)];
                let (first, second) = eight(weights, [input(0), input(1), input(2), input(3)]);
                for (n, row) in products.chunks_exact_mut(outputs).enumerate() {
                    row[2 * pair] = first[n] as f32 * scales[0];
                    row[2 * pair + 1] = second[n] as f32 * scales[1];
                }
            }
        }
    }
}

/// The products of two vectors with four.
#[inline(always)]
fn eight(weights: (&[i16], &[i16]), inputs: [&[i16]; 4]) -> ([i32; 4], [i32; 4]) {
    let n = weights.0.len();
    let (v, w) = (&weights.0[..n], &weights.1[..n]);
    let [a, b, c, d] = [&inputs[0][..n], &inputs[1][..n], &inputs[2][..n], &inputs[3][..n]];
    let (mut first, mut second) = ([0; 4], [0; 4]);
    for at in 0..n {
        let (v, w) = (i32::from(v[at]), i32::from(w[at]));
        let [a, b, c, d] = [
            i32::from(a[at]),
            i32::from(b[at]),
            i32::from(c[at]),
            i32::from(d[at]),
        ];
        first[0] += v * a;
        first[1] += v * b;
        first[2] += v * c;
        first[3] += v * d;
        second[0] += w * a;
        second[1] += w * b;
        second[2] += w * c;
        second[3] += w * d;
    }
    (first, second)
}

/// The length of a vector.
#[inline(always)]
pub(super) fn length(numbers: &[f32]) -> f32 {
    sum_of(numbers, |x| x * x).sqrt()
}

/// Adds numbers scaled so that a vector of this length has the length [`SCALED`]; what to multiply by to come back.
#[inline(always)]
pub(super) fn scale(numbers: &[f32], length: f32, out: &mut Vec<i16>) -> f32 {
    let factor = if length > 0.0 { SCALED / length } else { 0.0 };
    out.extend(
        numbers
            .iter()
            .map(|x| ((x * factor + ROUNDING) - ROUNDING) as i16),
    );
    if length > 0.0 { length / SCALED } else { 0.0 }
}
