//! What operators see of the database: counts and waits, kept in atomics so that counting costs nanoseconds.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// Upper bounds of the buckets, in microseconds; what is longer falls into the last one.
pub const BOUNDS_US: [u64; 13] = [
    250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 5_000_000,
];

/// Durations in buckets, for percentiles over time.
#[derive(Debug, Default)]
pub struct Histogram {
    buckets: [AtomicU64; BOUNDS_US.len() + 1],
    sum_us: AtomicU64,
}

impl Histogram {
    /// Adds a duration.
    pub fn add(&self, took: Duration) {
        let us = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        let at = BOUNDS_US.partition_point(|bound| *bound < us);
        self.buckets[at].fetch_add(1, Ordering::Relaxed);
        self.sum_us.fetch_add(us, Ordering::Relaxed);
    }

    /// How many durations lie in each bucket; the last one has no upper bound.
    #[must_use]
    pub fn counts(&self) -> [u64; BOUNDS_US.len() + 1] {
        std::array::from_fn(|i| self.buckets[i].load(Ordering::Relaxed))
    }

    /// All of them together, in microseconds.
    #[must_use]
    pub fn sum_us(&self) -> u64 {
        self.sum_us.load(Ordering::Relaxed)
    }
}

/// Counts of one open database.
#[derive(Debug, Default)]
pub struct Watch {
    /// Statements run.
    pub statements: AtomicU64,
    /// Transactions kept by this process.
    pub changes: AtomicU64,
    /// Acts committed by this process.
    pub acts: AtomicU64,
    /// How long a change waited for the writer (SQLite) or for a connection (PostgreSQL).
    pub writer_wait: Histogram,
}

/// How many connections there are. SQLite counts its readers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Connections {
    /// At most.
    pub most: usize,
    /// Open and unused.
    pub idle: usize,
    /// In use.
    pub used: usize,
}

/// The clock for how long something took.
#[expect(
    clippy::disallowed_methods,
    reason = "a duration for operators; nothing that is recorded depends on it"
)]
pub(crate) fn started() -> Instant {
    Instant::now()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_falls_into_the_bucket_that_its_bound_includes() {
        let h = Histogram::default();
        for us in [0, 250, 251, 5_000_000, 5_000_001] {
            h.add(Duration::from_micros(us));
        }
        let counts = h.counts();
        assert_eq!((counts[0], counts[1]), (2, 1));
        assert_eq!((counts[12], counts[13]), (1, 1));
        assert_eq!(h.sum_us(), 250 + 251 + 5_000_000 + 5_000_001);
    }
}
