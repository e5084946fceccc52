//! Products in whole numbers of 16 bits: twice the numbers in a register of floats.
//!
//! Both sides are scaled so that a vector has the length 32,000. Then no sum of products, whole or in part, can leave 32
//! bits: |x * w| <= |x| |w| (Cauchy and Schwarz) < 2^30.

/// Length to which vectors are scaled.
const SCALED: f32 = 32_000.0;

/// Weights of a dense layer: for each output its weights, one after the other.
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

    /// Hands (input, output, product) to `put` for all inputs and outputs; the product still lacks the input's scale.
    /// Weights stay at hand while the inputs pass by, four at a time.
    pub(super) fn each(&self, inputs: &[&[i16]], mut put: impl FnMut(usize, usize, f32)) {
        for (output, (weights, &scale)) in self
            .weights
            .chunks_exact(self.inputs)
            .zip(&self.scales)
            .enumerate()
        {
            for (at, some) in inputs.chunks(4).enumerate() {
                // The last of an incomplete four stands in for the missing.
                let input = |n: usize| some[n.min(some.len() - 1)];
                let products = four(weights, [input(0), input(1), input(2), input(3)]);
                for (n, &product) in products.iter().take(some.len()).enumerate() {
                    put(at * 4 + n, output, product as f32 * scale);
                }
            }
        }
    }
}

/// The products of one vector with four.
fn four(weights: &[i16], inputs: [&[i16]; 4]) -> [i32; 4] {
    let [a, b, c, d] = inputs.map(|input| &input[..weights.len()]);
    let mut sums = [0; 4];
    for (at, &w) in weights.iter().enumerate() {
        let w = i32::from(w);
        sums[0] += w * i32::from(a[at]);
        sums[1] += w * i32::from(b[at]);
        sums[2] += w * i32::from(c[at]);
        sums[3] += w * i32::from(d[at]);
    }
    sums
}

/// The length of a vector.
pub(super) fn length(numbers: &[f32]) -> f32 {
    numbers.iter().map(|x| x * x).sum::<f32>().sqrt()
}

/// Adds numbers scaled so that a vector of this length has the length [`SCALED`]; what to multiply by to come back.
pub(super) fn scale(numbers: &[f32], length: f32, out: &mut Vec<i16>) -> f32 {
    let factor = if length > 0.0 { SCALED / length } else { 0.0 };
    out.extend(numbers.iter().map(|x| (x * factor).round() as i16));
    if length > 0.0 { length / SCALED } else { 0.0 }
}
