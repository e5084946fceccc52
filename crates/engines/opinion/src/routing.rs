//! Which statement to show next: drawn with probability proportional to its priority, among those not yet seen.
//!
//! Exposures are counted, since what is shown more often is answered more often, and who corrects for that needs the counts.

use crate::random::Random;

/// Draws statements by priority and counts what it has shown.
#[derive(Clone, Debug)]
pub struct Router {
    priorities: Vec<(u32, f64)>,
    exposures: Vec<u64>,
}

impl Router {
    /// A router over statements with their priorities. A priority that is not a positive number counts as 1, as at Polis for
    /// statements too new to have one.
    pub fn new(priorities: impl IntoIterator<Item = (u32, f64)>) -> Self {
        let sound = |(id, priority): (u32, f64)| {
            (
                id,
                if priority.is_finite() && priority > 0.0 {
                    priority
                } else {
                    1.0
                },
            )
        };
        let mut priorities: Vec<(u32, f64)> = priorities.into_iter().map(sound).collect();
        priorities.sort_by_key(|(id, _)| *id);
        let exposures = vec![0; priorities.len()];
        Self {
            priorities,
            exposures,
        }
    }

    /// The next statement for someone who has seen some; `None` when they have seen all.
    pub fn next(&mut self, seen: impl Fn(u32) -> bool, random: &mut Random) -> Option<u32> {
        let open = || {
            self.priorities
                .iter()
                .enumerate()
                .filter(|(_, (id, _))| !seen(*id))
        };
        let whole: f64 = open().map(|(_, (_, priority))| priority).sum();
        let mut left = random.unit() * whole;
        let mut drawn = None;
        for (at, (_, priority)) in open() {
            drawn = Some(at);
            left -= priority;
            if left < 0.0 {
                break;
            }
        }
        let at = drawn?;
        self.exposures[at] += 1;
        Some(self.priorities[at].0)
    }

    /// How likely each statement is to be shown next, before anything is seen.
    pub fn shares(&self) -> Vec<(u32, f64)> {
        let whole: f64 = self.priorities.iter().map(|(_, priority)| priority).sum();
        self.priorities
            .iter()
            .map(|(id, priority)| (*id, priority / whole))
            .collect()
    }

    /// How often each statement was shown.
    pub fn exposures(&self) -> Vec<(u32, u64)> {
        self.priorities
            .iter()
            .zip(&self.exposures)
            .map(|((id, _), shown)| (*id, *shown))
            .collect()
    }
}

/// How badly exposures fit the shares: chi-square with its degrees of freedom, and the probability of a worse fit by chance
/// (Wilson and Hilferty's approximation).
pub fn fit(router: &Router) -> (f64, usize, f64) {
    let shown: u64 = router.exposures.iter().sum();
    let whole = crate::stats::count(shown);
    let (mut square, mut cells) = (0.0, 0usize);
    let (mut rare, mut rare_shown) = (0.0, 0);
    for ((_, share), (_, shown)) in router.shares().into_iter().zip(router.exposures()) {
        // Cells below five are put together: chi-square does not hold for them.
        if share * whole < 5.0 {
            (rare, rare_shown) = (rare + share * whole, rare_shown + shown);
            continue;
        }
        square += (crate::stats::count(shown) - share * whole).powi(2) / (share * whole);
        cells += 1;
    }
    if rare >= 5.0 {
        square += (crate::stats::count(rare_shown) - rare).powi(2) / rare;
        cells += 1;
    }
    let freedom = cells.saturating_sub(1).max(1);
    let degrees = crate::centred::number(freedom);
    let part = 2.0 / (9.0 * degrees);
    let z = ((square / degrees).cbrt() - (1.0 - part)) / part.sqrt();
    (square, freedom, crate::stats::normal_tail(z))
}
