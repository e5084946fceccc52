//! Loops over long rows of numbers, run with the widest registers that the processor has.
//!
//! The same code is compiled for each kind of processor and chosen when it runs. Whole numbers give the same result in
//! registers of any width; floats do because what is added to what is written down here, in sixteen lanes, and never
//! left to the compiler.

use fearless_simd::{Level, Simd, dispatch};

/// Lanes of a sum.
const LANES: usize = 16;

/// Runs work with the widest registers. Only what is inlined into it gains: mark closures and functions so.
#[inline(always)]
pub(crate) fn wide<R>(work: impl FnOnce() -> R) -> R {
    dispatch!(Level::new(), simd => simd.vectorize(work))
}

/// The sum of what a function makes of each number.
#[inline(always)]
pub(crate) fn sum_of(numbers: &[f32], of: impl Fn(f32) -> f32) -> f32 {
    let (rows, rest) = numbers.as_chunks::<LANES>();
    let mut sums = [0.0; LANES];
    for row in rows {
        for (sum, &x) in sums.iter_mut().zip(row) {
            *sum += of(x);
        }
    }
    sums.iter().sum::<f32>() + rest.iter().map(|&x| of(x)).sum::<f32>()
}
