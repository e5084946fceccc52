//! Before the vote: how many runs the step of add1 implies, and which step to choose.

/// What raising the share will take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Budget divided by ballots, rounded down.
    pub share: u64,
    /// How many runs to expect: in real elections the share at the end is mostly between one and two times the share
    /// at the start.
    pub expected_runs: u64,
    /// The step that we advise: the largest power of ten that is at most a thousandth of the share, at least 1.
    pub advised_step: u64,
}

/// Plans the raising of shares for a budget, a number of ballots and a step.
pub fn plan(budget: u64, ballots: u64, step: u64) -> Plan {
    let share = budget / ballots.max(1);
    let mut advised_step = 1;
    while advised_step <= share / 10_000 {
        advised_step *= 10;
    }
    Plan {
        share,
        expected_runs: share / step.max(1) + 1,
        advised_step,
    }
}
