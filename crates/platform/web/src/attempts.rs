//! Tries to prove who one is. Only those that fail count: an office of two hundred behind one address signs in every
//! morning. Guesses are limited for one account from one network, for one network, and for one account from everywhere;
//! the last does not stop whoever signed in from the same network before, so that a stranger cannot shut an owner out.
//!
//! Each limit is the generic cell rate algorithm (ITU-T I.371, annex A): one number for each key.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;

use crate::Network;

/// Keys kept at most; those that are quiet again are forgotten then.
const MOST_KEYS: usize = 20_000;

/// So many at once, then one in so many milliseconds.
#[derive(Clone, Copy)]
struct Rule {
    at_once: i64,
    each_ms: i64,
}

/// One account from one network: ten slips of the hand, then one a minute.
const HERE: Rule = Rule {
    at_once: 10,
    each_ms: 60_000,
};
/// One network, whatever the account: a whole office that mistypes, then four a minute.
const NETWORK: Rule = Rule {
    at_once: 60,
    each_ms: 15_000,
};
/// One account from everywhere.
const ANYWHERE: Rule = Rule {
    at_once: 100,
    each_ms: 60_000,
};

type Key = (u8, [u8; 8], [u8; 8]);

/// The failed tries of one server process.
#[derive(Default)]
pub struct Attempts {
    unlimited: bool,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// Until when the allowance of a key is used up, in milliseconds.
    used: HashMap<Key, i64>,
    /// Accounts with the networks from which somebody signed in, and when last.
    known: HashMap<([u8; 8], [u8; 8]), i64>,
}

/// A try that was let through. It counts as failed until it is [good](Attempts::good).
#[derive(Debug, Clone, Copy)]
pub struct Attempt {
    account: [u8; 8],
    network: Network,
    /// Whether the limit from everywhere counted it.
    stranger: bool,
}

impl Attempts {
    /// Tries without limit, for tests of other things.
    #[must_use]
    pub fn unlimited() -> Self {
        Self {
            unlimited: true,
            ..Self::default()
        }
    }

    /// Lets a try through, or says after how many seconds the next one may come.
    ///
    /// # Errors
    /// The seconds to wait.
    pub fn start(&self, account: [u8; 8], network: Network, now: Timestamp) -> Result<Attempt, u64> {
        let now = now.as_millisecond();
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let attempt = Attempt {
            account,
            network,
            stranger: !state.known.contains_key(&(account, network.0)),
        };
        if self.unlimited {
            return Ok(attempt);
        }
        if state.used.len() > MOST_KEYS {
            state.used.retain(|_, until| *until > now);
        }
        let after: Vec<(Key, i64, i64)> = keys(attempt)
            .map(|(key, rule)| {
                let until = state.used.get(&key).copied().unwrap_or(now).max(now) + rule.each_ms;
                (key, until, until - now - rule.at_once * rule.each_ms)
            })
            .collect();
        let wait = after.iter().map(|(_, _, wait)| *wait).max().unwrap_or_default();
        if wait > 0 {
            return Err(u64::try_from(wait).unwrap_or_default().div_ceil(1000));
        }
        state
            .used
            .extend(after.into_iter().map(|(key, until, _)| (key, until)));
        Ok(attempt)
    }

    /// The try was right: it does not count, and its network is known from now on.
    pub fn good(&self, attempt: Attempt, now: Timestamp) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        for (key, rule) in keys(attempt) {
            if let Some(until) = state.used.get_mut(&key) {
                *until -= rule.each_ms;
            }
        }
        if state.known.len() > MOST_KEYS {
            state.known.clear();
        }
        let known = (attempt.account, attempt.network.0);
        state.known.insert(known, now.as_millisecond());
    }
}

fn keys(attempt: Attempt) -> impl Iterator<Item = (Key, Rule)> {
    let (account, network) = (attempt.account, attempt.network.0);
    [
        Some(((0, account, network), HERE)),
        Some(((1, [0; 8], network), NETWORK)),
        attempt.stranger.then_some(((2, account, [0; 8]), ANYWHERE)),
    ]
    .into_iter()
    .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn from(n: u8) -> Network {
        Network([n; 8])
    }

    #[test]
    fn right_tries_do_not_count() {
        let attempts = Attempts::default();
        for n in 0..500 {
            let one = attempts.start([n as u8; 8], from(1), at(0)).unwrap();
            attempts.good(one, at(0));
        }
    }

    #[test]
    fn ten_wrong_tries_at_one_account_wait_a_minute_and_no_longer_than_said() {
        let attempts = Attempts::default();
        for _ in 0..10 {
            attempts.start([1; 8], from(1), at(0)).unwrap();
        }
        assert_eq!(attempts.start([1; 8], from(1), at(0)).unwrap_err(), 60);
        assert_eq!(attempts.start([1; 8], from(1), at(20)).unwrap_err(), 40);
        attempts.start([1; 8], from(1), at(60)).unwrap();
        attempts.start([2; 8], from(1), at(0)).unwrap();
    }

    #[test]
    fn an_owner_whose_network_is_known_gets_in_while_strangers_guess() {
        let attempts = Attempts::default();
        let owner = attempts.start([1; 8], from(200), at(0)).unwrap();
        attempts.good(owner, at(0));
        let guesses = (0..50).flat_map(|n| [n; 9]);
        let let_in = guesses
            .filter(|n| attempts.start([1; 8], from(*n), at(1)).is_ok())
            .count();
        assert_eq!(let_in, 100);
        assert!(attempts.start([1; 8], from(60), at(1)).is_err());
        attempts.start([1; 8], from(200), at(1)).unwrap();
    }

    #[test]
    fn one_network_that_tries_many_accounts_is_stopped() {
        let attempts = Attempts::default();
        let let_in = (0..200)
            .filter(|n| attempts.start([*n; 8], from(1), at(0)).is_ok())
            .count();
        assert_eq!(let_in, 60);
    }
}
