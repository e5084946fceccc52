//! Layers of floats, for what is computed once a text.

use super::ModelError;
use super::archive::Archive;
use super::array::floats;
use crate::lanes::wide;

/// A dense layer without a base: `inputs` rows of `outputs` weights.
pub(super) struct Dense {
    weights: Vec<f32>,
    outputs: usize,
}

impl Dense {
    pub(super) fn read(
        archive: &Archive<'_>,
        name: &str,
        inputs: usize,
        outputs: usize,
    ) -> Result<Self, ModelError> {
        Ok(Self {
            weights: floats(archive, name, &[inputs, outputs])?,
            outputs,
        })
    }

    /// The outputs for several inputs: four rows of weights stay at hand while all of them pass by.
    pub(super) fn of(&self, inputs: &[Vec<f32>]) -> Vec<Vec<f32>> {
        let mut sums = vec![vec![0.0; self.outputs]; inputs.len()];
        wide(
            #[inline(always)]
            || {
                for (at, weights) in self.weights.chunks_exact(4 * self.outputs).enumerate() {
                    for (input, sums) in inputs.iter().zip(&mut sums) {
                        add_four(weights, &input[4 * at..][..4], sums);
                    }
                }
            },
        );
        sums
    }
}

/// Adds four rows of weights, each times its input. All layers have a multiple of four inputs.
#[inline(always)]
fn add_four(weights: &[f32], inputs: &[f32], sums: &mut [f32]) {
    let n = sums.len();
    let (a, rest) = weights.split_at(n);
    let (b, rest) = rest.split_at(n);
    let (c, d) = rest.split_at(n);
    let d = &d[..n];
    for at in 0..n {
        sums[at] += (inputs[0] * a[at] + inputs[1] * b[at]) + (inputs[2] * c[at] + inputs[3] * d[at]);
    }
}
