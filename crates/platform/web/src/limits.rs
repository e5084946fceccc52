//! Rate limits, per network and form. A library with one address must get through, a flood must not.

use std::num::NonZeroU32;

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::{Attempts, Network};

/// What is limited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Limit {
    /// Sending a voice, a check, a follow: 60 at once, then 20 a minute.
    Say,
    /// Saying whether something is done, which can reopen a matter: 12 at once, then 12 an hour. A household or a library gets
    /// through, one person with many browsers does not.
    Check,
    /// Asking by code: 30 at once, then 12 a minute, so that codes cannot be guessed.
    Code,
}

/// The limits of one server process.
pub struct Limits {
    say: DefaultKeyedRateLimiter<Network>,
    check: DefaultKeyedRateLimiter<Network>,
    code: DefaultKeyedRateLimiter<Network>,
    /// Tries to sign in, of which only those that fail count.
    pub attempts: Attempts,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            say: RateLimiter::keyed(quota(3, 60)),
            check: RateLimiter::keyed(quota(300, 12)),
            code: RateLimiter::keyed(quota(5, 30)),
            attempts: Attempts::default(),
        }
    }
}

impl Limits {
    /// Limits for tests and benchmarks of other things: high enough never to be met.
    #[must_use]
    pub fn none() -> Self {
        let wide = || RateLimiter::keyed(Quota::per_second(NonZeroU32::MAX));
        Self {
            say: wide(),
            check: wide(),
            code: wide(),
            attempts: Attempts::unlimited(),
        }
    }

    /// Whether one more is allowed now.
    #[must_use]
    pub fn allow(&self, limit: Limit, network: Network) -> bool {
        let limiter = match limit {
            Limit::Say => &self.say,
            Limit::Check => &self.check,
            Limit::Code => &self.code,
        };
        limiter.check_key(&network).is_ok()
    }

    /// Forgets networks that have been quiet for long, so that memory does not grow.
    pub fn forget_quiet(&self) {
        for limiter in [&self.say, &self.check, &self.code] {
            limiter.retain_recent();
        }
    }
}

fn quota(seconds_each: u64, burst: u32) -> Quota {
    let burst = NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN);
    Quota::with_period(std::time::Duration::from_secs(seconds_each))
        .unwrap_or(Quota::per_second(burst))
        .allow_burst(burst)
}
